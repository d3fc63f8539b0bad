/** What a simulation did, step by step, as data: what `npm run simulate -- --json` prints. Times are in seconds. */
import type { SocketEntry } from "#net/socket-entry";
import type { CallValue } from "./calls.ts";
import type { CapturedPacket } from "./capture.ts";
import type { Errno } from "./errno.ts";
import type { Reason } from "./reason.ts";
import type { HostName, World } from "./world.ts";

export interface SimulationRun {
  readonly steps: readonly StepReport[];
  /** What each host saw go by, for a capture. */
  readonly captures: Readonly<Record<HostName, readonly CapturedPacket[]>>;
  /** At the end. */
  readonly world: World;
}

export interface StepReport {
  /** When the step was over, in seconds since the beginning, to the microsecond. */
  readonly t: number;
  /** What was sent during the step, in that order. */
  readonly segments: readonly SegmentReport[];
  /** Each host's socket table after the step. */
  readonly sockets: Readonly<Record<HostName, readonly SocketEntry[]>>;
  /** Calls that returned during the step: the step's own, and earlier ones that waited. */
  readonly results: readonly ResultReport[];
  /** Calls that wait after the step. */
  readonly waiting: readonly CallReport[];
  /** What a person should know besides. */
  readonly notes: readonly string[];
}

/**
 * What became of it in the wire: "lost" also where nobody was there to take it, "injected" for one that a step put
 * there and no host sent.
 */
export type SegmentFate = "sent" | "lost" | "held" | "delayed" | "duplicated" | "injected";

export interface SegmentReport {
  /** When it was sent, in seconds. */
  readonly t: number;
  /** "A:40000", the host and the port; the address where no host has it; without a port for ICMP. */
  readonly from: string;
  readonly to: string;
  /** "SYN,ACK", "PSH,ACK", "FIN,ACK"; "UDP" and "ICMP" where it is no segment of TCP. */
  readonly flags: string;
  /** Relative to the sender's initial sequence number; null where there is none. */
  readonly seq: number | null;
  /** Relative to the receiver's initial sequence number; null without the ACK flag. */
  readonly ack: number | null;
  /** Bytes of data. */
  readonly length: number;
  readonly fate: SegmentFate;
  /** Addresses, with ports: "10.0.0.1:40000", "[2001:db8::1]:40000". */
  readonly source: string;
  readonly destination: string;
  /** ICMP's type and code, else null. */
  readonly icmp: { readonly type: number; readonly code: number } | null;
  readonly isRetransmission: boolean;
  /** Why it was sent; null where no host sent it. */
  readonly why: Reason | null;
}

export interface CallReport {
  /** The step that made the call, from 1. */
  readonly step: number;
  readonly host: HostName;
  readonly process: string;
  readonly call: string;
  /** The name of the socket it was made on, and the one its result has. */
  readonly on: string | null;
  readonly as: string | null;
}

export interface ResultReport extends CallReport {
  /** When it returned, in seconds. */
  readonly t: number;
  readonly value: CallValue;
  readonly errno: Errno | null;
  readonly why: Reason;
}
