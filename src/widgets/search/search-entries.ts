/** Lessons by their headings, the glossary, the simulated runs and the reviewed ports, each as an entry of search. */
import type { LessonSections } from "#curriculum/section";
import type { Term } from "#curriculum/term";
import type { Service } from "#net/service";
import type { Scenario } from "#simulator/scenarios/scenario";
import { paths } from "#paths";
import type { SearchEntry } from "./search-entry.ts";

interface Sources {
  readonly lessons: readonly LessonSections[];
  readonly terms: readonly Term[];
  readonly scenarios: readonly Scenario[];
  readonly services: readonly Service[];
}

export function searchEntries({ lessons, terms, scenarios, services }: Sources): SearchEntry[] {
  return [
    ...terms.map(entryOfTerm),
    ...lessons.flatMap(entriesOfLesson),
    ...scenarios.map(entryOfRun),
    ...services.map(entryOfService),
  ];
}

function entriesOfLesson({ lesson, title, sections }: LessonSections): SearchEntry[] {
  const [chapter = "", slug = ""] = lesson.split("/");
  const address = paths.lesson(chapter, slug);
  return sections.map(({ heading, anchor, text }) => ({
    id: `lesson ${lesson} ${anchor ?? ""}`,
    kind: "lesson",
    title: heading ?? title,
    within: heading === null ? null : title,
    text,
    also: "",
    address: anchor === null ? address : `${address}#${anchor}`,
  }));
}

function entryOfTerm({ id, term, definition }: Term): SearchEntry {
  return {
    id: `term ${id}`,
    kind: "term",
    title: term,
    within: null,
    text: plain(definition),
    also: "",
    address: paths.term(id),
  };
}

function entryOfRun({ id, title, question, notice }: Scenario): SearchEntry {
  return {
    id: `run ${id}`,
    kind: "run",
    title,
    within: null,
    text: plain([question, ...notice].join(" ")),
    also: "",
    address: paths.scenario(id),
  };
}

function entryOfService(service: Service, index: number): SearchEntry {
  const { port, name, title, aliases = [], transports, use } = service;
  return {
    id: `port ${index}`,
    kind: "port",
    title: `${port} ${title}`,
    within: null,
    text: plain(use),
    also: [name, ...aliases, ...transports].join(" "),
    address: paths.port(port),
  };
}

/** Without the marks of code: an excerpt may be cut between two of them. */
function plain(text: string): string {
  return text.replaceAll("`", "");
}
