/**
 * One row of a host's socket table: what netstat, ss and lsof all print, each in its own way.
 * The decoder reads rows into it, printers write it out, and simulated hosts hold it.
 * A field is null where the source does not say: absent is never guessed.
 */
import type { Port } from "./port.ts";
import type { TcpState } from "./tcp-state.ts";

/** Without 4 or 6: the family says that. Other names are kept as the tool printed them, in lower case. */
export type Protocol = "tcp" | "udp" | "udplite" | "sctp" | "dccp" | "raw" | "icmp" | (string & {});

/** "46" is one IPv6 socket that serves IPv4 as well (IPV6_V6ONLY off, ipv6(7)). */
export type Family = 4 | 6 | "46";

export interface SocketEndpoint {
  /** As printed, without brackets and zone; "*" for every spelling of the wildcard (0.0.0.0, ::, *). */
  readonly address: string;
  /** What follows "%": an interface name or number. */
  readonly zone: string | null;
  /** Null where no number was printed: a name (then `service` has it) or "*". */
  readonly port: Port | null;
  /** The service name, where the tool printed one in the port's place. */
  readonly service: string | null;
}

export interface SocketProcess {
  readonly pid: number | null;
  readonly name: string | null;
  readonly user: string | null;
  /** The file descriptor's number in that process. */
  readonly fd: number | null;
}

export interface SocketEntry {
  readonly protocol: Protocol;
  readonly family: Family | null;
  readonly local: SocketEndpoint;
  /** Null for a socket without a peer: a listener, an unconnected UDP socket. */
  readonly peer: SocketEndpoint | null;
  /**
   * Null for protocols without states, and where the tool printed none or none we know. A UDP socket
   * with a peer is ESTABLISHED, as Linux's tools print it.
   */
  readonly state: TcpState | null;
  /** Bytes, but on a listener in ss: connections waiting to be accepted. */
  readonly recvQ: number | null;
  /** Bytes, but on a listener in ss: the most that may wait. */
  readonly sendQ: number | null;
  /** Every process named as holding the socket; empty where the tool named none. */
  readonly processes: readonly SocketProcess[];
}
