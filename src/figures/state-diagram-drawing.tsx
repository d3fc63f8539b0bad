import { phaseOf } from "#net/tcp-state";
import { TCP_TRANSITIONS, type TcpTransition, type TransitionId } from "#net/tcp-transitions";
import { labelLines } from "./state-diagram-labels.ts";
import {
  type DiagramEdge,
  type DiagramNode,
  LABEL_SIZE,
  NODE_HEIGHT,
  type Point,
  pointsOf,
  type StateDiagramLayout,
} from "./state-diagram-layout.ts";
import type { DiagramPosition } from "./state-diagram-text.ts";
import { STATE_COLOURS, StateShape } from "./state-mark.tsx";

/** Solid for a client, dashed for a server, as textbooks draw it; dots for the rarer ways. */
export const USUAL_LINES = {
  client: { className: "stroke-ink", strokeWidth: 1.75 },
  server: { className: "stroke-ink", strokeWidth: 1.75, strokeDasharray: "7 4" },
  rare: { className: "stroke-soft", strokeWidth: 1.5, strokeDasharray: "1.5 3.5" },
} as const;

const STROKES = { ink: "stroke-ink", soft: "stroke-soft", accent: "stroke-accent" } as const;
const FILLS = { ink: "fill-ink", soft: "fill-soft", accent: "fill-accent" } as const;

export const NEXT_WIDTH = 2.25;
export const GONE_WIDTH = 3.5;

interface Drawn {
  readonly layout: StateDiagramLayout;
  readonly positions: readonly DiagramPosition[];
  readonly visited: readonly TransitionId[];
  readonly className: string;
}

/** Paints one layout. Its words stand beside it in the figure, so it is hidden from screen readers. */
export function StateDiagramDrawing({ layout, positions, visited, className }: Drawn) {
  const { width, height, nodes, edges } = layout;
  const hasEnded = visited.some((id) => id === "TIME-WAIT>CLOSED" || id === "LAST-ACK>CLOSED");
  const labelsAt = ({ state, isEnd }: DiagramNode) =>
    state === "CLOSED" && isEnd !== hasEnded
      ? []
      : positions.filter((each) => each.state === state).map(({ label }) => label);
  return (
    <svg
      viewBox={`-2 -2 ${width + 4} ${height + 4}`}
      width="100%"
      aria-hidden="true"
      className={className}
    >
      {edges.map((edge) => (
        <Edge
          key={edge.id}
          edge={edge}
          isVisited={visited.includes(edge.id)}
          isNext={positions.some(
            ({ state }) => edge.id.startsWith(`${state}>`) && (state !== "CLOSED" || !hasEnded),
          )}
        />
      ))}
      {nodes.map((node) => (
        <Node key={`${node.state} ${node.isEnd}`} node={node} labels={labelsAt(node)} />
      ))}
    </svg>
  );
}

function Node({ node, labels }: { node: DiagramNode; labels: readonly string[] }) {
  const { state, x, y, width } = node;
  const isLit = labels.length > 0;
  const phase = phaseOf(state);
  const nameWidth = state.length * LABEL_SIZE * 0.632;
  const start = x - (nameWidth + 18) / 2;
  const middle = isLit ? y - 7 : y;
  return (
    <g className={STATE_COLOURS[phase]}>
      <rect
        x={x - width / 2}
        y={y - NODE_HEIGHT / 2}
        width={width}
        height={NODE_HEIGHT}
        rx={8}
        strokeWidth={isLit ? 3 : 1.25}
        className={isLit ? "fill-panel stroke-accent" : "fill-paper stroke-current"}
      />
      <StateShape phase={phase} x={start} y={middle - 6} />
      <text
        x={start + 18}
        y={middle + 4.5}
        fontSize={LABEL_SIZE}
        className={`fill-current font-mono ${isLit ? "font-[700]" : "font-[550]"}`}
      >
        {state}
      </text>
      {isLit && (
        <text
          x={x}
          y={y + 14}
          fontSize={12}
          textAnchor="middle"
          className="fill-accent font-sans font-[650]"
        >
          {labels.join(", ")}
        </text>
      )}
    </g>
  );
}

/** Ways gone are thick; those that lead on from a lit state have the accent. */
function Edge({
  edge,
  isVisited,
  isNext,
}: {
  edge: DiagramEdge;
  isVisited: boolean;
  isNext: boolean;
}) {
  const transition = TCP_TRANSITIONS.find(({ id }) => id === edge.id);
  if (transition === undefined) return null;
  const line = USUAL_LINES[transition.usual ?? "rare"];
  const points = pointsOf(edge);
  const tone = isVisited ? "ink" : isNext ? "accent" : transition.usual === null ? "soft" : "ink";
  return (
    <>
      <path
        d={roundedPath(points)}
        fill="none"
        {...line}
        strokeWidth={isVisited ? GONE_WIDTH : isNext ? NEXT_WIDTH : line.strokeWidth}
        className={STROKES[tone]}
      />
      <path d={arrowHead(points)} className={FILLS[tone]} />
      <EdgeLabel edge={edge} transition={transition} isNext={isNext && !isVisited} />
    </>
  );
}

function EdgeLabel({
  edge: { label },
  transition,
  isNext,
}: {
  edge: DiagramEdge;
  transition: TcpTransition;
  isNext: boolean;
}) {
  return (
    <text textAnchor={label.anchor} fontSize={LABEL_SIZE} className="font-sans">
      {labelLines(transition, label).map(({ text, kind, y }) => (
        <tspan
          key={y}
          x={label.x}
          y={y}
          className={`${kind === "event" ? "font-[650]" : ""} ${FILLS[isNext ? "accent" : kind === "event" ? "ink" : "soft"]}`}
        >
          {text}
        </tspan>
      ))}
    </text>
  );
}

const BEND = 9;
const HEAD = { length: 9, half: 4.5 };

/** The way with its bends rounded; it ends within the arrow's head. */
function roundedPath(points: readonly Point[]): string {
  const ends = [...points.slice(0, -1), towards(points.at(-1)!, points.at(-2)!, HEAD.length - 1)];
  return ends
    .map((point, index) => {
      const [before, after] = [ends[index - 1], ends[index + 1]];
      if (before === undefined) return `M${point.join(" ")}`;
      if (after === undefined) return `L${point.join(" ")}`;
      const [enter, leave] = [towards(point, before, BEND), towards(point, after, BEND)];
      return `L${enter.join(" ")}Q${point.join(" ")} ${leave.join(" ")}`;
    })
    .join("");
}

function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1)!;
  const [x, y] = towards(tip, points.at(-2)!, HEAD.length);
  const [across, down] = tip[0] === x ? [HEAD.half, 0] : [0, HEAD.half];
  return `M${tip.join(" ")}L${x - across} ${y - down}L${x + across} ${y + down}Z`;
}

/** From one point `by` towards another that is level with or above or below it. */
function towards([x, y]: Point, [otherX, otherY]: Point, by: number): Point {
  return [x + Math.sign(otherX - x) * by, y + Math.sign(otherY - y) * by];
}
