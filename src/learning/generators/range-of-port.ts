import { PORT_RANGES, type PortRange, rangeOf } from "#net/port-range";
import type { Port } from "#net/port";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import type { Choice } from "../question.ts";
import { drawPort } from "./port-draws.ts";

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
  const { name, from, to } = range;
  const text = `${name}`;
  const ends = `${name} are ${from} to ${to}`;
  if (range === rangeOf(port)) return { text, right: true, because: `${ends}, both included.` };
  const belief = beliefOf(range, port);
  const where = port < from ? "below them" : "above them";
  return {
    text,
    because: `${ends}, so ${port} is ${where}.`,
    ...(belief === null ? {} : { belief }),
  };
}

/** What would make one say so. */
function beliefOf(range: PortRange, port: Port): MisconceptionId | null {
  if (range.id === "dynamic" && port >= 1024) return "ephemeral-above-1023";
  if (range.id === "system" && String(port).startsWith("80") && port > 1023)
    return "8080-is-system";
  return null;
}
