/**
 * When to ask again: FSRS (by ts-fsrs) keeps a card for each generator that was ever asked, and each card is made anew
 * from the log. Due is the generator, not the question: what comes back is a fresh question of the same making.
 * Simplified: no fuzz, so that the same log gives the same dates. Learning steps of minutes are left out, for a review is
 * a day's; of them it stays that what was missed is asked again a day later, however well it was known before.
 */
import { type FSRSState, type Grade, Rating, State, createEmptyCard, fsrs } from "ts-fsrs";
import { type Attempt, type AttemptLog, type Outcome, grouped } from "./attempt.ts";

const DAY = 86_400_000;

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
    .map(([practised, attempts]) => ({ practised, at: dueOf(attempts) }))
    .toSorted((a, b) => a.at - b.at);
}

/** Those due at `now`, in milliseconds since 1970. */
export function dueAt(log: AttemptLog, now: number): Due[] {
  return schedule(log).filter(({ at }) => at <= now);
}

function dueOf(attempts: readonly Attempt[]): number {
  // A card tells what each other answer would have come to, ten times the work of the memory alone: the last one is enough.
  let memory: FSRSState | null = null;
  let before = attempts[0]?.at ?? 0;
  for (const { at, outcome } of attempts.slice(0, -1)) {
    const now = Math.max(before, at);
    memory = SCHEDULER.next_state(memory, daysBetween(before, now), GRADES[outcome]);
    before = now;
  }
  const { at, outcome } = attempts.at(-1)!;
  // A clock that was set back gives no negative intervals.
  const now = Math.max(before, at);
  const empty = createEmptyCard(new Date(before));
  const card =
    memory === null
      ? empty
      : { ...empty, ...memory, state: State.Review, last_review: new Date(before) };
  const grade = GRADES[outcome];
  const due = SCHEDULER.next(card, new Date(now), grade).card.due.getTime();
  return grade === Rating.Again ? Math.min(due, now + DAY) : due;
}

/** As ts-fsrs counts them: midnights of UTC. */
function daysBetween(from: number, to: number): number {
  return Math.floor(to / DAY) - Math.floor(from / DAY);
}
