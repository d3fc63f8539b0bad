import type { ReadingState } from "#learning/reading-state";

export const READING_WORDS: Record<ReadingState, string> = {
  "not-begun": "Not begun",
  begun: "Begun",
  known: "Known",
  finished: "Finished",
};

/** A ring that fills, with a tick at the end; what is known without reading has the tick alone. */
export function ReadingMark({ state }: { state: ReadingState }) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="size-5 shrink-0 text-ink"
    >
      <circle
        cx="10"
        cy="10"
        r="7.5"
        strokeDasharray={state === "known" ? "2.4 2.3" : undefined}
        className={state === "finished" ? "fill-ink" : state === "not-begun" ? "text-soft" : ""}
      />
      {state === "begun" && <path d="M10 2.5a7.5 7.5 0 0 1 0 15Z" className="fill-ink" />}
      {(state === "known" || state === "finished") && (
        <path
          d="M6.2 10.4 8.9 13 13.8 7.6"
          className={state === "finished" ? "text-paper" : ""}
          strokeWidth="2"
        />
      )}
    </svg>
  );
}
