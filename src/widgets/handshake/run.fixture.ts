/** Runs of the library's scenarios, for tests. */
import { SCENARIOS } from "#simulator/scenarios";
import type { Timeline } from "#simulator/timeline";
import { unfold } from "#simulator/unfold";
import { planOfScenario } from "./run-of-plan.ts";

const made = new Map<string, Timeline>();

export function runOfScenario(id: string): Timeline {
  const timeline = made.get(id) ?? unfold(planOfScenario(id));
  made.set(id, timeline);
  return timeline;
}

export const ALL_RUNS: readonly (readonly [id: string, run: () => Timeline])[] = SCENARIOS.map(
  ({ id }) => [id, () => runOfScenario(id)],
);

/** Every text in what a model made, whatever its shape. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap(textsIn);
}

const IPV4 = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
const IPV6 = /\b[\da-f]{1,4}(?::[\da-f]{0,4}){2,7}\b/gi;
const HARMLESS_4 =
  /^(?:0\.0\.0\.0$|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)/;
const HARMLESS_6 = /^(?:::|f[cd]|fe80:|2001:db8:)/i;

/** Addresses that may belong to somebody. */
export function strangeAddresses(text: string): readonly string[] {
  return [
    ...(text.match(IPV4) ?? []).filter((address) => !HARMLESS_4.test(address)),
    ...(text.match(IPV6) ?? []).filter((address) => !HARMLESS_6.test(address)),
  ];
}
