/** The transport protocols that have ports IANA registers (RFC 6335 §6). Each has all 65,536 for itself. */
import type { Transport } from "./service.ts";

export const TRANSPORTS: readonly Transport[] = ["tcp", "udp", "sctp", "dccp"];

export function isTransport(text: string): text is Transport {
  return (TRANSPORTS as readonly string[]).includes(text);
}
