import { describe, expect, test } from "vitest";
import { callOf, errnoOf, resultOf } from "./kernel-trace-call.ts";
import { TRACE_FILES, traceOf } from "./kernel-trace.fixture.ts";
import { parseTrace } from "./kernel-trace.ts";

describe("a recorded trace", () => {
  test("is there 43 times", () => {
    expect(TRACE_FILES).toHaveLength(43);
  });

  test.each(TRACE_FILES)("%s holds no line that is not understood", (file) => {
    const steps = traceOf(file);
    expect(steps.filter((step) => step.kind === "unknown")).toEqual([]);
    expect(steps.filter((step) => step.kind === "title")).toHaveLength(1);
    const calls = steps.filter((step) => step.kind === "call");
    expect(
      calls.filter(
        ({ text, result }) =>
          callOf(text) === null || (result !== null && resultOf(result) === null),
      ),
    ).toEqual([]);
    const misuses = steps.filter((step) => step.kind === "misuse");
    expect(
      misuses.filter(
        ({ result }) => !/^ok\b/.test(result) && errnoOf(result.split(" ")[0]!) === null,
      ),
    ).toEqual([]);
  });

  test.each(TRACE_FILES)(
    "%s goes forward in time and tells of no packet before it was sent",
    (file) => {
      const steps = traceOf(file);
      const times = steps.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      const known = new Set<number>();
      const early: number[] = [];
      for (const step of steps) {
        if (step.kind === "sent" || step.kind === "injected") {
          known.add(step.id);
        } else if ((step.kind === "arrived" || step.kind === "lost") && !known.has(step.id)) {
          early.push(step.id);
        }
      }
      expect(early).toEqual([]);
    },
  );
});

describe("a line of a trace", () => {
  const only = (line: string): unknown => {
    const [step] = parseTrace(line);
    const { line: _, at: __, ...body } = step!;
    return body;
  };
  const A = (port: number): object => ({ host: "A", port });
  const B = (port: number): object => ({ host: "B", port });

  test.each([
    [
      "[   0.0305] #1 SENT   A:38058 > B:8080 <SYN> seq=0 ack=- len=0 win=64240 [mss 1460,sackOK,TS,wscale 10]",
      {
        kind: "sent",
        id: 1,
        packet: {
          kind: "tcp",
          from: A(38058),
          to: B(8080),
          flags: "SYN",
          seq: 0,
          isSeqAbsolute: false,
          ack: null,
          length: 0,
          window: 64240,
          options: "mss 1460,sackOK,TS,wscale 10",
          data: "",
        },
      },
    ],
    [
      "[   0.0206] #2 SENT   B:9999 > A:55912 <RST,ACK> seq=abs:0 ack=-9 len=3 win=0 b'one'",
      {
        kind: "sent",
        id: 2,
        packet: {
          kind: "tcp",
          from: B(9999),
          to: A(55912),
          flags: "RST,ACK",
          seq: 0,
          isSeqAbsolute: true,
          ack: -9,
          length: 3,
          window: 0,
          options: null,
          data: "one",
        },
      },
    ],
    [
      "[   0.0940] #3 INJECTED (SYN in the window) A:40001 > B:8080 UDP len=0 b''",
      {
        kind: "injected",
        id: 3,
        packet: { kind: "udp", from: A(40001), to: B(8080), length: 0, data: "" },
        remark: "SYN in the window",
      },
    ],
    [
      "[   0.4570] #5 SENT   B > A ICMP type=3 code=13 admin prohibited (quotes TCP 60564>83, 60 bytes quoted)",
      {
        kind: "sent",
        id: 5,
        packet: {
          kind: "icmp",
          from: "B",
          to: "A",
          type: 3,
          code: 13,
          quoted: { protocol: "TCP", from: 60564, to: 83, bytes: 60 },
        },
      },
    ],
    ["[   0.0854] #3 ARRIVED at B", { kind: "arrived", id: 3, host: "B", remark: null }],
    ["[   0.0854] #3 ARRIVED at B (??)", { kind: "arrived", id: 3, host: "B", remark: "??" }],
    ["[   1.0483] #2 LOST   (nobody there)", { kind: "lost", id: 2, remark: "nobody there" }],
    [
      '[   0.0000] A# sysctl -w net.ipv4.ip_local_port_range="40000 40003"',
      { kind: "sysctl", host: "A", name: "ip_local_port_range", value: "40000 40003" },
    ],
    [
      "[   0.0417] B: accept() -> ERR EAGAIN (Resource temporarily unavailable)",
      {
        kind: "call",
        host: "B",
        text: "accept()",
        result: "ERR EAGAIN (Resource temporarily unavailable)",
      },
    ],
    ["  -- client 3", { kind: "note", text: "client 3" }],
    ["[  62.9459] A: (nothing)", { kind: "row", host: "A", row: null }],
    [
      "    UDP 0.0.0.0 second RA only bound      UDP 127.0.0.1 second RA only -> bind:EADDRINUSE",
      {
        kind: "pair",
        protocol: "udp",
        first: { address: "0.0.0.0", mode: "second RA only" },
        isListening: false,
        second: { address: "127.0.0.1", mode: "second RA only" },
        result: "bind:EADDRINUSE",
      },
    ],
    ["[   0.0001] B: bind", { kind: "unknown", text: "[   0.0001] B: bind" }],
    ["[   0.0001] #1 FORGOTTEN", { kind: "unknown", text: "[   0.0001] #1 FORGOTTEN" }],
    ["  what?", { kind: "unknown", text: "  what?" }],
  ])("%s", (line, body) => {
    expect(only(line)).toEqual(body);
  });

  test("of a print goes on as far as its bars go", () => {
    const text = "    A$ ss -tano\n      |State  Recv-Q\n      |\n    B$ ss -tano\n      |ESTAB\n";
    expect(parseTrace(text).map((step) => (step.kind === "print" ? step.lines : step))).toEqual([
      ["State  Recv-Q", ""],
      ["ESTAB"],
    ]);
  });

  test("of a print for cat -A goes on to the blank line, and keeps blanks at the end", () => {
    const [print, blank] = parseTrace("    B$ ss -tan | cat -A\nState  $\nLISTEN ^M$\n\n");
    expect(print).toMatchObject({ command: "ss -tan | cat -A", lines: ["State  ", "LISTEN "] });
    expect(blank).toMatchObject({ kind: "blank" });
  });
});

describe("a call of a trace", () => {
  const bind = { name: "bind", reuseAddress: false, reusePort: false, v6Only: false };
  test.each([
    ["bind(:5000)", { ...bind, to: { address: "*", port: 5000 } }],
    ["bind([::]:8081) v6only", { ...bind, to: { address: "::", port: 8081 }, v6Only: true }],
    [
      "bind(:8080) with SO_REUSEADDR (old listener had not set it)",
      { ...bind, to: { address: "*", port: 8080 }, reuseAddress: true },
    ],
    ["bind(:8080) without SO_REUSEADDR", { ...bind, to: { address: "*", port: 8080 } }],
    [
      "listener 2 bind(:8080) SO_REUSEPORT",
      { ...bind, to: { address: "*", port: 8080 }, reusePort: true },
    ],
    ["connect([fd00::2]:8080)", { name: "connect", to: { address: "fd00::2", port: 8080 } }],
    ["client 4: send(x)", { name: "send", data: "x", client: 4 }],
    ["client 1 send", { name: "send", data: null, client: 1 }],
    ["send(10 bytes)", { name: "send", data: null, client: null }],
    ["send(empty)", { name: "send", data: "", client: null }],
    ["recv(4): rest of the datagram is thrown away", { name: "recv", size: 4, peer: null }],
    [
      "sendto(x, B:9)",
      { name: "sendto", data: "x", to: { address: "10.0.0.2", port: 9 }, from: null },
    ],
    ["sendto from :5354", { name: "sendto", data: null, to: null, from: 5354 }],
    ["close() with SO_LINGER{1,0}", { name: "close", which: null, isAbort: true }],
    [
      "close() listener only; the accepted connection lives on",
      { name: "close", which: "listener", isAbort: false },
    ],
    ["dup2(1, 2)", null],
  ])("%s", (text, call) => {
    expect(callOf(text)).toEqual(call);
  });

  test.each([
    ["ERR EPIPE (Broken pipe)", { kind: "errno", errno: "EPIPE" }],
    ["ENOTSUP", { kind: "errno", errno: "EOPNOTSUPP" }],
    ["ENOSUCHTHING", null],
    ["13", { kind: "number", number: 13 }],
    ["b''", { kind: "data", data: "" }],
    [
      "(b'hi', ('10.0.0.2', 5353))",
      { kind: "datagram", data: "hi", from: { address: "10.0.0.2", port: 5353 } },
    ],
    [
      "new fd, peer=('::ffff:10.0.0.1', 45460) local=('::ffff:10.0.0.2', 8080)",
      {
        kind: "accepted",
        peer: { address: "::ffff:10.0.0.1", port: 45460 },
        local: { address: "::ffff:10.0.0.2", port: 8080 },
      },
    ],
    ["45 00 1e", { kind: "packet", bytes: "45 00 1e" }],
    ["nobody knows", null],
  ])("gives %s", (text, result) => {
    expect(resultOf(text)).toEqual(result);
  });
});
