import { GONE_WIDTH, NEXT_WIDTH, USUAL_LINES } from "./state-diagram-drawing.tsx";

const USUAL = [
  { ...USUAL_LINES.client, words: "the usual way of a client, which here closes first" },
  { ...USUAL_LINES.server, words: "the usual way of a server, which here closes second" },
  { ...USUAL_LINES.rare, words: "taken less often" },
];
const NEXT = { className: "stroke-accent", strokeWidth: NEXT_WIDTH, words: "what can come next" };
const GONE = { className: "stroke-ink", strokeWidth: GONE_WIDTH, words: "gone so far" };

/** What the kinds of line say, and how to read what stands beside an arrow. */
export function StateDiagramLegend({ hasNext, hasGone }: { hasNext: boolean; hasGone: boolean }) {
  const lines = [...USUAL, ...(hasNext ? [NEXT] : []), ...(hasGone ? [GONE] : [])];
  return (
    <div className="mx-auto mt-4 max-w-[880px] text-[0.95rem] leading-normal text-soft">
      <ul className="flex list-none flex-wrap gap-x-6 gap-y-1 pl-0">
        {lines.map(({ words, ...line }) => (
          <li key={words} className="flex items-baseline gap-2">
            <svg width={36} height={8} aria-hidden="true" className="shrink-0">
              <path d="M0 4H36" fill="none" {...line} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      <p className="mt-1 max-w-prose">
        Beside an arrow: <strong className="font-[650] text-ink">what happens</strong>, and below it
        what TCP does then (rcv: receives, snd: sends; the TCB is what a host keeps of one
        connection). Either side may close first: whoever does takes the way on the left.
      </p>
    </div>
  );
}
