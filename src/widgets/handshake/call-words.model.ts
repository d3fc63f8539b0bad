/** A program's call in a sentence: that it is made, waits, comes back. */
import type { Effect } from "#simulator/effect";
import type { CallResult, SocketCall } from "#simulator/calls";
import { ERRNO_WORDS } from "#simulator/errno-words";
import { callText, namedCallText, processName, programName, valueText } from "./names.model.ts";
import { timeText } from "./session.model.ts";
import type { Telling } from "./telling.ts";

type CallEffect = Extract<Effect, { kind: "called" | "blocked" | "returned" }>;

/** `end` is what comes right after the call, where that belongs to the same sentence. */
export function callSentence(effect: CallEffect, end: Effect | null, telling: Telling): string {
  const { who, text, isTried } = namesOf(effect, telling);
  switch (effect.kind) {
    case "called":
      return `${who} calls ${text}${isTried ? " without waiting" : ""}${endOf(end)}.`;
    case "blocked":
      return `${text} of ${who} has to wait.`;
    case "returned":
      return `${text} of ${who} ${resultText(effect.call, effect.result)}${waitedText(effect, telling)}.`;
  }
}

function endOf(end: Effect | null): string {
  if (end?.kind === "blocked") return ", and waits";
  return end?.kind === "returned" ? `: it ${resultText(end.call, end.result)}` : "";
}

/** "returns 3", "fails with ECONNREFUSED (Connection refused)". */
export function resultText(call: SocketCall, { value, errno }: CallResult): string {
  return errno === null ? valueText(call, value) : `fails with ${errno} (${ERRNO_WORDS[errno]})`;
}

function namesOf(
  effect: CallEffect,
  { stories, before, after }: Telling,
): { readonly who: string; readonly text: string; readonly isTried: boolean } {
  const story = stories.calls.get(effect.id);
  if (story !== undefined)
    return {
      who: programName(story.host, story.process),
      text: namedCallText(story),
      isTried: story.named.nonBlocking,
    };
  if (effect.kind === "blocked")
    return { who: `${effect.host}'s program`, text: "A call", isTried: false };
  const world = after.hosts[effect.host]?.processes[effect.pid] === undefined ? before : after;
  const who = processName(world, effect.host, effect.pid);
  return { who, text: callText(effect.call), isTried: false };
}

function waitedText({ id }: CallEffect, { stories, index, timeline }: Telling): string {
  const made = stories.calls.get(id)?.madeIn;
  if (made === undefined || made === index) return "";
  const waited = (timeline.beats[index]?.at ?? 0) - (timeline.beats[made]?.at ?? 0);
  return waited === 0 ? "" : `, after ${timeText(waited)}`;
}
