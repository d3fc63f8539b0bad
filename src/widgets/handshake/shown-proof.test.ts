import { expect, test } from "vitest";
import type { MisconceptionId } from "#learning/misconception";
import { MISCONCEPTIONS } from "#learning/misconception";
import type { ProofMoment } from "#learning/proof-moment";
import { PROOF_MOMENTS } from "#learning/proof-moments";
import { paths } from "#paths";
import { type Timeline, worldAt } from "#simulator/timeline";
import { codeFrame } from "./code-lane.model.ts";
import { descriptorsFrame } from "./descriptors-lane.model.ts";
import { hostRules } from "./host-rules.model.ts";
import { logEntry } from "./log.model.ts";
import { firstCommand, offeredCommands, outputFrame } from "./output-lane.model.ts";
import { quotesIn } from "./quotes.model.ts";
import { untouchedRun } from "./run-of-plan.ts";
import { namesBelief, shownProof } from "./shown-proof.ts";
import { socketsFrame } from "./sockets-lane.model.ts";

const MOMENTS = Object.entries(PROOF_MOMENTS) as [MisconceptionId, ProofMoment][];

test.each(MOMENTS)(
  "%s: what is to be looked at stands there from its moment on",
  async (_, moment) => {
    const timeline = await untouchedRun(moment.scenario);
    expect(moment.at).toBeGreaterThan(0);
    expect(moment.at).toBeLessThanOrEqual(timeline.beats.length);
    expect(missingAt(timeline, moment)).toEqual([]);
    expect(missingAt(timeline, { ...moment, at: moment.at - 1 })).not.toEqual([]);
  },
);

test("what is printed there is offered there, and a chosen packet was sent by then", async () => {
  const amiss = await Promise.all(
    MOMENTS.map(async ([id, { scenario, at, command, packet }]) => {
      const timeline = await untouchedRun(scenario);
      const isOffered =
        command === undefined ||
        offeredCommands(timeline).some((offered) => offered.command === command);
      const isSent =
        packet === undefined ||
        timeline.packets.some(({ id, sentIn }) => id === packet && sentIn < at);
      return isOffered && isSent ? [] : [id];
    }),
  );
  expect(amiss.flat()).toEqual([]);
});

test.each(MOMENTS)("the link for %s asks for its moment", async (id, moment) => {
  const href = paths.proof(moment.scenario, id);
  const fragment = href.slice(href.indexOf("#"));
  expect(namesBelief(fragment)).toBe(true);
  const { belief, truth } = MISCONCEPTIONS[id];
  expect(await shownProof(fragment, moment.scenario)).toEqual({
    type: "proof",
    ...moment,
    belief,
    truth,
  });
});

test.each([
  ["#belief=no-such", "refused"],
  ["#belief=", "refused"],
  ["#belief=constructor", "refused"],
  ["#belief=accept-new-port", "refused"],
  ["#belief=accept-new-port", null],
])("%j is no proof that %s gives", async (fragment, scenario) => {
  expect(await shownProof(fragment, scenario)).toEqual({
    type: "error",
    message:
      "This link names a belief that another run is the proof for, or none. The scenario is shown from its beginning instead.",
  });
});

/** What `look` quotes and the page does not have. */
function missingAt(timeline: Timeline, moment: ProofMoment): readonly string[] {
  const page = linesAt(timeline, moment).map(spaced);
  const quotes = quotesIn(moment.look).map(spaced);
  return quotes.filter((quote) => !page.some((line) => line.includes(quote)));
}

/** What stands on the page, line by line: the ladder's past in words, and every lane. */
function linesAt(timeline: Timeline, { at, command }: ProofMoment): readonly string[] {
  const past = Array.from({ length: at + 1 }, (_, position) =>
    logEntry(timeline, position, "relative").sentences.map(({ text }) => text),
  );
  const lanes = Object.keys(timeline.first.hosts).flatMap((host) => {
    const output = outputFrame(timeline, at, host, command ?? firstCommand(timeline));
    const rows = output.type === "output" ? output.rows : [];
    return [
      ...hostRules(worldAt(timeline, at).hosts[host]!),
      ...rows.filter(({ change }) => change !== "gone").map(({ text }) => text),
      ...textsIn(descriptorsFrame(timeline, at, host)),
      ...textsIn(socketsFrame(timeline, at, host, "relative")),
      ...textsIn(codeFrame(timeline, at, host, "python")),
    ];
  });
  return [...past.flat(), ...lanes];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const spaced = (text: string) => text.trim().replace(/\s+/g, " ");
