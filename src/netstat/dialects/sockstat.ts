/**
 * sockstat of FreeBSD, and of DragonFly, which prints alike: USER COMMAND PID FD PROTO LOCAL ADDRESS
 * FOREIGN ADDRESS, one row for each process that holds a socket; "?" where nobody does. tcp46 is one
 * socket for both families. With -s the state stands last; without it a listener is a TCP row without a
 * peer. IPv6 has no brackets. COMMAND is cut to 10 characters. NetBSD's, which
 * joins the port with a dot, is not read.
 * Source: sockstat(1) of FreeBSD 14, and its output.
 */
import type { SocketEndpoint, SocketEntry, SocketProcess } from "#net/socket-entry";
import {
  type BlockContext,
  type Dialect,
  NO_PEER,
  take,
  takeEndpoint,
  UNEXPECTED,
} from "../dialect.ts";
import { peerOf, portText, rewritten, shownFamily } from "../endpoint-print.ts";
import { FIELD, type Field } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { stateOfWord } from "../state-words.ts";
import { NOT_MINE, READ, WHY } from "../unreadable.ts";
import { NO_NAME, protocolNames } from "./protocol-names.ts";
import { BSD_SPELLING } from "./spellings.ts";

const CUT_COMMAND = 10;

const NAMED = protocolNames(["tcp", "udp", "udplite", "sctp", "icmp", "raw"]);

/** COMMAND may hold spaces: PROTO is looked for this far. */
const LAST_PROTOCOL = 10;

/** Where PROTO stands: behind a process's number and a descriptor, or a "?" for each. -1 when it does not. */
function protocolField(line: LineFields): number {
  const last = Math.min(line.count, LAST_PROTOCOL);
  for (let at = 4; at < last; at += 1) {
    const length = line.lengthOf(at);
    if (length < 3 || length > 9 || !isNumberOrNone(line, at - 1)) continue;
    if (isNumberOrNone(line, at - 2) && NAMED.has(line.textOf(at))) return at;
  }
  return -1;
}

const isNumberOrNone = (line: LineFields, at: number) => line.numberOf(at) >= 0 || isNone(line, at);

const isNone = (line: LineFields, at: number) => line.is(at, "?");

function readRow(line: LineFields, row: RowFields, layout: number): number {
  const at = line.count < 5 ? -1 : protocolField(line);
  if (at < 0) return NOT_MINE;
  row.clear(line.text);
  const fault = readEnds(line, at, row);
  // Where nothing else says so, a row must be whole to be one.
  if (fault !== READ) return layout === UNEXPECTED ? NOT_MINE : fault;
  take(line, at, row, FIELD.protocol);
  if (!isNone(line, 0)) take(line, 0, row, FIELD.user);
  if (!isNone(line, 1) || at > 4) {
    row.set(FIELD.program, line.startOf(1), line.endOf(at - 3));
  }
  if (!isNone(line, at - 2)) take(line, at - 2, row, FIELD.pid);
  if (!isNone(line, at - 1)) take(line, at - 1, row, FIELD.fd);
  takeRest(line, at + 3, row);
  return READ;
}

function readEnds(line: LineFields, protocol: number, row: RowFields): number {
  if (protocol + 1 >= line.count) return WHY.endsBeforeLocal;
  const fault = takeEndpoint(line, protocol + 1, row, "local");
  if (fault !== READ) return fault;
  return protocol + 2 < line.count
    ? takeEndpoint(line, protocol + 2, row, "peer")
    : WHY.endsBeforePeer;
}

/** More flags print more columns; the state is the one that is a state's name. */
function takeRest(line: LineFields, from: number, row: RowFields): void {
  for (let at = from; at < line.count; at += 1) {
    if (stateOfWord(line.textOf(at)) === null) continue;
    take(line, at, row, FIELD.state);
    if (at + 1 < line.count) row.set(FIELD.rest, line.startOf(at + 1), line.end);
    return;
  }
  if (from < line.count) row.set(FIELD.rest, line.startOf(from), line.end);
}

function entry(row: RowFields): SocketEntry {
  const { protocol, family } = NAMED.get(row.textOf(FIELD.protocol) ?? "") ?? NO_NAME;
  const state = stateOfWord(row.textOf(FIELD.state));
  const local = row.local();
  return {
    protocol,
    family: family ?? shownFamily(local.address, null),
    local,
    peer: state === "LISTEN" ? null : row.peer(),
    state,
    recvQ: null,
    sendQ: null,
    processes: processOf(row),
  };
}

function processOf(row: RowFields): readonly SocketProcess[] {
  const pid = row.numberOf(FIELD.pid);
  if (pid === null) return [];
  return [
    {
      pid,
      name: row.textOf(FIELD.program),
      user: row.textOf(FIELD.user),
      fd: row.numberOf(FIELD.fd),
    },
  ];
}

function truncated(row: RowFields, { heading }: BlockContext): readonly Field[] {
  const fields: Field[] = row.lengthOf(FIELD.program) === CUT_COMMAND ? ["program"] : [];
  const hasState = heading.endsWith("CONN STATE") || heading.endsWith(" STATE");
  if (hasState && row.textOf(FIELD.protocol)?.startsWith("tcp") && row.endsWith(FIELD.peerPort)) {
    fields.push("peerPort");
  }
  return fields;
}

const PRINTED = new Set(["tcp", "udp", "udplite", "sctp"]);

function project(socket: SocketEntry): readonly SocketEntry[] {
  if (!PRINTED.has(socket.protocol)) return [];
  const peer = peerOf(socket);
  const carried = {
    protocol: socket.protocol,
    family: socket.family ?? shownFamily(socket.local.address, null) ?? 4,
    local: whole(socket.local),
    peer: peer === null ? null : whole(peer),
    state: socket.protocol === "tcp" ? socket.state : null,
    recvQ: null,
    sendQ: null,
  };
  const holders = socket.processes.filter(({ pid }) => pid !== null);
  if (holders.length === 0) return [{ ...carried, processes: [] }];
  return holders.map((process) => ({ ...carried, processes: [cut(process)] }));
}

const whole = (endpoint: SocketEndpoint) => rewritten(endpoint, (text) => text, true);

function cut(process: SocketProcess): SocketProcess {
  const name = (process.name ?? "").slice(0, CUT_COMMAND).trim();
  return { ...process, name: name === "" || name === "?" ? null : name };
}

const endpointText = (endpoint: SocketEndpoint) =>
  `${endpoint.address}${endpoint.zone === null ? "" : `%${endpoint.zone}`}:${portText(endpoint)}`;

/** With the states, as `sockstat -46s`. */
function print(entries: readonly SocketEntry[]): string {
  const lines = entries.flatMap(project).map((row) => {
    const [process] = row.processes;
    const columns = [
      (process?.user ?? "?").padEnd(8),
      (process?.name ?? "?").padEnd(CUT_COMMAND),
      String(process?.pid ?? "?").padEnd(5),
      String(process?.fd ?? "?").padEnd(2),
      `${row.protocol}${row.family}`.padEnd(6),
      endpointText(row.local).padEnd(21),
      endpointText(row.peer ?? NO_PEER).padEnd(21),
      row.state === null ? "" : BSD_SPELLING[row.state],
    ];
    return columns.join(" ").trimEnd();
  });
  const heading =
    "USER     COMMAND    PID   FD PROTO  LOCAL ADDRESS         FOREIGN ADDRESS       CONN STATE";
  return `${[heading, ...lines].join("\n")}\n`;
}

export const sockstat: Dialect = {
  id: "sockstat",
  tool: "sockstat",
  command: "sockstat -46s",
  withListeners: "leave -c away (sockstat -46)",
  sign: "name a user and a program first, and a protocol such as tcp4 before the addresses",
  os: () => "FreeBSD",
  headingWords: ["user"],
  isHeading: (words) =>
    /^USER COMMAND PID FD PROTO LOCAL ADDRESS(?: FOREIGN ADDRESS|$)/.test(words),
  isContinuation: () => false,
  readRow,
  entry,
  truncated,
  spelling: BSD_SPELLING,
  print,
  project,
};
