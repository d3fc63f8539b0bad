import type { TcpState } from "#net/tcp-state";
import { TCP_TRANSITIONS, TCP_TRANSITIONS_SOURCE, type TransitionId } from "#net/tcp-transitions";
import { StateDiagramDrawing } from "./state-diagram-drawing.tsx";
import { UPRIGHT, WIDE } from "./state-diagram-layout.ts";
import { StateDiagramLegend } from "./state-diagram-legend.tsx";
import {
  type DiagramPosition,
  FIGURE_NOTES,
  describePositions,
  describeTransition,
  describeVisited,
} from "./state-diagram-text.ts";

interface StateDiagramProps {
  /** The one state that is lit, as "you are here". */
  state?: TcpState;
  /** Who else is where, such as the two hosts of a connection; labels of a word or two. */
  positions?: readonly DiagramPosition[];
  /** The ways gone so far, in their order. */
  visited?: readonly TransitionId[];
  caption?: string;
}

const NOWHERE: readonly never[] = [];

/**
 * The eleven states of a TCP connection and the ways between them, as in RFC 9293's Figure 5. Two
 * drawings, of which the figure's own room shows one; their shape is known beforehand, so nothing moves.
 */
export function StateDiagram({
  state,
  positions = NOWHERE,
  visited = NOWHERE,
  caption,
}: StateDiagramProps) {
  const all: readonly DiagramPosition[] =
    state === undefined ? positions : [{ label: "you are here", state }, ...positions];
  const drawn = { positions: all, visited };
  return (
    <figure
      className="wide @container"
      aria-label={caption === undefined ? "The states of a TCP connection" : undefined}
    >
      <p className="sr-only">
        {describePositions(all)} {describeVisited(visited)}
      </p>
      <StateDiagramDrawing
        {...drawn}
        layout={UPRIGHT}
        className="mx-auto block max-w-[440px] @min-[640px]:hidden"
      />
      <StateDiagramDrawing
        {...drawn}
        layout={WIDE}
        className="mx-auto hidden max-w-[880px] @min-[640px]:block"
      />
      <StateDiagramLegend hasNext={all.length > 0} hasGone={visited.length > 0} />
      <details className="mx-auto mt-2 max-w-[880px] text-[0.95rem] leading-normal">
        <summary className="inline-flex min-h-6 items-center underline underline-offset-4 hover:text-accent">
          The diagram in words
        </summary>
        <ul className="mt-2 max-w-prose list-disc pl-5">
          {TCP_TRANSITIONS.map((transition) => (
            <li key={transition.id}>{describeTransition(transition)}</li>
          ))}
        </ul>
        <p className="mt-3 max-w-prose">
          {FIGURE_NOTES.join(" ")}{" "}
          <a href={TCP_TRANSITIONS_SOURCE.url} className="underline hover:text-accent">
            {TCP_TRANSITIONS_SOURCE.title}
          </a>
        </p>
      </details>
      {caption !== undefined && (
        <figcaption className="mt-4 max-w-prose text-[1rem] text-soft">{caption}</figcaption>
      )}
    </figure>
  );
}
