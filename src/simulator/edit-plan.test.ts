import { describe, expect, test } from "vitest";
import {
  callByHand,
  callFrom,
  canTouch,
  letTimePass,
  takeOver,
  touch,
  untouch,
} from "./edit-plan.ts";
import type { Plan } from "./plan.ts";
import { FREE_PLAY, fileOf, planOfScenario } from "./scenario-plan.fixture.ts";
import { TWO_HOSTS, accepts, connects, does, listens } from "./scenarios/steps.ts";
import type { FileStep } from "./simulation-file.ts";
import { worldAt } from "./timeline.ts";
import { unfold } from "./unfold.ts";

const steps = (...written: Parameters<typeof fileOf>[0]["steps"]): readonly FileStep[] =>
  fileOf({ hosts: TWO_HOSTS, steps: written }).steps;

const DROP = { kind: "drop" } as const;

describe("a touch", () => {
  const plan = planOfScenario("open-and-close");
  const timeline = unfold(plan);

  test("on an earlier packet takes back those on later ones", () => {
    const later = touch(plan, timeline, 8, DROP);
    const both = touch(later, unfold(later), 9, { kind: "overtaken" });
    expect(both.touches.map(({ packet }) => packet)).toEqual([8, 9]);
    expect(touch(both, unfold(both), 2, DROP).touches).toEqual([{ packet: 2, fate: DROP }]);
  });

  test("on the same packet takes the place of the one before", () => {
    const dropped = touch(plan, timeline, 2, DROP);
    const fate = { kind: "delay", by: 5000 } as const;
    expect(touch(dropped, unfold(dropped), 2, fate).touches).toEqual([{ packet: 2, fate }]);
  });

  test("on a packet that is not there changes nothing", () => {
    expect(touch(plan, timeline, 99, DROP)).toBe(plan);
  });

  test("that is taken back takes later ones with it", () => {
    const twice = { ...plan, touches: [2, 5].map((packet) => ({ packet, fate: DROP })) };
    expect(untouch(twice, 2).touches).toEqual([]);
    expect(untouch(twice, 5).touches).toEqual([{ packet: 2, fate: DROP }]);
    expect(untouch(twice, 3)).toBe(twice);
  });

  test("can be given to what a hand has lost, not to what a rule has, nor to what nobody sent", () => {
    const stories = (id: string, fates = {}) => unfold(planOfScenario(id, fates)).packets;
    expect(canTouch(stories("open-and-close", { 2: DROP })[1]!)).toBe(true);
    expect(canTouch(stories("syn-lost-once")[0]!)).toBe(false);
    expect(stories("syn-flood").filter((story) => !canTouch(story))).toHaveLength(8);
  });
});

describe("going on by hand", () => {
  const timeline = unfold(planOfScenario("open-and-close"));

  test("leaves out the file's steps from the position on, even those of the same moment", () => {
    const plan = takeOver(timeline, 3);
    const after = unfold(plan);
    expect(after.beats).toEqual(timeline.beats.slice(0, 3));
    expect(plan.byHand).toEqual({ from: 0, after: 2, steps: [] });
    expect(unfold(takeOver(timeline, 0)).beats).toEqual([]);
  });

  test("goes on with what is under way", () => {
    const sent = timeline.packets[0]!.sentIn;
    const { packets, isWhole } = unfold(takeOver(timeline, sent + 1));
    expect(packets.map(({ report }) => report.flags)).toEqual(["SYN", "SYN,ACK", "ACK"]);
    expect(isWhole).toBe(true);
  });

  test("takes back touches on packets that are sent later", () => {
    const touched = unfold(planOfScenario("open-and-close", { 2: DROP, 9: DROP }));
    const { touches } = takeOver(touched, touched.packets[4]!.sentIn);
    expect(touches.map(({ packet }) => packet)).toEqual([2]);
  });

  test("a call of one's own is made where one stands, and those after it are gone", () => {
    const calls = [...listens("B", "listener", 80), ...connects("A", "client", "10.0.0.2", 80)];
    let plan: Plan = FREE_PLAY;
    for (const step of steps(...calls)) {
      const line = unfold(plan);
      plan = callFrom(line, line.beats.length, step);
    }
    const line = unfold(plan);
    expect(line.packets.map(({ report }) => report.flags)).toEqual(["SYN", "SYN,ACK", "ACK"]);
    const [step] = steps(does("B", "close", "listener"));
    const other = callFrom(line, 4, step!);
    expect(
      other.byHand?.steps.map(({ step: each }) => each.kind === "call" && each.call.name),
    ).toEqual(["socket", "setsockopt", "bind", "listen", "close"]);
    expect(unfold(other).packets).toEqual([]);
  });

  test("a call that uses a name which is not there yet is left out with a note", () => {
    const [accept, recv, send] = steps(
      accepts("B", "listener", "server"),
      does("B", "recv", "server", 10),
      does("A", "send", "nobody", "x"),
    );
    let plan: Plan = takeOver(timeline, 4);
    for (const step of [accept!, recv!, send!]) plan = callByHand(plan, 1000, step);
    const { notes, calls } = unfold(plan);
    expect(calls.at(-1)?.call.name).toBe("accept");
    expect(notes).toHaveLength(2);
    expect(notes[0]?.text).toMatch(/uses "server".*still waits/);
    expect(notes[1]?.text).toMatch(/no socket of that name/);
  });

  test("letting time pass goes to what is due next, until nothing is", () => {
    let line = timeline;
    const times: number[] = [];
    for (let plan = letTimePass(line.plan, line); plan !== null; plan = letTimePass(plan, line)) {
      line = unfold(plan);
      times.push(worldAt(line, line.beats.length).now);
      if (times.length > 5) break;
    }
    // The last ACK began TIME-WAIT, which takes a minute.
    expect(times).toEqual([timeline.packets.at(-1)!.sentAt + 60_000_000]);
    expect(line.beats.slice(0, timeline.beats.length)).toEqual(timeline.beats);
  });
});
