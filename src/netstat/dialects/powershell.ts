/**
 * PowerShell: Get-NetTCPConnection and Get-NetUDPEndpoint. Address and port have columns of their own,
 * IPv6 stands without brackets, its zone behind "%", and is cut with "..." where the column is too
 * narrow. A listener's remote end is 0.0.0.0 or ::, port 0. Bound means a port is taken, and no more.
 * In a table without remote ends, states and the command, nothing tells TCP: UDP is assumed.
 * Source: Microsoft, Get-NetTCPConnection and Get-NetUDPEndpoint (NetTCPIP), and real output.
 */
import type { SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import type { BlockContext, Dialect, RowPlace } from "../dialect.ts";
import { isIpv6Text, peerOf, rewritten, shownFamily, unmapped } from "../endpoint-print.ts";
import { FIELD, type Field } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import {
  COLUMN,
  columnsOf,
  layoutOfHeading,
  POWERSHELL_HEADING_WORDS,
} from "./powershell-columns.ts";
import { isProperty, listPreface, withPreface, withProperty } from "./powershell-list.ts";
import { cutMarkLength, readPowershellRow } from "./powershell-rows.ts";
import { BOUND, POWERSHELL_SPELLING, powershellState } from "./powershell-states.ts";

const GET_TCP = /Get-NetTCPConnection/i;
const GET_UDP = /Get-NetUDPEndpoint/i;

function entry(row: RowFields, context: BlockContext, place: RowPlace): SocketEntry {
  const local = row.textOf(FIELD.localAddress) ?? "";
  const isList = !row.has(FIELD.localPort);
  const word = row.textOf(FIELD.state);
  const state = word === null ? askedState(context) : powershellState(word);
  const read: SocketEntry = {
    protocol: isList ? protocolOfCommand(context) : protocolOf(row, context),
    family: shownFamily(local, null),
    local: row.local(),
    peer: state === "LISTEN" ? null : row.peer(),
    state,
    recvQ: null,
    sendQ: null,
    processes: processesOf(row),
  };
  return isList ? withPreface(read, place) : read;
}

function protocolOf(row: RowFields, context: BlockContext): string {
  const named = row.textOf(FIELD.protocol);
  if (named !== null) return named.slice(0, 3).toLowerCase();
  return showsTcp(context.layout) ? "tcp" : protocolOfCommand(context);
}

const protocolOfCommand = ({ command }: BlockContext) => (GET_TCP.test(command) ? "tcp" : "udp");

/** Only Get-NetTCPConnection has remote ends and states; 0 is a table without a heading, read by its states. */
function showsTcp(layout: number): boolean {
  const columns = columnsOf(layout);
  return layout === 0 || columns.includes(COLUMN.remoteAddress) || columns.includes(COLUMN.state);
}

/** The state that the command asked for, where the table does not show it. */
function askedState({ command, layout }: BlockContext): TcpState | null {
  if (!GET_TCP.test(command) || showsTcp(layout)) return null;
  return powershellState(/-State ['"]?(\w+)/i.exec(command)?.[1] ?? null);
}

function processesOf(row: RowFields): readonly SocketProcess[] {
  const program = programOf(row.textOf(FIELD.program));
  const isNumber = program !== null && /^\d{1,10}$/.test(program);
  const pid = row.numberOf(FIELD.pid) ?? (isNumber ? Number(program) : null);
  const name = isNumber ? null : program;
  return pid === null && name === null ? [] : [{ pid, name, user: null, fd: null }];
}

/** A process put into a column as it is prints System.Diagnostics.Process (name). */
function programOf(text: string | null): string | null {
  if (text === null) return null;
  return /^System\.Diagnostics\.Process \((.+)\)$/.exec(text)?.[1] ?? text;
}

function truncated(row: RowFields): readonly Field[] {
  const fields: Field[] = [];
  if (isCut(row, FIELD.localAddress) || isCut(row, FIELD.localZone)) fields.push("localAddress");
  if (isCut(row, FIELD.peerAddress) || isCut(row, FIELD.peerZone)) fields.push("peerAddress");
  if (isCut(row, FIELD.state)) fields.push("state");
  if (isCut(row, FIELD.program)) fields.push("program");
  return fields;
}

const isCut = (row: RowFields, field: number) =>
  row.has(field) && cutMarkLength(row.text, row.starts[field]!, row.ends[field]!) > 0;

/** Ports are numbers here, and every TCP socket has two ends and a state; Bound ones have no peer. */
function project(socket: SocketEntry): readonly SocketEntry[] {
  const peer = peerOf(socket);
  if (socket.protocol !== "tcp" || socket.local.port === null) return [];
  if (peer !== null && (peer.port === null || socket.state === null)) return [];
  const address = unmapped(socket.local.address);
  const pid = socket.processes.find((process) => process.pid !== null)?.pid ?? null;
  return [
    {
      protocol: "tcp",
      family: shownFamily(address, socket.family),
      local: rewritten(socket.local, unmapped, isIpv6Text(address)),
      peer: peer === null ? null : rewritten(peer, unmapped, isIpv6Text(unmapped(peer.address))),
      state: socket.state,
      recvQ: null,
      sendQ: null,
      processes: pid === null ? [] : [{ pid, name: null, user: null, fd: null }],
    },
  ];
}

function addressText({ address, zone }: SocketEntry["local"], family: SocketEntry["family"]) {
  if (address === "*") return family === 6 ? "::" : "0.0.0.0";
  return zone === null ? address : `${address}%${zone}`;
}

const NAMES = [
  "LocalAddress",
  "LocalPort",
  "RemoteAddress",
  "RemotePort",
  "State",
  "AppliedSetting",
  "OwningProcess",
] as const;
const WIDTHS = [35, 9, 35, 10, 11, 14, 13] as const;
/** States in which a connection has got its settings. */
const WITHOUT_SETTING = new Set<TcpState | null>([
  null,
  "LISTEN",
  "SYN-SENT",
  "TIME-WAIT",
  "CLOSED",
]);

function cellsOf({ local, peer, state, family, processes }: SocketEntry): readonly string[] {
  const none = family === 6 ? "::" : "0.0.0.0";
  return [
    addressText(local, family),
    String(local.port),
    peer === null ? none : addressText(peer, family),
    String(peer?.port ?? 0),
    state === null ? BOUND : POWERSHELL_SPELLING[state],
    WITHOUT_SETTING.has(state) ? "" : "Internet",
    String(processes[0]?.pid ?? ""),
  ];
}

/** As in a window wide enough for every address: nothing is cut. */
function print(entries: readonly SocketEntry[]): string {
  const rows = entries.flatMap(project).map(cellsOf);
  const widths = WIDTHS.map((width, column) =>
    Math.max(width, ...rows.map((row) => row[column]!.length)),
  );
  const lines = [NAMES, NAMES.map((name) => "-".repeat(name.length)), ...rows].map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join(" ")
      .trimEnd(),
  );
  return `\n${lines.join("\n")}\n\n`;
}

export const powershell: Dialect = {
  id: "powershell",
  tool: "PowerShell",
  command: "Get-NetTCPConnection",
  withListeners: "ask without -State Established (Get-NetTCPConnection)",
  sign: "have an address, a port, an address, a port and a state in columns of their own",
  os: () => "Windows",
  assumption: ({ layout, command }) =>
    layout === 0 || showsTcp(layout) || GET_TCP.test(command) || GET_UDP.test(command)
      ? ""
      : "It has neither remote ends nor states, as Get-NetUDPEndpoint prints it, so UDP is assumed.",
  headingWords: POWERSHELL_HEADING_WORDS,
  isHeading: (words) => layoutOfHeading(words) !== 0,
  layoutOf: layoutOfHeading,
  isContinuation: isProperty,
  extend: (line: LineFields, socket) => withProperty(line.text.slice(line.start, line.end), socket),
  prefaceOf: listPreface,
  readRow: readPowershellRow,
  entry,
  truncated,
  spelling: POWERSHELL_SPELLING,
  print,
  project,
};
