import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ALL_TOPICS } from "#learning/quiz-plan";
import type { Given, Sitting } from "#learning/quiz-sitting";

const PLACE = "ports-of-call:sittings";
const NOT_SURE: Given = { answer: { kind: "not-sure" }, took: 1000 };
const sitting = (startedAt: number, answers: number): Sitting => ({
  plan: { mode: "quiz", topics: ALL_TOPICS, count: 5, seed: 7 },
  startedAt,
  given: Array.from({ length: answers }, () => NOT_SURE),
});

let stored: Map<string, string>;
let isBlocked: boolean;

beforeEach(() => {
  vi.resetModules();
  stored = new Map();
  isBlocked = false;
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => {
      if (isBlocked) throw new DOMException("blocked", "SecurityError");
      return stored.get(key) ?? null;
    },
    setItem: (key: string, value: string) => {
      if (isBlocked) throw new DOMException("blocked", "SecurityError");
      stored.set(key, value);
    },
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A page of its own, which knows what is stored and no more. */
async function openTab() {
  vi.resetModules();
  return import("./sittings.ts");
}

test("a sitting is there again in another page, and an earlier state of it does not undo an answer", async () => {
  const one = await openTab();
  one.keepSitting(sitting(5, 2));
  const other = await openTab();
  expect(other.currentSittings().sittings).toEqual([sitting(5, 2)]);
  other.keepSitting(sitting(5, 1));
  expect((await openTab()).currentSittings().sittings).toEqual([sitting(5, 2)]);
});

test("two tabs keep their own sittings of the same questions", async () => {
  const [one, other] = [await openTab(), await openTab()];
  one.keepSitting(sitting(5, 1));
  other.keepSitting(sitting(6, 3));
  one.keepSitting(sitting(5, 2));
  expect((await openTab()).currentSittings().sittings).toEqual([sitting(6, 3), sitting(5, 2)]);
});

test("where the browser keeps nothing, a sitting lasts as long as the page", async () => {
  isBlocked = true;
  const { keepSitting, currentSittings, sittingsKeeping } = await openTab();
  keepSitting(sitting(5, 1));
  expect(currentSittings().sittings).toEqual([sitting(5, 1)]);
  expect(sittingsKeeping()).toBe("page");
});

test("a text that is none is set aside, and what is new is kept", async () => {
  stored.set(PLACE, "no sittings");
  const { keepSitting } = await openTab();
  keepSitting(sitting(5, 1));
  expect((await openTab()).currentSittings().sittings).toEqual([sitting(5, 1)]);
  expect(stored.get(`${PLACE}-set-aside-1`)).toBe("no sittings");
});

test("the best drill is kept, a worse one is not", async () => {
  (await openTab()).noteDrill({ right: 9, at: 1 });
  (await openTab()).noteDrill({ right: 7, at: 2 });
  expect((await openTab()).currentSittings().best).toEqual({ right: 9, at: 1 });
});
