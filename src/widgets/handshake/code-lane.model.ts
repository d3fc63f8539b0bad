/**
 * Each program's lines at one moment: which one it is at, which call has not come back, what each call gave. What a
 * line can look like is made once; a moment picks one look for each line, so that what stays is the same object.
 */
import { contextAfter, NEW_PROGRAM } from "#simulator/programs/code-context";
import { codeLine } from "#simulator/programs/code-line";
import { type ProgramLine, programLines } from "#simulator/programs/program-lines";
import type { CallStory, Timeline } from "#simulator/timeline";
import type { HostName } from "#simulator/world";
import { resultWords, type ResultWords } from "./call-result.model.ts";
import { kept, keptByName } from "./kept.model.ts";
import { callKey, type LinkKey, socketKey } from "./link-key.ts";
import type { Language } from "./settings.model.ts";

export interface CodeFrame {
  readonly programs: readonly ProgramFrame[];
}

export interface ProgramFrame {
  /** "main", "nginx", as the plan names it. */
  readonly name: string;
  readonly lines: readonly CodeLine[];
  /** Index of the line that it is at; null before the first call. */
  readonly current: number | null;
}

/**
 * "now": this moment began or ended its call. "waits": its call has not come back. "last": the last line that was
 * done, while other things happen. "never": the run leaves it out.
 */
export type LineStatus = "ahead" | "now" | "waits" | "last" | "done" | "never";

export interface CodeLine {
  readonly key: string;
  readonly text: string;
  /** What a reader should know of it besides. */
  readonly note: string | null;
  readonly status: LineStatus;
  /** Of its call, once it has come back. */
  readonly result: ResultWords | null;
  readonly keys: readonly LinkKey[];
  /** A call that a person added. */
  readonly isByHand: boolean;
}

export function codeFrame(
  timeline: Timeline,
  position: number,
  host: HostName,
  language: Language,
): CodeFrame {
  return {
    programs: programsOf(timeline)(host)(language).map((program) => frameAt(program, position)),
  };
}

interface Program {
  readonly name: string;
  readonly lines: readonly Line[];
}

interface Line {
  /** The calls that it makes, in order; none for an opening, a bracket, a preparation. */
  readonly stories: readonly CallStory[];
  /** For a line without calls: it is done when this is made, or has come back. Null: never. */
  readonly doneWith: { readonly story: CallStory; readonly when: "made" | "returned" } | null;
  readonly isLeftOut: boolean;
  /** With so many of its calls returned. */
  readonly look: (status: LineStatus, returned: number) => CodeLine;
}

function frameAt({ name, lines }: Program, position: number): ProgramFrame {
  let current: number | null = null;
  let latest = -1;
  let isBusy = false;
  const statuses = lines.map((line, index): LineStatus => {
    const status = statusAt(line, position);
    for (const { madeIn } of line.stories)
      if (madeIn < position && madeIn > latest) {
        latest = madeIn;
        current = index;
      }
    isBusy ||= status === "now" || status === "waits";
    return status;
  });
  if (current !== null && !isBusy) statuses[current] = "last";
  return {
    name,
    lines: lines.map((line, index) =>
      line.look(statuses[index]!, returnedOf(line.stories, position).length),
    ),
    current,
  };
}

const returnedOf = (stories: readonly CallStory[], position: number) =>
  stories.filter(({ returned }) => returned !== null && returned.in < position);

function statusAt({ stories, doneWith, isLeftOut }: Line, position: number): LineStatus {
  if (isLeftOut) return "never";
  if (stories.length === 0) {
    const { story, when } = doneWith ?? {};
    const index = when === "made" ? story?.madeIn : story?.returned?.in;
    return index !== undefined && index < position ? "done" : "ahead";
  }
  const made = stories.filter(({ madeIn }) => madeIn < position);
  if (made.length === 0) return "ahead";
  if (made.some(({ returned }) => returned === null || returned.in >= position)) return "waits";
  const at = position - 1;
  return made.some(({ madeIn, returned }) => madeIn === at || returned?.in === at) ? "now" : "done";
}

const programsOf = kept((timeline: Timeline) =>
  keptByName((host: HostName) =>
    keptByName((language: Language) =>
      namesOf(timeline, host).map((name) => ({
        name,
        lines: linesOf(timeline, host, name, language),
      })),
    ),
  ),
);

/** In the order in which they make their first call. */
function namesOf({ plan }: Timeline, host: HostName): readonly string[] {
  const steps = [...plan.file.steps, ...(plan.byHand?.steps.map(({ step }) => step) ?? [])];
  return [
    ...new Set(
      steps.flatMap((step) => (step.kind === "call" && step.host === host ? [step.process] : [])),
    ),
  ];
}

function linesOf(
  timeline: Timeline,
  host: HostName,
  name: string,
  language: Language,
): readonly Line[] {
  const stories = timeline.calls.filter((call) => call.host === host && call.process === name);
  const written = programLines(language, timeline.plan.file, host, name);
  return [...fileLines(written, stories), ...handLines(stories, language)];
}

function fileLines(
  written: readonly ProgramLine[],
  stories: readonly CallStory[],
): readonly Line[] {
  const byStep = new Map(
    stories.flatMap((story) => (story.step.by === "file" ? [[story.step.index, story]] : [])),
  );
  const mainLines = mainLinesOf(written);
  return written.map(({ text, note, steps }, index) => {
    const own = steps.filter((step) => mainLines.get(step) === index);
    const made = own.flatMap((step) => byStep.get(step) ?? []);
    return lineOf(`line ${index}`, text, {
      note,
      stories: made,
      doneWith: neighbourOf(written, index, byStep, mainLines),
      isLeftOut: steps.length > 0 && steps.every((step) => !byStep.has(step)),
      isByHand: false,
    });
  });
}

/** A step may take several lines: its call is on the one that has something to say, or on the first. */
function mainLinesOf(written: readonly ProgramLine[]): ReadonlyMap<number, number> {
  const main = new Map<number, number>();
  for (const [index, { steps, note }] of written.entries())
    for (const step of steps)
      if (!main.has(step) || (note !== null && written[main.get(step)!]?.note === null))
        main.set(step, index);
  return main;
}

/** What stands after a call's own line belongs to it; else it goes with the next call, or at the end with the last. */
function neighbourOf(
  written: readonly ProgramLine[],
  index: number,
  byStep: ReadonlyMap<number, CallStory>,
  mainLines: ReadonlyMap<number, number>,
): Line["doneWith"] {
  const [step] = written[index]?.steps ?? [];
  const own = step === undefined ? undefined : byStep.get(step);
  if (step !== undefined && own !== undefined && mainLines.get(step)! < index)
    return { story: own, when: "returned" };
  const next = written.slice(index).find(({ steps }) => steps.length > 0)?.steps[0];
  if (next !== undefined) {
    const story = byStep.get(next);
    return story === undefined ? null : { story, when: "made" };
  }
  const last = byStep.get(written.findLast(({ steps }) => steps.length > 0)?.steps.at(-1) ?? -1);
  return last === undefined ? null : { story: last, when: "returned" };
}

/** Calls by hand follow the file's, each as a line that knows of those before it. */
function handLines(stories: readonly CallStory[], language: Language): readonly Line[] {
  let context = NEW_PROGRAM;
  const lines: Line[] = [];
  for (const story of stories) {
    if (story.step.by === "hand") {
      const { text, note } = codeLine(language, story.named, context);
      lines.push(
        lineOf(`hand ${story.step.index}`, text, {
          note,
          stories: [story],
          doneWith: null,
          isLeftOut: false,
          isByHand: true,
        }),
      );
    }
    context = contextAfter(context, story.named);
  }
  return lines;
}

function lineOf(
  key: string,
  text: string,
  {
    note,
    isByHand,
    ...line
  }: Omit<Line, "look"> & { readonly note: string | null; readonly isByHand: boolean },
): Line {
  const { stories } = line;
  const keys: readonly LinkKey[] = [
    ...new Set(
      stories.flatMap(({ id, host, socket }) => [
        callKey(id),
        ...(socket === null ? [] : [socketKey(host, socket)]),
      ]),
    ),
  ];
  const looks = keptByName((status: LineStatus) =>
    keptByName((returned: number): CodeLine => ({
      key,
      text,
      note,
      status,
      result: status === "waits" ? null : resultOf(stories.slice(0, returned)),
      keys,
      isByHand,
    })),
  );
  return { ...line, look: (status, returned) => looks(status)(returned) };
}

/** Of several calls on a line the first that failed, or else the last. */
function resultOf(stories: readonly CallStory[]): ResultWords | null {
  const results = stories.flatMap(({ call, returned }) =>
    returned === null ? [] : [resultWords(call.name, returned.result)],
  );
  return results.find(({ isError }) => isError) ?? results.at(-1) ?? null;
}
