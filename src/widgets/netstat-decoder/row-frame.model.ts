/** One row as the decoder paints it: its line cut into cells, each with its meaning, and the row in words. */
import type { TcpState } from "#net/tcp-state";
import type {
  Explainer,
  ExposureFinding,
  FieldExplanation,
  Oddity,
  RoleFinding,
} from "#netstat/explain";
import type { Listing, Row } from "#netstat/listing";
import { visibleText } from "./visible-text.model.ts";

/** A field longer than this is cut on the screen. */
const LONGEST_FIELD = 300;

export interface CellFrame {
  readonly field: string;
  /** What stands in the line before this field: white space, a colon, brackets. */
  readonly before: string;
  readonly text: string;
  readonly label: string;
  readonly meaning: string;
  /** What a screen reader says: "Local port 5432: …". */
  readonly spoken: string;
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

/** `index` counts the listing's rows from 0. */
export function rowFrame(listing: Listing, explain: Explainer, index: number): RowFrame {
  const row = listing.row(index);
  const explained = explain.explain(index);
  const line = row.text;
  let at = 0;
  const cells = explained.fields.map((field) => {
    const before = line.slice(at, field.start);
    at = field.end;
    return cellFrame(row, field, before);
  });
  const { state, protocol } = row.entry;
  return {
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
