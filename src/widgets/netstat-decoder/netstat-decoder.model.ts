/**
 * A pasted text made into what the decoder paints. Reading (decode and gather the evidence) is linear in the text
 * and done once; frames of rows are made for as many rows as are shown.
 */
import type { TcpState } from "#net/tcp-state";
import { servicesOn } from "#net/services";
import { decode } from "#netstat/decode";
import {
  type ExposureFinding,
  type Explainer,
  type FieldExplanation,
  type Oddity,
  type RoleFinding,
  explainer,
} from "#netstat/explain";
import type { Block, Listing, Row } from "#netstat/listing";
import { type Remark, type Summary, summary } from "#netstat/summary";
import { type NoSockets, noSocketsMessage } from "./no-sockets.model.ts";
import { type OtherLines, otherLines } from "./other-lines.model.ts";
import { counted, visibleText } from "./visible-text.model.ts";

/** How many rows, and how many other lines, are shown before somebody asks for more. */
export const ROWS_AT_ONCE = 200;

/** A field longer than this is cut on the screen. */
const LONGEST_FIELD = 300;

export interface Reading {
  readonly listing: Listing;
  readonly explain: Explainer;
  readonly summary: Summary;
}

/** Never throws, whatever the text. */
export function readListing(text: string): Reading {
  const listing = decode(text);
  const explain = explainer(listing, { serviceName });
  return { listing, explain, summary: summary(listing, explain) };
}

function serviceName(port: number, protocol: string): string | undefined {
  return servicesOn(port).find(({ transports }) => transports.some((each) => each === protocol))
    ?.title;
}

export interface CellFrame {
  readonly field: string;
  /** What stands in the line before this field: white space, a colon, brackets. */
  readonly before: string;
  readonly text: string;
  readonly label: string;
  readonly meaning: string;
  /** What a screen reader says: "Local port 5432: …". */
  readonly spoken: string;
  /** The tool may have cut this value. */
  readonly truncated: boolean;
  /** The port whose page tells more; null for other fields. */
  readonly port: number | null;
}

export interface RowFrame {
  /** Index in the listing. */
  readonly row: number;
  /** Counts from 1. */
  readonly line: number;
  readonly cells: readonly CellFrame[];
  /** What follows the last field. */
  readonly after: string;
  readonly state: TcpState | null;
  /** The tool's own word; for a row without one, the protocol. */
  readonly stateText: string;
  readonly sentence: string;
  readonly role: RoleFinding;
  readonly exposure: ExposureFinding | null;
  readonly path: string | null;
  readonly service: string | null;
  readonly oddities: readonly Oddity[];
  readonly otherEnd: { readonly row: number; readonly line: number } | null;
}

export interface BlockFrame {
  /** "ss on Linux". */
  readonly tool: string;
  /** "Lines 1 to 19". */
  readonly where: string;
  readonly why: string;
  readonly isCertain: boolean;
  /** The names of the columns, as pasted; null where there are none. */
  readonly heading: string | null;
  readonly rows: readonly RowFrame[];
}

/** Something worth a look in the whole listing. */
export interface RemarkFrame {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  /** "lines 3, 4 and 18" */
  readonly lines: string;
}

export type Frame =
  | { readonly kind: "empty" }
  | {
      readonly kind: "no-sockets";
      readonly words: NoSockets;
      readonly announcement: string;
      readonly others: OtherLines;
    }
  | {
      readonly kind: "sockets";
      readonly announcement: string;
      /** "37 of 39 lines read." */
      readonly sentence: string;
      readonly counts: string;
      /** All blocks, also those whose rows are not shown yet. */
      readonly blocks: readonly BlockFrame[];
      readonly rowsShown: number;
      readonly rowCount: number;
      readonly remarks: readonly RemarkFrame[];
      readonly others: OtherLines;
      /** How many lines are not understood. */
      readonly unreadCount: number;
    };

/** `rowLimit` and `otherLimit`: how many rows and other lines to make frames of. */
export function frameOf(reading: Reading, rowLimit: number, otherLimit: number): Frame {
  const { listing, summary: found } = reading;
  if (listing.rowCount === 0) {
    const words = noSocketsMessage(found.kinds);
    if (words === undefined) return { kind: "empty" };
    return {
      kind: "no-sockets",
      words,
      announcement: `No socket rows were found. ${words.title}`,
      others: otherLines(listing, otherLimit),
    };
  }
  const rowsShown = Math.min(rowLimit, listing.rowCount);
  const rowsOf: RowFrame[][] = listing.blocks.map(() => []);
  for (let row = 0; row < rowsShown; row += 1) {
    const { frame, block } = rowFrame(reading, row);
    rowsOf[block]?.push(frame);
  }
  const sockets = counted(listing.rowCount, "socket");
  return {
    kind: "sockets",
    announcement: `${sockets} read from ${counted(found.lines, "line")}.`,
    sentence: found.sentence,
    counts: countsSentence(found),
    blocks: listing.blocks.map((block, index) => blockFrame(listing, block, rowsOf[index] ?? [])),
    rowsShown,
    rowCount: listing.rowCount,
    remarks: found.remarks.map((remark) => remarkFrame(listing, remark)),
    others: otherLines(listing, otherLimit),
    unreadCount: found.lines - found.linesRead,
  };
}

function countsSentence({ sockets, listeners, receivers, connections }: Summary): string {
  const parts = [
    listeners.length > 0 && counted(listeners.length, "listener"),
    receivers > 0 &&
      counted(receivers, "socket without a connection", "sockets without a connection"),
    connections > 0 && counted(connections, "connection"),
  ].filter((part) => part !== false);
  const total = counted(sockets, "socket");
  return parts.length === 0 ? `${total}.` : `${total}: ${parts.join(", ")}.`;
}

const MOST_LINES_NAMED = 6;

function remarkFrame(listing: Listing, { rows, ...words }: Remark): RemarkFrame {
  const numbers = rows.slice(0, MOST_LINES_NAMED).map((row) => String(listing.row(row).line));
  const others = rows.length - numbers.length;
  const named = others > 0 ? [...numbers, counted(others, "other")] : numbers;
  const last = named.pop() ?? "";
  const lines = named.length === 0 ? `line ${last}` : `lines ${named.join(", ")} and ${last}`;
  return { ...words, lines };
}

function blockFrame(listing: Listing, block: Block, rows: readonly RowFrame[]): BlockFrame {
  return {
    tool:
      block.os === null || block.tool.includes(block.os)
        ? block.tool
        : `${block.tool} on ${block.os}`,
    where: block.from === block.to ? `Line ${block.from}` : `Lines ${block.from} to ${block.to}`,
    why: block.why,
    isCertain: block.confidence === "certain",
    heading: headingOf(listing, block),
    rows,
  };
}

/** The last heading above the block's first row: titles stand above the names of the columns. */
function headingOf(listing: Listing, block: Block): string | null {
  let heading: string | null = null;
  for (let line = block.from; line <= block.to; line += 1) {
    const { kind } = listing.fate(line);
    if (kind === "socket") break;
    if (kind === "heading") heading = visibleText(listing.line(line), LONGEST_FIELD);
  }
  return heading;
}

function rowFrame(
  { listing, explain }: Reading,
  index: number,
): { frame: RowFrame; block: number } {
  const row = listing.row(index);
  const explained = explain.explain(index);
  const line = listing.line(row.line);
  let at = 0;
  const cells = explained.fields.map((field) => {
    const before = line.slice(at, field.start);
    at = field.end;
    return cellFrame(row, field, before);
  });
  const { state, protocol } = row.entry;
  const frame: RowFrame = {
    row: index,
    line: row.line,
    cells,
    after: visibleText(line.slice(at).trimEnd(), LONGEST_FIELD),
    state,
    stateText: visibleText(row.stateText ?? protocol.toUpperCase(), 20),
    sentence: visibleText(explained.sentence),
    role: explained.role,
    exposure: explained.exposure,
    path: explained.path,
    service: explained.service,
    oddities: explained.oddities,
    otherEnd:
      explained.otherEnd === null
        ? null
        : { row: explained.otherEnd, line: listing.row(explained.otherEnd).line },
  };
  return { frame, block: row.block };
}

function cellFrame(
  row: Row,
  { field, text, label, meaning }: FieldExplanation,
  before: string,
): CellFrame {
  const shown = visibleText(text, LONGEST_FIELD);
  const { local, peer } = row.entry;
  return {
    field,
    before: visibleText(before, LONGEST_FIELD),
    text: shown,
    label,
    meaning: visibleText(meaning),
    spoken: `${label} ${shown}: ${visibleText(meaning)}`,
    truncated: row.truncated.includes(field),
    port: field === "localPort" ? local.port : field === "peerPort" ? (peer?.port ?? null) : null,
  };
}

/** A part of a sentence; `lit` where it repeats the field that is lit. */
export interface SentencePart {
  readonly text: string;
  readonly lit: boolean;
}

/** Splits the sentence at the places where it repeats `word` as a word of its own. */
export function litParts(sentence: string, word: string): readonly SentencePart[] {
  if (word.length < 2) return [{ text: sentence, lit: false }];
  const parts: SentencePart[] = [];
  let at = 0;
  for (
    let found = sentence.indexOf(word);
    found >= 0;
    found = sentence.indexOf(word, found + word.length)
  ) {
    const isWhole =
      !isWordCharacter(sentence[found - 1]) && !isWordCharacter(sentence[found + word.length]);
    if (!isWhole) continue;
    if (found > at) parts.push({ text: sentence.slice(at, found), lit: false });
    parts.push({ text: word, lit: true });
    at = found + word.length;
  }
  if (at < sentence.length) parts.push({ text: sentence.slice(at), lit: false });
  return parts;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character);
}
