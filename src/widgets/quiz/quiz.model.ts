/** The words of a quiz: what it is, how it came out, what is copied of it. Plain text, without a clock. */
import { answerText, rightText } from "#learning/answer-text";
import { type Outcome, outcomeOf } from "#learning/attempt";
import { ALL_TOPICS, type QuizMode, type QuizPlan } from "#learning/quiz-plan";
import type { Answered, Score } from "#learning/quiz-sitting";
import { FIRST_DAY, type QuizResult } from "#learning/result-code";
import { restored } from "#learning/saved-answer";
import { TOPICS } from "#learning/topic";

const DAY_MS = 86_400_000;

export const MODE_WORDS: Readonly<
  Record<QuizMode, { readonly name: string; readonly tells: string }>
> = {
  quiz: { name: "Quiz", tells: "After each answer you are told what is right, and why." },
  exam: {
    name: "Exam",
    tells: "You are told nothing on the way. All marks and reasons come at the end.",
  },
  drill: {
    name: "Drill",
    tells:
      "As many as you can in 60 seconds. An answer counts as soon as you click or touch it. The reasons come at the end.",
  },
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  right: "Right",
  partly: "Partly right",
  wrong: "Not right",
  "not-sure": "Not sure",
};

/** "An exam of 10 questions" */
export function titleOf({ mode, count }: QuizPlan): string {
  if (mode === "drill") return "A drill of 60 seconds";
  const questions = `${count} question${count === 1 ? "" : "s"}`;
  return mode === "exam" ? `An exam of ${questions}` : `A quiz of ${questions}`;
}

/** "All topics", or their names. */
export function topicsText({ topics }: QuizPlan): string {
  if (topics.length === ALL_TOPICS.length) return "All topics";
  return topics.map((topic) => TOPICS[topic]).join(", ");
}

export function seedText({ seed }: QuizPlan): string {
  return seed.toString(16).padStart(8, "0");
}

/** "4 min 10 s" */
export function timeText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}

/** "70 %"; of nothing, 0 %. */
export function percentText(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((part / whole) * 100)} %`;
}

/** The day of `at`, in milliseconds since 1970, as result codes count days. */
export function dayOf(at: number): number {
  return Math.floor((at - FIRST_DAY) / DAY_MS);
}

/** "22 November 2026" */
export function dayText(day: number): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    FIRST_DAY + day * DAY_MS,
  );
}

/** What a code tells of the sitting. */
export function resultOf(
  plan: QuizPlan,
  startedAt: number,
  answered: readonly Answered[],
  score: Score,
): QuizResult {
  return {
    plan,
    outcomes: answered.map(({ settled }) => outcomeOf(settled)),
    day: dayOf(startedAt),
    seconds: Math.round(score.took / 1000),
  };
}

/** One question of a result, as it is shown, printed and copied. `answer` is null where only its outcome is known. */
export interface ResultLine {
  readonly outcome: Outcome;
  readonly prompt: string;
  readonly listing: string | null;
  readonly answer: string | null;
  readonly right: string;
}

export function resultLine({ instance, given, settled }: Answered): ResultLine {
  const { question } = instance;
  const answer = restored(given.answer, question);
  return {
    outcome: outcomeOf(settled),
    prompt: question.prompt,
    listing: question.listing ?? null,
    answer: answer === null ? null : answerText(question, answer),
    right: rightText(question),
  };
}

/** A result as text to be copied. `link` leads to the questions. */
export function resultText(
  { plan, day }: QuizResult,
  score: Score,
  lines: readonly ResultLine[],
  code: string,
  link: string,
): string {
  const { right, questions, earned, total, took } = score;
  const head = [
    `Ports of Call. ${titleOf(plan)}: ${topicsText(plan)}`,
    `${right} of ${questions} right (${percentText(right, questions)}), ${earned} of ${total} points`,
    `${dayText(day)}, ${timeText(took)}`,
    `The same questions: ${link}`,
    `Result code: ${code}`,
    "Nobody watched while these questions were answered.",
  ];
  const told = lines.map((line, index) =>
    [
      `${index + 1}. ${OUTCOME_WORDS[line.outcome]}. ${plain(line.prompt)}`,
      ...(line.listing === null ? [] : [indented(line.listing)]),
      ...(line.answer === null || line.outcome === "not-sure"
        ? []
        : [`   Answer: ${plain(line.answer)}`]),
      ...(line.outcome === "right" ? [] : [`   Right answer: ${plain(line.right)}`]),
    ].join("\n"),
  );
  return `${head.join("\n")}\n\n${told.join("\n")}\n`;
}

function plain(text: string): string {
  return text.replaceAll("`", "");
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `   | ${line}`)
    .join("\n");
}
