import { describe, expect, test } from "vitest";
import type { Ladder } from "./ladder.ts";
import { ladderOf } from "./ladder-of.ts";
import { type Plan, planOf } from "./plan.ts";
import { SCENARIOS } from "./scenarios.ts";
import { parseSimulation } from "./simulation-file.ts";
import { unfold } from "./unfold.ts";

function planFor(id: string): Plan {
  const parsed = parseSimulation(SCENARIOS.find((each) => each.id === id)?.simulation);
  if (parsed.type === "error") throw new Error(parsed.message);
  return planOf(parsed.file);
}

const runOf = (id: string) => unfold(planFor(id));

const lines = ({ arrows, marks, columns, rows }: Ladder, isGhost: boolean) =>
  rows.flatMap(({ wait }, row) => [
    ...(wait === null ? [] : [`-- ${wait}`]),
    ...marks
      .filter((mark) => mark.row === row && mark.isGhost === isGhost)
      .map(({ column, text }) => `${columns[column]?.host}: ${text}`),
    ...arrows
      .filter((arrow) => arrow.fromRow === row && arrow.isGhost === isGhost)
      .map(({ label, numbers, note }) =>
        [label, numbers, note].filter((text) => text !== "").join("; "),
      ),
  ]);

describe("a ladder of one run", () => {
  test("tells the three-way handshake", () => {
    expect(lines(ladderOf(runOf("open-and-close"), null), false).slice(0, 16)).toEqual([
      "B: socket() = 3",
      "B: setsockopt()",
      "B: bind()",
      "B: listen()",
      "B: LISTEN",
      "A: socket() = 3",
      "A: connect() waits",
      "A: SYN-SENT",
      "SYN; seq 0",
      "B: SYN-RECEIVED",
      "SYN,ACK; seq 0 ack 1",
      "A: ESTABLISHED",
      "A: connect() = 0",
      "ACK; seq 1 ack 1",
      "B: ESTABLISHED",
      "B: accept() = 4",
    ]);
  });

  test("folds waits and says how long they are", () => {
    const { rows } = ladderOf(runOf("syn-lost-for-ever"), null);
    expect(rows.flatMap(({ wait }) => wait ?? [])).toEqual([
      "1 s later",
      "1 s later",
      "1 s later",
      "1 s later",
      "1 s later",
      "2 s later",
      "4 s later",
      "8 s later",
      "16 s later",
      "32 s later",
      "1 min 4 s later",
    ]);
  });
});

describe("a ladder with a ghost", () => {
  test("keeps of the old run what is not the same in the new one", () => {
    const plan = planFor("open-and-close");
    const old = unfold(plan);
    const touched = unfold({ ...plan, touches: [{ packet: 2, fate: { kind: "drop" } }] });
    const ladder = ladderOf(touched, old);
    expect(lines(ladder, true).slice(0, 8)).toEqual([
      "SYN,ACK; seq 0 ack 1; before",
      "A: ESTABLISHED",
      "A: connect() = 0",
      "ACK; seq 1 ack 1; before",
      "B: ESTABLISHED",
      "B: accept() = 4",
      "A: send() = 5",
      "PSH,ACK 5 bytes; seq 1 ack 1; before",
    ]);
    expect(ladder.arrows.find(({ isTouched }) => isTouched)).toMatchObject({
      note: "lost by you",
      words: "B sends SYN,ACK to A, seq 0 ack 1; it is lost by your hand.",
    });
  });

  test("has no ghost where both runs are the same", () => {
    const run = runOf("simultaneous-close");
    expect(ladderOf(run, run)).toEqual(ladderOf(run, null));
  });
});

describe.each(SCENARIOS.map(({ id }) => id))("%s", (id) => {
  const run = runOf(id);
  const first = run.packets[0]?.id;
  const touched =
    first === undefined
      ? null
      : unfold({ ...planFor(id), touches: [{ packet: first, fate: { kind: "drop" } }] });
  const ladders = [
    ladderOf(run, null),
    ...(touched === null ? [] : [ladderOf(touched, run), ladderOf(run, touched)]),
  ];

  test("a row for each position, rising, and times that never go back", () => {
    for (const { rowOfPosition, rows } of ladders) {
      expect(rowOfPosition.every((row, at) => at === 0 || row > rowOfPosition[at - 1]!)).toBe(true);
      expect(rowOfPosition[0]).toBe(0);
      expect(rowOfPosition.at(-1)!).toBeLessThan(rows.length);
      expect(rows.every(({ at }, row) => row === 0 || at >= rows[row - 1]!.at)).toBe(true);
    }
  });

  test("arrows and marks stand in rows and columns that are there, each with a key of its own", () => {
    for (const { rows, columns, arrows, marks } of ladders) {
      for (const { from, to, fromRow, toRow } of arrows) {
        expect(fromRow).toBeLessThanOrEqual(toRow);
        expect(toRow).toBeLessThan(rows.length);
        expect(Math.max(from ?? 0, to ?? 0)).toBeLessThan(columns.length);
      }
      for (const { row, column } of marks) {
        expect(row).toBeLessThan(rows.length);
        expect(column).toBeLessThan(columns.length);
      }
      const keys = [...arrows, ...marks].map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test("every packet of the run has its arrow", () => {
    const [ladder] = ladders;
    expect(ladder!.arrows.map(({ packet }) => packet)).toEqual(run.packets.map(({ id }) => id));
  });
});
