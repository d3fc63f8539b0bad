/**
 * netstat of Windows: `netstat -an`, with -o a column of process numbers, with -b the program's name in
 * a line below the row. IPv6 stands in brackets with its zone inside, [fe80::1%4]:1521; a UDP row has no
 * state and the peer *:*; a listener's peer has port 0. It carries no queues, and TCP and UDP only.
 * Source: Microsoft, "netstat" (Windows commands), and real output.
 */
import type { SocketEntry } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import { type BlockContext, type Dialect, NO_PEER, UNEXPECTED } from "../dialect.ts";
import {
  bracketed,
  isIpv6Text,
  peerOf,
  portText,
  rewritten,
  shownFamily,
  unmapped,
} from "../endpoint-print.ts";
import { ADDRESS } from "../address-shape.ts";
import { FIELD, type Field } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { NOT_MINE } from "../unreadable.ts";
import { isOwnerLine, withOwner, withProgram } from "./windows-netstat-owners.ts";
import { readRdmaRow, readSocketRow } from "./windows-netstat-rows.ts";
import {
  isKnownState,
  RDMA_SOCKETS,
  SOCKETS,
  WINDOWS_HEADING_WORDS,
  windowsHeading,
  windowsState,
} from "./windows-words.ts";
import { WINDOWS_SPELLING } from "./spellings.ts";

function readRow(line: LineFields, row: RowFields, layout: number): number {
  if (layout === RDMA_SOCKETS) {
    const answer = readRdmaRow(line, row);
    if (answer !== NOT_MINE) return answer;
  }
  return readSocketRow(line, row, layout !== UNEXPECTED);
}

/** With -b in some copies the program stands on the row itself: LISTENING 1948 RpcSs [svchost.exe]. */
const PROGRAM_BEHIND = /\[([^\]]+\.[^\]]+|System)\]$/;

function entry(row: RowFields, { layout }: BlockContext): SocketEntry {
  const pid = row.numberOf(FIELD.pid);
  const local = row.textOf(FIELD.localAddress) ?? "";
  const read: SocketEntry = {
    protocol: protocolOf(row, layout),
    family: shownFamily(local, null),
    local: row.local(),
    // Nobody is connected to port 0: it stands for no peer, behind the machine's own name too.
    peer: row.peerPort === 0 ? null : row.peer(),
    state: stateOf(row),
    recvQ: null,
    sendQ: null,
    processes: pid === null ? [] : [{ pid, name: null, user: null, fd: null }],
  };
  if (!row.has(FIELD.rest)) return read;
  const program = PROGRAM_BEHIND.exec(row.textOf(FIELD.rest) ?? "")?.[1];
  return program === undefined ? read : withProgram(read, program);
}

function protocolOf(row: RowFields, layout: number): string {
  if (layout === RDMA_SOCKETS && !row.has(FIELD.protocol)) return "rdma";
  const word = row.textOf(FIELD.protocol) ?? "";
  return word.slice(0, 3).toLowerCase();
}

/** In a language not known here, the peer 0.0.0.0:0 tells a listener: BOUND and CLOSED are known. */
function stateOf(row: RowFields): TcpState | null {
  const word = row.textOf(FIELD.state);
  const state = windowsState(word);
  if (state !== null || word === null) return state;
  const hasNoPeer =
    row.peerPort === 0 && (row.peerShape === ADDRESS.any || row.peerShape === ADDRESS.name);
  return hasNoPeer && !isKnownState(word) ? "LISTEN" : null;
}

/** Every TCP row has a state: without it the row ends in its peer's port. */
function truncated(row: RowFields): readonly Field[] {
  return row.endsWith(FIELD.peerPort) && protocolOf(row, SOCKETS) === "tcp" ? ["peerPort"] : [];
}

function project(socket: SocketEntry): readonly SocketEntry[] {
  const isTcp = socket.protocol === "tcp";
  if (!(isTcp && socket.state !== null) && socket.protocol !== "udp") return [];
  const address = unmapped(socket.local.address);
  const family = shownFamily(address, socket.family);
  const hasZone = isIpv6Text(address);
  const peer = isTcp ? peerOf(socket) : null;
  const pid = socket.processes.find((process) => process.pid !== null)?.pid ?? null;
  return [
    {
      protocol: socket.protocol,
      family,
      local: rewritten(socket.local, unmapped, hasZone),
      peer: peer === null ? null : rewritten(peer, unmapped, isIpv6Text(unmapped(peer.address))),
      state: isTcp ? socket.state : null,
      recvQ: null,
      sendQ: null,
      processes: pid === null ? [] : [{ pid, name: null, user: null, fd: null }],
    },
  ];
}

function endpointText(
  endpoint: SocketEntry["local"],
  family: SocketEntry["family"],
  none: string,
): string {
  const wildcard = family === 6 ? "[::]" : "0.0.0.0";
  const zoned = endpoint.zone === null ? endpoint.address : `${endpoint.address}%${endpoint.zone}`;
  const address = endpoint.address === "*" ? wildcard : bracketed(zoned);
  const port = portText(endpoint);
  return `${address}:${port === "*" ? none : port}`;
}

function print(entries: readonly SocketEntry[]): string {
  const rows = entries.flatMap(project);
  const hasPids = rows.some((row) => row.processes.length > 0);
  const lines = rows.map((row) => {
    const peer =
      row.protocol === "udp" ? "*:*" : endpointText(row.peer ?? NO_PEER, row.family, "0");
    const state = row.state === null ? "" : WINDOWS_SPELLING[row.state];
    const pid = row.processes[0]?.pid ?? "";
    const local = endpointText(row.local, row.family, "*");
    return `  ${row.protocol.toUpperCase().padEnd(6)} ${local.padEnd(22)} ${peer.padEnd(22)} ${state.padEnd(15)} ${pid}`.trimEnd();
  });
  const heading = `  Proto  Local Address          Foreign Address        State${hasPids ? "           PID" : ""}`;
  return `\nActive Connections\n\n${[heading, ...lines].join("\n")}\n`;
}

export const windowsNetstat: Dialect = {
  id: "windows-netstat",
  tool: "Windows netstat",
  command: "netstat -ano",
  withListeners: "add -a (netstat -ano)",
  sign: "begin with TCP or UDP, then the two addresses, with no queues between",
  os: () => "Windows",
  headingWords: WINDOWS_HEADING_WORDS,
  isHeading: (words) => windowsHeading(words) !== 0,
  layoutOf: windowsHeading,
  isContinuation: isOwnerLine,
  extend: withOwner,
  readRow,
  entry,
  truncated,
  spelling: WINDOWS_SPELLING,
  print,
  project,
};
