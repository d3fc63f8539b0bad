/** Reads a recorded trace and replays it, some milliseconds at a time. */
import { type KernelComparison, compareInParts } from "#simulator/kernel-comparison";
import { inTurns } from "#ui/in-turns";
import { recordedTrace } from "./recorded-traces.ts";

/** `afresh`: not from what the browser keeps. */
export async function compareTrace(trace: string, afresh: boolean): Promise<KernelComparison> {
  return inTurns(compareInParts(trace, await recordedTrace(trace, afresh)));
}
