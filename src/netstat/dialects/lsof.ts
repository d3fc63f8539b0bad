/**
 * lsof -i: COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME, one row for each process that holds a
 * socket. NODE is the protocol, NAME the endpoints (a:p->b:p) with the state in brackets. COMMAND is cut
 * to 9 characters, a space in it written \x20. It lists what processes hold: no TIME-WAIT rows, no
 * queues, no zones. Linux and macOS print alike; a DEVICE in hexadecimal is macOS's.
 * Source: lsof(8) of 4.95, and its output for programs with odd names.
 */
import type { Family, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import { type BlockContext, type Dialect, take, takeEndpointAt } from "../dialect.ts";
import {
  bracketed,
  peerOf,
  portText,
  rewritten,
  shownFamily,
  unmapped,
} from "../endpoint-print.ts";
import { FIELD, type Field } from "../field.ts";
import { indexWithin, type LineFields } from "../line-fields.ts";
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

/** Characters of COMMAND that are printed, when +c asks for no more. */
const CUT_COMMAND = 9;

/** A DEVICE such as 0x8a1b…: the address of a kernel structure, as macOS prints. */
const HEXADECIMAL_DEVICE = 1;
/** A command longer than the cut: +c was used, so none is cut. */
const WIDE_COMMAND = 2;

const PROTOCOLS = new Set(["TCP", "UDP", "UDPLITE", "SCTP", "ICMP", "ICMPV6"]);

/** The field that says IPv4 or IPv6: it follows COMMAND PID [TID TASKCMD] USER FD. -1 when there is none. */
function typeField(line: LineFields): number {
  const last = Math.min(line.count, 9);
  for (let at = 4; at < last; at += 1) {
    if (line.is(at, "IPv4") || line.is(at, "IPv6")) return at;
  }
  return -1;
}

function readRow(line: LineFields, row: RowFields): number {
  if (line.count < 5 || line.numberOf(1) < 0) return NOT_MINE;
  const type = typeField(line);
  if (type < 0) return NOT_MINE;
  row.clear(line.text);
  take(line, 0, row, FIELD.program);
  take(line, 1, row, FIELD.pid);
  take(line, type - 2, row, FIELD.user);
  take(line, type - 1, row, FIELD.fd);
  take(line, type, row, FIELD.type);
  const node = nodeField(line, type);
  if (node < 0 || node + 1 >= line.count) return WHY.endsBeforeName;
  const device = node === type + 4 ? type + 2 : type + 1;
  take(line, device, row, FIELD.device);
  if (node > device + 1) take(line, device + 1, row, FIELD.size);
  take(line, node, row, FIELD.protocol);
  if (line.text.charCodeAt(line.startOf(device) + 1) === 120) row.traits |= HEXADECIMAL_DEVICE;
  if (line.lengthOf(0) > CUT_COMMAND) row.traits |= WIDE_COMMAND;
  const fault = readName(line, node + 1, row);
  if (fault !== READ) return fault;
  return node + 2 < line.count ? readStateAfter(line, node + 2, row) : READ;
}

/** NODE stands two to four fields after TYPE: SIZE/OFF may be empty, +fg puts FILE-FLAG before DEVICE. */
function nodeField(line: LineFields, type: number): number {
  for (let at = type + 2; at <= type + 4 && at < line.count; at += 1) {
    if (PROTOCOLS.has(line.textOf(at))) return at;
  }
  return -1;
}

function readName(line: LineFields, at: number, row: RowFields): number {
  const { text } = line;
  const start = line.startOf(at);
  const end = line.endOf(at);
  if (end - start > 700) return WHY.endsBeforeName;
  const arrow = text.slice(start, end).indexOf("->");
  const localEnd = arrow < 0 ? end : start + arrow;
  const fault = takeEndpointAt(text, start, localEnd, row, "local");
  if (fault !== READ || arrow < 0) return fault;
  if (localEnd + 2 >= end) return WHY.endsBeforePeer;
  return takeEndpointAt(text, localEnd + 2, end, row, "peer");
}

/** (LISTEN), or with -Tqs (LISTEN QR=1 QS=0), for UDP (QR=0 QS=0); anything else is kept as it is. */
function readStateAfter(line: LineFields, at: number, row: RowFields): number {
  const { text } = line;
  const start = line.startOf(at);
  if (text.charCodeAt(start) !== 40) {
    row.set(FIELD.rest, start, line.end);
    return READ;
  }
  const close = indexWithin(text, ")", start, line.end);
  if (close < 0) return WHY.endsInState;
  const wordEnd = Math.min(line.endOf(at), close);
  const hasState = !text.slice(start, wordEnd).includes("=");
  if (hasState) row.set(FIELD.state, start + 1, wordEnd);
  if (!hasState) row.set(FIELD.rest, start, line.end);
  else if (at + 1 < line.count) row.set(FIELD.rest, line.startOf(at + 1), line.end);
  return READ;
}

function entry(row: RowFields): SocketEntry {
  const state = stateOfWord(row.textOf(FIELD.state));
  const protocol = (row.textOf(FIELD.protocol) ?? "").toLowerCase();
  const process: SocketProcess = {
    pid: row.numberOf(FIELD.pid),
    name: known(unescaped(row.textOf(FIELD.program) ?? "")),
    user: known(row.textOf(FIELD.user) ?? ""),
    fd: descriptor(row.textOf(FIELD.fd) ?? ""),
  };
  return {
    protocol: protocol === "icmpv6" ? "icmp" : protocol,
    family: row.textOf(FIELD.type) === "IPv6" ? 6 : 4,
    local: row.local(),
    peer: state === "LISTEN" ? null : row.peer(),
    state,
    recvQ: null,
    sendQ: null,
    processes: [process],
  };
}

const known = (text: string) => (text === "" || text === "-" ? null : text);

/** The number of 12u, 7uW; null for a word such as cwd. */
function descriptor(text: string): number | null {
  const digits = /^\d{1,9}/.exec(text)?.[0];
  return digits === undefined ? null : Number(digits);
}

const LETTERS: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  "\\": "\\",
};
const ESCAPES = new Map(Object.entries(LETTERS).map(([letter, code]) => [code, `\\${letter}`]));

/** \x20 is a space, \t a tab; bytes above 127 stay as printed, for one character may take several. */
function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(
    /\\(?:x([0-7][0-9a-f])|([bfnrt\\]))/g,
    (_, code: string | undefined, letter: string) =>
      code === undefined ? LETTERS[letter]! : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** As lsof prints a command: no more than 9 characters, and no half of an escape. */
function escapedAndCut(name: string): string {
  let printed = "";
  for (const character of name) {
    const code = character.codePointAt(0)!;
    const isPlain = code > 32 && code !== 127 && character !== "\\";
    const escape = ESCAPES.get(character) ?? `\\x${code.toString(16).padStart(2, "0")}`;
    const next = isPlain ? character : escape;
    if (printed.length + next.length > CUT_COMMAND) break;
    printed += next;
  }
  return printed;
}

function truncated(row: RowFields, context: BlockContext): readonly Field[] {
  const isWide = (context.traits & WIDE_COMMAND) !== 0;
  // An escape that would not fit is left out whole, so a shorter name may be cut too.
  const mayBeCut = row.lengthOf(FIELD.program) === CUT_COMMAND;
  const fields: Field[] = mayBeCut && !isWide ? ["program"] : [];
  // Only -T leaves TCP's state out: else the row ends in its last port.
  if (row.textOf(FIELD.protocol) === "TCP" && !row.has(FIELD.state) && !row.has(FIELD.rest))
    fields.push(row.has(FIELD.peerPort) ? "peerPort" : "localPort");
  return fields;
}

function project(socket: SocketEntry): readonly SocketEntry[] {
  if (socket.protocol !== "tcp" && socket.protocol !== "udp") return [];
  const family: Family =
    socket.family === "46" ? 6 : (socket.family ?? shownFamily(socket.local.address, null) ?? 4);
  const peer = peerOf(socket);
  return socket.processes
    .filter((process) => process.pid !== null)
    .map((process) => ({
      protocol: socket.protocol,
      family,
      local: rewritten(socket.local, unmapped, false),
      peer: peer === null ? null : rewritten(peer, unmapped, false),
      state: socket.protocol === "tcp" ? socket.state : null,
      recvQ: null,
      sendQ: null,
      processes: [{ ...process, name: known(unescaped(escapedAndCut(process.name ?? ""))) }],
    }));
}

const endpointText = (endpoint: SocketEntry["local"]) =>
  `${bracketed(endpoint.address)}:${portText(endpoint)}`;

function print(entries: readonly SocketEntry[]): string {
  const rows = entries.flatMap(project);
  const pidWidth = Math.max(3, ...rows.map((row) => String(row.processes[0]?.pid).length));
  const userWidth = Math.max(4, ...rows.map((row) => row.processes[0]?.user?.length ?? 1));
  const lines = rows.map((row) => {
    const [process] = row.processes;
    const peer = row.peer === null ? "" : `->${endpointText(row.peer)}`;
    const state = row.state === null ? "" : ` (${SPELLING[row.state]})`;
    const columns = [
      escapedAndCut(process?.name ?? "-").padEnd(CUT_COMMAND),
      String(process?.pid).padStart(pidWidth),
      (process?.user ?? "-").padEnd(userWidth),
      (process?.fd === null ? "-" : `${process?.fd}u`).padStart(4),
      ` IPv${row.family}`,
      "     0",
      "     0t0",
      row.protocol.toUpperCase().padStart(4),
      `${endpointText(row.local)}${peer}${state}`,
    ];
    return columns.join(" ");
  });
  const heading = `${"COMMAND".padEnd(CUT_COMMAND)} ${"PID".padStart(pidWidth)} ${"USER".padEnd(userWidth)}   FD  TYPE DEVICE SIZE/OFF NODE NAME`;
  return `${[heading, ...lines].join("\n")}\n`;
}

export const lsof: Dialect = {
  id: "lsof",
  tool: "lsof",
  command: "lsof -nP -i",
  withListeners: "sudo lsof -nP -i shows the listeners of all users",
  sign: "name a program and its process first, and IPv4 or IPv6 before the addresses",
  os: ({ traits }) => ((traits & HEXADECIMAL_DEVICE) === 0 ? "Linux" : "macOS"),
  headingWords: ["command"],
  isHeading: (words) => /^COMMAND PID .*FD TYPE .*DEVICE .*NODE NAME$/.test(words),
  isContinuation: () => false,
  readRow,
  entry,
  truncated,
  spelling: SPELLING,
  print,
  project,
};
