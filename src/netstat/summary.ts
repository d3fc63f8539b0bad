/**
 * A listing at a glance: how much of it was read, what listens and to whom, who talks to whom, and what
 * deserves a look. Nothing read is said as "nothing was read", never as "nothing is listening": a failure
 * to read is not an answer about the machine.
 */
import { counted, grouped } from "./counted.ts";
import { portText } from "./endpoint-print.ts";
import { EXPOSURES, type Explainer, type Exposure, ROLES } from "./explanation.ts";
import { fateSentence, isUnderstood, type LineFate } from "./line-fate.ts";
import type { Listing } from "./listing.ts";
import { countPeers, type PeerCount } from "./peers.ts";
import { bitOf, REMARK_IDS, type RemarkId, REMARKS } from "./remarks.ts";
import { type RowIndex, rowIndex } from "./row-index.ts";

export type { PeerCount } from "./peers.ts";
export type { RemarkId } from "./remarks.ts";

export interface ListeningPort {
  /** The row, counted from 0. */
  readonly row: number;
  readonly protocol: string;
  readonly address: string;
  /** As printed: a number, or a service name. */
  readonly port: string;
  readonly program: string | null;
  readonly exposure: Exposure;
  /** Rows of connections that came in on its port, whichever of the port's listeners took them. */
  readonly connections: number;
}

/** Something worth a look; its id is a filter (`RowFilter.remark`). */
export interface Remark {
  readonly id: RemarkId;
  readonly title: string;
  readonly message: string;
  readonly count: number;
  /** The first of its rows, at most MOST_ROWS. */
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
  /** The first 1000. */
  readonly listeners: readonly ListeningPort[];
  readonly listenerCount: number;
  /** How many listeners each exposure has. */
  readonly listenersTo: Readonly<Record<Exposure, number>>;
  readonly receivers: number;
  readonly connections: number;
  /** The twenty addresses with the most rows, the busiest first. */
  readonly peers: readonly PeerCount[];
  /** How many different addresses there are at the other ends. */
  readonly peerCount: number;
  /** Lines of each kind. */
  readonly kinds: Readonly<Partial<Record<LineFate["kind"], number>>>;
  readonly remarks: readonly Remark[];
}

const MOST_UNREAD = 200;
const LONGEST_TEXT = 500;
const MOST_LISTENERS = 1000;
const MOST_PEERS = 20;
const MOST_ROWS = 100;

/** Linear in the listing's lines and rows. */
export function summary(listing: Listing, explain: Explainer): Summary {
  return summaryOf(rowIndex(listing, explain));
}

/** The same from an index that was filled before. */
export function summaryOf(index: RowIndex): Summary {
  const { listing } = index;
  const read = countLines(listing);
  const { top, count } = countPeers(index, MOST_PEERS);
  return {
    ...read,
    ...countRows(index),
    sentence: sentenceFor(read.lines, read.linesRead, listing.rowCount),
    sockets: listing.rowCount,
    peers: top,
    peerCount: count,
    remarks: remarksOf(index),
  };
}

const LISTENER = ROLES.indexOf("listener");
const RECEIVER = ROLES.indexOf("receiver");

function countRows(
  index: RowIndex,
): Pick<Summary, "listeners" | "listenerCount" | "listenersTo" | "receivers" | "connections"> {
  const listenersTo: Record<Exposure, number> = { loopback: 0, interface: 0, all: 0, unknown: 0 };
  const rows: number[] = [];
  const served = new Map<number, number>();
  let listenerCount = 0;
  let receivers = 0;
  let connections = 0;
  for (let row = 0; row < index.rowCount; row += 1) {
    const role = index.roles[row]!;
    if (role === LISTENER) {
      listenerCount += 1;
      listenersTo[exposureAt(index, row)] += 1;
      if (rows.length < MOST_LISTENERS) rows.push(row);
    } else if (role === RECEIVER) receivers += 1;
    else if (index.peerAddresses[row]! >= 0) {
      connections += 1;
      if (index.ends[row] === 1) {
        const key = portKey(index, row);
        served.set(key, (served.get(key) ?? 0) + 1);
      }
    }
  }
  const listeners = rows.map((row) => listeningPort(index, row, served));
  return { listeners, listenerCount, listenersTo, receivers, connections };
}

/** A protocol's port of one table: a paste may hold the tables of two machines. */
function portKey(index: RowIndex, row: number): number {
  const port = index.localPorts[row]! + 1;
  return (index.blocks[row]! * 1024 + index.protocols[row]!) * 2 ** 26 + port;
}

const exposureAt = (index: RowIndex, row: number): Exposure =>
  EXPOSURES[index.exposures[row]! - 1] ?? "unknown";

function listeningPort(
  index: RowIndex,
  row: number,
  served: ReadonlyMap<number, number>,
): ListeningPort {
  const { protocol, local, processes } = index.listing.row(row).entry;
  return {
    row,
    protocol,
    address: local.address,
    port: portText(local),
    program: processes[0]?.name ?? null,
    exposure: exposureAt(index, row),
    connections: served.get(portKey(index, row)) ?? 0,
  };
}

function remarksOf(index: RowIndex): readonly Remark[] {
  const found = REMARK_IDS.map((id) => ({ id, bit: bitOf(id), count: 0, rows: [] as number[] }));
  for (let row = 0; row < index.rowCount; row += 1) {
    const bits = index.remarks[row]!;
    if (bits === 0) continue;
    for (const remark of found) {
      if ((bits & remark.bit) === 0) continue;
      remark.count += 1;
      if (remark.rows.length < MOST_ROWS) remark.rows.push(row);
    }
  }
  return found
    .filter(({ count }) => count > 0)
    .map(({ id, count, rows }) => {
      const { title, message } = REMARKS[id];
      return { id, title, message, count, rows };
    });
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
  const said = `${grouped(linesRead)} of ${counted(lines, "line")} read.`;
  if (rows > 0) return said;
  return `${said} No socket was found in this text. That says nothing about what listens on the machine.`;
}
