/** The simulator in the place of a Linux kernel: what was recorded, and nothing else, must come out. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errnoOf, resultOf } from "./kernel-trace-call.ts";
import { resultText } from "./kernel-trace-compare.ts";
import { DELIBERATE, type DeliberateDifference } from "./kernel-trace-differences.ts";
import { misuseResult, pairResult, privilegeResult } from "./kernel-trace-pairs.ts";
import { LOOPBACK, VETH, comparedLines, dumpOf } from "./kernel-trace-tcpdump.ts";
import { UNWRITTEN } from "./kernel-trace-unwritten.ts";
import { TRACE_FILES, traceOf } from "./kernel-trace.fixture.ts";
import { type Difference, replay } from "./kernel-trace.run.ts";
import type { TraceStep } from "./kernel-trace.ts";

/** Tables and text of their own, below. */
const NOT_REPLAYED = new Set([
  "25-bind-conflicts.txt",
  "27-privileged-port.txt",
  "40-tcpdump-veth-and-lo.txt",
]);
const REPLAYED = TRACE_FILES.filter((file) => !NOT_REPLAYED.has(file));

/** Its firewall rules stand in a table that was printed. */
const NEEDS_TABLES = new Set(["10-filtered-vs-closed.txt"]);

const withoutTable = (step: TraceStep): TraceStep =>
  step.kind === "print" || step.kind === "row"
    ? { kind: "blank", line: step.line, at: step.at }
    : step;

describe("the simulator does what Linux 6.18 did in", () => {
  test.each(REPLAYED)("%s", (file) => {
    const deliberate = DELIBERATE[file] ?? [];
    const differences = replay(traceOf(file), UNWRITTEN[file]);
    const isDeclared = ({ line, what }: Difference): boolean =>
      deliberate.some((one) => one.lines.includes(line) && one.what === what);
    expect(differences.filter((difference) => !isDeclared(difference))).toEqual([]);
    const isGone = ({ lines, what }: DeliberateDifference): boolean =>
      !lines.every((line) => differences.some((one) => one.line === line && one.what === what));
    expect(deliberate.filter(isGone)).toEqual([]);
  });

  test("any of them, whatever sequence numbers the hosts begin with", () => {
    const untabled = REPLAYED.filter(
      (file) => DELIBERATE[file] === undefined && !NEEDS_TABLES.has(file),
    ).map((file) => ({ file, steps: traceOf(file).map(withoutTable) }));
    fc.assert(
      fc.property(fc.constantFrom(...untabled), fc.nat(), ({ file, steps }, seed) => {
        expect(replay(steps, UNWRITTEN[file], { seed })).toEqual([]);
      }),
    );
  });
});

describe("of a pair of sockets the second gets what Linux gave it", () => {
  const steps = traceOf("25-bind-conflicts.txt");
  const misuses = steps.filter((step) => step.kind === "misuse");

  test("for each of the 91 pairs recorded", () => {
    const pairs = steps.filter((step) => step.kind === "pair");
    expect(pairs).toHaveLength(91);
    expect(pairs.map((pair) => ({ ...pair, result: pairResult(pair) }))).toEqual(pairs);
  });

  test.each(misuses.map(({ text, result }) => [text, result]))("%s: %s", (text, recorded) => {
    // The kernel chose that port.
    const given = misuseResult(text).replace(/:[1-9]\d+$/, ":chosen");
    const [, port] = /^ok \('0.0.0.0', (\d+)\)$/.exec(recorded) ?? [];
    const [name = ""] = recorded.split(" ");
    const address = port === undefined ? null : port === "0" ? "*:0" : "*:chosen";
    expect(given).toBe(address ?? (name === "ok" ? "0" : errnoOf(name)));
  });
});

describe("a user without privilege gets what Linux gave it", () => {
  const prints = traceOf("27-privileged-port.txt").filter(
    (step) => step.kind === "print" && step.command.includes("_priv.py"),
  );

  test.each([
    [1024, 0],
    [0, 1],
  ])("where ports from %i on are for all", (firstPort, at) => {
    const print = prints[at]!;
    const lines = print.kind === "print" ? print.lines : [];
    const compared = lines.flatMap((line) => {
      const given = privilegeResult(line, firstPort);
      const recorded = resultOf(line.split(" -> ")[1]!.split(" ")[0]!);
      const kernel = recorded?.kind === "ok" ? "ok" : recorded && resultText(recorded);
      return given === null ? [] : [{ line, given, kernel }];
    });
    expect(compared.length).toBeGreaterThanOrEqual(6);
    expect(compared.map(({ line, kernel }) => ({ line, given: kernel, kernel }))).toEqual(compared);
  });
});

describe("tcpdump writes what it wrote on Linux", () => {
  const dumps = traceOf("40-tcpdump-veth-and-lo.txt").filter((step) => step.kind === "tcpdump");

  test.each([
    ["between two hosts", dumps[0]!.lines, { A: ["10.1.0.1"], B: ["10.1.0.2"] }, VETH],
    ["on loopback", dumps[1]!.lines, { A: ["10.1.0.1"] }, LOOPBACK],
  ])("%s", (_, recorded, addresses, steps) => {
    expect(comparedLines(dumpOf(addresses, steps))).toEqual(comparedLines(recorded));
  });
});
