import { describe, expect, test } from "vitest";
import { unfold } from "#simulator/unfold";
import { planOfScenario } from "./run-of-plan.ts";
import { changed, commonBeats, openedSession, timeText } from "./session.model.ts";

const plan = planOfScenario("open-and-close");
const run = unfold(plan);
const synAck = run.packets.find(({ report }) => report.flags === "SYN,ACK")!;
const withoutSynAck = unfold({
  ...plan,
  touches: [{ packet: synAck.id, fate: { kind: "drop" } }],
});

describe("a session", () => {
  test("begins before the first beat, and moves within the run's ends", () => {
    const session = openedSession(run);
    expect(session.position).toBe(0);
    expect(changed(session, { kind: "go", position: 3 }).position).toBe(3);
    expect(changed(session, { kind: "go", position: -5 }).position).toBe(0);
    expect(changed(session, { kind: "go", position: 1e9 }).position).toBe(run.beats.length);
  });

  test("stays the same object where nothing changes", () => {
    const session = openedSession(run, 4);
    expect(changed(session, { kind: "go", position: 4 })).toBe(session);
    expect(changed(session, { kind: "undo" })).toBe(session);
    expect(changed(session, { kind: "drop-ghost" })).toBe(session);
  });

  test("keeps the run from before a change as a ghost, and undo brings it back", () => {
    const session = openedSession(run, run.beats.length);
    const next = changed(session, { kind: "changed", timeline: withoutSynAck });
    expect(next.ghost).toBe(run);
    expect(next.timeline).toBe(withoutSynAck);
    const back = changed(next, { kind: "undo" });
    expect(back).toEqual(session);
  });

  test("goes to where both runs part, not beyond", () => {
    const early = changed(openedSession(run, 2), { kind: "changed", timeline: withoutSynAck });
    expect(early.position).toBe(2);
    const late = changed(openedSession(run, run.beats.length), {
      kind: "changed",
      timeline: withoutSynAck,
    });
    expect(late.position).toBe(commonBeats(run, withoutSynAck));
    expect(late.position).toBeGreaterThanOrEqual(synAck.sentIn);
    expect(late.position).toBeLessThan(run.beats.length);
  });

  test("has nothing to compare with after another run was opened", () => {
    const changedOnce = changed(openedSession(run, 5), {
      kind: "changed",
      timeline: withoutSynAck,
    });
    const opened = changed(changedOnce, { kind: "opened", timeline: run, position: 7 });
    expect(opened).toEqual({ timeline: run, ghost: null, position: 7, past: [] });
  });
});

test.each([
  [0, "0 ms"],
  [20_000, "20 ms"],
  [20_100, "20.1 ms"],
  [999_000, "999 ms"],
  [1_020_000, "1.02 s"],
  [59_000_000, "59 s"],
  [60_000_000, "1 min"],
  [131_000_000, "2 min 11 s"],
  [3_600_400_000, "1 h"],
  [86_400_100_000, "1 d"],
])("%i microseconds are %s", (micros, text) => {
  expect(timeText(micros)).toBe(text);
});
