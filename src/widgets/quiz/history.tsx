import { DayColumns } from "#figures/day-columns";
import type { AttemptLog } from "#learning/attempt";
import { dayOf, dayText } from "./calendar.model.ts";
import { historyText, lastDays, practisedDays } from "./history.model.ts";

/** Four weeks. */
const SHOWN = 28;

/** The last four weeks drawn, and every day in numbers. */
export function History({ log, now }: { log: AttemptLog; now: number }) {
  const today = dayOf(now);
  const days = practisedDays(log);
  const last = lastDays(days, today, SHOWN);
  const text = historyText(last);
  const most = Math.max(...last.map(({ answered }) => answered));
  return (
    <section aria-labelledby="history" className="mt-12">
      <h2 id="history" className="text-2xl">
        Day by day
      </h2>
      <p className="mt-3 text-soft">{text}</p>
      {most > 0 && (
        <figure className="mt-4">
          <p aria-hidden="true" className="mb-1 text-[0.95rem] text-soft">
            Highest column: {most}. Filled: right. Outlined: the rest.
          </p>
          <DayColumns days={last} label={text} />
          <figcaption className="mt-1 flex justify-between text-[0.95rem] text-soft">
            <span>{dayText(today - SHOWN + 1, today)}</span>
            <span>Today</span>
          </figcaption>
        </figure>
      )}
      {days.length > 0 && (
        <details className="mt-3">
          <summary className="inline-flex min-h-11 items-center underline underline-offset-4">
            Every day in numbers
          </summary>
          <table className="mt-1 w-full text-[1rem]">
            <thead className="text-left text-soft">
              <tr>
                <th scope="col" className="py-1.5 font-[550]">
                  Day
                </th>
                <th scope="col" className="py-1.5 text-right font-[550]">
                  Answers
                </th>
                <th scope="col" className="py-1.5 text-right font-[550]">
                  Right
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, answered, right }) => (
                <tr key={day} className="border-t border-line">
                  <th scope="row" className="py-1.5 text-left font-normal">
                    {dayText(day, today)}
                  </th>
                  <td className="py-1.5 text-right font-mono">{answered}</td>
                  <td className="py-1.5 text-right font-mono">{right}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
