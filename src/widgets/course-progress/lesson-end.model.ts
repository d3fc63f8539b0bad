/** What the end of a lesson says of the lesson, and what its button does. */
import type { LessonMoment, LessonTimes } from "#learning/progress";
import type { ReadingState } from "#learning/reading-state";

export interface LessonEndFrame {
  readonly text: string;
  readonly action: { readonly label: string; readonly moment: LessonMoment };
}

/** `answered` of its `checks` were answered in any way; both are 0 while the questions are not loaded. */
export function lessonEnd(state: ReadingState, answered: number, checks: number): LessonEndFrame {
  switch (state) {
    case "finished":
      return {
        text: "You have finished this lesson.",
        action: { label: "Mark as not finished", moment: "reopened" },
      };
    case "known":
      return {
        text: "Your answers in the chapter's test show that you know this lesson.",
        action: { label: "Mark as finished", moment: "finished" },
      };
    case "begun":
    case "not-begun": {
      const rule = "A lesson is finished once you reach its end and have answered its checks.";
      const far = answered === 0 ? "Or whenever you say so." : `So far ${answered} of ${checks}.`;
      return {
        text: `${rule} ${far}`,
        action: { label: "Mark as finished", moment: "finished" },
      };
    }
  }
}

/** Whether a lesson whose end was reached is finished now. Never against the reader's word. */
export function finishesByItself(
  times: LessonTimes | undefined,
  answered: number,
  checks: number,
): boolean {
  const hasSpoken = times?.reopened !== undefined || times?.finished !== undefined;
  return !hasSpoken && checks > 0 && answered === checks;
}
