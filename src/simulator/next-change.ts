/** Positions to jump to: where a socket changed its state, and what a host could see. */
import type { Beat, Timeline } from "./timeline.ts";
import type { HostName } from "./world.ts";

type Line = Pick<Timeline, "beats">;

/** The position right after the next change of a TCP state; null where there is none. */
export const nextStateChange = (line: Line, position: number) => next(line, position, changesState);

/** The position right after the last change before the one that the position may stand on; null where there is none. */
export const previousStateChange = (line: Line, position: number) =>
  previous(line, position, changesState);

/** The same for whatever this host sees: its programs' calls, its packets, its timers. */
export const nextSeenBy = (line: Line, position: number, host: HostName) =>
  next(line, position, (beat) => isSeenBy(beat, host));

export const previousSeenBy = (line: Line, position: number, host: HostName) =>
  previous(line, position, (beat) => isSeenBy(beat, host));

function next({ beats }: Line, position: number, isMeant: (beat: Beat) => boolean): number | null {
  const found = beats.findIndex((beat, at) => at >= position && isMeant(beat));
  return found === -1 ? null : found + 1;
}

function previous(
  { beats }: Line,
  position: number,
  isMeant: (beat: Beat) => boolean,
): number | null {
  const found = beats.findLastIndex((beat, at) => at + 1 < position && isMeant(beat));
  return found === -1 ? null : found + 1;
}

const changesState = ({ effects }: Beat) => effects.some(({ kind }) => kind === "state");

/** What becomes of a packet in the wire is seen by no host. */
function isSeenBy({ event, effects }: Beat, host: HostName): boolean {
  if ("host" in event && event.host === host) return true;
  return effects.some((effect) => "host" in effect && effect.host === host);
}
