/**
 * What a dialect is: one tool's way to print a socket table, read and written side by side.
 * The law that holds both: decode(print(table, d)) equals project(table, d). A new dialect is one file
 * in dialects/ and one line in dialects.ts.
 */
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import { ADDRESS } from "./address-shape.ts";
import { ENDPOINT, found, readEndpoint } from "./endpoint-text.ts";
import { FIELD, type Field } from "./field.ts";
import type { LineFields } from "./line-fields.ts";
import type { DialectId, OperatingSystem } from "./listing.ts";
import type { RowFields } from "./row-fields.ts";
import { READ, whyEndpoint } from "./unreadable.ts";

/** What the lines around a row tell about it. */
export interface BlockContext {
  /** The traits of all the block's rows together; the bits are the dialect's own. */
  readonly traits: number;
  /** The command typed before the block, when it was pasted too; else "". */
  readonly command: string;
  /** The title and the columns' names, joined by a space; "" when there were none. */
  readonly heading: string;
  /** What the heading says of the rows: the dialect's own number, 0 for nothing. */
  readonly layout: number;
}

/** Handed to `readRow` for a line outside a block of its dialect: the shape alone must tell. */
export const UNEXPECTED = -1;

/** Where a row stands, for what the lines around it add to its entry. */
export interface RowPlace {
  /** Counts from 1. */
  readonly line: number;
  /** Which of the entries on its line, from 0. */
  readonly part: number;
  /** The last line above that opens a record ("record" of `prefaceOf`), counted from 1; 0 for none. */
  readonly record: number;
  /** The text of line `n`, counted from 1. */
  textOf(n: number): string;
}

export interface Dialect {
  readonly id: DialectId;
  /** As a person names it. */
  readonly tool: string;
  /** A command that prints it. */
  readonly command: string;
  /** Which flag or command adds the listeners, to be put after "A listing with listeners would: ". */
  readonly withListeners: string;
  /** What tells its rows from other tools' rows, to be put after "Its rows …". */
  readonly sign: string;
  os(context: BlockContext): OperatingSystem;
  /** What the reader takes for granted about the block's rows, in one sentence; "" for nothing. */
  assumption?(context: BlockContext): string;
  /** With what word, in small letters, its headings begin: only such lines are offered to `isHeading`. */
  readonly headingWords: readonly string[];
  /** Whether a line's words, joined by single spaces, are this tool's title or names of columns. */
  isHeading(words: string): boolean;
  /**
   * What a heading says of the rows below, 0 for nothing; `above` is what the title over it said.
   * Its spacing may tell siblings apart (then the line is asked), but never where a row's fields stand.
   */
  layoutOf?(words: string, above: number, line: LineFields): number;
  /** Whether a line below a row (or below such a line) says more about that row. */
  isContinuation(line: LineFields, layout: number): boolean;
  /** The entry with what such a line adds. */
  extend?(line: LineFields, entry: SocketEntry): SocketEntry;
  /**
   * For tools that print a record in several lines: whether the line says something about the rows that
   * follow. "record" opens a record (and a block, where none is open), "more" adds to it.
   */
  prefaceOf?(line: LineFields, layout: number): "record" | "more" | null;
  /** Whether its reader takes only lines below a heading of its own, or that a person gave to it. */
  readonly needsHeading?: boolean;
  /** Whether it prints records, a field a line: its rows are not broken by narrow windows. */
  readonly isRecord?: true;
  /**
   * Reads a row by its shape, never by the heading's columns. Returns READ and fills `row`; or
   * NOT_MINE; or a reason of unreadable.ts when the line begins like a row of this dialect.
   * `layout` is 0 or more where the lines above are this dialect's (then a vaguer shape is enough):
   * what `layoutOf` made of the heading; else UNEXPECTED.
   * A line may hold several entries: `row.part` (from 0) is asked for, `row.parts` says how many there are.
   */
  readRow(line: LineFields, row: RowFields, layout: number): number;
  /** Makes the entry of a row that was just read. */
  entry(row: RowFields, context: BlockContext, place: RowPlace): SocketEntry;
  /** Fields that the tool may have cut. */
  truncated(row: RowFields, context: BlockContext): readonly Field[];
  /** The sibling that printed the block, for dialects that share a reader; told by the whole block. */
  refine?(context: BlockContext): Dialect;
  /** How the tool spells each state. */
  readonly spelling: Readonly<Record<TcpState, string>>;
  /** The listing as the tool would print it, with its heading; ends with a line end. */
  print(entries: readonly SocketEntry[]): string;
  /** What is left of an entry after this dialect printed it: none, one or several rows' entries. */
  project(entry: SocketEntry): readonly SocketEntry[];
}

/**
 * Reads field `at` of the line as the local or the peer endpoint; returns READ or a reason. A part of
 * an IPv6 address is taken only where the tool cuts: in a field of just `cutLength` characters.
 */
export function takeEndpoint(
  line: LineFields,
  at: number,
  row: RowFields,
  side: "local" | "peer",
  cutLength = 0,
): number {
  return takeEndpointAt(line.text, line.startOf(at), line.endOf(at), row, side, cutLength);
}

export function takeEndpointAt(
  text: string,
  start: number,
  end: number,
  row: RowFields,
  side: "local" | "peer",
  cutLength = 0,
): number {
  const fault = readEndpoint(text, start, end);
  if (fault !== ENDPOINT.read) return whyEndpoint(fault, side);
  if (found.shape === ADDRESS.v6Part && end - start !== cutLength) {
    return whyEndpoint(ENDPOINT.badAddress, side);
  }
  takeFound(row, side);
  return READ;
}

/** Notes where the endpoint that was just read stands. */
export function takeFound(row: RowFields, side: "local" | "peer"): void {
  const isLocal = side === "local";
  row.set(isLocal ? FIELD.localAddress : FIELD.peerAddress, found.addressStart, found.addressEnd);
  row.set(isLocal ? FIELD.localPort : FIELD.peerPort, found.portStart, found.portEnd);
  if (found.zoneStart >= 0) {
    row.set(isLocal ? FIELD.localZone : FIELD.peerZone, found.zoneStart, found.zoneEnd);
  }
  if (isLocal) {
    row.localShape = found.shape;
    row.localPort = found.port;
  } else {
    row.peerShape = found.shape;
    row.peerPort = found.port;
  }
}

/** Reads field `at` of the line into `field`. */
export function take(line: LineFields, at: number, row: RowFields, field: number): void {
  row.set(field, line.startOf(at), line.endOf(at));
}

/** What printers put where a socket has no peer. */
export const NO_PEER: SocketEndpoint = { address: "*", zone: null, port: null, service: null };
