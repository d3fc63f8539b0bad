/** Every term of the course. What the page of a lesson needs of them is built into the lesson: see `lesson-material.ts`. */
import type { Term } from "./term.ts";

const CHAPTERS = import.meta.glob<readonly Term[]>("/content/glossary/*.ts", {
  eager: true,
  import: "TERMS",
});

/** In the order of the alphabet. */
export const GLOSSARY: readonly Term[] = Object.values(CHAPTERS)
  .flat()
  .toSorted((a, b) => a.term.localeCompare(b.term, "en"));
