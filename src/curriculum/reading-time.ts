/**
 * How long a lesson takes somebody who reads every line, tries every widget and answers every question.
 * Counted on the lesson's tree after `remarkLessonMaterial`, so with the files and transcripts it shows.
 * What is folded counts for nothing, and of code in several languages only the first: nobody reads it thrice.
 */

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly lang?: string | null;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
}

export interface LessonLength {
  /** Of prose, tables, captions, goals and summary. */
  readonly words: number;
  /** Lines of programs, without blank ones and imports. */
  readonly codeLines: number;
  /** Lines that a terminal printed, and listings. */
  readonly printedLines: number;
  readonly widgets: number;
  readonly figures: number;
  /** Commands for each system, of which one is read. */
  readonly commands: number;
  readonly questions: number;
}

const WIDGETS: ReadonlySet<string> = new Set(["Handshake", "NetstatDecoder", "PortClassifier"]);
const FIGURES: ReadonlySet<string> = new Set([
  "ApiLadder",
  "Demultiplexing",
  "EndpointAnatomy",
  "Exposure",
  "ListenerQueues",
  "PortLine",
]);
/** Its languages of programs; other blocks of code are what something printed. */
const PROGRAMS: ReadonlySet<string> = new Set(["python", "c", "javascript", "sh", "js", "bash"]);

/** What each takes, in seconds: 200 words of prose a minute. */
const SECONDS: Readonly<Record<keyof LessonLength, number>> = {
  words: 60 / 200,
  codeLines: 4,
  printedLines: 2,
  widgets: 90,
  figures: 20,
  commands: 10,
  questions: 25,
};

/** In minutes. */
export function readingTime(length: LessonLength): number {
  let seconds = 0;
  for (const [what, each] of Object.entries(SECONDS) as [keyof LessonLength, number][])
    seconds += each * length[what];
  return seconds / 60;
}

export const NOTHING: LessonLength = {
  words: 0,
  codeLines: 0,
  printedLines: 0,
  widgets: 0,
  figures: 0,
  commands: 0,
  questions: 0,
};

/** `said` are the lines that the page adds: goals, summary. */
export function lessonLength(tree: Node, said: readonly string[]): LessonLength {
  const length = { ...NOTHING, words: wordsIn(said.join(" ")) };
  // A heading that was read once is passed over the next time.
  const printed = new Set<string>();
  const linesPrinted = (text: string) => {
    const lines = text.split("\n").filter((line) => /\w/.test(line) && !printed.has(line));
    for (const line of lines) printed.add(line);
    return lines.length;
  };
  const visit = (node: Node): void => {
    const name = node.name ?? "";
    if (node.type === "yaml" || name === "Folded") return;
    if (node.type === "code") {
      const text = node.value ?? "";
      if (PROGRAMS.has(node.lang ?? "")) length.codeLines += linesIn(text);
      else length.printedLines += linesPrinted(text);
      return;
    }
    if (node.type === "text" || node.type === "inlineCode") {
      length.words += wordsIn(node.value ?? "");
      return;
    }
    const attribute = (wanted: string) => {
      const value = node.attributes?.find((each) => each.name === wanted)?.value;
      return typeof value === "string" ? value : "";
    };
    if (name === "Check" || name === "Predict") length.questions += 1;
    if (name === "PerSystem") length.commands += 1;
    if (WIDGETS.has(name)) length.widgets += 1;
    if (FIGURES.has(name)) length.figures += 1;
    length.words += wordsIn(`${attribute("caption")} ${attribute("title")}`);
    if (name === "Output") length.printedLines += linesPrinted(attribute("transcript"));
    if (name === "Terminal") {
      // The command, and what it printed.
      length.printedLines += 1 + linesPrinted((node.children ?? []).map(textIn).join("\n"));
      return;
    }
    const children = node.children ?? [];
    (name === "PerLanguage" ? children.filter(isElement).slice(0, 1) : children).forEach(visit);
  };
  visit(tree);
  return length;
}

const isElement = (node: Node) => node.type.startsWith("mdxJsx");
const textIn = (node: Node): string => node.value ?? (node.children ?? []).map(textIn).join("\n");
/** Without those that nobody reads: blank ones, brackets alone, and what a program imports. */
const linesIn = (text: string) =>
  text.split("\n").filter((line) => /\w/.test(line) && !/^(import|from|#include)\b/.test(line))
    .length;
const wordsIn = (text: string) =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
