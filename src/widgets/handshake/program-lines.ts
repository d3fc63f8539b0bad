/** Stand-in until the simulator has programs: each call in the words of its step. */
import type { SimulationFile } from "#simulator/simulation-file";
import { stepWords, whoText } from "#simulator/step-words";
import type { HostName } from "#simulator/world";
import type { Language } from "./settings.model.ts";

export interface ProgramLine {
  readonly text: string;
  readonly step: number | null;
}

export function programLines(
  _language: Language,
  file: SimulationFile,
  host: HostName,
  process: string,
): readonly ProgramLine[] {
  return file.steps.flatMap((step, index) =>
    step.kind === "call" && step.host === host && step.process === process
      ? [{ text: stepWords(step).slice(whoText(host, process).length + 1), step: index }]
      : [],
  );
}
