/**
 * A listing at a glance: how much of it was read, what listens and to whom, and what deserves a look.
 * Nothing read is said as "nothing was read", never as "nothing is listening": a failure to read is not
 * an answer about the machine.
 */
import { portText } from "./endpoint-print.ts";
import type { Explainer, Exposure } from "./explanation.ts";
import { fateSentence, isUnderstood, type LineFate } from "./line-fate.ts";
import type { Listing } from "./listing.ts";
import type { OddityId } from "./oddities.ts";
import { ODDITIES } from "./oddity-words.ts";

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

type RemarkId = OddityId | "every-interface" | "time-wait";

/** Something worth a look; `rows` lets a page filter by it. */
export interface Remark {
  readonly id: RemarkId;
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
  const remarks = new Map<RemarkId, number[]>();
  let receivers = 0;
  let connections = 0;

  for (let index = 0; index < listing.rowCount; index += 1) {
    const { row, role, exposure, oddities } = explain.judge(index);
    const { entry } = row;
    if (role === "listener") {
      const { protocol, local, processes } = entry;
      listeners.push({
        row: index,
        protocol,
        address: local.address,
        port: portText(local),
        program: processes[0]?.name ?? null,
        exposure: exposure ?? "unknown",
      });
      if (exposure === "all") remark(remarks, "every-interface", index);
    } else if (role === "receiver") receivers += 1;
    else if (entry.peer !== null) connections += 1;
    if (entry.state === "TIME-WAIT") remark(remarks, "time-wait", index);
    for (const id of oddities) remark(remarks, id, index);
  }

  return {
    ...read,
    sentence: sentenceFor(read.lines, read.linesRead, listing.rowCount),
    sockets: listing.rowCount,
    listeners,
    receivers,
    connections,
    remarks: [...remarks].map(([id, rows]) => {
      const { title, message } = WORDS[id];
      return { id, title, message, rows };
    }),
  };
}

const WORDS: Readonly<Record<RemarkId, Pick<Remark, "title" | "message">>> = {
  ...ODDITIES,
  "every-interface": {
    title: "Listens on every interface",
    message:
      "Every network this machine is joined to leads to these listeners, unless a firewall stops it. Is each of them meant to be reached from outside?",
  },
  "time-wait": {
    title: "TIME-WAIT",
    message:
      "Connections that are over. They wait so that late segments do no harm, hold no program up, and go by themselves.",
  },
};

function remark(remarks: Map<RemarkId, number[]>, id: RemarkId, row: number): void {
  const rows = remarks.get(id);
  if (rows === undefined) remarks.set(id, [row]);
  else rows.push(row);
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
