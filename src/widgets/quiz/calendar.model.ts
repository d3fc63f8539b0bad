/** Days as the reader's calendar has them: whole numbers, so that they can be counted, in the time zone of the browser. */

const DAY = 86_400_000;

/** Days from 1 January 1970 to the local day of `at`, in milliseconds since 1970. */
export function dayOf(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
}

/** The last millisecond of the local day of `at`. */
export function endOfDay(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime() - 1;
}

const WORDS = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
const WHOLE = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "22 November"; with its year where that is not today's. */
export function dayText(day: number, today: number): string {
  const isThisYear = yearOf(day) === yearOf(today);
  return (isThisYear ? WORDS : WHOLE).format(new Date(day * DAY));
}

/** "today", "tomorrow", "yesterday", or "on 22 November". */
export function whenText(day: number, today: number): string {
  if (day === today) return "today";
  if (day === today + 1) return "tomorrow";
  return day === today - 1 ? "yesterday" : `on ${dayText(day, today)}`;
}

/** "2026-11-22", as names of files have it. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}
