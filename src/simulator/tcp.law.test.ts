/** What must hold whatever the wire does: the bytes arrive once each and in order, and both ends come to rest. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Conversation } from "./conversation.fixture.ts";
import * as intTable from "./int-table.ts";
import type { Fate, Profile } from "./world.ts";

const profile = fc.constantFrom<Profile>("rfc", "linux");
const iss = fc.oneof(
  fc.nat({ max: 0xff_ff_ff_ff }),
  fc.integer({ min: 0xff_ff_ff_ff - 4000, max: 0xff_ff_ff_ff }),
);
const fate: fc.Arbitrary<Fate> = fc.oneof(
  fc.constant<Fate>({ kind: "drop" }),
  fc.record({ kind: fc.constant("delay" as const), by: fc.nat({ max: 400_000 }) }),
  fc.record({ kind: fc.constant("duplicate" as const), after: fc.nat({ max: 400_000 }) }),
);
const fates = fc.array(
  fc.record({ from: fc.constantFrom("A", "B"), nth: fc.integer({ min: 1, max: 12 }), fate }),
  { maxLength: 6 },
);
const writes = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 5 });

/** Bytes of which each tells its place. */
function text(length: number, start: number): string {
  return Array.from({ length }, (_, index) =>
    String.fromCodePoint(((start + index) * 7 + ((start + index) >> 8)) % 256),
  ).join("");
}

function lossy(
  profile: Profile,
  isses: { a: number; b: number },
  rules: readonly { from: string; nth: number; fate: Fate }[],
): Conversation {
  const talk = new Conversation(profile);
  talk.take({ kind: "setting", host: "A", settings: { iss: [isses.a] } });
  talk.take({ kind: "setting", host: "B", settings: { iss: [isses.b] } });
  talk.begin();
  for (const { from, nth, fate } of rules) {
    talk.take({ kind: "rule", match: { from, to: null, what: null }, nth, fate });
  }
  return talk;
}

/** Reads what there is until the end of file or an error. */
function drain(talk: Conversation, host: "A" | "B"): string {
  const fd = host === "A" ? talk.a : talk.b;
  let all = "";
  for (;;) {
    const result = talk.call(host, { name: "recv", fd, size: 65_536, dontWait: true });
    const some = result?.errno === null ? result.value : null;
    if (typeof some !== "string" || some === "") return all;
    all += some;
  }
}

describe("over a wire that loses, delays and doubles", () => {
  test("every byte arrives once and in its place, both ways, wherever the numbers begin", () => {
    fc.assert(
      fc.property(
        profile,
        fc.record({ a: iss, b: iss }),
        fates,
        writes,
        writes,
        (profile, isses, rules, fromA, fromB) => {
          const talk = lossy(profile, isses, rules);
          let [toB, toA] = ["", ""];
          let [heardByB, heardByA] = ["", ""];
          for (let turn = 0; turn < 5; turn += 1) {
            for (const host of ["A", "B"] as const) {
              const length = (host === "A" ? fromA : fromB)[turn] ?? 0;
              if (length === 0) continue;
              const data = text(length, host === "A" ? toB.length : toA.length);
              if (host === "A") toB += data;
              else toA += data;
              talk.send(host, data);
            }
            talk.pass(30);
            heardByB += drain(talk, "B");
            heardByA += drain(talk, "A");
          }
          talk.pass(120_000);
          heardByB += drain(talk, "B");
          heardByA += drain(talk, "A");
          expect(heardByB === toB && heardByA === toA).toBe(true);
        },
      ),
    );
  });

  test("an orderly close comes to its end at both, and no connection is left", () => {
    fc.assert(
      fc.property(
        profile,
        fc.record({ a: iss, b: iss }),
        fates,
        fc.constantFrom<readonly ("A" | "B")[]>(["A", "B"], ["B", "A"]),
        fc.nat({ max: 60 }),
        (profile, isses, rules, order, between) => {
          const talk = lossy(profile, isses, rules);
          for (const host of order) {
            talk.close(host);
            talk.pass(between);
          }
          talk.pass(1_000_000);
          const left = ["A", "B"].flatMap((host) => [
            ...intTable.entries(talk.world.hosts[host]!.sockets),
          ]);
          expect(left).toEqual([]);
        },
      ),
    );
  });
});
