/**
 * What a person types into the one field: a port in any of its spellings, a list, an endpoint, a URL, or a word
 * to look up. Every text has an answer, and nothing throws. Time is linear in the length; messages never repeat
 * long input. Full-width and other compatibility characters count as what they stand for (NFKC).
 */
import {
  formatEndpoint,
  parseEndpoint,
  parseHost,
  splitHostPort,
  type EndpointErrorReason,
  type Host,
} from "./endpoint.ts";
import {
  isNumberLike,
  parsePortList,
  type PortList,
  type PortListError,
  type PortListReason,
} from "./port-list.ts";
import type { PortSpan } from "./port-span.ts";
import { parsePortText } from "./port-text.ts";
import type { Port } from "./port.ts";
import type { Transport } from "./service.ts";
import { isTransport } from "./transport.ts";
import { urlScheme } from "./url-scheme.ts";

/** How a single port was written: 8080, ":8080", "8080/tcp", "port 8080". */
type PortForm = "bare" | "colon" | "transport" | "worded";

type PortQueryErrorReason =
  | PortListReason
  | EndpointErrorReason
  | "several-lines"
  | "too-long"
  | "unknown-transport"
  | "unknown-scheme"
  | "no-host"
  | "not-a-query";

export type PortQuery =
  | { readonly kind: "empty" }
  | {
      readonly kind: "port";
      readonly port: Port;
      readonly form: PortForm;
      readonly base: 10 | 16;
      /** Named in the query: "8080/tcp". */
      readonly transport: Transport | null;
    }
  | {
      readonly kind: "ports";
      /** Ascending, without overlap, neighbours joined. */
      readonly spans: readonly PortSpan[];
      /** How the text was read, where that may surprise; one sentence each. */
      readonly notes: readonly string[];
    }
  | { readonly kind: "endpoint"; readonly host: Host; readonly port: Port; readonly text: string }
  | {
      readonly kind: "url";
      readonly scheme: string;
      readonly host: Host;
      readonly port: Port;
      /** Where the port comes from: the URL itself, or its scheme's default. */
      readonly portFrom: "url" | "scheme";
      /** The scheme's default port, where the table has one. */
      readonly defaultPort: Port | null;
      /** Where the default is stated; null where it was not needed or is not known. */
      readonly source: string | null;
    }
  /** A service's name or other words to look up, trimmed, at most LONGEST_WORD characters. */
  | { readonly kind: "word"; readonly word: string }
  | {
      readonly kind: "error";
      readonly reason: PortQueryErrorReason;
      /** One to three short sentences for the person who typed. */
      readonly message: string;
    };

type QueryError = Extract<PortQuery, { kind: "error" }>;

/** Longer texts are no query, whatever they hold. */
const LONGEST_QUERY = 1000;
const LONGEST_WORD = 60;

export function parsePortQuery(input: string): PortQuery {
  const trimmed = input.trim();
  if (trimmed.length > LONGEST_QUERY) return longQuery(trimmed);
  const text = normalised(trimmed);
  if (text === "") return { kind: "empty" };
  if (text.length > LONGEST_QUERY) return longQuery(text);
  if (/[\r\n]/.test(text) && parsePortList(text) === null) {
    return fail(
      "several-lines",
      "This is more than one line. A listing of netstat, ss or lsof belongs in the netstat decoder.",
    );
  }
  return (
    parseUrl(text) ??
    parseWorded(text) ??
    parseWithTransport(text) ??
    parseColon(text) ??
    parseNumeric(text) ??
    parseHostPort(text) ??
    parseWord(text)
  );
}

/** Trimmed; NFKC; every dash and minus a hyphen. */
function normalised(input: string): string {
  return input
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim();
}

function longQuery(text: string): PortQuery {
  if (/^\d+$/.test(text)) return single(text, "bare");
  return fail("too-long", "This is too long for a port, an endpoint or a service's name.");
}

/** "https://example.com:8443/path", user names and passwords passed over. */
function parseUrl(text: string): PortQuery | null {
  const parts = /^(?:jdbc:)?([a-z][a-z\d+.-]*):\/\/([^/?#]*)/i.exec(text);
  if (parts === null) return null;
  const scheme = (parts[1] ?? "").toLowerCase();
  const authority = (parts[2] ?? "").replace(/^.*@/s, "");
  const known = urlScheme(scheme);
  const { host: hostText, port: portText } = splitHostPort(authority);
  if (hostText === "") return fail("no-host", "This URL names no host, so it opens no connection.");
  const host = parseHost(hostText);
  if (host.type === "error") return fail(host.reason, host.message);
  if (portText === null || portText === "") {
    if (known === null) {
      return fail(
        "unknown-scheme",
        "This URL names no port, and no default port is known here for its scheme. Add the port after the host.",
      );
    }
    const { port, source } = known;
    return {
      kind: "url",
      scheme,
      host: host.host,
      port,
      portFrom: "scheme",
      defaultPort: port,
      source,
    };
  }
  const port = parsePortText(portText);
  if (port.type === "error") return fail(port.reason, port.message);
  return {
    kind: "url",
    scheme,
    host: host.host,
    port: port.port,
    portFrom: "url",
    defaultPort: known?.port ?? null,
    source: known?.source ?? null,
  };
}

/** "port 8080", "ports 80,443", "port: 22". Words of another kind after it are left to the search. */
function parseWorded(text: string): PortQuery | null {
  const rest = /^ports?(?:\s*[:=#]\s*|\s+)(\S.*)$/is.exec(text)?.[1];
  if (rest === undefined) return null;
  const query = parseWithTransport(rest) ?? parseNumeric(rest);
  return query?.kind === "port" ? { ...query, form: "worded" } : query;
}

/** "8080/tcp", "8080 tcp", "tcp/8080", "tcp 8080", "tcp:8080". */
function parseWithTransport(text: string): PortQuery | null {
  const [, numberFirst, nameAfter = ""] = /^([^/\s]+)\s*[/\s]\s*([a-z]+)$/i.exec(text) ?? [];
  const [, nameFirst = "", numberAfter] = /^([a-z]+)\s*[/:\s]\s*(\S+)$/i.exec(text) ?? [];
  const before = nameFirst.toLowerCase();
  const after = nameAfter.toLowerCase();
  if (isTransport(after)) return withTransport(numberFirst ?? "", after);
  if (isTransport(before)) return withTransport(numberAfter ?? "", before);
  if (after !== "" && text.includes("/") && parsePortText(numberFirst ?? "").type === "port") {
    return fail(
      "unknown-transport",
      "After the slash comes a transport protocol: tcp, udp, sctp or dccp.",
    );
  }
  return null;
}

function withTransport(text: string, transport: Transport): PortQuery | null {
  const query = parseNumeric(text);
  return query?.kind === "port" ? { ...query, form: "transport", transport } : query;
}

/** ":8080", as programs print the port they listen on. */
function parseColon(text: string): PortQuery | null {
  return /^:(?!:)/.test(text) ? single(text.slice(1).trim(), "colon") : null;
}

/** A list, or one number however wrong. 9pfs and 3com-tsmux are services, 192.0.2.7 an address. */
function parseNumeric(text: string): PortQuery | null {
  const list = parsePortList(text);
  if (list !== null) return listQuery(list);
  return /^[+-]\s*\d/.test(text) || isNumberLike(text) ? single(text, "bare") : null;
}

/** A list of one port is that port. */
function listQuery(list: PortList | PortListError): PortQuery {
  if (list.type === "error") return fail(list.reason, list.message);
  const { spans, notes } = list;
  const [only] = spans;
  if (only !== undefined && spans.length === 1 && only.from === only.to) {
    return { kind: "port", port: only.from, form: "bare", base: 10, transport: null };
  }
  return { kind: "ports", spans, notes };
}

/** "192.0.2.7:8080", "[::1]:443", "me@host.example:22", "localhost:3000/path"; a bare address lacks its port. */
function parseHostPort(text: string): PortQuery | null {
  if (/\s/.test(text)) return null;
  const bare = text.replace(/^[^@/:]*@/, "").replace(/^([^/]*:\d+)\/.*$/, "$1");
  if (!bare.includes(":") && !bare.startsWith("[") && !isDotted(bare)) return null;
  const endpoint = parseEndpoint(bare);
  if (endpoint.type === "endpoint") {
    const { host, port } = endpoint;
    return { kind: "endpoint", host, port, text: formatEndpoint(endpoint) };
  }
  return fail(endpoint.reason, endpoint.message);
}

/** Four groups of digits or X marks with dots between, or what was meant so. */
function isDotted(text: string): boolean {
  return /^[\dx]+(?:\.[\dx]+){2,}(?:\/|$)/i.test(text);
}

function parseWord(text: string): PortQuery {
  if (text.length > LONGEST_WORD) {
    return fail("too-long", "This is too long for a service's name. One or two words find more.");
  }
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return fail(
      "not-a-query",
      "Type a port such as 443, a service such as redis, or an endpoint such as 192.0.2.7:8080.",
    );
  }
  return { kind: "word", word: text.replace(/\s+/g, " ") };
}

function single(text: string, form: PortForm): PortQuery {
  const result = parsePortText(text.replace(/^\+(?=\d)/, ""));
  if (result.type === "error") return fail(result.reason, result.message);
  return { kind: "port", port: result.port, form, base: result.base, transport: null };
}

function fail(reason: PortQueryErrorReason, message: string): QueryError {
  return { kind: "error", reason, message };
}
