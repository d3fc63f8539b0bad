/**
 * Rows of netstat on macOS, the BSDs, AIX and HP-UX: protocol (tcp4, udp6, tcp46, on some tcp alone), two
 * queues, two addresses with a dot before the port, TCP's state. By option a control block's address
 * stands first (-A), three counters stand for the queues (-T), or the listen queue (-L), and macOS's -v
 * ends with buffer sizes and the process: pid and epid, or name:pid. All is told by the shape of fields.
 * Source: the printing code of Apple's, FreeBSD's and OpenBSD's netstat, and real output.
 */
import type { Family, SocketEntry, SocketProcess } from "#net/socket-entry";
import { type BlockContext, UNEXPECTED, take } from "../dialect.ts";
import { CUT_ADDRESS, CUT_NAME_BESIDE_PCB, isDotted, takeDotted } from "../dotted-endpoint.ts";
import { isDottedText, isIpv6Text } from "../endpoint-print.ts";
import { ADDRESS, NO_NUMBER } from "../endpoint-text.ts";
import { FIELD, type Field } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { stateOfWord } from "../state-words.ts";
import { NOT_MINE, READ, WHY } from "../unreadable.ts";
import { HEADS } from "./bsd-heading.ts";

/** What a row tells about its block. */
export const SIGN = {
  /** tcp4: the version stands with the protocol. */
  version4: 1 << 0,
  version6: 1 << 1,
  version46: 1 << 2,
  /** tcp: it does not. */
  noVersion: 1 << 3,
  /** One space between the second queue and the local address. */
  narrowGap: 1 << 4,
  wideGap: 1 << 5,
  /** White space after the state. */
  padded: 1 << 6,
  /** Seven characters for the protocol. */
  wideProtocol: 1 << 7,
  /** Buffer sizes and a process, as macOS's -v prints. */
  hasProcess: 1 << 8,
  /** An address longer than the cut: none of this version is cut. */
  longName: 1 << 9,
  longIpv6: 1 << 10,
  /** An endpoint longer than those beside a PCB. */
  over18: 1 << 11,
  /** A control block's address stands first. */
  pcb: 1 << 12,
  /** One as AIX has them. */
  aixPcb: 1 << 13,
} as const;

/** An endpoint's width, and its width beside a PCB. */
const CUT_ENDPOINT = 22;
const CUT_BESIDE_PCB = 18;
/** To how many characters macOS cuts a process's name, and services' names are cut. */
const CUT_PROGRAM = 16;

/** "icm" is ICMP cut to three characters, "div" a divert socket, "toe" TCP in the network card. */
const PROTOCOLS = [
  "tcp",
  "udp",
  "icm",
  "icmp",
  "igmp",
  "ip",
  "div",
  "divert",
  "toe",
  "sdp",
] as const;
const FULL_NAMES: Readonly<Record<string, string>> = { icm: "icmp", div: "divert", toe: "tcp" };
const TCP = PROTOCOLS.indexOf("tcp");
const IP = PROTOCOLS.indexOf("ip");
const TOE = PROTOCOLS.indexOf("toe");

const NONE = -1;

/** The field's place in PROTOCOLS, NONE when it is none. Its version goes to `version`: 0, 4, 6 or 46. */
function protocolOf(line: LineFields, at: number): number {
  if (at >= line.count) return NONE;
  const { text } = line;
  const start = line.startOf(at);
  let end = line.endOf(at);
  const first = text.charCodeAt(start);
  if (
    end - start > 8 ||
    (first !== 116 && first !== 117 && first !== 105 && first !== 100 && first !== 115)
  )
    return NONE;
  version = 0;
  const last = text.charCodeAt(end - 1);
  if (last === 52) {
    version = 4;
    end -= 1;
  } else if (last === 54) {
    version = 6;
    end -= 1;
    if (text.charCodeAt(end - 1) === 52) {
      version = 46;
      end -= 1;
    }
  }
  for (let index = 0; index < PROTOCOLS.length; index += 1) {
    const name = PROTOCOLS[index]!;
    if (name.length === end - start && text.startsWith(name, start)) return index;
  }
  return NONE;
}

let version = 0;

/** Where the protocol stands: first, or after a control block's address (and on macOS a flow's hash). */
function protocolAt(line: LineFields): number {
  if (protocolOf(line, 0) !== NONE) return 0;
  if (line.count < 4 || line.lengthOf(0) < 6 || !isHex(line, 0)) return NONE;
  if (protocolOf(line, 1) !== NONE) return 1;
  return isHex(line, 1) && protocolOf(line, 2) !== NONE ? 2 : NONE;
}

function isHex(line: LineFields, at: number): boolean {
  const { text } = line;
  const end = line.endOf(at);
  let i = line.startOf(at);
  if (end - i > 18) return false;
  if (text.charCodeAt(i) === 48 && text.charCodeAt(i + 1) === 120) i += 2;
  for (; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (!((code >= 48 && code <= 57) || (code >= 97 && code <= 102))) return false;
  }
  return true;
}

export function readRow(line: LineFields, row: RowFields, layout: number): number {
  const isExpected = layout !== UNEXPECTED;
  const heads = isExpected ? layout : 0;
  const at = protocolAt(line);
  if (at === NONE) {
    return (heads & HEADS.listenQueues) !== 0 ? readListenQueue(line, row, 0) : NOT_MINE;
  }
  const protocol = protocolOf(line, at);
  if (line.count === at + 1) return isExpected ? WHY.endsBeforeQueues : NOT_MINE;
  // "ip 4": the name is padded to three characters before its version.
  let next = at + 1;
  if (protocol === IP && version === 0 && line.numberOf(at + 3) >= 0 && isDotted(line, at + 4)) {
    version = line.numberOf(next);
    next += 1;
  }
  const versionSign = signOfVersion();
  if (isListenQueue(line, next)) return readListenQueue(line, row, next, versionSign);

  const first = next;
  while (line.numberOf(next) >= 0) next += 1;
  const numbers = next - first;
  const hasCounters = numbers === 0 || numbers === 3;
  if (numbers === 0 && !(version !== 0 && protocol !== TCP && isDotted(line, next)))
    return NOT_MINE;
  row.clear(line.text);
  take(line, at, row, FIELD.protocol);
  if (numbers === 1) return line.count === next ? WHY.endsBeforeQueues : WHY.badQueue;
  if (!hasCounters) {
    take(line, first, row, FIELD.recvQ);
    take(line, first + 1, row, FIELD.sendQ);
  }
  if (line.count === next) return WHY.endsBeforeLocal;
  const localFault = takeDotted(line, next, row, "local");
  if (localFault !== READ) return localFault;
  if (line.count === next + 1) return WHY.endsBeforePeer;
  const peerFault = takeDotted(line, next + 1, row, "peer");
  if (peerFault !== READ) return peerFault;
  row.traits = versionSign | endpointSigns(line, next) | gapSign(line, first, next, at);
  if (at > 0) row.traits |= pcbSigns(line);

  next += 2;
  if (protocol === TCP || protocol === TOE) {
    if (next < line.count && isStateWord(line, next)) {
      row.set(FIELD.state, line.startOf(next), stateEnd(line, next));
      if (next + 1 === line.count && isPadded(line)) row.traits |= SIGN.padded;
      next += 1;
    } else if (next < line.count) {
      if (!beginsWithDigit(line, next)) return WHY.badState;
    } else if (!hasCounters && (heads & HEADS.stateless) === 0) {
      return WHY.endsBeforeState;
    }
  }
  if (next < line.count) takeRest(line, next, row, heads);
  else if (!row.has(FIELD.state) && isPaddedFor(line, next - 1)) row.traits |= SIGN.padded;
  return READ;
}

function signOfVersion(): number {
  if (version === 4) return SIGN.version4;
  if (version === 6) return SIGN.version6;
  return version === 46 ? SIGN.version46 : SIGN.noVersion;
}

/** 0/0/128: how many wait, how many of these are not yet accepted, how many may. */
function isListenQueue(line: LineFields, at: number): boolean {
  if (at >= line.count) return false;
  let slashes = 0;
  const end = line.endOf(at);
  for (let i = line.startOf(at); i < end; i += 1) {
    const code = line.text.charCodeAt(i);
    if (code === 47) slashes += 1;
    else if (code < 48 || code > 57) return false;
  }
  return slashes === 2;
}

/** macOS's -L prints no protocol: listen queues are TCP's. */
function readListenQueue(line: LineFields, row: RowFields, at: number, sign = 0): number {
  let next = at;
  if (sign === 0 && line.count >= 4 && isHex(line, 0) && isHex(line, 1)) next = 2;
  if (!isListenQueue(line, next)) return NOT_MINE;
  row.clear(line.text);
  if (sign !== 0) take(line, at - 1, row, FIELD.protocol);
  take(line, next, row, FIELD.rest);
  if (line.count === next + 1) return WHY.endsBeforeLocal;
  const fault = takeDotted(line, next + 1, row, "local");
  if (fault !== READ) return fault;
  row.traits = sign;
  return READ;
}

function endpointSigns(line: LineFields, at: number): number {
  let signs = 0;
  for (let end = at; end < at + 2; end += 1) {
    const length = line.lengthOf(end);
    if (length > CUT_BESIDE_PCB) signs |= SIGN.over18;
    if (length <= CUT_ENDPOINT) continue;
    signs |= hasColon(line, end) ? SIGN.longIpv6 : SIGN.longName;
  }
  return signs;
}

function hasColon(line: LineFields, at: number): boolean {
  const end = line.endOf(at);
  for (let i = line.startOf(at); i < end; i += 1) {
    if (line.text.charCodeAt(i) === 58) return true;
  }
  return false;
}

/** Where columns were squeezed to single spaces, the gaps tell nothing. */
function gapSign(line: LineFields, queue: number, local: number, protocol: number): number {
  if (local - queue !== 2) return 0;
  if (line.startOf(queue) - line.endOf(queue - 1) < 2) return 0;
  const isWideProtocol = line.endOf(queue) - line.startOf(protocol) === 14;
  const gap = line.startOf(local) - line.endOf(local - 1);
  return (gap === 1 ? SIGN.narrowGap : SIGN.wideGap) | (isWideProtocol ? SIGN.wideProtocol : 0);
}

function pcbSigns(line: LineFields): number {
  return SIGN.pcb | (line.text.startsWith("f1000", line.startOf(0)) ? SIGN.aixPcb : 0);
}

/** White space for a state of eleven characters where there is none: macOS pads that too. */
const isPaddedFor = (line: LineFields, peer: number) =>
  line.startOf(peer) + CUT_ENDPOINT + 11 < line.next - 1;

const isPadded = (line: LineFields) => line.text.charCodeAt(line.end) === 32;

/** A word in capitals. A column of numbers means that the row has no state. */
function isStateWord(line: LineFields, at: number): boolean {
  const first = line.firstCodeOf(at);
  return first >= 65 && first <= 90;
}

/** Older tools put a star behind the state of a connection that still has a SYN or FIN to send. */
function stateEnd(line: LineFields, at: number): number {
  const end = line.endOf(at);
  return line.text.charCodeAt(end - 1) === 42 ? end - 1 : end;
}

function beginsWithDigit(line: LineFields, at: number): boolean {
  const first = line.firstCodeOf(at);
  return first >= 48 && first <= 57;
}

/**
 * What follows the state. macOS's -v ends with [bytes] rhiwat shiwat, then pid epid or name:pid, then
 * on newer versions the socket's state in hexadecimal, options and more.
 */
function takeRest(line: LineFields, from: number, row: RowFields, heads: number): void {
  row.set(FIELD.rest, line.startOf(from), line.end);
  const named = lastNamedPid(line, from, heads);
  if (named !== NONE) {
    const start = line.startOf(programFrom(line, from, named, heads));
    const end = line.endOf(named);
    let colon = end - 1;
    while (line.text.charCodeAt(colon) !== 58) colon -= 1;
    if (colon > start) row.set(FIELD.program, start, colon);
    row.set(FIELD.pid, colon + 1, end);
    row.traits |= SIGN.hasProcess;
    if (line.count === named + 1) row.set(FIELD.rest, -1, -1);
    else row.set(FIELD.rest, line.startOf(named + 1), line.end);
    return;
  }
  const pid = pidAt(line, from);
  if (pid === NONE) return;
  take(line, pid, row, FIELD.pid);
  row.traits |= SIGN.hasProcess;
  if (line.count === pid + 2) row.set(FIELD.rest, -1, -1);
  else row.set(FIELD.rest, line.startOf(pid + 2), line.end);
}

/** pid and epid stand before the socket's state in hexadecimal, on older versions last after two or four numbers. */
function pidAt(line: LineFields, from: number): number {
  let at = from;
  while (line.numberOf(at) >= 0 && !isSocketState(line, at)) at += 1;
  const numbers = at - from;
  const isEnd = at === line.count || isSocketState(line, at);
  return isEnd && (numbers === 4 || numbers === 6) ? at - 2 : NONE;
}

/** 0x0102 or 00102. */
function isSocketState(line: LineFields, at: number): boolean {
  return at < line.count && line.firstCodeOf(at) === 48 && line.lengthOf(at) > 4 && isHex(line, at);
}

/** Names may hold colons, so the last field that ends in a colon and digits; of process:pid eprocess:epid the first. */
function lastNamedPid(line: LineFields, from: number, heads: number): number {
  let last = NONE;
  for (let at = from + 2; at < line.count; at += 1) {
    if (!endsInPid(line, at)) continue;
    if (last !== NONE && (heads & HEADS.effectivePid) !== 0) break;
    last = at;
  }
  return last;
}

function endsInPid(line: LineFields, at: number): boolean {
  const start = line.startOf(at);
  const end = line.endOf(at);
  let i = end - 1;
  while (i > start && line.text.charCodeAt(i) >= 48 && line.text.charCodeAt(i) <= 57) i -= 1;
  return i < end - 1 && line.text.charCodeAt(i) === 58;
}

/** Names have spaces: they begin after the numbers, whose count the heading tells. */
function programFrom(line: LineFields, from: number, last: number, heads: number): number {
  let most = 4;
  if ((heads & HEADS.namedPid) !== 0) {
    most = 2;
    if ((heads & HEADS.byteCounts) !== 0) most += 2;
    if ((heads & HEADS.dropCounts) !== 0) most += 1;
  }
  let at = from;
  while (at < from + most && at < last && isCount(line, at)) at += 1;
  return at;
}

/** 1024, or 1024/3: bytes and packets. */
function isCount(line: LineFields, at: number): boolean {
  const end = line.endOf(at);
  for (let i = line.startOf(at); i < end; i += 1) {
    const code = line.text.charCodeAt(i);
    if (code < 47 || code > 57) return false;
  }
  return true;
}

interface Named {
  readonly protocol: string;
  readonly family: Family | null;
}

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
const LISTEN_QUEUE: Named = { protocol: "tcp", family: null };

/** `unversioned` is what a protocol without a version stands for, where no address tells. */
export function entryOf(row: RowFields, unversioned: Family | null): SocketEntry {
  const { protocol, family } = NAMED.get(row.textOf(FIELD.protocol) ?? "") ?? LISTEN_QUEUE;
  const isListenQueue = !row.has(FIELD.peerAddress);
  const state = isListenQueue ? "LISTEN" : stateOfWord(row.textOf(FIELD.state));
  return {
    protocol,
    family: family ?? familyOf(row) ?? unversioned,
    local: row.local(),
    peer: state === "LISTEN" ? null : row.peer(),
    state,
    recvQ: row.numberOf(FIELD.recvQ),
    sendQ: row.numberOf(FIELD.sendQ),
    processes: processesOf(row),
  };
}

function familyOf(row: RowFields): Family | null {
  for (const field of [FIELD.localAddress, FIELD.peerAddress]) {
    const address = row.textOf(field) ?? "";
    if (isIpv6Text(address)) return 6;
    if (isDottedText(address)) return 4;
  }
  return null;
}

/** Number 0 without a name: the tool knows no process. */
function processesOf(row: RowFields): readonly SocketProcess[] {
  const pid = row.numberOf(FIELD.pid);
  const name = row.textOf(FIELD.program);
  return pid === null || (pid === 0 && name === null) ? [] : [{ pid, name, user: null, fd: null }];
}

/** `cutService` is to how many characters the system cuts services' names; 0 for as wide as the column. */
export function truncatedOf(
  row: RowFields,
  { traits }: BlockContext,
  cutService = 0,
): readonly Field[] {
  const fields: Field[] = [];
  const isNarrow = (row.traits & SIGN.pcb) !== 0 && (traits & SIGN.over18) === 0;
  addCut(fields, row, "local", traits, isNarrow, cutService);
  addCut(fields, row, "peer", traits, isNarrow, cutService);
  if (row.lengthOf(FIELD.program) >= CUT_PROGRAM) fields.push("program");
  return fields;
}

function addCut(
  fields: Field[],
  row: RowFields,
  side: "local" | "peer",
  traits: number,
  isNarrow: boolean,
  cutService: number,
): void {
  const isLocal = side === "local";
  const address = isLocal ? FIELD.localAddress : FIELD.peerAddress;
  const port = isLocal ? FIELD.localPort : FIELD.peerPort;
  if (!row.has(address)) return;
  const shape = isLocal ? row.localShape : row.peerShape;
  const width = row.ends[port]! - row.starts[address]!;
  const length = row.starts[port]! - 1 - row.starts[address]!;
  const isIpv6 = shape === ADDRESS.v6 || shape === ADDRESS.v6Part;
  const isWide = (traits & (isIpv6 ? SIGN.longIpv6 : SIGN.longName)) !== 0;
  const mayBeCut = isIpv6 || shape === ADDRESS.name;
  if (mayBeCut && !isWide) {
    const isCut = length === CUT_ADDRESS || (isNarrow && !isIpv6 && length === CUT_NAME_BESIDE_PCB);
    if (isCut) fields.push(isLocal ? "localAddress" : "peerAddress");
  }
  const isNumber = (isLocal ? row.localPort : row.peerPort) !== NO_NUMBER;
  const isService = !isNumber && row.lengthOf(port) > 1;
  const isCutPort =
    (isNarrow && width === CUT_BESIDE_PCB) ||
    (isService && !isWide && width === CUT_ENDPOINT) ||
    (isService && cutService > 0 && row.lengthOf(port) === cutService);
  if (isCutPort) fields.push(isLocal ? "localPort" : "peerPort");
}
