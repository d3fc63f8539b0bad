/**
 * Search over some six thousand registered services, on every key a person presses: one pass over
 * text prepared once. Simplified: no typing errors forgiven, no word stems.
 */
import type { Port } from "./port.ts";
import type { Transport } from "./service.ts";

/** One service of the registry on one port, with every protocol that registers the port by this name. */
export interface RegistryHit {
  readonly port: Port;
  /** The last port of a run registered as one, such as 6000 to 6063; else the port itself. */
  readonly through: Port;
  readonly name: string;
  readonly description: string;
  readonly protocols: readonly Transport[];
}

export interface SearchResult {
  readonly hits: readonly RegistryHit[];
  /** How many services fit, those beyond the limit included. */
  readonly total: number;
}

/** A query is cut to this many characters: longer than any name and description of the registry needs. */
const LONGEST_QUERY = 80;

/** Lower is better; null for a service that does not fit. */
type Rank = 0 | 1 | 2 | 3;

interface Entry {
  readonly service: RegistryHit;
  readonly name: string;
  /** Name and description in lower case, every run of other characters one space, a space before the first. */
  readonly words: string;
  readonly text: string;
}

export function searchIndex(
  services: readonly RegistryHit[],
): (query: string, limit: number) => SearchResult {
  const entries: readonly Entry[] = runsOf(services).map((service) => {
    const text = `${service.name} ${service.description}`.toLowerCase();
    return {
      service,
      name: service.name.toLowerCase(),
      words: ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ")}`,
      text,
    };
  });
  return (query, limit) => {
    const wanted = query
      .slice(0, LONGEST_QUERY)
      .normalize("NFKC")
      .toLowerCase()
      .trim()
      .replace(/\s+/g, " ");
    if (wanted === "") return { hits: [], total: 0 };
    const terms = wanted.split(" ");
    const ranked: RegistryHit[][] = [[], [], [], []];
    for (const entry of entries) {
      const rank = rankOf(entry, wanted, terms);
      if (rank !== null) ranked[rank]?.push(entry.service);
    }
    const all = ranked.flat();
    return { hits: all.slice(0, Math.max(0, limit)), total: all.length };
  };
}

/** Neighbouring ports with the same registration as one. */
function runsOf(services: readonly RegistryHit[]): readonly RegistryHit[] {
  const runs: RegistryHit[] = [];
  for (const service of services) {
    const last = runs.at(-1);
    const goesOn =
      last !== undefined &&
      last.through + 1 === service.port &&
      last.name === service.name &&
      last.description === service.description &&
      last.protocols.join() === service.protocols.join();
    if (goesOn) runs[runs.length - 1] = { ...last, through: service.through };
    else runs.push(service);
  }
  return runs;
}

function rankOf(entry: Entry, wanted: string, terms: readonly string[]): Rank | null {
  if (entry.name === wanted) return 0;
  if (entry.name.startsWith(wanted)) return 1;
  if (terms.every((term) => entry.words.includes(` ${term}`))) return 2;
  return terms.every((term) => entry.text.includes(term)) ? 3 : null;
}
