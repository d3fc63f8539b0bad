/**
 * How quick the simulated hosts are, and whether an event costs more when there are many connections: a world is never
 * changed, so each event makes the next one, and what it shares with the one before decides the cost.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { SocketCall } from "#simulator/calls";
import { step } from "#simulator/step";
import type { World } from "#simulator/world";
import { newWorld } from "#simulator/world-defaults";
import { type Measure, median } from "./report.ts";

const FEW = 10;
const MANY = 10_000;
const ROUNDS = 5;
const EXCHANGES = 300;
/** Ten thousand are a thousand times ten: a logarithm grows to the fourfold. */
const GROWTH_BAR = Math.log(MANY) / Math.log(FEW);
const PID = 1000;
const PORT = 8080;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

export function simulating(): Measure[] {
  const few = connected(FEW);
  const many = connected(MANY);
  // The first round warms up and does not count.
  const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
    few: microsecondsAnEvent(few),
    many: microsecondsAnEvent(many),
  })).slice(1);
  const ofFew = median(rounds.map((round) => round.few));
  const ofMany = median(rounds.map((round) => round.many));
  return [
    { what: `events a second, ${FEW} connections`, value: 1e6 / ofFew, unit: "" },
    { what: `events a second, ${MANY} connections`, value: 1e6 / ofMany, unit: "" },
    {
      what: `cost of an event, ${MANY} connections against ${FEW}`,
      value: ofMany / ofFew,
      unit: "×",
      digits: 2,
      bar: GROWTH_BAR,
    },
    {
      what: `memory of a recorded step, ${FEW} connections`,
      value: bytesAStep(few) / 1000,
      unit: "kB",
      digits: 1,
    },
    {
      what: `memory of a recorded step, ${MANY} connections`,
      value: bytesAStep(many) / 1000,
      unit: "kB",
      digits: 1,
    },
  ];
}

interface Connected {
  readonly world: World;
  readonly count: number;
}

/** A world in which A has so many connections to B's one port, descriptors 3 and up, and B accepted them all. */
function connected(count: number): Connected {
  let world = newWorld({
    profile: "linux",
    hosts: {
      A: { addresses: ["10.0.0.1"], settings: { nofile: 2 * MANY } },
      B: { addresses: ["10.0.0.2"], settings: { nofile: 2 * MANY } },
    },
  });
  const call = (host: string, made: SocketCall) => {
    world = step(world, { kind: "call", host, pid: PID, call: made }).world;
  };
  call("B", { name: "socket", domain: 4, type: "stream" });
  call("B", { name: "bind", fd: 3, to: { address: "*", port: PORT } });
  call("B", { name: "listen", fd: 3, backlog: 128 });
  for (let fd = 3; fd < count + 3; fd++) {
    call("A", { name: "socket", domain: 4, type: "stream" });
    call("A", { name: "connect", fd, to: { address: "10.0.0.2", port: PORT } });
    for (let arrival = 0; arrival < 3; arrival++) world = step(world, { kind: "next" }).world;
    call("B", { name: "accept", fd: 3 });
  }
  return { world, count };
}

/** Data from A to B on one connection after the other, its arrival, its acknowledgment, and the reading of it. */
function exchange({ world, count }: Connected, keep?: (world: World) => void): number {
  let events = 0;
  let now = world;
  const happen = (event: Parameters<typeof step>[1]) => {
    now = step(now, event).world;
    events += 1;
    keep?.(now);
  };
  for (let turn = 0; turn < EXCHANGES; turn++) {
    const at = (turn * 7919) % count;
    happen({
      kind: "call",
      host: "A",
      pid: PID,
      call: { name: "send", fd: 3 + at, data: "hello" },
    });
    happen({ kind: "next" });
    happen({ kind: "next" });
    happen({ kind: "call", host: "B", pid: PID, call: { name: "recv", fd: 4 + at, size: 100 } });
  }
  return events;
}

function microsecondsAnEvent(world: Connected): number {
  collectGarbage();
  const start = performance.now();
  const events = exchange(world);
  return ((performance.now() - start) * 1000) / events;
}

function bytesAStep(world: Connected): number {
  const kept: World[] = [];
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const events = exchange(world, (next) => kept.push(next));
  collectGarbage();
  const bytes = (process.memoryUsage().heapUsed - before) / events;
  if (kept.length !== events) throw new Error("Not every world was kept.");
  return bytes;
}
