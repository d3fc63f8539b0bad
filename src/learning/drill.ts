/** The timed drill: as many questions on ranges and services as one answers in a minute. */
import { MAX_COUNT, type QuizPlan } from "./quiz-plan.ts";
import type { Topic } from "./topic.ts";

/** How long a drill lasts, in milliseconds. */
export const DRILL_MS = 60_000;
export const DRILL_TOPICS: readonly Topic[] = ["port-ranges", "services"];

export function drillPlan(seed: number): QuizPlan {
  return { mode: "drill", topics: DRILL_TOPICS, count: MAX_COUNT, seed };
}

/** Drills of other topics, or of fewer questions, are another task: they count for no personal best. */
export function countsForBest({ mode, topics, count }: QuizPlan): boolean {
  return mode === "drill" && count === MAX_COUNT && topics.join() === DRILL_TOPICS.join();
}

/** Milliseconds left of a drill at `now`, never below 0. A clock that was set back gives no time beyond the minute. */
export function drillLeft(startedAt: number, now: number): number {
  return Math.min(Math.max(startedAt + DRILL_MS - now, 0), DRILL_MS);
}
