/** What a chapter's and a lesson's own data must hold. Read at build only, never in the page. */
import { z } from "zod";

const sentence = z.string().min(1);

/** As in its address: `chapter/lesson`, without the folders' numbers. */
const lessonAddress = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);

export const chapterSchema = z.strictObject({
  title: sentence,
  description: sentence,
});

export const lessonSchema = z.strictObject({
  title: sentence,
  /** For search engines, so of one result's length. */
  description: sentence.max(160),
  /** For whoever reads every line, tries every widget and answers every question (`reading-time.ts`). */
  minutes: z.int().min(5).max(12),
  /** Each completes "You will be able to …". */
  goals: z.array(sentence).min(2).max(4),
  summary: z.array(sentence).min(2).max(5),
  /** The earlier lessons that this one builds on directly. */
  requires: z.array(lessonAddress),
  /** Ids of the glossary's terms that this lesson explains. */
  introduces: z.array(z.string().regex(/^[a-z0-9-]+$/)),
  sources: z.array(z.strictObject({ title: sentence, url: z.url({ protocol: /^https$/ }) })).min(1),
});

/** `cheat-sheet.json` beside a chapter's lessons: the tables worth having on paper. */
export const sheetSchema = z.strictObject({
  tables: z.array(
    z.union([
      /** A lesson's own table, by the lesson's slug and the text of the table's first heading cells. */
      z.strictObject({ title: sentence, lesson: z.string(), columns: z.array(z.string()).min(1) }),
      z.strictObject({
        title: sentence,
        columns: z.array(z.string()).min(2),
        rows: z.array(z.array(z.string())).min(1),
      }),
    ]),
  ),
});

/** Checked when the lesson is built, so the page trusts the type. */
export type LessonFrontmatter = z.infer<typeof lessonSchema>;

/** What of it the lesson's page has; the course's map has title and minutes. */
export type ShownFrontmatter = Pick<
  LessonFrontmatter,
  "description" | "goals" | "summary" | "sources"
>;

/** The components a lesson may use; anything else stops the build. */
export const LESSON_COMPONENTS = [
  "ApiLadder",
  "Aside",
  "Check",
  "Code",
  "Demultiplexing",
  "EndpointAnatomy",
  "Exposure",
  "Folded",
  "Handshake",
  "In",
  "ListenerQueues",
  "NetstatDecoder",
  "Output",
  "PerLanguage",
  "PerSystem",
  "PortClassifier",
  "PortLine",
  "Predict",
  "Term",
  "Terminal",
] as const;
