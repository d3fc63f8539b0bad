/**
 * IP addresses and what kind each is, by IANA's special-purpose registries (RFC 6890). Reads what people and
 * tools write, strictly: four decimal octets for IPv4 (ipaddr.js alone would also take 0177.1 and 2130706433),
 * RFC 4291 §2.2 text for IPv6. Nothing throws. Simplified: blocks with a technical use of their own that
 * are routed like any other (6to4, Teredo, NAT64, AS112) count as public.
 */
import ipaddr from "ipaddr.js";

/**
 * - `unspecified`: 0.0.0.0 and ::, no particular address.
 * - `shared`: 100.64.0.0/10, between a provider and its customers.
 * - `private`: RFC 1918, and the unique local addresses of IPv6.
 * - `reserved`: kept back by the standards, not in use on networks.
 */
export type AddressKind =
  | "unspecified"
  | "loopback"
  | "private"
  | "shared"
  | "link-local"
  | "documentation"
  | "benchmarking"
  | "multicast"
  | "broadcast"
  | "reserved"
  | "public";

interface IPv4Address {
  readonly type: AddressKind;
  readonly family: 4;
  /** Four decimal octets. */
  readonly text: string;
}

interface IPv6Address {
  readonly type: AddressKind;
  readonly family: 6;
  /** RFC 5952 form, without brackets and zone. */
  readonly text: string;
  /** What followed "%": an interface's name or number. */
  readonly zone: string | null;
}

/** ::ffff:192.0.2.1, an IPv4 address as an IPv6 socket sees it (RFC 4291 §2.5.5.2). */
interface MappedAddress {
  readonly type: "v4-mapped";
  readonly family: 6;
  /** With the last 32 bits as four octets, as RFC 5952 §5 recommends. */
  readonly text: string;
  readonly zone: string | null;
  readonly ipv4: IPv4Address;
}

export type Address = IPv4Address | IPv6Address | MappedAddress;

type AddressErrorReason =
  | "empty"
  | "placeholder"
  | "octet-too-large"
  | "leading-zero"
  | "not-four-octets"
  | "not-an-address";

export interface AddressError {
  readonly type: "error";
  readonly reason: AddressErrorReason;
  /** One or two short sentences for the person who wrote the address. */
  readonly message: string;
}

/** One sentence each, for people. */
export const ADDRESS_KIND_MEANINGS: Readonly<Record<AddressKind | "v4-mapped", string>> = {
  unspecified: "No particular address: a listener bound to it takes every local address.",
  loopback: "This machine itself: nothing sent to it leaves the host (RFC 1122 §3.2.1.3).",
  private:
    "For use inside a home, company or site; the Internet does not route it (RFC 1918, RFC 4193).",
  shared: "Between a provider and its customers, behind carrier-grade NAT (RFC 6598).",
  "link-local": "For one network link only; routers do not pass it on (RFC 3927, RFC 4291).",
  documentation:
    "For examples in texts such as this one; no real machine has it (RFC 5737, RFC 3849, RFC 9637).",
  benchmarking: "For measuring network equipment in a laboratory (RFC 2544, RFC 5180).",
  multicast: "A group of receivers, not one machine (RFC 5771, RFC 4291).",
  broadcast: "Every machine on the link at once (RFC 919).",
  reserved: "Kept back by the standards: no ordinary machine has it.",
  public: "An address of the Internet, unique in the world.",
  "v4-mapped":
    "An IPv4 address, as a socket that serves IPv6 and IPv4 shows it (RFC 4291 §2.5.5.2).",
};

/** No address is longer: eight groups, dotted ending, and a zone. */
const LONGEST = 100;

/** Reads an IPv4 or IPv6 address, with a zone or without; brackets, ports and prefixes are errors. */
export function parseAddress(text: string): Address | AddressError {
  if (text === "") return fail("empty", "There is no address here.");
  if (text.length > LONGEST) return notAnAddress();
  if (/^(?:x{1,3}\.){3}x{1,3}$/i.test(text)) {
    return fail(
      "placeholder",
      "The X marks stand for an address that somebody hid. Each would be a number from 0 to 255.",
    );
  }
  if (text.includes(":")) return parseIPv6(text);
  return /^[\d.]+$/.test(text) ? parseIPv4(text) : notAnAddress();
}

function parseIPv4(text: string): IPv4Address | AddressError {
  const parts = text.split(".");
  if (parts.length !== 4 || parts.includes("")) {
    return fail(
      "not-four-octets",
      "An IPv4 address has four numbers with a dot between them, such as 192.0.2.7.",
    );
  }
  const large = parts.find((part) => Number(part) > 255);
  if (large !== undefined) {
    const which = large.length > 6 ? "one of these is larger" : `${large} does not fit`;
    return fail(
      "octet-too-large",
      `Each number of an IPv4 address is one octet, 8 bits, and goes to 255: ${which}.`,
    );
  }
  const padded = parts.find((part) => part.length > 1 && part.startsWith("0"));
  if (padded !== undefined) {
    return fail(
      "leading-zero",
      "Write each number without leading zeros: some programs read 010 as octal, which is 8.",
    );
  }
  const octets = parts.map(Number);
  return { type: kindOfIPv4(octets), family: 4, text: octets.join(".") };
}

function kindOfIPv4(octets: readonly number[]): AddressKind {
  const range = new ipaddr.IPv4([...octets]).range();
  switch (range) {
    case "unspecified":
      // The library counts all of 0.0.0.0/8, "this network", which no host sends from.
      return octets.every((octet) => octet === 0) ? "unspecified" : "reserved";
    case "reserved": {
      const net = octets.slice(0, 3).join(".");
      if (["192.0.2", "198.51.100", "203.0.113"].includes(net)) return "documentation";
      return octets[0] === 198 ? "benchmarking" : "reserved";
    }
    case "loopback":
    case "private":
    case "multicast":
    case "broadcast":
      return range;
    case "linkLocal":
      return "link-local";
    case "carrierGradeNat":
      return "shared";
    default:
      return "public";
  }
}

function parseIPv6(text: string): IPv6Address | MappedAddress | AddressError {
  const percent = text.indexOf("%");
  const zone = percent === -1 ? null : text.slice(percent + 1);
  if (zone !== null && !/^[^\s%[\]/]+$/.test(zone)) return notAnAddress();
  const bare = dottedTailToHex(percent === -1 ? text : text.slice(0, percent));
  if (bare === null || !/^[\da-f:]+$/i.test(bare)) return notAnAddress();
  try {
    const parsed = ipaddr.IPv6.parse(bare);
    if (parsed.isIPv4MappedAddress()) {
      const octets = parsed.toByteArray().slice(12);
      const ipv4: IPv4Address = { type: kindOfIPv4(octets), family: 4, text: octets.join(".") };
      return { type: "v4-mapped", family: 6, text: `::ffff:${ipv4.text}`, zone, ipv4 };
    }
    return { type: kindOfIPv6(parsed), family: 6, text: parsed.toRFC5952String(), zone };
  } catch {
    return notAnAddress();
  }
}

/**
 * ::ffff:192.0.2.1 as ::ffff:c000:201; null if the dotted ending is no IPv4 address. The library would take
 * octal there, and reads ::192.0.2.1 as v4-mapped, which it is not.
 */
function dottedTailToHex(text: string): string | null {
  if (!text.includes(".")) return text;
  const colon = text.lastIndexOf(":");
  const dotted = text.slice(colon + 1);
  const tail = /^[\d.]+$/.test(dotted) ? parseIPv4(dotted) : notAnAddress();
  if (tail.type === "error") return null;
  const [a = 0, b = 0, c = 0, d = 0] = tail.text.split(".").map(Number);
  return `${text.slice(0, colon + 1)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

function kindOfIPv6(address: ipaddr.IPv6): AddressKind {
  const [first = 0, second = 0] = address.parts;
  // The declared list of names is shorter than the library's own: deprecatedSiteLocal, discard and others.
  const range: string = address.range();
  switch (range) {
    case "unspecified":
    case "loopback":
    case "multicast":
    case "benchmarking":
      return range;
    case "linkLocal":
      return "link-local";
    case "uniqueLocal":
      return "private";
    case "reserved":
      return (first === 0x2001 && second === 0xdb8) || first === 0x3fff
        ? "documentation"
        : "reserved";
    case "deprecatedSiteLocal":
    case "deprecatedOrchid":
    case "discard":
      return "reserved";
    case "unicast":
      // Outside 2000::/3 nothing has been handed out (IANA, IPv6 Address Space).
      return first >> 13 === 1 ? "public" : "reserved";
    default:
      return "public";
  }
}

function notAnAddress(): AddressError {
  return fail("not-an-address", "This is no IP address. One looks like 192.0.2.7 or 2001:db8::7.");
}

function fail(reason: AddressErrorReason, message: string): AddressError {
  return { type: "error", reason, message };
}
