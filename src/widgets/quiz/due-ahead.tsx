import { DayColumns } from "#figures/day-columns";
import { dayOf, dayText } from "./calendar.model.ts";
import { type Dues, dueDays, dueDaysText } from "./due.model.ts";

/** Four weeks, today among them. */
const SHOWN = 28;

/** What is due today and on the days after, drawn; nothing where none of it is. */
export function DueAhead({ dues, now }: { dues: Dues; now: number }) {
  const today = dayOf(now);
  const days = dueDays(dues, today, SHOWN);
  const most = Math.max(...days.map(({ count }) => count));
  if (most === 0) return null;
  return (
    <figure className="mt-4">
      <p aria-hidden="true" className="mb-1 text-[0.95rem] text-soft">
        Highest column: {most}. Filled: today. Outlined: the days after.
      </p>
      <DayColumns
        days={days.map(({ day, count }) => ({
          day,
          answered: count,
          right: day === today ? count : 0,
        }))}
        label={dueDaysText(days)}
      />
      <figcaption className="mt-1 flex justify-between text-[0.95rem] text-soft">
        <span>Today</span>
        <span>{dayText(today + SHOWN - 1, today)}</span>
      </figcaption>
    </figure>
  );
}
