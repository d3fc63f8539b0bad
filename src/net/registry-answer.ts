/**
 * What the registry says of one port of one protocol.
 * - `registered`: assigned to a service with a name. `remark` is ours.
 * - `unnamed`: a row without a service name; `description` is IANA's wording ("any private mail system").
 * - `reserved`: IANA keeps it back, and assigns it to nobody without a special reason.
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
