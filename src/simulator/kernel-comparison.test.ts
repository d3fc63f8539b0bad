/** Both columns of the comparison, for every trace: what is not the same is what is listed. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type ComparedStep,
  type ComparisonSummary,
  compareWithKernel,
  summarySentence,
} from "./kernel-comparison.ts";
import { DELIBERATE } from "./kernel-trace-differences.ts";
import { TRACE_FILES } from "./kernel-trace.fixture.ts";

const textOf = (trace: string) =>
  readFileSync(`${import.meta.dirname}/kernel-traces/${trace}.txt`, "utf8");
const TRACES = TRACE_FILES.map((file) => file.replace(/\.txt$/, ""));
const differing = (steps: readonly ComparedStep[]) =>
  steps.flatMap(({ facts }) => facts).filter(({ match }) => match === "differs");

describe("beside the kernel the simulator differs where it is listed, and nowhere else, in", () => {
  test.each(TRACES)("%s", (trace) => {
    const text = textOf(trace);
    const { steps, summary } = compareWithKernel(trace, text);
    const listed = DELIBERATE[`${trace}.txt`] ?? [];
    const lines = [...new Set(differing(steps).map(({ line }) => line))];
    expect(lines).toEqual(listed.flatMap((one) => one.lines));
    expect(new Set(differing(steps).map(({ reason }) => reason))).toEqual(
      new Set(listed.map(({ reason }) => reason)),
    );
    expect(summary).toMatchObject({ explained: lines.length, unexplained: 0 });
    expect(steps.length).toBeGreaterThan(1);
  });

  test.each(TRACES)("%s, of which every packet, result and table is told", (trace) => {
    const text = textOf(trace);
    const { steps, summary } = compareWithKernel(trace, text);
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
    expect(summary.packets).toBe(count(/^\[.*#\d+ SENT |^[\d:.]+ IP /gm));
    const calls = count(/^\[[ \d.]+\] [AB]: (?:.* -> \S|connect fails with )/gm);
    const cases = count(/^ {4}\S.* -> (?!second's)|^ {6}\|uid.*(?:bind|SOCK_RAW).* -> /gm);
    expect(summary.results).toBe(calls + cases);
    const tables = steps.flatMap((step) => step.tables);
    const isCases = trace === "27-privileged-port";
    expect(tables.length).toBe(
      count(/^ {4}[AB]\$ /gm) +
        count(/^\[.*\] [AB]: (?:\(nothing\)|.* timer:)/gm) -
        (isCases ? 2 : 0),
    );
  });
});

describe("a trace that is changed differs at the line that is changed", () => {
  const trace = "01-open-data-client-close";
  test.each([
    ["a state", "|ESTAB 0      0           10.0.0.1:38058", "|FIN-WAIT-1 0 0 10.0.0.1:38058"],
    ["a queue", "|LISTEN 1 ", "|LISTEN 2 "],
    ["a flag", "<PSH,ACK> seq=1", "<ACK> seq=1"],
    ["a number", "<ACK> seq=1 ack=1 ", "<ACK> seq=2 ack=1 "],
    ["a length", "len=5 ", "len=6 "],
    ["a result", "-> EINPROGRESS", "-> ECONNREFUSED"],
  ])("%s", (_, written, changed) => {
    const text = textOf(trace);
    const line = text.slice(0, text.indexOf(written)).split("\n").length;
    const { steps, summary } = compareWithKernel(trace, text.replace(written, changed));
    expect(summary.unexplained).toBeGreaterThan(0);
    const step = steps.findLast((each) => each.line <= line)!;
    expect(differing(steps)[0]).toBe(differing([step])[0]);
    expect(differing([step])[0]).toMatchObject({ reason: null });
  });

  test("a packet that the kernel did not send stands alone", () => {
    const text = textOf(trace).replace(/^\[.*#3 SENT .*\n/m, "");
    const facts = differing(compareWithKernel(trace, text).steps);
    expect(facts.find(({ kind }) => kind === "packet")).toMatchObject({
      kernel: "none",
      simulator: "A:38058 > B:8080 <ACK> seq=1 ack=1 len=0",
      reason: null,
    });
  });

  test("a line that is not understood is told", () => {
    const text = `${textOf(trace)}[   9.0000] A: dances\n`;
    expect(differing(compareWithKernel(trace, text).steps)).toMatchObject([
      { kind: "text", kernel: "[   9.0000] A: dances", simulator: "not understood" },
    ]);
  });
});

test("a retransmission tells when it was sent, there and here", () => {
  const { steps } = compareWithKernel("07a-syn-lost-once", textOf("07a-syn-lost-once"));
  const step = steps.find(({ title }) => title === "A sends");
  expect(step?.facts.slice(0, 2)).toMatchObject([
    { label: "sent at", kernel: "1.021 s", match: "close" },
    { label: "#2", kernel: "A:46674 > B:8080 SYN seq 0", match: "same" },
  ]);
});

test.each<[Partial<ComparisonSummary>, string]>([
  [{}, "23 steps, 11 packets: all the same."],
  [{ steps: 1, packets: 1 }, "1 step, 1 packet: all the same."],
  [{ packets: 0 }, "23 steps: all the same."],
  [
    { explained: 1 },
    "23 steps, 11 packets: all the same but in 1 place for a reason that is known.",
  ],
  [
    { explained: 2, unexplained: 3 },
    "23 steps, 11 packets: all the same but in 2 places for a reason that is known, and in 3 places for no reason that is known.",
  ],
])("%j is told: %s", (change, sentence) => {
  const summary = { steps: 23, packets: 11, results: 9, tables: 4, explained: 0, unexplained: 0 };
  expect(summarySentence({ ...summary, ...change })).toBe(sentence);
});
