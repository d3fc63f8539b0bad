/**
 * The rows of netstat of Windows. Most are read field by field: protocol, two endpoints, a state for
 * TCP, a PID with -o. The others have more behind: -t adds an offload state, -y a connection template,
 * either may stand before the PID or behind it, and a state in some language may have two words. Where
 * fields have grown together they are parted only if there is one way to do it.
 */
import { take, takeEndpoint, takeEndpointAt } from "../dialect.ts";
import { ADDRESS } from "../address-shape.ts";
import { FIELD } from "../field.ts";
import { decimal, type LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { NOT_MINE, READ, WHY } from "../unreadable.ts";
import { dropBars } from "./table-bars.ts";
import { isKnownState } from "./windows-words.ts";

/** "t" and "u", as the first letters of TCP and UDP. */
const TCP = 116;
const UDP = 117;

/** Letters with their case bit set: "tcp" or "TCP" gives t, c, p. */
const lower = (text: string, at: number) => text.charCodeAt(at) | 32;

/** TCP, UDP, or 0 for anything else. Some copies call IPv6's tcp6, as other systems do. */
function protocolLetter(line: LineFields): number {
  const length = line.lengthOf(0);
  const at = line.startOf(0);
  if (length !== 3 && !(length === 4 && endsInVersion(line.text, at + 3))) return 0;
  const first = lower(line.text, at);
  const isProtocol =
    lower(line.text, at + 2) === 112 &&
    ((first === TCP && lower(line.text, at + 1) === 99) ||
      (first === UDP && lower(line.text, at + 1) === 100));
  return isProtocol ? first : 0;
}

const endsInVersion = (text: string, at: number) =>
  text.charCodeAt(at) === 54 || text.charCodeAt(at) === 52;

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

export function readSocketRow(line: LineFields, row: RowFields, isExpected: boolean): number {
  const protocol = protocolLetter(line);
  if (protocol !== 0) dropBars(line);
  if (protocol !== 0 && line.count === 1 && isExpected) return WHY.endsBeforeLocal;
  if (protocol === 0 || line.count < 2 || line.numberOf(1) >= 0 || !beginsLikeAddress(line, 1))
    return NOT_MINE;
  row.clear(line.text);
  take(line, 0, row, FIELD.protocol);
  const localFault = takeEndpoint(line, 1, row, "local");
  if (localFault !== READ) {
    if (readGlued(line, row, protocol)) return READ;
    if (!takeOddEndpoint(line, 1, row, "local")) return localFault;
  }
  if (line.count < 3) return WHY.endsBeforePeer;
  const peerFault = takeEndpoint(line, 2, row, "peer");
  if (peerFault !== READ) {
    if (readGlued(line, row, protocol)) return READ;
    if (!takeOddEndpoint(line, 2, row, "peer")) return peerFault;
  }
  return protocol === TCP ? readState(line, row) : readOwner(line, row, 3);
}

function readState(line: LineFields, row: RowFields): number {
  const { count } = line;
  if (count < 4) {
    readGlued(line, row, TCP);
    return READ;
  }
  if (count === 4 || (count === 5 && line.numberOf(4) >= 0)) {
    // A number alone is the PID of a row that lost its state.
    if (line.numberOf(3) >= 0) return readGlued(line, row, TCP) ? READ : readOwner(line, row, 3);
    take(line, 3, row, FIELD.state);
    if (count === 5) take(line, 4, row, FIELD.pid);
    else if (endsInDigit(line, 3)) takeGluedState(line, row);
    return READ;
  }
  if (line.numberOf(3) >= 0) return readOwner(line, row, 3);
  return readOwner(line, row, takeWordsOfState(line, row));
}

const endsInDigit = (line: LineFields, at: number) => {
  const last = line.text.charCodeAt(line.endOf(at) - 1);
  return last >= 48 && last <= 57;
};

/** SCHLIESSEN_WARTEN4321: the longest beginning that is a state, and a PID. */
function takeGluedState(line: LineFields, row: RowFields): void {
  const start = line.startOf(3);
  const end = line.endOf(3);
  if (isKnownState(line.textOf(3))) return;
  for (let cut = end - 1; cut > start && end - cut <= 7; cut -= 1) {
    if (decimal(line.text, cut, end) < 0) return;
    if (isKnownState(line.text.slice(start, cut))) {
      row.set(FIELD.state, start, cut);
      row.set(FIELD.pid, cut, end);
      return;
    }
  }
}

/** What netstat -t and -y print behind the state: the beginnings of these words. */
const EXTRAS =
  /^(?:InHost|Offload|Uploading|Internet|Datacenter|Automatic|Compat|Custom|Not|NA$|N\/A|\[|\(|-)/i;

/** Takes the state, of several words if need be; returns the field behind it. */
function takeWordsOfState(line: LineFields, row: RowFields): number {
  let next = 4;
  if (!isKnownState(line.textOf(3)) && !isKnownState(line.textOf(4))) {
    while (next < line.count && line.numberOf(next) < 0 && !EXTRAS.test(line.textOf(next)))
      next += 1;
    // Only a PID or a word that netstat adds ends a state of several words.
    if (next === line.count || next > 8) next = 4;
  }
  row.set(FIELD.state, line.startOf(3), line.endOf(next - 1));
  return next;
}

/** The PID, and what stands before or behind it. */
function readOwner(line: LineFields, row: RowFields, from: number): number {
  let next = from;
  if (next >= line.count) return READ;
  let pid = next;
  while (pid < line.count && pid < next + 3 && line.numberOf(pid) < 0) pid += 1;
  if (pid < line.count && line.numberOf(pid) >= 0) {
    take(line, pid, row, FIELD.pid);
    if (pid > next) row.set(FIELD.rest, line.startOf(next), line.endOf(pid - 1));
    next = pid + 1;
  }
  if (next < line.count && !row.has(FIELD.rest)) row.set(FIELD.rest, line.startOf(next), line.end);
  return READ;
}

/** [2001:db8::1]:49700[2001:db8::2]:443 and 192.0.2.1:443ESTABLISHED. */
const GLUED_ENDPOINTS = /^(\[[^\][]+\]:\d{1,5})(\[[^\][]+\]:\d{1,5}|\*:\*)$/;
const GLUED_PEER = /^(.*:\d{1,5})(\p{Lu}[\p{Lu}_]+(?:_[12])?)$/u;

/** Parts fields that have grown together; false, and nothing is said, where that is not it. */
function readGlued(line: LineFields, row: RowFields, protocol: number): boolean {
  const { text } = line;
  if (line.lengthOf(1) > 200) return false;
  const both = GLUED_ENDPOINTS.exec(line.textOf(1));
  if (both !== null) {
    const start = line.startOf(1);
    const middle = start + both[1]!.length;
    const areRead =
      takeEndpointAt(text, start, middle, row, "local") === READ &&
      takeEndpointAt(text, middle, line.endOf(1), row, "peer") === READ;
    if (!areRead) return false;
    if (protocol === UDP) return readOwner(line, row, 2) === READ;
    if (line.count < 3 || line.numberOf(2) >= 0) return false;
    take(line, 2, row, FIELD.state);
    return readOwner(line, row, 3) === READ;
  }
  if (protocol !== TCP || line.count < 3 || line.lengthOf(2) > 200) return false;
  const peer = GLUED_PEER.exec(line.textOf(2));
  if (peer === null || !isKnownState(peer[2]!)) return false;
  const middle = line.startOf(2) + peer[1]!.length;
  if (takeEndpointAt(text, line.startOf(2), middle, row, "peer") !== READ) return false;
  row.set(FIELD.state, middle, line.endOf(2));
  return readOwner(line, row, 3) === READ;
}

/** [fe80::host:x%4]:1900, as somebody hid it, and 82:http: of 82.example.net Windows prints the first part. */
const ODD_ENDPOINT =
  /^(?:\[([\da-z.]*:[\da-z:.]*)(?:%(\w+))?\]|(\d+)):(\d{1,5}|[a-z][a-z\d-]*|\*)$/i;

/** Reads an endpoint whose address is none, but can be nothing else. */
function takeOddEndpoint(
  line: LineFields,
  at: number,
  row: RowFields,
  side: "local" | "peer",
): boolean {
  if (line.lengthOf(at) > 200) return false;
  const odd = ODD_ENDPOINT.exec(line.textOf(at));
  if (odd === null) return false;
  const [, inBrackets, zone, host = "", port = ""] = odd;
  const value = decimal(port, 0, port.length);
  if (value > 65535) return false;
  const isLocal = side === "local";
  const end = line.endOf(at);
  const start = line.startOf(at) + (inBrackets === undefined ? 0 : 1);
  const addressEnd = start + (inBrackets ?? host).length;
  row.set(isLocal ? FIELD.localAddress : FIELD.peerAddress, start, addressEnd);
  row.set(isLocal ? FIELD.localPort : FIELD.peerPort, end - port.length, end);
  if (zone !== undefined)
    row.set(
      isLocal ? FIELD.localZone : FIELD.peerZone,
      addressEnd + 1,
      addressEnd + 1 + zone.length,
    );
  const shape = inBrackets === undefined ? ADDRESS.name : ADDRESS.v6Part;
  if (isLocal) {
    row.localShape = shape;
    row.localPort = value;
  } else {
    row.peerShape = shape;
    row.peerPort = value;
  }
  return true;
}

/** netstat -x: Kernel 9 Listener 192.0.2.1:445 NA 0, for sockets of RDMA adapters. */
export function readRdmaRow(line: LineFields, row: RowFields): number {
  if (line.count < 5 || line.numberOf(1) < 0 || !/^(?:Kernel|User)$/.test(line.textOf(0)))
    return NOT_MINE;
  row.clear(line.text);
  take(line, 0, row, FIELD.type);
  take(line, 1, row, FIELD.device);
  take(line, 2, row, FIELD.state);
  const fault = takeEndpoint(line, 3, row, "local");
  if (fault !== READ) return fault;
  if (!line.is(4, "NA")) {
    const peerFault = takeEndpoint(line, 4, row, "peer");
    if (peerFault !== READ) return peerFault;
  }
  return readOwner(line, row, 5);
}
