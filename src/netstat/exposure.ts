/**
 * Who could reach a socket that waits, by the local address it is bound to. Only the address is judged:
 * a firewall may stop what the address allows, and address translation or a container may bring in what
 * it seems to forbid. A listing shows none of these.
 */
import type { SocketEntry } from "#net/socket-entry";
import { placeOf } from "./address-place.ts";
import type { Exposure, ExposureFinding } from "./explanation.ts";
import type { Row } from "./listing.ts";
import type { FoundRole } from "./role.ts";

const CAVEAT =
  "A listing shows no firewall, no address translation and no container: each can change who gets through.";

/** Null where nobody new can reach the socket: a connection has its peer, and a port that is only held takes nothing in. */
export function exposureOf(
  { peer, local }: SocketEntry,
  { role }: Pick<FoundRole, "role">,
): Exposure | null {
  if (peer !== null || role === "bound") return null;
  switch (placeOf(local.address)) {
    case "any":
      return local.zone === null ? "all" : "interface";
    case "loopback":
      return "loopback";
    case "multicast":
    case "network":
      return "interface";
    case "name":
    case "placeholder":
    case "impossible":
      return "unknown";
  }
}

const LABELS: Readonly<Record<Exposure, string>> = {
  loopback: "this machine only",
  interface: "this network",
  all: "every interface",
  unknown: "cannot tell",
};

/** What docker ps shows is a container, and Docker's own firewall rules let in whom a rule of ufw would stop. */
const CAVEAT_OF_DOCKER =
  "A listing shows no firewall. On Linux Docker's own rules come before those of ufw: a port that is published stays open.";

/** The same in words, with what a listing cannot show. */
export function findExposure(
  { entry, dialect }: Pick<Row, "entry" | "dialect">,
  role: Pick<FoundRole, "role">,
): ExposureFinding | null {
  const exposure = exposureOf(entry, role);
  if (exposure === null) return null;
  const caveat = dialect === "docker-ps" ? CAVEAT_OF_DOCKER : CAVEAT;
  return { exposure, label: LABELS[exposure], explanation: `${reasonFor(entry)} ${caveat}` };
}

function reasonFor(entry: SocketEntry): string {
  const { address, zone } = entry.local;
  switch (placeOf(address)) {
    case "any":
      return zone === null
        ? `It is bound to no particular address: ${versions(entry)}, from every network this machine is joined to.`
        : `The wildcard is tied to the interface ${zone}, so it can be reached through that one only.`;
    case "loopback":
      return `${address} is a loopback address: packets to it never leave the machine (RFC 1122 §3.2.1.3), so only programs here can reach it.`;
    case "multicast":
      return `${address} is a multicast group: it receives what the network sends to the group.`;
    case "network":
      return `It is bound to the one address ${address}, so it can be reached through the network that has it.`;
    case "name":
      return `${address} is a name, and may stand for any address. With -n the tool prints numbers.`;
    case "placeholder":
    case "impossible":
      return `${address} is no address.`;
  }
}

function versions({ family, protocol }: SocketEntry): string {
  switch (family) {
    case 4:
      return "every IPv4 address leads to it";
    case 6:
      return protocol === "raw"
        ? "every IPv6 address leads to it"
        : "every IPv6 address leads to it, and every IPv4 address as well if the socket serves both";
    case "46":
      return "every IPv6 and IPv4 address leads to it";
    case null:
      return "every address leads to it";
  }
}
