/**
 * When to ask again: FSRS (by ts-fsrs) keeps a card for each generator that was ever asked, and each card is made anew
 * from the log. Due is the generator, not the question: what comes back is a fresh question of the same making.
 * Simplified: no fuzz, so that the same log gives the same dates; learning steps of minutes are left out, for a review is a day's.
 */
import { type Card, type Grade, Rating, createEmptyCard, fsrs } from "ts-fsrs";
import { type Attempt, type AttemptLog, type Outcome, grouped } from "./attempt.ts";

export interface Due {
  /** The id of the generator or the flash card. */
  readonly practised: string;
  /** When it is due, in milliseconds since 1970. */
  readonly at: number;
}

const SCHEDULER = fsrs({ enable_fuzz: false, enable_short_term: false });
const GRADES: Readonly<Record<Outcome, Grade>> = {
  right: Rating.Good,
  partly: Rating.Hard,
  wrong: Rating.Again,
  "not-sure": Rating.Again,
};

/** When each that was ever asked is due, the earliest first. Throws nothing: the log's times may be any. */
export function schedule(log: AttemptLog): Due[] {
  return [...grouped(log, ({ practised }) => practised).entries()]
    .map(([practised, attempts]) => ({ practised, at: cardOf(attempts).due.getTime() }))
    .toSorted((a, b) => a.at - b.at);
}

/** Those due at `now`, in milliseconds since 1970. */
export function dueAt(log: AttemptLog, now: number): Due[] {
  return schedule(log).filter(({ at }) => at <= now);
}

function cardOf(attempts: readonly Attempt[]): Card {
  const [first] = attempts;
  let card = createEmptyCard(new Date(first?.at ?? 0));
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, outcome } of attempts) {
    // A clock that was set back gives no negative intervals.
    last = Math.max(last, at);
    card = SCHEDULER.next(card, new Date(last), GRADES[outcome]).card;
  }
  return card;
}
