import { describe, expect, test } from "vitest";
import { Program } from "./program.fixture.ts";
import {
  begin,
  effectsOf,
  fork,
  record,
  recordUntil,
  runNow,
  runToRest,
  runUntil,
  worldAfter,
} from "./run.ts";
import { socketTable } from "./socket-table.ts";
import type { WorldEvent } from "./event.ts";

const closing: WorldEvent = { kind: "call", host: "A", pid: 1000, call: { name: "close", fd: 3 } };

/** A and B are connected; B accepted. */
function connected() {
  const program = new Program();
  program.listen("B", 8080);
  program.connect("A", program.open("A"), "10.0.0.2", 8080);
  program.pass();
  program.says("B", { name: "accept", fd: 3 });
  return program;
}

const states = (world: Parameters<typeof socketTable>[0], host: string) =>
  socketTable(world, host).map(({ state }) => state);

describe("running", () => {
  test("until a time leaves the clock there, even where nothing is due", () => {
    const { world } = new Program();
    const moments = runUntil(world, 5_000_000);
    expect(moments.map(({ event }) => event.kind)).toEqual(["wait"]);
    expect(moments.at(-1)?.world.now).toBe(5_000_000);
    expect(runUntil(moments.at(-1)!.world, 1_000_000)).toEqual([]);
  });

  test("to rest ends after TIME-WAIT, 60 s on Linux and 2 MSL by the RFC", () => {
    for (const [profile, seconds] of [
      ["linux", 60],
      ["rfc", 240],
    ] as const) {
      const program = new Program({ profile });
      program.listen("B", 8080);
      program.connect("A", program.open("A"), "10.0.0.2", 8080);
      program.pass();
      program.says("B", { name: "accept", fd: 3 });
      program.says("A", { name: "close", fd: 3 });
      program.pass();
      program.says("B", { name: "close", fd: 4 });
      program.pass();
      const from = program.world.now;
      const { world } = runToRest(program.world).at(-1)!;
      expect(states(world, "A")).toEqual([]);
      expect(Math.round((world.now - from) / 1_000_000)).toBe(seconds);
    }
  });

  test("at this moment brings loopback's packets, and no others", () => {
    const program = new Program();
    program.listen("A", 8080);
    program.connect("A", program.open("A"), "127.0.0.1", 8080);
    const moments = runNow(program.world);
    expect(moments.at(-1)?.world.now).toBe(0);
    expect(states(moments.at(-1)!.world, "A")).toEqual(["LISTEN", "ESTABLISHED", "ESTABLISHED"]);
    expect(effectsOf(moments).filter(({ kind }) => kind === "arrived").length).toBe(3);
    expect(runNow(connected().world)).toEqual([]);
  });
});

describe("a history", () => {
  const { world: first } = connected();
  const history = recordUntil(record(begin(first), closing), first.now + 100_000);

  test("has every world there was", () => {
    expect(states(worldAfter(history, 0), "A")).toEqual(["ESTABLISHED"]);
    expect(states(worldAfter(history, 1), "A")).toEqual(["FIN-WAIT-1"]);
    expect(states(worldAfter(history, 999), "A")).toEqual(["FIN-WAIT-2"]);
    expect(worldAfter(history, -1)).toBe(first);
  });

  test("can be gone on from anywhere in another way", () => {
    const other = recordUntil(
      record(fork(history, 1), {
        kind: "rule",
        match: { from: "B", to: "A", what: "ACK" },
        nth: 1,
        fate: { kind: "drop" },
      }),
      first.now + 60_000,
    );
    expect(states(worldAfter(other, 999), "A")).toEqual(["FIN-WAIT-1"]);
    expect(states(worldAfter(history, 999), "A")).toEqual(["FIN-WAIT-2"]);
  });
});
