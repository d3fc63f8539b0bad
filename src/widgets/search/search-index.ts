/**
 * Search over some thousand entries, made in the page from the build's own data: the words are weighed by
 * MiniSearch (BM25), a beginning of a word finds it, and a slip of the finger is forgiven. Where no entry has
 * all the words, those with some of them are given, and that is said.
 */
import MiniSearch from "minisearch";
import type { SearchEntry } from "./search-entry.ts";
import { indexedWords, wholeWords } from "./words.ts";

export interface Found {
  readonly entry: SearchEntry;
  /** As they stand in the index, in lower case: what an excerpt marks. */
  readonly words: readonly string[];
}

export interface SearchResults {
  /** The best first. */
  readonly found: readonly Found[];
  /** True where no entry has all the words of the query, so that each has some of them. */
  readonly isPartial: boolean;
}

export type Search = (query: string) => SearchResults;

/** So many entries go into the index before the page may do something else. */
const AT_ONCE = 20;
/** Words of fewer letters are not forgiven a slip: too many others are near. */
const SHORTEST_FORGIVEN = 5;

/** Resolves when every entry is in, in many small steps. */
export async function makeSearch(entries: readonly SearchEntry[]): Promise<Search> {
  const index = new MiniSearch<SearchEntry>({
    fields: ["title", "within", "text", "also"],
    tokenize: indexedWords,
    // The words are in lower case already.
    processTerm: (word) => word,
  });
  await index.addAllAsync(entries, { chunkSize: AT_ONCE });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));

  const find = (query: string, combineWith: "AND" | "OR"): Found[] =>
    index
      .search(query, {
        combineWith,
        tokenize: wholeWords,
        boost: { title: 6, within: 2, also: 3 },
        prefix: true,
        fuzzy: (word) => (word.length < SHORTEST_FORGIVEN || /\d/.test(word) ? false : 0.2),
        // A word's definition, and what a heading names, before what mentions it.
        boostDocument: (id) => (byId.get(String(id))?.kind === "term" ? 1.5 : 1),
      })
      .map(({ id, terms }) => ({ entry: byId.get(String(id))!, words: terms }));

  return (query) => {
    const all = find(query, "AND");
    if (all.length > 0) return { found: all, isPartial: false };
    return { found: find(query, "OR"), isPartial: wholeWords(query).length > 1 };
  };
}
