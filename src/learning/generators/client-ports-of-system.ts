/** A system, and which of several ports it may give to a client that asks for none. */
import { EPHEMERAL_RANGES, type EphemeralRange, ephemeralRangeOf } from "#net/ephemeral-range";
import { OPERATING_SYSTEM_NAMES, OPERATING_SYSTEMS } from "#net/operating-system";
import { MAX_PORT, type Port } from "#net/port";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import { beliefThatEphemeral, drawClientPort, whyEphemeral } from "./ephemeral-draws.ts";

/** Servers' ports, one of which stands among the others: a client seldom has it. */
const SERVERS: ReadonlySet<Port> = new Set([22, 53, 80, 443, 3306, 5432, 8080]);

export const clientPortsOfSystem: Generator = {
  id: "client-ports-of-system",
  topic: "port-ranges",
  practises: "telling which ports a system gives to clients",
  lesson: "ports/ephemeral-ports",
  make(draw) {
    // Linux is the one that differs from what books say, so it is asked about more often.
    const system = draw.pick([...OPERATING_SYSTEMS, "linux" as const]);
    const range = ephemeralRangeOf(system);
    return {
      kind: "choose-several",
      prompt: promptOf(draw, OPERATING_SYSTEM_NAMES[system]),
      choices: drawPorts(draw, range).map((port) => choiceOf(range, port)),
    };
  },
};

function promptOf(draw: Draw, system: string): string {
  return draw.pick([
    `A program on ${system} opens a connection and leaves its own port to the system. Which ports may it get, with default settings?`,
    `A browser on ${system} connects to \`192.0.2.10:443\`. Which of these can be the browser's own port, with default settings?`,
  ]);
}

/** A server's port, an end of the range, one beside it, and ports from the ends of any range; ascending. */
function drawPorts(draw: Draw, { from, to }: EphemeralRange): Port[] {
  const beside = [from - 1, to + 1].filter((port) => port <= MAX_PORT);
  const others = EPHEMERAL_RANGES.flatMap((each) => [each.from, each.to]);
  const ports = new Set([draw.pick([...SERVERS]), draw.pick([from, to]), draw.pick(beside)]);
  ports.add(draw.pick(others));
  while (ports.size < 5) ports.add(drawClientPort(draw));
  return [...ports].toSorted((a, b) => a - b);
}

function choiceOf(range: EphemeralRange, port: Port): Choice {
  const text = `\`${port}\``;
  if (range.from <= port && port <= range.to)
    return { text, right: true, because: whyEphemeral(range, port) };
  if (SERVERS.has(port))
    return {
      text,
      because: `${port} is a port at which servers wait. A client that leaves the choice to its system gets one from ${range.from} to ${range.to}.`,
      belief: "client-uses-80",
    };
  const belief = beliefThatEphemeral(range, port);
  return {
    text,
    because: whyEphemeral(range, port),
    ...(belief === null ? {} : { belief }),
  };
}
