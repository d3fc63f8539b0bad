import { expect, test } from "vitest";
import { lookupOf } from "#simulator/lookup-steps";
import { planOf } from "#simulator/plan";
import { connectsFrom, does, listens, SOON } from "#simulator/scenarios/steps";
import { parseSimulation } from "#simulator/simulation-file";
import { worldAt } from "#simulator/timeline";
import { unfold } from "#simulator/unfold";
import { answers, ARRIVALS } from "./demultiplexing-drawing.ts";

const SERVER = "192.0.2.10";

/** Of each segment that reaches the server, at which question its search ends. */
function searches(): readonly (readonly [words: string, ends: number])[] {
  const parsed = parseSimulation({
    hosts: {
      A: { addresses: ["192.0.2.20"] },
      B: { addresses: [SERVER] },
      C: { addresses: ["192.0.2.30"] },
    },
    delayMs: 20,
    steps: [
      ...listens("B", "listener", 8080),
      ...connectsFrom(46356, "A", "first", SERVER, 8080),
      ...connectsFrom(46356, "C", "second", SERVER, 8080),
      SOON,
      does("A", "send", "first", "hello"),
      does("C", "send", "second", "hello"),
      ...connectsFrom(46362, "A", "third", SERVER, 8080),
      ...connectsFrom(46360, "A", "fourth", SERVER, 9999),
      SOON,
    ],
  });
  if (parsed.type === "error") throw new Error(parsed.message);
  const run = unfold(planOf(parsed.file));
  return run.packets.flatMap(({ packet, end, to }) => {
    if (end.kind !== "arrived" || to !== "B" || packet.kind !== "tcp") return [];
    const last = lookupOf(worldAt(run, end.in), "B", packet).steps.at(-1)?.kind;
    const ends = last === "connection" ? 1 : last === "nobody" ? 3 : 2;
    const endpoint = ({ address, port }: typeof packet.from) => `${address}:${port}`;
    const carries = packet.data.length > 0 ? "data" : packet.flags.syn ? "SYN" : "";
    return [[`${carries} ${endpoint(packet.from)} ${endpoint(packet.to)}`, ends] as const];
  });
}

test("each segment drawn ends its search where a simulated host's search ends", () => {
  const drawn = ARRIVALS.map(({ carries, from, to, ends }) => [`${carries} ${from} ${to}`, ends]);
  expect(searches()).toEqual(expect.arrayContaining(drawn));
});

test("a question is answered for each that is asked", () => {
  expect(ARRIVALS.map(answers)).toEqual([
    ["1 yes"],
    ["1 yes"],
    ["1 no", "2 yes"],
    ["1 no", "2 no", "3 nobody"],
  ]);
});
