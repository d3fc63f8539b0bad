/** The replay itself: a trace that is changed in one place is not what the simulator does. */
import { describe, expect, test } from "vitest";
import type { TraceSegment } from "./kernel-trace-packet.ts";
import { listedBy } from "./kernel-trace-prints.ts";
import { TRACE_FILES, traceOf } from "./kernel-trace.fixture.ts";
import { replay } from "./kernel-trace.run.ts";
import type { TraceStep } from "./kernel-trace.ts";

const OPEN_AND_SEND = traceOf("09-handshake-ack-lost-then-data.txt");
const REPEATED = traceOf("38-data-lost-rto.txt");

type Change = (step: TraceStep) => TraceStep | null;

const inSegment =
  (change: (segment: TraceSegment) => Partial<TraceSegment>): Change =>
  (step) =>
    step.kind === "sent" && step.packet.kind === "tcp"
      ? { ...step, packet: { ...step.packet, ...change(step.packet) } }
      : null;

const inTable =
  (change: (lines: readonly string[]) => readonly string[]): Change =>
  (step) => {
    if (step.kind !== "print" || listedBy(step.command) === null) return null;
    const lines = change(step.lines);
    return lines.join() === step.lines.join() ? null : { ...step, lines };
  };

const CHANGES: readonly [string, Change][] = [
  ["another sequence number", inSegment(({ seq }) => ({ seq: seq + 1 }))],
  ["another acknowledgment number", inSegment(({ ack }) => ({ ack: ack === null ? 1 : ack + 1 }))],
  ["another flag", inSegment(({ flags }) => ({ flags: `${flags},URG` }))],
  ["another length", inSegment(({ length }) => ({ length: length + 1 }))],
  ["another port", inSegment(({ to }) => ({ to: { ...to, port: to.port + 1 } }))],
  ["other data", inSegment(({ data }) => (data === "" ? { data: "x" } : { data: `${data}x` }))],
  ["another state", inTable((lines) => lines.map((line) => line.replace("ESTAB", "TIME-WAIT")))],
  ["another queue", inTable((lines) => lines.map((line) => line.replace(/ 0 /, " 9 ")))],
  ["a missing row", inTable((lines) => lines.slice(0, -1))],
  [
    "a row that is there twice",
    inTable((lines) => (lines.length > 1 ? [...lines, lines.at(-1)!] : lines)),
  ],
  [
    "another result",
    (step) =>
      step.kind === "call" && step.result !== null
        ? { ...step, result: step.result === "ok" ? "ERR EINVAL (Invalid argument)" : "ok" }
        : null,
  ],
  [
    "a packet that the kernel did not send",
    (step) => (step.kind === "sent" ? { ...step, ...NOTHING } : null),
  ],
];

const NOTHING = { kind: "blank" } as const;

describe("a replay notices", () => {
  test.each(CHANGES)("%s, wherever it is", (_, change) => {
    const places = OPEN_AND_SEND.flatMap((step, at) => {
      const changed = change(step);
      return changed === null ? [] : [OPEN_AND_SEND.with(at, changed)];
    });
    expect(places.length).toBeGreaterThan(3);
    expect(places.filter((steps) => replay(steps).length === 0)).toEqual([]);
  });

  test("a retransmission that comes in half the time, or in twice", () => {
    for (const factor of [0.5, 2]) {
      const stretched = REPEATED.map((step) => ({ ...step, at: Math.round(step.at * factor) }));
      const late = replay(stretched).filter(({ what }) => what === "time" || what === "packet");
      expect(late).not.toEqual([]);
    }
  });
});

test("what the tools printed is compared wherever it is a table of sockets", () => {
  const left = TRACE_FILES.flatMap(traceOf).flatMap((step) =>
    step.kind === "print" && listedBy(step.command) === null ? [step.command] : [],
  );
  const kinds = left.map((command) =>
    command.split(" ").slice(0, 2).join(" ").replace(/\d+$/, "N"),
  );
  expect([...new Set(kinds)].toSorted()).toEqual([
    "/usr/bin/python3 _priv.py",
    "cat /proc/net/sockstat",
    "cat /proc/net/tcp",
    "cat /proc/net/udp",
    "ls -l",
    "lsof -nP",
    "nft list",
    "nstat -az",
    "python3 -c",
    "script -qc",
    "ss -0an",
    "ss -s",
    "ss -t",
    "sysctl net.ipv4.ip_unprivileged_port_start",
  ]);
});
