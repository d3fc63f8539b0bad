import { describe, expect, test } from "vitest";
import type { Plan } from "#simulator/plan";
import { unfold } from "#simulator/unfold";
import {
  CALL_FORMS,
  FIRST_VALUES,
  type Filled,
  afterLastHandCall,
  freeName,
  handStep,
  otherAddress,
  programsAt,
} from "./by-hand.model.ts";
import { planOfScenario } from "./run-of-plan.ts";

const free = planOfScenario(null);
const empty = unfold(free);

const filled = (call: string, more: Partial<Filled> = {}): Filled => ({
  host: "A",
  process: "main",
  call,
  on: "client",
  values: { as: "client" },
  ...more,
});

/** The free world in which a person made these calls, one right after the other. */
function played(...calls: readonly Filled[]) {
  const steps = calls.map((call) => {
    const made = handStep(call, empty);
    if (made.type === "error") throw new Error(made.message);
    return { at: 0, step: made.step };
  });
  const plan: Plan = { ...free, byHand: { from: 0, steps } };
  return unfold(plan);
}

describe("a form", () => {
  test("of every call is understood with what stands in it at first", () => {
    for (const { call } of CALL_FORMS) {
      expect(
        handStep(filled(call, { values: { ...FIRST_VALUES, as: "name" } }), empty),
      ).toMatchObject({ type: "step", step: { kind: "call", host: "A", call: { name: call } } });
    }
  });

  test("says what is wrong with a port, and names the call", () => {
    const made = handStep(filled("bind", { values: { port: "70000" } }), empty);
    expect(made).toEqual({
      type: "error",
      message: "bind() has 70000 for a port; ports go from 0 to 65535.",
    });
  });

  test("without a socket says how to get one", () => {
    expect(handStep(filled("connect", { on: "" }), empty)).toEqual({
      type: "error",
      message: "connect() needs a socket. Make one with socket() first.",
    });
  });
});

describe("what a call can be made on", () => {
  test("is nothing in an empty world", () => {
    expect(programsAt(empty, 0, "A")).toEqual([{ process: "main", sockets: [] }]);
  });

  test("is each socket that was made and not closed", () => {
    const run = played(
      filled("socket", { values: { as: "one" } }),
      filled("socket", { values: { as: "two" } }),
      filled("close", { on: "one" }),
    );
    const sockets = (position: number) => programsAt(run, position, "A")[0]!.sockets;
    expect(sockets(1)).toEqual(["one"]);
    expect(sockets(2)).toEqual(["one", "two"]);
    expect(sockets(run.beats.length)).toEqual(["two"]);
  });
});

test("a free name is one that nobody has", () => {
  const run = played(filled("socket", { values: { as: "socket" } }));
  expect(freeName(empty, "socket")).toBe("socket");
  expect(freeName(run, "socket")).toBe("socket2");
});

test("the other host's address stands ready to connect to", () => {
  expect(otherAddress(empty, "A")).toBe("10.0.0.2");
  expect(otherAddress(empty, "B")).toBe("10.0.0.1");
});

test("the moment after the last call by hand is right behind it", () => {
  const run = played(filled("socket"), filled("connect", { values: { port: "9" } }));
  const at = afterLastHandCall(run)!;
  expect(run.beats[at - 1]!.step).toEqual({ by: "hand", index: 1 });
  expect(afterLastHandCall(empty)).toBeNull();
});
