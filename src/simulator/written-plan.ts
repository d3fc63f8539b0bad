/**
 * A plan as JSON for a link, small: a scenario of the library by its id, another simulation as a person writes it. What
 * is read back is checked as anything that comes from outside: it may have been cut or changed.
 */
import { type Fields, FileFault, fault, fieldsOf } from "./file-fields.ts";
import { type ByHand, type Plan, type Touch, type TouchFate, planOf } from "./plan.ts";
import { scenarioById } from "./scenarios.ts";
import { type SimulationFile, parseSimulation } from "./simulation-file.ts";
import { writeFile, writeStep } from "./written-file.ts";

export type ReadPlan =
  | { readonly type: "plan"; readonly plan: Plan }
  | { readonly type: "error"; readonly message: string };

/** With the id of the scenario that the plan's file is of; null where it is of none. */
export function writePlan(
  { file, touches, byHand, until }: Plan,
  scenarioId: string | null,
): unknown {
  return {
    ...(scenarioId === null ? { file: writeFile(file) } : { scenario: scenarioId }),
    ...(touches.length === 0 ? {} : { touches: touches.map(writeTouch) }),
    ...(byHand === null ? {} : { byHand: writeHand(byHand) }),
    ...(until === null ? {} : { until }),
  };
}

function writeTouch({ packet, fate }: Touch): readonly (string | number)[] {
  switch (fate.kind) {
    case "delay":
      return [packet, fate.kind, fate.by];
    case "duplicate":
      return [packet, fate.kind, fate.after];
    case "drop":
    case "overtaken":
      return [packet, fate.kind];
  }
}

function writeHand({ from, after, steps }: ByHand) {
  return {
    from,
    ...(after === undefined ? {} : { after }),
    steps: steps.map(({ at, step }) => [at, writeStep(step)]),
  };
}

/** `value` is what JSON.parse gave; never throws. */
export function readPlan(value: unknown): ReadPlan {
  try {
    return { type: "plan", plan: planIn(fieldsOf(value, "The run")) };
  } catch (error) {
    if (error instanceof FileFault) return { type: "error", message: error.message };
    throw error;
  }
}

/** Micros; eleven days. */
const LONGEST = 1e12;
const MOST_PACKETS = 1_000_000;
/** Of each kind. A hand makes some hundred; a run of very many would keep the page busy before anything is seen. */
const MOST_STEPS = 500;
const MOST_TOUCHES = 2000;
const MOST_HOSTS = 16;

function planIn(fields: Fields): Plan {
  const written = writtenIn(fields);
  const file = fileIn(written);
  return {
    ...planOf(file),
    touches: fields.has("touches") ? touchesIn(fields.list("touches")) : [],
    byHand: fields.has("byHand")
      ? handIn(fields.record("byHand"), written, file.steps.length)
      : null,
    until: fields.has("until") ? fields.whole("until", { least: 0, most: LONGEST }) : null,
  };
}

function writtenIn(fields: Fields): unknown {
  if (!fields.has("scenario")) return fields.raw("file");
  const id = fields.text("scenario");
  const scenario = scenarioById(id);
  if (scenario === undefined)
    throw fault("The run", `is of a scenario that is not here: ${JSON.stringify(id)}`);
  return scenario.simulation;
}

function fileIn(written: unknown): SimulationFile {
  holdToSize(written);
  const parsed = parseSimulation(written);
  if (parsed.type === "error") throw new FileFault(parsed.message);
  return parsed.file;
}

/** Before anything of it is read: reading takes long, too. */
function holdToSize(written: unknown): void {
  const file = fieldsOf(written, "The file");
  const steps = file.raw("steps");
  const hosts = file.raw("hosts");
  if (Array.isArray(steps) && steps.length > MOST_STEPS)
    throw fault("The run", `has ${steps.length} steps; a link may have ${MOST_STEPS}`);
  if (typeof hosts === "object" && hosts !== null && Object.keys(hosts).length > MOST_HOSTS)
    throw fault("The run", `has more hosts than the ${MOST_HOSTS} that a link may have`);
}

function touchesIn(written: readonly unknown[]): readonly Touch[] {
  if (written.length > MOST_TOUCHES)
    throw fault("The run", `has ${written.length} touches; a link may have ${MOST_TOUCHES}`);
  let last = 0;
  return written.map((each, at) => {
    const where = `Touch ${at + 1}`;
    if (!Array.isArray(each))
      throw fault(where, "is to be a list: a packet, and what becomes of it");
    const [packet, kind, time]: readonly unknown[] = each;
    if (!isWhole(packet, MOST_PACKETS) || packet <= last)
      throw fault(where, "needs a packet's number, each greater than the one before");
    last = packet;
    return { packet, fate: fateIn(kind, time, where) };
  });
}

function fateIn(kind: unknown, time: unknown, where: string): TouchFate {
  if (kind === "drop" || kind === "overtaken") return { kind };
  if (kind !== "delay" && kind !== "duplicate")
    throw fault(where, "needs one of drop, delay, duplicate, overtaken");
  if (!isWhole(time, LONGEST)) throw fault(where, "needs a time in whole microseconds");
  return kind === "delay" ? { kind, by: time } : { kind, after: time };
}

function handIn(hand: Fields, written: unknown, steps: number): ByHand {
  const from = hand.whole("from", { least: 0, most: LONGEST });
  const times: number[] = [];
  const made = hand.list("steps").map((each, at) => {
    const where = `Step ${at + 1} by hand`;
    if (!Array.isArray(each)) throw fault(where, "is to be a list: a time, and what is done");
    const [time, step]: readonly unknown[] = each;
    if (!isWhole(time, LONGEST) || time < (times.at(-1) ?? from))
      throw fault(where, "needs a time in whole microseconds, not before the one before");
    times.push(time);
    return step;
  });
  // The scenario's or the file's hosts: a step may name no others.
  const parsed = fileIn({ ...(written as object), steps: made });
  return {
    from,
    ...(hand.has("after") ? { after: hand.whole("after", { least: -1, most: steps - 1 }) } : {}),
    steps: parsed.steps.map((step, at) => ({ at: times[at]!, step })),
  };
}

const isWhole = (value: unknown, most: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;
