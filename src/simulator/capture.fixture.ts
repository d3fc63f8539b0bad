/** Packets for tests, with little to write. */
import type { CapturedPacket } from "./capture.ts";
import type { PacketEnd, TcpFlags, TcpOptions, TcpSegment, UdpDatagram } from "./packet.ts";

export const end = (address: string, port: number): PacketEnd => ({ address, port });

/** Letters as tcpdump writes them: "S.", "P.", "R". */
function flagsOf(letters: string): TcpFlags {
  return {
    syn: letters.includes("S"),
    ack: letters.includes("."),
    fin: letters.includes("F"),
    rst: letters.includes("R"),
    psh: letters.includes("P"),
  };
}

export function segment(
  from: PacketEnd,
  to: PacketEnd,
  letters: string,
  seq: number,
  ack: number,
  more: { window?: number; data?: string; options?: TcpOptions } = {},
): TcpSegment {
  const { window = 64_240, data = "", options = {} } = more;
  return { kind: "tcp", from, to, seq, ack, flags: flagsOf(letters), window, options, data };
}

export const datagram = (from: PacketEnd, to: PacketEnd, data: string): UdpDatagram => ({
  kind: "udp",
  from,
  to,
  data,
});

/** One every millisecond from the first second on. */
export const captured = (packets: readonly CapturedPacket["packet"][]): readonly CapturedPacket[] =>
  packets.map((packet, index) => ({ at: 1_000_000 + index * 1000, packet, direction: "out" }));

/** Where Linux has this all, a SYN's. */
export const SYN_OPTIONS: TcpOptions = { mss: 1460, sackPermitted: true, windowScale: 10 };
