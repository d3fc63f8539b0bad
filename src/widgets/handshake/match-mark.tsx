import type { ComparedFact } from "#simulator/kernel-comparison";

type Match = ComparedFact["match"];

/** In a square of 12: two lines, two waves, two lines struck through. */
const SHAPES: Readonly<Record<Match, string>> = {
  same: "M2 4.2H10M2 7.8H10",
  close: "M2 5q2-3 4-1t4-1M2 9q2-3 4-1t4-1",
  differs: "M2 4.2H10M2 7.8H10M8 1L4 11",
};

/** Whether two things are the same, by word and by shape. */
export function MatchMark({ match }: { match: Match }) {
  const isOdd = match === "differs";
  return (
    <span
      className={`inline-flex items-baseline gap-1.5 whitespace-nowrap ${isOdd ? "rounded-sm border-2 border-accent px-1.5 font-[650] text-accent" : "text-soft"}`}
    >
      <svg
        width={12}
        height={12}
        viewBox="0 0 12 12"
        aria-hidden="true"
        className="shrink-0 translate-y-px fill-none stroke-current stroke-[1.6]"
      >
        <path d={SHAPES[match]} />
      </svg>
      {match}
    </span>
  );
}
