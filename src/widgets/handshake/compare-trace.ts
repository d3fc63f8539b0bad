/** Reads a recorded trace and replays it, a few milliseconds at a time, so that the page stays at hand meanwhile. */
import { type KernelComparison, compareInParts } from "#simulator/kernel-comparison";
import { recordedTrace } from "./recorded-traces.ts";

/** Milliseconds of work between two breaths; the bar for a page's longest task is 50 on a slow phone. */
const AT_A_TIME = 8;

/** `afresh`: not from what the browser keeps. */
export async function compareTrace(trace: string, afresh: boolean): Promise<KernelComparison> {
  const parts = compareInParts(trace, await recordedTrace(trace, afresh));
  for (;;) {
    const until = performance.now() + AT_A_TIME;
    do {
      const { done, value } = parts.next();
      if (done) return value;
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
