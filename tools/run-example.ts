/** Runs an example of `content/examples` in a copy of its folder and writes down what a terminal would have shown. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ExampleRun,
  type ExampleStep,
  exampleRunSchema,
} from "../src/curriculum/example-schema.ts";
import { WITHOUT_RIGHTS, networkLack, openNetwork } from "./own-network.ts";

export const EXAMPLES = "content/examples";

/** For one step; an example as a whole is meant to take less than three seconds. */
const TIME_LIMIT_MS = 20_000;

interface Started {
  readonly child: ChildProcess;
  readonly title: string;
  printed: string;
  /** The exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
}

/** The example's `run.json`. Throws an error that names the file where it is wrong. */
export function readRun(name: string): ExampleRun {
  const file = join(EXAMPLES, name, "run.json");
  const result = exampleRunSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (result.success) return result.data;
  throw new Error(`${file}: ${result.error.message}`);
}

export function commandOf(step: ExampleStep): readonly string[] {
  if (Array.isArray(step)) return step;
  return "run" in step ? step.run : step.background;
}

/** The programs an example asks of the machine, without those that it builds itself. */
export function toolsOf({ steps }: ExampleRun): readonly string[] {
  const programs = steps.map((step) => commandOf(step)[0] ?? "");
  return [...new Set(programs.filter((program) => !program.startsWith("./")))];
}

/** Why the example cannot be run on this machine, or null. What it lacks of programs is another matter. */
export function lackOf(name: string, run: ExampleRun): string | null {
  if (run.notRun !== undefined) return run.notRun;
  return run.network === undefined ? null : networkLack(run.network, join(EXAMPLES, name));
}

/** The transcript. Rejects where a step ends otherwise than `run.json` says, or not at all. */
export async function transcriptOf(name: string): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "example-")));
  const all: Started[] = [];
  const toStop: Started[] = [];
  const toEnd: Started[] = [];
  const run = readRun(name);
  // Where the machine gives one, so that two runs at a time do not meet at one port.
  const network =
    run.network !== undefined || networkLack([]) === null
      ? await openNetwork(run.network ?? [], join(EXAMPLES, name))
      : null;
  try {
    cpSync(join(EXAMPLES, name), folder, { recursive: true });
    for (const step of run.steps) {
      const isOrdinary = !Array.isArray(step) && "run" in step && step.ordinary === true;
      const behind = [...(network?.enter ?? []), ...(isOrdinary ? WITHOUT_RIGHTS : [])];
      const started = start(commandOf(step), folder, behind);
      all.push(started);
      if (Array.isArray(step)) await endOf(started, 0);
      else if ("run" in step) await endOf(started, step.exit);
      else {
        await printing(started, step.until);
        (step.stopped === true ? toStop : toEnd).push(started);
      }
    }
    for (const started of toEnd) await endOf(started, 0);
    for (const started of toStop) {
      started.child.kill();
      await started.ended;
    }
    const isBackground = (started: Started) => toStop.includes(started) || toEnd.includes(started);
    return all
      .map((started) => {
        const text = started.printed.replaceAll(`${folder}/`, "").trimEnd();
        const prompt = `$ ${started.title}${isBackground(started) ? " &" : ""}\n`;
        return text === "" ? prompt : `${prompt}${text}\n`;
      })
      .join("");
  } finally {
    for (const { child } of all) child.kill("SIGKILL");
    network?.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `behind` is what the command is put behind, and no part of what was typed. */
function start(command: readonly string[], folder: string, behind: readonly string[]): Started {
  const [program = "", ...rest] = [...behind, ...command];
  const child = spawn(program, rest, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    // What the tools of another language would print is not what the lesson shows.
    env: { ...process.env, LC_ALL: "C", PYTHONUNBUFFERED: "1", NO_COLOR: "1" },
  });
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? signal ?? "?"));
  });
  // Awaited later, or never where another step fails first.
  ended.catch(() => {});
  const started: Started = { child, title: titleOf(command), printed: "", ended };
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (started.printed += text));
  return started;
}

async function endOf(started: Started, expected: number) {
  const end = await inTime(started.ended, `${started.title} does not end`, started);
  if (end !== expected)
    throw new Error(`${started.title} ended with ${end}, not ${expected}:\n${started.printed}`);
}

async function printing(started: Started, text: string) {
  const printed = new Promise<void>((resolve) => {
    const look = () => {
      if (started.printed.includes(text)) resolve();
    };
    started.child.stdout?.on("data", look);
    started.child.stderr?.on("data", look);
    look();
  });
  const ended = started.ended.then((end) => {
    if (!started.printed.includes(text))
      throw new Error(`${started.title} ended with ${end} before “${text}”:\n${started.printed}`);
  });
  await inTime(
    Promise.race([printed, ended]),
    `${started.title} does not print “${text}”`,
    started,
  );
}

async function inTime<Value>(promise: Promise<Value>, complaint: string, started: Started) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${complaint}:\n${started.printed}`)), TIME_LIMIT_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** As one would type it in a shell. */
function titleOf(command: readonly string[]): string {
  const [program, option, line = ""] = command;
  if (program === "sh" && option === "-c") return line;
  return command.map(quoted).join(" ");
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** The transcript with a name for every number that differs from run to run, the same for the same number. */
export function withoutVarying(transcript: string, varies: ExampleRun["varies"]): string {
  let text = transcript;
  for (const [name, pattern] of Object.entries(varies)) {
    const names = new Map<string, string>();
    text = text.replaceAll(new RegExp(pattern, "gm"), (number) => {
      const known = names.get(number) ?? `<${name} ${names.size + 1}>`;
      names.set(number, known);
      return known;
    });
  }
  return text;
}
