/**
 * Published ports in a cell of docker ps: 0.0.0.0:80->80/tcp, [::]:80->80/tcp, 33060/tcp (not published),
 * in ranges 0.0.0.0:8000-8010->8000-8010/tcp. One mapping a port and address of the host.
 */
import { COLON, HYPHEN, SLASH } from "../character-codes.ts";
import { takeEndpointAt } from "../dialect.ts";
import { NO_NUMBER } from "../endpoint-text.ts";
import { FIELD } from "../field.ts";
import { decimal, type LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { READ } from "../unreadable.ts";

/** More entries a line are not made of ranges: such a range stays one entry, as printed. */
const MOST_ENTRIES = 256;

const COMMA = 44;
const ARROW_HEAD = 62;

/** Of the mapping that `readMapping` read last; offsets into the text. */
const mapping = {
  /** Of the arrow; -1 for a port that is not published. */
  arrow: -1,
  protocolStart: 0,
  /** The host's first and last port; -1 where none is told. */
  first: NO_NUMBER,
  last: NO_NUMBER,
  firstEnd: 0,
};

/** The first field that is a published port; -1 where the line has none. */
export function firstMapping(line: LineFields): number {
  for (let at = 0; at < line.count; at += 1) {
    const end = cellEnd(line, at);
    // Every mapping ends in tcp, udp or sctp.
    if (line.text.charCodeAt(end - 1) !== 112) continue;
    if (readMapping(line.text, line.startOf(at), mappingEnd(line.text, line.startOf(at), end))) {
      if (mapping.arrow >= 0) return at;
    }
  }
  return -1;
}

/** The field's end without the comma behind it. */
function cellEnd(line: LineFields, at: number): number {
  const end = line.endOf(at);
  return line.text.charCodeAt(end - 1) === COMMA ? end - 1 : end;
}

/** Older Compose puts no space after the comma. */
function mappingEnd(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === COMMA) return at;
  return end;
}

/** Reads address:port->port/protocol, or port/protocol, at start..end. */
function readMapping(text: string, start: number, end: number): boolean {
  let slash = end - 1;
  while (slash > start && text.charCodeAt(slash) !== SLASH) slash -= 1;
  if (slash <= start || !isProtocol(text, slash + 1, end)) return false;
  let arrow = slash - 1;
  while (arrow > start && text.charCodeAt(arrow) !== ARROW_HEAD) arrow -= 1;
  mapping.protocolStart = slash + 1;
  if (arrow <= start) {
    mapping.arrow = -1;
    return readPorts(text, start, slash);
  }
  if (text.charCodeAt(arrow - 1) !== HYPHEN || !readPorts(text, arrow + 1, slash)) return false;
  mapping.arrow = arrow - 1;
  let colon = arrow - 2;
  while (colon >= start && text.charCodeAt(colon) !== COLON) colon -= 1;
  return readPorts(text, colon + 1, arrow - 1);
}

const isProtocol = (text: string, start: number, end: number) =>
  (end - start === 3 && (text.startsWith("tcp", start) || text.startsWith("udp", start))) ||
  (end - start === 4 && text.startsWith("sctp", start));

/** 80, or 8000-8010. */
function readPorts(text: string, start: number, end: number): boolean {
  let hyphen = start;
  while (hyphen < end && text.charCodeAt(hyphen) !== HYPHEN) hyphen += 1;
  const first = decimal(text, start, hyphen);
  const last = hyphen < end ? decimal(text, hyphen + 1, end) : first;
  if (first < 0 || last < first || last > 65535) return false;
  mapping.first = first;
  mapping.last = last;
  mapping.firstEnd = hyphen;
  return true;
}

/**
 * Takes the entry that `row.part` asks for from the mappings that begin at `start`, and counts all of
 * them. Returns where the mappings end, or -1 when the line has no published port there.
 */
export function takeMappings(line: LineFields, start: number, row: RowFields): number {
  const { text, end: lineEnd } = line;
  const { resume } = row;
  const isSameLine = resume.start === start && resume.text === text;
  const isResumed = isSameLine && row.part > 0 && row.part >= resume.part;
  if (!isResumed) resume.start = -1;
  let at = isResumed ? resume.at : start;
  let parts = isResumed ? resume.part : 0;
  let after = -1;
  while (at < lineEnd) {
    const end = tokenEnd(text, at, lineEnd);
    if (!readMapping(text, at, end)) break;
    after = end;
    if (mapping.arrow >= 0) {
      const size = mapping.last - mapping.first + 1;
      const count = parts + size > MOST_ENTRIES ? 1 : size;
      const wanted = row.part - parts;
      if (wanted >= 0 && wanted < count) {
        if (!takeMapping(text, at, end, row, wanted, count)) return -1;
        resume.part = parts;
        resume.at = at;
        if (isResumed) {
          row.parts = resume.parts;
          return resume.after;
        }
      }
      parts += count;
    }
    if (text.charCodeAt(end) !== COMMA) break;
    at = end + 1;
    while (at < lineEnd && text.charCodeAt(at) === 32) at += 1;
  }
  row.parts = parts;
  resume.text = text;
  resume.start = start;
  resume.parts = parts;
  resume.after = after;
  return parts === 0 ? -1 : after;
}

/** Where the mapping ends: at a comma or a space. */
function tokenEnd(text: string, start: number, lineEnd: number): number {
  let at = start;
  while (at < lineEnd && text.charCodeAt(at) > 32 && text.charCodeAt(at) !== COMMA) at += 1;
  return at;
}

function takeMapping(
  text: string,
  start: number,
  end: number,
  row: RowFields,
  wanted: number,
  count: number,
): boolean {
  const { arrow, first, last, firstEnd, protocolStart } = mapping;
  row.set(FIELD.protocol, protocolStart, end);
  row.set(FIELD.rest, arrow + 2, protocolStart - 1);
  const hasAddress =
    text.charCodeAt(start) < 48 || text.charCodeAt(start) > 57 || isAfterColon(text, start, arrow);
  if (hasAddress && takeEndpointAt(text, start, firstEnd, row, "local") !== READ) return false;
  row.set(FIELD.localPort, hasAddress ? row.starts[FIELD.localPort]! : start, arrow);
  row.localPort = count === 1 && last > first ? NO_NUMBER : first + wanted;
  return true;
}

function isAfterColon(text: string, start: number, arrow: number): boolean {
  for (let at = start; at < arrow; at += 1) if (text.charCodeAt(at) === COLON) return true;
  return false;
}
