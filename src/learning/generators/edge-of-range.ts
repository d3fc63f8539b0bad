/** The first or the last port of a range, typed. "Ephemeral Ports" is left out: that name means too many things. */
import { PORT_RANGES, type PortRange } from "#net/port-range";
import { ephemeralRangeOf } from "#net/ephemeral-range";
import { MAX_PORT, type Port } from "#net/port";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { TypeNumber } from "../question.ts";

type Side = "from" | "to";
type Near = TypeNumber["near"][number];

export const edgeOfRange: Generator = {
  id: "edge-of-range",
  topic: "port-ranges",
  practises: "knowing where each range begins and ends",
  lesson: "ports/three-ranges",
  make(draw) {
    const range = draw.pick(PORT_RANGES);
    const side = draw.pick<Side>(["from", "to"]);
    const others = range.otherNames.filter((other) => other !== "Ephemeral Ports");
    const called = draw.pick([range.name, ...others]);
    return {
      kind: "type-number",
      asks: "port",
      prompt: promptOf(draw, called, side),
      answer: range[side],
      because: `The ${called}${called === range.name ? "" : `, another name of the ${range.name},`} are ${range.from} to ${range.to}, both included.${why(range, side)}`,
      near: nearOf(range, side),
    };
  },
};

function promptOf(draw: Draw, called: string, side: Side): string {
  const isFirst = side === "from";
  return draw.pick([
    `Which port is the ${isFirst ? "first" : "last"} of the ${called}?`,
    `Where do the ${called} ${isFirst ? "begin? Type the lowest of them" : "end? Type the highest of them"}.`,
    `A form should take ${called} and no others. What is the ${isFirst ? "lowest" : "highest"} number that it lets in?`,
  ]);
}

/** What makes the number stick. */
function why({ from, to }: PortRange, side: Side): string {
  if (side === "from" && from === 0) return " Zero is a port number too, though a reserved one.";
  if (side === "to" && to === MAX_PORT) return " Sixteen bits hold no higher number.";
  const edge = side === "from" ? from : to + 1;
  return edge === 1024
    ? " The edge at 1024 is 2 to the power of 10."
    : " The edge at 49152 is three quarters of 65,536.";
}

function nearOf(range: PortRange, side: Side): readonly Near[] {
  const answer = range[side];
  const near = new Map<Port, Near>();
  const add = (value: Port, because: string, belief?: Near["belief"]) => {
    if (value === answer || value < 0 || value > MAX_PORT || near.has(value)) return;
    near.set(value, { value, because, ...(belief === undefined ? {} : { belief }) });
  };
  for (const value of [answer - 1, answer + 1]) add(value, besideEdge(range, side, value));
  if (range.id === "dynamic") {
    const linux = ephemeralRangeOf("linux");
    const edge = side === "from" ? "begins" : "ends";
    add(
      linux[side],
      `The range from which Linux takes its clients' ports ${edge} there. It is a setting of Linux; IANA's range is another.`,
    );
    if (side === "from")
      add(
        1024,
        "Everything from 1024 up is often called ephemeral. But the User Ports come first, from 1024 to 49151.",
        "ephemeral-above-1023",
      );
  }
  const other = side === "from" ? "to" : "from";
  add(range[other], `That is the other end: the ${wordOf(other)} of the ${range.name}.`);
  for (const each of PORT_RANGES)
    add(each[side], `That is the ${wordOf(side)} of the ${each.name}.`);
  // All of them stand in the answer's reasons, so there are not many.
  return [...near.values()].slice(0, 5);
}

function wordOf(side: Side): string {
  return side === "from" ? "first" : "last";
}

/** The number one beside the edge: outside the range it is the neighbour's, inside it has one more beside it. */
function besideEdge(range: PortRange, side: Side, value: Port): string {
  if (value >= range.from && value <= range.to)
    return `One off: ${value} is one of the ${range.name}, and so is ${range[side]}.`;
  const neighbour = PORT_RANGES.find(({ from, to }) => from <= value && value <= to);
  return `One off: ${value} is already one of the ${neighbour?.name ?? "others"}.`;
}
