/** Ports whose two bytes are worth looking at: well-known ones, edges, and any others. */
import { EPHEMERAL_RANGES } from "#net/ephemeral-range";
import { PORT_RANGES } from "#net/port-range";
import { MAX_PORT, type Port } from "#net/port";
import type { Draw } from "../draw.ts";

const FAMILIAR: readonly Port[] = [
  22,
  25,
  53,
  80,
  110,
  143,
  443,
  587,
  993,
  1883,
  3000,
  3306,
  3389,
  5060,
  5432,
  6379,
  8000,
  8080,
  8443,
  ...[...PORT_RANGES, ...EPHEMERAL_RANGES].flatMap(({ from, to }) => [from, to]),
].filter((port) => port > 0);

export function drawPortOfTwoBytes(draw: Draw): Port {
  return draw.chance(1, 2) ? draw.pick(FAMILIAR) : draw.whole(256, MAX_PORT);
}

/** Four hexadecimal digits, lower case: "01bb". */
export function hexOf(port: Port): string {
  return port.toString(16).padStart(4, "0");
}
