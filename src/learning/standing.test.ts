import { describe, expect, test } from "vitest";
import type { Attempt, Outcome } from "./attempt.ts";
import { drawFrom } from "./draw.ts";
import type { Generator } from "./generator.ts";
import { nextToPractise } from "./practice.ts";
import { heldBeliefs, standingByTopic, standingOf } from "./standing.ts";
import type { Topic } from "./topic.ts";

const START = Date.UTC(2026, 0, 5, 9);

let clock = START;
const attempt = (practised: string, outcome: Outcome, more: Partial<Attempt> = {}): Attempt => ({
  at: (clock += 1000),
  practised,
  seed: 1,
  outcome,
  beliefs: [],
  ...more,
});
const generator = (id: string, topic: Topic): Generator => ({
  id,
  topic,
  practises: id,
  lesson: "ports/three-ranges",
  make: () => ({ kind: "type-number", prompt: "1?", answer: 1, because: "So.", near: [] }),
});
const WEAK = generator("weak", "services");
const STRONG = generator("strong", "port-ranges");
const FRESH = generator("fresh", "connections");
const LOG = [
  ...Array.from({ length: 5 }, () => attempt("weak", "wrong")),
  ...Array.from({ length: 5 }, () => attempt("strong", "right")),
];

describe("standing", () => {
  test("nothing asked has no strength", () => {
    expect(standingOf([])).toEqual({ asked: 0, right: 0, strength: null });
  });

  test("all right is 1, all wrong 0, and the newest weighs most", () => {
    const strength = (...outcomes: Outcome[]) =>
      standingOf(outcomes.map((outcome) => attempt("x", outcome))).strength!;
    expect(strength("right", "right")).toBe(1);
    expect(strength("wrong", "not-sure")).toBe(0);
    expect(strength("wrong", "right")).toBeGreaterThan(0.5);
    expect(strength("right", "wrong")).toBeLessThan(0.5);
  });

  test("is told by topic, and what other versions practised counts nowhere", () => {
    const standing = standingByTopic([...LOG, attempt("of-the-future", "wrong")], [WEAK, STRONG]);
    expect(standing["services"]).toMatchObject({ asked: 5, strength: 0 });
    expect(standing["port-ranges"]).toMatchObject({ asked: 5, strength: 1 });
    expect(standing["connections"]).toMatchObject({ asked: 0, strength: null });
  });
});

test("a belief of another version is told nowhere", () => {
  expect(heldBeliefs([attempt("weak", "wrong", { beliefs: ["of-the-future"] })])).toEqual([]);
});

test("a belief once held is told with what was right since", () => {
  const log = [
    attempt("weak", "wrong", { beliefs: ["port-zero"] }),
    attempt("weak", "right"),
    attempt("strong", "wrong", { beliefs: ["port-is-socket"] }),
  ];
  expect(heldBeliefs(log)).toMatchObject([
    { id: "port-is-socket", times: 1, rightSince: 0 },
    { id: "port-zero", times: 1, rightSince: 1 },
  ]);
});

describe("practice", () => {
  const counts = (
    log: readonly Attempt[],
    generators: Generator[],
    lessons?: ReadonlyMap<string, number>,
  ) => {
    const times: Record<string, number> = {};
    for (let seed = 0; seed < 2000; seed++) {
      const id = nextToPractise(log, generators, drawFrom(seed), lessons)!.generator.id;
      times[id] = (times[id] ?? 0) + 1;
    }
    return times;
  };

  test("leans to what is weak, and brings what is new", () => {
    const times = counts([...LOG, attempt("other", "right")], [WEAK, STRONG, FRESH]);
    expect(times["weak"]!).toBeGreaterThan(times["strong"]! * 4);
    expect(times["fresh"]!).toBeGreaterThan(times["strong"]! * 2);
    expect(times["strong"]!).toBeGreaterThan(0);
  });

  test("brings sooner what is new and was missed in its lesson, and asks what was asked by its own answers", () => {
    const missed = { ...generator("missed", "services"), lesson: "ports/missed" };
    const known = { ...generator("known", "services"), lesson: "ports/known" };
    const lessons = new Map([
      ["ports/missed", 0],
      ["ports/known", 1],
      [STRONG.lesson, 0],
    ]);
    const log = [...LOG, attempt("other", "right")];
    const times = counts(log, [STRONG, missed, known], lessons);
    expect(times["missed"]!).toBeGreaterThan(times["known"]! * 2);
    expect(times["known"]!).toBeGreaterThan(times["strong"]! * 2);
  });

  test("does not ask the same twice in a row, unless there is nothing else", () => {
    expect(counts(LOG, [WEAK, STRONG])["strong"]).toBeUndefined();
    expect(counts(LOG, [STRONG])["strong"]).toBe(2000);
    expect(nextToPractise(LOG, [], drawFrom(1))).toBeNull();
  });
});
