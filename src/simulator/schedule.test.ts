import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, empty, entries, first, remove, removeFirst, size } from "./schedule.ts";
import type { Planned, Schedule } from "./schedule.ts";

const changes = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(fc.constant("add" as const), fc.nat({ max: 20 })) },
    { weight: 1, arbitrary: fc.tuple(fc.constant("first" as const), fc.constant(0)) },
    { weight: 1, arbitrary: fc.tuple(fc.constant("remove" as const), fc.nat({ max: 60 })) },
  ),
  { size: "medium" },
);

function after(list: readonly (readonly ["add" | "first" | "remove", number])[]): {
  schedule: Schedule<string>;
  planned: Planned<string>[];
} {
  let schedule = empty<string>();
  let planned: Planned<string>[] = [];
  let added = 0;
  for (const [kind, number] of list) {
    if (kind === "add") {
      const item = `item ${added}`;
      const next = add(schedule, number, item);
      ({ schedule } = next);
      planned.push({ at: number, id: next.id, item });
      planned.sort((one, other) => one.at - other.at || one.id - other.id);
      added += 1;
    } else if (kind === "first") {
      schedule = removeFirst(schedule);
      planned.shift();
    } else {
      schedule = remove(schedule, number);
      planned = planned.filter(({ id }) => id !== number);
    }
  }
  return { schedule, planned };
}

describe("a schedule", () => {
  test("plays in the order of time, and for one time in the order of asking", () => {
    fc.assert(
      fc.property(changes, (list) => {
        const { schedule, planned } = after(list);
        expect([...entries(schedule)]).toEqual(planned);
        expect(size(schedule)).toBe(planned.length);
        expect(first(schedule)).toEqual(planned[0]);
      }),
    );
  });

  test("never gives an id twice", () => {
    const { schedule, id } = add(empty<string>(), 5, "a");
    expect(add(remove(schedule, id), 5, "b").id).not.toBe(id);
  });

  test("is the same data whether what is gone was taken out early or late", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 })), fc.array(fc.nat({ max: 30 })), (times, gone) => {
        const early = after(
          times.flatMap((at, id) => [
            ["add", at] as const,
            ...(gone.includes(id) ? [["remove", id] as const] : []),
          ]),
        );
        const late = after([
          ...times.map((at) => ["add", at] as const),
          ...gone.map((id) => ["remove", id] as const),
        ]);
        expect(early.schedule).toStrictEqual(late.schedule);
        expect(JSON.parse(JSON.stringify(late.schedule))).toStrictEqual(late.schedule);
      }),
    );
  });

  test("stays shallow when times come in order", () => {
    let schedule = empty<number>();
    for (let at = 0; at < 10_000; at += 1) {
      ({ schedule } = add(schedule, at, at));
    }
    expect(depth(schedule.tree)).toBeLessThan(40);
  });

  test("has nothing first, and nothing to remove, when it is empty", () => {
    const schedule = empty<string>();
    expect(first(schedule)).toBeUndefined();
    expect(removeFirst(schedule)).toBe(schedule);
    expect(remove(schedule, 3)).toBe(schedule);
  });

  test("refuses a time that is not a whole number", () => {
    expect(() => add(empty<string>(), 0.5, "x")).toThrow(RangeError);
  });
});

function depth(tree: Schedule<unknown>["tree"]): number {
  return tree === null ? 0 : 1 + Math.max(depth(tree.left), depth(tree.right));
}
