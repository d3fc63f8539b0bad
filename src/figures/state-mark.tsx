import type { ReactNode } from "react";
import { phaseOf, type StatePhase, type TcpState } from "#net/tcp-state";

export const STATE_COLOURS: Record<StatePhase, string> = {
  listening: "text-listening",
  opening: "text-opening",
  established: "text-established",
  closing: "text-closing",
  closed: "text-closed",
};

/** In a square of 12: an open ring waits, a half disc is on its way, a full one stands, half a diamond is going, a cross is gone. */
const SHAPES: Record<StatePhase, ReactNode> = {
  listening: <circle cx={6} cy={6} r={4.2} fill="none" strokeWidth={2} />,
  opening: (
    <>
      <circle cx={6} cy={6} r={4.5} fill="none" strokeWidth={1.5} />
      <path d="M6 1.5A4.5 4.5 0 0 0 6 10.5Z" />
    </>
  ),
  established: <circle cx={6} cy={6} r={4.8} />,
  closing: (
    <>
      <path d="M6 1L11 6L6 11L1 6Z" fill="none" strokeWidth={1.5} />
      <path d="M6 1L11 6L6 11Z" />
    </>
  ),
  closed: <path d="M2 2L10 10M10 2L2 10" fill="none" strokeWidth={2} />,
};

/** Its phase's shape, 12 wide and high, in the colour of the text around it; `x` and `y` within another drawing. */
export function StateShape({ phase, x, y }: { phase: StatePhase; x?: number; y?: number }) {
  return (
    <svg
      x={x}
      y={y}
      width={12}
      height={12}
      viewBox="0 0 12 12"
      aria-hidden="true"
      className="shrink-0 translate-y-px fill-current stroke-current stroke-0"
    >
      {SHAPES[phase]}
    </svg>
  );
}

/** A TCP state in its phase's colour and shape; `spelling` where a tool writes it its own way. */
export function StateMark({ state, spelling = state }: { state: TcpState; spelling?: string }) {
  const phase = phaseOf(state);
  return (
    <span
      className={`inline-flex items-baseline gap-1.5 font-mono whitespace-nowrap ${STATE_COLOURS[phase]}`}
    >
      <StateShape phase={phase} />
      {spelling}
    </span>
  );
}
