/** What can happen to a world: a program's call, the next thing that is due, or a hand on the wire. */
import type { SocketCall } from "./calls.ts";
import type { Packet } from "./packet.ts";
import type {
  Fate,
  FilterRule,
  HostName,
  HostSettings,
  Micros,
  PacketId,
  PacketPattern,
  Pid,
} from "./world.ts";

export type WorldEvent =
  | { readonly kind: "call"; readonly host: HostName; readonly pid: Pid; readonly call: SocketCall }
  /** The one thing that is due first: the clock goes on to it. Nothing happens where nothing is due. */
  | { readonly kind: "next" }
  /** The clock goes on to this moment. Only where nothing is due before: `runUntil` in run.ts does the rest. */
  | { readonly kind: "wait"; readonly until: Micros }
  | {
      readonly kind: "rule";
      readonly match: PacketPattern;
      readonly nth: number;
      readonly fate: Fate;
    }
  /** A fate for one packet that is in flight or held; "release" lets a held one arrive after the wire's delay, "arrive" at once. */
  | {
      readonly kind: "touch";
      readonly packet: PacketId;
      readonly fate: Fate | { readonly kind: "release" | "arrive" };
    }
  /** A packet that nobody here sent arrives at once. */
  | { readonly kind: "inject"; readonly packet: Packet }
  | { readonly kind: "filter"; readonly host: HostName; readonly rules: readonly FilterRule[] }
  | { readonly kind: "setting"; readonly host: HostName; readonly settings: Partial<HostSettings> }
  | {
      readonly kind: "start";
      readonly host: HostName;
      readonly process: {
        readonly command: string;
        readonly user: string;
        readonly isPrivileged: boolean;
        readonly pid?: Pid;
      };
    }
  /** The host vanishes, as when its cable is cut or its power goes; or it is there again, with nothing remembered. */
  | { readonly kind: "power"; readonly host: HostName; readonly isUp: boolean };
