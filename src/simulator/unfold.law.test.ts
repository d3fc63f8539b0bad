import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callFrom, canTouch, letTimePass, takeOver, touch } from "./edit-plan.ts";
import { type Plan, type TouchFate, planOf } from "./plan.ts";
import { fileOf } from "./scenario-plan.fixture.ts";
import { SCENARIOS } from "./scenarios.ts";
import type { Beat, CallStory, Timeline } from "./timeline.ts";
import { Unfolding, unfold } from "./unfold.ts";

const FILES = SCENARIOS.map(({ simulation }) => fileOf(simulation));
const ALL_STEPS = FILES.flatMap(({ steps }) => steps);

/** Up to and above the waits of retransmission. */
const micros = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 5_000_000 }),
);

const fates: fc.Arbitrary<TouchFate> = fc.oneof(
  fc.constantFrom({ kind: "drop" } as const, { kind: "overtaken" } as const),
  micros.map((by) => ({ kind: "delay" as const, by })),
  micros.map((after) => ({ kind: "duplicate" as const, after })),
);

/** Places are parts of the line, from 0 to 1. */
const place = fc.double({ min: 0, max: 1, noNaN: true });

type Deed =
  | { readonly kind: "touch"; readonly place: number; readonly fate: TouchFate }
  | { readonly kind: "take-over"; readonly place: number }
  | { readonly kind: "call"; readonly place: number; readonly step: (typeof ALL_STEPS)[number] }
  | { readonly kind: "wait" };

const touching = fc.record({ kind: fc.constant("touch" as const), place, fate: fates });
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  touching,
  touching,
  fc.record({ kind: fc.constant("take-over" as const), place }),
  fc.record({ kind: fc.constant("call" as const), place, step: fc.constantFrom(...ALL_STEPS) }),
  fc.constant({ kind: "wait" as const }),
);

/** The plan after a deed, and how many beats of the line it leaves as they were. */
function done(line: Timeline, deed: Deed): { readonly plan: Plan; readonly kept: number } {
  const { plan, beats, packets } = line;
  switch (deed.kind) {
    case "touch": {
      const story = packets[Math.floor(deed.place * packets.length)];
      if (story === undefined || !canTouch(story)) return { plan, kept: beats.length };
      return { plan: touch(plan, line, story.id, deed.fate), kept: story.sentIn + 1 };
    }
    case "take-over": {
      const position = Math.round(deed.place * beats.length);
      return { plan: takeOver(line, position), kept: position };
    }
    case "call": {
      const position = Math.round(deed.place * beats.length);
      return { plan: callFrom(line, position, deed.step), kept: position };
    }
    case "wait":
      return { plan: letTimePass(plan, line) ?? plan, kept: beats.length };
  }
}

const told = (beats: readonly Beat[]) =>
  beats.map(({ at, event, effects }) => ({ at, event, effects }));

/** What is wrong with a line; nothing, it is hoped. */
function flawsOf({ beats, packets, calls, notes }: Timeline): readonly string[] {
  const flaws: string[] = [];
  const isIn = (at: number) => Number.isInteger(at) && at >= 0 && at < beats.length;
  const check = (isRight: boolean, what: string) => {
    if (!isRight) flaws.push(what);
  };
  for (const [at, beat] of beats.entries()) {
    check(beat.world.now === beat.at, `beat ${at} is at another time than its world`);
    check(beat.at >= (beats[at - 1]?.at ?? 0), `time goes back in beat ${at}`);
  }
  for (const [at, { id, sentIn, sentAt, end }] of packets.entries()) {
    check(id > (packets[at - 1]?.id ?? 0), `packet ${id} is out of order`);
    check(isIn(sentIn) && beats[sentIn]?.at === sentAt, `packet ${id} is sent nowhere`);
    if (end.kind === "open") continue;
    check(isIn(end.in) && end.in >= sentIn && end.at >= sentAt, `packet ${id} ends nowhere`);
    check(end.kind === "lost" || beats[end.in]?.at === end.at, `packet ${id} arrives nowhere`);
  }
  for (const { id, madeIn, returned } of calls) {
    check(isIn(madeIn), `call ${id} is made nowhere`);
    check(
      returned === null || (isIn(returned.in) && returned.in >= madeIn),
      `call ${id} returns nowhere`,
    );
  }
  for (const { position } of notes)
    check(position >= 0 && position <= beats.length, "a note is nowhere");
  return flaws;
}

const isWaitingAt = ({ madeIn, returned }: CallStory, beat: number) =>
  madeIn < beat && (returned === null || returned.in >= beat);

/** Calls of one program that wait at once, as "3 while 2". */
function together({ calls }: Timeline): ReadonlySet<string> {
  return new Set(
    calls.flatMap((call) =>
      calls
        .filter(({ host, pid }) => host === call.host && pid === call.pid)
        .filter((other) => isWaitingAt(other, call.madeIn))
        .map((other) => `${call.step.index} while ${other.step.index}`),
    ),
  );
}

describe("whatever a person does to any scenario", () => {
  test("the line is whole, and what came before stays as it was", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FILES),
        fc.array(deeds, { minLength: 1, maxLength: 4 }),
        (file, all) => {
          let line = unfold(planOf(file));
          for (const deed of all) {
            const { plan, kept } = done(line, deed);
            const next = unfold(plan);
            expect(flawsOf(next)).toEqual([]);
            expect(told(next.beats.slice(0, kept))).toEqual(told(line.beats.slice(0, kept)));
            line = next;
          }
        },
      ),
    );
  });

  test("a program makes no call while an earlier one waits, unless it was meant to", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FILES),
        fc.array(touching, { minLength: 1, maxLength: 4 }),
        (file, all) => {
          let line = unfold(planOf(file));
          const meant = together(line);
          for (const deed of all) line = unfold(done(line, deed).plan);
          expect([...together(line)].filter((pair) => !meant.has(pair))).toEqual([]);
        },
      ),
    );
  });

  test("is computed in slices as it is at once", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FILES),
        fc.array(deeds, { minLength: 0, maxLength: 2 }),
        fc.integer({ min: 1, max: 9 }),
        (file, all, events) => {
          let line = unfold(planOf(file));
          for (const deed of all) line = unfold(done(line, deed).plan);
          const unfolding = new Unfolding(line.plan);
          let length = 0;
          while (!unfolding.advance(events)) {
            const { beats } = unfolding.timeline;
            expect(beats.length).toBeGreaterThanOrEqual(length);
            length = beats.length;
          }
          expect(unfolding.timeline).toEqual(line);
        },
      ),
    );
  });
});
