import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { SocketCall } from "./calls.ts";
import type { Effect } from "./effect.ts";
import { ERRNOS } from "./errno.ts";
import { isAllowed } from "./allowed-transitions.ts";
import { step } from "./step.ts";
import { newWorld } from "./world-defaults.ts";
import type { WorldEvent } from "./event.ts";
import type { Profile, World } from "./world.ts";

/** Few descriptors, addresses and ports, so that calls meet. */
const fd = fc.constantFrom(3, 3, 4, 4, 5, 6, 7);
const to = fc.record({
  address: fc.constantFrom(
    "*",
    "127.0.0.1",
    "10.0.0.1",
    "10.0.0.2",
    "10.0.0.9",
    "::1",
    "2001:db8::2",
  ),
  port: fc.constantFrom(0, 22, 5000, 8080),
});
const flag = fc.constantFrom(
  "SO_REUSEADDR" as const,
  "SO_REUSEPORT" as const,
  "SO_KEEPALIVE" as const,
  "IPV6_V6ONLY" as const,
  "O_NONBLOCK" as const,
);
const anyCall: fc.Arbitrary<SocketCall> = fc.oneof(
  fc.record({
    name: fc.constant("socket" as const),
    domain: fc.constantFrom(4 as const, 6 as const),
    type: fc.constantFrom("stream" as const, "stream" as const, "dgram" as const, "raw" as const),
  }),
  fc.record({ name: fc.constant("bind" as const), fd, to }),
  fc.record({ name: fc.constant("listen" as const), fd, backlog: fc.constantFrom(0, 1, 5) }),
  fc.record({ name: fc.constant("accept" as const), fd }),
  fc.record({
    name: fc.constant("connect" as const),
    fd,
    to: fc.option(to, { nil: null, freq: 6 }),
  }),
  fc.record({
    name: fc.constant("send" as const),
    fd,
    data: fc.string({ maxLength: 4, unit: "binary-ascii" }),
  }),
  fc.record({ name: fc.constant("sendto" as const), fd, data: fc.constantFrom("", "abc"), to }),
  fc.record({
    name: fc.constantFrom("recv" as const, "recvfrom" as const),
    fd,
    size: fc.constantFrom(0, 2, 100),
  }),
  fc.record({
    name: fc.constant("shutdown" as const),
    fd,
    how: fc.constantFrom("read" as const, "write" as const, "both" as const),
  }),
  fc.record({ name: fc.constant("close" as const), fd }),
  fc.record({ name: fc.constantFrom("getsockname" as const, "getpeername" as const), fd }),
  fc.record({
    name: fc.constant("getsockopt" as const),
    fd,
    option: fc.constant("SO_ERROR" as const),
  }),
  fc.record({
    name: fc.constant("setsockopt" as const),
    fd,
    option: fc.oneof(
      fc.record({ name: flag, value: fc.boolean() }),
      fc.record({ name: fc.constant("SO_LINGER" as const), value: fc.constantFrom(null, 0, 2) }),
    ),
  }),
);
const anyEvent: fc.Arbitrary<WorldEvent> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("call" as const),
      host: fc.constantFrom("A", "B"),
      pid: fc.constant(1000),
      call: anyCall,
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: "next" as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("rule" as const),
      match: fc.constant({ from: null, to: null, what: null }),
      nth: fc.constantFrom(1, 2),
      fate: fc.oneof(
        fc.constant({ kind: "drop" as const }),
        fc.constant({ kind: "duplicate" as const, after: 5 }),
        fc.constant({ kind: "delay" as const, by: 30_000 }),
      ),
    }),
  },
);

/** A world in which much can go wrong: a listener, a connection, spare sockets, datagram sockets, all meeting. */
function busy(profile: Profile): World {
  const world = newWorld({
    profile,
    hosts: {
      A: { addresses: ["10.0.0.1", "2001:db8::1"] },
      B: { addresses: ["10.0.0.2", "2001:db8::2"] },
    },
  });
  const stream = { name: "socket", domain: 4, type: "stream" } as const;
  const datagram = { name: "socket", domain: 4, type: "dgram" } as const;
  const server = { address: "10.0.0.2", port: 8080 };
  const events: readonly (WorldEvent | readonly ["A" | "B", SocketCall])[] = [
    ["B", stream],
    ["B", { name: "bind", fd: 3, to: { address: "*", port: 8080 } }],
    ["B", { name: "listen", fd: 3, backlog: 1 }],
    ["A", stream],
    ["A", { name: "connect", fd: 3, to: server }],
    { kind: "next" },
    { kind: "next" },
    { kind: "next" },
    ["B", { name: "accept", fd: 3 }],
    ["A", stream],
    ["A", { ...stream, domain: 6 }],
    ["A", datagram],
    ["B", datagram],
    ["B", { name: "bind", fd: 5, to: { address: "*", port: 5000 } }],
    ["B", stream],
  ];
  return events.reduce<World>((now, event) => {
    const happens: WorldEvent =
      "kind" in event ? event : { kind: "call", host: event[0], pid: 1000, call: event[1] };
    return step(now, happens).world;
  }, world);
}

const WORLDS = [busy("linux"), busy("rfc")];
const KNOWN: ReadonlySet<string> = new Set(ERRNOS);

function faultsOf(effect: Effect): readonly string[] {
  const faults: string[] = [];
  if (effect.kind === "returned") {
    const { errno, value } = effect.result;
    if (errno !== null && !KNOWN.has(errno)) faults.push(`the error ${errno}`);
    if (errno !== null && value !== null) faults.push(`a value beside ${errno}`);
  }
  if (effect.kind === "state" && !isAllowed(effect.from, effect.to))
    faults.push(`from ${effect.from} to ${effect.to}`);
  if ("why" in effect && !/\S/.test(effect.why.words)) faults.push(`no reason for ${effect.kind}`);
  return faults;
}

test("whatever programs call and whatever the wire does, each call gives a value or an error that Linux knows, and no state is entered by a way that is not in the table", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WORLDS),
      fc.array(anyEvent, { minLength: 5, maxLength: 40, size: "max" }),
      (start, events) => {
        let world: World = start;
        for (const event of events) {
          const { world: next, effects } = step(world, event);
          expect(effects.flatMap(faultsOf)).toEqual([]);
          expect(next.now).toBeGreaterThanOrEqual(world.now);
          world = next;
        }
      },
    ),
  );
});

test("a world that was written as JSON and read again goes on in the same way, and the one before is as it was", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 8, size: "max" }), (events) => {
      let world: World = WORLDS[0]!;
      for (const event of events) {
        const written = JSON.stringify(world);
        const read = step(JSON.parse(written) as World, event);
        const gone = step(world, event);
        expect(JSON.stringify(read)).toBe(JSON.stringify(gone));
        expect(JSON.stringify(world)).toBe(written);
        world = gone.world;
      }
    }),
  );
});
