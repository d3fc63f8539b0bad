/**
 * PowerShell's Format-List: a socket in several lines, "Name : value" each, and a blank line between two
 * sockets. The line with LocalAddress is taken for the row. With "Format-List *" and the like others
 * stand above it, the state among them.
 */
import type { SocketEndpoint, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { RowPlace } from "../dialect.ts";
import { ADDRESS } from "../address-shape.ts";
import { found, readAddress } from "../endpoint-text.ts";
import type { LineFields } from "../line-fields.ts";
import { powershellState } from "./powershell-states.ts";

const PROPERTY = /^[ \t]*([A-Za-z]\w*)[ \t]*:(?:[ \t]+(.*?))?[ \t\r]*$/;

/** What a socket's list can have above its LocalAddress: only around these is anything looked for. */
const ABOVE = new Set(
  "State AppliedSetting OffloadState CreationTime OwningProcess Caption Description ElementName InstanceID CommunicationStatus DetailedStatus HealthStatus InstallDate Name OperatingStatus OperationalStatus PrimaryStatus Status StatusDescriptions AvailableRequestedStates EnabledDefault EnabledState OtherEnabledState RequestedState TimeOfLastStateChange TransitioningToState AggregationBehavior Directionality LocalPort RemoteAddress RemotePort ProcessName Process Protocol".split(
    " ",
  ),
);

/** So many lines are looked at around one: a socket's list has fewer above its LocalAddress. */
const MOST_LINES = 36;
const LONGEST = 300;
/** A property's name, the colon and the blanks around it. */
const NAME_ROOM = 60;

export function isListRow(line: LineFields): boolean {
  return line.count >= 3 && line.is(0, "LocalAddress") && line.is(1, ":");
}

/** Whether the line is a property, or goes on with the value of the one above. */
export function isProperty(line: LineFields): boolean {
  if (line.count >= 2 && line.is(1, ":"))
    return /^[A-Z]\w*$/.test(line.textOf(0).slice(0, LONGEST));
  return line.startOf(0) - line.start >= 15;
}

/**
 * "record" for the first property above a LocalAddress, "more" for the next ones; null for any other
 * line, and for properties below a LocalAddress.
 */
export function listPreface(line: LineFields): "record" | "more" | null {
  if (line.count < 2 || !line.is(1, ":") || line.lengthOf(0) > 24) return null;
  if (!ABOVE.has(line.textOf(0))) return null;
  const { text } = line;
  const above = walk(text, line.start, lineAbove);
  if (above.hasAddress) return null;
  if (!walk(text, line.start, lineBelow).hasAddress) return null;
  return above.lines === 0 ? "record" : "more";
}

/** Goes along the properties next to the line at `start`, to the first LocalAddress. */
function walk(text: string, start: number, next: (text: string, start: number) => number) {
  let at = next(text, start);
  let lines = 0;
  while (at >= 0 && lines < MOST_LINES) {
    const line = textAt(text, at);
    if (!/^[ \t]*(?:[A-Za-z]\w*[ \t]*:(?:[ \t\r]|$)|[ \t]{15,}\S)/.test(line)) break;
    if (/^[ \t]*LocalAddress[ \t]*:/.test(line)) return { hasAddress: true, lines };
    lines += 1;
    at = next(text, at);
  }
  return { hasAddress: false, lines };
}

function textAt(text: string, start: number): string {
  const part = text.slice(start, start + NAME_ROOM);
  const end = part.indexOf("\n");
  return end < 0 ? part : part.slice(0, end);
}

/** Where the line above begins; -1 where there is none, or it is too long to be a property. */
function lineAbove(text: string, start: number): number {
  if (start === 0) return -1;
  const from = Math.max(0, start - 1 - LONGEST);
  const newLine = text.slice(from, start - 1).lastIndexOf("\n");
  if (newLine >= 0) return from + newLine + 1;
  return from === 0 ? 0 : -1;
}

function lineBelow(text: string, start: number): number {
  const newLine = text.slice(start, start + LONGEST).indexOf("\n");
  return newLine < 0 ? -1 : start + newLine + 1;
}

/** The entry with the properties that stand above its row. */
export function withPreface(entry: SocketEntry, place: RowPlace): SocketEntry {
  if (place.record === 0 || place.line - place.record > MOST_LINES) return entry;
  let read = entry;
  for (let n = place.record; n < place.line; n += 1) {
    const text = place.textOf(n);
    read = text.trim() === "" ? entry : withProperty(text, read);
  }
  return read;
}

/** The entry with what a line such as "RemotePort : 443" says. */
export function withProperty(line: string, entry: SocketEntry): SocketEntry {
  if (line.length > LONGEST) return entry;
  const [, name = "", value = ""] = PROPERTY.exec(line) ?? [];
  if (value === "") return entry;
  switch (name) {
    case "LocalPort":
      return { ...entry, local: { ...entry.local, port: portOf(value) } };
    case "RemoteAddress":
      return withPeer(entry, value);
    case "RemotePort":
      return withPeerPort(entry, portOf(value));
    case "State":
      return withState(entry, value);
    case "OwningProcess":
      return withProcess(entry, { pid: /^\d{1,10}$/.test(value) ? Number(value) : null });
    case "ProcessName":
    case "Process":
      return withProcess(entry, { name: value });
    default:
      return entry;
  }
}

function portOf(value: string): number | null {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : -1;
  return port >= 0 && port <= 65535 ? port : null;
}

function withPeer(entry: SocketEntry, value: string): SocketEntry {
  const tcp = { ...entry, protocol: "tcp" };
  const peer = endpointOf(value);
  if (peer === null || peer.address === "*" || entry.state === "LISTEN") return tcp;
  return { ...tcp, peer: { ...peer, port: entry.peer?.port ?? null } };
}

function withPeerPort(entry: SocketEntry, port: number | null): SocketEntry {
  const tcp = { ...entry, protocol: "tcp" };
  if (entry.state === "LISTEN" || (entry.peer === null && (port ?? 0) === 0)) return tcp;
  const peer = entry.peer ?? { address: "*", zone: null, port: null, service: null };
  return { ...tcp, peer: { ...peer, port } };
}

function withState(entry: SocketEntry, value: string): SocketEntry {
  const state = powershellState(value);
  return { ...entry, protocol: "tcp", state, peer: state === "LISTEN" ? null : entry.peer };
}

function withProcess(entry: SocketEntry, known: Partial<SocketProcess>): SocketEntry {
  const process = entry.processes[0] ?? { pid: null, name: null, user: null, fd: null };
  return { ...entry, processes: [{ ...process, ...known }] };
}

/** The address of a property, without a port; null where it is none. */
function endpointOf(value: string): SocketEndpoint | null {
  if (!readAddress(value, 0, value.length)) return null;
  const { shape, addressStart, addressEnd, zoneStart, zoneEnd } = found;
  return {
    address: shape === ADDRESS.any ? "*" : value.slice(addressStart, addressEnd),
    zone: zoneStart < 0 ? null : value.slice(zoneStart, zoneEnd),
    port: null,
    service: null,
  };
}
