/**
 * How long decoding takes, as a ratio to splitting the same text into lines and fields. Both run in
 * turns in the same process, so that a busy machine slows both.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { decode } from "#netstat/decode";
import { LISTINGS, generated } from "./generated-listings.ts";
import { type Measure, median } from "./report.ts";

const RATIO_BAR = 3;
const GROWTH_BAR = 1.2;
const ROUNDS: readonly { rows: number; rounds: number }[] = [
  { rows: 10_000, rounds: 25 },
  { rows: 100_000, rounds: 9 },
  { rows: 1_000_000, rounds: 3 },
];

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

export function decoding(): Measure[] {
  return LISTINGS.flatMap((listing) => {
    const ratios = ROUNDS.map(({ rows, rounds }) => ({
      rows,
      ratio: ratioOf(generated(listing, rows), rows, rounds),
    }));
    const [smallest, , largest] = ratios;
    const growth = (largest?.ratio ?? NaN) / (smallest?.ratio ?? NaN);
    return [
      ...ratios.map(({ rows, ratio }) => ({
        what: `${listing.name}, ${rows} rows`,
        value: ratio,
        unit: "×",
        digits: 2,
        ...(rows === 100_000 ? { bar: RATIO_BAR } : {}),
      })),
      {
        what: `${listing.name}, growth from 10000 to 1000000`,
        value: growth,
        unit: "×",
        digits: 2,
        bar: GROWTH_BAR,
      },
    ];
  });
}

function ratioOf(text: string, rows: number, rounds: number): number {
  const { rowCount } = decode(text);
  if (rowCount !== rows)
    throw new Error(`Of ${rows} generated rows the decoder reads ${rowCount}.`);
  // The first round of each warms up and does not count.
  const times = Array.from({ length: rounds + 1 }, () => ({
    split: timed(() => split(text)),
    decode: timed(() => decode(text)),
  })).slice(1);
  return median(times.map((time) => time.decode)) / median(times.map((time) => time.split));
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
