/**
 * A handshake while somebody works with it: the run that is shown, the one before the last change as a ghost, the
 * moment, and what can be taken back. Pure: runs are computed elsewhere (run-of-plan.ts), a few events at a time.
 */
import type { Plan } from "#simulator/plan";
import { type Timeline, worldAt } from "#simulator/timeline";

export interface Session {
  readonly timeline: Timeline;
  /** The run before the last touch, to compare with; null where nothing was changed. */
  readonly ghost: Timeline | null;
  /** 0 to the timeline's number of beats. */
  readonly position: number;
  /** Runs to go back to, the latest last. */
  readonly past: readonly Past[];
}

interface Past {
  readonly timeline: Timeline;
  readonly ghost: Timeline | null;
  readonly position: number;
}

export type SessionChange =
  | { readonly kind: "go"; readonly position: number }
  /** Another run of the same hosts, from a touch or a call by hand. The moment stays where time stood. */
  | { readonly kind: "changed"; readonly timeline: Timeline; readonly position?: number }
  /** Another beginning altogether: nothing to compare with. */
  | { readonly kind: "opened"; readonly timeline: Timeline; readonly position: number }
  | { readonly kind: "undo" }
  | { readonly kind: "drop-ghost" };

export function openedSession(timeline: Timeline, position = 0): Session {
  return { timeline, ghost: null, position: held(timeline, position), past: [] };
}

/** As many as one may want to take back; each shares nearly all of its worlds with the next. */
const MOST_PAST = 100;

export function changed(session: Session, change: SessionChange): Session {
  const { timeline, ghost, position, past } = session;
  switch (change.kind) {
    case "go": {
      const next = held(timeline, change.position);
      return next === position ? session : { ...session, position: next };
    }
    case "changed":
      return {
        timeline: change.timeline,
        ghost: timeline,
        position: held(change.timeline, change.position ?? sameMoment(session, change.timeline)),
        past: [...past, { timeline, ghost, position }].slice(-MOST_PAST),
      };
    case "opened":
      return openedSession(change.timeline, change.position);
    case "undo": {
      const last = past.at(-1);
      return last === undefined ? session : { ...last, past: past.slice(0, -1) };
    }
    case "drop-ghost":
      return ghost === null ? session : { ...session, ghost: null };
  }
}

const held = ({ beats }: Timeline, position: number) =>
  Math.max(0, Math.min(beats.length, Math.trunc(position)));

/** How many beats at the beginning two runs have in common. */
export function commonBeats(one: Timeline, other: Timeline): number {
  const most = Math.min(one.beats.length, other.beats.length);
  for (let at = 0; at < most; at += 1) {
    if (!isSameBeat(one.beats[at]!, other.beats[at]!)) return at;
  }
  return most;
}

function isSameBeat(one: Timeline["beats"][number], other: Timeline["beats"][number]): boolean {
  return (
    one === other ||
    (one.at === other.at &&
      one.effects.length === other.effects.length &&
      JSON.stringify(one.effects) === JSON.stringify(other.effects))
  );
}

/** The moment stays where it was in what both runs share, and else goes to where they part. */
function sameMoment({ timeline, position }: Session, next: Timeline): number {
  return Math.min(position, commonBeats(timeline, next));
}

/** In words for a person: "120 ms", "1.02 s", "2 min 11 s". */
export function timeText(micros: number): string {
  const ms = micros / 1000;
  if (ms < 1000) return `${Math.round(ms * 10) / 10} ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${Math.round(seconds * 100) / 100} s`;
  const whole = Math.round(seconds);
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(whole / 86_400), "d"],
    [Math.floor(whole / 3600) % 24, "h"],
    [Math.floor(whole / 60) % 60, "min"],
    [whole % 60, "s"],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(" ");
}

/** When the moment at a position is. */
export const timeAt = (timeline: Timeline, position: number) => worldAt(timeline, position).now;

/** Whether nothing was done to the scenario as it stands in the library, or to the empty world. */
export const isUntouched = ({ touches, byHand, until }: Plan) =>
  touches.length === 0 && (byHand?.steps.length ?? 0) === 0 && until === null;
