/**
 * Where an address of a listing leads, as far as its text tells: to this machine itself, to some
 * network, or nowhere because it is no address. Names are taken for names, not looked up.
 */
import { parseAddress } from "#net/address";

export type AddressPlace =
  /** "*": every address of the machine. */
  | "any"
  | "loopback"
  | "multicast"
  /** One unicast address, or a part of one that a tool cut. */
  | "network"
  /** A host's name, which may stand for any address. */
  | "name"
  | "placeholder"
  /** Four numbers, one above 255. */
  | "impossible";

const LOOPBACK_NAMES = new Set([
  "localhost",
  "localhost.localdomain",
  "ip6-localhost",
  "localhost6",
]);

/** Answers already given: the rows of a listing share few addresses, and each is asked for several times. */
const known = new Map<string, AddressPlace>();
const MOST_KNOWN = 4096;

export function placeOf(address: string): AddressPlace {
  if (address === "*") return "any";
  const answer = known.get(address);
  if (answer !== undefined) return answer;
  const place = findPlace(address);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(address, place);
  return place;
}

function findPlace(address: string): AddressPlace {
  const parsed = parseAddress(address);
  switch (parsed.type) {
    case "error":
      if (parsed.reason === "placeholder") return "placeholder";
      if (parsed.reason === "octet-too-large") return "impossible";
      if (address.includes(":") || /^[\d.]+$/.test(address)) return "network";
      return LOOPBACK_NAMES.has(address.toLowerCase()) ? "loopback" : "name";
    case "loopback":
      return "loopback";
    case "multicast":
      return "multicast";
    case "v4-mapped":
      return parsed.ipv4.type === "loopback" ? "loopback" : "network";
    default:
      return "network";
  }
}
