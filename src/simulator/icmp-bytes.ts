/**
 * An ICMP message as octets (RFC 792, RFC 4443 §2.1), its checksum still zero. An error quotes the packet it is about,
 * from its IP header on: as Linux does, as much as leaves the error within the size that every path takes, 576
 * octets for IPv4 (RFC 1812 §4.3.2.3) and 1280 for IPv6 (RFC 4443 §3.1).
 */
import { concatenated, dataOctets, u16 } from "./octets.ts";
import type { IcmpMessage } from "./packet.ts";

export const ICMP_CHECKSUM_AT = 2;

const HEADER = 8;
const LONGEST = { 4: 576 - 20 - HEADER, 6: 1280 - 40 - HEADER } as const;

export function icmpBytes(message: IcmpMessage, quoted: Uint8Array | null, family: 4 | 6) {
  const { type, code, echo } = message;
  const head = [type, code, ...u16(0)];
  if (echo !== null)
    return concatenated([head, u16(echo.id), u16(echo.seq), dataOctets(echo.data)]);
  return concatenated([head, [0, 0, 0, 0], quoted?.subarray(0, LONGEST[family]) ?? []]);
}
