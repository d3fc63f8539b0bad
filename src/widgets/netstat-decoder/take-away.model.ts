/**
 * What a person takes away of a listing: text, a file, a table as another tool would print it. Names are replaced
 * unless a person wants them as they are; a link never carries them. Files come as blobs made of pieces, so that a
 * worker can hand a large one to the page without copying it.
 */
import { counted } from "#netstat/counted";
import type { ArrangeOptions } from "#netstat/arrange";
import { type Correction, decode } from "#netstat/decode";
import { dialectOf } from "#netstat/dialects";
import { type Explainer, explainer } from "#netstat/explain";
import { csvText, markdownText } from "#netstat/export";
import type { DialectId, Listing } from "#netstat/listing";
import { print } from "#netstat/print";
import { type RedactOptions, type Redaction, redact } from "#netstat/redact";
import { resultText } from "#netstat/result";
import { entriesFor, lossSentences, lossesOf } from "./print-as.model.ts";
import { visibleText } from "./visible-text.model.ts";

export const FILE_FORMS = ["text", "json", "csv", "markdown"] as const;

/** A file's form: the listing's own text, data, or the table as a tool prints it. */
export type Form = (typeof FILE_FORMS)[number] | DialectId;

export interface Taking {
  /** Null where names stay as they are. */
  readonly redact: RedactOptions | null;
  /** Only the rows that this order shows; null for all of them. */
  readonly shown: ArrangeOptions | null;
}

export interface RedactionPreview {
  /** "3 addresses, 1 host and 2 users are replaced." */
  readonly sentence: string;
  /** The first lines of the text without the names. */
  readonly lines: readonly string[];
  readonly hasMore: boolean;
}

export interface PrintedPreview {
  readonly lines: readonly string[];
  readonly hasMore: boolean;
  /** What the tool cannot carry, in sentences. */
  readonly losses: readonly string[];
}

export type Shareable =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "error"; readonly message: string };

/** A text longer than this is saved, not copied: the clipboard passes through the page. UTF-16 units. */
export const LONGEST_COPY = 4_000_000;
/** No more than this can ever be compressed into a link. UTF-16 units. */
const LONGEST_SHARED = 1_000_000;
/** Of more rows than these a preview prints only the first. */
const MOST_PREVIEWED = 5000;
const LONGEST_LINE = 400;

interface Copy {
  readonly listing: Listing;
  readonly explain: () => Explainer;
}

export class TakeAway {
  readonly #original: Copy;
  readonly #corrections: readonly Correction[];
  readonly #rowsOf: (shown: ArrangeOptions) => Int32Array;
  /** What was asked for last is mostly asked for again. */
  #redaction: { readonly asked: string; readonly found: Redaction; copy: Copy | null } | null =
    null;

  /** `rowsOf` gives the rows that an order shows, counted from 0. */
  constructor(
    listing: Listing,
    explain: Explainer,
    corrections: readonly Correction[],
    rowsOf: (shown: ArrangeOptions) => Int32Array,
  ) {
    this.#original = { listing, explain: () => explain };
    this.#corrections = corrections;
    this.#rowsOf = rowsOf;
  }

  redaction(options: RedactOptions, limit: number): RedactionPreview {
    const { found } = this.#redacted(options);
    return { sentence: redactionSentence(found), ...firstLines(found.text, limit) };
  }

  file(form: Form, taking: Taking): Blob {
    return new Blob(batches(this.#pieces(form, taking)), { type: MEDIA_TYPES[form] ?? PLAIN });
  }

  /** Null where it is too long for the clipboard. */
  textToCopy(form: Form, taking: Taking): string | null {
    let text = "";
    for (const piece of this.#pieces(form, taking)) {
      text += piece;
      if (text.length > LONGEST_COPY) return null;
    }
    return text;
  }

  /** The text that a link may carry: always without the names. */
  shareable(options: RedactOptions, shown: ArrangeOptions | null): Shareable {
    let text = "";
    for (const piece of this.#pieces("text", { redact: options, shown })) {
      text += piece;
      if (text.length > LONGEST_SHARED)
        return {
          type: "error",
          message:
            "This listing is too long for a link. Show fewer rows and share those, or save a file and send that.",
        };
    }
    return { type: "text", text };
  }

  printed(dialect: DialectId, taking: Taking, limit: number): PrintedPreview {
    const { listing } = this.#copyFor(taking);
    const rows = this.#rows(listing, taking);
    const entries = entriesFor(listing, rows, dialect);
    const isAll = entries.length <= MOST_PREVIEWED;
    const text = print(isAll ? entries : entries.slice(0, limit), dialect);
    const { lines, hasMore } = firstLines(text, limit);
    return {
      lines,
      hasMore: hasMore || !isAll,
      losses: lossSentences(lossesOf(listing, rows, entries, dialect), dialectOf(dialect)),
    };
  }

  *#pieces(form: Form, taking: Taking): Generator<string> {
    const copy = this.#copyFor(taking);
    const { listing } = copy;
    const rows = taking.shown === null ? undefined : this.#rows(listing, taking);
    switch (form) {
      case "text":
        if (rows === undefined) yield listing.text;
        else yield* linesOfRows(listing, rows);
        break;
      case "json":
        yield* resultText(listing, copy.explain(), rows);
        break;
      case "csv":
        yield* csvText(listing, copy.explain(), rows);
        break;
      case "markdown":
        yield* markdownText(listing, copy.explain(), rows);
        break;
      default:
        yield print(entriesFor(listing, rows ?? allRows(listing), form), form);
    }
  }

  /** Redaction keeps rows and their order, so the rows of the one are the rows of the other. */
  #rows(listing: Listing, { shown }: Taking): Int32Array {
    return shown === null ? allRows(listing) : this.#rowsOf(shown);
  }

  #copyFor({ redact: options }: Taking): Copy {
    if (options === null) return this.#original;
    const redacted = this.#redacted(options);
    redacted.copy ??= this.#read(redacted.found.text);
    return redacted.copy;
  }

  #redacted(options: RedactOptions) {
    const asked = JSON.stringify([options.privateAddresses ?? false, options.programs ?? false]);
    if (this.#redaction?.asked !== asked) {
      this.#redaction = { asked, found: redact(this.#original.listing, options), copy: null };
    }
    return this.#redaction;
  }

  #read(text: string): Copy {
    const listing = decode(text, { corrections: this.#corrections });
    if (listing.rowCount !== this.#original.listing.rowCount)
      throw new Error("The redacted listing has other rows than the listing.");
    let explain: Explainer | null = null;
    return { listing, explain: () => (explain ??= explainer(listing)) };
  }
}

const PLAIN = "text/plain;charset=utf-8";

const MEDIA_TYPES: Readonly<Partial<Record<Form, string>>> = {
  json: "application/json",
  csv: "text/csv;charset=utf-8",
  markdown: "text/markdown;charset=utf-8",
};

const allRows = ({ rowCount }: Listing): Int32Array =>
  Int32Array.from({ length: rowCount }, (_, row) => row);

/** A blob of a million parts is slow: some hundred kilobytes are one. */
function batches(pieces: Iterable<string>): string[] {
  const parts: string[] = [];
  let part = "";
  for (const piece of pieces) {
    part += piece;
    if (part.length < 200_000) continue;
    parts.push(part);
    part = "";
  }
  return [...parts, part];
}

/** The rows' own lines in the order of the text, with the headings of their blocks and the lines that belong to them. */
function* linesOfRows(listing: Listing, rows: Int32Array): Generator<string> {
  const isShown = new Uint8Array(listing.rowCount);
  const blocksShown = new Set<number>();
  for (const row of rows) {
    isShown[row] = 1;
    blocksShown.add(listing.row(row).block);
  }
  for (const [at, { from, to, dialect }] of listing.blocks.entries()) {
    if (!blocksShown.has(at)) continue;
    // What lsof -F says of a process stands above the process's sockets, so all of it stays.
    const keepsAll = dialect === "lsof-fields";
    let isRowShown = keepsAll;
    for (let line = from; line <= to; line += 1) {
      const fate = listing.fate(line);
      if (fate.kind === "socket") isRowShown = isLineShown(listing, isShown, line, fate.row);
      const isKept =
        fate.kind === "heading" ||
        (fate.kind === "socket" && isRowShown) ||
        (fate.kind === "continuation" && (keepsAll || isRowShown));
      if (isKept) yield `${listing.line(line)}\n`;
    }
  }
}

/** docker prints several rows on a line. */
function isLineShown(listing: Listing, isShown: Uint8Array, line: number, first: number): boolean {
  for (let row = first; row < listing.rowCount && listing.row(row).line === line; row += 1)
    if (isShown[row] === 1) return true;
  return false;
}

function firstLines(text: string, limit: number) {
  const lines: string[] = [];
  let start = 0;
  while (lines.length < limit && start < text.length) {
    const newLine = text.indexOf("\n", start);
    const end = newLine < 0 ? text.length : newLine;
    lines.push(visibleText(text.slice(start, end), LONGEST_LINE));
    start = end + 1;
  }
  return { lines, hasMore: start < text.length };
}

function redactionSentence({ addresses, hosts, users, linesLeftOut }: Redaction): string {
  const parts = [
    addresses > 0 && counted(addresses, "address", "addresses"),
    hosts > 0 && counted(hosts, "host"),
    users > 0 && counted(users, "user"),
  ].filter((part) => part !== false);
  const replaced =
    parts.length === 0
      ? "No address, host or user in the rows has to be replaced."
      : `${listed(parts)} ${parts.length === 1 && parts[0]!.startsWith("1 ") ? "is" : "are"} replaced, each by the same name everywhere.`;
  if (linesLeftOut === 0) return replaced;
  return `${replaced} Of ${counted(linesLeftOut, "line")} that ${linesLeftOut === 1 ? "is no row" : "are no rows"} a part is left out.`;
}

/** "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)!}`;
}
