/**
 * netstat of Linux's net-tools (and BusyBox, which prints alike): protocol, two queues, two addresses,
 * state, then by option User and Inode (-e), PID/Program name (-p), Timer (-o). IPv6 has no brackets:
 * :::22 is port 22 on every address. Without -W an address and its port are cut to 23 characters, and
 * PID/Program name to 19. It prints no zones, and names one process a socket.
 * The name is the first word of the command line, not the process's own name as in ss and lsof.
 * Source: netstat(8), and recorded output of net-tools 2.10.
 */
import type { Family, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import {
  type BlockContext,
  type Dialect,
  NO_PEER,
  UNEXPECTED,
  take,
  takeEndpoint,
} from "../dialect.ts";
import { isIpv6Text, peerOf, portText, rewritten, unmapped } from "../endpoint-print.ts";
import { ADDRESS } from "../endpoint-text.ts";
import { FIELD, type Field } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { stateOfWord } from "../state-words.ts";
import { NOT_MINE, READ, WHY } from "../unreadable.ts";

const SPELLING: Record<TcpState, string> = {
  LISTEN: "LISTEN",
  "SYN-SENT": "SYN_SENT",
  "SYN-RECEIVED": "SYN_RECV",
  ESTABLISHED: "ESTABLISHED",
  "FIN-WAIT-1": "FIN_WAIT1",
  "FIN-WAIT-2": "FIN_WAIT2",
  "CLOSE-WAIT": "CLOSE_WAIT",
  CLOSING: "CLOSING",
  "LAST-ACK": "LAST_ACK",
  "TIME-WAIT": "TIME_WAIT",
  CLOSED: "CLOSE",
};

/** Address, colon and port together, when the tool cuts them (seen in recorded output). */
const CUT_ENDPOINT = 23;
/** PID, slash and name together, when the tool cuts them (seen in recorded output). */
const CUT_PROGRAM = 19;

/** The block holds an endpoint longer than the cut: it was printed with -W, so nothing is cut. */
const WIDE = 1;

const PROTOCOLS = ["tcp", "udp", "raw", "udpl", "icmp", "icm", "sctp", "dccp", "mptcp"] as const;

/** What the tool cuts short of the names that entries use. */
const FULL_NAMES: Readonly<Record<string, string>> = { udpl: "udplite", icm: "icmp" };

/** The protocol at the line's start: its index in PROTOCOLS, or -1. */
function protocolIndex(line: LineFields): number {
  const { text } = line;
  const start = line.startOf(0);
  let end = line.endOf(0);
  const last = text.charCodeAt(end - 1);
  if (last === 54 || last === 52) end -= 1;
  if (last === 54 && text.charCodeAt(end - 1) === 52) end -= 1;
  const length = end - start;
  for (let index = 0; index < PROTOCOLS.length; index += 1) {
    const name = PROTOCOLS[index]!;
    if (name.length === length && text.startsWith(name, start)) return index;
  }
  return -1;
}

function readRow(line: LineFields, row: RowFields, layout: number): number {
  const isExpected = layout !== UNEXPECTED;
  const protocol = protocolIndex(line);
  if (protocol >= 0 && line.count === 1 && isExpected) return WHY.endsBeforeQueues;
  if (protocol < 0 || line.count < 2 || line.numberOf(1) < 0) return NOT_MINE;
  row.clear(line.text);
  if (line.count < 3) return WHY.endsBeforeQueues;
  if (line.numberOf(2) < 0) return WHY.badQueue;
  take(line, 0, row, FIELD.protocol);
  take(line, 1, row, FIELD.recvQ);
  take(line, 2, row, FIELD.sendQ);
  if (line.count < 4) return WHY.endsBeforeLocal;
  const localFault = takeEndpoint(line, 3, row, "local", CUT_ENDPOINT);
  if (localFault !== READ) return localFault;
  if (line.count < 5) return WHY.endsBeforePeer;
  const peerFault = takeEndpoint(line, 4, row, "peer", CUT_ENDPOINT);
  if (peerFault !== READ) return peerFault;
  if (line.lengthOf(3) > CUT_ENDPOINT || line.lengthOf(4) > CUT_ENDPOINT) row.traits = WIDE;

  let next = 5;
  if (protocol === 0) {
    if (line.count < 6) return WHY.endsBeforeState;
    if (!isWord(line, 5)) return WHY.badState;
    take(line, 5, row, FIELD.state);
    next = 6;
  } else if (next < line.count && isOtherState(line, next)) {
    take(line, next, row, FIELD.state);
    next += 1;
  }
  if (next < line.count) takeRest(line, next, row);
  return READ;
}

/** A word rather than a number, "-" or 104/name: a state, in whatever language. */
function isWord(line: LineFields, at: number): boolean {
  const first = line.firstCodeOf(at);
  if (first < 65) return false;
  const end = line.endOf(at);
  for (let i = line.startOf(at); i < end; i += 1) {
    if (line.text.charCodeAt(i) === 47) return false;
  }
  return true;
}

/** UDP prints ESTABLISHED (in its language) or nothing, raw sockets a number. A word before a number is a user before the inode. */
function isOtherState(line: LineFields, at: number): boolean {
  if (line.numberOf(at) >= 0) return line.is(0, "raw") || line.is(0, "raw6");
  if (!isWord(line, at)) return false;
  const isUser = line.numberOf(at + 1) >= 0 && line.numberOf(at + 2) < 0;
  return !isUser || stateOfWord(line.textOf(at)) !== null;
}

function takeRest(line: LineFields, from: number, row: RowFields): void {
  let next = from;
  if (next + 1 < line.count && line.numberOf(next + 1) >= 0 && isUser(line, next)) {
    take(line, next, row, FIELD.user);
    take(line, next + 1, row, FIELD.inode);
    next += 2;
  }
  let last = line.count;
  if (last - next >= 2 && isTimer(line, last - 2)) {
    row.set(FIELD.timer, line.startOf(last - 2), line.end);
    last -= 2;
  }
  if (next < last) takeProcess(line, line.startOf(next), line.endOf(last - 1), row);
}

/** A number, or a name without a slash. */
function isUser(line: LineFields, at: number): boolean {
  return line.numberOf(at) >= 0 || isWord(line, at);
}

const TIMERS = new Set(["off", "on", "keepalive", "timewait", "probe"]);

/** keepalive (7198.76/0/0), or what is left of it where the row is cut. */
function isTimer(line: LineFields, at: number): boolean {
  if (line.firstCodeOf(at + 1) !== 40 || line.lengthOf(at) > 14) return false;
  const kind = line.textOf(at);
  return TIMERS.has(kind) || kind.startsWith("unkn-");
}

function takeProcess(line: LineFields, start: number, end: number, row: RowFields): void {
  const { text } = line;
  let slash = start;
  while (slash < end && text.charCodeAt(slash) >= 48 && text.charCodeAt(slash) <= 57) slash += 1;
  if (slash > start && slash < end && text.charCodeAt(slash) === 47) {
    row.set(FIELD.pid, start, slash);
    if (slash + 1 < end) row.set(FIELD.program, slash + 1, end);
  } else if (end - start === 1 && text.charCodeAt(start) === 45) {
    row.set(FIELD.process, start, end);
  } else {
    row.set(FIELD.rest, start, end);
  }
}

interface Named {
  readonly protocol: string;
  /** What the protocol's ending says; null where there is none. */
  readonly family: Family | null;
}

/** What the first field stands for: tcp6 is TCP on an IPv6 socket. */
const NAMED: ReadonlyMap<string, Named> = new Map(
  PROTOCOLS.flatMap((name): [string, Named][] => {
    const protocol = FULL_NAMES[name] ?? name;
    return [
      [name, { protocol, family: null }],
      [`${name}4`, { protocol, family: 4 }],
      [`${name}6`, { protocol, family: 6 }],
      [`${name}46`, { protocol, family: "46" }],
    ];
  }),
);

/** BusyBox prints tcp for IPv6 too, and then the address tells. */
function entry(row: RowFields): SocketEntry {
  const { protocol, family } = NAMED.get(row.textOf(FIELD.protocol) ?? "") ?? NO_NAME;
  const state = protocol === "raw" ? null : stateOfWord(row.textOf(FIELD.state));
  const local = row.textOf(FIELD.localAddress) ?? "";
  return {
    protocol,
    family: family ?? (isIpv6Text(local) ? 6 : 4),
    local: row.local(),
    peer: state === "LISTEN" ? null : row.peer(),
    state,
    recvQ: row.numberOf(FIELD.recvQ),
    sendQ: row.numberOf(FIELD.sendQ),
    processes: processesOf(row),
  };
}

const NO_NAME: Named = { protocol: "", family: null };

function processesOf(row: RowFields): readonly SocketProcess[] {
  const pid = row.numberOf(FIELD.pid);
  if (pid === null) return [];
  return [{ pid, name: row.textOf(FIELD.program), user: row.textOf(FIELD.user), fd: null }];
}

function truncated(row: RowFields, context: BlockContext): readonly Field[] {
  const fields: Field[] = [];
  if ((context.traits & WIDE) === 0) {
    if (mayBeCut(row, FIELD.localAddress, FIELD.localPort, row.localShape))
      fields.push("localAddress");
    if (mayBeCut(row, FIELD.peerAddress, FIELD.peerPort, row.peerShape)) fields.push("peerAddress");
  }
  if (row.lengthOf(FIELD.pid) + 1 + row.lengthOf(FIELD.program) >= CUT_PROGRAM)
    fields.push("program");
  // With a peer even UDP prints ESTABLISHED: the row ends in its peer's port.
  if (!row.has(FIELD.state) && row.hasPeer()) fields.push("peerPort");
  // CLOSE alone is rarer than a CLOSE_WAIT that was cut.
  if (
    row.lengthOf(FIELD.state) === 5 &&
    row.textOf(FIELD.state) === "CLOSE" &&
    row.endsWith(FIELD.state)
  )
    fields.push("state");
  return fields;
}

/** 23 characters are the most that fits: such an address was cut, or fits to the last character. IPv4 in numbers always fits. */
function mayBeCut(row: RowFields, address: number, port: number, shape: number): boolean {
  const isIpv4 = shape === ADDRESS.v4 || shape === ADDRESS.any || shape === ADDRESS.impossible;
  return !isIpv4 && row.lengthOf(address) + 1 + row.lengthOf(port) === CUT_ENDPOINT;
}

const PRINTED = new Set(["tcp", "udp", "udplite", "raw"]);

function project(socket: SocketEntry): readonly SocketEntry[] {
  if (!PRINTED.has(socket.protocol) || (socket.protocol === "tcp" && socket.state === null))
    return [];
  const peer = peerOf(socket);
  const local = rewritten(socket.local, unmapped, false);
  const isIpv6 = isIpv6Text(local.address) || socket.family === 6 || socket.family === "46";
  return [
    {
      protocol: socket.protocol,
      family: isIpv6 ? 6 : 4,
      local,
      peer: peer === null ? null : rewritten(peer, unmapped, false),
      state: projectedState(socket, peer !== null),
      recvQ: socket.recvQ ?? 0,
      sendQ: socket.sendQ ?? 0,
      processes: projectedProcess(socket.processes),
    },
  ];
}

function projectedState(socket: SocketEntry, isConnected: boolean): TcpState | null {
  if (socket.protocol === "tcp") return socket.state;
  return isConnected && socket.protocol !== "raw" ? "ESTABLISHED" : null;
}

function projectedProcess(processes: readonly SocketProcess[]): readonly SocketProcess[] {
  const first = processes.find((process) => process.pid !== null);
  if (first === undefined) return [];
  const room = CUT_PROGRAM - `${first.pid}/`.length;
  const name = (first.name ?? "").slice(0, room).trimEnd();
  return [{ pid: first.pid, name: name === "" ? null : name, user: null, fd: null }];
}

function endpointText(endpoint: SocketEntry["local"], family: SocketEntry["family"]): string {
  const wildcard = family === 4 ? "0.0.0.0" : "::";
  return `${endpoint.address === "*" ? wildcard : endpoint.address}:${portText(endpoint)}`;
}

function stateText(row: SocketEntry): string {
  if (row.protocol === "raw") return "7";
  return row.state === null ? "" : SPELLING[row.state];
}

/** As with -W: addresses are printed whole, however long. Queues nobody knows are printed as 0. */
function print(entries: readonly SocketEntry[]): string {
  const rows = entries.flatMap(project);
  const hasPrograms = rows.some((row) => row.processes.length > 0);
  const lines = rows.map((row) => {
    const name = row.protocol === "udplite" ? "udpl" : row.protocol;
    const protocol = `${name}${row.family === 6 ? "6" : ""}`.padEnd(5);
    const queues = `${String(row.recvQ).padStart(6)} ${String(row.sendQ).padStart(6)}`;
    const local = endpointText(row.local, row.family).padEnd(CUT_ENDPOINT);
    const peer = endpointText(row.peer ?? NO_PEER, row.family).padEnd(CUT_ENDPOINT);
    const [process] = row.processes;
    const program = process === undefined ? "-" : `${process.pid}/${process.name ?? ""}`;
    return `${protocol} ${queues} ${local} ${peer} ${stateText(row).padEnd(11)}${hasPrograms ? ` ${program.padEnd(20)}` : ""}`;
  });
  const heading = `Proto Recv-Q Send-Q Local Address           Foreign Address         State      ${hasPrograms ? " PID/Program name    " : ""}`;
  return `${["Active Internet connections (servers and established)", heading, ...lines].join("\n")}\n`;
}

export const netTools: Dialect = {
  id: "net-tools",
  tool: "netstat (net-tools)",
  command: "netstat -tulpn",
  withListeners: "add -a (netstat -tan)",
  sign: "begin with the protocol in small letters, then two queues, then the two addresses",
  os: () => "Linux",
  headingWords: ["active", "proto"],
  isHeading: (words) =>
    /^Active Internet connections \((servers and established|only servers|w\/o servers)\)$/.test(
      words,
    ) || words.startsWith("Proto Recv-Q Send-Q Local Address Foreign Address State"),
  isContinuation: () => false,
  readRow,
  entry,
  truncated,
  spelling: SPELLING,
  print,
  project,
};
