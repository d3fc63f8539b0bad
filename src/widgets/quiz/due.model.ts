/** What is to be reviewed: everything due before this day ends, and how much comes on the days after. */
import type { AttemptLog } from "#learning/attempt";
import { type FlashCard, flashCardById } from "#learning/flash-cards";
import type { Generator } from "#learning/generator";
import { ALL_TOPICS } from "#learning/quiz-plan";
import { schedule } from "#learning/review";
import { TOPICS } from "#learning/topic";
import { dayOf, endOfDay, whenText } from "./calendar.model.ts";

export type Reviewed =
  | { readonly kind: "question"; readonly generator: Generator }
  | { readonly kind: "card"; readonly card: FlashCard };

export interface Dues {
  /** The longest due first. */
  readonly today: readonly Reviewed[];
  /** Days after today, the first one first, with how much is due on each. */
  readonly ahead: readonly { readonly day: number; readonly count: number }[];
}

/** What other versions practised is left out: there is nothing here to ask it with. */
export function duesOf(log: AttemptLog, generators: readonly Generator[], now: number): Dues {
  const today: Reviewed[] = [];
  const ahead = new Map<number, number>();
  for (const { practised, at } of schedule(log)) {
    const reviewed = reviewedBy(practised, generators);
    if (reviewed === null) continue;
    if (at <= endOfDay(now)) today.push(reviewed);
    else ahead.set(dayOf(at), (ahead.get(dayOf(at)) ?? 0) + 1);
  }
  return { today, ahead: [...ahead].map(([day, count]) => ({ day, count })) };
}

/** What an attempt of that name practised; null where nothing here is of that name. */
export function reviewedBy(practised: string, generators: readonly Generator[]): Reviewed | null {
  const generator = generators.find(({ id }) => id === practised);
  if (generator !== undefined) return { kind: "question", generator };
  const card = flashCardById(practised);
  return card === undefined ? null : { kind: "card", card };
}

/** The name that its attempts are kept by. */
export const practisedIn = (reviewed: Reviewed): string =>
  reviewed.kind === "card" ? reviewed.card.id : reviewed.generator.id;

/** "2 questions and 1 flash card are due today." */
export function dueText({ today, ahead }: Dues, now: number): string {
  const questions = today.filter(({ kind }) => kind === "question").length;
  const cards = today.length - questions;
  const parts = [
    ...(questions === 0 ? [] : [counted(questions, "question")]),
    ...(cards === 0 ? [] : [counted(cards, "flash card")]),
  ];
  if (today.length > 0)
    return `${parts.join(" and ")} ${today.length === 1 ? "is" : "are"} due today.`;
  const [next] = ahead;
  if (next === undefined) return "Nothing is due: nothing was practised yet.";
  const when = whenText(next.day, dayOf(now));
  return next.count === 1
    ? `Nothing is due today. The next comes ${when}.`
    : `Nothing is due today. The next ${next.count} come ${when}.`;
}

/** "Services", 3: how much of each topic is due today, and the flash cards last. */
export function dueByTopic({ today }: Dues): { readonly name: string; readonly count: number }[] {
  const questions = ALL_TOPICS.map((topic) => ({
    name: TOPICS[topic],
    count: today.filter((each) => each.kind === "question" && each.generator.topic === topic)
      .length,
  }));
  const cards = today.filter(({ kind }) => kind === "card").length;
  return [...questions, { name: "Flash cards", count: cards }].filter(({ count }) => count > 0);
}

interface DueDay {
  readonly day: number;
  readonly count: number;
}

/** The `count` days from today on, in their order, those without anything due among them. */
export function dueDays({ today, ahead }: Dues, firstDay: number, count: number): DueDay[] {
  const later = new Map(ahead.map((each) => [each.day, each.count]));
  return Array.from({ length: count }, (_, index) => {
    const day = firstDay + index;
    return { day, count: index === 0 ? today.length : (later.get(day) ?? 0) };
  });
}

/** "Due: 12 today, 30 on the 27 days after." */
export function dueDaysText(days: readonly DueDay[]): string {
  const [today, ...after] = days.map(({ count }) => count);
  const later = after.reduce((sum, count) => sum + count, 0);
  return `Due: ${today ?? 0} today, ${later} on the ${after.length} days after.`;
}

/** From five digits on: shorter ones are read as they are. */
const GROUPED = new Intl.NumberFormat("en-GB", { useGrouping: "min2" });

/** "1 question", "2 questions", "20,000 questions". */
export function counted(count: number, noun: string): string {
  return `${GROUPED.format(count)} ${noun}${count === 1 ? "" : "s"}`;
}
