import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { empty, entries, get, has, remove, set, size } from "./text-map.ts";
import type { TextMap } from "./text-map.ts";

const keys = fc.oneof(
  fc.nat({ max: 400 }).map((number) => `10.0.0.1:${number}`),
  fc.string({ unit: "binary" }),
  fc.constantFrom("__proto__", "constructor", ""),
);
const changes = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.tuple(fc.constant("set" as const), keys, fc.integer()) },
    { weight: 1, arbitrary: fc.tuple(fc.constant("remove" as const), keys, fc.constant(0)) },
  ),
  { size: "large" },
);

function after(list: readonly (readonly ["set" | "remove", string, number])[]): {
  map: TextMap<number>;
  model: Map<string, number>;
} {
  let map = empty<number>();
  const model = new Map<string, number>();
  for (const [kind, key, value] of list) {
    if (kind === "set") {
      map = set(map, key, value);
      model.set(key, value);
    } else {
      map = remove(map, key);
      model.delete(key);
    }
  }
  return { map, model };
}

describe("a map by text", () => {
  test("holds what a map would hold", () => {
    fc.assert(
      fc.property(changes, keys, (list, other) => {
        const { map, model } = after(list);
        expect(new Map(entries(map))).toEqual(model);
        expect([...entries(map)]).toHaveLength(model.size);
        expect(size(map)).toBe(model.size);
        for (const key of [...model.keys(), other]) {
          expect(get(map, key)).toBe(model.get(key));
          expect(has(map, key)).toBe(model.has(key));
        }
      }),
    );
  });

  test("of equal content is equal data, whatever came before, and survives JSON", () => {
    fc.assert(
      fc.property(changes, (list) => {
        const { map, model } = after(list);
        let straight = empty<number>();
        for (const [key, value] of [...model].toReversed()) {
          straight = set(straight, key, value);
        }
        expect(map).toStrictEqual(straight);
        expect(JSON.parse(JSON.stringify(map))).toStrictEqual(map);
      }),
    );
  });

  test("shrinks back to one sorted list", () => {
    let map = empty<number>();
    for (let number = 0; number < 1000; number += 1) {
      map = set(map, `${number}`, number);
    }
    for (let number = 3; number < 1000; number += 1) {
      map = remove(map, `${number}`);
    }
    expect(map).toStrictEqual([
      ["0", 0],
      ["1", 1],
      ["2", 2],
    ]);
  });

  test("leaves the map it came from as it was, and shares what did not change", () => {
    let before = empty<number>();
    for (let number = 0; number < 1000; number += 1) {
      before = set(before, `${number}`, number);
    }
    const after = set(before, "7", -7);
    expect(get(before, "7")).toBe(7);
    expect(get(after, "7")).toBe(-7);
    if (!("nodes" in before) || !("nodes" in after)) {
      throw new Error("a thousand keys do not fit in one bucket");
    }
    const shared = after.nodes.filter(
      (node, index) => node === (before as typeof after).nodes[index],
    );
    expect(shared).toHaveLength(after.nodes.length - 1);
    expect(remove(before, "nobody")).toBe(before);
  });

  test("keeps keys apart whose hashes are the same", () => {
    const twins = ["costarring", "liquid", "declinate", "macallums", "altarage", "zinke"];
    let map = empty<string>();
    for (let number = 0; number < 100; number += 1) {
      map = set(map, `filler ${number}`, "filler");
    }
    for (const twin of twins) {
      map = set(map, twin, twin);
    }
    for (const twin of twins) {
      expect(get(map, twin)).toBe(twin);
    }
  });
});
