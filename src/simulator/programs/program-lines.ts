/**
 * A program of a simulation as a whole: its opening, a line for each of its calls (a few joined in one, in Node), its
 * end. It is what the program does when all goes as in the file; answers to errors are left out.
 */
import type { NamedCall } from "../file-calls.ts";
import type { FileStep, SimulationFile } from "../simulation-file.ts";
import type { HostName } from "../world.ts";
import { cLine } from "./c-line.ts";
import { type CodeContext, type CodeLanguage, NEW_PROGRAM, contextAfter } from "./code-context.ts";
import { nodeLine } from "./node-line.ts";
import { closing, indent, opening } from "./program-frame.ts";
import { pythonLine } from "./python-line.ts";

export interface ProgramLine {
  readonly text: string;
  /** As of CodeLine. */
  readonly note: string | null;
  /** Indexes into the file's steps, from 0, of the calls that it makes; none for an opening or a bracket. */
  readonly steps: readonly number[];
}

/** What a program goes through: its calls, and where it begins again. */
type Passage =
  | {
      readonly kind: "call";
      readonly index: number;
      readonly named: NamedCall;
      readonly isOwn: boolean;
    }
  | { readonly kind: "remark"; readonly text: string };

/** Empty where the host has no such program, or one that makes no call. */
export function programLines(
  language: CodeLanguage,
  file: SimulationFile,
  host: HostName,
  process: string,
): readonly ProgramLine[] {
  const passages = passagesOf(file.steps, host, process, file.steps.length);
  if (!passages.some(({ kind }) => kind === "call")) return [];
  const body = language === "node" ? nodeBody(passages) : plainBody(language, passages);
  const inner = language === "c" ? body.map((line) => indented(line, 1)) : body;
  return [
    ...opening(
      language,
      body.map(({ text }) => text),
    ).map(frameLine),
    ...inner,
    ...closing(language).map(frameLine),
  ];
}

const frameLine = (text: string): ProgramLine => ({ text, note: null, steps: [] });

const indented = (line: ProgramLine, depth: number): ProgramLine =>
  line.text === "" ? line : { ...line, text: `${indent(depth)}${line.text}` };

/** A child's program is its parent's until fork(). */
function passagesOf(
  steps: readonly FileStep[],
  host: HostName,
  process: string,
  end: number,
): readonly Passage[] {
  const fork = steps.findIndex(
    (step, at) =>
      at < end && isCall(step, host) && step.call.name === "fork" && step.as === process,
  );
  const parent = steps[fork];
  const inherited =
    parent?.kind !== "call" || parent.process === process
      ? []
      : [
          ...passagesOf(steps, host, parent.process, fork + 1).map((passage) =>
            passage.kind === "call" ? { ...passage, isOwn: false } : passage,
          ),
          { kind: "remark" as const, text: "In the child, where fork() gave 0:" },
        ];
  const passages: Passage[] = [...inherited];
  let ended: string | null = null;
  for (const [index, step] of steps.slice(0, end).entries()) {
    if (step.kind === "power" && step.host === host && !step.isUp && passages.length > 0)
      ended = "The machine was switched off; the program begins anew:";
    if (!isCall(step, host) || step.process !== process) continue;
    if (ended !== null) passages.push({ kind: "remark", text: ended });
    ended = step.call.name === "exit" ? "The program begins anew:" : null;
    passages.push({ kind: "call", index, named: step, isOwn: true });
  }
  return passages;
}

const isCall = (step: FileStep, host: HostName): step is Extract<FileStep, { kind: "call" }> =>
  step.kind === "call" && step.host === host;

const stepsOf = (passages: readonly Extract<Passage, { kind: "call" }>[]) =>
  passages.flatMap(({ index, isOwn }) => (isOwn ? [index] : []));

function plainBody(language: "python" | "c", passages: readonly Passage[]): readonly ProgramLine[] {
  let context = NEW_PROGRAM;
  return passages.flatMap((passage) => {
    if (passage.kind === "remark")
      return [frameLine(language === "c" ? `/* ${passage.text} */` : `# ${passage.text}`)];
    const { text, note, before, after } = (language === "c" ? cLine : pythonLine)(
      passage.named,
      context,
    );
    context = contextAfter(context, passage.named);
    const steps = stepsOf([passage]);
    return [before, text, after].flatMap((each) =>
      each === null ? [] : [{ text: each, note: each === text ? note : null, steps }],
    );
  });
}

function nodeBody(passages: readonly Passage[]): readonly ProgramLine[] {
  const lines: ProgramLine[] = [];
  const joined = new Map<string, Extract<Passage, { kind: "call" }>[]>();
  let context: CodeContext = NEW_PROGRAM;
  let depth = 0;
  for (const [at, passage] of passages.entries()) {
    if (passage.kind === "remark") {
      lines.push(indented(frameLine(`// ${passage.text}`), depth));
      continue;
    }
    const { kind, text, note, inside } = nodeLine(passage.named, context);
    context = contextAfter(context, passage.named);
    const socket = socketName(passage.named);
    if (kind === "joins" && isPartOfLater(passages.slice(at + 1), socket, passage.named)) {
      joined.set(socket, [...(joined.get(socket) ?? []), passage]);
      continue;
    }
    const parts = TAKES_PARTS.has(passage.named.call.name) ? (joined.get(socket) ?? []) : [];
    if (parts.length > 0) joined.delete(socket);
    const steps = stepsOf([...parts, passage]);
    lines.push(indented({ text, note, steps }, depth));
    if (kind !== "opens") continue;
    depth += 1;
    if (inside !== null) lines.push(indented({ text: inside, note: null, steps }, depth));
  }
  for (; depth > 0; depth -= 1) lines.push(indented(frameLine("});"), depth - 1));
  return lines;
}

const socketName = ({ call, on, as }: NamedCall) => (call.name === "socket" ? as : on) ?? "";

const TAKES_PARTS: ReadonlySet<string> = new Set(["connect", "listen", "close"]);

/** Whether the line that it is part of will come, before the name is given anew. */
function isPartOfLater(rest: readonly Passage[], name: string, { call }: NamedCall): boolean {
  const isOfClose = call.name === "setsockopt" && call.option.name === "SO_LINGER";
  for (const passage of rest) {
    if (passage.kind === "remark" || passage.named.as === name) return false;
    if (passage.named.on !== name) continue;
    const later = passage.named.call.name;
    if (later === "close") return isOfClose;
    if (!isOfClose && TAKES_PARTS.has(later)) return true;
  }
  return false;
}
