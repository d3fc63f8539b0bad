/**
 * One listing under examination: read in steps, then asked. The same class serves a small listing in the page and a
 * large one in a worker; what it answers is plain data, and the same question has the same answer.
 */
import { grouped } from "#netstat/counted";
import type { ChooseOne } from "#learning/question";
import { servicesOn } from "#net/services";
import { type ArrangeOptions, type Arrangement, arrange } from "#netstat/arrange";
import { compare } from "#netstat/compare";
import { type Correction, Decoding, decode } from "#netstat/decode";
import { Examination, type Explainer, explainer } from "#netstat/explain";
import type { Listing } from "#netstat/listing";
import { askPort, type PortAnswer } from "#netstat/port-question";
import { RowIndex } from "#netstat/row-index";
import { type ComparisonFrame, comparisonFrame } from "./compare.model.ts";
import { rowQuestions } from "./guess-row.model.ts";
import { type OtherLines, otherLines } from "./other-lines.model.ts";
import { blockOverview, type Overview, overviewOf } from "./overview.model.ts";
import { type RowFrame, rowFrame } from "./row-frame.model.ts";
import { TakeAway } from "./take-away.model.ts";
import { type UnixList, unixList } from "./unix-list.model.ts";

/** Lines or rows in one step: some milliseconds on an ordinary machine. */
const STEP = 1000;

/** Reading the lines, and making each row once, take about so much of the time; judging the rows the rest. */
const READING = 0.25;
const PAIRING = 0.6;

export interface RowGroup {
  /** "nginx", "Lines 1 to 19: ss on Linux"; "" where all rows are one group. */
  readonly label: string;
  /** The names of the columns above its rows, as pasted; null where there are none. */
  readonly heading: string | null;
  /** Place of its first row. */
  readonly from: number;
  readonly count: number;
}

/** The rows that are shown. */
export interface Arranged {
  readonly count: number;
  /** Together they hold every row; none where there is no row. */
  readonly groups: readonly RowGroup[];
}

export class Session {
  readonly #decoding: Decoding;
  readonly #corrections: readonly Correction[];
  #takeAway: TakeAway | null = null;
  #examination: Examination | null = null;
  #explain: Explainer | null = null;
  #index: RowIndex | null = null;
  #isDone = false;
  /** The last order that was asked for: rows are asked for in windows of it. */
  #order: { readonly asked: string; readonly rows: Int32Array } | null = null;

  constructor(text: string, corrections: readonly Correction[] = []) {
    this.#decoding = new Decoding(text, { corrections });
    this.#corrections = corrections;
  }

  /** Does one step more. Returns how much is done, 1 for all. Never throws, whatever the text. */
  advance(): number {
    if (this.#explain === null) return this.#examine();
    this.#index ??= new RowIndex(this.listing, this.#explain);
    this.#isDone = this.#index.advance(STEP);
    return this.#isDone ? 1 : READING + PAIRING + this.#index.progress * (1 - READING - PAIRING);
  }

  #examine(): number {
    if (this.#examination === null) {
      if (!this.#decoding.advance(STEP)) return this.#decoding.progress * READING;
      this.#examination = new Examination(this.listing);
    }
    const isExamined = this.#examination.advance(STEP);
    if (!isExamined) return READING + PAIRING * this.#examination.progress;
    this.#explain = this.#examination.explainer({ serviceName });
    this.#examination = null;
    return READING + PAIRING;
  }

  get listing(): Listing {
    return this.#decoding.listing();
  }

  overview(): Overview {
    return overviewOf(this.#filled);
  }

  /** The order of the rows that the options ask for. */
  arrange(options: ArrangeOptions): Arranged {
    const index = this.#filled;
    const { rows, groups } = arrange(index, options);
    this.#order = { asked: JSON.stringify(options), rows };
    const isAsPasted = (options.order?.by ?? "line") === "line" && !options.order?.descending;
    return {
      count: rows.length,
      groups:
        isAsPasted && (options.group ?? "none") === "none"
          ? blockGroups(index, rows)
          : fewer(groups, rows.length).map((group) => ({ ...group, heading: null })),
    };
  }

  /** The rows from one place of an order to another, the second not included. */
  rows(options: ArrangeOptions, from: number, to: number): readonly RowFrame[] {
    const rows = this.#rowsOf(options).slice(from, to);
    const { listing, explain } = this.#filled;
    return Array.from(rows, (row) => rowFrame(listing, explain, row));
  }

  /** Where a row, counted from 0 in the listing, stands in an order; null where it is not shown. */
  placeOf(options: ArrangeOptions, row: number): number | null {
    const place = this.#rowsOf(options).indexOf(row);
    return place < 0 ? null : place;
  }

  /** Why a port is busy, as far as the rows tell. */
  askPort(question: string): PortAnswer {
    return askPort(this.#filled, question);
  }

  /** What may be guessed about a row, counted from 0 in the listing. */
  questions(row: number): readonly ChooseOne[] {
    const { listing, explain } = this.#filled;
    return rowQuestions(listing, explain, row);
  }

  /** The first `limit` lines that are no rows. */
  otherLines(limit: number): OtherLines {
    return otherLines(this.listing, limit);
  }

  /** What the listing becomes without its names, for a look before it is taken away. */
  redaction(...args: Parameters<TakeAway["redaction"]>) {
    return this.#taking.redaction(...args);
  }

  /** A file of the listing, made where the listing is. */
  file(...args: Parameters<TakeAway["file"]>) {
    return this.#taking.file(...args);
  }

  textToCopy(...args: Parameters<TakeAway["textToCopy"]>) {
    return this.#taking.textToCopy(...args);
  }

  shareable(...args: Parameters<TakeAway["shareable"]>) {
    return this.#taking.shareable(...args);
  }

  printed(...args: Parameters<TakeAway["printed"]>) {
    return this.#taking.printed(...args);
  }

  /** What is different in another listing of the machine, made later or earlier. */
  compareWith(text: string, isLater: boolean): ComparisonFrame {
    const { listing, explain } = this.#filled;
    const own = { listing, explain };
    const others = decode(text);
    const other = { listing: others, explain: explainer(others) };
    return comparisonFrame(isLater ? compare(own, other) : compare(other, own));
  }

  get #taking(): TakeAway {
    const { listing, explain } = this.#filled;
    this.#takeAway ??= new TakeAway(listing, explain, this.#corrections, (shown) =>
      this.#rowsOf(shown),
    );
    return this.#takeAway;
  }

  /** The first `limit` UNIX-domain sockets. */
  unixSockets(limit: number): UnixList {
    return unixList(this.listing, limit);
  }

  #rowsOf(options: ArrangeOptions): Int32Array {
    if (this.#order?.asked !== JSON.stringify(options)) this.arrange(options);
    return this.#order!.rows;
  }

  get #filled(): RowIndex {
    if (this.#index === null || !this.#isDone) throw new Error("The listing is not read yet.");
    return this.#index;
  }
}

function serviceName(port: number, protocol: string): string | undefined {
  return servicesOn(port).find(({ transports }) => transports.some((each) => each === protocol))
    ?.title;
}

/** More groups than these are shown as one: a million peers have as many. */
const MOST_GROUPS = 500;

function fewer(groups: Arrangement["groups"], count: number): Arrangement["groups"] {
  if (groups.length <= MOST_GROUPS) return groups;
  const kept = groups.slice(0, MOST_GROUPS - 1);
  const { from } = groups[MOST_GROUPS - 1]!;
  const label = `${grouped(groups.length - kept.length)} smaller groups, one after the other`;
  return [...kept, { label, from, count: count - from }];
}

/** In the order of the lines each block of the listing is a group, under its own heading. */
function blockGroups({ listing, blocks }: RowIndex, rows: Int32Array): readonly RowGroup[] {
  const groups: { block: number; from: number; count: number }[] = [];
  let more = 0;
  let last = -1;
  for (let place = 0; place < rows.length; place += 1) {
    const block = blocks[rows[place]!]!;
    if (block !== last) {
      last = block;
      if (groups.length < MOST_GROUPS) groups.push({ block, from: place, count: 0 });
      else more += 1;
    }
    groups.at(-1)!.count += 1;
  }
  return groups.map(({ block, from, count }, at) => {
    if (more > 0 && at === groups.length - 1) {
      const label = `${grouped(more + 1)} more blocks, one after the other`;
      return { label, heading: null, from, count };
    }
    const { tool, where, heading } = blockOverview(listing, listing.blocks[block]!);
    return { label: `${where}: ${tool}`, heading, from, count };
  });
}
