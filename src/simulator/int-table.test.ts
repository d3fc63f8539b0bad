import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { empty, entries, get, remove, set, size } from "./int-table.ts";
import type { IntTable } from "./int-table.ts";

const ids = fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 2100 }), fc.nat({ max: 0x7f_ff_ff_ff }));
const changes = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("set" as const), id: ids, value: fc.string() }),
    fc.record({ kind: fc.constant("remove" as const), id: ids }),
  ),
);

function after(list: typeof changes extends fc.Arbitrary<infer List> ? List : never): {
  table: IntTable<string>;
  map: Map<number, string>;
} {
  let table = empty<string>();
  const map = new Map<number, string>();
  for (const change of list) {
    if (change.kind === "set") {
      table = set(table, change.id, change.value);
      map.set(change.id, change.value);
    } else {
      table = remove(table, change.id);
      map.delete(change.id);
    }
  }
  return { table, map };
}

const sorted = (map: Map<number, string>): [number, string][] =>
  [...map].toSorted(([one], [other]) => one - other);

describe("a table by id", () => {
  test("holds what a map would hold, in the order of the ids", () => {
    fc.assert(
      fc.property(changes, ids, (list, other) => {
        const { table, map } = after(list);
        expect([...entries(table)]).toEqual(sorted(map));
        expect(size(table)).toBe(map.size);
        for (const id of [...map.keys(), other]) {
          expect(get(table, id)).toBe(map.get(id));
        }
      }),
    );
  });

  test("of equal content is equal data, whatever came before, and survives JSON", () => {
    fc.assert(
      fc.property(changes, (list) => {
        const { table, map } = after(list);
        let straight = empty<string>();
        for (const [id, value] of sorted(map)) {
          straight = set(straight, id, value);
        }
        expect(table).toStrictEqual(straight);
        expect(JSON.parse(JSON.stringify(table))).toStrictEqual(table);
      }),
    );
  });

  test("leaves the table it came from as it was, and shares what did not change", () => {
    let before = empty<{ n: number }>();
    for (let id = 0; id < 1100; id += 1) {
      before = set(before, id, { n: id });
    }
    const after = set(before, 0, { n: -1 });
    expect(get(before, 0)).toEqual({ n: 0 });
    expect(get(after, 0)).toEqual({ n: -1 });
    expect(after.root[1]).toBe(before.root[1]);
    expect(remove(before, 5000)).toBe(before);
  });

  test("takes values that are arrays", () => {
    const table = set(empty<number[]>(), 40, [1, 2]);
    expect(get(table, 40)).toEqual([1, 2]);
    expect(get(table, 41)).toBeUndefined();
    expect([...entries(table)]).toEqual([[40, [1, 2]]]);
  });

  test.each([-1, 1.5, 2 ** 31, Number.NaN])("refuses %d for an id", (id) => {
    expect(() => set(empty<string>(), id, "x")).toThrow(RangeError);
    expect(get(set(empty<string>(), 1, "x"), id)).toBeUndefined();
  });
});
