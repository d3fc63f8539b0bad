/**
 * A word looked up: the reviewed services first, under names people know, then the rest of the registry.
 * A word that names one service gets that port's whole answer.
 */
import type { Port } from "#net/port";
import { rangeOf, type PortRangeId } from "#net/port-range";
import type { Registry } from "#net/registry";
import type { RegistryHit } from "#net/registry-search";
import type { Service } from "#net/service";
import { findServices } from "#net/services";
import { portFrame, transportList, type PortFrame } from "./port-frame.model.ts";

export interface SearchRow {
  readonly port: Port;
  /** "6379", or "6000–6063" for a run registered as one. */
  readonly portText: string;
  readonly range: PortRangeId;
  readonly title: string;
  readonly detail: string;
  /** "TCP, UDP". */
  readonly transports: string;
  /** From the reviewed table; else from IANA's registry alone. */
  readonly reviewed: boolean;
}

export interface SearchFrame {
  readonly word: string;
  /** The answer for the one port that the word names, or null. */
  readonly best: PortFrame | null;
  /** Without the best one. */
  readonly rows: readonly SearchRow[];
  /** How many more there are beyond the rows. */
  readonly more: number;
  /** False as long as only the reviewed table has been searched. */
  readonly complete: boolean;
  /** One or two sentences where nothing was found, else null. */
  readonly nothing: string | null;
}

/** `limit` is the most rows to show. */
export function searchFrame(word: string, registry: Registry | null, limit: number): SearchFrame {
  const services = findServices(word);
  const reviewedPorts = new Set(services.map((service) => service.port));
  const hits = (registry?.search(word, Infinity).hits ?? []).filter(
    (hit) => !reviewedPorts.has(hit.port),
  );
  const bestPort =
    portNamed(word, services) ??
    onlyPort(hits.filter(({ name, port, through }) => same(name, word) && port === through));
  const reviewed = services.filter((service) => service.port !== bestPort);
  const others = hits.filter((hit) => hit.port !== bestPort);
  const rows = [
    ...reviewed.slice(0, limit).map(reviewedRow),
    ...others.slice(0, Math.max(0, limit - reviewed.length)).map(registryRow),
  ];
  const nothing = services.length === 0 && hits.length === 0 && registry !== null;
  return {
    word,
    best: bestPort === null ? null : portFrame(bestPort, registry),
    rows,
    more: reviewed.length + others.length - rows.length,
    complete: registry !== null,
    nothing: nothing ? nothingFound(word) : null,
  };
}

function reviewedRow({ port, title, use, transports }: Service): SearchRow {
  return {
    port,
    portText: `${port}`,
    range: rangeOf(port).id,
    title,
    detail: use,
    transports: transportList(transports),
    reviewed: true,
  };
}

function registryRow({ port, through, name, description, protocols }: RegistryHit): SearchRow {
  return {
    port,
    portText: port === through ? `${port}` : `${port}–${through}`,
    range: rangeOf(port).id,
    title: name,
    detail: description,
    transports: transportList(protocols),
    reviewed: false,
  };
}

/**
 * The port of the one service whose own name the word is, or that has it as another name. Where several have it
 * as another name, the one whose own name begins with it: postgres is PostgreSQL before it is PgBouncer.
 */
function portNamed(word: string, services: readonly Service[]): Port | null {
  const own = services.filter(({ name, title }) => same(name, word) || same(title, word));
  if (own.length > 0) return onlyPort(own);
  const alias = services.filter(
    ({ aliases = [], registration }) =>
      aliases.some((each) => same(each, word)) ||
      (registration.kind === "registered" && same(registration.name ?? "", word)),
  );
  const begins = alias.filter(({ name }) => name.startsWith(word.toLowerCase()));
  return onlyPort(alias) ?? onlyPort(begins);
}

function onlyPort(found: readonly { readonly port: Port }[]): Port | null {
  const [port, ...others] = new Set(found.map((each) => each.port));
  return port === undefined || others.length > 0 ? null : port;
}

function same(name: string, word: string): boolean {
  return name.toLowerCase() === word.toLowerCase();
}

function nothingFound(word: string): string {
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(word) || same(word, "localhost")) {
    return `No service has this name. If it is a host, add a port after a colon: ${word}:443.`;
  }
  return "No service's name or description holds this. Fewer letters find more.";
}
