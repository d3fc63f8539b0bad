/** What a run on the page costs beside the simulation that it is made of, and how long its ladder is laid out. */
import { simulate } from "#simulator/simulate";
import { ladderOf } from "#simulator/ladder-of";
import { planOf } from "#simulator/plan";
import { SCENARIOS } from "#simulator/scenarios";
import { parseSimulation } from "#simulator/simulation-file";
import { unfold } from "#simulator/unfold";
import { layOut } from "../src/figures/ladder-geometry.ts";
import { longPlan } from "./long-run.ts";
import { type Measure, median } from "./report.ts";

const ROUNDS = 15;
const WIDTHS = [320, 440, 640];

export function unfolding(): Measure[] {
  const plan = longPlan();
  const ratio = median(
    rounds(() => milliseconds(() => unfold(plan)) / milliseconds(() => simulate(plan.file))),
  );
  const run = unfold(plan);
  const ladder = ladderOf(run, null);
  return [
    { what: "moments of the long run", value: run.beats.length, unit: "" },
    { what: "unfolding it against simulating it", value: ratio, unit: "×", digits: 2 },
    ...WIDTHS.map((width): Measure => {
      const lay = () => milliseconds(() => layOut(ladder, { width, numbers: "relative" }));
      return {
        what: `laying its ladder out, ${width} px`,
        value: median(rounds(lay)),
        unit: "ms",
        digits: 1,
      };
    }),
    {
      what: "laying a scenario's ladder out, the slowest of all",
      value: Math.max(...SCENARIOS.map(({ simulation }) => slowestWidth(simulation))),
      unit: "ms",
      digits: 1,
    },
  ];
}

function slowestWidth(simulation: unknown): number {
  const parsed = parseSimulation(simulation);
  if (parsed.type === "error") throw new Error(parsed.message);
  const ladder = ladderOf(unfold(planOf(parsed.file)), null);
  return Math.max(
    ...WIDTHS.map((width) =>
      median(rounds(() => milliseconds(() => layOut(ladder, { width, numbers: "relative" })))),
    ),
  );
}

/** The first warms up and does not count. */
const rounds = (measure: () => number): number[] =>
  Array.from({ length: ROUNDS + 1 }, measure).slice(1);

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
