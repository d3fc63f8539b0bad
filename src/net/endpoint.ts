/**
 * An endpoint: a host and a port, in one transport protocol. Text forms as in URLs and tools (RFC 3986 §3.2,
 * RFC 5952 §6): IPv6 in brackets, "*" for any address, and net-tools' ":::22" for [::]:22.
 * Host names follow RFC 1123 §2.1; letters of other scripts and "_" pass, for people have such names.
 */
import { parseAddress, type Address } from "./address.ts";
import { parsePortText } from "./port-text.ts";
import type { Port } from "./port.ts";

export type Host =
  | { readonly kind: "address"; readonly address: Address }
  | { readonly kind: "name"; readonly name: string }
  /** "*": any address of this host. */
  | { readonly kind: "any" };

export interface HostPort {
  readonly host: Host;
  readonly port: Port;
}

export type EndpointErrorReason = "no-port" | "bad-port" | "bad-host" | "needs-brackets";

export interface EndpointError {
  readonly type: "error";
  readonly reason: EndpointErrorReason;
  /** One to three short sentences for the person who wrote it. */
  readonly message: string;
}

export type EndpointText = ({ readonly type: "endpoint" } & HostPort) | EndpointError;

/** A DNS name has at most 253 characters (RFC 1035 §2.3.4); a zone may come on top of an address. */
const LONGEST = 300;

/** Reads "192.0.2.7:8080", "[::1]:443", "[fe80::1%eth0]:22", "*:80", "localhost:3000". */
export function parseEndpoint(text: string): EndpointText {
  if (text.length > LONGEST) return fail("bad-host", "This is too long for a host and a port.");
  const { host: hostText, port: portText } = splitHostPort(text);
  if (portText === null) {
    if (hostText === "") return fail("bad-host", "A host comes before the colon: 192.0.2.7:8080.");
    const host = parseHost(hostText);
    if (host.type === "error") return host;
    return fail(
      "no-port",
      "A host alone is no endpoint: a colon and a port belong to it, as in 192.0.2.7:8080.",
    );
  }
  const host = parseHost(hostText);
  if (host.type === "error") return host;
  const port = parsePortText(portText);
  if (port.type === "error") return fail("bad-port", port.message);
  return { type: "endpoint", host: host.host, port: port.port };
}

/** The inverse of parseEndpoint: IPv6 in brackets, in its canonical form. */
export function formatEndpoint({ host, port }: HostPort): string {
  return `${formatHost(host)}:${port}`;
}

/** A host as it stands in an endpoint or a URL. */
export function formatHost(host: Host): string {
  switch (host.kind) {
    case "any":
      return "*";
    case "name":
      return host.name;
    case "address": {
      const { address } = host;
      if (address.family === 4) return address.text;
      return `[${address.text}${address.zone === null ? "" : `%${address.zone}`}]`;
    }
  }
}

/** At the colon that a port may follow; the port is null where there is none. Nothing is checked yet. */
export function splitHostPort(text: string): {
  readonly host: string;
  readonly port: string | null;
} {
  const close = text.startsWith("[") ? text.indexOf("]") : -1;
  if (close !== -1) {
    const rest = text.slice(close + 1);
    if (rest === "") return { host: text, port: null };
    if (rest.startsWith(":")) return { host: text.slice(0, close + 1), port: rest.slice(1) };
    return { host: text, port: null };
  }
  const netTools = /^:::(\d+)$/.exec(text);
  if (netTools?.[1] !== undefined) return { host: "[::]", port: netTools[1] };
  const colon = text.lastIndexOf(":");
  // Two colons or more without brackets: an IPv6 address, whose last group could be taken for a port.
  if (colon === -1 || text.indexOf(":") !== colon) return { host: text, port: null };
  return { host: text.slice(0, colon), port: text.slice(colon + 1) };
}

/** Reads the host part of an endpoint or a URL. */
export function parseHost(
  text: string,
): { readonly type: "host"; readonly host: Host } | EndpointError {
  if (text === "*") return { type: "host", host: { kind: "any" } };
  if (text.startsWith("[")) {
    if (!text.endsWith("]"))
      return fail(
        "bad-host",
        "The square brackets around an IPv6 address come in pairs: [::1]:443.",
      );
    const address = parseAddress(text.slice(1, -1));
    if (address.type === "error") return fail("bad-host", address.message);
    if (address.family === 4)
      return fail("bad-host", "Square brackets are for IPv6 addresses. IPv4 goes without them.");
    return { type: "host", host: { kind: "address", address } };
  }
  if (text.includes(":")) {
    return fail(
      "needs-brackets",
      "An IPv6 address goes in square brackets, so that its colons and the port's differ: [::1]:443.",
    );
  }
  // A name cannot end in a number (RFC 1123 §2.1): what does is meant for an address.
  const address = parseAddress(text);
  if (address.type !== "error") return { type: "host", host: { kind: "address", address } };
  if (address.reason === "placeholder" || /(?:^|\.)\d+\.?$/.test(text))
    return fail("bad-host", address.message);
  if (!isHostName(text))
    return fail(
      "bad-host",
      "This is no host: letters, digits, hyphens and dots make a host's name.",
    );
  return { type: "host", host: { kind: "name", name: text } };
}

function isHostName(text: string): boolean {
  if (text.length > 253) return false;
  return text
    .replace(/\.$/, "")
    .split(".")
    .every(
      (label) =>
        label.length <= 63 &&
        /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?$/u.test(label),
    );
}

function fail(reason: EndpointErrorReason, message: string): EndpointError {
  return { type: "error", reason, message };
}
