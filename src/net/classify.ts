/**
 * Everything the course can say of one port: its range, what IANA registered, what it is commonly used for,
 * what each system does with it, who usually has it. These answer different questions and are kept apart.
 * All of it is about habit and default settings: only a look at the socket table tells what a port does on one machine.
 */
import { EPHEMERAL_RANGES, ephemeralOn, type EphemeralRange } from "./ephemeral-range.ts";
import { OPERATING_SYSTEM_NAMES, type OperatingSystem } from "./operating-system.ts";
import { rangeOf, type PortRange } from "./port-range.ts";
import { MAX_PORT, type Port } from "./port.ts";
import { bindRuleOf, type BindRule } from "./privileged-port.ts";
import type { RegistryAnswer } from "./registry-answer.ts";
import type { Registry } from "./registry.ts";
import type { Service, Transport } from "./service.ts";
import { REVIEWED_PORTS, servicesOn } from "./services.ts";
import { TRANSPORTS } from "./transport.ts";

interface TransportRegistration {
  readonly transport: Transport;
  readonly answer: RegistryAnswer;
}

interface CommonUse {
  readonly service: Service;
  /** Why the use and IANA's registration differ, or by which name IANA knows it; null where they agree. */
  readonly differs: string | null;
}

export interface SystemFacts {
  readonly system: OperatingSystem;
  readonly name: string;
  /** Whether the port lies in the system's default ephemeral range. */
  readonly ephemeral: boolean;
  readonly ephemeralRange: EphemeralRange;
  readonly bind: BindRule;
}

/** Who usually has the port as its local port. `nobody`: port 0. `unknown`: nothing speaks for either. */
export interface Occupant {
  readonly side: "server" | "client" | "both" | "nobody" | "unknown";
  /** One or two sentences. */
  readonly why: string;
}

interface KnownPort {
  readonly port: Port;
  /** As a practitioner says it where the reviewed table has it, else IANA's name. */
  readonly name: string;
}

export interface PortFacts {
  readonly port: Port;
  /** "0x1F90". */
  readonly hex: string;
  /** Sixteen binary digits. */
  readonly bits: string;
  readonly range: PortRange;
  /** One answer a transport, in the order of TRANSPORTS; null as long as the registry is not loaded. */
  readonly registrations: readonly TransportRegistration[] | null;
  /** From the reviewed table, the most common first; empty where it has nothing. */
  readonly uses: readonly CommonUse[];
  /** In the order of OPERATING_SYSTEMS. */
  readonly systems: readonly SystemFacts[];
  readonly occupant: Occupant;
  readonly neighbours: {
    /** One less and one more; null at the ends. */
    readonly previous: Port | null;
    readonly next: Port | null;
    /** The nearest ports with a known service, in the reviewed table or the registry. */
    readonly knownBelow: KnownPort | null;
    readonly knownAbove: KnownPort | null;
  };
  /** Two or three short sentences. */
  readonly summary: string;
}

/** `registry` may be null: then the reviewed table alone speaks, and the answer is complete but for what it lacks. */
export function classify(port: Port, registry: Registry | null): PortFacts {
  const range = rangeOf(port);
  const registrations =
    registry === null
      ? null
      : TRANSPORTS.map((transport) => ({ transport, answer: registry.lookup(port, transport) }));
  const services = servicesOn(port);
  const occupant = occupantOf(port, services, registrations);
  return {
    port,
    hex: `0x${port.toString(16).toUpperCase()}`,
    bits: port.toString(2).padStart(16, "0"),
    range,
    registrations,
    uses: services.map((service) => ({ service, differs: differenceOf(service) })),
    systems: systemsFor(port),
    occupant,
    neighbours: {
      previous: port === 0 ? null : port - 1,
      next: port === MAX_PORT ? null : port + 1,
      knownBelow: nearer(reviewedBelow(port), registry?.registeredBelow(port) ?? null, "below"),
      knownAbove: nearer(reviewedAbove(port), registry?.registeredAbove(port) ?? null, "above"),
    },
    summary: [
      `${port} is a ${range.singular}.`,
      registrySentence(range, services, registrations),
      useSentence(services),
      services.length === 0 ? occupant.why : "",
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
  };
}

function differenceOf({ registration }: Service): string | null {
  switch (registration.kind) {
    case "registered":
      return registration.name === undefined ? null : `IANA's name for it is ${registration.name}.`;
    case "habit":
    case "unregistered":
      return registration.why;
  }
}

function systemsFor(port: Port): readonly SystemFacts[] {
  const ephemeral = ephemeralOn(port);
  return EPHEMERAL_RANGES.map((ephemeralRange) => ({
    system: ephemeralRange.system,
    name: OPERATING_SYSTEM_NAMES[ephemeralRange.system],
    ephemeral: ephemeral.includes(ephemeralRange.system),
    ephemeralRange,
    bind: bindRuleOf(ephemeralRange.system, port),
  }));
}

function occupantOf(
  port: Port,
  services: readonly Service[],
  registrations: readonly TransportRegistration[] | null,
): Occupant {
  if (port === 0) {
    return {
      side: "nobody",
      why: "No socket keeps port 0: a program that binds it asks the system to choose a free port.",
    };
  }
  const systems = ephemeralOn(port);
  const named = namesOf(systems);
  const clientsToo = `${named} may give this port to a client as well.`;
  const [first] = services;
  if (first !== undefined) {
    const side = services.every((service) => service.sits === first.sits) ? first.sits : "both";
    const note = services.find((service) => service.sitsNote !== undefined)?.sitsNote;
    const why = note ?? WHY_BY_SIDE[side];
    return { side, why: systems.includes("linux") ? `${why} ${clientsToo}` : why };
  }
  if (registrations?.some(({ answer }) => answer.kind === "registered") ?? false) {
    const why = "A service is registered here, so that a server may wait on it.";
    return systems.includes("linux")
      ? { side: "both", why: `${why} ${clientsToo}` }
      : { side: "server", why };
  }
  if (systems.includes("linux") || rangeOf(port).id === "dynamic") {
    const why = `${named} give ports like this one to clients, each for as long as a connection lasts.`;
    return { side: "client", why: `${why} A server may have it too.` };
  }
  const nobody =
    registrations === null
      ? "No everyday service is known here."
      : "No service is registered or known here.";
  return { side: "unknown", why: systems.length > 0 ? `${nobody} ${clientsToo}` : nobody };
}

const WHY_BY_SIDE: Readonly<Record<Service["sits"], string>> = {
  server:
    "A server waits here, so that clients know where to find it. The client's own port is another.",
  client: "The client has this number on its own side.",
  both: "Either side may have this number.",
};

/** "Linux, Windows and macOS". */
function namesOf(systems: readonly OperatingSystem[]): string {
  return listing(systems.map((system) => OPERATING_SYSTEM_NAMES[system]));
}

function listing(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** What IANA says, in one sentence; the reviewed table's names go before the package's. */
function registrySentence(
  range: PortRange,
  services: readonly Service[],
  registrations: readonly TransportRegistration[] | null,
): string {
  if (range.id === "dynamic") return "IANA assigns it to nobody.";
  const reviewed = services.flatMap(({ name, registration }) =>
    registration.kind === "registered" ? [registration.name ?? name] : [],
  );
  const packaged = (registrations ?? []).flatMap(({ answer }) =>
    answer.kind === "registered" ? [answer.name] : [],
  );
  const instead = services.flatMap(({ registration }) =>
    registration.kind === "habit" ? [registration.instead] : [],
  );
  const names = [reviewed, packaged, instead].find((names) => names.length > 0) ?? [];
  if (names.length > 0) return `IANA registered it as ${listing([...new Set(names)])}.`;
  if (services.length > 0) return "IANA names nobody on it.";
  const kinds = registrations?.map(({ answer }) => answer.kind) ?? [];
  if (kinds.includes("reserved")) return "IANA keeps it reserved.";
  if (kinds.includes("unassigned")) return "IANA lists it as unassigned.";
  if (kinds.includes("unnamed")) return "IANA has a row for it without a service's name.";
  return registrations === null ? "" : "IANA's registry, in the copy used here, has no row for it.";
}

function useSentence(services: readonly Service[]): string {
  const titles = services.slice(0, 3).map((service) => service.title);
  if (titles.length === 0) return "";
  const registered = services.some(({ registration }) => registration.kind === "registered");
  const lead = registered ? "Most often met here" : "In practice most often met here";
  const others = services.length > titles.length ? "; and others" : "";
  return `${lead}: ${titles.join("; ")}${others}.`;
}

function reviewedBelow(port: Port): KnownPort | null {
  return known(REVIEWED_PORTS.findLast((reviewed) => reviewed < port));
}

function reviewedAbove(port: Port): KnownPort | null {
  return known(REVIEWED_PORTS.find((reviewed) => reviewed > port));
}

function known(port: Port | undefined): KnownPort | null {
  const [service] = port === undefined ? [] : servicesOn(port);
  return service === undefined ? null : { port: service.port, name: service.title };
}

/** The one closer to the port; the reviewed one where both are the same port. */
function nearer(
  reviewed: KnownPort | null,
  registered: KnownPort | null,
  side: "below" | "above",
): KnownPort | null {
  if (reviewed === null || registered === null) {
    const only = reviewed ?? registered;
    return only === null ? null : { port: only.port, name: only.name };
  }
  const sign = side === "above" ? 1 : -1;
  const { port, name } = sign * (registered.port - reviewed.port) < 0 ? registered : reviewed;
  return { port, name };
}
