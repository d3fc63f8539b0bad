/** A marked answer, as progress remembers it: how it came out and what was believed, not its words. */
import type { Mark } from "./mark.ts";
import type { Answered, Occasion } from "./progress.ts";

export function answeredBy(
  settled: Exclude<Mark, { type: "invalid" }>,
  occasion: Occasion,
): Omit<Answered, "at"> {
  const beliefs = settled.feedback.flatMap(({ chosen, belief }) =>
    chosen && belief !== undefined ? [belief] : [],
  );
  const outcome =
    settled.type === "not-sure" ? "not-sure" : settled.right ? "right" : ("wrong" as const);
  return beliefs.length === 0 ? { outcome, occasion } : { outcome, occasion, beliefs };
}
