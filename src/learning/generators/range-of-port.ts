import { PORT_RANGES, type PortRange, rangeOf } from "#net/port-range";
import type { Port } from "#net/port";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import { drawPort } from "./port-draws.ts";
import { beliefThatIn, whyIn, whyNotIn } from "./range-reasons.ts";

export const rangeOfPort: Generator = {
  id: "range-of-port",
  topic: "port-ranges",
  practises: "telling a port's range",
  lesson: "ports/three-ranges",
  make(draw) {
    const port = drawPort(draw);
    return {
      kind: "choose-one",
      prompt: `In which range is port \`${port}\`?`,
      choices: PORT_RANGES.map((range) => choiceOf(range, port)),
    };
  },
};

function choiceOf(range: PortRange, port: Port): Choice {
  const text = range.name;
  if (range === rangeOf(port)) return { text, right: true, because: whyIn(range, port) };
  const belief = beliefThatIn(range, port);
  return { text, because: whyNotIn(range, port), ...(belief === null ? {} : { belief }) };
}
