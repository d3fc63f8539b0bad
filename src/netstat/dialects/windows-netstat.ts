/**
 * netstat of Windows: `netstat -an`, with -o a column of process numbers. IPv6 stands in brackets with
 * its zone inside, [fe80::1%4]:1521; a UDP row has no state and the peer *:*; a listener's peer has
 * port 0. It carries no queues and no programs' names, and TCP and UDP only.
 * Source: Microsoft, "netstat" (Windows commands), and real output.
 */
import type { SocketEntry } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import { type Dialect, NO_PEER, UNEXPECTED, take, takeEndpoint } from "../dialect.ts";
import {
  bracketed,
  isIpv6Text,
  peerOf,
  portText,
  rewritten,
  shownFamily,
  unmapped,
} from "../endpoint-print.ts";
import { FIELD } from "../field.ts";
import { decimal, type LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { stateOfWord } from "../state-words.ts";
import { NOT_MINE, READ, WHY } from "../unreadable.ts";

const SPELLING: Record<TcpState, string> = {
  LISTEN: "LISTENING",
  "SYN-SENT": "SYN_SENT",
  "SYN-RECEIVED": "SYN_RECEIVED",
  ESTABLISHED: "ESTABLISHED",
  "FIN-WAIT-1": "FIN_WAIT_1",
  "FIN-WAIT-2": "FIN_WAIT_2",
  "CLOSE-WAIT": "CLOSE_WAIT",
  CLOSING: "CLOSING",
  "LAST-ACK": "LAST_ACK",
  "TIME-WAIT": "TIME_WAIT",
  CLOSED: "CLOSED",
};

/** Letters with their case bit set: "tcp" or "TCP" gives t, c, p. */
const lower = (text: string, at: number) => text.charCodeAt(at) | 32;

/** "t" for TCP, "u" for UDP, 0 for anything else. */
function protocolLetter(line: LineFields): number {
  if (line.lengthOf(0) !== 3) return 0;
  const at = line.startOf(0);
  const first = lower(line.text, at);
  const isProtocol =
    lower(line.text, at + 2) === 112 &&
    ((first === 116 && lower(line.text, at + 1) === 99) ||
      (first === 117 && lower(line.text, at + 1) === 100));
  return isProtocol ? first : 0;
}

/** A digit, a bracket, a star or a colon somewhere: "TCP Statistics" has none of them. */
function beginsLikeAddress(line: LineFields, at: number): boolean {
  const first = line.firstCodeOf(at);
  if ((first >= 48 && first <= 57) || first === 91 || first === 42) return true;
  const end = line.endOf(at);
  for (let i = line.startOf(at); i < end; i += 1) {
    if (line.text.charCodeAt(i) === 58) return i + 1 < end;
  }
  return false;
}

function readRow(line: LineFields, row: RowFields, layout: number): number {
  const isExpected = layout !== UNEXPECTED;
  const protocol = protocolLetter(line);
  if (protocol !== 0 && line.count === 1 && isExpected) return WHY.endsBeforeLocal;
  if (protocol === 0 || line.count < 2 || line.numberOf(1) >= 0 || !beginsLikeAddress(line, 1))
    return NOT_MINE;
  row.clear(line.text);
  take(line, 0, row, FIELD.protocol);
  const localFault = takeEndpoint(line, 1, row, "local");
  if (localFault !== READ) return localFault;
  if (line.count < 3) return WHY.endsBeforePeer;
  const peerFault = takeEndpoint(line, 2, row, "peer");
  if (peerFault !== READ) return peerFault;

  let next = 3;
  if (protocol === 116) {
    if (line.count < 4) return WHY.endsBeforeState;
    if (line.numberOf(3) >= 0) return WHY.badState;
    take(line, 3, row, FIELD.state);
    next = 4;
  }
  if (next < line.count && decimal(line.text, line.startOf(next), line.endOf(next)) >= 0) {
    take(line, next, row, FIELD.pid);
    next += 1;
  }
  if (next < line.count) row.set(FIELD.rest, line.startOf(next), line.end);
  return READ;
}

function entry(row: RowFields): SocketEntry {
  const protocol = (row.textOf(FIELD.protocol) ?? "").toLowerCase();
  const word = row.textOf(FIELD.state);
  // Windows prints CLOSED: CLOSE is what is left of a CLOSE_WAIT that was cut.
  const state = word === "CLOSE" ? null : stateOfWord(word);
  const pid = row.numberOf(FIELD.pid);
  const local = row.textOf(FIELD.localAddress) ?? "";
  return {
    protocol,
    family: shownFamily(local, null),
    local: row.local(),
    peer: protocol === "udp" || state === "LISTEN" ? null : row.peer(),
    state,
    recvQ: null,
    sendQ: null,
    processes: pid === null ? [] : [{ pid, name: null, user: null, fd: null }],
  };
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
    const state = row.state === null ? "" : SPELLING[row.state];
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
  headingWords: ["active", "proto"],
  isHeading: (words) =>
    /^Active Connections$/i.test(words) || /^Proto Local Address Foreign Address\b/i.test(words),
  isContinuation: (line) => {
    if (line.start === line.startOf(0)) return false;
    const isOwner = line.firstCodeOf(0) === 91 && line.text.charCodeAt(line.end - 1) === 93;
    return isOwner || (line.count === 1 && line.lengthOf(0) < 80) || line.is(0, "Can");
  },
  readRow,
  entry,
  truncated: () => [],
  spelling: SPELLING,
  print,
  project,
};
