/** What an event did, one thing after the other, each with its reason. */
import type { TcpState } from "#net/tcp-state";
import type { CallId, CallResult, SocketCall } from "./calls.ts";
import type { Packet } from "./packet.ts";
import type { Reason } from "./reason.ts";
import type { HostName, Micros, PacketId, Pid, SocketId, TimerName } from "./world.ts";

export type Effect =
  | {
      readonly kind: "called";
      readonly host: HostName;
      readonly pid: Pid;
      readonly call: SocketCall;
      readonly id: CallId;
    }
  /** The call waits. */
  | { readonly kind: "blocked"; readonly host: HostName; readonly id: CallId; readonly why: Reason }
  | {
      readonly kind: "returned";
      readonly host: HostName;
      readonly pid: Pid;
      readonly id: CallId;
      readonly call: SocketCall;
      readonly result: CallResult;
    }
  | {
      readonly kind: "sent";
      readonly host: HostName;
      readonly id: PacketId;
      readonly packet: Packet;
      readonly socket: SocketId | null;
      readonly why: Reason;
      readonly isRetransmission: boolean;
    }
  | {
      readonly kind: "arrived";
      readonly host: HostName;
      readonly id: PacketId;
      readonly packet: Packet;
    }
  | {
      readonly kind: "lost" | "delayed" | "doubled" | "held" | "released";
      readonly id: PacketId;
      readonly why: Reason;
    }
  /** A host's filter or stack took no notice of the packet. */
  | {
      readonly kind: "discarded";
      readonly host: HostName;
      readonly id: PacketId;
      readonly why: Reason;
    }
  | {
      readonly kind: "state";
      readonly host: HostName;
      readonly socket: SocketId;
      readonly from: TcpState;
      readonly to: TcpState;
      readonly why: Reason;
    }
  | {
      readonly kind: "timer-set" | "timer-stopped" | "timer-fired";
      readonly host: HostName;
      readonly socket: SocketId;
      readonly timer: TimerName;
      readonly at: Micros;
      readonly why: Reason;
    }
  /** Data or a connection that waits for a program. */
  | {
      readonly kind: "queued";
      readonly host: HostName;
      readonly socket: SocketId;
      readonly what: "data" | "datagram" | "connection" | "end-of-file";
      readonly why: Reason;
    }
  | {
      readonly kind: "dropped";
      readonly host: HostName;
      readonly socket: SocketId;
      readonly what: "datagram" | "connection" | "data" | "reset";
      readonly why: Reason;
    };
