/**
 * A listing at a glance: how much of it was read, what listens and to whom, and what deserves a look.
 * Nothing read is said as "nothing was read", never as "nothing is listening": a failure to read is not
 * an answer about the machine.
 */
import { portText } from "./endpoint-print.ts";
import type { Explainer, Exposure, Oddity } from "./explanation.ts";
import { fateSentence, isUnderstood, type LineFate } from "./line-fate.ts";
import type { Listing } from "./listing.ts";

export interface ListeningPort {
  /** The row, counted from 0. */
  readonly row: number;
  readonly protocol: string;
  readonly address: string;
  /** As printed: a number, or a service name. */
  readonly port: string;
  readonly program: string | null;
  readonly exposure: Exposure;
}

/** Something worth a look; `rows` lets a page filter by it. */
export interface Remark {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly rows: readonly number[];
}

export interface UnreadLine {
  /** Counts from 1. */
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

export interface Summary {
  /** "37 of 39 lines read." */
  readonly sentence: string;
  /** Lines that are not blank. */
  readonly lines: number;
  /** Of these, the ones that were understood: all but noise and unreadable rows. */
  readonly linesRead: number;
  /** The others, each with its reason; the first 200, their texts cut to 500 characters. */
  readonly unread: readonly UnreadLine[];
  readonly sockets: number;
  readonly listeners: readonly ListeningPort[];
  readonly receivers: number;
  readonly connections: number;
  /** Lines of each kind. */
  readonly kinds: Readonly<Partial<Record<LineFate["kind"], number>>>;
  readonly remarks: readonly Remark[];
}

const MOST_UNREAD = 200;
const LONGEST_TEXT = 500;

/** Linear in the listing's lines and rows. */
export function summary(listing: Listing, explain: Explainer): Summary {
  const read = countLines(listing);
  const listeners: ListeningPort[] = [];
  const remarks = new Map<string, { title: string; message: string; rows: number[] }>();
  let receivers = 0;
  let connections = 0;

  for (let index = 0; index < listing.rowCount; index += 1) {
    const { entry } = listing.row(index);
    const { role, exposure, oddities } = explain.judge(index);
    if (role.role === "listener") {
      const { protocol, local, processes } = entry;
      listeners.push({
        row: index,
        protocol,
        address: local.address,
        port: portText(local),
        program: processes[0]?.name ?? null,
        exposure: exposure?.exposure ?? "unknown",
      });
      if (exposure?.exposure === "all") remark(remarks, EVERY_INTERFACE, index);
    } else if (role.role === "receiver") receivers += 1;
    else if (entry.peer !== null) connections += 1;
    if (entry.state === "TIME-WAIT") remark(remarks, TIME_WAIT, index);
    for (const oddity of oddities) remark(remarks, oddity, index);
  }

  return {
    ...read,
    sentence: sentenceFor(read.lines, read.linesRead, listing.rowCount),
    sockets: listing.rowCount,
    listeners,
    receivers,
    connections,
    remarks: [...remarks].map(([id, remarked]) => ({ id, ...remarked })),
  };
}

type Seen = Pick<Oddity, "id" | "title" | "message">;

const EVERY_INTERFACE: Seen = {
  id: "every-interface",
  title: "Listens on every interface",
  message:
    "Every network this machine is joined to leads to these listeners, unless a firewall stops it. Is each of them meant to be reached from outside?",
};

const TIME_WAIT: Seen = {
  id: "time-wait",
  title: "TIME-WAIT",
  message:
    "Connections that are over. They wait so that late segments do no harm, hold no program up, and go by themselves.",
};

function remark(
  remarks: Map<string, { title: string; message: string; rows: number[] }>,
  seen: Seen,
  row: number,
): void {
  const known = remarks.get(seen.id);
  if (known === undefined)
    remarks.set(seen.id, { title: seen.title, message: seen.message, rows: [row] });
  else if (known.rows.at(-1) !== row) known.rows.push(row);
}

function countLines(listing: Listing): Pick<Summary, "lines" | "linesRead" | "unread" | "kinds"> {
  const kinds: Partial<Record<LineFate["kind"], number>> = {};
  const unread: UnreadLine[] = [];
  let lines = 0;
  let linesRead = 0;
  for (let n = 1; n <= listing.lineCount; n += 1) {
    const fate = listing.fate(n);
    kinds[fate.kind] = (kinds[fate.kind] ?? 0) + 1;
    if (fate.kind === "blank") continue;
    lines += 1;
    if (isUnderstood(fate)) linesRead += 1;
    else if (unread.length < MOST_UNREAD) {
      unread.push({
        line: n,
        text: listing.line(n).slice(0, LONGEST_TEXT),
        why: fateSentence(fate),
      });
    }
  }
  return { lines, linesRead, unread, kinds };
}

function sentenceFor(lines: number, linesRead: number, rows: number): string {
  if (lines === 0) return "There is nothing to read here yet.";
  const counted = `${linesRead} of ${lines} ${lines === 1 ? "line" : "lines"} read.`;
  if (rows > 0) return counted;
  return `${counted} No socket was found in this text. That says nothing about what listens on the machine.`;
}
