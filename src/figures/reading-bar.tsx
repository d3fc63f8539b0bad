import type { ReadingState } from "#learning/reading-state";

const FILLS: Record<ReadingState, string> = {
  "not-begun": "bg-paper",
  begun: "bg-[linear-gradient(to_right,var(--color-ink)_50%,transparent_50%)]",
  known: "bg-ink",
  finished: "bg-ink",
};

/** One box a lesson, or a question, filled once it is done. Words beside it say how many, so it is not read out. */
export function ReadingBar({ states }: { states: readonly ReadingState[] }) {
  return (
    <span aria-hidden="true" className="flex max-w-prose gap-1">
      {states.map((state, index) => (
        <span
          key={index}
          className={`h-2.5 min-w-0 flex-1 rounded-[2px] border border-ink/60 print:hidden ${FILLS[state]}`}
        />
      ))}
    </span>
  );
}
