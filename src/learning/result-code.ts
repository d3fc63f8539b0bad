/**
 * A result in a few letters, to be typed from paper: the plan, the outcome of each question, the day and the time taken,
 * with a checksum against slips (CRC-16/CCITT-FALSE). The letters are Crockford's base 32: no I, L, O or U, and whoever types
 * those is understood. It proves nothing: nobody watched, and the arithmetic is no secret. Pages that show it say so.
 */
import type { Outcome } from "./attempt.ts";
import {
  ALL_TOPICS,
  MAX_COUNT,
  QUESTIONS_VERSION,
  type QuizMode,
  type QuizPlan,
} from "./quiz-plan.ts";

export interface QuizResult {
  readonly plan: QuizPlan;
  /** In the order of the questions; fewer than the plan's count where the quiz was left. */
  readonly outcomes: readonly Outcome[];
  /** Days since 1 January 2026, 0 to 65535. */
  readonly day: number;
  /** Seconds, in steps of ten, up to 655,350. */
  readonly seconds: number;
}

/** 1 January 2026, in milliseconds since 1970. */
export const FIRST_DAY = Date.UTC(2026, 0, 1);

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP = 4;
const MODES: readonly QuizMode[] = ["quiz", "exam", "drill"];
const OUTCOMES: readonly Outcome[] = ["wrong", "right", "partly", "not-sure"];
/** Version, mode, count, topics, seed, day, tens of seconds, number of outcomes. */
const HEAD_BITS = [8, 2, 6, 8, 32, 16, 16, 6] as const;
const CHECK_BITS = 16;

export function resultCode({ plan, outcomes, day, seconds }: QuizResult): string {
  const { mode, topics, count, seed } = plan;
  const mask = ALL_TOPICS.reduce(
    (sum, topic, bit) => sum + (topics.includes(topic) ? 2 ** bit : 0),
    0,
  );
  const head = [
    QUESTIONS_VERSION,
    MODES.indexOf(mode),
    count,
    mask,
    seed,
    clamped(day),
    clamped(Math.round(seconds / 10)),
    outcomes.length,
  ];
  const bits =
    head.map((value, index) => binary(value, HEAD_BITS[index]!)).join("") +
    outcomes.map((outcome) => binary(OUTCOMES.indexOf(outcome), 2)).join("");
  const whole = bits + binary(checksum(bits), CHECK_BITS);
  const letters = whole
    .match(/.{1,5}/g)!
    .map((five) => LETTERS[Number.parseInt(five.padEnd(5, "0"), 2)]);
  return letters
    .join("")
    .match(new RegExp(`.{1,${GROUP}}`, "g"))!
    .join("-");
}

export type ReadResult =
  | { readonly type: "result"; readonly result: QuizResult; readonly isOfOtherVersion: boolean }
  | { readonly type: "error"; readonly message: string };

/** Reads a code as a person types it: any case, any grouping. Never throws. */
export function readResultCode(typed: string): ReadResult {
  const letters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\u2010-\u2015-]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  if (letters === "") return error("Type the code that stands on the result.");
  const odd = [...letters].find((letter) => !LETTERS.includes(letter));
  if (odd !== undefined) return error(`A result code has no “${odd}” in it.`);
  const bits = [...letters].map((letter) => binary(LETTERS.indexOf(letter), 5)).join("");
  const headLength = HEAD_BITS.reduce((sum, width) => sum + width, 0);
  if (bits.length < headLength + CHECK_BITS)
    return error("The code is too short: a part is missing.");
  const [version, mode, count, mask, seed, day, tens, length] = fields(bits) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const end = headLength + 2 * length;
  const whole = bits.slice(0, end);
  const check = bits.slice(end, end + CHECK_BITS);
  const isWhole =
    bits.length - end - CHECK_BITS < 5 && Number.parseInt(check, 2) === checksum(whole);
  const topics = ALL_TOPICS.filter((_, bit) => Math.floor(mask / 2 ** bit) % 2 === 1);
  const known = MODES[mode];
  if (
    !isWhole ||
    known === undefined ||
    count < 1 ||
    count > MAX_COUNT ||
    length > count ||
    topics.length === 0
  )
    return error("The code does not add up: a letter is missing or mistyped.");
  const outcomes = Array.from(
    { length },
    (_, index) => OUTCOMES[Number.parseInt(bits.slice(headLength + 2 * index).slice(0, 2), 2)]!,
  );
  return {
    type: "result",
    result: { plan: { mode: known, topics, count, seed }, outcomes, day, seconds: tens * 10 },
    isOfOtherVersion: version !== QUESTIONS_VERSION,
  };
}

function fields(bits: string): number[] {
  let at = 0;
  return HEAD_BITS.map((width) => Number.parseInt(bits.slice(at, (at += width)), 2));
}

function binary(value: number, width: number): string {
  return value.toString(2).padStart(width, "0");
}

function clamped(value: number): number {
  return Math.min(Math.max(Math.trunc(value), 0), 65535);
}

function checksum(bits: string): number {
  let sum = 0xffff;
  for (const bit of bits) {
    const carries = ((sum >> 15) & 1) !== Number(bit);
    sum = (sum << 1) & 0xffff;
    if (carries) sum ^= 0x1021;
  }
  return sum;
}

function error(message: string): ReadResult {
  return { type: "error", message };
}
