/**
 * A row of net-tools, read by its shape: protocol, two queues, two addresses, state, then by option User
 * and Inode (-ee), PID/Program name (-p), SELinux context (-Z), Timer (-o). BusyBox prints alike. SCTP
 * listeners have neither queues nor a peer. Source: netstat.c of net-tools 1.60 to 2.10 and of BusyBox.
 */
import { takeEndpoint, take, UNEXPECTED } from "../dialect.ts";
import { ADDRESS } from "../address-shape.ts";
import { FIELD } from "../field.ts";
import { decimal, type LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { NOT_MINE, READ, WHY } from "../unreadable.ts";
import { hasStateBelow } from "./net-tools-continuation.ts";
import { gluedState, stateOfTranslation } from "./net-tools-words.ts";

/** Address, colon and port together, when the tool cuts them: 22 characters and the colon. */
export const CUT_ENDPOINT = 23;
/** PID, slash and name together, when the tool cuts them (seen in recorded output). */
export const CUT_PROGRAM = 19;

/** Traits of a block: what single rows tell about all. */
export const TRAIT = {
  /** An endpoint longer than the cut: it was printed with -W, so nothing is cut. */
  wide: 1,
  /** A zone, which only BusyBox prints (by mistake: it is the number of nothing). */
  zone: 2,
  /** IPv6 in a row whose protocol has no 6: BusyBox, and old versions. */
  plainIpv6: 4,
  /** A protocol with a 6. */
  named6: 8,
  /** Columns BusyBox does not have: User, Inode, Timer. */
  more: 16,
  /** Columns wider than BusyBox's. */
  wideColumns: 32,
} as const;

export const PROTOCOLS = [
  "tcp",
  "udp",
  "raw",
  "udpl",
  "icmp",
  "icm",
  "sctp",
  "dccp",
  "mptcp",
] as const;

const TCP = 0;
const SCTP = PROTOCOLS.indexOf("sctp");

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

export function readRow(line: LineFields, row: RowFields, layout: number): number {
  const isExpected = layout !== UNEXPECTED;
  const protocol = protocolIndex(line);
  if (protocol < 0) return NOT_MINE;
  if (protocol === SCTP) return readSctp(line, row);
  if (line.count === 1 && isExpected) return WHY.endsBeforeQueues;
  if (line.count < 2 || line.numberOf(1) < 0) return NOT_MINE;
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
  row.traits = endpointTraits(line, row);

  if (protocol === TCP) {
    if (line.count > 5) return readState(line, row);
    return hasStateBelow(line) ? READ : WHY.endsBeforeState;
  }
  let next = 5;
  if (next < line.count && isOtherState(line, next)) {
    take(line, next, row, FIELD.state);
    next += 1;
  }
  if (next < line.count) takeRest(line, next, row);
  return READ;
}

function endpointTraits(line: LineFields, row: RowFields): number {
  let traits = 0;
  const length = line.lengthOf(3);
  if (length > CUT_ENDPOINT || line.lengthOf(4) > CUT_ENDPOINT) traits |= TRAIT.wide;
  if (line.text.charCodeAt(line.endOf(0) - 1) === 54) {
    traits |= TRAIT.named6;
  } else if (
    row.localShape === ADDRESS.v6 ||
    line.text.charCodeAt(row.starts[FIELD.localAddress]!) === 58
  ) {
    traits |= TRAIT.plainIpv6;
    if (row.has(FIELD.localZone) || row.has(FIELD.peerZone)) traits |= TRAIT.zone;
  }
  const gap = line.startOf(4) - line.startOf(3);
  if (gap > CUT_ENDPOINT + 1 && gap > length + 1) traits |= TRAIT.wideColumns;
  return traits;
}

/** TCP's state in field 5, in whatever language; one word, or two in Czech. */
function readState(line: LineFields, row: RowFields): number {
  const start = line.startOf(5);
  if (!isWord(line, 5)) {
    const glued = gluedState(line.textOf(5));
    if (glued === 0) return WHY.badState;
    row.set(FIELD.state, start, start + glued);
    const last = takeTimer(line, 6, row);
    takeProcess(line, start + glued, line.endOf(Math.max(5, last - 1)), row);
    return READ;
  }
  if (line.is(6, "ACK")) {
    row.set(FIELD.state, start, line.endOf(6));
    if (line.count > 7) takeRest(line, 7, row);
    return READ;
  }
  take(line, 5, row, FIELD.state);
  if (line.count > 6) takeRest(line, 6, row);
  return READ;
}

/** sctp without queues where it listens; then the state follows the local address. */
function readSctp(line: LineFields, row: RowFields): number {
  let at = 1;
  while (at < 3 && line.numberOf(at) >= 0) at += 1;
  if (at >= line.count) return NOT_MINE;
  row.clear(line.text);
  if (takeEndpoint(line, at, row, "local", CUT_ENDPOINT) !== READ) return NOT_MINE;
  take(line, 0, row, FIELD.protocol);
  takeSctpQueues(line, at, row);
  let next = at + 1;
  if (next >= line.count) return at === 3 ? WHY.endsBeforePeer : WHY.endsBeforeState;
  // A host's name looks like a state's, but for its port.
  if (takeEndpoint(line, next, row, "peer", CUT_ENDPOINT) === READ) next += 1;
  else if (!isWord(line, next)) return WHY.badState;
  if (next < line.count && isWord(line, next)) {
    take(line, next, row, FIELD.state);
    next += 1;
  }
  if (next < line.count) takeRest(line, next, row);
  return READ;
}

/** One number alone belongs to the column it stands in: both are six wide, after six for the protocol. */
function takeSctpQueues(line: LineFields, local: number, row: RowFields): void {
  if (local === 1) return;
  const isSend = local === 2 && line.endOf(1) - line.startOf(0) > 12;
  take(line, 1, row, isSend ? FIELD.sendQ : FIELD.recvQ);
  if (local === 3) take(line, 2, row, FIELD.sendQ);
}

/** A word rather than a number, "-", 104/name or a word with more glued to it: a state, in whatever language. */
function isWord(line: LineFields, at: number): boolean {
  const first = line.firstCodeOf(at);
  if (first < 65) return false;
  const end = line.endOf(at);
  if (line.text.charCodeAt(end - 1) === 45) return false;
  for (let i = line.startOf(at); i < end; i += 1) {
    if (line.text.charCodeAt(i) === 47) return false;
  }
  return true;
}

/** UDP prints ESTABLISHED (in its language) or nothing, raw sockets a number. A word before a number is a user before the inode. */
function isOtherState(line: LineFields, at: number): boolean {
  if (line.numberOf(at) >= 0) return line.is(0, "raw") || line.is(0, "raw6");
  if (!isWord(line, at) || isTimer(line, at)) return false;
  const isUser = line.numberOf(at + 1) >= 0 && line.numberOf(at + 2) < 0;
  return !isUser || stateOfTranslation(line.textOf(at)) !== null;
}

function takeRest(line: LineFields, from: number, row: RowFields): void {
  let next = from;
  if (next + 1 < line.count && line.numberOf(next + 1) >= 0 && isUser(line, next)) {
    take(line, next, row, FIELD.user);
    take(line, next + 1, row, FIELD.inode);
    row.traits |= TRAIT.more;
    next += 2;
  }
  let last = takeTimer(line, next, row);
  if (last > next && isContext(line, last - 1)) {
    take(line, last - 1, row, FIELD.rest);
    last -= 1;
  }
  const remark = remarkField(line, next, last);
  if (remark < last) {
    row.set(FIELD.rest, line.startOf(remark), line.endOf(last - 1));
    last = remark;
  }
  if (next < last) takeProcess(line, line.startOf(next), line.endOf(last - 1), row);
}

/** A number, or a name without a slash. */
function isUser(line: LineFields, at: number): boolean {
  return line.numberOf(at) >= 0 || isWord(line, at);
}

/** Off, on, keepalive, timewait and probe in each language; the last of two words. */
const TIMERS = new Set(
  "off on on1 on2 keepalive timewait probe vyp zapnut aus ein eikäi käib オフ オン キープアライブ 時間待ち desligado em aturada el manténiu d'espera av på გამორთული ჩართული დატოვება დრო".split(
    " ",
  ),
);

/** Takes the timer at the line's end. Returns the field past the last that is left before it. */
function takeTimer(line: LineFields, from: number, row: RowFields): number {
  const { count } = line;
  if (count - from < 2 || !isTimer(line, count - 2)) return count;
  row.traits |= TRAIT.more;
  let first = count - 2;
  const isSecondWord =
    line.is(first, "d'espera") || line.is(first, "დატოვება") || line.is(first, "დრო");
  if (isSecondWord && first > from) first -= 1;
  row.set(FIELD.timer, line.startOf(first), line.end);
  return first;
}

/** keepalive (7198.76/0/0), or what is left of it where the row is cut. */
function isTimer(line: LineFields, at: number): boolean {
  if (at + 1 >= line.count || line.firstCodeOf(at + 1) !== 40 || line.lengthOf(at) > 16)
    return false;
  const kind = line.textOf(at);
  if (TIMERS.has(kind) || kind.startsWith("unkn-")) return true;
  return (
    !kind.includes("/") && /^\(\d+[.,]\d\d\/\d+\/\d+\)$/.test(line.textOf(at + 1).slice(0, 40))
  );
}

/** system_u:system_r:sshd_t:s0 and the like (selinux(8)), in one word. */
function isContext(line: LineFields, at: number): boolean {
  let colons = 0;
  for (let i = line.startOf(at); i < line.endOf(at); i += 1) {
    if (line.text.charCodeAt(i) === 58) colons += 1;
  }
  if (colons < 2) return false;
  return /^\w+:(?:\w+_r|object_r):\w+(?::|$)/.test(line.textOf(at).slice(0, 200));
}

const REMARKS = [">>", "<--", "<-", "←", "#"] as const;

/** The field where somebody's remark begins; `last` where there is none. */
function remarkField(line: LineFields, from: number, last: number): number {
  for (let at = from + 1; at < last; at += 1) {
    if (line.lengthOf(at) <= 3 && REMARKS.some((mark) => line.is(at, mark))) return at;
  }
  return last;
}

function takeProcess(line: LineFields, start: number, end: number, row: RowFields): void {
  const { text } = line;
  let slash = start;
  while (slash < end && text.charCodeAt(slash) >= 48 && text.charCodeAt(slash) <= 57) slash += 1;
  if (slash > start && slash < end && text.charCodeAt(slash) === 47) {
    row.set(FIELD.pid, start, slash);
    if (slash + 1 < end) row.set(FIELD.program, slash + 1, end);
  } else if (slash === end && row.has(FIELD.inode) && decimal(text, start, end) >= 0) {
    row.set(FIELD.pid, start, end);
  } else if (end - start === 1 && text.charCodeAt(start) === 45) {
    row.set(FIELD.process, start, end);
  } else {
    row.set(FIELD.rest, start, end);
  }
}
