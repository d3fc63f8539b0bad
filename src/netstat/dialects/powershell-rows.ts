/**
 * The rows of a PowerShell table. Cells may be empty, and a program's name may have blanks inside: so
 * a row is read from both ends by what its columns can hold, and the cells that can hold anything get
 * what is left between.
 */
import { DOT } from "../character-codes.ts";
import { UNEXPECTED } from "../dialect.ts";
import { ADDRESS } from "../address-shape.ts";
import { ENDPOINT, found, readAddress } from "../endpoint-text.ts";
import { FIELD } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { NOT_MINE, READ, WHY, whyEndpoint } from "../unreadable.ts";
import { COLUMN, columnsOf } from "./powershell-columns.ts";
import { isListRow } from "./powershell-list.ts";
import { isPowershellState } from "./powershell-states.ts";
import { dropBars, isBar } from "./table-bars.ts";

const ELLIPSIS = 0x20_26;

/** The columns of Get-NetTCPConnection, for rows without a heading. */
const USUAL = [
  COLUMN.localAddress,
  COLUMN.localPort,
  COLUMN.remoteAddress,
  COLUMN.remotePort,
  COLUMN.state,
  COLUMN.setting,
  COLUMN.pid,
];

export function readPowershellRow(line: LineFields, row: RowFields, layout: number): number {
  // A command has bars, too: Get-NetTCPConnection | Format-Table.
  if (isBar(line, 1) && (isNumeric(line, 0) || (layout > 0 && line.numberOf(2) >= 0)))
    dropBars(line);
  if (isListRow(line)) return readListRow(line, row);
  const isUsual = layout === UNEXPECTED || layout === 0;
  if (isUsual && !hasUsualShape(line)) return NOT_MINE;
  return readTableRow(line, row, isUsual ? USUAL : columnsOf(layout));
}

function readListRow(line: LineFields, row: RowFields): number {
  row.clear(line.text);
  return takeAddress(line, 2, row, true, NO_COLUMNS)
    ? READ
    : whyEndpoint(ENDPOINT.badAddress, "local");
}

/** Address, port, address, port, state: the numbers are looked at first, for few other lines have them there. */
function hasUsualShape(line: LineFields): boolean {
  if (line.count < 5 || line.count > 12 || line.numberOf(1) < 0 || line.numberOf(3) < 0)
    return false;
  return isNumeric(line, 0) && isNumeric(line, 2) && isPowershellState(line, 4);
}

/** An address in numbers, whole or cut. */
function isNumeric(line: LineFields, at: number): boolean {
  if (cutLength(line, at) > 0)
    return line.text.slice(line.startOf(at), line.endOf(at)).includes(":");
  return readAddress(line.text, line.startOf(at), line.endOf(at)) && found.shape !== ADDRESS.name;
}

/** How many characters at the field's end say that it was cut: 3 for "...", 1 for "…", else 0. */
export function cutLength(line: LineFields, at: number): number {
  return cutMarkLength(line.text, line.startOf(at), line.endOf(at));
}

export function cutMarkLength(text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1);
  if (last === ELLIPSIS) return end - start > 1 ? 1 : 0;
  const isCut =
    last === DOT &&
    end - start > 3 &&
    text.charCodeAt(end - 2) === DOT &&
    text.charCodeAt(end - 3) === DOT;
  return isCut ? 3 : 0;
}

/** Reads from the left to the first cell that can hold anything, then from the right. */
function readTableRow(line: LineFields, row: RowFields, columns: readonly number[]): number {
  row.clear(line.text);
  const { count } = line;
  let left = 0;
  let at = 0;
  while (left < columns.length && at < count && !holdsAnything(columns[left]!)) {
    const taken = takeCell(line, at, row, columns[left]!, columns);
    if (taken < 0) return whyNot(row, columns[left]!);
    at += taken;
    left += 1;
  }
  let right = columns.length;
  let end = count;
  while (right > left && end > at && !holdsAnything(columns[right - 1]!)) {
    const taken = takeCell(line, end - 1, row, columns[right - 1]!, columns);
    if (taken < 0) return whyNot(row, columns[right - 1]!);
    end -= taken;
    right -= 1;
  }
  if (!row.has(FIELD.localAddress)) return NOT_MINE;
  if (!row.has(FIELD.localPort)) return NOT_MINE;
  // A name for the local end is somebody's placeholder: then the rest must tell.
  const needsMore = row.localShape === ADDRESS.name;
  if (needsMore && !(row.has(FIELD.peerPort) && columns.includes(COLUMN.state))) return NOT_MINE;
  if (row.has(FIELD.peerAddress) && !row.has(FIELD.peerPort)) return WHY.endsBeforePeer;
  // Every TCP socket has a state; without it some other line has an address and a number.
  if (isTcp(columns) && !row.has(FIELD.state))
    return row.has(FIELD.peerPort) ? (at < end ? WHY.badState : WHY.endsBeforeState) : NOT_MINE;
  // No column is left for what stands there: it is somebody else's line.
  if (at < end && right === left && !row.has(FIELD.peerPort)) return NOT_MINE;
  if (!row.has(FIELD.peerAddress) && at === count && isMissing(columns, left))
    return WHY.endsBeforePeer;
  if (at < end) takeBetween(line, row, columns.slice(left, right), at, end);
  return READ;
}

/** Whether the row ended before its peer. */
const isMissing = (columns: readonly number[], left: number) =>
  columns.indexOf(COLUMN.remoteAddress) >= left && !columns.includes(COLUMN.protocol);

const isTcp = (columns: readonly number[]) =>
  columns.includes(COLUMN.state) && !columns.includes(COLUMN.protocol);

const holdsAnything = (column: number) => column === COLUMN.program || column === COLUMN.other;

/** A line whose local endpoint cannot be read is none of the table's rows. */
function whyNot(row: RowFields, column: number): number {
  if (column === COLUMN.localAddress || column === COLUMN.localPort || !row.has(FIELD.localPort))
    return NOT_MINE;
  return whyEndpoint(
    column === COLUMN.remoteAddress ? ENDPOINT.badAddress : ENDPOINT.portTooBig,
    "peer",
  );
}

/** 1 when the cell was taken, 0 when the column is empty here, -1 when the row cannot be read. */
function takeCell(
  line: LineFields,
  at: number,
  row: RowFields,
  column: number,
  columns: readonly number[],
): number {
  switch (column) {
    case COLUMN.localAddress:
      return takeAddress(line, at, row, true, columns) ? 1 : -1;
    case COLUMN.localPort:
      return takePort(line, at, row, true);
    case COLUMN.remoteAddress:
      return takeAddress(line, at, row, false, columns) ? 1 : 0;
    case COLUMN.remotePort:
      return row.has(FIELD.peerAddress) ? takePort(line, at, row, false) : 0;
    case COLUMN.state:
      if (!isPowershellState(line, at)) return 0;
      row.set(FIELD.state, line.startOf(at), line.endOf(at));
      return 1;
    case COLUMN.setting:
      return takeSetting(line, at, row);
    case COLUMN.pid:
      if (line.numberOf(at) < 0) return 0;
      row.set(FIELD.pid, line.startOf(at), line.endOf(at));
      return 1;
    default:
      if (!/^(?:tcp|udp)v?[46]?$/i.test(line.textOf(at).slice(0, 8))) return 0;
      row.set(FIELD.protocol, line.startOf(at), line.endOf(at));
      return 1;
  }
}

function takeAddress(
  line: LineFields,
  at: number,
  row: RowFields,
  isLocal: boolean,
  columns: readonly number[],
): boolean {
  const start = line.startOf(at);
  const end = line.endOf(at);
  const cut = cutLength(line, at);
  if (!readAddress(line.text, start, end - cut)) return false;
  if (!isLocal && found.shape === ADDRESS.name && !hasStateBehind(line, at, columns)) return false;
  if (found.shape === ADDRESS.v6Part && cut === 0) return false;
  // As printed: what was cut stays marked.
  const addressEnd = found.zoneStart < 0 ? end : found.addressEnd;
  row.set(isLocal ? FIELD.localAddress : FIELD.peerAddress, start, addressEnd);
  if (found.zoneStart >= 0)
    row.set(isLocal ? FIELD.localZone : FIELD.peerZone, found.zoneStart, end);
  const shape = cut > 0 ? ADDRESS.v6Part : found.shape;
  if (isLocal) row.localShape = shape;
  else row.peerShape = shape;
  return true;
}

/** Where the remote end may be empty, a name is one if its port and a state follow. */
const hasStateBehind = (line: LineFields, at: number, columns: readonly number[]) =>
  !columns.includes(COLUMN.state) || isPowershellState(line, at + 2);

const NO_COLUMNS: readonly number[] = [];

function takePort(line: LineFields, at: number, row: RowFields, isLocal: boolean): number {
  const port = line.numberOf(at);
  if (port < 0 || port > 65535) return -1;
  row.set(isLocal ? FIELD.localPort : FIELD.peerPort, line.startOf(at), line.endOf(at));
  if (isLocal) row.localPort = port;
  else row.peerPort = port;
  return 1;
}

/** The templates of TCP settings. */
const SETTINGS = [
  "Internet",
  "Datacenter",
  "InternetCustom",
  "DatacenterCustom",
  "Compat",
  "Automatic",
] as const;

function takeSetting(line: LineFields, at: number, row: RowFields): number {
  let isSetting = false;
  for (const setting of SETTINGS) isSetting ||= line.is(at, setting);
  const cut = isSetting ? 0 : cutLength(line, at);
  if (cut > 0) {
    const begun = line.text.slice(line.startOf(at), line.endOf(at) - cut);
    isSetting = SETTINGS.some((setting) => setting.startsWith(begun));
  }
  if (!isSetting) return 0;
  row.set(FIELD.rest, line.startOf(at), line.endOf(at));
  return 1;
}

/** Gives the fields from..to to the columns that can hold anything: the first takes what is too much. */
function takeBetween(
  line: LineFields,
  row: RowFields,
  columns: readonly number[],
  from: number,
  to: number,
): void {
  const tooMany = to - from - columns.length;
  let at = from;
  columns.forEach((column, index) => {
    if (at >= to) return;
    const next = Math.min(to, at + 1 + (index === 0 ? Math.max(0, tooMany) : 0));
    if (column === COLUMN.program) row.set(FIELD.program, line.startOf(at), line.endOf(next - 1));
    else if (!row.has(FIELD.rest)) row.set(FIELD.rest, line.startOf(at), line.endOf(next - 1));
    at = next;
  });
  if (columns.length === 0 && !row.has(FIELD.rest))
    row.set(FIELD.rest, line.startOf(from), line.endOf(to - 1));
}
