/**
 * How strong one is in each lesson, by its checks and by chapter tests. Their questions are the lesson's own and come in
 * no log, so this tells only where to begin: once a generator was asked, its own answers tell more.
 */
import type { Progress } from "./progress.ts";

/** The share of its questions that were right when each was last answered, 0 to 1, by the lesson's address. Guesses before a lesson judge nobody. */
export function lessonStrengths({
  answers,
}: Pick<Progress, "answers">): ReadonlyMap<string, number> {
  const counts = new Map<string, { asked: number; right: number }>();
  for (const [key, answered] of Object.entries(answers)) {
    const last = answered.findLast(({ occasion }) => occasion !== "predict");
    if (last === undefined) continue;
    const [lesson = ""] = key.split("#");
    const { asked, right } = counts.get(lesson) ?? { asked: 0, right: 0 };
    counts.set(lesson, { asked: asked + 1, right: right + (last.outcome === "right" ? 1 : 0) });
  }
  return new Map([...counts].map(([lesson, { asked, right }]) => [lesson, right / asked]));
}
