/**
 * A TCP segment as octets (RFC 9293 §3.1), its checksum still zero. Options stand in Linux's order, each filled up to
 * four octets with NOPs in front: MSS, SACK permitted (RFC 2018), window scale (RFC 7323).
 */
import { concatenated, dataOctets, u16, u32 } from "./octets.ts";
import type { TcpFlags, TcpOptions, TcpSegment } from "./packet.ts";

export const TCP_CHECKSUM_AT = 16;

const NOP = 1;
const MAXIMUM_SEGMENT_SIZE = 2;
const WINDOW_SCALE = 3;
const SACK_PERMITTED = 4;

export function tcpBytes(segment: TcpSegment): Uint8Array {
  const options = optionOctets(segment.options);
  const headerWords = 5 + options.length / 4;
  return concatenated([
    u16(segment.from.port),
    u16(segment.to.port),
    u32(segment.seq),
    u32(segment.ack),
    [headerWords << 4, flagBits(segment.flags)],
    u16(segment.window),
    u16(0),
    u16(0),
    options,
    dataOctets(segment.data),
  ]);
}

function flagBits({ fin, syn, rst, psh, ack }: TcpFlags): number {
  return (
    (fin ? 0x01 : 0) | (syn ? 0x02 : 0) | (rst ? 0x04 : 0) | (psh ? 0x08 : 0) | (ack ? 0x10 : 0)
  );
}

function optionOctets({ mss, sackPermitted, windowScale }: TcpOptions): readonly number[] {
  return [
    ...(mss === undefined ? [] : [MAXIMUM_SEGMENT_SIZE, 4, ...u16(mss)]),
    ...(sackPermitted === true ? [NOP, NOP, SACK_PERMITTED, 2] : []),
    ...(windowScale === undefined ? [] : [NOP, WINDOW_SCALE, 3, windowScale]),
  ];
}
