/**
 * Predict first: before each beat of a run a question about what it will bring, with the simulator's own reason for
 * what is right. Which kind of question is asked follows from what the beat holds and from what was asked before on
 * the same line, so that they vary. Nothing is random: the same place on the same line asks the same.
 */
import type { Timeline } from "#simulator/timeline";
import type { Draft, Guess } from "./predict-guess.ts";
import { type KindOfPrediction, plannedKinds } from "./predict-kinds.ts";
import { type Moment, momentAt } from "./predict-moment.ts";
import { numberDraft } from "./predict-number.ts";
import { portDraft } from "./predict-port.ts";
import { returnDraft } from "./predict-return.ts";
import { rowsDraft } from "./predict-rows.ts";
import { segmentDraft } from "./predict-segment.ts";
import { stateDraft } from "./predict-state.ts";
import type { ChooseOne } from "./question.ts";

/** About the beat at index `position`, the one that comes next; null where there is nothing to ask. */
export function predictionAt(timeline: Timeline, position: number): ChooseOne | null {
  const kinds = plannedKinds(timeline, position);
  if (kinds.length === 0) return null;
  const moment = momentAt(timeline, position);
  if (moment === null) return null;
  for (const kind of kinds) {
    const draft = DRAFTS[kind](moment);
    const question = draft === null ? null : questionOf(moment, draft);
    if (question !== null) return question;
  }
  return null;
}

const DRAFTS: Readonly<Record<KindOfPrediction, (moment: Moment) => Draft | null>> = {
  segment: segmentDraft,
  state: stateDraft,
  return: returnDraft,
  rows: rowsDraft,
  number: numberDraft,
  port: portDraft,
};

const MOST_CHOICES = 4;
const FEWEST_CHOICES = 3;

function questionOf(
  { cue, position }: Moment,
  { asks, right, wrong, isOrdered }: Draft,
): ChooseOne | null {
  const said = new Set([keyOf(right)]);
  const others = wrong.filter((guess) => {
    const isNew = !said.has(keyOf(guess));
    said.add(keyOf(guess));
    return isNew;
  });
  const prompt = `${cue} ${asks}`;
  const all = [{ ...right, right: true as const }, ...others].slice(0, MOST_CHOICES);
  if (all.length < FEWEST_CHOICES) return null;
  const choices =
    isOrdered === true
      ? all.toSorted((one, other) => Number(one.text) - Number(other.text))
      : all.toSorted((one, other) => place(one, prompt, position) - place(other, prompt, position));
  return { id: `predict-${position}`, kind: "choose-one", prompt, choices };
}

const keyOf = ({ text }: Guess) => text.toLowerCase();

const place = ({ text }: Guess, prompt: string, position: number) =>
  hash(`${position} ${prompt} ${text}`);

/** FNV-1a, 32 bits: only to mix, never to hide. */
function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01_00_01_93) >>> 0;
  // The last characters alone move the low bits: fold them into the high ones.
  return (value ^ (value >>> 15)) >>> 0;
}
