/** Another question of the same making: what comes back for review is not the question that was missed, but one like it. */
import type { AttemptLog } from "./attempt.ts";
import { type Draw, MAX_SEED } from "./draw.ts";
import { type Generator, type Instance, instanceOf } from "./generator.ts";
import type { Question } from "./question.ts";

/** A generator may have few different questions: after so many draws the same one is asked again. */
const DRAWS = 30;

/** Another one than the generator's last question in the log, wherever it has another. */
export function freshInstance(generator: Generator, log: AttemptLog, draw: Draw): Instance {
  const last = log.findLast(({ practised }) => practised === generator.id);
  const asked = last === undefined ? null : askedBy(instanceOf(generator, last.seed).question);
  let instance = instanceOf(generator, draw.whole(0, MAX_SEED));
  for (let left = DRAWS; left > 0 && askedBy(instance.question) === asked; left--)
    instance = instanceOf(generator, draw.whole(0, MAX_SEED));
  return instance;
}

/** What is asked, in whatever order its parts are shown. */
function askedBy(question: Question): string {
  const { kind, prompt, listing = "" } = question;
  const around = kind === "type-text" ? [question.before, question.after] : [];
  const parts =
    "choices" in question ? question.choices : "items" in question ? question.items : [];
  return JSON.stringify([prompt, listing, around, parts.map(({ text }) => text).toSorted()]);
}
