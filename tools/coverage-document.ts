/**
 * What the course covers, collected from the course itself and from `content/coverage.ts`: each section of the two
 * notes, each of their errors, each belief. `coverage.test.ts` holds it; `docs/coverage.md` shows it.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MISCONCEPTIONS, type MisconceptionId } from "#learning/misconception";
import type { Question } from "#learning/question";
import { type Proof, proofsAgainst } from "#learning/proof";
import { paths } from "#paths";
import { ERRATA, NOTES } from "../content/coverage.ts";
import { readSections } from "../src/curriculum/lessons-plugin.ts";
import type { LessonSections } from "../src/curriculum/section.ts";

const LESSONS = "content/lessons";

/** A place is `chapter/lesson` or `chapter/lesson#anchor`. */
type Place = string;

export interface BeliefCoverage {
  readonly id: MisconceptionId;
  readonly belief: string;
  /** Lessons with a question in which a wrong choice is named for the belief. */
  readonly lessons: readonly Place[];
  /** Where it is seen to be wrong. */
  readonly proofs: readonly Proof[];
}

export interface Coverage {
  readonly lessons: readonly LessonSections[];
  readonly beliefs: readonly BeliefCoverage[];
}

export async function readCoverage(): Promise<Coverage> {
  const lessons = readSections(LESSONS);
  const tagged = new Map<string, Place[]>();
  for (const chapter of readdirSync(LESSONS, { withFileTypes: true })) {
    if (!chapter.isDirectory()) continue;
    for (const lesson of readdirSync(join(LESSONS, chapter.name), { withFileTypes: true })) {
      if (!lesson.isDirectory()) continue;
      const file = join(LESSONS, chapter.name, lesson.name, "questions.ts");
      const { questions } = (await import(pathToFileURL(file).href)) as {
        questions: readonly Question[];
      };
      const place = [chapter.name, lesson.name].map((name) => name.replace(/^\d+-/, "")).join("/");
      for (const id of new Set(questions.flatMap(beliefsOf)))
        tagged.set(id, [...(tagged.get(id) ?? []), place]);
    }
  }
  const beliefs = Object.entries(MISCONCEPTIONS).map(([id, { belief }]) => ({
    id: id as MisconceptionId,
    belief,
    lessons: (tagged.get(id) ?? []).toSorted((a, b) => orderOf(lessons, a) - orderOf(lessons, b)),
    proofs: proofsAgainst(id as MisconceptionId),
  }));
  return { lessons, beliefs };
}

/** The text at a place, or null where there is no such place. A lesson without an anchor is all of it. */
export function textAt(lessons: readonly LessonSections[], place: Place): string | null {
  const [address, anchor] = place.split("#");
  const found = lessons.find(({ lesson }) => lesson === address);
  if (found === undefined) return null;
  const sections =
    anchor === undefined
      ? found.sections
      : found.sections.filter((section) => section.anchor === anchor);
  return sections.length === 0 ? null : sections.map(({ text }) => text).join(" ");
}

/** `docs/coverage.md`, whole. */
export function coverageDocument({ lessons, beliefs }: Coverage): string {
  const linked = (place: Place) => placeInWords(lessons, place);
  const lines = [
    "# What the course covers",
    "",
    "Written by `npx tsx tools/write-coverage.ts`; a test compares it with the course. The course grew out of two short notes, one on ports and sockets and one on ports and netstat.",
  ];
  for (const { title, sections } of NOTES) {
    lines.push("", `## ${title}`, "", "| section | lessons |", "| --- | --- |");
    for (const { heading, places } of sections)
      lines.push(row(heading, places.map(linked).join("; ")));
  }
  lines.push(
    "",
    "## What the notes say, and what is so",
    "",
    "| a note says | put right in |",
    "| --- | --- |",
  );
  for (const { says, shown } of ERRATA)
    lines.push(row(says, shown.map(({ place }) => linked(place)).join("; ")));
  lines.push(
    "",
    "## Beliefs",
    "",
    "Where a wrong choice is named for the belief, and what shows it to be wrong: a simulated run; else, where no run of hosts can show it, the page of a port or a recorded listing in the decoder. Each is one tap away from a wrong answer.",
    "",
  );
  lines.push("| belief | questions in | shown to be wrong by |", "| --- | --- | --- |");
  for (const { belief, lessons: places, proofs } of beliefs)
    lines.push(row(belief, places.map(linked).join("; "), proofs.map(proofInWords).join(", ")));
  return `${lines.join("\n")}\n`;
}

function beliefsOf(question: Question): string[] {
  return [...JSON.stringify(question).matchAll(/"belief":"([a-z0-9-]+)"/g)].map(
    (match) => match[1] ?? "",
  );
}

function placeInWords(lessons: readonly LessonSections[], place: Place): string {
  const [address, anchor] = place.split("#");
  const lesson = lessons.find((each) => each.lesson === address);
  const section = lesson?.sections.find((each) => each.anchor === anchor);
  return [
    lesson?.title ?? place,
    ...(anchor === undefined ? [] : [section?.heading ?? anchor]),
  ].join(", ");
}

function proofInWords(proof: Proof): string {
  switch (proof.kind) {
    case "run":
      return `\`${proof.scenario}\`${proof.at === null ? "" : ` at moment ${proof.at}`}`;
    case "port":
      return `\`${paths.port(proof.port)}\``;
    case "listing":
      return `\`${paths.shownListing(proof.listing)}\``;
  }
}

function orderOf(lessons: readonly LessonSections[], place: Place): number {
  return lessons.findIndex(({ lesson }) => lesson === place);
}

function row(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", String.raw`\|`)).join(" | ")} |`;
}
