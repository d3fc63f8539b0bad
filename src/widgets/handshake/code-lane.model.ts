/**
 * Each program's lines at one moment: which one it is at, which call has not come back, what each call gave. What a
 * line can look like is made once; a moment picks one look for each line, so that what stays is the same object.
 */
import { stepWords, whoText } from "#simulator/step-words";
import type { CallStory, Timeline } from "#simulator/timeline";
import type { HostName, Pid } from "#simulator/world";
import { resultWords, type ResultWords } from "./call-result.model.ts";
import { kept, keptByName } from "./kept.model.ts";
import { callKey, type LinkKey, socketKey } from "./link-key.ts";
import { type ProgramLine, programLines } from "./program-lines.ts";
import type { Language } from "./settings.model.ts";

export interface CodeFrame {
  readonly programs: readonly ProgramFrame[];
}

export interface ProgramFrame {
  /** "main", "nginx", as the plan names it. */
  readonly name: string;
  /** Null while it has made no call. */
  readonly pid: Pid | null;
  readonly lines: readonly CodeLine[];
  /** Index of the line that it is at; null before the first. */
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
  readonly stories: readonly CallStory[];
  readonly lines: readonly Line[];
}

interface Line {
  /** Its own call; null for a line without one. */
  readonly story: CallStory | null;
  /** The call that is made after a line without one; for the last lines, none. */
  readonly next: CallStory | null;
  readonly isLeftOut: boolean;
  readonly look: (status: LineStatus) => CodeLine;
}

function frameAt({ name, stories, lines }: Program, position: number): ProgramFrame {
  const at = position - 1;
  let current: number | null = null;
  let isBusy = false;
  const statuses = lines.map((line, index): LineStatus => {
    const status = statusAt(line, position, at);
    const isCall = line.story !== null && status !== "ahead";
    if (isCall && (current === null || isLater(line.story, lines[current]!.story))) current = index;
    isBusy ||= status === "now" || status === "waits";
    return status;
  });
  if (current !== null && !isBusy) statuses[current] = "last";
  return {
    name,
    pid: stories.findLast(({ madeIn }) => madeIn < position)?.pid ?? null,
    lines: lines.map((line, index) => line.look(statuses[index]!)),
    current,
  };
}

const isLater = (one: CallStory, other: CallStory | null) =>
  other === null || one.madeIn >= other.madeIn;

function statusAt({ story, next, isLeftOut }: Line, position: number, at: number): LineStatus {
  if (isLeftOut) return "never";
  if (story === null) return next !== null && next.madeIn < position ? "done" : "ahead";
  if (story.madeIn >= position) return "ahead";
  if (story.returned === null || story.returned.in >= position) return "waits";
  return story.returned.in === at || story.madeIn === at ? "now" : "done";
}

const programsOf = kept((timeline: Timeline) =>
  keptByName((host: HostName) =>
    keptByName((language: Language) =>
      namesOf(timeline, host).map((name) => programOf(timeline, host, name, language)),
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

function programOf(timeline: Timeline, host: HostName, name: string, language: Language): Program {
  const stories = timeline.calls.filter((call) => call.host === host && call.process === name);
  const storyOf = (index: number) =>
    stories.find(({ step }) => step.by === "file" && step.index === index) ?? null;
  const written = programLines(language, timeline.plan.file, host, name);
  const lines: Line[] = written.map((line, index) => {
    const story = line.step === null ? null : storyOf(line.step);
    return lineOf(line.text, `line ${index}`, {
      story,
      next: story ?? nextStory(written, index, storyOf),
      isLeftOut: line.step !== null && story === null,
      isByHand: false,
    });
  });
  for (const story of stories)
    if (story.step.by === "hand")
      lines.push(
        lineOf(handText(timeline, story), `hand ${story.step.index}`, {
          story,
          next: null,
          isLeftOut: false,
          isByHand: true,
        }),
      );
  return { name, stories, lines };
}

function nextStory(
  lines: readonly ProgramLine[],
  from: number,
  storyOf: (index: number) => CallStory | null,
): CallStory | null {
  for (const { step } of lines.slice(from)) if (step !== null) return storyOf(step);
  return null;
}

function lineOf(
  text: string,
  key: string,
  { story, isByHand, ...rest }: Omit<Line, "look"> & { readonly isByHand: boolean },
): Line {
  const keys: readonly LinkKey[] =
    story === null
      ? []
      : [
          callKey(story.id),
          ...(story.socket === null ? [] : [socketKey(story.host, story.socket)]),
        ];
  const result =
    story === null || story.returned === null
      ? null
      : resultWords(story.call.name, story.returned.result);
  const isOver = (status: LineStatus) => status !== "ahead" && status !== "waits";
  return {
    ...rest,
    story,
    look: keptByName((status: LineStatus) => ({
      key,
      text,
      status,
      result: isOver(status) ? result : null,
      keys,
      isByHand,
    })),
  };
}

function handText({ plan }: Timeline, { step, host, process }: CallStory): string {
  const made = plan.byHand?.steps[step.index]?.step;
  return made === undefined ? "" : stepWords(made).slice(whoText(host, process).length + 1);
}
