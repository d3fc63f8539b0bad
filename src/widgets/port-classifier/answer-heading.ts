/** On a page the answer's parts stand below its h1; in a lesson (`onAsk` given) below one of the lesson's h2. */
export type AnswerHeading = "h2" | "h3";

export function answerHeading(onAsk: ((query: string) => void) | undefined): AnswerHeading {
  return onAsk === undefined ? "h2" : "h3";
}
