/**
 * How a row of the reviewed table is written down: as a Service, with the commonest answers left out. Without `registration`
 * IANA registered the use under the row's own name; without `sits` it is the server's port; without `transports`, TCP.
 */
import type { Registration, Service } from "../service.ts";

export interface ServiceRow extends Omit<Service, "registration" | "sits" | "transports"> {
  readonly registration?: Registration;
  readonly sits?: Service["sits"];
  readonly transports?: Service["transports"];
}

export function registeredAs(name: string): Registration {
  return { kind: "registered", name };
}

export function habit(instead: string, why: string): Registration {
  return { kind: "habit", instead, why };
}

/** For a default that IANA lists for another: `instead` is its IANA name, `listed` the same in words. */
export function alsoDefaultOf(program: string, instead: string, listed: string): Registration {
  return habit(
    instead,
    `IANA lists ${listed} here. ${program} uses the number by default, without a registration.`,
  );
}

export function defaultOf(program: string): Registration {
  return {
    kind: "unregistered",
    why: `IANA names nobody on this port. It is the default of ${program}.`,
  };
}

/** For 49152 to 65535, which IANA never assigns (RFC 6335 §6). */
export function dynamicDefaultOf(program: string): Registration {
  return {
    kind: "unregistered",
    why: `A Dynamic Port, which IANA never assigns. It is the default of ${program}.`,
  };
}
