/**
 * ss of iproute2: [Netid] [State] Recv-Q Send-Q Local Address:Port Peer Address:Port [Process].
 * Columns vanish: asked for one protocol it prints no Netid, asked for one state no State. Then the
 * protocol is taken from the command typed above, or from states only TCP has. `*:8080` is an IPv6
 * socket that serves IPv4 as well ([::]:80 does not); older versions wrote `*` for IPv4 and
 * `:::22` for IPv6. On a listener the queues are: waiting to be accepted, and the most that may wait.
 * Source: ss(8), misc/ss.c of iproute2, and recorded output of iproute2 6.1.
 */
import type { SocketEntry, SocketProcess } from "#net/socket-entry";
import {
  type BlockContext,
  type Dialect,
  take,
  takeEndpoint,
  takeEndpointAt,
  UNEXPECTED,
} from "../dialect.ts";
import { FIELD } from "../field.ts";
import { indexWithin, type LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { stateOfWord } from "../state-words.ts";
import { NOT_MINE, READ, WHY } from "../unreadable.ts";
import { askedState, assumedProtocol, assumption, familyOf, traitsOf } from "./ss-assumptions.ts";
import { extend, hasPeerBelow, isContinuation } from "./ss-continuation.ts";
import { print, project, SPELLING } from "./ss-print.ts";
import { readUsers } from "./ss-users.ts";

/** "???" is a raw socket of a protocol that ss has no name for. */
const NETIDS = new Set(["tcp", "udp", "raw", "mptcp", "sctp", "dccp", "icmp6", "udpl", "???"]);

/** Two characters before the state of an SCTP association, below its endpoint: `- ESTAB. */
const BACKTICK = 96;

const isNetid = (line: LineFields) =>
  line.is(0, "tcp") || line.is(0, "udp") || (line.lengthOf(0) <= 5 && NETIDS.has(line.textOf(0)));

const QUESTION_MARK = 63;

const isLowerCase = (code: number) => code >= 97 && code <= 122;
const isUpperCase = (code: number) => code >= 65 && code <= 90;

function readRow(line: LineFields, row: RowFields, layout: number): number {
  const isExpected = layout !== UNEXPECTED;
  if (line.count < 2) return NOT_MINE;
  let next = 0;
  let netid = -1;
  let state = -1;
  const first = line.firstCodeOf(0);
  if (isLowerCase(first) || first === QUESTION_MARK) {
    if (!isNetid(line)) return NOT_MINE;
    netid = next;
    next += 1;
  } else if (first === BACKTICK && line.is(0, "`-")) {
    next += 1;
  }
  if (next < line.count && isUpperCase(line.firstCodeOf(next))) {
    state = next;
    next += 1;
  }
  // Any sentence begins with a capital, and a look at the next letter is quick.
  if (netid < 0 && state >= 0 && !isExpected) {
    if (!isUpperCase(line.text.charCodeAt(line.startOf(state) + 1))) return NOT_MINE;
  }
  // Without a state, net-tools prints the same shape.
  if (netid >= 0 && state < 0 && !isExpected) return NOT_MINE;
  const isCertain = state >= 0 && (netid >= 0 || isExpected || isState(line.textOf(state)));
  if (line.numberOf(next) < 0 || line.numberOf(next + 1) < 0) {
    if (isCertain && line.numberOf(next) < 0 && line.count >= next + 2) {
      return readWithoutQueues(line, row, netid, state);
    }
    const isCutInQueues =
      isCertain && next + 1 >= line.count && (next === line.count || line.numberOf(next) >= 0);
    return isCutInQueues ? WHY.endsBeforeQueues : NOT_MINE;
  }
  if (state >= 0 && !isCertain) return NOT_MINE;
  row.clear(line.text);
  const fault = readAddresses(line, row, next + 2);
  if (fault !== READ) return isCertain || isExpected ? fault : NOT_MINE;
  // What ss prints behind the addresses begins in small letters; net-tools has its state there.
  const more = next + 4;
  if (netid >= 0 && state < 0 && more < line.count && !isLowerCase(line.firstCodeOf(more)))
    return NOT_MINE;
  if (netid >= 0) take(line, netid, row, FIELD.protocol);
  if (state >= 0) take(line, state, row, FIELD.state);
  take(line, next, row, FIELD.recvQ);
  take(line, next + 1, row, FIELD.sendQ);
  row.traits = traitsOf(line, row, netid, state);
  return READ;
}

/** As with -Q: the addresses follow the state. */
function readWithoutQueues(line: LineFields, row: RowFields, netid: number, state: number): number {
  if (!isState(line.textOf(state))) return NOT_MINE;
  row.clear(line.text);
  if (readAddresses(line, row, state + 1) !== READ) return NOT_MINE;
  if (netid >= 0) take(line, netid, row, FIELD.protocol);
  take(line, state, row, FIELD.state);
  row.traits = traitsOf(line, row, netid, state);
  return READ;
}

const isState = (word: string) => word === "UNCONN" || stateOfWord(word) !== null;

function readAddresses(line: LineFields, row: RowFields, local: number): number {
  if (local >= line.count) return WHY.endsBeforeLocal;
  const localFault = takeEndpoint(line, local, row, "local");
  if (localFault !== READ) return localFault;
  const peer = local + 1;
  if (peer >= line.count) return hasPeerBelow(line) ? READ : WHY.endsBeforePeer;
  const peerFault = takeEndpoint(line, peer, row, "peer");
  if (peerFault !== READ) return readGluedPeer(line, row, peer, peerFault);
  if (peer + 1 < line.count) takeProcess(line.text, line.startOf(peer + 1), line.end, row);
  return READ;
}

/** What may follow the peer, without a space where the terminal is full. */
const MORE = ["users:((", "timer:(", "uid:", "ino:", "sk:", "cgroup:", "skmem:("] as const;

function readGluedPeer(line: LineFields, row: RowFields, peer: number, fault: number): number {
  const { text } = line;
  const start = line.startOf(peer);
  const field = text.slice(start, Math.min(line.endOf(peer), start + 400));
  for (const word of MORE) {
    const glue = field.indexOf(word);
    if (glue <= 0) continue;
    const answer = takeEndpointAt(text, start, start + glue, row, "peer");
    if (answer !== READ) continue;
    takeProcess(text, start + glue, line.end, row);
    return READ;
  }
  return fault;
}

/** users:((…)), then timer:(…) and whatever more flags print. */
function takeProcess(text: string, start: number, end: number, row: RowFields): void {
  let at = start;
  if (text.startsWith("users:((", at)) {
    const usersEnd = readUsers(text, at, end, null);
    row.set(FIELD.process, at, usersEnd < 0 ? end : usersEnd);
    at = usersEnd < 0 ? end : skipSpaces(text, usersEnd, end);
  }
  if (text.startsWith("timer:(", at)) {
    const close = indexWithin(text, ")", at, end);
    if (close > 0) {
      row.set(FIELD.timer, at, close + 1);
      at = skipSpaces(text, close + 1, end);
    }
  }
  if (at < end) row.set(FIELD.rest, at, end);
}

function skipSpaces(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 0xa0)) at += 1;
  return at;
}

function protocolOf(row: RowFields, context: BlockContext): string {
  const netid = row.textOf(FIELD.protocol);
  if (netid === null) return isAssociation(row) ? "sctp" : assumedProtocol(context);
  if (netid === "???") return "raw";
  if (netid === "icmp6") return "icmp";
  return netid === "udpl" ? "udplite" : netid;
}

const isAssociation = (row: RowFields) =>
  row.has(FIELD.state) && row.text.startsWith("`- ", row.starts[FIELD.state]! - 3);

function entry(row: RowFields, context: BlockContext): SocketEntry {
  const protocol = protocolOf(row, context);
  const stateText = row.textOf(FIELD.state);
  const isClosed = stateText === "UNCONN" && protocol === "tcp";
  const state = isClosed
    ? "CLOSED"
    : stateText === null
      ? askedState(context, protocol)
      : stateOfWord(stateText);
  const processes: SocketProcess[] = [];
  if (row.has(FIELD.process))
    readUsers(row.text, row.starts[FIELD.process]!, row.ends[FIELD.process]!, processes);
  return {
    protocol,
    family: familyOf(row.textOf(FIELD.localAddress) ?? "", protocol, context),
    local: row.local(),
    peer: state === "LISTEN" ? null : row.peer(),
    state,
    recvQ: row.numberOf(FIELD.recvQ),
    sendQ: row.numberOf(FIELD.sendQ),
    processes,
  };
}

/** The column of processes ends with two brackets; where it does not, the row was cut. */
function isWholeProcess(row: RowFields): boolean {
  return row.text.startsWith("))", row.ends[FIELD.process]! - 2);
}

export const ss: Dialect = {
  id: "ss",
  tool: "ss",
  command: "ss -tulpn",
  withListeners: "add -a (ss -tan)",
  sign: "have the state before two queues, and then the two addresses",
  os: () => "Linux",
  assumption,
  headingWords: ["netid", "netidstate", "state", "recv-q", "local", "peer"],
  isHeading: (words) =>
    /^(?:Netid ?)?(?:State ?)?(?:Recv-Q ?Send-Q ?)?Local Address:Port ?Peer Address:Port/.test(
      words,
    ) ||
    /^(?:Netid ?)?State ?Recv-Q ?Send-Q(?: ?Local Address:Port)?$/.test(words) ||
    /^Peer Address:Port ?(?:Process)?$/.test(words),
  isContinuation,
  extend,
  readRow,
  entry,
  truncated: (row) => (row.has(FIELD.process) && !isWholeProcess(row) ? ["process"] : []),
  spelling: SPELLING,
  print,
  project,
};
