/**
 * How long decoding takes, as a ratio to splitting the same text into lines and fields. Both run in
 * turns in the same process, so that a busy machine slows both.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { decode } from "#netstat/decode";
import { explainer } from "#netstat/explain";
import { LISTINGS, NOISE, generated } from "./generated-listings.ts";
import { type Measure, median } from "./report.ts";

const RATIO_BAR = 3;
const GROWTH_BAR = 1.2;
const HELD_ROWS = 100_000;
const BESIDE_ROWS = 100_000;
const ROUNDS = [
  { rows: 10_000, rounds: 25 },
  { rows: HELD_ROWS, rounds: 9 },
];
const GROWN = { rows: 1_000_000, rounds: 3 };

// It has no types of its own.
const nodeNetstat = createRequire(import.meta.url)("node-netstat") as {
  readonly parserFactories: { linux(options: { parseName: boolean }): LineParser };
};
const nodeNetstatLine = nodeNetstat.parserFactories.linux({ parseName: true });

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Decoding makes rows on demand, so reading the text and making each row are timed apart as well. */
export function decoding(): Measure[] {
  const measures = LISTINGS.flatMap((listing) =>
    ROUNDS.flatMap(({ rows, rounds }) => {
      const what = `${listing.name}, ${rows} rows`;
      const { read, whole } = ratios(generated(listing, rows), rows, rounds);
      const bar = rows === HELD_ROWS ? { bar: RATIO_BAR } : {};
      return [
        { what, value: read, unit: "×", digits: 2, ...bar },
        { what: `${what}, each row made`, value: whole, unit: "×", digits: 2 },
      ];
    }),
  );
  return [...measures, ...noise(), ...growth()];
}

/** The same text read by other readers, where they can: jc where it is installed. */
export function beside(): Measure[] {
  const text = generated(LISTINGS[0]!, BESIDE_ROWS);
  const times = Array.from({ length: 4 }, () => ({
    split: timed(() => split(text)),
    ours: timed(() => rowsOf(text)),
    others: timed(() => nodeNetstatRows(text)),
  })).slice(1);
  const splitting = median(times.map((time) => time.split));
  const measures: Measure[] = [
    { name: "ours, each row made", time: median(times.map((time) => time.ours)) },
    { name: "node-netstat 1.9.0", time: median(times.map((time) => time.others)) },
    { name: "jc, with its start", time: jcTime(text) },
  ].flatMap(({ name, time }) =>
    time === null
      ? []
      : [{ what: `${BESIDE_ROWS} rows: ${name}`, value: time / splitting, unit: "×", digits: 2 }],
  );
  return measures;
}

/** Milliseconds; null where jc is not installed. */
function jcTime(text: string): number | null {
  const start = performance.now();
  const { status } = spawnSync("jc", ["--netstat"], { input: text, maxBuffer: 1e9 });
  return status === 0 ? performance.now() - start : null;
}

type LineParser = (line: string, take: (row: object) => void) => void;

function nodeNetstatRows(text: string): object[] {
  const rows: object[] = [];
  for (const line of text.split("\n")) nodeNetstatLine(line, (row) => rows.push(row));
  if (rows.length !== BESIDE_ROWS) throw new Error(`node-netstat reads ${rows.length} rows.`);
  return rows;
}

/** Microseconds a row for roles, exposure, oddities and the meaning of each field. */
export function explaining(): Measure[] {
  return LISTINGS.map((listing) => {
    const decoded = decode(generated(listing, HELD_ROWS));
    const times = Array.from({ length: 3 }, () =>
      timed(() => {
        const { explain } = explainer(decoded);
        for (let row = 0; row < decoded.rowCount; row++) explain(row);
      }),
    );
    const perRow = (median(times) * 1000) / HELD_ROWS;
    return { what: `${listing.name}, ${HELD_ROWS} rows`, value: perRow, unit: "µs", digits: 1 };
  });
}

/** A text without a row: each line is held against every dialect. */
function noise(): Measure[] {
  return ROUNDS.map(({ rows, rounds }) => {
    const { read } = ratios(generated(NOISE, rows), 0, rounds);
    const bar = rows === HELD_ROWS ? { bar: RATIO_BAR } : {};
    return { what: `${NOISE.name}, ${rows} lines`, value: read, unit: "×", digits: 2, ...bar };
  });
}

/** How the ratio changes from the shortest text to the longest, of the listing that the bar names. */
function growth(): Measure[] {
  const [listing] = LISTINGS;
  const [small] = ROUNDS;
  if (listing === undefined || small === undefined) return [];
  const short = ratios(generated(listing, small.rows), small.rows, small.rounds);
  const long = ratios(generated(listing, GROWN.rows), GROWN.rows, GROWN.rounds);
  const what = `${listing.name}, ${GROWN.rows} rows against ${small.rows}`;
  return [
    { what, value: long.read / short.read, unit: "×", digits: 2, bar: GROWTH_BAR },
    {
      what: `${what}, each row made`,
      value: long.whole / short.whole,
      unit: "×",
      digits: 2,
      bar: GROWTH_BAR,
    },
  ];
}

function ratios(text: string, rows: number, rounds: number): { read: number; whole: number } {
  const { rowCount } = decode(text);
  if (rowCount !== rows)
    throw new Error(`Of ${rows} generated rows the decoder reads ${rowCount}.`);
  // The first round of each warms up and does not count.
  const times = Array.from({ length: rounds + 1 }, () => ({
    split: timed(() => split(text)),
    read: timed(() => decode(text)),
    whole: timed(() => rowsOf(text)),
  })).slice(1);
  const splitting = median(times.map((time) => time.split));
  return {
    read: median(times.map((time) => time.read)) / splitting,
    whole: median(times.map((time) => time.whole)) / splitting,
  };
}

/** Each row is made and let go, as a reader of a long listing sees few of them at a time. */
function rowsOf(text: string) {
  const listing = decode(text);
  for (let row = 0; row < listing.rowCount; row++) listing.row(row);
  return listing;
}

function split(text: string): string[][] {
  return text.split("\n").map((line) => line.split(/\s+/));
}

/** Milliseconds; what `run` gives lives until the clock has stopped. */
function timed(run: () => unknown): number {
  collectGarbage();
  const start = performance.now();
  const kept = run();
  const time = performance.now() - start;
  void kept;
  return time;
}
