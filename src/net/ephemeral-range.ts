/**
 * A client seldom asks for a port: its system picks one, from the ephemeral range. RFC 6335 §6 keeps
 * 49152–65535 for this, but each system has its own default, and an administrator may change it.
 * Simplified: Windows keeps one per protocol and IP version; all of them start out the same.
 */
import type { OperatingSystem } from "./operating-system.ts";
import type { Port } from "./port.ts";
import type { Source } from "./source.ts";

export interface EphemeralRange {
  readonly system: OperatingSystem;
  /** First port, included. */
  readonly from: Port;
  /** Last port, included. */
  readonly to: Port;
  /** Where the system keeps the range. */
  readonly setting: string;
  /** The command that prints it on such a system. */
  readonly command: string;
  /** One sentence worth knowing, or null. */
  readonly note: string | null;
  readonly source: Source;
}

/** Default ranges, one a system. */
export const EPHEMERAL_RANGES: readonly EphemeralRange[] = [
  {
    system: "linux",
    from: 32768,
    to: 60999,
    setting: "net.ipv4.ip_local_port_range",
    command: "sysctl net.ipv4.ip_local_port_range",
    note: "The setting's name says ipv4, and it holds for IPv6 as well.",
    source: {
      title: "Linux kernel documentation, IP Sysctl: ip_local_port_range",
      url: "https://docs.kernel.org/networking/ip-sysctl.html",
    },
  },
  {
    system: "windows",
    from: 49152,
    to: 65535,
    setting: "the dynamic port range, kept apart for TCP and UDP",
    command: "netsh int ipv4 show dynamicport tcp",
    note: "So since Windows Vista and Windows Server 2008; earlier versions took 1025 to 5000.",
    source: {
      title: "Microsoft: The default dynamic port range for TCP/IP has changed (929851)",
      url: "https://support.microsoft.com/kb/929851",
    },
  },
  {
    system: "macos",
    from: 49152,
    to: 65535,
    setting: "net.inet.ip.portrange.first and .last",
    command: "sysctl net.inet.ip.portrange.first net.inet.ip.portrange.last",
    note: null,
    source: {
      title: "Apple XNU, bsd/netinet/in_pcb.c: ipport_firstauto, ipport_lastauto",
      url: "https://github.com/apple-oss-distributions/xnu/blob/main/bsd/netinet/in_pcb.c",
    },
  },
  {
    system: "freebsd",
    from: 10000,
    to: 65535,
    setting: "net.inet.ip.portrange.first and .last",
    command: "sysctl net.inet.ip.portrange.first net.inet.ip.portrange.last",
    note: "A program may ask for the high range alone (IP_PORTRANGE_HIGH): 49152 to 65535.",
    source: {
      title: "FreeBSD, sys/netinet/in.h: IPPORT_EPHEMERALFIRST, IPPORT_EPHEMERALLAST",
      url: "https://github.com/freebsd/freebsd-src/blob/main/sys/netinet/in.h",
    },
  },
];

/** The default range of one system. */
export function ephemeralRangeOf(system: OperatingSystem): EphemeralRange {
  const range = EPHEMERAL_RANGES.find((each) => each.system === system);
  if (range === undefined) throw new Error(`no ephemeral range is written down for ${system}`);
  return range;
}

/** The systems that, at their defaults, may give this port to a client; in the order of EPHEMERAL_RANGES. */
export function ephemeralOn(port: Port): readonly OperatingSystem[] {
  return EPHEMERAL_RANGES.filter((range) => range.from <= port && port <= range.to).map(
    (range) => range.system,
  );
}
