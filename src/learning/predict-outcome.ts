/** The call whose outcome a beat tells: the one that is made, or one that waits and comes back. */
import type { CallResult } from "#simulator/calls";
import { dataText } from "#simulator/step-words";
import type { CallStory } from "#simulator/timeline";
import { effectsOf, type Moment } from "./predict-moment.ts";
import { safeCode } from "./predict-words.ts";

/** `result` is null where it waits. */
export interface Outcome {
  readonly story: CallStory;
  readonly result: CallResult | null;
  /** It was made before this beat. */
  readonly hasWaited: boolean;
}

export function outcomeOf({ beat, trigger, timeline, position }: Moment): Outcome | null {
  if (trigger.kind === "call") {
    const { story } = trigger;
    const returned = effectsOf(beat, "returned").find(({ id }) => id === story.id);
    if (returned !== undefined) return { story, result: returned.result, hasWaited: false };
    const isWaiting = effectsOf(beat, "blocked").some(({ id }) => id === story.id);
    return isWaiting ? { story, result: null, hasWaited: false } : null;
  }
  const [returned, ...more] = effectsOf(beat, "returned");
  if (returned === undefined || more.length > 0) return null;
  const story = timeline.calls.find(({ id, madeIn }) => id === returned.id && madeIn < position);
  return story === undefined ? null : { story, result: returned.result, hasWaited: true };
}

export const readText = (data: string) =>
  data === "" ? "No bytes" : `\`${safeCode(dataText(data))}\``;

export const WAITS = "Nothing yet: it waits";

export const error = (name: string) => `The error \`${name}\``;

export const TOLD_NOT_TO_WAIT = "That is for a call that was told not to wait. This one was not.";
