/**
 * netstat of Solaris and illumos, as `netstat -an` prints: a section for each protocol and version, named
 * in its title and not in its rows. TCP: two endpoints with a dot before the port, window and queue of
 * each side, state. UDP: the local endpoint, the remote one if connected, and Idle, Unbound or Connected.
 * By option the owner's user, pid and command stand between (-u), or each socket takes two lines (-v).
 * Source: illumos's netstat (cmd-inet/usr.bin/netstat), Oracle's documentation of netstat(8).
 */
import type { Family, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import {
  type BlockContext,
  type Dialect,
  NO_PEER,
  type RowPlace,
  UNEXPECTED,
  take,
} from "../dialect.ts";
import { isDotted, readDottedEndpoint, takeDotted } from "../dotted-endpoint.ts";
import { isDottedText, isIpv6Text } from "../endpoint-print.ts";
import { ADDRESS, ENDPOINT, found } from "../endpoint-text.ts";
import { FIELD } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { stateOfWord } from "../state-words.ts";
import { NOT_MINE, READ, WHY } from "../unreadable.ts";
import { BSD_SPELLING, dottedEnds, dottedText } from "./bsd-print.ts";

const HEADS = {
  tcp: 1 << 0,
  udp: 1 << 1,
  sctp: 1 << 2,
  ipv4: 1 << 3,
  ipv6: 1 << 4,
  /** -v: the local endpoint has a line of its own. */
  twoLines: 1 << 5,
} as const;

const TITLE = /^(?:(?:TCP|UDP): IPv[46]|SCTP:)$/;
const COLUMNS = /^Local(?: Address Remote Address|\/Remote Address) (?:Swind|User|State)\b/;

function layoutOf(words: string, above: number): number {
  if (TITLE.test(words)) {
    const protocol = words.startsWith("TCP") ? HEADS.tcp : HEADS.udp;
    if (words.startsWith("SCTP")) return HEADS.sctp;
    return protocol | (words.endsWith("6") ? HEADS.ipv6 : HEADS.ipv4);
  }
  let layout = above;
  if (layout === 0) layout = words.includes("Swind") ? HEADS.tcp : HEADS.udp;
  if (words.includes("StrsI/O")) layout = HEADS.sctp;
  return words.startsWith("Local/Remote") ? layout | HEADS.twoLines : layout;
}

const UDP_STATES = ["Idle", "Unbound", "Connected", "Unknown"] as const;
const TAG = 60;

/** A tag may follow, where the listing was copied out of a page's source. */
function isUdpState(line: LineFields, at: number): boolean {
  const { text } = line;
  const start = line.startOf(at);
  return UDP_STATES.some((word) => {
    const end = start + word.length;
    if (!text.startsWith(word, start)) return false;
    return end === line.endOf(at) || text.charCodeAt(end) === TAG;
  });
}

/** The row's protocol, where no title stands above. */
const UDP_ROW = 1;

/** Without a heading only a whole row is one: its shape is all there is. */
function readRow(line: LineFields, row: RowFields, layout: number): number {
  if (layout > 0) return readShape(line, row, layout, true);
  if (line.count < 2 || !endsLikeRow(line)) return NOT_MINE;
  return readShape(line, row, 0, false) === READ ? READ : NOT_MINE;
}

/** The state stands last, or an interface's name or an owner after it. */
function endsLikeRow(line: LineFields): boolean {
  if (line.count < 5) return endsInUdpState(line);
  return line.count > 6 && isFourNumbers(line, 2) && stateOfWord(line.textOf(6)) !== null;
}

function readShape(line: LineFields, row: RowFields, layout: number, isExpected: boolean): number {
  if (!readable(line, 0)) return NOT_MINE;
  row.clear(line.text);
  if ((layout & HEADS.twoLines) !== 0) {
    return line.count < 2 ? NOT_MINE : readSecondLine(line, row);
  }
  const localFault = takeEnd(line, 0, row, "local");
  if (localFault !== READ) return localFault;
  const isUdp = isExpected ? (layout & HEADS.udp) !== 0 : endsInUdpState(line);
  const hasPeer = readable(line, 1);
  // Two words are no row: without a heading UDP is taken by addresses in numbers only.
  if (isUdp && !isExpected && row.localShape === ADDRESS.name) return NOT_MINE;
  if (isUdp) return readUdp(line, row, hasPeer, isExpected);
  if (line.count < 2) return WHY.endsBeforePeer;
  const peerFault = takeEnd(line, 1, row, "peer");
  return peerFault === READ ? readTcp(line, row, 2, isExpected) : peerFault;
}

/** An endpoint, or SCTP's 0.0.0.0 without a port for no peer. */
const readable = (line: LineFields, at: number) =>
  at < line.count && line.lengthOf(at) > 2 && (isDotted(line, at) || line.is(at, "0.0.0.0"));

function takeEnd(line: LineFields, at: number, row: RowFields, side: "local" | "peer"): number {
  if (side === "peer" && line.is(at, "0.0.0.0")) {
    take(line, at, row, FIELD.peerAddress);
    row.peerShape = ADDRESS.any;
    row.peerPort = 0;
    return READ;
  }
  return takeDotted(line, at, row, side);
}

function endsInUdpState(line: LineFields): boolean {
  const at = line.count - 1;
  return at > 0 && at < 4 && isUdpState(line, at);
}

function readUdp(line: LineFields, row: RowFields, hasPeer: boolean, isExpected: boolean): number {
  row.traits = UDP_ROW;
  let next = 1;
  if (hasPeer) {
    const fault = takeDotted(line, 1, row, "peer");
    if (fault !== READ) return fault;
    next = 2;
  }
  let state = next;
  while (state < line.count && !isUdpState(line, state)) state += 1;
  if (state === line.count) return isExpected ? WHY.endsBeforeState : NOT_MINE;
  if (state > next) takeOwner(line, row, next, state);
  take(line, state, row, FIELD.state);
  if (state + 1 < line.count) row.set(FIELD.rest, line.startOf(state + 1), line.end);
  return READ;
}

/** Swind Send-Q Rwind Recv-Q [StrsI/O] State [If]; before or after these User Pid Command. */
function readTcp(line: LineFields, row: RowFields, from: number, isExpected: boolean): number {
  let next = from;
  while (next < line.count && !isFourNumbers(line, next)) next += 1;
  const hasQueues = next < line.count;
  if (!hasQueues) {
    if (!isExpected) return NOT_MINE;
    const last = line.count - 1;
    // Without the windows the state comes last, after the command.
    if (last < from + 3 || stateOfWord(line.textOf(last)) === null) return WHY.endsBeforeState;
    takeOwner(line, row, from, last);
    take(line, last, row, FIELD.state);
    return READ;
  }
  if (next > from) takeOwner(line, row, from, next);
  take(line, next + 1, row, FIELD.sendQ);
  take(line, next + 3, row, FIELD.recvQ);
  next += 4;
  if (next < line.count && isStreams(line, next)) next += 1;
  if (next >= line.count) return isExpected ? WHY.endsBeforeState : NOT_MINE;
  if (!isStateWord(line, next)) return isExpected ? WHY.badState : NOT_MINE;
  take(line, next, row, FIELD.state);
  next += 1;
  if (next + 2 < line.count && line.numberOf(next + 1) >= 0) takeOwner(line, row, next, line.count);
  else if (next < line.count) row.set(FIELD.rest, line.startOf(next), line.end);
  return READ;
}

function isFourNumbers(line: LineFields, at: number): boolean {
  for (let field = at; field < at + 4; field += 1) if (line.numberOf(field) < 0) return false;
  return true;
}

/** 32/32: SCTP's streams in each direction; 1 /32 when padded. */
function isStreams(line: LineFields, at: number): boolean {
  const first = line.firstCodeOf(at);
  return first >= 48 && first <= 57;
}

function isStateWord(line: LineFields, at: number): boolean {
  const first = line.firstCodeOf(at);
  return first >= 65 && first <= 90;
}

function takeOwner(line: LineFields, row: RowFields, from: number, end: number): void {
  if (end - from < 2 || line.numberOf(from + 1) < 0) {
    row.set(FIELD.rest, line.startOf(from), line.endOf(end - 1));
    return;
  }
  take(line, from, row, FIELD.user);
  take(line, from + 1, row, FIELD.pid);
  if (end > from + 2) row.set(FIELD.program, line.startOf(from + 2), line.endOf(end - 1));
}

/** remote Swind Snext Suna Rwind Rnext Rack Rto Mss State [If]: the local endpoint is the line above. */
function readSecondLine(line: LineFields, row: RowFields): number {
  const fault = takeEnd(line, 0, row, "peer");
  if (fault !== READ) return fault;
  if (line.count < 10) return WHY.endsBeforeState;
  if (!isStateWord(line, 9)) return WHY.badState;
  take(line, 9, row, FIELD.state);
  if (line.count > 10) row.set(FIELD.rest, line.startOf(10), line.end);
  return READ;
}

function entry(row: RowFields, { layout }: BlockContext, place: RowPlace): SocketEntry {
  const state = stateOfWord(row.textOf(FIELD.state));
  const protocol = (layout & HEADS.sctp) !== 0 ? "sctp" : row.traits === UDP_ROW ? "udp" : "tcp";
  const local =
    (layout & HEADS.twoLines) === 0
      ? row.local()
      : endpointOf(place.textOf(Math.max(place.record, 1)));
  return {
    protocol,
    family: familyOf(layout, local.address, row.textOf(FIELD.peerAddress)),
    local,
    peer: state === "LISTEN" ? null : row.peer(),
    state: protocol === "udp" ? null : state,
    recvQ: row.numberOf(FIELD.recvQ),
    sendQ: row.numberOf(FIELD.sendQ),
    processes: processesOf(row),
  };
}

/** The endpoint that stands alone on a line. */
function endpointOf(text: string): SocketEntry["local"] {
  const trimmed = text.trim();
  if (readDottedEndpoint(trimmed, 0, trimmed.length) !== ENDPOINT.read) return NO_PEER;
  const { shape, port } = found;
  const service = trimmed.slice(found.portStart, found.portEnd);
  const address = trimmed.slice(found.addressStart, found.addressEnd);
  return {
    address: shape === ADDRESS.any ? "*" : address,
    zone: found.zoneStart < 0 ? null : trimmed.slice(found.zoneStart, found.zoneEnd),
    port: port >= 0 ? port : null,
    service: port >= 0 || service === "*" ? null : service,
  };
}

function familyOf(layout: number, local: string, peer: string | null): Family | null {
  if ((layout & HEADS.ipv6) !== 0) return 6;
  if ((layout & HEADS.ipv4) !== 0) return 4;
  const told = [local, peer ?? ""].find((each) => isIpv6Text(each) || isDottedText(each));
  return told === undefined ? null : isIpv6Text(told) ? 6 : 4;
}

function processesOf(row: RowFields): readonly SocketProcess[] {
  const pid = row.numberOf(FIELD.pid);
  if (pid === null) return [];
  return [{ pid, name: row.textOf(FIELD.program), user: row.textOf(FIELD.user), fd: null }];
}

const LIMITS = { keepsZone: false, cutService: 0 };

function project(socket: SocketEntry): readonly SocketEntry[] {
  const ends = dottedEnds(socket, LIMITS);
  if (ends === null) return [];
  const isTcp = socket.protocol === "tcp";
  return [
    {
      protocol: socket.protocol,
      family: sectionFamily(socket.family, ends.local.address, ends.peer?.address ?? null),
      ...ends,
      state: isTcp ? socket.state : null,
      recvQ: isTcp ? (socket.recvQ ?? 0) : null,
      sendQ: isTcp ? (socket.sendQ ?? 0) : null,
      processes: [],
    },
  ];
}

/** IPv4 that came in through an IPv6 socket is listed with IPv4. */
function sectionFamily(family: Family | null, local: string, peer: string | null): 4 | 6 {
  for (const address of [local, peer ?? "*"]) {
    if (isIpv6Text(address)) return 6;
    if (isDottedText(address)) return 4;
  }
  return family === 6 || family === "46" ? 6 : 4;
}

const SPELLING: Readonly<Record<TcpState, string>> = BSD_SPELLING;
const WIDTH = { 4: 20, 6: 33 } as const;

function sectionHeading(protocol: string, family: 4 | 6): readonly string[] {
  const width = WIDTH[family];
  const isTcp = protocol === "tcp";
  const after = family === 6 ? "   If" : "";
  const columns = isTcp ? `Swind Send-Q Rwind Recv-Q   State   ${after}` : `  State   ${after}`;
  const rule = `${isTcp ? "----- ------ ----- ------ -----------" : "----------"}${family === 6 ? " -----" : ""}`;
  const line = "-".repeat(width);
  return [
    "",
    `${protocol.toUpperCase()}: IPv${family}`,
    `${"   Local Address".padEnd(width)} ${"   Remote Address".padEnd(width)} ${columns}`.trimEnd(),
    `${line} ${line} ${rule}`,
  ];
}

/** In the table's own order: another section begins wherever protocol or version changes. Windows nobody knows are 0. */
function print(entries: readonly SocketEntry[]): string {
  const lines: string[] = [];
  let section = "";
  for (const row of entries.flatMap(project)) {
    const family = row.family === 6 ? 6 : 4;
    if (section !== `${row.protocol}${family}`) {
      section = `${row.protocol}${family}`;
      lines.push(...sectionHeading(row.protocol, family));
    }
    const width = WIDTH[family];
    const local = dottedText(row.local).padEnd(width);
    if (row.state === null) {
      const peer = (row.peer === null ? "" : dottedText(row.peer)).padEnd(width);
      lines.push(`${local} ${peer} ${row.peer === null ? "Idle" : "Connected"}`);
      continue;
    }
    const peer = dottedText(row.peer ?? NO_PEER).padEnd(width);
    const queues = `    0 ${String(row.sendQ).padStart(6)}     0 ${String(row.recvQ).padStart(6)}`;
    lines.push(`${local} ${peer} ${queues} ${SPELLING[row.state]}`);
  }
  if (lines.length === 0) lines.push(...sectionHeading("tcp", 4));
  return `${lines.join("\n")}\n`;
}

export const solarisNetstat: Dialect = {
  id: "solaris-netstat",
  tool: "netstat (Solaris)",
  command: "netstat -an",
  withListeners: "add -a (netstat -an)",
  sign: "have two endpoints with a dot before the port, then windows and queues, and no protocol",
  os: () => "Solaris",
  headingWords: ["tcp:", "udp:", "sctp:", "local", "local/remote"],
  isHeading: (words) => TITLE.test(words) || COLUMNS.test(words),
  layoutOf,
  isContinuation: (line, layout) => (layout & HEADS.sctp) !== 0 && line.firstCodeOf(0) === 60,
  prefaceOf: (line, layout) =>
    layout !== UNEXPECTED &&
    (layout & HEADS.twoLines) !== 0 &&
    line.count === 1 &&
    isDotted(line, 0)
      ? "record"
      : null,
  readRow,
  entry,
  truncated: () => [],
  spelling: SPELLING,
  print,
  project,
};
