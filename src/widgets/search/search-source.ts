/** Everything that can be found, loaded when search is first asked for, and made into an index once. */
import type { Search } from "./search-index.ts";
import { searchEntries } from "./search-entries.ts";

let loading: Promise<Search | null> | null = null;

/** The same promise for everybody. Null where it could not be loaded. */
export function loadSearch(): Promise<Search | null> {
  loading ??= load().catch(() => null);
  return loading;
}

async function load(): Promise<Search> {
  const [{ makeSearch }, course, { SERVICES }, { SCENARIOS }] = await Promise.all([
    import("./search-index.ts"),
    import("#curriculum/lesson-search"),
    import("#net/services"),
    import("#simulator/scenarios"),
  ]);
  const entries = searchEntries({
    lessons: course.LESSON_SECTIONS,
    terms: course.GLOSSARY,
    scenarios: SCENARIOS,
    services: SERVICES,
  });
  return makeSearch(entries);
}
