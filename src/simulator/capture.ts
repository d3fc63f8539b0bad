/** Packets as one host sees them go by: what a capture file or tcpdump's text is made from. */
import type { Packet } from "./packet.ts";

export interface CapturedPacket {
  /** Whole microseconds since the world began. */
  readonly at: number;
  readonly packet: Packet;
  /** As the capturing host sees it. */
  readonly direction: "in" | "out";
}
