/**
 * Rows of netstat on macOS, the BSDs, AIX and HP-UX: protocol (tcp4, udp6, tcp46, on some tcp alone), two
 * queues, two addresses with a dot before the port, TCP's state. By option a control block's address
 * stands first (-A), three counters stand for the queues (-T), or the listen queue (-L), and macOS's -v
 * ends with buffer sizes and the process: pid and epid, or name:pid. All is told by the shape of fields.
 * Source: the printing code of Apple's, FreeBSD's and OpenBSD's netstat, and real output.
 */
import { UNEXPECTED, take } from "../dialect.ts";
import { isDotted, takeDotted } from "../dotted-endpoint.ts";
import { FIELD } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { NOT_MINE, READ, WHY } from "../unreadable.ts";
import { HEADS } from "./bsd-heading.ts";
import { takeRest } from "./bsd-process.ts";
import { IP, NONE, TCP, TOE, isHex, protocolAt, protocolOf, suffix } from "./bsd-protocol.ts";
import {
  SIGN,
  endpointSigns,
  gapSign,
  isPadded,
  isPaddedFor,
  pcbSigns,
  versionSign,
} from "./bsd-signs.ts";

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
  if (
    protocol === IP &&
    suffix.version === 0 &&
    line.numberOf(at + 3) >= 0 &&
    isDotted(line, at + 4)
  ) {
    suffix.version = line.numberOf(next);
    next += 1;
  }
  const sign = versionSign();
  if (isListenQueue(line, next)) return readListenQueue(line, row, next, sign);

  const first = next;
  while (line.numberOf(next) >= 0) next += 1;
  const numbers = next - first;
  const hasCounters = numbers === 0 || numbers === 3;
  if (numbers === 0 && !(suffix.version !== 0 && protocol !== TCP && isDotted(line, next)))
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
  row.traits = sign | endpointSigns(line, next) | gapSign(line, first, next, at);
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
