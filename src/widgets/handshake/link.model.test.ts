import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { touch } from "#simulator/edit-plan";
import { unfold } from "#simulator/unfold";
import { fragmentOf, sharedIn } from "./link.model.ts";
import { planOfScenario } from "./run-of-plan.ts";
import { FIRST_SETTINGS, type Settings } from "./settings.model.ts";

const plan = planOfScenario("open-and-close");
const touched = touch(plan, unfold(plan), 2, { kind: "drop" });
const settings: Settings = {
  ...FIRST_SETTINGS,
  language: "c",
  numbers: "wire",
  lanes: ["code", "output"],
  predicts: true,
};

describe("a link", () => {
  test("opens the same run at the same moment, looked at in the same way", () => {
    const fragment = fragmentOf(
      { plan: touched, position: 7, packet: 2, settings },
      "open-and-close",
    );
    expect(sharedIn(`#${fragment}`)).toEqual({
      type: "shared",
      plan: touched,
      position: 7,
      packet: 2,
      settings,
    });
  });

  test("to a scenario is short, for the library holds the rest", () => {
    const fragment = fragmentOf(
      { plan: touched, position: 7, packet: null, settings: FIRST_SETTINGS },
      "open-and-close",
    );
    expect(fragment.length).toBeLessThan(250);
  });

  test("holds nothing but letters, digits and a few signs that no mail breaks", () => {
    const fragment = fragmentOf(
      { plan: touched, position: 7, packet: 2, settings },
      "open-and-close",
    );
    expect(fragment).toMatch(/^run=[\w-]+$/);
  });

  test("that is cut anywhere is an error in words, and never throws", () => {
    const fragment = fragmentOf(
      { plan: touched, position: 7, packet: 2, settings },
      "open-and-close",
    );
    for (let length = 4; length < fragment.length; length += 1) {
      const read = sharedIn(fragment.slice(0, length));
      expect(read).toMatchObject({ type: "error", message: expect.stringContaining("link") });
    }
  });

  test("that is far too long is not even read", () => {
    expect(sharedIn(`#run=${"A".repeat(1_000_000)}`)).toMatchObject({
      type: "error",
      message: expect.stringContaining("too long"),
    });
  });

  test("of anything else is not ours", () => {
    expect(sharedIn("")).toBeNull();
    expect(sharedIn("#notice")).toBeNull();
  });

  test("with any JSON in it opens or says why not", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (p, at, s) => {
        const json = JSON.stringify({ p, at, s });
        const binary = String.fromCharCode(...new TextEncoder().encode(json));
        const read = sharedIn(`run=${btoa(binary).replaceAll("+", "-").replaceAll("/", "_")}`);
        expect(["shared", "error"]).toContain(read?.type);
      }),
    );
  });
});
