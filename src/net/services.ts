/**
 * The reviewed services table: the ports that matter in practice, under names a learner recognises. The IANA
 * registry as packaged keeps one name a port ("www-http" for 80) and lacks some ports (6000 to 6063); this table
 * puts that right for the ports it has, and says nothing about the others.
 */
import type { Port } from "./port.ts";
import type { Service } from "./service.ts";
import { ADMINISTRATION } from "./services-data/administration.ts";
import { BIG_DATA } from "./services-data/big-data.ts";
import { CLOUD } from "./services-data/cloud.ts";
import { DEVELOPMENT } from "./services-data/development.ts";
import { DIAGNOSTICS } from "./services-data/diagnostics.ts";
import { FILES } from "./services-data/files.ts";
import { HOME } from "./services-data/home.ts";
import { INDUSTRY } from "./services-data/industry.ts";
import { MAIL } from "./services-data/mail.ts";
import { MESSAGING } from "./services-data/messaging.ts";
import { MONITORING } from "./services-data/monitoring.ts";
import { NAMES } from "./services-data/names.ts";
import { NETWORKING } from "./services-data/networking.ts";
import { PEERS } from "./services-data/peers.ts";
import { RELATIONAL } from "./services-data/relational.ts";
import { REMOTE } from "./services-data/remote.ts";
import { SIGNING_IN } from "./services-data/signing-in.ts";
import { STORES } from "./services-data/stores.ts";
import { TUNNELS } from "./services-data/tunnels.ts";
import { VOICE } from "./services-data/voice.ts";
import { WEB } from "./services-data/web.ts";
import type { ServiceRow } from "./services-data/row.ts";

export type { Service } from "./service.ts";

// Two rows on one port in different files: the file named first has the more common use.
const ROWS: readonly ServiceRow[] = [
  ...WEB,
  ...DEVELOPMENT,
  ...MAIL,
  ...REMOTE,
  ...ADMINISTRATION,
  ...FILES,
  ...PEERS,
  ...NAMES,
  ...SIGNING_IN,
  ...NETWORKING,
  ...TUNNELS,
  ...DIAGNOSTICS,
  ...HOME,
  ...RELATIONAL,
  ...STORES,
  ...MESSAGING,
  ...BIG_DATA,
  ...CLOUD,
  ...MONITORING,
  ...VOICE,
  ...INDUSTRY,
];

/** Every reviewed use, by port; the uses of one port stay in their written order, the most common first. */
export const SERVICES: readonly Service[] = ROWS.map((row): Service => ({
  ...row,
  registration: row.registration ?? { kind: "registered" },
  sits: row.sits ?? "server",
  transports: row.transports ?? ["tcp"],
})).toSorted((a, b) => a.port - b.port);

const byPort = new Map<Port, Service[]>();
for (const service of SERVICES) {
  const uses = byPort.get(service.port);
  if (uses) uses.push(service);
  else byPort.set(service.port, [service]);
}

/** Every port the table has, ascending, each once. */
export const REVIEWED_PORTS: readonly Port[] = [...byPort.keys()];

/** The reviewed uses of a port, the most common first; empty for a port the table does not have. */
export function servicesOn(port: Port): readonly Service[] {
  return byPort.get(port) ?? [];
}

/** What a service is searched by, in lower case: its own names, and the others it answers to. */
const searchable = SERVICES.map((service) => {
  const { aliases, name, registration, title } = service;
  const own = [name, title.toLowerCase()];
  const registered =
    registration.kind === "registered" ? (registration.name?.toLowerCase() ?? name) : name;
  return { service, own, names: [...own, ...(aliases ?? []), registered] };
});

/** The service's own name first, then another name it has, then how a name begins, then how a later word does. */
function closeness(
  own: readonly string[],
  names: readonly string[],
  query: string,
): 0 | 1 | 2 | 3 | null {
  if (own.includes(query)) return 0;
  if (names.includes(query)) return 1;
  if (names.some((name) => name.startsWith(query))) return 2;
  if (names.some((name) => name.includes(` ${query}`) || name.includes(`-${query}`))) return 3;
  return null;
}

/**
 * The services a word stands for: by name, title, alias or IANA's name, in any case. Exact names and titles first,
 * then exact aliases, then names that begin with the query, then names with a later word that does; within each
 * by port. Empty for a blank query.
 */
export function findServices(query: string): readonly Service[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return [];
  const found: [Service[], Service[], Service[], Service[]] = [[], [], [], []];
  for (const { service, own, names } of searchable) {
    const rank = closeness(own, names, wanted);
    if (rank !== null) found[rank].push(service);
  }
  return found.flat();
}
