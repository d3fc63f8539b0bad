/** Programs that lack a call. What comes of it is what simulated hosts show: an error here, an error there, a row that stays. */
import type { StepReport } from "#simulator/simulation-report";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import { ERRNO_WORDS } from "#simulator/errno-words";
import { codeOf, drawFilling, stepsOf } from "./program-code.ts";
import { GAPS, type Gap } from "./program-gaps.ts";
import { SIMULATED, withInstead, without } from "./program-under-test.ts";
import { simulated } from "./simulated-hosts.ts";

export const missingCall: Generator = {
  id: "missing-call",
  topic: "socket-calls",
  practises: "finding the call that a program lacks",
  lesson: "sockets/socket-api-call-by-call",
  make(draw) {
    const gap = draw.pick(GAPS);
    const language = draw.pick(["python", "c"] as const);
    const filling = drawFilling(draw);
    const [lines, right, ...wrong] = programsOf(gap).map((change) =>
      codeOf({ role: gap.role, change }, language, filling),
    );
    const lineOf = (program: typeof right) =>
      `\`${program!.find(({ key }) => key === gap.key)!.text}\``;
    const place = gap.role.endsWith("server")
      ? `is to serve port ${filling.port}`
      : `is to call \`${filling.other}:${filling.port}\``;
    return {
      kind: "choose-one",
      prompt: `A beginner's ${gap.role} in ${language === "c" ? "C" : "Python"} ${place} on Linux; its socket calls are shown.${language === "c" ? " `at()` makes an address." : ""} One line is missing. ${outcomeOf(gap)} Which line is it?`,
      listing: lines!.map(({ text }) => text).join("\n"),
      choices: draw.shuffled([
        { text: lineOf(right), right: true as const, because: gap.because },
        ...gap.wrong.map(({ because, belief }, index) =>
          wrongOf(lineOf(wrong[index]), because, belief),
        ),
      ]),
    };
  },
};

function wrongOf(text: string, because: string, belief?: MisconceptionId) {
  return { text, because, ...(belief === undefined ? {} : { belief }) };
}

const changes = new Map<Gap, ReturnType<typeof without>[]>();

/** The program without the call, with it, and with each wrong one in its place; kept, since their code is kept by them. */
function programsOf(gap: Gap) {
  const known = changes.get(gap) ?? [
    without(gap.key),
    (program) => program,
    ...gap.wrong.map(({ step }) => withInstead(gap.key, step)),
  ];
  changes.set(gap, known);
  return known;
}

const outcomes = new Map<Gap, string>();

/** What a person notices of the program without the call. */
function outcomeOf(gap: Gap): string {
  const known = outcomes.get(gap) ?? outcomeOnHosts(gap);
  outcomes.set(gap, known);
  return known;
}

function outcomeOnHosts(gap: Gap): string {
  const steps = stepsOf({ role: gap.role, change: without(gap.key) }, SIMULATED);
  let ofClient: string | null = null;
  let report: StepReport | null = null;
  for (const [index, { key }] of steps.entries()) {
    // A program makes no further call while one of its calls waits.
    if (key !== null && report?.waiting.some(({ host }) => host === "A") === true) break;
    report = simulated(steps.slice(0, index + 1).map(({ step }) => step)).at(-1)!;
    const failed = report.results.find(({ errno }) => errno !== null);
    if (failed === undefined) continue;
    const told = `\`${failed.call}()\` gives ${failed.errno!}, “${ERRNO_WORDS[failed.errno!]}”.`;
    if (failed.host === "A") return `As it is, ${told}`;
    ofClient ??= `No call of it fails, but its client's ${told}`;
  }
  if (ofClient !== null) return ofClient;
  if (report?.sockets["A"]?.some(({ state }) => state === "CLOSE-WAIT") === true)
    return "No call of it fails, but when its client has closed, a row in CLOSE-WAIT remains while it runs on.";
  throw new Error(`Nothing comes of it that a ${gap.role} lacks ${gap.key}.`);
}
