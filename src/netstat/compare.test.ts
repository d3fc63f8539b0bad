import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "./compare.ts";
import { decode } from "./decode.ts";
import { explainer } from "./explain.ts";
import { capture } from "./listing.fixture.ts";
import { print } from "./print.ts";
import { socketTable } from "./socket-entry.arbitrary.ts";

const side = (text: string) => {
  const listing = decode(text);
  return { listing, explain: explainer(listing) };
};
const compared = (before: string, after: string) => compare(side(before), side(after));

const HEADING = "State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process\n";
const NGINX = 'LISTEN 0 511 0.0.0.0:80 0.0.0.0:* users:(("nginx",pid=800,fd=6))\n';
const NODE = 'LISTEN 0 511 127.0.0.1:8080 0.0.0.0:* users:(("node",pid=4711,fd=18))\n';
const ESTABLISHED = "ESTAB 0 0 192.0.2.10:80 198.51.100.7:50000\n";

describe("what changed", () => {
  test("a listener appeared", () => {
    expect(compared(HEADING + NGINX, HEADING + NGINX + NODE)).toMatchObject({
      sentence: "1 socket appeared; 1 is the same.",
      listeners: [
        {
          kind: "appeared",
          before: null,
          after: 1,
          sentence: "node now listens on TCP port 8080 (127.0.0.1).",
        },
      ],
      connections: [],
      caveats: [],
    });
  });

  test("a listener went", () => {
    const { listeners, gone } = compared(NGINX + NODE, NGINX);
    expect(gone).toBe(1);
    expect(listeners).toMatchObject([
      {
        kind: "gone",
        before: 1,
        after: null,
        sentence: "node no longer listens on TCP port 8080 (127.0.0.1).",
      },
    ]);
  });

  test("a connection changed its state", () => {
    const { changed, connections } = compared(
      NGINX + ESTABLISHED,
      NGINX + ESTABLISHED.replace("ESTAB", "CLOSE-WAIT"),
    );
    expect(changed).toBe(1);
    expect(connections).toMatchObject([
      {
        label: "TCP port 80, from 198.51.100.7",
        changes: [
          {
            kind: "state",
            before: 1,
            after: 1,
            sentence:
              "The connection 192.0.2.10:80 – 198.51.100.7:50000 was ESTABLISHED and is CLOSE-WAIT.",
          },
        ],
      },
    ]);
  });

  test("a restart is told from another program", () => {
    const restarted = compared(NODE, NODE.replace("4711", "5000"));
    expect(restarted.listeners[0]?.sentence).toBe(
      "node listens on TCP port 8080 (127.0.0.1) as before, but as another process: node (process 4711), now node (process 5000). It was restarted.",
    );
    const other = compared(NODE, NODE.replace('"node",pid=4711', '"java",pid=5000'));
    expect(other.listeners[0]?.sentence).toBe(
      "TCP port 8080 (127.0.0.1) has another owner: it was node (process 4711), and is java (process 5000).",
    );
  });

  test("one of several processes that stays keeps the owner", () => {
    const two =
      'LISTEN 0 5 0.0.0.0:80 0.0.0.0:* users:(("nginx",pid=7,fd=6),("nginx",pid=8,fd=6))\n';
    expect(compared(two, two.replace("pid=8", "pid=9")).changed).toBe(0);
  });

  test("connections are grouped by service and peer, not listed by their ports", () => {
    const calls = (from: number, count: number) =>
      Array.from(
        { length: count },
        (_, n) => `ESTAB 0 0 192.0.2.10:${from + n} 203.0.113.9:443\n`,
      ).join("");
    const { connections, appeared, gone } = compared(
      NGINX + calls(50000, 150),
      NGINX + calls(51000, 120),
    );
    expect([appeared, gone]).toEqual([120, 150]);
    expect(connections).toMatchObject([
      { label: "client of 203.0.113.9, TCP port 443", appeared: 120, gone: 150, changed: 0 },
    ]);
    expect(connections[0]?.changes).toHaveLength(100);
  });
});

describe("what is the same", () => {
  test("the same machine in ss and netstat: only what one of them cannot show differs", () => {
    const { gone, appeared, changed, same } = compared(
      capture("recorded/services/ss-tanp.txt"),
      capture("recorded/services/netstat-tanp.txt"),
    );
    expect([gone, appeared, changed]).toEqual([0, 0, 0]);
    expect(same).toBe(22);
  });

  test("rows that lsof prints per process are one socket", () => {
    const { gone, appeared, caveats } = compared(
      capture("recorded/services/lsof-nP-i.txt"),
      capture("recorded/services/ss-tanp.txt"),
    );
    expect(gone).toBe(4);
    expect(appeared).toBeLessThanOrEqual(2);
    expect(caveats.some((caveat) => caveat.includes("no UDP rows"))).toBe(true);
    expect(caveats.some((caveat) => caveat.includes("TIME-WAIT"))).toBe(true);
  });

  test("zones and IPv4 written in IPv6 do not matter", () => {
    expect(
      compared(
        "ESTAB 0 0 [::ffff:192.0.2.1]:80 [::ffff:192.0.2.2]:50000\nLISTEN 0 5 127.0.0.53%lo:53 0.0.0.0:*\n",
        "tcp6 0 0 192.0.2.1:80 192.0.2.2:50000 ESTABLISHED\ntcp 0 0 127.0.0.53:53 0.0.0.0:* LISTEN\n",
      ),
    ).toMatchObject({ appeared: 0, gone: 0, same: 2 });
  });

  test("the wildcards of IPv4 and IPv6 are two sockets", () => {
    expect(
      compared("tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN\n", "tcp6 0 0 :::80 :::* LISTEN\n"),
    ).toMatchObject({ appeared: 1, gone: 1 });
  });

  test("a listing is the same as itself, in whatever order, and what appears one way goes the other", () => {
    fc.assert(
      fc.property(socketTable, socketTable, (one, other) => {
        const [here, there] = [print(one, "ss"), print(other, "ss")];
        const back = print(one.toReversed(), "ss");
        expect(compared(here, back)).toMatchObject({ appeared: 0, gone: 0 });
        const forth = compared(here, there);
        expect(compared(there, here)).toMatchObject({
          appeared: forth.gone,
          gone: forth.appeared,
          changed: forth.changed,
          same: forth.same,
        });
      }),
    );
  });
});

describe("what two listings cannot say of each other", () => {
  test.each([
    [
      NGINX,
      ESTABLISHED,
      "The second listing has no listeners: nothing listened, or -a (or -l) was not given.",
    ],
    [
      ESTABLISHED,
      NGINX,
      "The second listing has no connections: there were none, or it was asked for listeners only (-l).",
    ],
    [
      `${NGINX}hello\n`,
      NGINX,
      "1 line of the first listing was not understood: a socket may seem gone or new for that.",
    ],
    [
      "",
      NGINX,
      "No socket was read from the first listing: everything in the other one stands alone.",
    ],
    [
      "tcp 0 0 0.0.0.0:http 0.0.0.0:* LISTEN\n",
      "tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN\n",
      "The first listing names ports and hosts, the other has numbers: the same socket looks like two. Make both with -n.",
    ],
    [
      NGINX,
      "  TCP    0.0.0.0:80    0.0.0.0:0    LISTENING    4\n",
      "The first listing is of Linux, the second of Windows: these are two machines.",
    ],
    [
      "udp UNCONN 0 0 0.0.0.0:53 0.0.0.0:*\n",
      "tcp LISTEN 0 5 0.0.0.0:53 0.0.0.0:*\n",
      "The first listing has no TCP rows: there were none, or it was not asked for them.",
    ],
  ])("%#", (before, after, caveat) => {
    expect(compared(before, after).caveats).toContain(caveat);
  });

  test("nothing at all has nothing to compare", () => {
    expect(compared("", "").sentence).toBe("There are no sockets to compare.");
    expect(compared(NGINX, NGINX).sentence).toBe("Nothing changed: 1 socket is the same.");
  });
});
