/**
 * Socket tables as netstat of macOS, the BSDs, AIX and HP-UX prints them, but with addresses whole, as
 * -W and -l do. Queues nobody knows are printed as 0. UDP and TCP only: raw sockets carry other names there.
 */
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import { NO_PEER } from "../dialect.ts";
import { isDottedText, isIpv6Text, peerOf, portText, unmapped } from "../endpoint-print.ts";
import { BSD_SPELLING } from "./spellings.ts";

/** What an endpoint keeps where a dot stands before the port. */
export interface EndpointLimits {
  readonly keepsZone: boolean;
  /** To how many characters services' names are cut; 0 for whole. */
  readonly cutService: number;
}

/** A service's name with a dot inside would be read as the end of the address. */
export function dotted(endpoint: SocketEndpoint, limits: EndpointLimits): SocketEndpoint {
  const address = unmapped(endpoint.address);
  const { cutService } = limits;
  const service = endpoint.service?.includes(".") ? null : endpoint.service;
  return {
    address,
    zone: limits.keepsZone && isIpv6Text(address) ? endpoint.zone : null,
    port: endpoint.port,
    service:
      endpoint.port !== null || service === null || cutService === 0
        ? endpoint.port === null
          ? service
          : null
        : service.slice(0, cutService),
  };
}

/** The entry's own two ends as such a tool shows them; null for sockets it does not list. */
export function dottedEnds(
  socket: SocketEntry,
  limits: EndpointLimits,
): { readonly local: SocketEndpoint; readonly peer: SocketEndpoint | null } | null {
  const isTcp = socket.protocol === "tcp" && socket.state !== null;
  if (!isTcp && socket.protocol !== "udp") return null;
  const local = dotted(socket.local, limits);
  const peer = socket.peer === null ? null : dotted(socket.peer, limits);
  return { local, peer: peerOf({ ...socket, local, peer }) };
}

export function dottedText({ zone, ...endpoint }: SocketEndpoint): string {
  const address = zone === null ? endpoint.address : `${endpoint.address}%${zone}`;
  return `${address}.${portText({ zone, ...endpoint })}`;
}

/** How one system writes its rows. */
export interface BsdStyle extends EndpointLimits {
  /** Whether 4, 6 or 46 stands with the protocol: always, for IPv6 alone, or never. */
  readonly version: "always" | "only-6" | "never";
  /** tcp46: one socket for both. */
  readonly hasDual: boolean;
  /** What stands before "Proto", with its heading. */
  readonly first: { readonly heading: string; readonly row: string } | null;
  readonly protocolWidth: number;
  /** Between the second queue and the local address. */
  readonly gap: string;
  /** Whether states are padded to eleven characters, and the heading's too. */
  readonly isPadded: boolean;
}

/** What the style leaves of an entry, processes apart. */
export function projected(socket: SocketEntry, style: BsdStyle): SocketEntry | null {
  const ends = dottedEnds(socket, style);
  if (ends === null) return null;
  return {
    protocol: socket.protocol,
    family: familyShown(socket, ends, style),
    ...ends,
    state: socket.protocol === "tcp" ? socket.state : null,
    recvQ: socket.recvQ ?? 0,
    sendQ: socket.sendQ ?? 0,
    processes: [],
  };
}

function familyShown(
  socket: SocketEntry,
  ends: { readonly local: SocketEndpoint; readonly peer: SocketEndpoint | null },
  { version, hasDual }: BsdStyle,
): SocketEntry["family"] {
  const addresses = [ends.local.address, ends.peer?.address ?? "*"];
  if (version === "never") {
    const told = addresses.find((each) => isIpv6Text(each) || isDottedText(each));
    return told === undefined ? null : isIpv6Text(told) ? 6 : 4;
  }
  const family = addresses.some(isIpv6Text) && socket.family !== "46" ? 6 : (socket.family ?? 4);
  return family === "46" && !hasDual ? 6 : family;
}

export function rowText(row: SocketEntry, style: BsdStyle): string {
  const version = style.version === "never" || row.family === null ? "" : `${row.family}`;
  const isShown = style.version === "always" || version === "6";
  const protocol = `${row.protocol}${isShown ? version : ""}`.padEnd(style.protocolWidth);
  const queues = `${String(row.recvQ).padStart(6)} ${String(row.sendQ).padStart(6)}`;
  const local = dottedText(row.local).padEnd(22);
  const peer = dottedText(row.peer ?? NO_PEER).padEnd(22);
  const state = row.state === null ? "" : BSD_SPELLING[row.state];
  const first = style.first === null ? "" : `${style.first.row} `;
  const text = `${first}${protocol} ${queues}${style.gap}${local} ${peer} ${state}`;
  return style.isPadded ? text.padEnd(text.length - state.length + 11) : text.trimEnd();
}

export function headingText(style: BsdStyle, state: string): string {
  const first = style.first === null ? "" : `${style.first.heading} `;
  const columns = `${first}${"Proto".padEnd(style.protocolWidth)} Recv-Q Send-Q${style.gap}${"Local Address".padEnd(22)} ${"Foreign Address".padEnd(22)} `;
  return `${TITLE}\n${style.isPadded ? `${columns}${state.padEnd(11)}` : `${columns}${state}`.trimEnd()}`;
}

export const TITLE = "Active Internet connections (including servers)";
