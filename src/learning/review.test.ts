import fc from "fast-check";
import { type Grade, Rating, createEmptyCard, fsrs } from "ts-fsrs";
import { describe, expect, test } from "vitest";
import { OUTCOMES, type Attempt, type Outcome } from "./attempt.ts";
import { dueAt, schedule } from "./review.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5, 9);

const attempt = (practised: string, outcome: Outcome, at = START): Attempt => ({
  at,
  practised,
  seed: 1,
  outcome,
  beliefs: [],
});

test("what was wrong is due the next day, what was right later", () => {
  const log = [attempt("weak", "wrong"), attempt("strong", "right")];
  const [first, second] = schedule(log);
  expect(first).toEqual({ practised: "weak", at: START + DAY });
  expect(second!.at - START).toBeGreaterThan(DAY);
  expect(dueAt(log, START + DAY).map(({ practised }) => practised)).toEqual(["weak"]);
  expect(dueAt(log, START)).toEqual([]);
});

test("each right answer puts it off for longer", () => {
  const log: Attempt[] = [];
  const waits: number[] = [];
  let at = START;
  for (let time = 0; time < 4; time++) {
    log.push(attempt("x", "right", at));
    const due = schedule(log)[0]!.at;
    waits.push(due - at);
    at = due;
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(new Set(waits).size).toBe(4);
});

test.each(["wrong", "not-sure"] as const)(
  "what was known for a year and then was %s is due the next day, and is learned faster than what is new",
  (outcome) => {
    const log = [0, 3, 12, 50, 180].map((day) => attempt("x", "right", START + day * DAY));
    const missed = START + 400 * DAY;
    log.push(attempt("x", outcome, missed));
    expect(schedule(log)).toEqual([{ practised: "x", at: missed + DAY }]);
    const again = attempt("x", "right", missed + DAY);
    const [known] = schedule([...log, again]);
    const [fresh] = schedule([attempt("x", outcome, missed), again]);
    expect(known!.at).toBeGreaterThan(fresh!.at);
  },
);

test("a clock that was set back does no harm", () => {
  const log = [attempt("x", "right"), attempt("x", "right", START - 9 * DAY)];
  expect(schedule(log)[0]!.at).toBeGreaterThan(START);
});

describe("the day something is due", () => {
  const GRADES: Record<Outcome, Grade> = {
    right: Rating.Good,
    partly: Rating.Hard,
    wrong: Rating.Again,
    "not-sure": Rating.Again,
  };
  /** ts-fsrs card by card, as its own documentation has it. */
  function stepped(log: readonly Attempt[]): number {
    const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });
    let card = createEmptyCard(new Date(log[0]!.at));
    for (const { at, outcome } of log)
      card = scheduler.next(card, new Date(at), GRADES[outcome]).card;
    const { at, outcome } = log.at(-1)!;
    const latest = GRADES[outcome] === Rating.Again ? at + DAY : Number.POSITIVE_INFINITY;
    return Math.min(card.due.getTime(), latest);
  }
  const answers = fc.array(fc.tuple(fc.nat({ max: 90 * DAY }), fc.constantFrom(...OUTCOMES)), {
    minLength: 1,
    maxLength: 12,
  });

  test("is the one that FSRS says, card by card, but for what was missed last", () => {
    fc.assert(
      fc.property(answers, (answers) => {
        let at = START;
        const log = answers.map(([wait, outcome]) => attempt("x", outcome, (at += wait)));
        expect(schedule(log)).toEqual([{ practised: "x", at: stepped(log) }]);
      }),
    );
  });
});
