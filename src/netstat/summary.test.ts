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
