/**
 * The run as a text: an entry for each position, which says what the picture shows there. Setting and stopping timers is
 * left out, for it happens with nearly every segment; that one runs out is told.
 */
import { clockText } from "./clock-text.ts";
import { beginsHosts, socketStates } from "./log-states.model.ts";
import type { Timeline } from "#simulator/timeline";
import { worldAt } from "#simulator/timeline";
import type { Micros } from "#simulator/world";
import type { Selection } from "./selection.ts";
import { timeAt, timeText } from "./session.model.ts";
import type { Numbering } from "./settings.model.ts";
import { toldBeat } from "./told-beat.model.ts";

export interface LogEntry {
  /** The moment after what it tells; 0 is the beginning. */
  readonly position: number;
  readonly at: Micros;
  /** "0.020 s", counted from the run's beginning. */
  readonly time: string;
  /** "1 min 3 s later", where nothing happened for a while before; null else. */
  readonly wait: string | null;
  /** One at least. */
  readonly sentences: readonly LogSentence[];
}

export interface LogSentence {
  /** Unique in its entry. */
  readonly key: string;
  readonly text: string;
  readonly selection: Selection;
}

/** Shorter waits are the way of a packet or two. */
const LONG: Micros = 500_000;

/** As many entries as the timeline has positions. */
export function logOf(timeline: Timeline, numbering: Numbering): readonly LogEntry[] {
  const positions = Array.from({ length: timeline.beats.length + 1 }, (_, position) => position);
  return positions.map((position) => logEntry(timeline, position, numbering));
}

export function logEntry(timeline: Timeline, position: number, numbering: Numbering): LogEntry {
  const at = timeAt(timeline, position);
  const waited = position === 0 ? 0 : at - timeAt(timeline, position - 1);
  return {
    position,
    at,
    time: clockText(at),
    wait: waited < LONG ? null : `${timeText(waited)} later`,
    sentences: [...happened(timeline, position, numbering), ...noted(timeline, position)],
  };
}

function happened(
  timeline: Timeline,
  position: number,
  numbering: Numbering,
): readonly LogSentence[] {
  if (position === 0) return [{ key: "first", text: beginsHosts(timeline.first), selection: null }];
  return toldBeat(timeline, position - 1, numbering)
    .filter(({ isQuiet }) => !isQuiet)
    .map(({ key, sentence, selection }) => ({ key, text: sentence, selection }));
}

function noted({ notes }: Timeline, position: number): readonly LogSentence[] {
  return notes
    .filter((note) => note.position === position)
    .map(({ text }, at) => ({ key: `note ${at}`, text, selection: null }));
}

/**
 * What is said after a move from one position to another: the one beat that was passed, or how far it went and the
 * states of all TCP sockets there. "" where nothing moved.
 */
export function announcementOf(
  timeline: Timeline,
  from: number,
  to: number,
  numbering: Numbering = "relative",
): string {
  if (from === to) return "";
  if (to === from + 1) {
    const { wait, sentences } = logEntry(timeline, to, numbering);
    return [...(wait === null ? [] : [`${wait}:`]), ...sentences.map(({ text }) => text)].join(" ");
  }
  const count = Math.abs(to - from);
  const far = `${count} ${count === 1 ? "moment" : "moments"} ${to > from ? "later" : "back"}`;
  return `${far}, at ${clockText(timeAt(timeline, to))}: ${socketStates(worldAt(timeline, to))}`;
}

/** What is said when another run takes the place of the one that was shown. */
export function announcementOfRun(timeline: Timeline, position: number): string {
  const at = clockText(timeAt(timeline, position));
  return `The run is another one from here. At ${at}: ${socketStates(worldAt(timeline, position))}`;
}
