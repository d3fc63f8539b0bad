import { describe, expect, test } from "vitest";
import type { Attempt, Outcome } from "#learning/attempt";
import { generatorById } from "#learning/generators";
import { dayOf } from "./calendar.model.ts";
import { counted, dueByTopic, dueDays, dueDaysText, dueText, duesOf } from "./due.model.ts";

const GENERATOR = generatorById("range-of-port")!;
const EVENING = new Date(2026, 10, 22, 20).getTime();
const at = (days: number, hour: number) => new Date(2026, 10, 22 + days, hour).getTime();

const attempt = (time: number, practised: string, outcome: Outcome = "wrong"): Attempt => ({
  at: time,
  practised,
  seed: 7,
  outcome,
  beliefs: [],
});
const textAt = (now: number, ...log: Attempt[]) => dueText(duesOf(log, [GENERATOR], now), now);

describe("what is due is told in words", () => {
  test("before anything was practised", () => {
    expect(textAt(EVENING)).toBe("Nothing is due: nothing was practised yet.");
  });

  test("on the day itself and on the morning after, whatever the hour was", () => {
    const missed = attempt(EVENING, GENERATOR.id);
    expect(textAt(EVENING, missed)).toBe("Nothing is due today. The next comes tomorrow.");
    expect(textAt(at(1, 8), missed)).toBe("1 question is due today.");
  });

  test("with flash cards apart", () => {
    const missed = [
      attempt(EVENING, GENERATOR.id),
      attempt(EVENING, "card-443-tcp"),
      attempt(EVENING, "card-53-udp"),
    ];
    expect(textAt(EVENING, ...missed)).toBe("Nothing is due today. The next 3 come tomorrow.");
    expect(textAt(at(1, 8), ...missed)).toBe("1 question and 2 flash cards are due today.");
  });

  test("without what only another version knows", () => {
    expect(duesOf([attempt(0, "of-a-later-version")], [GENERATOR], EVENING)).toEqual({
      today: [],
      ahead: [],
    });
  });
});

test("what was right comes back later than what was missed", () => {
  const [next] = duesOf([attempt(EVENING, GENERATOR.id, "right")], [GENERATOR], EVENING).ahead;
  const [missed] = duesOf([attempt(EVENING, GENERATOR.id)], [GENERATOR], EVENING).ahead;
  expect(next!.day).toBeGreaterThan(missed!.day);
});

test("what is due is told by topic, and by day for a drawing", () => {
  const dues = duesOf(
    [
      attempt(EVENING, GENERATOR.id),
      attempt(EVENING, "card-443-tcp"),
      attempt(at(1, 9), "card-53-udp"),
    ],
    [GENERATOR],
    at(1, 8),
  );
  expect(dueByTopic(dues)).toEqual([
    { name: "Port ranges", count: 1 },
    { name: "Flash cards", count: 1 },
  ]);
  const today = dayOf(at(1, 8));
  const days = dueDays(dues, today, 3);
  expect(days).toEqual([
    { day: today, count: 2 },
    { day: today + 1, count: 1 },
    { day: today + 2, count: 0 },
  ]);
  expect(dueDaysText(days)).toBe("Due: 2 today, 1 on the 2 days after.");
});

test.each([
  [1, "1 answer"],
  [1200, "1200 answers"],
  [20_000, "20,000 answers"],
])("%i is counted as %s", (count, text) => {
  expect(counted(count, "answer")).toBe(text);
});
