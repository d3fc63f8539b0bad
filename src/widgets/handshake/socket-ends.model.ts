/** A socket's kind and ends as the tables beside the ladder write them: as its own program is told them. */
import type { PacketEnd } from "#simulator/packet";
import { addressText } from "#simulator/step-words";
import { asSeenBy } from "#simulator/wire-address";
import type { BoundTo, Socket } from "#simulator/world";

const PROTOCOL_NAMES: Readonly<Record<number, string>> = {
  1: "ICMP",
  6: "TCP",
  17: "UDP",
  58: "ICMPv6",
};

/** IANA, protocol-numbers. */
export const protocolName = (protocol: number) =>
  PROTOCOL_NAMES[protocol] ?? `protocol ${protocol}`;

/** "TCP", "UDP", "raw TCP". */
export function kindOf(socket: Socket): string {
  switch (socket.type) {
    case "stream":
      return "TCP";
    case "dgram":
      return "UDP";
    case "raw":
      return `raw ${protocolName(socket.protocol)}`;
  }
}

/** "10.0.0.2:8080", "[::]:8080"; a raw socket has an address alone. */
export function localText(socket: Socket): string {
  const { domain, local } = socket;
  const address = shownAddress(domain, local);
  if (socket.type === "raw") return address;
  return local.port === 0 && local.address === "*"
    ? "no address yet"
    : addressText({ address, port: local.port });
}

/** Null where it has none. */
export function peerText(socket: Socket): string | null {
  const { domain, peer } = socket;
  if (peer === null) return null;
  return socket.type === "raw" ? shownAddress(domain, peer) : endText(domain, peer);
}

/** As a program with a socket of this domain is told it. */
export function endText(domain: 4 | 6, end: PacketEnd): string {
  return addressText({ address: asSeenBy(domain, end.address), port: end.port });
}

function shownAddress(domain: 4 | 6, { address }: Pick<BoundTo, "address">): string {
  if (address === "*") return domain === 6 ? "::" : "0.0.0.0";
  return asSeenBy(domain, address);
}
