/** What the search page shows for a query: the results of one kind or of all, with excerpts, some at a time. */
import { parsePortQuery } from "#net/port-query";
import { paths } from "#paths";
import { type Piece, excerptOf } from "./excerpt.ts";
import type { EntryKind } from "./search-entry.ts";
import type { Search } from "./search-index.ts";

export const KINDS: readonly {
  readonly kind: EntryKind;
  readonly label: string;
  readonly all: string;
}[] = [
  { kind: "lesson", label: "Lesson", all: "Lessons" },
  { kind: "term", label: "Word", all: "Glossary" },
  { kind: "run", label: "Simulated run", all: "Simulated runs" },
  { kind: "port", label: "Port", all: "Ports" },
];

/** Results that are shown at first, and added by each "Show more". */
export const SHOWN_AT_ONCE = 20;
/** A query is cut to this many characters: longer ones are pasted text, not words to find. */
const LONGEST_QUERY = 200;
/** Of a query that is repeated in a sentence. */
const LONGEST_SHOWN = 60;

export interface ResultRow {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly within: string | null;
  readonly excerpt: readonly Piece[];
  readonly address: string;
}

export interface SearchFrame {
  readonly query: string;
  /** What a person who does not see the list is told when it changes. */
  readonly status: string;
  /** The kind whose results the rows are; null for all. */
  readonly kind: EntryKind | null;
  /** Each kind that has results; empty where at most one has. */
  readonly kinds: readonly { readonly kind: EntryKind; readonly text: string }[];
  readonly rows: readonly ResultRow[];
  /** How many more there are than the rows. */
  readonly more: number;
  /** The port that the query is, which has a page whether or not anything else is found. */
  readonly port: { readonly title: string; readonly address: string } | null;
  /** The same query among all registered services; null where it could not be one. */
  readonly registry: string | null;
}

/** Null for a query without a word in it. */
export function searchFrame(
  search: Search,
  typed: string,
  kind: EntryKind | null,
  shown: number = SHOWN_AT_ONCE,
): SearchFrame | null {
  // Marks that nobody sees, such as those that turn the order of writing round, would go on in our own sentences.
  const query = typed
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, LONGEST_QUERY);
  if (!/[\p{L}\p{N}:]/u.test(query)) return null;
  const { found, isPartial } = search(query);
  const present = KINDS.map(({ kind, all }) => ({
    kind,
    all,
    count: found.filter(({ entry }) => entry.kind === kind).length,
  })).filter(({ count }) => count > 0);
  const chosen = present.some((each) => each.kind === kind) ? kind : null;
  const wanted = chosen === null ? found : found.filter(({ entry }) => entry.kind === chosen);
  const asked = parsePortQuery(query);
  return {
    query,
    status: statusOf(shortened(query), wanted.length, isPartial),
    kind: chosen,
    kinds:
      present.length < 2
        ? []
        : present.map(({ kind, all, count }) => ({ kind, text: `${all} (${count})` })),
    rows: wanted.slice(0, shown).map(({ entry, words }) => ({
      id: entry.id,
      label: KINDS.find(({ kind }) => kind === entry.kind)!.label,
      title: entry.title,
      within: entry.within,
      excerpt: excerptOf(entry.text, words),
      address: entry.address,
    })),
    more: Math.max(0, wanted.length - shown),
    port:
      asked.kind === "port"
        ? { title: `Port ${asked.port}`, address: paths.port(asked.port) }
        : null,
    registry: asked.kind === "word" ? paths.portQuery(query) : null,
  };
}

function shortened(query: string): string {
  return query.length <= LONGEST_SHOWN ? query : `${query.slice(0, LONGEST_SHOWN).trimEnd()}…`;
}

function statusOf(query: string, count: number, isPartial: boolean): string {
  if (count === 0) return `Nothing in the course has “${query}”.`;
  const results = count === 1 ? "1 result" : `${count} results`;
  return isPartial
    ? `Nothing has all of “${query}”. ${results} with a part of it.`
    : `${results} for “${query}”.`;
}
