/** Headings and rows of Solaris's netstat: the title above names what the rows themselves do not. */
import { UNEXPECTED, take } from "../dialect.ts";
import { isDotted, takeDotted } from "../dotted-endpoint.ts";
import { ADDRESS } from "../address-shape.ts";
import { FIELD } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { stateOfWord } from "../state-words.ts";
import { NOT_MINE, READ, WHY } from "../unreadable.ts";

export const HEADS = {
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

export const isHeading = (words: string) => TITLE.test(words) || COLUMNS.test(words);

export function layoutOf(words: string, above: number): number {
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
export const UDP_ROW = 1;

/** Without a heading only a whole row is one: its shape is all there is. */
export function readRow(line: LineFields, row: RowFields, layout: number): number {
  if (layout > 0) return readShape(line, row, layout, true);
  if (line.count < 2 || !endsLikeRow(line)) return NOT_MINE;
  return readShape(line, row, 0, false) === READ ? READ : NOT_MINE;
}

/** The state stands last, or an interface's name or an owner after it. */
function endsLikeRow(line: LineFields): boolean {
  if (line.count < 5) return endsInUdpState(line);
  if (line.count < 7 || !isFourNumbers(line, 2)) return false;
  return stateOfWord(line.textOf(6)) !== null || line.is(6, "IDLE") || line.is(6, "BOUND");
}

function readShape(line: LineFields, row: RowFields, layout: number, isExpected: boolean): number {
  if (line.lengthOf(0) < 3) return NOT_MINE;
  row.clear(line.text);
  if ((layout & HEADS.twoLines) !== 0) {
    return line.count > 1 && isEnd(line, 0) ? readSecondLine(line, row) : NOT_MINE;
  }
  const localFault = takeEnd(line, 0, row, "local");
  if (localFault !== READ) return isExpected && isFourNumbers(line, 2) ? localFault : NOT_MINE;
  const isUdp = isExpected ? (layout & HEADS.udp) !== 0 : endsInUdpState(line);
  // Two words are no row: without a heading UDP is taken by addresses in numbers only.
  if (isUdp && !isExpected && row.localShape === ADDRESS.name) return NOT_MINE;
  if (isUdp) return readUdp(line, row, isEnd(line, 1), isExpected);
  if (line.count < 2) return WHY.endsBeforePeer;
  const peerFault = takeEnd(line, 1, row, "peer");
  return peerFault === READ ? readTcp(line, row, 2, isExpected) : peerFault;
}

/** An endpoint, or SCTP's 0.0.0.0 without a port for no peer. */
const isEnd = (line: LineFields, at: number) =>
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

/** Of -v's two lines the first: a local endpoint alone. */
export const isFirstLine = (line: LineFields, layout: number) =>
  layout !== UNEXPECTED && (layout & HEADS.twoLines) !== 0 && line.count === 1 && isDotted(line, 0);
