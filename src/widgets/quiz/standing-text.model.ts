/** How one stands, in words and in quarters of a bar. */
import type { HeldBelief, Standing } from "#learning/standing";
import { whenText } from "./calendar.model.ts";

/** "9 of 12 right. Lately: strong." */
export function standingText({ asked, right, strength }: Standing): string {
  if (strength === null) return "Not asked yet.";
  return `${right} of ${asked} right. Lately: ${strengthWord(strength)}, ${Math.round(strength * 100)} %.`;
}

function strengthWord(strength: number): string {
  if (strength < 0.5) return "weak";
  return strength < 0.8 ? "growing" : "strong";
}

/** So many right answers after it, and a belief counts as left behind. */
export const RIGHT_TO_LEAVE = 3;

export function isLeft({ rightSince }: HeldBelief): boolean {
  return rightSince >= RIGHT_TO_LEAVE;
}

/** "Chosen 2 times, last yesterday. 1 of 3 right answers since." */
export function beliefText(held: HeldBelief, lastDay: number, today: number): string {
  const times = held.times === 1 ? "once" : held.times === 2 ? "twice" : `${held.times} times`;
  const last = held.times === 1 ? whenText(lastDay, today) : `last ${whenText(lastDay, today)}`;
  const since = isLeft(held)
    ? `Left behind: ${held.rightSince} right answers since.`
    : `${held.rightSince} of ${RIGHT_TO_LEAVE} right answers since.`;
  return `Chosen ${times}, ${last}. ${since}`;
}
