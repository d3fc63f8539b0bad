/**
 * A timeline drawn up as a ladder: a row a beat, an arrow a packet, a mark for what a host did. Of a ghost, the run from
 * before a touch, only what is not the same in the new run is kept; its rows stand among the new ones by their times.
 */
import type { Ladder, LadderArrow, LadderColumn, LadderMark } from "./ladder.ts";
import { ladderMarks } from "./ladder-marks.ts";
import { type Placing, sharedRows } from "./ladder-rows.ts";
import { ladderSockets } from "./ladder-sockets.ts";
import {
  durationText,
  packetLabel,
  packetNote,
  packetWords,
  relativeNumbers,
  wireNumbers,
} from "./ladder-words.ts";
import type { Timeline } from "./timeline.ts";
import type { HostName, Micros } from "./world.ts";

/** Waits that are shorter are not worth a word. */
const FOLDED: Micros = 100_000;

export function ladderOf(timeline: Timeline, ghost: Timeline | null): Ladder {
  const { times, ofNew, ofGhost } = sharedRows(timeline, ghost);
  const columns = columnsOf(timeline);
  const last = times.length - 1;
  const arrows = ladderArrows(timeline, columns, { rows: ofNew, last, isGhost: false });
  const marks = ladderMarks(timeline, columns, { rows: ofNew, isGhost: false });
  const oldArrows =
    ghost === null ? [] : ladderArrows(ghost, columns, { rows: ofGhost, last, isGhost: true });
  const oldMarks =
    ghost === null ? [] : ladderMarks(ghost, columns, { rows: ofGhost, isGhost: true });
  const whole = {
    arrows: [...arrows, ...without(oldArrows, arrows, arrowSense)],
    marks: [...marks, ...without(oldMarks, marks, markSense)],
  };
  const kept = keptRows(times.length, ofNew, whole);
  return {
    columns,
    rows: kept.map((row, index) => ({
      at: times[row]!,
      wait: waitBetween(times[kept[index - 1] ?? row]!, times[row]!),
    })),
    ...renumbered(kept, ofNew, whole),
  };
}

function waitBetween(before: Micros, at: Micros): string | null {
  return at - before > FOLDED ? `${durationText(at - before)} later` : null;
}

function columnsOf({ plan }: Timeline): readonly LadderColumn[] {
  return Object.entries(plan.file.hosts).map(([host, { addresses }]) => ({ host, addresses }));
}

function ladderArrows(
  timeline: Timeline,
  columns: readonly LadderColumn[],
  { rows, last, isGhost }: Placing & { readonly last: number },
): readonly LadderArrow[] {
  const { packets, plan } = timeline;
  const column = (host: HostName | null) => {
    const index = columns.findIndex((each) => each.host === host);
    return index === -1 ? null : index;
  };
  return packets.map((story) => {
    const { id, packet, from, to, sentIn, end } = story;
    const touch = plan.touches.find((touch) => touch.packet === id)?.fate ?? null;
    const note = packetNote(story, touch);
    const fromRow = rows[sentIn] ?? 0;
    return {
      key: `${isGhost ? "ghost" : "packet"} ${id}`,
      packet: id,
      from: column(from),
      to: column(to),
      fromRow,
      toRow: Math.max(fromRow, end.kind === "open" ? last : (rows[end.in] ?? last)),
      end: end.kind,
      label: packetLabel(story),
      note: isGhost ? ["before", note].filter((text) => text !== "").join(", ") : note,
      numbers: relativeNumbers(story),
      wireNumbers: wireNumbers(packet),
      words: packetWords(story, relativeNumbers(story), note, isGhost),
      wireWords: packetWords(story, wireNumbers(packet), note, isGhost),
      isRetransmission: story.isRetransmission,
      isCopy: story.copyOf !== null,
      isTouched: story.touched,
      isGhost,
      sockets: ladderSockets(timeline, story),
    };
  });
}

const arrowSense = ({ from, to, fromRow, toRow, end, label, numbers }: LadderArrow) =>
  [from, to, fromRow, toRow, end, label, numbers].join("|");
const markSense = ({ column, row, kind, text }: LadderMark) => [column, row, kind, text].join("|");

/** Those of `olds` that have no like among `news`; each of those stands for one. */
function without<Each>(
  olds: readonly Each[],
  news: readonly Each[],
  sense: (each: Each) => string,
): readonly Each[] {
  const left = new Map<string, number>();
  for (const each of news) left.set(sense(each), (left.get(sense(each)) ?? 0) + 1);
  return olds.filter((each) => {
    const count = left.get(sense(each)) ?? 0;
    if (count > 0) left.set(sense(each), count - 1);
    return count === 0;
  });
}

type Drawn = Pick<Ladder, "arrows" | "marks">;

/** The new run's rows, and those of the old one where something of it begins or ends. */
function keptRows(
  count: number,
  ofNew: readonly number[],
  { arrows, marks }: Drawn,
): readonly number[] {
  const used = new Set([
    0,
    ...ofNew,
    ...arrows.flatMap(({ fromRow, toRow, end }) => (end === "open" ? [fromRow] : [fromRow, toRow])),
    ...marks.map(({ row }) => row),
  ]);
  return Array.from({ length: count }, (_, row) => row).filter((row) => used.has(row));
}

function renumbered(
  kept: readonly number[],
  ofNew: readonly number[],
  { arrows, marks }: Drawn,
): Drawn & Pick<Ladder, "rowOfPosition"> {
  const place = new Map(kept.map((row, index) => [row, index]));
  const last = kept.length - 1;
  return {
    rowOfPosition: [0, ...ofNew.map((row) => place.get(row)!)],
    arrows: arrows.map((arrow) => ({
      ...arrow,
      fromRow: place.get(arrow.fromRow)!,
      toRow: place.get(arrow.toRow) ?? last,
    })),
    marks: marks.map((mark) => ({ ...mark, row: place.get(mark.row)! })),
  };
}
