/** The end of a BSD row: what follows the state, and on macOS's -v the process among it. */
import { take } from "../dialect.ts";
import { FIELD } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { HEADS } from "./bsd-heading.ts";
import { NONE, isHex } from "./bsd-protocol.ts";
import { SIGN } from "./bsd-signs.ts";

/**
 * What follows the state. macOS's -v ends with [bytes] rhiwat shiwat, then pid epid or name:pid, then
 * on newer versions the socket's state in hexadecimal, options and more.
 */
export function takeRest(line: LineFields, from: number, row: RowFields, heads: number): void {
  row.set(FIELD.rest, line.startOf(from), line.end);
  const named = lastNamedPid(line, from, heads);
  if (named !== NONE) {
    const start = line.startOf(programFrom(line, from, named, heads));
    const end = line.endOf(named);
    let colon = end - 1;
    while (line.text.charCodeAt(colon) !== 58) colon -= 1;
    // A cut after a word leaves a space.
    let nameEnd = colon;
    while (nameEnd > start && line.text.charCodeAt(nameEnd - 1) === 32) nameEnd -= 1;
    if (nameEnd > start) row.set(FIELD.program, start, nameEnd);
    row.set(FIELD.pid, colon + 1, end);
    row.traits |= SIGN.hasProcess;
    if (line.count === named + 1) row.set(FIELD.rest, -1, -1);
    else row.set(FIELD.rest, line.startOf(named + 1), line.end);
    return;
  }
  const pid = pidAt(line, from, heads);
  if (pid === NONE) return;
  take(line, pid, row, FIELD.pid);
  row.traits |= SIGN.hasProcess;
  if (line.count === pid + 2) row.set(FIELD.rest, -1, -1);
  else row.set(FIELD.rest, line.startOf(pid + 2), line.end);
}

/**
 * pid and epid stand before the socket's state in hexadecimal. On older versions they end the row, and
 * then only the heading tells them from other numbers, or from those of a row that was cut.
 */
function pidAt(line: LineFields, from: number, heads: number): number {
  let at = from;
  while (line.numberOf(at) >= 0 && !isSocketState(line, at)) at += 1;
  const numbers = at - from;
  if (at < line.count) {
    return isSocketState(line, at) && (numbers === 4 || numbers === 6) ? at - 2 : NONE;
  }
  const isWhole = numbers === ((heads & HEADS.byteCounts) !== 0 ? 6 : 4);
  return isWhole && (heads & HEADS.macos) !== 0 ? at - 2 : NONE;
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
