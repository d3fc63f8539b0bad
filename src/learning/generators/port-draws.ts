/** Ports to ask about: the edges of the ranges far more often than chance would give them, for there the errors are. */
import { PORT_RANGES, rangeOf } from "#net/port-range";
import { MAX_PORT, type Port } from "#net/port";
import type { Draw } from "../draw.ts";

/** First and last port of each range. */
export const EDGES: readonly Port[] = PORT_RANGES.flatMap(({ from, to }) => [from, to]);

/** An edge in one of two draws, a neighbour of an edge in some, any port of a range drawn first in the others. */
export function drawPort(draw: Draw): Port {
  const edge = draw.pick(EDGES);
  if (draw.chance(1, 2)) return edge;
  if (draw.chance(1, 4)) {
    const next = edge + draw.pick([-1, 1]);
    return next < 0 || next > MAX_PORT ? edge : next;
  }
  const { from, to } = draw.pick(PORT_RANGES);
  return draw.whole(from, to);
}

/** Ports of different numbers, with one of every range among the first three. */
export function drawPorts(draw: Draw, count: number): Port[] {
  const ports: Port[] = [];
  while (ports.length < count) {
    const port = drawPort(draw);
    const isWanted =
      ports.length >= PORT_RANGES.length ||
      ports.every((each) => rangeOf(each).id !== rangeOf(port).id);
    if (isWanted && !ports.includes(port)) ports.push(port);
  }
  return draw.shuffled(ports);
}
