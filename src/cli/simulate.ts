/** `npm run -s simulate`: runs a scenario or a file, prints it as text or data, writes a capture. */
import { writeFile } from "node:fs/promises";
import { pcapFile } from "#simulator/pcap";
import { SCENARIOS, scenarioById } from "#simulator/scenarios";
import { simulate } from "#simulator/simulate";
import { parseSimulation } from "#simulator/simulation-file";
import type { SimulationFile } from "#simulator/simulation-file";
import { simulationText } from "#simulator/simulation-text";
import type { SimulationRun } from "#simulator/simulation-report";
import { harmlessText } from "./harmless-text.ts";
import { inputText } from "./input-text.ts";
import { printPieces } from "./print-pieces.ts";
import { type SimulateArguments, simulateArguments, USAGE } from "./simulate-arguments.ts";

const RAN = 0;
const UNREADABLE = 1;
const WRONG_USE = 2;
/** A long line is shown whole: lines are bounded where they are made. */
const LONGEST_LINE = 2000;

process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  const asked = simulateArguments(words);
  switch (asked.kind) {
    case "help":
      await printPieces([USAGE]);
      return RAN;
    case "wrong":
      return complain(`${asked.message}\n\n${USAGE}`, WRONG_USE);
    case "list":
      await printPieces(asked.json ? [listAsData()] : listAsText());
      return RAN;
    case "run":
      return runAndPrint(asked);
  }
}

async function runAndPrint(asked: Extract<SimulateArguments, { kind: "run" }>): Promise<number> {
  const read = await simulationNamed(asked.what);
  if (read.kind === "failed") return complain(`${read.message}\n`, UNREADABLE);
  const { file, heading } = read;
  const at = asked.at ?? Object.keys(file.hosts)[0] ?? "";
  if (!Object.hasOwn(file.hosts, at))
    return complain(
      `There is no host ${harmlessText(at)} to capture at; there are ${Object.keys(file.hosts).join(", ")}.\n`,
      WRONG_USE,
    );
  const simulated = simulate(file);
  if (simulated.type === "error")
    return complain(`${harmlessText(simulated.message)}\n`, UNREADABLE);
  const { run } = simulated;
  if (asked.pcap !== null) {
    const problem = await writeCapture(asked.pcap, run.captures[at] ?? []);
    if (problem !== null) return complain(`${problem}\n`, UNREADABLE);
  }
  await printPieces(asked.json ? [runAsData(run)] : runAsText(heading, file, run));
  return RAN;
}

type Read =
  | { readonly kind: "read"; readonly file: SimulationFile; readonly heading: readonly string[] }
  | { readonly kind: "failed"; readonly message: string };

/** A scenario of that name goes before a file; "./refused" is always a file. */
async function simulationNamed(what: string): Promise<Read> {
  const scenario = scenarioById(what);
  if (scenario !== undefined)
    return parsed(scenario.simulation, [
      scenario.title,
      ...scenario.notice.map((sentence) => `- ${sentence}`),
      "",
    ]);
  const input = await inputText([what]);
  if (input.kind === "failed")
    return {
      kind: "failed",
      message: /[./\\]/.test(what)
        ? input.message
        : `There is no scenario ${harmlessText(what)}, and as a file: ${input.message} --list names the scenarios.`,
    };
  try {
    return parsed(JSON.parse(input.text), []);
  } catch (error) {
    const reason = error instanceof SyntaxError ? `: ${error.message}` : "";
    return { kind: "failed", message: `${harmlessText(what)} is not JSON${harmlessText(reason)}` };
  }
}

function parsed(value: unknown, heading: readonly string[]): Read {
  const result = parseSimulation(value);
  return result.type === "file"
    ? { kind: "read", file: result.file, heading }
    : { kind: "failed", message: harmlessText(result.message) };
}

async function writeCapture(
  name: string,
  capture: Parameters<typeof pcapFile>[0],
): Promise<string | null> {
  try {
    await writeFile(name, pcapFile(capture));
    return null;
  } catch (error) {
    return `${harmlessText(name)} cannot be written: ${harmlessText((error as Error).message)}.`;
  }
}

function* runAsText(
  heading: readonly string[],
  file: SimulationFile,
  run: SimulationRun,
): Generator<string> {
  for (const line of heading) yield `${line}\n`;
  for (const line of simulationText(file, run)) yield `${harmlessText(line, LONGEST_LINE)}\n`;
}

function runAsData({ steps }: SimulationRun): string {
  return `${JSON.stringify({ steps }, null, 2)}\n`;
}

function* listAsText(): Generator<string> {
  let question = "";
  for (const scenario of SCENARIOS) {
    if (scenario.question !== question) {
      yield `${question === "" ? "" : "\n"}${scenario.question}\n`;
      ({ question } = scenario);
    }
    yield `  ${scenario.id.padEnd(28)}${scenario.title}\n`;
  }
}

function listAsData(): string {
  const scenarios = SCENARIOS.map(({ id, title, question, notice, disproves, trace }) => ({
    id,
    title,
    question,
    notice,
    disproves,
    trace,
  }));
  return `${JSON.stringify({ scenarios }, null, 2)}\n`;
}

function complain(message: string, exitCode: number): number {
  process.stderr.write(message);
  return exitCode;
}
