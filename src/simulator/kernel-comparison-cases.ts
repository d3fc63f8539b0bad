/** Traces that are lists of cases, not of moments: 25 (pairs of sockets), 27 (a user without privilege), 40 (tcpdump). */
import type { ComparedFact } from "./kernel-comparison.ts";
import type { Both } from "./kernel-comparison-observed.ts";
import { errnoOf, resultOf } from "./kernel-trace-call.ts";
import { resultText } from "./kernel-trace-compare.ts";
import { misuseResult, pairResult, privilegeResult } from "./kernel-trace-pairs.ts";
import { LOOPBACK, VETH, comparedLines, dumpOf } from "./kernel-trace-tcpdump.ts";
import type { TraceBinding, TraceStepOf } from "./kernel-trace.ts";

export interface ComparedCase extends Both {
  readonly title: string;
}

export function caseOf(step: TraceStepOf<"pair" | "misuse">): ComparedCase {
  if (step.kind === "pair") {
    const { protocol, first, isListening, second, result } = step;
    const title = `${protocol.toUpperCase()} ${bindingWords(first)} ${isListening ? "listens" : "is bound"}, then ${bindingWords(second)}`;
    return { title, kernel: result, simulator: pairResult(step) };
  }
  return { title: step.text, kernel: misuseKernel(step.result), simulator: misuseHere(step.text) };
}

function bindingWords({ address, mode }: TraceBinding): string {
  return mode === "none" ? address : `${address} (${mode})`;
}

/** Which port a kernel chooses is its own affair. */
function misuseKernel(recorded: string): string {
  const [, port] = /^ok \('0.0.0.0', (\d+)\)$/.exec(recorded) ?? [];
  if (port !== undefined) return port === "0" ? "*:0" : "*:chosen";
  const [name = ""] = recorded.split(" ");
  return name === "ok" ? "0" : (errnoOf(name) ?? recorded);
}

function misuseHere(text: string): string {
  return misuseResult(text).replace(/:[1-9]\d+$/, ":chosen");
}

/** The lines of trace 27 that tell of a socket which this simulator has. */
export function privilegeCases(
  { command, lines }: TraceStepOf<"print">,
  firstPort: number,
): readonly ComparedCase[] {
  if (!command.includes("_priv.py")) return [];
  return lines.flatMap((line) => {
    const simulator = privilegeResult(line, firstPort);
    if (simulator === null) return [];
    const [title = line, recorded = ""] = line.split(" -> ");
    const result = resultOf(recorded.split(" ")[0]!);
    const kernel = result === null ? recorded : result.kind === "ok" ? "ok" : resultText(result);
    return [{ title, kernel, simulator }];
  });
}

/** Without times, windows and options, and with numbers relative. */
export function dumpFacts({
  line,
  command,
  lines,
}: TraceStepOf<"tcpdump">): readonly ComparedFact[] {
  const isLoopback = / -i lo\b/.test(command);
  const kernel = comparedLines(lines);
  const simulator = comparedLines(
    isLoopback
      ? dumpOf({ A: ["10.1.0.1"] }, LOOPBACK)
      : dumpOf({ A: ["10.1.0.1"], B: ["10.1.0.2"] }, VETH),
  );
  return Array.from({ length: Math.max(kernel.length, simulator.length) }, (_, at) => ({
    line: line + 1 + at,
    kind: "packet",
    label: `line ${at + 1}`,
    kernel: kernel[at] ?? "none",
    simulator: simulator[at] ?? "none",
    match: kernel[at] === simulator[at] ? "same" : "differs",
    reason: null,
  }));
}
