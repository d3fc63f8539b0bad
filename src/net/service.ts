/**
 * What a port is commonly used for, which is not the same as what IANA registered it for (8000 is iRDMI in
 * the registry and a development web server in practice). Both are said, in separate fields. A row is about
 * one use of one port; a port with several uses has several rows. A use is a hint, never a proof: any program
 * may listen anywhere. Model: RFC 6335 (names, ranges, one assignment per transport).
 */
import type { Port } from "./port.ts";

export type Transport = "tcp" | "udp" | "sctp" | "dccp";

/** How the use relates to IANA's Service Name and Transport Protocol Port Number Registry. */
export type Registration =
  /** IANA registered this use. `name` is IANA's service name where it differs from the row's own. */
  | { readonly kind: "registered"; readonly name?: string }
  /** IANA registered something else: `instead` is that service's IANA name. */
  | { readonly kind: "habit"; readonly instead: string; readonly why: string }
  /** IANA names nobody on this port for these transports. */
  | { readonly kind: "unregistered"; readonly why: string };

export interface Service {
  readonly port: Port;
  /** What a practitioner calls it, lower case with hyphens: "http", "postgresql". */
  readonly name: string;
  /** The name as written in a sentence: "PostgreSQL", "DHCP server". */
  readonly title: string;
  /** Other words people search for, lower case. */
  readonly aliases?: readonly string[];
  /** The transports used in practice, the usual one first; IANA often reserved more. */
  readonly transports: readonly Transport[];
  /** One or two plain sentences. */
  readonly use: string;
  readonly registration: Registration;
  /** Which side of the conversation usually has this number as its local port. */
  readonly sits: "server" | "client" | "both";
  /** Where that needs saying: why a client has a fixed port, or which side is the server. */
  readonly sitsNote?: string;
  /**
   * On this port, by the protocol: "always" from the first byte (TLS, SSH or their like); "starttls" begins in
   * the clear and can change over; "never" in the clear. Absent where it depends on the set-up.
   */
  readonly encrypted?: "always" | "starttls" | "never";
  /** The authority for the use. */
  readonly source: string;
}
