/** A client's port, and which systems may have chosen it at their defaults. */
import { EPHEMERAL_RANGES, type EphemeralRange, ephemeralOn } from "#net/ephemeral-range";
import { OPERATING_SYSTEM_NAMES } from "#net/operating-system";
import type { Port } from "#net/port";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import { beliefThatEphemeral, drawClientPort, whyEphemeral } from "./ephemeral-draws.ts";

export const systemsOfClientPort: Generator = {
  id: "systems-of-client-port",
  topic: "port-ranges",
  practises: "telling which systems may have chosen a client's port",
  lesson: "ports/ephemeral-ports",
  make(draw) {
    const port = drawClientPort(draw);
    return {
      kind: "choose-several",
      prompt: promptOf(draw, port),
      choices: [...EPHEMERAL_RANGES.map((range) => choiceOf(range, port)), noneOf(port)],
    };
  },
};

function promptOf(draw: Draw, port: Port): string {
  return draw.pick([
    `A client did not ask for a port, and its system gave it \`${port}\`. Which systems may do so at their defaults?`,
    `Each of these systems has its default settings. In whose ephemeral range is port \`${port}\`?`,
  ]);
}

function choiceOf(range: EphemeralRange, port: Port): Choice {
  const text = OPERATING_SYSTEM_NAMES[range.system];
  const because = whyEphemeral(range, port);
  if (ephemeralOn(port).includes(range.system)) return { text, right: true, because };
  const belief = beliefThatEphemeral(range, port);
  return { text, because, ...(belief === null ? {} : { belief }) };
}

function noneOf(port: Port): Choice {
  const text = "None of these four";
  const able = ephemeralOn(port).map((system) => OPERATING_SYSTEM_NAMES[system]);
  if (able.length === 0)
    return {
      text,
      right: true,
      because: `The lowest of the four ranges begins at ${lowest()}. A program that asks for ${port} itself may still have it.`,
    };
  const because = `${able.join(", ").replace(/, (?=[^,]*$)/, " and ")} may.`;
  return port < 49_152
    ? {
        text,
        because: `${because} IANA's range begins at 49152, but a system may take its clients' ports from elsewhere.`,
        belief: "ephemeral-49152",
      }
    : { text, because };
}

function lowest(): Port {
  return Math.min(...EPHEMERAL_RANGES.map(({ from }) => from));
}
