/**
 * The kinds of answer IANA's registry gives about one port of one transport protocol (RFC 6335 §6: assigned,
 * unassigned, reserved), and two of ours: ports that are never assigned, and rows that our copy lacks.
 */
import type { Source } from "./source.ts";

/** The registry itself, which changes week by week; the package's copy is as old as the package. */
export const REGISTRY_SOURCE: Source = {
  title: "IANA, Service Name and Transport Protocol Port Number Registry",
  url: "https://www.iana.org/assignments/service-names-port-numbers",
};

/**
 * What the registry says of one port of one protocol.
 * - `registered`: assigned to a service with a name. `remark` is ours.
 * - `unnamed`: a row without a service name; `description` is IANA's wording ("any private mail system").
 * - `reserved`: not available for regular assignment, kept by IANA for special purposes.
 * - `unassigned`: free to apply for.
 * - `dynamic`: 49152–65535, which IANA never assigns.
 * - `not-listed`: our copy holds no row. IANA prints runs of unassigned ports as one row, which the copy
 *   leaves out, so that for TCP and UDP this mostly means unassigned; it is never taken as a proof.
 */
export type RegistryAnswer =
  | {
      readonly kind: "registered";
      readonly name: string;
      readonly description: string;
      readonly remark: string | null;
    }
  | { readonly kind: "unnamed"; readonly description: string }
  | { readonly kind: "reserved"; readonly remark: string | null }
  | { readonly kind: "unassigned"; readonly remark: string | null }
  | { readonly kind: "dynamic" }
  | { readonly kind: "not-listed" };
