/**
 * RFC 6335 §6 divides the port numbers into three ranges, by how a number is assigned: System, User
 * and Dynamic. The division says nothing of what a system lets a program do with a port
 * (see privileged-port.ts) or from where it takes a client's port (see ephemeral-range.ts).
 */
import { MAX_PORT, type Port } from "./port.ts";
import type { Source } from "./source.ts";

export type PortRangeId = "system" | "user" | "dynamic";

export interface PortRange {
  readonly id: PortRangeId;
  /** RFC 6335's name, plural: "System Ports". */
  readonly name: string;
  /** The same for one port: "System Port". */
  readonly singular: string;
  /** The names RFC 6335 lists beside its own. */
  readonly otherNames: readonly string[];
  /** First port, included. */
  readonly from: Port;
  /** Last port, included. */
  readonly to: Port;
  /** One sentence. */
  readonly meaning: string;
  readonly source: Source;
}

/** How many port numbers there are: 2 to the power of 16. */
export const PORT_COUNT = MAX_PORT + 1;

const SOURCE: Source = {
  title: "RFC 6335 §6",
  url: "https://www.rfc-editor.org/rfc/rfc6335#section-6",
};

const SYSTEM: PortRange = {
  id: "system",
  name: "System Ports",
  singular: "System Port",
  otherNames: ["Well Known Ports"],
  from: 0,
  to: 1023,
  meaning:
    "IANA assigns these by the strictest procedure, for the most part to the protocols of Internet standards.",
  source: SOURCE,
};

const USER: PortRange = {
  id: "user",
  name: "User Ports",
  singular: "User Port",
  otherNames: ["Registered Ports"],
  from: 1024,
  to: 49151,
  meaning:
    "IANA registers these for any service whose maker applies and whose application passes review.",
  source: SOURCE,
};

const DYNAMIC: PortRange = {
  id: "dynamic",
  name: "Dynamic Ports",
  singular: "Dynamic Port",
  otherNames: ["Private Ports", "Ephemeral Ports"],
  from: 49152,
  to: 65535,
  meaning:
    "IANA never assigns these, so any program may use them for a while, and none can count on one.",
  source: SOURCE,
};

/** In the order of their numbers; together they hold every port once. */
export const PORT_RANGES: readonly PortRange[] = [SYSTEM, USER, DYNAMIC];

export function rangeOf(port: Port): PortRange {
  if (port <= SYSTEM.to) return SYSTEM;
  return port <= USER.to ? USER : DYNAMIC;
}

/** How many ports a range holds. */
export function sizeOf(range: PortRange): number {
  return range.to - range.from + 1;
}

/** The range's part of all 65,536 ports, between 0 and 1. */
export function shareOf(range: PortRange): number {
  return sizeOf(range) / PORT_COUNT;
}
