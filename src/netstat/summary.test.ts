import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { explainer } from "./explain.ts";
import { capture } from "./listing.fixture.ts";
import { summary } from "./summary.ts";

const summaryOf = (text: string) => {
  const listing = decode(text);
  return summary(listing, explainer(listing));
};

describe("how much was read", () => {
  test("blank lines do not count; noise and unreadable rows are listed with their reason", () => {
    const read = summaryOf(
      "$ ss -tan\n\nLISTEN 0 5 127.0.0.1:80 0.0.0.0:*\nLISTEN 0 5 127.0.0.1:8\nhello\n",
    );
    expect(read.sentence).toBe("2 of 4 lines read.");
    expect(read.unread.map(({ line, text }) => [line, text])).toEqual([
      [4, "LISTEN 0 5 127.0.0.1:8"],
      [5, "hello"],
    ]);
    expect(read.unread[0]?.why).toBe("The row ends before the foreign address.");
  });

  test("no socket found is never said as nothing listening", () => {
    for (const text of [
      "hello",
      capture("recorded/every-kind/netstat-r.txt"),
      "tcp 0 0 127.0.0.1:54",
    ]) {
      expect(summaryOf(text).sentence).toContain("says nothing about what listens");
    }
    expect(summaryOf(" \n").sentence).toBe("There is nothing to read here yet.");
  });
});

test("listeners, receivers, connections and remarks of a recorded machine", () => {
  const read = summaryOf(capture("recorded/services/ss-tanp.txt"));
  expect(
    read.listeners.map(
      ({ address, port, program, exposure }) => `${address}:${port} ${program} ${exposure}`,
    ),
  ).toEqual([
    "127.0.0.1:6379 redis-server loopback",
    "127.0.0.1:5432 postgres loopback",
    "127.0.0.1:53 dnsmasq loopback",
    "*:80 nginx all",
    "*:22 sshd all",
    "::1:6379 redis-server loopback",
    "*:80 nginx all",
    "*:22 sshd all",
    "*:8080 node all",
  ]);
  expect([read.sockets, read.receivers, read.connections]).toEqual([22, 0, 13]);
  expect(read.remarks.map(({ id, rows }) => [id, rows.length])).toEqual([
    ["every-interface", 5],
    ["unanswered", 1],
    ["time-wait", 1],
  ]);
});

test("a remark about several rows says what is true of each", () => {
  const { remarks } = summaryOf(capture("written/notes-four-rows.txt"));
  const loopback = remarks.find(({ id }) => id === "loopback-to-network");
  expect(loopback?.rows).toEqual([1, 2, 3]);
  expect(loopback?.message).not.toMatch(/\d+\.\d+\.\d+\.\d+/);
});

test("who talks to whom: the busiest peers, with who called whom", () => {
  const read = summaryOf(`LISTEN 0 5 0.0.0.0:80 0.0.0.0:*
ESTAB 0 0 192.0.2.10:80 198.51.100.7:50000
ESTAB 0 0 192.0.2.10:80 198.51.100.7:50001
ESTAB 0 0 192.0.2.10:40000 198.51.100.7:443
ESTAB 0 0 192.0.2.10:7000 203.0.113.9:7000
ESTAB 0 0 [::ffff:192.0.2.10]:80 [::ffff:203.0.113.9]:50002
`);
  expect(read.peerCount).toBe(2);
  expect(read.peers).toEqual([
    {
      address: "198.51.100.7",
      connections: 3,
      incoming: 2,
      outgoing: 1,
      unknown: 0,
      ports: ["80", "443"],
      isHere: false,
      row: 1,
    },
    {
      address: "203.0.113.9",
      connections: 2,
      incoming: 1,
      outgoing: 0,
      unknown: 1,
      ports: ["80"],
      isHere: false,
      row: 4,
    },
  ]);
  expect(read.listeners[0]).toMatchObject({ port: "80", connections: 3 });
  expect(read.listenersTo).toEqual({ loopback: 0, interface: 0, all: 1, unknown: 0 });
});

test("a remark counts all its rows and names the first hundred", () => {
  const row = "TIME-WAIT 0 0 192.0.2.10:80 198.51.100.7:50000\n";
  const [remark] = summaryOf(row.repeat(250)).remarks;
  expect(remark).toMatchObject({ id: "time-wait", count: 250 });
  expect(remark?.rows).toHaveLength(100);
});
