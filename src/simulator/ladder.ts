/**
 * A timeline as a ladder: hosts as columns, time downwards, packets as arrows from one to another. Rows follow the
 * beats, not the clock, so that a minute of waiting takes no more room than a moment; a row says what wait is folded
 * above it. With the run from before a touch as a ghost, both share the rows, in the order of their times.
 */
import type { TcpState } from "#net/tcp-state";
import type { CallId } from "./calls.ts";
import type { HostName, Micros, PacketId, SocketId } from "./world.ts";

export interface Ladder {
  /** In the order of the file. One for loopback alone. */
  readonly columns: readonly LadderColumn[];
  /** Row 0 is before everything. */
  readonly rows: readonly LadderRow[];
  /** By position of the timeline, from 0 to `beats.length`: the row that it has reached. Rises. */
  readonly rowOfPosition: readonly number[];
  readonly arrows: readonly LadderArrow[];
  readonly marks: readonly LadderMark[];
}

export interface LadderColumn {
  readonly host: HostName;
  /** "10.0.0.1" */
  readonly addresses: readonly string[];
}

export interface LadderRow {
  readonly at: Micros;
  /** "1 s later", where a wait is folded above the row; null else. */
  readonly wait: string | null;
}

export interface LadderArrow {
  /** Unique among new and ghost. */
  readonly key: string;
  readonly packet: PacketId;
  /** Index of the column; null for somebody who is no host of this world. */
  readonly from: number | null;
  readonly to: number | null;
  readonly fromRow: number;
  /** Where it arrives, was lost, or the run ends. Not before `fromRow`. */
  readonly toRow: number;
  readonly end: "arrived" | "discarded" | "lost" | "open";
  /** Short, to stand on the arrow: "SYN", "ACK", "PSH,ACK 5 bytes", "UDP 5 bytes", "ICMP port unreachable". */
  readonly label: string;
  /** What more to say beside it: "again", "copy", "lost by you", "discarded", "before" on a ghost; "" for nothing. */
  readonly note: string;
  /** Relative numbers, as "seq 1 ack 6"; "" where there are none. */
  readonly numbers: string;
  /** The same numbers as they stand on the wire. */
  readonly wireNumbers: string;
  /** One sentence: "A sends SYN to B; it is lost." */
  readonly words: string;
  /** The same with the numbers as they stand on the wire. */
  readonly wireWords: string;
  readonly isRetransmission: boolean;
  readonly isCopy: boolean;
  readonly isTouched: boolean;
  readonly isGhost: boolean;
  /** Sockets at both ends, as far as there are any. */
  readonly sockets: readonly { readonly host: HostName; readonly socket: SocketId }[];
}

export interface LadderMark {
  readonly key: string;
  readonly column: number;
  readonly row: number;
  /** "call": a program makes a call; "return": it comes back; "state": a socket enters a state; "timer": it ran out. */
  readonly kind: "call" | "return" | "state" | "timer" | "power" | "filter";
  /** "connect()", "recv() = \"hello\"", "ESTABLISHED", "retransmission timer". */
  readonly text: string;
  /** For "state". */
  readonly state: TcpState | null;
  /** A call that failed. */
  readonly isError: boolean;
  readonly isGhost: boolean;
  readonly socket: SocketId | null;
  readonly call: CallId | null;
}
