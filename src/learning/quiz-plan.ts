/**
 * What a quiz asks, told by its address alone: whoever opens the link is asked the same questions in the same order.
 * The generators of the wanted topics take turns, so that no topic is forgotten and none comes twice in a row.
 */
import { MAX_SEED, drawFrom } from "./draw.ts";
import { type Generator, type Instance, instanceOf } from "./generator.ts";
import { GENERATORS } from "./generators.ts";
import { TOPICS, type Topic } from "./topic.ts";

/** A quiz tells after each answer; an exam tells all at its end; a drill asks until its time is over. */
export type QuizMode = "quiz" | "exam" | "drill";

export interface QuizPlan {
  readonly mode: QuizMode;
  /** In the course's order; all of them where every topic is wanted. */
  readonly topics: readonly Topic[];
  /** How many questions, 1 to MAX_COUNT; of a drill, how many it has at most. */
  readonly count: number;
  /** A whole number from 0 to MAX_SEED. */
  readonly seed: number;
}

export const MAX_COUNT = 50;
export const USUAL_COUNT = 10;
/** Raised when a seed makes other questions than before: a link of another number says so. */
export const QUESTIONS_VERSION = 1;

export const ALL_TOPICS = Object.keys(TOPICS) as readonly Topic[];
const MODES: readonly QuizMode[] = ["quiz", "exam", "drill"];

/** The questions of the plan, in their order. `generators` is given in tests alone. */
export function instancesOf(
  { topics, count, seed }: QuizPlan,
  generators: readonly Generator[] = GENERATORS,
): Instance[] {
  const draw = drawFrom(seed);
  const wanted = generators.filter(({ topic }) => topics.includes(topic));
  const instances: Instance[] = [];
  let turn: Generator[] = [];
  while (wanted.length > 0 && instances.length < count) {
    if (turn.length === 0) turn = inTurns(draw.shuffled(wanted), instances.at(-1)?.generator.topic);
    instances.push(instanceOf(turn.shift()!, draw.whole(0, MAX_SEED)));
  }
  return instances;
}

/** Each of another topic than the one before it, as long as there is one. */
function inTurns(shuffled: Generator[], last: Topic | undefined): Generator[] {
  const left = [...shuffled];
  const turn: Generator[] = [];
  let before = last;
  while (left.length > 0) {
    const other = left.findIndex(({ topic }) => topic !== before);
    const [next] = left.splice(Math.max(other, 0), 1);
    turn.push(next!);
    before = next!.topic;
  }
  return turn;
}

/** The address's query, without its question mark: "mode=exam&n=10&seed=00c0ffee&topics=services&v=1". */
export function planQuery({ mode, topics, count, seed }: QuizPlan): string {
  const all = topics.length === ALL_TOPICS.length;
  return [
    `mode=${mode}`,
    `n=${count}`,
    `seed=${seed.toString(16).padStart(8, "0")}`,
    ...(all ? [] : [`topics=${topics.join(",")}`]),
    `v=${QUESTIONS_VERSION}`,
  ].join("&");
}

export type ReadPlan =
  | {
      readonly type: "plan";
      readonly plan: QuizPlan;
      /** The link was made when its seed may have made other questions. */
      readonly isOfOtherVersion: boolean;
    }
  /** The address names no quiz: there is one to choose. */
  | { readonly type: "none" }
  | { readonly type: "error"; readonly message: string };

/** Reads an address's query, which anybody may have written. `get` gives a parameter or null. */
export function readPlan(get: (name: string) => string | null): ReadPlan {
  const seedText = get("seed");
  if (seedText === null) return { type: "none" };
  if (!/^[0-9a-f]{1,8}$/i.test(seedText))
    return error("Its seed should be one to eight digits or letters from a to f.");
  const mode = MODES.find((each) => each === (get("mode") ?? "quiz"));
  if (mode === undefined) return error("It names a kind of quiz that is not known here.");
  const countText = get("n") ?? String(USUAL_COUNT);
  const count = Number(countText);
  if (!/^\d{1,3}$/.test(countText) || count < 1 || count > MAX_COUNT)
    return error(`It should ask for 1 to ${MAX_COUNT} questions.`);
  const named = get("topics")?.split(",") ?? ALL_TOPICS;
  const topics = ALL_TOPICS.filter((topic) => named.includes(topic));
  if (topics.length === 0 || topics.length < new Set(named).size)
    return error("It names a topic that is not known here.");
  const plan: QuizPlan = { mode, topics, count, seed: Number.parseInt(seedText, 16) };
  return { type: "plan", plan, isOfOtherVersion: get("v") !== String(QUESTIONS_VERSION) };
}

function error(why: string): ReadPlan {
  return { type: "error", message: `This link leads to no quiz. ${why}` };
}
