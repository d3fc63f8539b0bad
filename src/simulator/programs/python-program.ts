/**
 * A simulation as one Python program that does it for real, on the reader's own machine. It plays all hosts; each call
 * is made and what it gives is printed. A call that waits is made in a thread of its own, so that the others go on.
 */
import type { FileStep, SimulationFile } from "../simulation-file.ts";
import { whoText } from "../step-words.ts";
import { type LoopbackRun, QUIET_MS, loopbackRun } from "./loopback-run.ts";
import { ProgramNames } from "./program-names.ts";
import { type PythonCall, pythonCall } from "./python-call.ts";
import { helperLines, headLines } from "./python-program-frame.ts";

export type PythonProgram =
  | { readonly type: "program"; readonly text: string }
  /** One sentence for a person. */
  | { readonly type: "none"; readonly why: string };

type CallStep = Extract<FileStep, { kind: "call" }>;

interface Titled {
  readonly title: string;
  readonly file: SimulationFile;
}

/** `name` is the program's own, as "open-and-close.py". */
export function pythonProgram({ title, file }: Titled, name: string): PythonProgram {
  const run = loopbackRun(file);
  if (run.type === "none") return run;
  const names = new ProgramNames(file, run.addresses);
  const body = bodyLines(file, run, names);
  if (typeof body === "string") return { type: "none", why: body };
  const lines = [
    ...headLines({ title, name, file, used: names.usedAddresses(body) }, body),
    ...names.addressLines(body),
    ...helperLines(body, new Set(run.failed.values())),
    ...body,
  ];
  return { type: "program", text: `${lines.join("\n")}\n` };
}

/** The calls' lines; or, as a text, why there are none. */
function bodyLines(
  { steps }: SimulationFile,
  { waits, returnedIn, failed }: LoopbackRun,
  names: ProgramNames,
): readonly string[] | string {
  const lines: string[] = [];
  /** Results that are still to be fetched: the step that they come in, and the line that fetches them. */
  const awaited: { readonly at: number; readonly line: string }[] = [];
  for (const [at, step] of steps.entries()) {
    if (step.kind === "wait") {
      const ms = waits.get(at) ?? QUIET_MS;
      lines.push(ms === QUIET_MS ? "pause()" : `time.sleep(${ms / 1000})`, "");
    } else if (step.kind === "call") {
      const socket = step.on === null ? null : names.socket(step, step.on);
      const trouble = troubleOf(step, socket, names);
      if (trouble !== null) return trouble;
      const made = pythonCall(step, socket ?? "", (to) => names.address(to, socket));
      const who = whoText(step.host, step.process);
      const back = returnedIn.get(at) ?? Infinity;
      // A name that no socket was given to is no socket.
      const result = step.as === null || failed.has(at) ? null : names.give(step, step.as);
      lines.push(...callLines(made, `${who} ${step.call.name}()`, back > at, result));
      if (step.call.name === "close" && socket !== null) names.close(socket);
      if (result !== null && back > at)
        awaited.push({ at: back, line: `${result} = ${result}_later.get()` });
    }
    const fetched = awaited.filter((each) => each.at === at).map(({ line }) => line);
    // Before the blank line that a pause ends with.
    lines.splice(lines.at(-1) === "" ? -1 : lines.length, 0, ...fetched);
  }
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** Where Python itself stands between a call and the system; null where it does not. */
function troubleOf(
  { call, on, nonBlocking }: CallStep,
  socket: string | null,
  names: ProgramNames,
): string | null {
  if (on === null) return null;
  if (socket === null)
    return "A call is made here on a socket that was never given; Python has nothing to make it on.";
  const asksPython =
    call.name === "close" || (nonBlocking && call.name in { accept: 1, connect: 1 });
  if (asksPython && names.isClosed(socket))
    return "A closed socket is used here; Python notices that before it asks the system.";
  if ("to" in call && call.to !== null && !names.isOfFamily(call.to, socket))
    return "An address of the other family is used here; Python notices that before it asks the system.";
  return null;
}

function callLines(
  { target, method, args, isUnwaiting }: PythonCall,
  label: string,
  waits: boolean,
  result: string | null,
): readonly string[] {
  const maker = waits ? "start" : "call";
  const kept = result === null ? "" : `${result}${waits ? "_later" : ""} = `;
  const made = `${kept}${maker}(${[JSON.stringify(label), `${target}.${method}`, ...args].join(", ")})`;
  return isUnwaiting
    ? [`${target}.setblocking(False)`, made, `${target}.setblocking(True)`]
    : [made];
}
