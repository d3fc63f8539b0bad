/** What was answered on each day, for a drawing of the last weeks and a table of all. */
import type { AttemptLog } from "#learning/attempt";
import { dayOf } from "./calendar.model.ts";
import { counted } from "./due.model.ts";

export interface PractisedDay {
  readonly day: number;
  readonly answered: number;
  readonly right: number;
}

/** Days on which something was answered, the newest first. */
export function practisedDays(log: AttemptLog): PractisedDay[] {
  const days = new Map<number, { answered: number; right: number }>();
  for (const { at, outcome } of log) {
    const day = dayOf(at);
    const sum = days.get(day) ?? { answered: 0, right: 0 };
    days.set(day, {
      answered: sum.answered + 1,
      right: sum.right + (outcome === "right" ? 1 : 0),
    });
  }
  return [...days]
    .map(([day, sum]) => ({ day, ...sum }))
    .toSorted((one, other) => other.day - one.day);
}

/** The last `count` days up to today, the oldest first, those without an answer among them. */
export function lastDays(
  days: readonly PractisedDay[],
  today: number,
  count: number,
): PractisedDay[] {
  return Array.from({ length: count }, (_, index) => {
    const day = today - count + 1 + index;
    return days.find((each) => each.day === day) ?? { day, answered: 0, right: 0 };
  });
}

/** "In the last 28 days: 34 answers on 6 days, 21 of them right." */
export function historyText(last: readonly PractisedDay[]): string {
  const sum = (of: (day: PractisedDay) => number) => last.reduce((all, day) => all + of(day), 0);
  const answered = sum((day) => day.answered);
  if (answered === 0) return `In the last ${last.length} days nothing was answered.`;
  const days = sum((day) => (day.answered > 0 ? 1 : 0));
  return `In the last ${last.length} days: ${counted(answered, "answer")} on ${counted(days, "day")}, ${sum((day) => day.right)} of them right.`;
}
