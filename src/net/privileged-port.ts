/**
 * What a system asks of a program that binds a port by its number. The habit of Unix is that ports
 * below 1024 need privilege; it is a rule of each system, not of TCP or UDP, and systems differ.
 * Simplified: default settings, no mandatory access control (SELinux, mac_portacl, Windows' excluded ranges).
 */
import { OPERATING_SYSTEMS, type OperatingSystem } from "./operating-system.ts";
import type { Port } from "./port.ts";
import type { Source } from "./source.ts";

/**
 * - `anyone`: no privilege is asked for.
 * - `privileged`: privilege is needed.
 * - `privileged-on-one-address`: needed to bind the port on one address, not on the wildcard address.
 * - `system-chooses`: port 0, which asks the system for a free port of its ephemeral range.
 */
export type BindVerdict = "anyone" | "privileged" | "privileged-on-one-address" | "system-chooses";

export interface BindRule {
  readonly system: OperatingSystem;
  readonly verdict: BindVerdict;
  /** One or two sentences. */
  readonly explanation: string;
  /** The command that prints the limit, or null where there is none to print. */
  readonly command: string | null;
  readonly source: Source;
}

/** The first port that needs no privilege where a system tells ports apart: IPPORT_RESERVED, PROT_SOCK. */
export const FIRST_UNPRIVILEGED_PORT: Port = 1024;

interface SystemRule {
  readonly below1024: Exclude<BindVerdict, "system-chooses">;
  readonly explanation: string;
  readonly command: string | null;
  readonly source: Source;
}

const RULES: Readonly<Record<OperatingSystem, SystemRule>> = {
  linux: {
    below1024: "privileged",
    explanation:
      "Below 1024 a program needs the capability CAP_NET_BIND_SERVICE, which root has. An administrator may move the limit.",
    command: "sysctl net.ipv4.ip_unprivileged_port_start",
    source: {
      title: "Linux kernel documentation, IP Sysctl: ip_unprivileged_port_start",
      url: "https://docs.kernel.org/networking/ip-sysctl.html",
    },
  },
  windows: {
    below1024: "anyone",
    explanation: "Windows keeps no ports for privileged programs: bind() lists no such error.",
    command: null,
    source: {
      title: "Microsoft: bind function (winsock2.h), return values",
      url: "https://learn.microsoft.com/en-us/windows/win32/api/winsock2/nf-winsock2-bind",
    },
  },
  macos: {
    below1024: "privileged-on-one-address",
    explanation:
      "Below 1024 a program needs privilege to bind one address, 127.0.0.1 included. Since macOS 10.14 any program may bind the wildcard address.",
    command: null,
    source: {
      title: "Apple XNU, bsd/netinet/in_pcb.c: in_pcbbind()",
      url: "https://github.com/apple-oss-distributions/xnu/blob/main/bsd/netinet/in_pcb.c",
    },
  },
  freebsd: {
    below1024: "privileged",
    explanation:
      "Up to 1023 a program needs privilege, which root has. An administrator may move the limit.",
    command: "sysctl net.inet.ip.portrange.reservedhigh",
    source: {
      title: "FreeBSD ip(4): net.inet.ip.portrange.reservedhigh",
      url: "https://man.freebsd.org/cgi/man.cgi?query=ip&sektion=4",
    },
  },
};

/** What one system asks of a program that binds this port. */
export function bindRuleOf(system: OperatingSystem, port: Port): BindRule {
  const { below1024, explanation, command, source } = RULES[system];
  if (port === 0) {
    return {
      system,
      verdict: "system-chooses",
      explanation: "Binding port 0 asks the system to choose a free port.",
      command: null,
      source,
    };
  }
  if (port < FIRST_UNPRIVILEGED_PORT || below1024 === "anyone") {
    return { system, verdict: below1024, explanation, command, source };
  }
  return {
    system,
    verdict: "anyone",
    explanation: "From 1024 up any program may bind.",
    command,
    source,
  };
}

/** The same for every system, in the order of OPERATING_SYSTEMS. */
export function bindRules(port: Port): readonly BindRule[] {
  return OPERATING_SYSTEMS.map((system) => bindRuleOf(system, port));
}
