import { planOf } from "#simulator/plan";
import { SCENARIOS } from "#simulator/scenarios";
import { parseSimulation } from "#simulator/simulation-file";
import type { Timeline } from "#simulator/timeline";
import { unfold } from "#simulator/unfold";
import type { Generator } from "../generator.ts";
import { momentAt } from "../predict-moment.ts";
import { predictionAt } from "../predict-step.ts";
import type { ChooseOne } from "../question.ts";

/** So many beats can still be told in a few lines. */
const MOST_BEATS = 16;

interface Asked extends Pick<ChooseOne, "prompt" | "choices"> {
  /** What has happened before, a line each. */
  readonly story: string;
  /** "Two hosts with Linux, A and B." */
  readonly who: string;
}

export const predictAStep: Generator = {
  id: "predict-a-step",
  topic: "connections",
  practises: "foretelling the next step of two hosts",
  lesson: "connections/the-handshake",
  make(draw) {
    const { prompt, choices, story, who } = draw.pick(asks());
    const before = story === "" ? "Nothing has happened yet." : "The list tells what has happened.";
    return {
      kind: "choose-one",
      prompt: `${who} ${before} Now: ${prompt}`,
      ...(story === "" ? {} : { listing: story }),
      choices: draw.shuffled(choices),
    };
  },
};

let made: readonly Asked[] | null = null;

/** All questions about the beginnings of the scenarios; made when the first is asked for. */
function asks(): readonly Asked[] {
  made ??= SCENARIOS.filter(({ simulation }) => simulation.profile !== "rfc").flatMap(
    ({ simulation }) => {
      const parsed = parseSimulation(simulation);
      const names = Object.keys(simulation.hosts);
      const who =
        names.length === 1
          ? `One host with Linux, ${names[0]}.`
          : `Two hosts with Linux, ${names.join(" and ")}.`;
      return parsed.type === "error" ? [] : asksOf(unfold(planOf(parsed.file)), who);
    },
  );
  return made;
}

function asksOf(timeline: Timeline, who: string): readonly Asked[] {
  const lines: string[] = [];
  const found: Asked[] = [];
  const last = Math.min(timeline.beats.length, MOST_BEATS);
  for (let position = 0; position < last; position += 1) {
    const question = predictionAt(timeline, position);
    const moment = momentAt(timeline, position);
    // What cannot be told would be missing from the story of all that follows.
    if (moment === null) break;
    if (question !== null) {
      const { prompt, choices } = question;
      found.push({ prompt, choices, story: lines.join("\n"), who });
    }
    lines.push(`${position + 1}. ${moment.cue.replaceAll("`", "")}`);
  }
  return found;
}
