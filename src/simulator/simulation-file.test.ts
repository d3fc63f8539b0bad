import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSimulation } from "./simulation-file.ts";

const HOSTS = { A: { addresses: ["10.0.0.1"] }, B: { addresses: ["10.0.0.2", "2001:db8::2"] } };

function steps(...written: unknown[]) {
  const parsed = parseSimulation({ hosts: HOSTS, steps: written });
  if (parsed.type === "error") throw new Error(parsed.message);
  return parsed.file.steps;
}

function messageOf(value: unknown): string {
  const parsed = parseSimulation(value);
  if (parsed.type === "file") throw new Error("It was read.");
  return parsed.message;
}

describe("a simulation in a file", () => {
  test("is Linux, with ten milliseconds each way, where it says nothing else", () => {
    expect(parseSimulation({ hosts: HOSTS, steps: [] })).toMatchObject({
      type: "file",
      file: {
        profile: "linux",
        delayMs: 10,
        hosts: { B: { addresses: ["10.0.0.2", "2001:db8::2"] } },
      },
    });
  });

  test("calls are written with their arguments in order, and name their sockets", () => {
    expect(
      steps(
        { host: "B", call: "socket", args: ["AF_INET", "SOCK_STREAM"], as: "l" },
        { host: "B", call: "setsockopt", on: "l", args: ["SO_REUSEADDR", 1] },
        { host: "B", call: "bind", on: "l", args: ["0.0.0.0", 8080] },
        { host: "B", call: "bind", on: "l", args: [8080] },
        { host: "B", call: "bind", on: "l", args: ["127.0.0.1:8080"] },
        { host: "B", call: "bind", on: "l", args: [["2001:db8::2", 8080]] },
        { host: "B", call: "bind", on: "l", args: ["[::]:8080"] },
        { host: "B", call: "setsockopt", on: "l", args: ["SOL_SOCKET", "SO_REUSEPORT", true] },
        { host: "B", call: "listen", on: "l", args: [5] },
        { host: "B", call: "accept", on: "l", as: "c" },
        { host: "A", call: "send", on: "s", args: ["hello"] },
        { host: "A", call: "send", on: "s", args: [3] },
        { host: "A", call: "sendto", on: "u", args: ["hi", "10.0.0.2", 53] },
        { host: "A", call: "shutdown", on: "s", args: ["SHUT_WR"] },
        { host: "A", call: "socket", args: ["inet6", "dgram"], as: "u" },
        { host: "A", call: "socket", args: ["AF_INET", "SOCK_RAW", "IPPROTO_TCP"], as: "r" },
        { host: "A", call: "socket", args: ["AF_INET", "SOCK_RAW", 6], as: "r" },
      ).map((step) => (step.kind === "call" ? [step.on, step.as, step.call] : step)),
    ).toEqual([
      [null, "l", { name: "socket", domain: 4, type: "stream" }],
      ["l", null, { name: "setsockopt", option: { name: "SO_REUSEADDR", value: true } }],
      ["l", null, { name: "bind", to: { address: "*", port: 8080 } }],
      ["l", null, { name: "bind", to: { address: "*", port: 8080 } }],
      ["l", null, { name: "bind", to: { address: "127.0.0.1", port: 8080 } }],
      ["l", null, { name: "bind", to: { address: "2001:db8::2", port: 8080 } }],
      ["l", null, { name: "bind", to: { address: "*", port: 8080 } }],
      ["l", null, { name: "setsockopt", option: { name: "SO_REUSEPORT", value: true } }],
      ["l", null, { name: "listen", backlog: 5 }],
      ["l", "c", { name: "accept" }],
      ["s", null, { name: "send", data: "hello" }],
      ["s", null, { name: "send", data: "xxx" }],
      ["u", null, { name: "sendto", data: "hi", to: { address: "10.0.0.2", port: 53 } }],
      ["s", null, { name: "shutdown", how: "write" }],
      [null, "u", { name: "socket", domain: 6, type: "dgram" }],
      [null, "r", { name: "socket", domain: 4, type: "raw", protocol: 6 }],
      [null, "r", { name: "socket", domain: 4, type: "raw", protocol: 6 }],
    ]);
  });

  test.each([
    [
      { wire: "drop", match: "A>B SYN", nth: 1 },
      { from: "A", to: "B", what: "SYN" },
      1,
      { kind: "drop" },
    ],
    [
      { wire: "delay", match: "SYN-ACK", ms: 30 },
      { from: null, to: null, what: "SYN,ACK" },
      1,
      { kind: "delay", byMs: 30 },
    ],
    [
      { wire: "duplicate", match: "B > A", nth: 2 },
      { from: "B", to: "A", what: null },
      2,
      { kind: "duplicate", byMs: 100 },
    ],
    [
      { wire: "hold", match: "A>* data", nth: 0 },
      { from: "A", to: null, what: "data" },
      0,
      { kind: "hold" },
    ],
    [{ wire: "release" }, { from: null, to: null, what: null }, 1, { kind: "release" }],
  ])("the wire's fate %o", (written, match, nth, fate) => {
    expect(steps(written)).toEqual([{ kind: "wire", match, nth, fate }]);
  });

  test("a packet is put on the wire by its ends, its flags and its numbers", () => {
    expect(steps({ inject: { from: "A:5000", to: "B:8080", flags: "RST,ACK", seq: 7 } })).toEqual([
      {
        kind: "inject",
        packet: {
          protocol: "tcp",
          from: { host: "A", port: 5000 },
          to: { host: "B", port: 8080 },
          flags: ["RST", "ACK"],
          seq: 7,
          ack: 0,
          window: 65535,
          data: "",
        },
      },
    ]);
  });

  test.each([
    [7, "The file is to be an object, in braces."],
    [{ steps: [] }, 'The file, "hosts", is to be an object, in braces.'],
    [{ hosts: {}, steps: [] }, 'The file, "hosts", needs at least one host.'],
    [{ hosts: HOSTS, profile: "bsd", steps: [] }, 'The file needs "profile", one of linux, rfc.'],
    [{ hosts: HOSTS, steps: [{}] }, 'Step 1 needs "host", a text.'],
    [
      { hosts: HOSTS, steps: [{ wait: 1 }, { host: "C", call: "fork" }] },
      'Step 2 names the host "C"; there are A, B.',
    ],
    [
      { hosts: HOSTS, steps: [{ host: "A", call: "bind", args: [80] }] },
      'Step 1 needs "on", the name of a socket.',
    ],
    [
      { hosts: HOSTS, steps: [{ host: "A", call: "bind", on: "s", args: [70000] }] },
      "Step 1, bind, has 70000 for a port; ports go from 0 to 65535.",
    ],
    [
      { hosts: HOSTS, steps: [{ wire: "drop", match: "A>B PING" }] },
      /^Step 1 matches "PING", which is none of SYN;/,
    ],
    [{ hosts: HOSTS, steps: [{ wait: -1 }] }, 'Step 1 needs "wait", a number from 0 to 86400000.'],
  ])("%j is told what is amiss, and where", (value, message) => {
    expect(messageOf(value)).toMatch(message);
  });

  test("any JSON at all is read or told what is amiss", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (whole, step) => {
        const messages = [whole, { hosts: HOSTS, steps: [step] }].map((value) => {
          const parsed = parseSimulation(value);
          return parsed.type === "error" ? parsed.message : "Read.";
        });
        expect(messages).toEqual(messages.map(() => expect.stringMatching(/\.$/)));
      }),
    );
  });
});
