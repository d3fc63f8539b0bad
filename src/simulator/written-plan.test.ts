import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Plan, type Touch, planOf } from "./plan.ts";
import { fileOf } from "./scenario-plan.fixture.ts";
import { SCENARIOS } from "./scenarios.ts";
import { parseSimulation } from "./simulation-file.ts";
import { unfold } from "./unfold.ts";
import { writeFile } from "./written-file.ts";
import { readPlan, writePlan } from "./written-plan.ts";

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const FILES = SCENARIOS.map(({ id, simulation }) => ({ id, file: fileOf(simulation) }));

const micros = fc.integer({ min: 0, max: 200_000_000 });

const touches: fc.Arbitrary<readonly Touch[]> = fc
  .uniqueArray(
    fc.record({
      packet: fc.integer({ min: 1, max: 50 }),
      fate: fc.oneof(
        fc.constantFrom({ kind: "drop" } as const, { kind: "overtaken" } as const),
        micros.map((by) => ({ kind: "delay" as const, by })),
        micros.map((after) => ({ kind: "duplicate" as const, after })),
      ),
    }),
    { selector: ({ packet }) => packet, maxLength: 5 },
  )
  .map((each) => each.toSorted((one, other) => one.packet - other.packet));

const plans = fc.constantFrom(...FILES).chain(({ id, file }) =>
  fc.record({
    id: fc.constantFrom(id, null),
    plan: fc.record({
      file: fc.constant(file),
      touches,
      until: fc.option(micros),
      byHand: fc.option(
        fc
          .tuple(
            micros,
            fc.array(fc.tuple(micros, fc.constantFrom(...file.steps)), { maxLength: 6 }),
            fc.option(fc.integer({ min: -1, max: file.steps.length - 1 })),
          )
          .map(([from, steps, after]) => ({
            from,
            ...(after === null ? {} : { after }),
            steps: steps
              .map(([at, step]) => ({ at: from + at, step }))
              .toSorted((one, other) => one.at - other.at),
          })),
      ),
    }),
  }),
);

describe("a plan as a link carries it", () => {
  test("comes back as it was", () => {
    fc.assert(
      fc.property(plans, ({ plan, id }) => {
        expect(readPlan(overTheWire(writePlan(plan, id)))).toEqual({ type: "plan", plan });
      }),
    );
  });

  test.each(FILES.map(({ id, file }) => [id, file] as const))(
    "the file of %s is written so that it is read as the same",
    (_, file) => {
      expect(parseSimulation(overTheWire(writeFile(file)))).toEqual({ type: "file", file });
    },
  );

  test("names a scenario by its id, and says nothing that is as always", () => {
    const { id, file } = FILES[0]!;
    expect(writePlan(planOf(file), id)).toEqual({ scenario: "open-and-close" });
    const plan: Plan = { ...planOf(file), touches: [{ packet: 2, fate: { kind: "drop" } }] };
    expect(JSON.stringify(writePlan(plan, id))).toBe(
      '{"scenario":"open-and-close","touches":[[2,"drop"]]}',
    );
  });

  test.each([
    [null, "The run is to be an object, in braces."],
    [{}, "The file is to be an object, in braces."],
    [{ scenario: "nowhere" }, 'The run is of a scenario that is not here: "nowhere".'],
    [{ scenario: "refused", touches: [[0, "drop"]] }, "Touch 1 needs a packet's number"],
    [
      {
        scenario: "refused",
        touches: [
          [2, "drop"],
          [1, "drop"],
        ],
      },
      "Touch 2 needs",
    ],
    [{ scenario: "refused", touches: [[1, "eat"]] }, "needs one of drop, delay"],
    [{ scenario: "refused", touches: [[1, "delay", -1]] }, "needs a time in whole microseconds"],
    [{ scenario: "refused", until: 1.5 }, "a whole number"],
    [
      { scenario: "refused", byHand: { from: 5, steps: [[4, { wait: 1 }]] } },
      "Step 1 by hand needs a time",
    ],
    [
      { scenario: "refused", byHand: { from: 5, steps: [[6, { host: "C", power: "on" }]] } },
      'names the host "C"; there are A, B',
    ],
    [
      { file: { hosts: { A: { addresses: [], settings: { nofile: "x" } } }, steps: [] } },
      'needs "nofile", a number',
    ],
    [
      { file: { hosts: { A: { addresses: [], settings: { speed: 1 } } }, steps: [] } },
      'has the setting "speed"',
    ],
  ])("%j is refused with a reason", (value, message) => {
    const read = readPlan(value);
    expect(read.type === "error" ? read.message : "").toContain(message);
  });

  test("never throws, whatever it is given, and what it takes can be run", () => {
    const odd = fc.constantFrom(-1, 0, 1, 0.5, 1e9, 2 ** 31 - 1, 1e12, "A", "", true, null);
    const broken = plans.chain(({ plan, id }) => {
      const text = JSON.stringify(writePlan(plan, id));
      const places = [...text.matchAll(/(?<=[:,[])(?:-?\d+|"[^"\\]*"|true|false|null)(?=[,\]}])/g)];
      return fc
        .tuple(fc.constantFrom(...places), fc.oneof(odd, fc.jsonValue({ maxDepth: 2 })))
        .map(([place, value]): unknown =>
          JSON.parse(
            text.slice(0, place.index) +
              JSON.stringify(value) +
              text.slice(place.index + place[0].length),
          ),
        );
    });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), broken), (value) => {
        const read = readPlan(value);
        const isTaken =
          read.type === "plan" ? unfold(read.plan).plan === read.plan : read.message.endsWith(".");
        expect(isTaken).toBe(true);
      }),
    );
  });
});

describe("a plan made with ill will", () => {
  const hosts = { A: { addresses: ["10.0.0.1"] } };
  const makes = { host: "A", call: "socket", as: "s" };
  const steps = Array.from({ length: 501 }, () => makes);

  test.each([
    ["steps", { file: { hosts, steps } }, "501 steps"],
    [
      "steps by hand",
      { scenario: "refused", byHand: { from: 0, steps: steps.map((step) => [0, { ...step }]) } },
      "501 steps",
    ],
    [
      "touches",
      {
        scenario: "refused",
        touches: Array.from({ length: 2001 }, (_, at) => [at + 1, "drop"]),
      },
      "2001 touches",
    ],
    [
      "hosts",
      {
        file: {
          hosts: Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`h${at}`, hosts.A])),
          steps: [],
        },
      },
      "more hosts",
    ],
  ])("of too many %s is refused before it is read", (_, plan, message) => {
    expect(readPlan(plan)).toEqual({ type: "error", message: expect.stringContaining(message) });
  });

  test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("calls no %s()", (call) => {
    const read = readPlan({ file: { hosts, steps: [{ host: "A", call, on: "s" }] } });
    expect(read).toMatchObject({ type: "error", message: expect.stringContaining(call) });
  });

  test.each(["constructor", "__proto__"])("has ICMP for the protocol %s", (protocol) => {
    const args = ["AF_INET", "SOCK_RAW", protocol];
    const read = readPlan({
      file: { hosts, steps: [{ host: "A", call: "socket", args, as: "r" }] },
    });
    expect(read).toMatchObject({ plan: { file: { steps: [{ call: { protocol: 1 } }] } } });
  });
});
