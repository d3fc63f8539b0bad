/** How many ports there are from one number to another, both included: of ranges, of settings, and across an edge. */
import { PORT_COUNT, PORT_RANGES, rangeOf, sizeOf } from "#net/port-range";
import { EPHEMERAL_RANGES } from "#net/ephemeral-range";
import { OPERATING_SYSTEM_NAMES } from "#net/operating-system";
import { MAX_PORT } from "#net/port";
import type { Draw } from "../draw.ts";
import type { Generator, Unnamed } from "../generator.ts";
import type { TypeNumber } from "../question.ts";

type Near = TypeNumber["near"][number];

export const countOfPorts: Generator = {
  id: "count-of-ports",
  topic: "port-ranges",
  practises: "counting ports without being one off",
  lesson: "ports/three-ranges",
  make(draw) {
    const make = draw.pick([ofRange, ofSystem, ofSpan, ofSpan, acrossEdge, acrossEdge, lastOfRun]);
    return make(draw);
  },
};

function ofRange(draw: Draw): Unnamed {
  const range = draw.pick([...PORT_RANGES, null]);
  const others = PORT_RANGES.filter((each) => each !== range).map((each) => ({
    value: sizeOf(each),
    because: `That is how many ${each.name} there are.`,
  }));
  if (range === null)
    return counted("How many port numbers are there, with 0 counted?", 0, MAX_PORT, [
      { value: 1024, because: "That is the first range alone, the System Ports." },
      { value: 256, because: "That is what one byte holds. A port has two: 256 × 256." },
    ]);
  const { name, from, to } = range;
  return counted(`How many ${name} are there?`, from, to, [
    ...others,
    { value: PORT_COUNT, because: "That is how many ports there are in all three ranges." },
  ]);
}

function ofSystem(draw: Draw): Unnamed {
  const { system, from, to } = draw.pick(EPHEMERAL_RANGES);
  const name = OPERATING_SYSTEM_NAMES[system];
  return counted(
    `By default ${name} takes its clients' ports from \`${from}\` to \`${to}\`, both included. How many ports is that?`,
    from,
    to,
    to === MAX_PORT ? [] : [{ value: MAX_PORT - from + 1, because: upToTheEnd(to) }],
  );
}

function upToTheEnd(to: number): string {
  return `That counts up to ${MAX_PORT}, the last port there is. This range ends earlier, at ${to}.`;
}

function ofSpan(draw: Draw): Unnamed {
  const from = draw.whole(20, 600) * 100 + draw.pick([0, 0, 1, 50]);
  const to = from + draw.pick([4, 9, 10, 19, 20, 49, 63, 99, 100, 249, 255, 499, 999, 1000, 1023]);
  const prompt = draw.pick([
    `A firewall rule opens ports \`${from}\` to \`${to}\`, both included. How many ports is that?`,
    `A program is told to use ports \`${from}\` to \`${to}\`, both included. Among how many can it choose?`,
    `A scan tries each port from \`${from}\` to \`${to}\` once. How many ports does it try?`,
  ]);
  return counted(prompt, from, to, []);
}

function acrossEdge(draw: Draw): Unnamed {
  const lower = draw.pick(PORT_RANGES.filter(({ to }) => to < MAX_PORT));
  const edge = lower.to;
  const from = edge - draw.whole(3, 40);
  const to = edge + draw.whole(4, 40);
  const upper = rangeOf(to);
  const wanted = draw.pick([lower, upper]);
  const first = Math.max(from, wanted.from);
  const last = Math.min(to, wanted.to);
  const rest = wanted === lower ? to - edge : edge - from + 1;
  return counted(
    `A list holds every port from \`${from}\` to \`${to}\`, both included. How many of them are ${wanted.name}?`,
    first,
    last,
    [
      {
        value: rest,
        because: `That is how many ${(wanted === lower ? upper : lower).name} are among them.`,
      },
      { value: to - from + 1, because: "That is all of them, on both sides of the edge." },
    ],
  );
}

function lastOfRun(draw: Draw): Unnamed {
  const from = draw.pick([1025, 5000, 10_000, 30_000, 40_000, 49_152, 50_000]);
  const count = draw.pick([255, 500, 1000, 1024, 2000, 5000, 10_000, 15_000]);
  const last = from + count - 1;
  return {
    kind: "type-number",
    asks: "port",
    prompt: `Windows prints its range for clients: Start Port \`${from}\`, Number of Ports \`${count}\`. What is the highest port that it gives to a client?`,
    answer: last,
    because: `${from} + ${count} − 1 = ${last}. The start port itself is one of them.`,
    near: [
      {
        value: last + 1,
        because: "One too high: the start port itself is one of them, so one must be taken off.",
      },
      ...(last === MAX_PORT
        ? []
        : [
            {
              value: MAX_PORT,
              because:
                "That is the last port there is. This range ends where its number is used up.",
            },
          ]),
    ],
  };
}

/** A question for the number of ports from `from` to `to`, with the numbers one off among those that are told apart. */
function counted(prompt: string, from: number, to: number, others: readonly Near[]): Unnamed {
  const answer = to - from + 1;
  const near: Near[] = [
    {
      value: answer - 1,
      because:
        from === 0
          ? "One too few: that is the last number, and there is one for zero as well."
          : `One too few: ${to} − ${from} leaves out one end, and both ends count.`,
    },
    { value: answer + 1, because: "One too many: take the first from the last, and add one." },
  ];
  for (const other of others)
    if (other.value !== answer && near.every(({ value }) => value !== other.value))
      near.push(other);
  return {
    kind: "type-number",
    prompt,
    answer,
    because:
      from === 0
        ? `0 to ${to}: zero counts too, so there is one more than ${to}.`
        : `${to} − ${from} + 1 = ${answer}. Both ends count.`,
    near,
  };
}
