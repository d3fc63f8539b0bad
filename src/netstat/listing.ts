/**
 * A decoded listing: the pasted text, what each of its lines is, and its rows as socket entries.
 * Rows are made when asked for, by reading their one line again: a million rows are kept as a few
 * numbers each, not as objects.
 */
import type { SocketEntry } from "#net/socket-entry";
import type { Field, Span } from "./field.ts";
import type { LineFate } from "./line-fate.ts";

export type DialectId =
  | "windows-netstat"
  | "powershell"
  | "net-tools"
  | "busybox"
  | "macos-netstat"
  | "freebsd-netstat"
  | "openbsd-netstat"
  | "solaris-netstat"
  | "aix-netstat"
  | "hpux-netstat"
  | "ss"
  | "lsof"
  | "lsof-fields"
  | "sockstat"
  | "proc-net"
  | "docker-ps";

/** Null where the dialect is printed on several systems and the rows do not tell which. */
export type OperatingSystem =
  | "Linux"
  | "Windows"
  | "macOS"
  | "FreeBSD"
  | "OpenBSD"
  | "NetBSD"
  | "Solaris"
  | "AIX"
  | "HP-UX"
  | null;

/** Lines that one run of one tool printed. */
export interface Block {
  readonly dialect: DialectId;
  /** The tool as a person names it: "Windows netstat", "ss". */
  readonly tool: string;
  readonly os: OperatingSystem;
  /** First and last line of the block, counted from 1, both included. */
  readonly from: number;
  readonly to: number;
  readonly rowCount: number;
  /** One sentence: what the reader took the block for, and by what sign. */
  readonly why: string;
  /** Certain when heading and rows agree (or the heading stands alone), likely when only rows tell or something is assumed. */
  readonly confidence: "certain" | "likely";
}

export interface Row {
  /** Counts from 1. */
  readonly line: number;
  /** Index into the listing's blocks. */
  readonly block: number;
  readonly dialect: DialectId;
  readonly entry: SocketEntry;
  /** Its line. Where a window broke it over several, they are put together. */
  readonly text: string;
  /** How many lines `text` is made of: more than 1 for a row that was broken. */
  readonly pieces: number;
  /** Places in `text`, in its order; they do not overlap. */
  readonly spans: readonly Span[];
  /** The state as the tool spells it; null where it printed none. */
  readonly stateText: string | null;
  /** Fields whose text the tool may have cut short. Their values are as printed: nothing is guessed. */
  readonly truncated: readonly Field[];
}

export interface Listing {
  /** As pasted, but for the terminal's escape sequences and a quotation's marks: those are taken out before anything is read. */
  readonly text: string;
  readonly lineCount: number;
  readonly rowCount: number;
  readonly blocks: readonly Block[];
  /** The text of line `n`, without its line end. `n` counts from 1; a RangeError outside 1..lineCount. */
  line(n: number): string;
  /** `n` counts from 1; a RangeError outside 1..lineCount. */
  fate(n: number): LineFate;
  /** `i` counts from 0; a RangeError outside 0..rowCount-1. Made anew at each call. */
  row(i: number): Row;
}
