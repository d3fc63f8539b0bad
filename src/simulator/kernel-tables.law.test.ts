import fc from "fast-check";
import { expect, test } from "vitest";
import type { SocketCall } from "./calls.ts";
import type { WorldEvent } from "./event.ts";
import * as intTable from "./int-table.ts";
import { Program } from "./program.fixture.ts";
import * as schedule from "./schedule.ts";
import { indexed } from "./socket-index.ts";
import { socketRows } from "./socket-table.ts";
import { step } from "./step.ts";
import * as textMap from "./text-map.ts";
import type { Due, Host, Profile, World } from "./world.ts";

const host = fc.constantFrom("A", "B");
const fd = fc.integer({ min: 2, max: 8 });
const address = fc.constantFrom(
  "*",
  "10.0.0.1",
  "10.0.0.2",
  "127.0.0.1",
  "fd00::1",
  "fd00::2",
  "::1",
);
const to = fc.record({ address, port: fc.constantFrom(0, 80, 8080, 8081) });
const size = fc.constantFrom(1, 4, 100);
const data = fc.constantFrom("", "x", "hello", "y".repeat(3000));
const flag = fc.constantFrom(
  "SO_REUSEADDR",
  "SO_REUSEPORT",
  "SO_KEEPALIVE",
  "IPV6_V6ONLY",
  "O_NONBLOCK",
);

const call: fc.Arbitrary<SocketCall> = fc.oneof(
  fc.record({
    name: fc.constant("socket" as const),
    domain: fc.constantFrom(4 as const, 6 as const),
    type: fc.constantFrom("stream" as const, "stream" as const, "dgram" as const),
  }),
  fc.record({ name: fc.constant("bind" as const), fd, to }),
  fc.record({ name: fc.constant("listen" as const), fd, backlog: fc.constantFrom(0, 1, 5) }),
  fc.record({ name: fc.constant("accept" as const), fd }),
  fc.record({ name: fc.constant("connect" as const), fd, to }),
  fc.record({ name: fc.constant("send" as const), fd, data }),
  fc.record({ name: fc.constant("sendto" as const), fd, data, to }),
  fc.record({ name: fc.constant("recv" as const), fd, size, dontWait: fc.boolean() }),
  fc.record({ name: fc.constant("recvfrom" as const), fd, size }),
  fc.record({
    name: fc.constant("shutdown" as const),
    fd,
    how: fc.constantFrom("read" as const, "write" as const, "both" as const),
  }),
  fc.record({ name: fc.constant("close" as const), fd }),
  fc.record({ name: fc.constant("getsockname" as const), fd }),
  fc.record({ name: fc.constant("getpeername" as const), fd }),
  fc.record({
    name: fc.constant("setsockopt" as const),
    fd,
    option: fc.oneof(
      fc.record({ name: flag, value: fc.boolean() }),
      fc.record({ name: fc.constant("SO_LINGER" as const), value: fc.constantFrom(null, 0, 2) }),
      fc.record({ name: fc.constant("SO_RCVTIMEO" as const), value: fc.constantFrom(0, 50) }),
    ),
  }),
  fc.record({
    name: fc.constant("getsockopt" as const),
    fd,
    option: fc.constantFrom("SO_ERROR" as const, "SO_LINGER" as const),
  }),
);

/** Often a call; else time goes on, a packet is lost, or a host vanishes for a while. */
const deed = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant("call" as const), host, call }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("next" as const), times: fc.nat({ max: 12 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("drop" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("duplicate" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("fork" as const), host }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("exit" as const), host }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("power" as const), host }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer Kind> ? Kind : never;

/** What a deed comes to in this world: programs call by their first process, which may have ended. */
function eventsOf(world: World, deed: Deed): readonly WorldEvent[] {
  const firstPid = (name: string) =>
    Number(Object.keys(world.hosts[name]?.processes ?? {})[0] ?? 0);
  const anyone = { from: null, to: null, what: null };
  switch (deed.kind) {
    case "call": {
      const pid = firstPid(deed.host);
      return pid === 0 ? [] : [{ kind: "call", host: deed.host, pid, call: deed.call }];
    }
    case "next":
      return Array.from({ length: deed.times }, () => ({ kind: "next" }) as const);
    case "drop":
      return [{ kind: "rule", match: anyone, nth: 1, fate: { kind: "drop" } }];
    case "duplicate":
      return [{ kind: "rule", match: anyone, nth: 1, fate: { kind: "duplicate", after: 30_000 } }];
    case "fork":
    case "exit": {
      const pid = firstPid(deed.host);
      return pid === 0 ? [] : [{ kind: "call", host: deed.host, pid, call: { name: deed.kind } }];
    }
    case "power":
      return [
        { kind: "power", host: deed.host, isUp: false },
        { kind: "power", host: deed.host, isUp: true },
      ];
  }
}

/** A is connected to B twice, by its descriptors 3 and 4; B listens with 3 and accepted one as 4. */
function connectedWorld(profile: Profile): World {
  const program = new Program({ profile });
  const listener = program.listen("B", 8080);
  for (let count = 0; count < 2; count += 1)
    program.connect("A", program.open("A"), "10.0.0.2", 8080);
  program.pass();
  program.call("B", { name: "accept", fd: listener });
  return program.world;
}

const sorted = <T>(values: Iterable<T>): readonly T[] =>
  [...values].toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

/** The lookups are what they would be if they were made anew. */
function indexesAreRight(host: Host): void {
  let made: Pick<Host, "lookup" | "ports"> = { lookup: textMap.empty(), ports: textMap.empty() };
  for (const [, socket] of intTable.entries(host.sockets))
    made = indexed({ ...host, ...made }, null, socket);
  const plain = (from: Pick<Host, "lookup" | "ports">) => ({
    lookup: sorted([...textMap.entries(from.lookup)].map(([key, ids]) => [key, sorted(ids)])),
    ports: sorted([...textMap.entries(from.ports)].map(([key, uses]) => [key, sorted(uses)])),
  });
  expect(plain(host)).toEqual(plain(made));
}

/** A socket has as many references as descriptors, and its waiting calls are the host's. */
function referencesAreRight(host: Host): void {
  const counts = new Map<number, number>();
  for (const { descriptors } of Object.values(host.processes))
    for (const [, id] of intTable.entries(descriptors)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const waiting: number[] = [];
  for (const [id, socket] of intTable.entries(host.sockets)) {
    expect(socket.references).toBe(counts.get(id) ?? 0);
    counts.delete(id);
    waiting.push(...socket.waiting);
  }
  expect([...counts]).toEqual([]);
  expect(sorted(waiting)).toEqual(sorted([...intTable.entries(host.pending)].map(([id]) => id)));
}

/** Nothing is planned for a socket, a call or a packet that is gone: each knows its own entry. */
function scheduleIsRight(world: World): void {
  for (const { id, item } of schedule.entries(world.schedule))
    expect(knownEntry(world, item)).toBe(id);
}

function knownEntry(world: World, due: Due): number | null | undefined {
  switch (due.kind) {
    case "arrival":
      return intTable.get(world.wire.inFlight, due.packet)?.entry;
    case "timer": {
      const socket = intTable.get(world.hosts[due.host]!.sockets, due.socket);
      return socket?.type === "stream" ? socket.tcb?.timers[due.timer]?.entry : null;
    }
    case "call-timeout":
      return intTable.get(world.hosts[due.host]!.pending, due.call)?.entry;
  }
}

test("whatever programs call, the world's tables agree with each other", () => {
  fc.assert(
    fc.property(
      fc.array(deed, { minLength: 1, maxLength: 60 }),
      fc.constantFrom("linux" as const, "rfc" as const),
      (deeds, profile) => {
        let world = connectedWorld(profile);
        for (const each of deeds) {
          for (const event of eventsOf(world, each)) world = step(world, event).world;
          for (const host of Object.values(world.hosts)) {
            indexesAreRight(host);
            referencesAreRight(host);
          }
          scheduleIsRight(world);
        }
        for (const host of Object.values(world.hosts))
          for (const { entry } of socketRows(host)) {
            expect(entry.recvQ).toBeGreaterThanOrEqual(0);
            expect(entry.sendQ).toBeGreaterThanOrEqual(0);
          }
      },
    ),
  );
});
