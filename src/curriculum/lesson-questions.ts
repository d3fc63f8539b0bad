/** The lessons' questions, loaded when one nears the view. */
import type { Question } from "#learning/question";

const QUESTIONS = import.meta.glob<readonly Question[]>("/content/lessons/*/*/questions.ts", {
  import: "questions",
});

/** `folder` is below `content/lessons`. */
export function loadQuestions(folder: string): Promise<readonly Question[]> {
  const file = `/content/lessons/${folder}/questions.ts`;
  const load = QUESTIONS[file];
  if (load === undefined) throw new Error(`${file} is missing.`);
  return load();
}
