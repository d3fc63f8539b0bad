/**
 * A capture as a .pcap file, which Wireshark, tshark and tcpdump open: the classic format, times in microseconds,
 * link type RAW, so that packets begin with their IP header and IPv4 and IPv6 may mix.
 * Source: draft-ietf-opsawg-pcap; LINKTYPE_RAW in draft-ietf-opsawg-pcaplinktype.
 */
import type { CapturedPacket } from "./capture.ts";
import { ipBytes } from "./ip-bytes.ts";

const MICROSECONDS = 0xa1b2c3d4;
const SNAPLEN = 262_144;
const LINKTYPE_RAW = 101;

/** Time 0 of the world is 1970-01-01 00:00:00 UTC in the file. */
export function pcapFile(capture: readonly CapturedPacket[]): Uint8Array {
  const packets = capture.map(({ at, packet }) => ({ at, octets: ipBytes(packet) }));
  const length = packets.reduce((total, { octets }) => total + 16 + octets.length, 24);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  const put32 = (at: number, value: number) => view.setUint32(at, value, true);

  put32(0, MICROSECONDS);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  put32(16, SNAPLEN);
  put32(20, LINKTYPE_RAW);

  let at = 24;
  for (const packet of packets) {
    put32(at, Math.floor(packet.at / 1_000_000));
    put32(at + 4, packet.at % 1_000_000);
    put32(at + 8, packet.octets.length);
    put32(at + 12, packet.octets.length);
    file.set(packet.octets, at + 16);
    at += 16 + packet.octets.length;
  }
  return file;
}
