import { describe, expect, test } from "vitest";
import { planOf } from "#simulator/plan";
import { unfold } from "#simulator/unfold";
import { codeFrame, type CodeLine, type LineStatus } from "./code-lane.model.ts";
import { ALL_RUNS, runOfScenario } from "./run.fixture.ts";
import { LANGUAGES } from "./settings.model.ts";

const EVERY_LANGUAGE = LANGUAGES.map(([language]) => language);

function lineWith(scenario: string, host: string, part: string) {
  const timeline = runOfScenario(scenario);
  const looks = Array.from({ length: timeline.beats.length + 1 }, (_, position) =>
    codeFrame(timeline, position, host, "python")
      .programs.flatMap(({ lines }) => lines)
      .find(({ text }) => text.includes(part)),
  );
  return looks.filter((line) => line !== undefined);
}

/** Each once, in order. */
const inTurn = (lines: readonly CodeLine[]) =>
  lines.map(({ status }) => status).filter((status, at, all) => status !== all[at - 1]);

describe("a line of a program", () => {
  test("is ahead, waits with its call, is at it when the call comes back, and is done", () => {
    const connect = lineWith("open-and-close", "A", "connect(");
    expect(inTurn(connect)).toEqual(["ahead", "waits", "now", "last", "done"]);
    expect(connect.find(({ status }) => status === "waits")?.result).toBeNull();
    expect(connect.at(-1)?.result).toEqual({ text: "ok", isError: false });
  });

  test.each([
    ["refused", "A", "connect(", "ECONNREFUSED", true],
    ["open-and-close", "B", "accept()", "= 4, from 10.0.0.1:", false],
    ["open-and-close", "B", "send(", "= 3", false],
    ["open-and-close", "A", "recv(", '= "HI!"', false],
  ])("in %s shows what its call gave", (scenario, host, part, text, isError) => {
    const result = lineWith(scenario, host, part).at(-1)?.result;
    expect(result?.text).toContain(text);
    expect(result?.isError).toBe(isError);
  });

  test("is left out where the run goes on by hand before it", () => {
    const { plan, beats } = runOfScenario("open-and-close");
    const from = beats[4]!.at;
    const close = { kind: "call", host: "B", process: "main", call: { name: "close" } } as const;
    const step = { ...close, on: "listener", as: null, nonBlocking: false } as const;
    const timeline = unfold({
      ...planOf(plan.file),
      byHand: { from, steps: [{ at: from, step }] },
    });
    const [program] = codeFrame(timeline, timeline.beats.length, "B", "python").programs;
    const left = program?.lines.filter(({ status }) => status === "never");
    expect(left?.map(({ text }) => text)).toContain("server, peer = listener.accept()");
    expect(program?.lines.at(-1)).toMatchObject({
      text: "listener.close()",
      isByHand: true,
      status: "last",
    });
  });
});

const RANK: Readonly<Record<LineStatus, number>> = {
  never: 0,
  ahead: 0,
  waits: 1,
  now: 1,
  last: 1,
  done: 2,
};

describe.each(ALL_RUNS)("the programs of %s", (_, run) => {
  const timeline = run();
  const { beats, calls } = timeline;
  const hosts = Object.keys(timeline.first.hosts);

  test("begin with every line ahead, and no line is unmade once it was reached", () => {
    for (const host of hosts)
      for (const language of EVERY_LANGUAGE) {
        const ranks = Array.from({ length: beats.length + 1 }, (_, position) =>
          codeFrame(timeline, position, host, language).programs.flatMap(({ lines }) =>
            lines.map(({ status }) => RANK[status]),
          ),
        );
        expect(ranks[0]?.filter((rank) => rank > 0)).toEqual([]);
        // A line of several calls may go on with the next of them, but never back to none.
        const unmade = ranks.filter((line, at) =>
          line.some((rank, index) => rank === 0 && (ranks[at - 1]?.[index] ?? 0) > 0),
        );
        expect(unmade).toEqual([]);
      }
  });

  test("have each call on one line, with its result at the end", () => {
    for (const host of hosts)
      for (const language of EVERY_LANGUAGE) {
        const lines = codeFrame(timeline, beats.length, host, language).programs.flatMap(
          (program) => program.lines,
        );
        for (const { id, returned } of calls.filter((call) => call.host === host)) {
          const own = lines.filter(({ keys }) => keys.includes(`call ${id}`));
          expect(own).toHaveLength(1);
          // A line of several calls waits while any of them does.
          const isDone = own[0]?.result !== null;
          expect(isDone || own[0]?.status === "waits").toBe(true);
          expect(returned !== null || own[0]?.status === "waits").toBe(true);
        }
      }
  });

  test("keep each line as the same object while nothing of it changes", () => {
    const linesAt = (position: number, host: string) =>
      codeFrame(timeline, position, host, "python").programs.flatMap(({ lines }) => lines);
    for (const host of hosts)
      for (const position of beats.keys()) {
        const before = linesAt(position, host);
        const copies = linesAt(position + 1, host).filter(
          (line, at) => line !== before[at] && JSON.stringify(line) === JSON.stringify(before[at]),
        );
        expect(copies).toEqual([]);
      }
  });
});
