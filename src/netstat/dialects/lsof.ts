/**
 * lsof -i: COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME, one row for each process that holds a
 * socket. NODE is the protocol, NAME the endpoints (a:p->b:p) with the state in brackets. COMMAND is cut
 * to 9 characters, a space in it written \x20. It lists what processes hold: no TIME-WAIT rows, no
 * queues but with -T, no zones. Linux, macOS and FreeBSD print alike; their DEVICE differs.
 * Flags add columns: TID and TASKCMD (-K), PPID (-R), PGID (-g), FILE-FLAG (+fg), NLINK (+L).
 * Source: lsof(8) of 4.95, and its output under each of these flags, for programs with odd names.
 */
import type { SocketEntry, SocketProcess } from "#net/socket-entry";
import { type BlockContext, type Dialect, take } from "../dialect.ts";
import { FIELD, type Field } from "../field.ts";
import { indexWithin, type LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { stateOfWord } from "../state-words.ts";
import { NOT_MINE, READ, WHY } from "../unreadable.ts";
import {
  descriptor,
  escaped,
  known,
  nameText,
  projectHeld,
  protocolNamed,
  readName,
  unescaped,
} from "./lsof-text.ts";
import { LINUX_SPELLING } from "./spellings.ts";

/** Characters of COMMAND that are printed, when +c asks for no more. */
const CUT_COMMAND = 9;

/** A DEVICE such as 0x8a1b…: the address of a kernel structure, as macOS and the BSDs print. */
const HEXADECIMAL_DEVICE = 1;
/** A command longer than the cut: +c was used, so none is cut. */
const WIDE_COMMAND = 2;
/** A DEVICE such as 0xfffff800…: there FreeBSD's kernel has its data, and macOS's does not. */
const FREEBSD_DEVICE = 4;

const PROTOCOLS = new Set(
  "TCP UDP UDPLITE SCTP DCCP ICMP ICMPV6 IGMP RAW ESP AH GRE OSPFIGP HOPOPT DIVERT".split(" "),
);

/** COMMAND may have spaces where a name was pasted unescaped; PID, TID, PPID and PGID are numbers. */
const LAST_TYPE = 14;

/** The field that says IPv4 or IPv6: it follows COMMAND PID [TID TASKCMD] USER FD. -1 when there is none. */
function typeField(line: LineFields): number {
  const last = Math.min(line.count, LAST_TYPE);
  for (let at = 3; at < last; at += 1) {
    if (line.is(at, "IPv4") || line.is(at, "IPv6")) return at;
  }
  return -1;
}

/** The first number behind COMMAND. */
function pidField(line: LineFields, type: number): number {
  for (let at = 1; at < type; at += 1) {
    if (line.numberOf(at) >= 0) return at;
  }
  return -1;
}

function readRow(line: LineFields, row: RowFields): number {
  if (line.count < 5) return NOT_MINE;
  const type = typeField(line);
  if (type < 0) return NOT_MINE;
  const pid = pidField(line, type);
  if (pid < 0 || pid > type - 2) return NOT_MINE;
  row.clear(line.text);
  row.set(FIELD.program, line.startOf(0), line.endOf(pid - 1));
  take(line, pid, row, FIELD.pid);
  if (type - 2 > pid) take(line, type - 2, row, FIELD.user);
  take(line, type - 1, row, FIELD.fd);
  take(line, type, row, FIELD.type);
  const node = nodeField(line, type);
  if (node < 0 || node + 1 >= line.count)
    return isShort(line, type) ? WHY.endsBeforeName : NOT_MINE;
  const device = Math.min(node - 1, node >= type + 4 ? type + 2 : type + 1);
  take(line, device, row, FIELD.device);
  if (node > device + 1) take(line, device + 1, row, FIELD.size);
  take(line, node, row, FIELD.protocol);
  row.traits = deviceTraits(line.text, line.startOf(device));
  if (row.lengthOf(FIELD.program) > CUT_COMMAND) row.traits |= WIDE_COMMAND;
  // "no PCB" stands where a socket has no addresses.
  if (line.is(node + 1, "no")) return NOT_MINE;
  const fault = readName(line.text, line.startOf(node + 1), line.endOf(node + 1), row);
  if (fault !== READ) return fault;
  return node + 2 < line.count ? readStateAfter(line, node + 2, row) : READ;
}

/** A row that was cut before its NAME has but a few fields after TYPE. */
const isShort = (line: LineFields, type: number) => line.count <= type + 6;

function deviceTraits(text: string, start: number): number {
  if (text.charCodeAt(start + 1) !== 120) return 0;
  return text.startsWith("0xfffff8", start)
    ? HEXADECIMAL_DEVICE | FREEBSD_DEVICE
    : HEXADECIMAL_DEVICE;
}

/** NODE stands two to five fields after TYPE: SIZE/OFF may be empty, FILE-FLAG and NLINK may be there. */
function nodeField(line: LineFields, type: number): number {
  for (let at = type + 1; at <= type + 5 && at < line.count; at += 1) {
    if (PROTOCOLS.has(line.textOf(at))) return at;
  }
  return -1;
}

/**
 * (LISTEN), or with -T (LISTEN QR=1 QS=0), for UDP (QR=0 QS=0). With +E who holds the other end stands
 * before it: 16145,python3,5u. Anything else is kept as it is.
 */
function readStateAfter(line: LineFields, from: number, row: RowFields): number {
  const { text } = line;
  let at = from;
  while (at < line.count && line.firstCodeOf(at) !== 40) at += 1;
  if (at === line.count) {
    row.set(FIELD.rest, line.startOf(from), line.end);
    return READ;
  }
  const start = line.startOf(at);
  const close = indexWithin(text, ")", start, line.end);
  if (close < 0) return WHY.endsInState;
  if (!text.slice(start, line.endOf(at)).includes("=")) {
    row.set(FIELD.state, start + 1, Math.min(line.endOf(at), close));
    at += 1;
  }
  for (; at < line.count; at += 1) takeQueue(line, at, row);
  if (at > from + 1 && !row.has(FIELD.recvQ)) {
    const rest = row.has(FIELD.state) ? close + 1 : line.startOf(from);
    if (rest < line.end) row.set(FIELD.rest, rest, line.end);
  }
  return READ;
}

/** QR=0 and QS=0, with a bracket before or behind. */
function takeQueue(line: LineFields, at: number, row: RowFields): void {
  const { text } = line;
  const start = line.startOf(at) + (line.firstCodeOf(at) === 40 ? 1 : 0);
  const isReceived = text.startsWith("QR=", start);
  if (!isReceived && !text.startsWith("QS=", start)) return;
  const end = line.endOf(at) - (text.charCodeAt(line.endOf(at) - 1) === 41 ? 1 : 0);
  if (end > start + 3) row.set(isReceived ? FIELD.recvQ : FIELD.sendQ, start + 3, end);
}

function entry(row: RowFields): SocketEntry {
  const state = stateOfWord(row.textOf(FIELD.state));
  const process: SocketProcess = {
    pid: row.numberOf(FIELD.pid),
    name: known(unescaped(row.textOf(FIELD.program) ?? "")),
    user: known(row.textOf(FIELD.user) ?? ""),
    fd: descriptor(row.textOf(FIELD.fd) ?? ""),
  };
  return {
    protocol: protocolNamed(row.textOf(FIELD.protocol) ?? ""),
    family: row.textOf(FIELD.type) === "IPv6" ? 6 : 4,
    local: row.local(),
    peer: state === "LISTEN" ? null : row.peer(),
    state,
    recvQ: row.numberOf(FIELD.recvQ),
    sendQ: row.numberOf(FIELD.sendQ),
    processes: [process],
  };
}

function truncated(row: RowFields, context: BlockContext): readonly Field[] {
  const isWide = (context.traits & WIDE_COMMAND) !== 0;
  // An escape that would not fit is left out whole, so a shorter name may be cut too.
  const mayBeCut = row.lengthOf(FIELD.program) === CUT_COMMAND;
  const fields: Field[] = mayBeCut && !isWide ? ["program"] : [];
  // Only -T leaves TCP's state out: else the row ends in its last port.
  if (row.textOf(FIELD.protocol) === "TCP" && row.endsWith(lastPort(row)))
    fields.push(row.has(FIELD.peerPort) ? "peerPort" : "localPort");
  return fields;
}

const lastPort = (row: RowFields) => (row.has(FIELD.peerPort) ? FIELD.peerPort : FIELD.localPort);

const project = (socket: SocketEntry) => projectHeld(socket, (name) => escaped(name, CUT_COMMAND));

function print(entries: readonly SocketEntry[]): string {
  const rows = entries.flatMap(project);
  const pidWidth = Math.max(3, ...rows.map((row) => String(row.processes[0]?.pid).length));
  const userWidth = Math.max(4, ...rows.map((row) => row.processes[0]?.user?.length ?? 1));
  const lines = rows.map((row) => {
    const [process] = row.processes;
    const state = row.state === null ? "" : ` (${LINUX_SPELLING[row.state]})`;
    const columns = [
      escaped(process?.name ?? "-", CUT_COMMAND).padEnd(CUT_COMMAND),
      String(process?.pid).padStart(pidWidth),
      (process?.user ?? "-").padEnd(userWidth),
      (process?.fd === null ? "-" : `${process?.fd}u`).padStart(4),
      ` IPv${row.family}`,
      "     0",
      "     0t0",
      row.protocol.toUpperCase().padStart(4),
      `${nameText(row)}${state}`,
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
  os: ({ traits }) => {
    if ((traits & FREEBSD_DEVICE) !== 0) return "FreeBSD";
    return (traits & HEXADECIMAL_DEVICE) === 0 ? "Linux" : "macOS";
  },
  headingWords: ["command"],
  isHeading: (words) => /^COMMAND PID (?:.* )?FD TYPE (?:.* )?NAME$/.test(words),
  isContinuation: () => false,
  readRow,
  entry,
  truncated,
  spelling: LINUX_SPELLING,
  print,
  project,
};
