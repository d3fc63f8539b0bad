/** The run as a Python program: the scenario's own steps, or the steps with what a person added by hand. */
import type { Plan } from "#simulator/plan";
import { type PythonProgram, pythonProgram } from "#simulator/programs/python-program";
import type { FileStep, SimulationFile } from "#simulator/simulation-file";

export function programOfRun(plan: Plan, title: string, name: string): PythonProgram {
  if (plan.touches.length > 0)
    return {
      type: "none",
      why: "You changed what becomes of a packet on the wire. A program cannot do that. Undo the change, and the program is here.",
    };
  return pythonProgram({ title, file: wholeFile(plan) }, name);
}

/** The file's steps as far as they are made, then those by hand, with the waits between them. */
export function wholeFile({ file, byHand }: Plan): SimulationFile {
  if (byHand === null) return file;
  const steps: FileStep[] = [];
  let now = 0;
  for (const [index, step] of file.steps.entries()) {
    const isLater = byHand.after !== undefined && index > byHand.after;
    if (step.kind === "wait") {
      const ms = Math.min(step.ms, byHand.from / 1000 - now);
      if (ms > 0) steps.push({ kind: "wait", ms });
      now += Math.max(0, ms);
    } else if (!isLater && now * 1000 <= byHand.from) steps.push(step);
  }
  for (const { at, step } of byHand.steps) {
    if (at / 1000 > now) steps.push({ kind: "wait", ms: at / 1000 - now });
    now = Math.max(now, at / 1000);
    steps.push(step);
  }
  return { ...file, steps };
}
