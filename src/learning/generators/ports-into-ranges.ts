/** Ports to sort into the three ranges of RFC 6335: edges and their neighbours, and some that are well known. */
import { PORT_RANGES, rangeOf } from "#net/port-range";
import type { Port } from "#net/port";
import type { Generator } from "../generator.ts";
import type { SortInto } from "../question.ts";
import { drawPorts } from "./port-draws.ts";
import { beliefThatIn, whyIn, whyNotIn } from "./range-reasons.ts";

/** Ports of which many believe that they know the range. */
const FAMILIAR: readonly Port[] = [
  80, 443, 445, 993, 1433, 1883, 3306, 5432, 6379, 8000, 8080, 8443, 27017, 32768, 50000, 51820,
  60999,
];

export const portsIntoRanges: Generator = {
  id: "ports-into-ranges",
  topic: "port-ranges",
  practises: "sorting ports into the three ranges",
  lesson: "ports/three-ranges",
  make(draw) {
    const ports = [...new Set([...drawPorts(draw, 4), ...draw.sample(FAMILIAR, 2)])];
    return {
      kind: "sort-into",
      prompt: "Sort these ports into their ranges.",
      bins: PORT_RANGES.map(({ name }) => name),
      items: draw.shuffled(ports).map(itemOf),
    };
  },
};

function itemOf(port: Port): SortInto["items"][number] {
  const range = rangeOf(port);
  return {
    text: String(port),
    bin: PORT_RANGES.indexOf(range),
    because: whyIn(range, port),
    near: PORT_RANGES.flatMap((other, bin) => {
      if (other === range) return [];
      const belief = beliefThatIn(other, port);
      return [{ bin, because: whyNotIn(other, port), ...(belief === null ? {} : { belief }) }];
    }),
  };
}
