/**
 * Who could reach a socket that waits, by the local address it is bound to. Only the address is judged:
 * a firewall may stop what the address allows, and address translation or a container may bring in what
 * it seems to forbid. A listing shows none of these.
 */
import type { SocketEntry } from "#net/socket-entry";
import { placeOf } from "./address-place.ts";
import type { ExposureFinding } from "./explanation.ts";

const CAVEAT =
  "A listing shows no firewall, no address translation and no container: each can change who gets through.";

/** Null for a connection: it has its peer, and nobody else can reach it. */
export function findExposure(entry: SocketEntry): ExposureFinding | null {
  if (entry.peer !== null) return null;
  const { address, zone } = entry.local;
  const place = placeOf(address);
  switch (place) {
    case "any":
      return zone === null
        ? everywhere(entry)
        : oneInterface(
            `The wildcard is tied to the interface ${zone}, so it can be reached through that one only.`,
          );
    case "loopback":
      return {
        exposure: "loopback",
        label: "this machine only",
        explanation: `${address} is a loopback address: packets to it never leave the machine (RFC 1122 §3.2.1.3), so only programs here can reach it. ${CAVEAT}`,
      };
    case "multicast":
      return oneInterface(
        `${address} is a multicast group: it receives what the network sends to the group.`,
      );
    case "network":
      return oneInterface(
        `It is bound to the one address ${address}, so it can be reached through the network that has it.`,
      );
    case "name":
    case "placeholder":
    case "impossible":
      return {
        exposure: "unknown",
        label: "cannot tell",
        explanation: `${address} is ${place === "name" ? "a name, and may stand for any address. With -n the tool prints numbers" : "no address"}. ${CAVEAT}`,
      };
  }
}

function everywhere(entry: SocketEntry): ExposureFinding {
  return {
    exposure: "all",
    label: "every interface",
    explanation: `It is bound to no particular address: ${versions(entry)} of this machine leads to it, from every network it is joined to. ${CAVEAT}`,
  };
}

function versions({ family }: SocketEntry): string {
  switch (family) {
    case 4:
      return "every IPv4 address";
    case 6:
      return "every IPv6 address (and, unless the program asked for IPv6 alone, every IPv4 address)";
    case "46":
      return "every IPv6 and IPv4 address";
    case null:
      return "every address";
  }
}

function oneInterface(sentence: string): ExposureFinding {
  return { exposure: "interface", label: "this network", explanation: `${sentence} ${CAVEAT}` };
}
