import { describe, expect, test } from "vitest";
import { nextSeenBy, nextStateChange, previousSeenBy, previousStateChange } from "./next-change.ts";
import { planOfScenario } from "./scenario-plan.fixture.ts";
import { unfold } from "./unfold.ts";

describe("jumping", () => {
  const line = unfold(planOfScenario("open-and-close"));
  const end = line.beats.length;

  function all(jump: (position: number) => number | null, from: number): readonly number[] {
    const next = jump(from);
    return next === null ? [] : [next, ...all(jump, next)];
  }

  test("stops right after each change of a state, on the way there and back", () => {
    const changed = line.beats.flatMap(({ effects }, at) =>
      effects.some(({ kind }) => kind === "state") ? [at + 1] : [],
    );
    expect(all((position) => nextStateChange(line, position), 0)).toEqual(changed);
    expect(all((position) => previousStateChange(line, position), end + 1)).toEqual(
      changed.toReversed(),
    );
    expect(nextStateChange(line, end)).toBeNull();
    expect(previousStateChange(line, 0)).toBeNull();
  });

  test("stops at what one host sees: together both see all, and each misses the other's calls", () => {
    const seen = (host: string) => all((position) => nextSeenBy(line, position, host), 0);
    expect(new Set([...seen("A"), ...seen("B")]).size).toBe(end);
    expect(seen("A")[0]).toBe(5);
    expect(seen("B")[0]).toBe(1);
    expect(all((position) => previousSeenBy(line, position, "A"), end + 1).toReversed()).toEqual(
      seen("A"),
    );
  });
});
