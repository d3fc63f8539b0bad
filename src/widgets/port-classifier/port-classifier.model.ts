/**
 * From what a person typed to what the page shows. The registry may still be on its way (null):
 * then the reviewed table answers alone, and the frame says what is not known yet.
 */
import { ADDRESS_KIND_MEANINGS } from "#net/address";
import { classifyMany, type ManyPortFacts } from "#net/classify-many";
import { formatHost, type Host } from "#net/endpoint";
import { parsePortQuery, type PortQuery } from "#net/port-query";
import { formatSpans } from "#net/port-span";
import type { Registry } from "#net/registry";
import { portFrame, type PortFrame } from "./port-frame.model.ts";
import { searchFrame, type SearchFrame } from "./search-frame.model.ts";

export interface HostFrame {
  /** As it stands in an endpoint: "[::1]", "192.0.2.7", "example.com", "*". */
  readonly text: string;
  readonly meaning: string;
}

export type ClassifierFrame =
  | { readonly kind: "empty"; readonly hint: string }
  | {
      readonly kind: "port";
      readonly port: PortFrame;
      /** How the text was read, where it was more than a number; one sentence each. */
      readonly reading: readonly string[];
      /** Of an endpoint or a URL, else null. */
      readonly host: HostFrame | null;
    }
  | {
      readonly kind: "ports";
      readonly facts: ManyPortFacts;
      /** "80, 443, 8000-8100". */
      readonly text: string;
      readonly notes: readonly string[];
      /** Known services beyond those listed. */
      readonly more: number;
      readonly complete: boolean;
    }
  | { readonly kind: "search"; readonly search: SearchFrame }
  | {
      readonly kind: "error";
      readonly reason: Extract<PortQuery, { kind: "error" }>["reason"];
      readonly message: string;
    };

/** Search results, and known services of a list, that are shown at once. */
export const ROWS_AT_ONCE = 20;

/** Never throws, whatever the text. `rows` is the most rows of a search or a list to show. */
export function classifierFrame(
  text: string,
  registry: Registry | null,
  rows: number = ROWS_AT_ONCE,
): ClassifierFrame {
  const query = parsePortQuery(text);
  switch (query.kind) {
    case "empty":
      return {
        kind: "empty",
        hint: "Type a port such as 443, a service such as redis, or an endpoint such as 192.0.2.7:8080.",
      };
    case "error":
      return { kind: "error", reason: query.reason, message: query.message };
    case "word":
      return { kind: "search", search: searchFrame(query.word, registry, rows) };
    case "ports": {
      const facts = classifyMany(query.spans, registry, rows);
      return {
        kind: "ports",
        facts,
        text: formatSpans(query.spans),
        notes: query.notes,
        more: facts.knownTotal - facts.known.length,
        complete: registry !== null,
      };
    }
    case "port":
      return {
        kind: "port",
        port: portFrame(query.port, registry, query.transport),
        reading: query.base === 16 ? [`The hexadecimal number is ${query.port} in decimal.`] : [],
        host: null,
      };
    case "endpoint":
      return {
        kind: "port",
        port: portFrame(query.port, registry),
        reading: [],
        host: hostFrame(query.host),
      };
    case "url":
      return {
        kind: "port",
        port: portFrame(query.port, registry),
        reading: [urlReading(query)],
        host: hostFrame(query.host),
      };
  }
}

function urlReading(url: Extract<PortQuery, { kind: "url" }>): string {
  const { scheme, port, portFrom, defaultPort, source } = url;
  if (portFrom === "scheme") {
    return `The URL names no port, so ${scheme} means its default, ${port} (${source}).`;
  }
  if (defaultPort === null) return `The URL names port ${port}.`;
  if (defaultPort === port)
    return `The URL names port ${port}, which ${scheme} means without it too.`;
  return `The URL names port ${port}. Without it ${scheme} would mean ${defaultPort} (${source}).`;
}

function hostFrame(host: Host): HostFrame {
  const text = formatHost(host);
  switch (host.kind) {
    case "any":
      return {
        text,
        meaning: "Every address of the host: a listener on it can be reached through each.",
      };
    case "address":
      return { text, meaning: ADDRESS_KIND_MEANINGS[host.address.type] };
    case "name":
      return {
        text,
        meaning:
          host.name.toLowerCase() === "localhost"
            ? "This machine itself, by name (RFC 6761 §6.3)."
            : "A host's name. Looking it up gives the address.",
      };
  }
}
