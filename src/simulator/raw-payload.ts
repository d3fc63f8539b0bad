/** What a raw socket sends, made into a packet: a header built by hand is read (RFC 9293 §3.1, RFC 768, RFC 792). */
import type { IpAddress, Packet, TcpOptions } from "./packet.ts";

const octet = (data: string, at: number): number => data.charCodeAt(at) & 255;
const u16 = (data: string, at: number): number => (octet(data, at) << 8) | octet(data, at + 1);
const u32 = (data: string, at: number): number => u16(data, at) * 0x1_00_00 + u16(data, at + 2);

/** A payload too short for its protocol's header goes as it is. Checksums are not looked at: they come out right. */
export function rawPayload(protocol: number, from: IpAddress, to: IpAddress, data: string): Packet {
  const ports = {
    from: { address: from, port: u16(data, 0) },
    to: { address: to, port: u16(data, 2) },
  };
  if (protocol === 6 && data.length >= 20) {
    const start = (octet(data, 12) >>> 4) * 4;
    const bits = octet(data, 13);
    const flag = (bit: number) => (bits & bit) !== 0;
    return {
      kind: "tcp",
      ...ports,
      seq: u32(data, 4),
      ack: u32(data, 8),
      flags: { fin: flag(1), syn: flag(2), rst: flag(4), psh: flag(8), ack: flag(16) },
      window: u16(data, 14),
      options: optionsIn(data.slice(20, start)),
      data: data.slice(start),
    };
  }
  if (protocol === 17 && data.length >= 8)
    return { kind: "udp", ...ports, data: data.slice(8, u16(data, 4)) };
  if ((protocol === 1 || protocol === 58) && data.length >= 8) {
    const echo = { id: u16(data, 4), seq: u16(data, 6), data: data.slice(8) };
    const [type, code] = [octet(data, 0), octet(data, 1)];
    const isEcho = [0, 8, 128, 129].includes(type);
    return { kind: "icmp", from, to, type, code, quoted: null, echo: isEcho ? echo : null };
  }
  return { kind: "raw", from, to, protocol, data };
}

/** Options that are not understood are passed over by their length (RFC 9293 §3.1, RFC 7323 §2, RFC 2018 §2). */
function optionsIn(data: string): TcpOptions {
  let mss: number | null = null;
  let windowScale: number | null = null;
  let sackPermitted = false;
  for (let at = 0; at < data.length && octet(data, at) !== 0;) {
    const kind = octet(data, at);
    if (kind === 2) mss = u16(data, at + 2);
    if (kind === 3) windowScale = octet(data, at + 2);
    if (kind === 4) sackPermitted = true;
    at += kind === 1 ? 1 : Math.max(2, octet(data, at + 1));
  }
  return {
    ...(mss === null ? {} : { mss }),
    ...(windowScale === null ? {} : { windowScale }),
    ...(sackPermitted ? { sackPermitted } : {}),
  };
}
