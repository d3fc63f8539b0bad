import { useMarking } from "./quotes.tsx";
import type { TimerFrame } from "./socket-timers.model.ts";

/** Each running timer: its name, what is left of it, and that as a bar of all it was set for. */
export function SocketTimers({ timers }: { timers: readonly TimerFrame[] }) {
  const marked = useMarking();
  if (timers.length === 0) return null;
  return (
    <ul className="mt-1.5 space-y-1">
      {timers.map(({ name, title, left, span, words, note }) => (
        <li key={name}>
          <span className="flex flex-wrap justify-between gap-x-3">
            <span className="inline-block first-letter:uppercase">{title}</span>
            <span className="text-soft">{marked(words)}</span>
          </span>
          <svg
            viewBox="0 0 100 6"
            preserveAspectRatio="none"
            aria-hidden="true"
            className="h-1.5 w-full"
          >
            <rect width={100} height={6} className="fill-line" />
            <rect width={span === 0 ? 0 : (left / span) * 100} height={6} className="fill-soft" />
          </svg>
          {note !== null && <span className="block text-soft">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
