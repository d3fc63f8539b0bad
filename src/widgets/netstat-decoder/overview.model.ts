/** A listing as a whole, as plain data that can be sent from a worker: what was read, block by block, and what deserves a look. */
import { counted } from "#netstat/counted";
import { type Facets, facets } from "#netstat/facets";
import type { Block, DialectId, Listing } from "#netstat/listing";
import type { RemarkId } from "#netstat/remarks";
import type { RowIndex } from "#netstat/row-index";
import { type PeerCount, type Summary, summaryOf } from "#netstat/summary";
import { type NoSockets, noSocketsMessage } from "./no-sockets.model.ts";
import { LINES_AT_ONCE, type OtherLines, otherLines } from "./other-lines.model.ts";
import { UNIX_AT_ONCE, type UnixList, unixList } from "./unix-list.model.ts";
import { visibleText } from "./visible-text.model.ts";

export interface BlockOverview {
  readonly dialect: DialectId;
  /** "ss on Linux". */
  readonly tool: string;
  /** First and last line, counted from 1. */
  readonly from: number;
  readonly to: number;
  /** "Lines 1 to 19". */
  readonly where: string;
  readonly why: string;
  readonly isCertain: boolean;
  /** The names of the columns, as pasted; null where there are none. */
  readonly heading: string | null;
  readonly rowCount: number;
}

/** Something worth a look; its id is a filter. */
export interface RemarkOverview {
  readonly id: RemarkId;
  readonly title: string;
  readonly message: string;
  readonly count: number;
}

export type Overview =
  | { readonly kind: "empty" }
  | {
      readonly kind: "no-sockets";
      readonly words: NoSockets;
      readonly announcement: string;
      readonly others: OtherLines;
      readonly unix: UnixList;
    }
  | {
      readonly kind: "sockets";
      readonly announcement: string;
      /** "37 of 39 lines read." */
      readonly sentence: string;
      /** "30 sockets: 12 listeners, 18 connections." */
      readonly counts: string;
      /** The first of them: netstat -c prints a block a second. */
      readonly blocks: readonly BlockOverview[];
      readonly blockCount: number;
      readonly rowCount: number;
      readonly remarks: readonly RemarkOverview[];
      /** What the rows can be narrowed to. */
      readonly facets: Facets;
      readonly listenersTo: Summary["listenersTo"];
      readonly peers: readonly PeerCount[];
      /** How many different addresses there are at the other ends. */
      readonly peerCount: number;
      /** How many lines are not understood. */
      readonly unreadCount: number;
      readonly others: OtherLines;
      readonly unix: UnixList;
    };

const MOST_BLOCKS = 12;
const LONGEST_HEADING = 300;

export function overviewOf(index: RowIndex): Overview {
  const { listing } = index;
  const found = summaryOf(index);
  if (listing.rowCount === 0) {
    const words = noSocketsMessage(found.kinds);
    if (words === undefined) return { kind: "empty" };
    return {
      kind: "no-sockets",
      words,
      announcement: `No socket rows were found. ${words.title}`,
      others: otherLines(listing, LINES_AT_ONCE),
      unix: unixList(listing, UNIX_AT_ONCE),
    };
  }
  return {
    kind: "sockets",
    announcement: `${counted(listing.rowCount, "socket")} read from ${counted(found.lines, "line")}.`,
    sentence: found.sentence,
    counts: countsSentence(found),
    blocks: listing.blocks.slice(0, MOST_BLOCKS).map((block) => blockOverview(listing, block)),
    blockCount: listing.blocks.length,
    rowCount: listing.rowCount,
    remarks: found.remarks.map(({ id, title, message, count }) => ({ id, title, message, count })),
    facets: facets(index),
    listenersTo: found.listenersTo,
    peers: found.peers.map((peer) => ({ ...peer, address: visibleText(peer.address) })),
    peerCount: found.peerCount,
    unreadCount: found.lines - found.linesRead,
    others: otherLines(listing, LINES_AT_ONCE),
    unix: unixList(listing, UNIX_AT_ONCE),
  };
}

function countsSentence({ sockets, listenerCount, receivers, connections }: Summary): string {
  const parts = [
    listenerCount > 0 && counted(listenerCount, "listener"),
    receivers > 0 &&
      counted(receivers, "socket without a connection", "sockets without a connection"),
    connections > 0 && counted(connections, "connection"),
  ].filter((part) => part !== false);
  const total = counted(sockets, "socket");
  return parts.length === 0 ? `${total}.` : `${total}: ${parts.join(", ")}.`;
}

export function blockOverview(listing: Listing, block: Block): BlockOverview {
  const { dialect, tool, os, from, to, why, confidence, rowCount } = block;
  return {
    dialect,
    tool: os === null || tool.includes(os) ? tool : `${tool} on ${os}`,
    from,
    to,
    where: from === to ? `Line ${from}` : `Lines ${from} to ${to}`,
    why: visibleText(why),
    isCertain: confidence === "certain",
    heading: headingOf(listing, block),
    rowCount,
  };
}

/** The last heading above the block's first row: titles stand above the names of the columns. */
function headingOf(listing: Listing, block: Block): string | null {
  let heading: string | null = null;
  for (let line = block.from; line <= block.to; line += 1) {
    const { kind } = listing.fate(line);
    if (kind === "socket") break;
    const text = listing.line(line);
    if (kind === "heading" && /[^-\s]/.test(text)) heading = visibleText(text, LONGEST_HEADING);
  }
  return heading;
}
