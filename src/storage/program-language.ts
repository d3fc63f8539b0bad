/** The language in which the reader wants to see programs: one choice for all pages. Python until one is made. */
import { choiceOf } from "./choice.ts";

export const PROGRAM_LANGUAGES = ["python", "c", "node"] as const;
export type ProgramLanguage = (typeof PROGRAM_LANGUAGES)[number];

export const {
  chosen: chosenLanguage,
  choose: chooseLanguage,
  watch: watchLanguage,
} = choiceOf("language", PROGRAM_LANGUAGES);
