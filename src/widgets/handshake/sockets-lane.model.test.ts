import { describe, expect, test } from "vitest";
import * as intTable from "#simulator/int-table";
import { socketRows } from "#simulator/socket-table";
import { type Timeline, worldAt } from "#simulator/timeline";
import { ALL_RUNS, runOfScenario } from "./run.fixture.ts";
import { type SocketFrame, socketsFrame } from "./sockets-lane.model.ts";

const at = (timeline: Timeline, position: number, host: string) =>
  socketsFrame(timeline, position, host, "relative").sockets;

/** Of every moment, the first that there is. */
function firstMoment<T>(
  scenario: string,
  host: string,
  find: (sockets: readonly SocketFrame[]) => T | undefined,
): T {
  const timeline = runOfScenario(scenario);
  for (let position = 0; position <= timeline.beats.length; position += 1) {
    const found = find(at(timeline, position, host));
    if (found !== undefined) return found;
  }
  throw new Error(`There is no such moment in ${scenario}`);
}

const inState = (state: string) => (sockets: readonly SocketFrame[]) =>
  sockets.find((socket) => socket.state === state);

describe("a socket that no program has", () => {
  test.each([
    ["open-and-close", "A", "TIME-WAIT", "The kernel waits."],
    ["open-and-close", "B", "SYN-RECEIVED", "The handshake is not complete."],
    ["open-and-close", "B", "ESTABLISHED", "It waits for accept()."],
    ["forked-descriptor", "B", "FIN-WAIT-1", "The kernel finishes alone."],
  ])("in %s says why on %s in %s", (scenario, host, state, why) => {
    const socket = firstMoment(scenario, host, inState(state));
    expect(socket.isHeld).toBe(false);
    expect(socket.holders).toContain("No program has it");
    expect(socket.holders).toContain(why);
  });
});

describe("a connection", () => {
  test("shows bytes as not acknowledged when they are sent, and as not read when they are there", () => {
    const parts = (sockets: readonly SocketFrame[]) =>
      sockets.flatMap(({ queues }) => queues.bytes.flatMap((queue) => queue.parts))[0];
    expect(firstMoment("open-and-close", "A", parts)).toEqual({
      kind: "unacknowledged",
      bytes: 5,
      text: "hello",
    });
    expect(firstMoment("open-and-close", "B", parts)).toEqual({
      kind: "unread",
      bytes: 5,
      text: "hello",
    });
  });

  test("counts its numbers from the beginning, or tells them as they are on the wire", () => {
    const timeline = runOfScenario("open-and-close");
    const position = timeline.beats.findIndex(({ world }) =>
      [...intTable.entries(world.hosts["A"]!.sockets)].some(
        ([, socket]) => socket.type === "stream" && socket.tcb?.sendBuffer === "hello",
      ),
    );
    const number = (numbers: "relative" | "wire" | "off", name: string) =>
      socketsFrame(timeline, position + 1, "A", numbers).sockets[0]?.numbers.find(
        (row) => row.name === name,
      )?.value;
    expect(number("relative", "SND.UNA")).toBe("1");
    expect(number("relative", "SND.NXT")).toBe("6");
    expect(number("relative", "RCV.NXT")).toBe("1");
    const beginning = Number(number("wire", "ISS"));
    expect(Number(number("wire", "SND.NXT"))).toBe((beginning + 6) % 2 ** 32);
    expect(number("off", "SND.NXT")).toBeUndefined();
  });

  test("does not know the other end's number before it has heard of it", () => {
    const { numbers } = firstMoment("open-and-close", "A", inState("SYN-SENT"));
    expect(numbers.find(({ name }) => name === "RCV.NXT")?.value).toBe("not known yet");
  });

  test("shows the calls that wait on it, and since when", () => {
    const { waiting } = firstMoment("syn-lost-once", "A", (sockets) =>
      sockets.find((socket) => socket.timers[0]?.note != null),
    );
    expect(waiting.map(({ text }) => text)).toEqual(["connect() of python3 waits for 1 s"]);
  });

  test("runs its TIME-WAIT down from sixty seconds", () => {
    const { timers } = firstMoment("time-wait-sixty-seconds", "A", inState("TIME-WAIT"));
    expect(timers).toMatchObject([{ name: "time-wait", left: 60_000_000, span: 60_000_000 }]);
    expect(timers[0]?.words).toBe("1 min of 1 min left");
  });

  test("tells how often it was sent again, and the next wait is longer", () => {
    const socket = firstMoment("syn-lost-for-ever-classic", "A", (sockets) =>
      sockets.find(({ timers }) => timers[0]?.note === "sent again 2 times so far"),
    );
    expect(socket.timers[0]?.span).toBe(4_000_000);
  });
});

describe("a listener", () => {
  test("has places for one connection more than its backlog", () => {
    const full = firstMoment("full-accept-queue", "B", (sockets) =>
      sockets[0]?.queues.connections.find(
        ({ name, entries }) => name === "Accept queue" && entries.length === 2,
      ),
    );
    expect(full.places).toBe(2);
    expect(full.entries.map(({ keys }) => keys)).toEqual([["socket B 2"], ["socket B 3"]]);
  });

  test("holds a connection in its SYN queue until the handshake is complete", () => {
    const counts = firstMoment("open-and-close", "B", (sockets) =>
      sockets.length === 2
        ? sockets[0]?.queues.connections.map(({ entries }) => entries.length)
        : undefined,
    );
    expect(counts).toEqual([1, 0]);
  });
});

test("a UDP socket tells what it keeps, how much memory that takes, and what it dropped", () => {
  const timeline = runOfScenario("udp-overflow");
  const queue = firstMoment("udp-overflow", "B", (sockets) =>
    sockets.map(({ queues }) => queues.datagrams).find((each) => each?.drops === 7),
  );
  expect(queue).toMatchObject({ taken: 1280, capacity: 2304, drops: 7 });
  expect(queue?.datagrams.map(({ bytes }) => bytes)).toEqual([500]);
  expect(at(timeline, 2, "B")[0]?.options).toEqual(["SO_RCVBUF 2304"]);
});

/** Linux's tools show the queues of half-open and closing connections in ways of their own (socket-table.ts). */
const isCounted = (state: string | null) =>
  state === null || state === "LISTEN" || state === "ESTABLISHED" || state === "CLOSE-WAIT";

/** As Recv-Q and Send-Q: an end that waits counts as one byte. */
function countedIn({ queues }: SocketFrame): readonly (number | null)[] {
  if (queues.datagrams !== null) return [queues.datagrams.taken, 0];
  const [, accept] = queues.connections;
  if (accept !== undefined) return [accept.entries.length, accept.places - 1];
  return queues.bytes.toReversed().map(({ parts, notes }) => {
    const ends = notes.filter((note) => /FIN|the end/.test(note)).length;
    return parts.reduce((sum, { bytes }) => sum + bytes, 0) + ends;
  });
}

describe.each(ALL_RUNS)("the sockets of %s", (_, run) => {
  const timeline = run();
  const moments = Array.from({ length: timeline.beats.length + 1 }, (_, position) => position);
  const hosts = Object.keys(timeline.first.hosts);

  test("are all there, and what waits in them is what the tools count", () => {
    for (const position of moments)
      for (const name of hosts) {
        const host = worldAt(timeline, position).hosts[name]!;
        const sockets = at(timeline, position, name);
        const ids = [...intTable.entries(host.sockets)].map(([id]) => id);
        expect(sockets.map(({ id }) => id)).toEqual(ids);
        const listed = socketRows(host).filter(({ entry }) => isCounted(entry.state));
        const counted = listed.map(({ id }) => countedIn(sockets.find((each) => each.id === id)!));
        expect(counted).toEqual(listed.map(({ entry }) => [entry.recvQ, entry.sendQ]));
      }
  });

  test("have timers that run from all of their time down to nothing", () => {
    for (const position of moments)
      for (const name of hosts)
        for (const { timers } of at(timeline, position, name))
          for (const { left, span } of timers) {
            expect(left).toBeGreaterThanOrEqual(0);
            expect(left).toBeLessThanOrEqual(span);
            expect(span).toBeGreaterThan(0);
          }
  });

  test("stay the same objects while neither they nor the clock change", () => {
    const pairs = hosts.flatMap((name) =>
      moments.slice(1).flatMap((position) => {
        const was = worldAt(timeline, position - 1).hosts[name]!.sockets;
        const is = worldAt(timeline, position).hosts[name]!.sockets;
        const before = at(timeline, position - 1, name);
        return at(timeline, position, name)
          .filter(
            ({ id, state }) => state !== "LISTEN" && intTable.get(was, id) === intTable.get(is, id),
          )
          .filter(({ timers, waiting }) => timers.length + waiting.length === 0)
          .map((socket) => [before.find(({ id }) => id === socket.id), socket]);
      }),
    );
    expect(pairs.filter(([before, after]) => before !== after)).toEqual([]);
  });
});
