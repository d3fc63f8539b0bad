import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { explainer } from "./explain.ts";
import { askPort, type PortAnswer } from "./port-question.ts";
import { print } from "./print.ts";
import { rowIndex } from "./row-index.ts";
import { socketTable } from "./socket-entry.arbitrary.ts";

type Answer = Extract<PortAnswer, { type: "answer" }>;

const indexOf = (text: string) => {
  const listing = decode(text);
  return rowIndex(listing, explainer(listing));
};

function ask(text: string, question: string): Answer {
  const answer = askPort(indexOf(text), question);
  if (answer.type === "error") throw new Error(answer.message);
  return answer;
}

const uses = ({ parts }: Answer) => parts.map(({ use, count }) => `${use} ${count}`);

const LISTENS = `LISTEN 0 511 127.0.0.1:8080 0.0.0.0:* users:(("node",pid=4711,fd=18))
LISTEN 0 511 0.0.0.0:80 0.0.0.0:* users:(("nginx",pid=800,fd=6))
`;

describe("who holds the port", () => {
  test("a listener, with its program, its number and who can reach it", () => {
    const answer = ask(LISTENS, "8080");
    expect(answer.verdict).toBe("listening");
    expect(answer.sentence).toBe(
      "node (process 4711) listens on TCP port 8080, for programs on this machine only.",
    );
    expect(answer.holders).toEqual([
      {
        row: 0,
        protocol: "tcp",
        program: "node",
        pid: 4711,
        pids: [4711],
        address: "127.0.0.1",
        exposure: "loopback",
      },
    ]);
    expect(uses(answer)).toEqual(["listener 1"]);
  });

  test("port 80 is never part of 8080, nor 8080 of 80", () => {
    expect(ask(LISTENS, "80").holders.map(({ program }) => program)).toEqual(["nginx"]);
    expect(ask(LISTENS, "808").verdict).toBe("absent");
  });

  test("a client of a remote port 8080 is not the port's owner here", () => {
    const answer = ask(
      'ESTAB 0 0 192.0.2.10:50000 203.0.113.9:8080 users:(("curl",pid=7,fd=3))\n',
      "8080",
    );
    expect(answer.verdict).toBe("remote");
    expect(answer.holders).toEqual([]);
    expect(uses(answer)).toEqual(["remote 1"]);
    expect(answer.sentence).toMatch(/^No row of this listing has port 8080 on this side\./);
  });

  test("connections that came in, and those that are over, are told apart from the listener", () => {
    const connections = `ESTAB 0 0 192.0.2.10:8080 203.0.113.9:50000
TIME-WAIT 0 0 192.0.2.10:8080 203.0.113.9:50001
`;
    const listening = ask(`LISTEN 0 5 0.0.0.0:8080 0.0.0.0:*\n${connections}`, "8080");
    expect(uses(listening)).toEqual(["listener 1", "served 1", "time-wait 1"]);
    const left = ask(connections, "8080");
    expect(left.verdict).toBe("held");
    expect(left.sentence).toBe(
      "No row listens on port 8080, but connections still use it on this side.",
    );
    const over = ask(connections.split("\n")[1]!, "8080");
    expect(over.sentence).toContain("TIME-WAIT");
    expect(over.parts[0]?.sentence).toContain("SO_REUSEADDR");
  });

  test("a program's own end of a connection may have the port", () => {
    const answer = ask("ESTAB 0 0 192.0.2.10:50000 203.0.113.9:443\n", "50000");
    expect(answer.verdict).toBe("held");
    expect(uses(answer)).toEqual(["client 1"]);
  });

  test("a port that is only bound is held", () => {
    const answer = ask("tcp 0 0 0.0.0.0:8080 0.0.0.0:* CLOSE 7/x\n", "8080");
    expect(answer.verdict).toBe("held");
    expect(uses(answer)).toEqual(["bound 1"]);
    expect(answer.holders[0]?.pid).toBe(7);
  });

  test("UDP is no TCP listener", () => {
    const answer = ask('udp UNCONN 0 0 0.0.0.0:53 0.0.0.0:* users:(("dnsmasq",pid=9,fd=3))', "53");
    expect(answer.sentence).toBe(
      "dnsmasq (process 9) receives on UDP port 53, through every interface of this machine.",
    );
    expect(answer.commands[0]?.see).toEqual(["sudo ss -lunp 'sport = :53'"]);
  });

  test("a port that was printed as a name is found by that name", () => {
    const text = "tcp 0 0 0.0.0.0:http-alt 0.0.0.0:* LISTEN 7/x\n";
    expect(ask(text, "HTTP-ALT").verdict).toBe("listening");
    expect(ask(text, "8080").notes[0]).toContain("http-alt");
  });
});

describe("what cannot be said", () => {
  test("that no row has the port is never said as nothing listening", () => {
    fc.assert(
      fc.property(socketTable, fc.constantFrom("ss", "net-tools", "lsof"), (table, dialect) => {
        const answer = ask(print(table, dialect), "1");
        const said = [answer.sentence, ...answer.notes].join(" ");
        expect(said).not.toMatch(/nothing (?:is )?listen|port \d+ is free/i);
      }),
    );
    expect(ask("", "80").sentence).toBe(
      "No socket was read from this text, so it says nothing about the port.",
    );
  });

  test("unread lines, missing listeners and missing protocols are named", () => {
    const { notes } = ask(
      "ESTAB 0 0 192.0.2.10:50000 203.0.113.9:443\nLISTEN 0 5 127.0.0.1:80\n",
      "8080",
    );
    expect(notes[0]).toBe("1 line was not understood: the port may stand there.");
    expect(notes[1]).toContain("no listeners at all");
    expect(notes[2]).toContain("no UDP rows");
    expect(notes.at(-1)).toContain("container");
  });

  test("a listing without programs says which flag would name them", () => {
    expect(ask("tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN\n", "80").notes[0]).toContain("sudo ss -tulpn");
  });
});

describe("how to look, and how to stop it", () => {
  test("on the listing's own system, with the owner's number", () => {
    expect(ask(LISTENS, "8080").commands).toEqual([
      {
        system: "Linux",
        see: ["sudo ss -ltnp 'sport = :8080'"],
        stop: ["kill 4711"],
        caution: expect.stringContaining("service manager"),
      },
    ]);
    const windows = ask("  TCP    0.0.0.0:8080    0.0.0.0:0    LISTENING    4711\n", "8080");
    expect(windows.commands[0]).toMatchObject({ system: "Windows", stop: ["taskkill /PID 4711"] });
  });

  test("the system itself, the first process and a container's proxy are not to be ended", () => {
    const windows = ask("  TCP    0.0.0.0:80    0.0.0.0:0    LISTENING    4\n", "80");
    expect(windows.commands[0]?.stop).toEqual([]);
    expect(windows.commands[0]?.caution).toContain("HTTP.sys");
    for (const owner of ['("systemd",pid=1,fd=3)', '("docker-proxy",pid=9,fd=3)']) {
      const answer = ask(`LISTEN 0 5 0.0.0.0:80 0.0.0.0:* users:(${owner})\n`, "80");
      expect(answer.commands[0]?.stop).toEqual([]);
      expect(answer.commands[0]?.caution).not.toBeNull();
    }
  });

  test("for every system where the listing does not tell which", () => {
    const { commands } = ask("", "8080");
    expect(commands.map(({ system, stop }) => `${system} ${stop.length}`)).toEqual([
      "Linux 0",
      "Windows 0",
      "macOS 0",
    ]);
  });
});

test.each([
  ["", "empty"],
  [" : ", "empty"],
  ["65536", "too-large"],
  ["99999999999999999999", "too-large"],
  ["'; rm -rf", "not-a-port"],
])("%j is no question", (question, reason) => {
  expect(askPort(indexOf(LISTENS), question)).toMatchObject({ type: "error", reason });
});

test("a colon before the port and spaces around it may stand", () => {
  expect(ask(LISTENS, " :8080 ").verdict).toBe("listening");
});

test("rows on either side are each counted once", () => {
  fc.assert(
    fc.property(socketTable, fc.integer({ min: 1, max: 65535 }), (table, port) => {
      const index = indexOf(
        print(
          table.map((entry, at) =>
            at % 2 === 0 ? { ...entry, local: { ...entry.local, port, service: null } } : entry,
          ),
          "ss",
        ),
      );
      const answer = askPort(index, String(port));
      if (answer.type === "error") throw new Error(answer.message);
      const counted = answer.parts.reduce((sum, { count }) => sum + count, 0);
      const rows = [...index.localPorts].filter(
        (local, row) => local === port || index.peerPorts[row] === port,
      );
      expect(counted).toBe(rows.length);
    }),
  );
});

test("of a container's port the commands are Docker's, and no process is to be ended", () => {
  const answer = ask(
    '0a1b2c3d4e5f nginx:1.27 "/docker-entrypoint.sh" 2 hours ago Up 2 hours 0.0.0.0:8080->80/tcp web\n',
    "8080",
  );
  expect(answer.sentence).toBe(
    "TCP port 8080 leads into the container web, through every interface of this machine.",
  );
  expect(answer.commands).toMatchObject([
    { system: "Docker", see: ["docker ps --filter publish=8080"], stop: ["docker stop web"] },
  ]);
});

test("what Linux does on binding is said of Linux's listings alone", () => {
  const windows = ask("TCP 192.0.2.10:8080 198.51.100.7:50000 TIME_WAIT 0\n", "8080");
  const linux = ask("tcp 0 0 192.0.2.10:8080 198.51.100.7:50000 TIME_WAIT -\n", "8080");
  expect(windows.parts[0]?.sentence).not.toMatch(/Linux|SO_REUSEADDR/);
  expect(linux.parts[0]?.sentence).toContain("SO_REUSEADDR");
});

test("the flag that names programs is the listing's own system's", () => {
  const note = (text: string) => ask(text, "22").notes.join(" ");
  expect(note("tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN\n")).toContain("does: sudo ss -tulpn.");
  expect(note("TCP 0.0.0.0:22 0.0.0.0:0 LISTENING\n")).toContain("does: netstat -ano.");
});
