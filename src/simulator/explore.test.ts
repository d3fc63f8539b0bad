import { describe, expect, test } from "vitest";
import { isAllowed } from "./allowed-transitions.ts";
import type { SocketCall } from "./calls.ts";
import { type Explored, explore } from "./explore.fixture.ts";
import { step } from "./step.ts";
import { newWorld } from "./world-defaults.ts";
import type { Profile, World } from "./world.ts";

const PID = 1000;
const TROUBLE: Pick<Explored, "drops" | "duplicates" | "reorderings" | "timers"> = {
  drops: 2,
  duplicates: 1,
  reorderings: 1,
  timers: Number.POSITIVE_INFINITY,
};

/** B listens on port 8080; A has a socket. Both are descriptor 3. */
function listening(profile: Profile): World {
  const world = newWorld({
    profile,
    hosts: { A: { addresses: ["10.0.0.1"] }, B: { addresses: ["10.0.0.2"] } },
  });
  return after(world, [
    ["B", { name: "socket", domain: 4, type: "stream" }],
    ["B", { name: "bind", fd: 3, to: { address: "*", port: 8080 } }],
    ["B", { name: "listen", fd: 3, backlog: 5 }],
    ["A", { name: "socket", domain: 4, type: "stream" }],
  ]);
}

/** A and B are connected: A's descriptor 3, B's descriptor 4. */
function connected(profile: Profile): World {
  let world = after(listening(profile), [
    ["B", { name: "accept", fd: 3 }],
    ["A", { name: "connect", fd: 3, to: { address: "10.0.0.2", port: 8080 } }],
  ]);
  for (let arrivals = 0; arrivals < 3; arrivals += 1) world = step(world, { kind: "next" }).world;
  return world;
}

function after(world: World, calls: readonly (readonly ["A" | "B", SocketCall])[]): World {
  return calls.reduce(
    (now, [host, call]) => step(now, { kind: "call", host, pid: PID, call }).world,
    world,
  );
}

/** Both have a socket bound to port 5000, and nobody listens. */
function bothBound(profile: Profile): World {
  const world = newWorld({
    profile,
    hosts: { A: { addresses: ["10.0.0.1"] }, B: { addresses: ["10.0.0.2"] } },
  });
  return after(
    world,
    (["A", "B"] as const).flatMap((host) => [
      [host, { name: "socket", domain: 4, type: "stream" }] as const,
      [host, { name: "bind", fd: 3, to: { address: "*", port: 5000 } }] as const,
    ]),
  );
}

const connect = (address: string, port: number): SocketCall => ({
  name: "connect",
  fd: 3,
  to: { address, port },
});
const close = (fd: number): SocketCall => ({ name: "close", fd });

interface Row {
  readonly what: string;
  readonly start: (profile: Profile) => World;
  readonly calls: Explored["calls"];
  /** The only states in which everything may come to rest, for both profiles. */
  readonly ends: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    what: "the handshake",
    start: listening,
    calls: { A: [connect("10.0.0.2", 8080)], B: [] },
    ends: ["ESTABLISHED / ESTABLISHED"],
  },
  {
    what: "a connection that is closed before the server accepts it",
    start: listening,
    calls: { A: [connect("10.0.0.2", 8080), close(3)], B: [] },
    // By the RFC nothing ends FIN-WAIT-2 while the other end does not close.
    ends: ["- / CLOSE-WAIT", "FIN-WAIT-2 / CLOSE-WAIT"],
  },
  {
    what: "a close from both sides, in any order",
    start: connected,
    calls: { A: [close(3)], B: [close(4)] },
    ends: ["- / -"],
  },
  {
    what: "data and a close from one side, a half-close from the other",
    start: connected,
    calls: {
      A: [{ name: "send", fd: 3, data: "a" }, close(3)],
      B: [{ name: "shutdown", fd: 4, how: "write" }],
    },
    ends: ["- / CLOSED"],
  },
  {
    what: "two ends that open at once",
    start: bothBound,
    calls: { A: [connect("10.0.0.2", 5000)], B: [connect("10.0.0.1", 5000)] },
    // Whoever calls when the other has not yet is refused.
    ends: ["ESTABLISHED / ESTABLISHED", "CLOSED / CLOSED"],
  },
];

describe.each(["rfc", "linux"] as const)(
  "every interleaving with two losses, one doubling and one overtaking, as %s has it",
  (profile) => {
    test.each(ROWS)(
      "$what: goes no way but those of the table, and comes to rest in no other states",
      ({ start, calls, ends }) => {
        const found = explore({ ...TROUBLE, start: start(profile), calls });
        expect(found.faults).toEqual([]);
        expect([...found.ends].filter((end) => !ends.includes(end))).toEqual([]);
        expect(found.ends.size).toBeGreaterThan(0);
        // Less would mean that the wire lost nothing.
        expect(found.states).toBeGreaterThan(100);
      },
    );
  },
);

test("a way that the table has not is found, with the steps that lead there", () => {
  const found = explore({
    ...TROUBLE,
    start: connected("linux"),
    calls: { A: [close(3)], B: [close(4)] },
    mayGo: (from, to) => isAllowed(from, to) && to !== "CLOSING",
  });
  expect(found.faults[0]).toMatch(/^[AB] went from FIN-WAIT-1 to CLOSING: .*arrives$/);

  expect(isAllowed("LISTEN", "ESTABLISHED")).toBe(false);
  expect(isAllowed("TIME-WAIT", "ESTABLISHED")).toBe(false);
});
