/** Ports that a client may have, or just not: at the ends of the systems' default ranges far more often than chance would have it. */
import { EPHEMERAL_RANGES, type EphemeralRange, ephemeralRangeOf } from "#net/ephemeral-range";
import { OPERATING_SYSTEM_NAMES } from "#net/operating-system";
import { MAX_PORT, type Port } from "#net/port";
import type { Draw } from "../draw.ts";
import type { MisconceptionId } from "../misconception.ts";

const ENDS: readonly Port[] = [
  ...new Set(EPHEMERAL_RANGES.flatMap(({ from, to }) => [from - 1, from, to, to + 1])),
].filter((port) => port <= MAX_PORT);

/** Within a stretch all ports are of the same systems. */
const STRETCHES: readonly (readonly [Port, Port])[] = [
  [1024, 9999],
  [10_000, 32_767],
  [32_768, 49_151],
  [49_152, 60_999],
  [61_000, 65_535],
];

export function drawClientPort(draw: Draw): Port {
  return draw.chance(2, 5) ? draw.pick(ENDS) : draw.whole(...draw.pick(STRETCHES));
}

/** Why the system, at its defaults, may or may not have given this port to a client; in whole sentences. */
export function whyEphemeral({ system, from, to }: EphemeralRange, port: Port): string {
  const takes = `${OPERATING_SYSTEM_NAMES[system]} takes ${from} to ${to} by default`;
  if (port < from)
    return `${temptationBelow(port)}${takes}, and ${port} is ${port === from - 1 ? "one " : ""}below.`;
  if (port > to)
    return `IANA's dynamic range holds it. But ${takes}, and ${port} is ${port === to + 1 ? "one " : ""}above.`;
  if (port === from) return `${takes}: this is the first.`;
  return port === to ? `${takes}: this is the last.` : `${takes}.`;
}

function temptationBelow(port: Port): string {
  const linux = ephemeralRangeOf("linux");
  if (linux.from <= port && port <= linux.to) return "Linux may give it. But ";
  return port > 1023 ? "It is above 1023. But " : "";
}

/** What would make one say that the system may give the port, though it does not; null where there is no name for it. */
export function beliefThatEphemeral(range: EphemeralRange, port: Port): MisconceptionId | null {
  if (port > range.to) return "ephemeral-49152";
  return temptationBelow(port).includes("1023") ? "ephemeral-above-1023" : null;
}
