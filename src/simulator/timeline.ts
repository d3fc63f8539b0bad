/**
 * A run as a line of moments that a person can stop at: each beat is one thing that happened (a call, an arrival, a
 * timer), with the world after it. Packets and calls are told once, with where they begin and end on the line.
 * A position is the number of beats that have happened: 0 is before the first, `beats.length` after the last.
 */
import type { CallId, CallResult, SocketCall } from "./calls.ts";
import type { Effect } from "./effect.ts";
import type { WorldEvent } from "./event.ts";
import type { NamedCall } from "./file-calls.ts";
import type { Packet } from "./packet.ts";
import type { Plan } from "./plan.ts";
import type { Reason } from "./reason.ts";
import type { SegmentReport } from "./simulation-report.ts";
import type { HostName, Micros, PacketId, Pid, SocketId, World } from "./world.ts";

export interface Timeline {
  readonly plan: Plan;
  readonly first: World;
  readonly beats: readonly Beat[];
  readonly packets: readonly PacketStory[];
  readonly calls: readonly CallStory[];
  /** Steps that could not be made, and why, for a person: "A's send was left out: its connect() still waits." */
  readonly notes: readonly { readonly position: number; readonly text: string }[];
  /** False where the run was cut short because it would go on for too long. */
  readonly isWhole: boolean;
}

export interface Beat {
  readonly at: Micros;
  /** The event that made it; things nobody sees (a process starts, a clock goes on) are part of the next beat. */
  readonly event: WorldEvent;
  readonly effects: readonly Effect[];
  /** After it. */
  readonly world: World;
  /** Index into the plan's steps, from 0, of the file or by hand; null where it happened by itself. */
  readonly step: StepPlace | null;
}

export interface StepPlace {
  readonly by: "file" | "hand";
  readonly index: number;
}

export interface PacketStory {
  readonly id: PacketId;
  readonly packet: Packet;
  /** Null for one that no host of this world sent. */
  readonly from: HostName | null;
  /** Null where no host has the address. */
  readonly to: HostName | null;
  readonly sentAt: Micros;
  /** The beat (as an index) that sent it. */
  readonly sentIn: number;
  /** What became of it, as far as the run goes. */
  readonly end: PacketEnding;
  /** What the wire or a touch did to it on the way, in order. */
  readonly marks: readonly ("delayed" | "doubled" | "held" | "released")[];
  readonly copyOf: PacketId | null;
  readonly touched: boolean;
  readonly isRetransmission: boolean;
  /** The sender's socket; null where the kernel answered without one. */
  readonly socket: SocketId | null;
  readonly why: Reason | null;
  /** Flags, relative numbers and length, as reports tell them. */
  readonly report: SegmentReport;
}

export type PacketEnding =
  | { readonly kind: "arrived"; readonly at: Micros; readonly in: number }
  /** Arrived, and a filter or the stack took no notice. */
  | { readonly kind: "discarded"; readonly at: Micros; readonly in: number; readonly why: Reason }
  /** `at` is when it would have arrived. `in` is the beat in which it was lost. */
  | { readonly kind: "lost"; readonly at: Micros; readonly in: number; readonly why: Reason }
  /** On its way or held when the run ends. */
  | { readonly kind: "open" };

export interface CallStory {
  readonly id: CallId;
  readonly step: StepPlace;
  readonly host: HostName;
  readonly pid: Pid;
  /** The file's name for the program: "main", "nginx". */
  readonly process: string;
  /** As the file names it, with its sockets' names. */
  readonly named: NamedCall;
  /** With descriptors' numbers. */
  readonly call: SocketCall;
  /** The socket that it was made on, or that it made; null where there is none. */
  readonly socket: SocketId | null;
  readonly madeIn: number;
  /** Null where it still waits when the run ends. */
  readonly returned: { readonly in: number; readonly result: CallResult } | null;
  /** Why it waited; null where it did not. */
  readonly waited: Reason | null;
}

/** The world at a position, which is held within the line's ends. */
export function worldAt({ first, beats }: Timeline, position: number): World {
  return position <= 0 ? first : (beats[Math.min(position, beats.length) - 1]?.world ?? first);
}
