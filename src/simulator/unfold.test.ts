import { describe, expect, test } from "vitest";
import { callByHand, callFrom } from "./edit-plan.ts";
import { type Plan, type TouchFate, planOf } from "./plan.ts";
import { FREE_PLAY, fileOf, planOfScenario } from "./scenario-plan.fixture.ts";
import { SCENARIOS } from "./scenarios.ts";
import { CONNECTED, TWO_HOSTS, does } from "./scenarios/steps.ts";
import type { WrittenStep } from "./scenarios/scenario.ts";
import { simulate } from "./simulate.ts";
import { socketTable } from "./socket-table.ts";
import { type Timeline, worldAt } from "./timeline.ts";
import { Unfolding, unfold } from "./unfold.ts";

const touched = (id: string, fates: Readonly<Record<number, TouchFate>>) =>
  unfold(planOfScenario(id, fates));

const DROP = { kind: "drop" } as const;

const returns = ({ calls }: Timeline, name: string) =>
  calls
    .filter(({ call }) => call.name === name)
    .map(({ returned }) => returned?.result.errno ?? returned?.result.value);

describe("a plan that nobody touched", () => {
  test.each(SCENARIOS.map((each) => [each.id, fileOf(each.simulation)] as const))(
    "of %s comes out as simulate has it",
    (_, file) => {
      const simulated = simulate(file);
      if (simulated.type === "error") throw new Error(simulated.message);
      const { steps, world } = simulated.run;
      const timeline = unfold(planOf(file));
      const own = timeline.packets.filter(({ copyOf }) => copyOf === null);
      expect(own.map(({ report }) => report)).toEqual(steps.flatMap((step) => step.segments));
      const returned = timeline.calls
        .flatMap(({ returned: end, step }) => (end === null ? [] : [{ ...end, step }]))
        .toSorted((one, other) => one.in - other.in);
      const inTurn = (results: readonly { readonly step: number }[]) =>
        results.map(({ step }) => step).toSorted((one, other) => one - other);
      const results = steps.flatMap((step) => step.results);
      expect(inTurn(returned.map(({ step }) => ({ step: step.index + 1 })))).toEqual(
        inTurn(results),
      );
      for (const { in: at, result, step } of returned) {
        const told = results.find((each) => each.step === step.index + 1);
        expect(result).toEqual({ value: told?.value, errno: told?.errno, why: told?.why });
        expect((timeline.beats[at]?.at ?? 0) / 1_000_000).toBe(told?.t);
      }
      const last = worldAt(timeline, timeline.beats.length);
      for (const host of Object.keys(file.hosts))
        expect(socketTable(last, host)).toEqual(socketTable(world, host));
      expect(timeline.isWhole).toBe(true);
    },
  );

  test("has no beat for a program's start, a rule for the wire, or O_NONBLOCK set for one call", () => {
    const waiting = unfold(planOfScenario("waiting-calls"));
    const options = waiting.beats.filter(
      ({ event }) => event.kind === "call" && event.call.name === "setsockopt",
    );
    expect(options).toHaveLength(1);
    expect(returns(waiting, "recv")).toEqual(["EAGAIN", "hello"]);
    const kinds = unfold(planOfScenario("syn-lost-once")).beats.map(({ event }) => event.kind);
    expect(new Set(kinds)).toEqual(new Set(["call", "next"]));
  });

  test("goes on to a time it is told, and no further", () => {
    const plan = { ...planOfScenario("open-and-close"), until: 61_000_000 };
    const states = unfold(plan).beats.at(-1)?.effects;
    expect(states).toContainEqual(expect.objectContaining({ from: "TIME-WAIT", to: "CLOSED" }));
    const almost = unfold({ ...plan, until: 60_000_000 });
    expect(almost.beats).toEqual(unfold(planOfScenario("open-and-close")).beats);
  });
});

describe("a plan that a hand touched", () => {
  test("when the SYN-ACK is lost both sides send again and the connection still comes to be", () => {
    const timeline = touched("open-and-close", { 2: DROP });
    const again = timeline.packets.filter(({ isRetransmission }) => isRetransmission);
    expect(new Set(again.map(({ from }) => from))).toEqual(new Set(["A", "B"]));
    expect(timeline.packets[1]).toMatchObject({
      touched: true,
      sentAt: 20_000,
      end: { kind: "lost", at: 40_000, in: 7 },
    });
    expect(returns(timeline, "connect")).toEqual([null]);
    expect(returns(timeline, "recv")).toEqual(["hello", "HI!", ""]);
    expect(timeline.notes).toEqual([]);
    expect(timeline.isWhole).toBe(true);
  });

  test("programs keep their pace: what a lost SYN delays by a second comes a second later", () => {
    const usual = unfold(planOfScenario("open-and-close"));
    const late = touched("open-and-close", { 1: DROP });
    const times = ({ beats, calls }: Timeline) =>
      calls
        .filter(({ host, step }) => host === "A" && step.index > 5)
        .map(({ madeIn }) => beats[madeIn]!.at);
    expect(times(late)).toEqual(times(usual).map((at) => at + 1_000_000));
  });

  test("a packet that is overtaken arrives right after the next one of its direction", () => {
    const { packets } = touched("open-and-close", { 4: { kind: "overtaken" } });
    const [data, again] = packets.slice(3);
    expect([data?.marks, data?.touched, again?.touched]).toEqual([["held"], true, false]);
    expect(again).toMatchObject({ isRetransmission: true, end: { kind: "arrived" } });
    const end = again?.end as { at: number; in: number };
    expect(data?.end).toEqual({ kind: "arrived", at: end.at, in: end.in + 1 });
  });

  test("a packet that nothing overtakes is held until the end", () => {
    const { packets, isWhole } = touched("udp-request-and-reply", { 2: { kind: "overtaken" } });
    expect(packets[1]?.end).toEqual({ kind: "open" });
    expect(isWhole).toBe(true);
  });

  test("a packet that is doubled has a copy with a number of its own, the next one", () => {
    const { packets } = touched("udp-request-and-reply", { 1: { kind: "duplicate", after: 5000 } });
    expect(packets[0]).toMatchObject({ id: 1, marks: ["doubled"], copyOf: null });
    expect(packets[1]).toMatchObject({ id: 2, copyOf: 1, touched: true });
    expect(packets.slice(0, 2).map(({ end }) => end.kind === "arrived" && end.at)).toEqual([
      20_000, 25_000,
    ]);
  });

  test("a copy can be touched as well", () => {
    const { packets } = touched("udp-request-and-reply", {
      1: { kind: "duplicate", after: 5000 },
      2: DROP,
    });
    expect(packets.slice(0, 2).map(({ end }) => end.kind)).toEqual(["arrived", "lost"]);
  });

  test("of a lost packet it is told when it would have arrived", () => {
    const usual = unfold(planOfScenario("udp-out-of-order")).packets[0]?.end;
    const lost = touched("udp-out-of-order", { 1: DROP }).packets[0];
    expect(lost?.marks).toEqual(["delayed"]);
    expect(lost?.end).toMatchObject({ kind: "lost", at: usual?.kind === "arrived" && usual.at });
  });

  test("a segment on loopback can be lost as well", () => {
    const { packets } = touched("loopback", { 1: DROP });
    expect(packets[0]?.end).toMatchObject({ kind: "lost", at: 0 });
    expect(packets[1]).toMatchObject({ isRetransmission: true, sentAt: 1_000_000 });
  });

  test("a touch on what is not in the wire any more is left out with a note", () => {
    const { notes, packets } = touched("syn-lost-once", { 1: DROP, 99: DROP });
    expect(packets[0]?.touched).toBe(false);
    expect(notes.map(({ text }) => text)).toEqual([
      "Packet 1 was not in the wire any more, so that nothing could be done to it.",
      "There was no packet 99, so that nothing could be done to it.",
    ]);
  });

  test("a program whose call never returns makes no other, and a note says so", () => {
    const { notes, calls } = touched("udp-request-and-reply", { 1: DROP });
    expect(calls.at(-1)?.returned).toBeNull();
    expect(notes.map(({ text }) => text)).toEqual([
      "B's sendto() was left out: its earlier recvfrom() still waits.",
    ]);
  });

  test("what no program does keeps its place between the calls", () => {
    const { calls, beats } = touched("half-open-found-by-data", { 1: DROP });
    const power = beats.findIndex(({ event }) => event.kind === "power");
    const before = calls.filter(({ madeIn }) => madeIn < power).map(({ step }) => step.index);
    expect(Math.max(...before)).toBe(11);
    expect(returns({ calls } as Timeline, "recv")).toEqual(["x", "ECONNRESET"]);
  });

  test("a retransmission that goes on for longer than a person would watch is cut short", () => {
    const steps: readonly WrittenStep[] = [
      ...CONNECTED,
      { host: "B", power: "off" },
      does("A", "send", "client", "hello"),
    ];
    let plan: Plan = FREE_PLAY;
    let at = 0;
    for (const step of fileOf({ hosts: TWO_HOSTS, steps }).steps) {
      if (step.kind === "wait") at += step.ms * 1000;
      else plan = callByHand(plan, at, step);
    }
    const { isWhole, beats } = unfold(plan);
    expect(isWhole).toBe(false);
    expect(beats.at(-1)?.at).toBeGreaterThan(60_000_000);
    expect(beats.at(-1)?.at).toBeLessThanOrEqual(at + 150_000_000);
  });

  test("a call on a host that the world has not is left out with a note", () => {
    const [step] = fileOf({
      hosts: { C: { addresses: ["10.0.0.3"] } },
      steps: [{ host: "C", power: "off" }],
    }).steps;
    expect(unfold(callFrom(unfold(FREE_PLAY), 0, step!)).notes).toEqual([
      { position: 0, text: "There is no host C." },
    ]);
  });
});

describe("unfolding in slices", () => {
  test("is empty while the untouched run is made, then grows, and is then over for good", () => {
    const plan = planOfScenario("open-and-close", { 2: DROP });
    const unfolding = new Unfolding(plan);
    expect(unfolding.advance(10)).toBe(false);
    expect(unfolding.timeline).toMatchObject({ plan, beats: [] });
    expect(unfolding.advance(40)).toBe(false);
    expect(unfolding.timeline.beats.length).toBeGreaterThan(0);
    expect(unfolding.advance(1000)).toBe(true);
    const { timeline } = unfolding;
    expect(unfolding.advance(1)).toBe(true);
    expect(unfolding.timeline).toEqual(timeline);
    expect(timeline).toEqual(unfold(plan));
  });
});

describe("a plan with very many waits by hand", () => {
  test("comes to its end", () => {
    const steps = Array.from({ length: 200_000 }, (_, at) => ({
      at,
      step: { kind: "wait", ms: 1 } as const,
    }));
    const timeline = unfold({ ...FREE_PLAY, byHand: { from: 0, steps } });
    expect(timeline).toMatchObject({ beats: [], isWhole: true });
  });
});
