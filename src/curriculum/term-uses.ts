/** Where a lesson's text uses terms: by `<Term>`, in bold, or in plain prose. For the tests of the course. */
import type { Term } from "./term.ts";

/** The ids that `<Term>` names. */
export function markedTerms(text: string): string[] {
  return [...text.matchAll(/<Term\s+id="([^"]*)"/g)].map((match) => match[1] ?? "");
}

/** The terms whose name, in the singular or the plural, stands alone between ** and **. */
export function boldTerms(text: string, terms: readonly Term[]): Term[] {
  const bold = new Set([...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = ""]) => low(words)));
  return terms.filter(({ term }) => formsOf(low(term)).some((form) => bold.has(form)));
}

/** The terms that prose speaks of, whether or not they are marked. Code, output and links are no prose. */
export function spokenTerms(text: string, terms: readonly Term[]): Term[] {
  const prose = low(proseOf(text));
  return terms.filter(({ term }) =>
    formsOf(low(term)).some((form) =>
      new RegExp(String.raw`(?<![\w-])${escaped(form)}(?![\w-])`).test(prose),
    ),
  );
}

/** The body of a lesson without what is not read as sentences. */
export function proseOf(text: string): string {
  return (
    text
      .replace(/^---\n[\s\S]*?\n---\n/, "")
      .replaceAll(/^```[\s\S]*?^```$/gm, "")
      .replaceAll(/\{`[\s\S]*?`\}/g, "")
      .replaceAll(/`[^`]*`/g, "")
      .replaceAll(/<[A-Z][^>]*>|<\/[A-Z]\w*>/g, "")
      // What stands in italics is mentioned, not used.
      .replaceAll(/(?<!\*)\*(?!\*)[^*]+\*(?!\*)/g, "")
      // A link may say what a later lesson is about.
      .replaceAll(/\[[^\]]*\]\([^)]*\)/g, "")
  );
}

function formsOf(term: string): string[] {
  return [term, `${term}s`, `${term}es`, term.replace(/y$/, "ies")];
}

function low(words: string): string {
  return words.trim().replace(/\.$/, "").toLowerCase();
}

function escaped(words: string): string {
  return words.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(" ", String.raw`\s+`);
}
