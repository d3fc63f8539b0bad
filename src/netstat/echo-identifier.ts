/**
 * What stands in a port's place in a row of ICMP, which has no ports (RFC 792): on Linux the identifier that a ping
 * socket sends in its echo requests (icmp(7), /proc/net/icmp). Of a raw socket for ICMPv6 ss prints the protocol's own
 * number, 58, or its name.
 */
import type { SocketEndpoint } from "#net/socket-entry";

const ICMPV6 = 58;

export function isEchoIdentifier({
  port,
  service,
}: Pick<SocketEndpoint, "port" | "service">): boolean {
  return port !== null && port !== 0 && port !== ICMPV6 && service === null;
}
