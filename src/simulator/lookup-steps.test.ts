import { describe, expect, test } from "vitest";
import * as intTable from "./int-table.ts";
import { type Lookup, lookupOf } from "./lookup-steps.ts";
import { planOf } from "./plan.ts";
import { fileOf } from "./scenario-plan.fixture.ts";
import { SCENARIOS } from "./scenarios.ts";
import { findConnection, findDatagramSocket, findListener } from "./socket-lookup.ts";
import { type Timeline, worldAt } from "./timeline.ts";
import { unfold } from "./unfold.ts";
import { familyOf, serves } from "./wire-address.ts";
import type { Host, Socket } from "./world.ts";

interface Arrival {
  readonly name: string;
  readonly host: Host;
  readonly packet: Timeline["packets"][number]["packet"];
  readonly lookup: Lookup;
  readonly effects: Timeline["beats"][number]["effects"];
}

const ARRIVALS: readonly Arrival[] = SCENARIOS.flatMap(({ id, simulation }) => {
  const timeline = unfold(planOf(fileOf(simulation)));
  return timeline.packets.flatMap((story): Arrival[] => {
    const { end, to, packet } = story;
    if ((end.kind !== "arrived" && end.kind !== "discarded") || to === null) return [];
    const before = worldAt(timeline, end.in);
    const { effects } = timeline.beats[end.in]!;
    const lookup = lookupOf(before, to, packet);
    return [{ name: `${id} ${story.id}`, host: before.hosts[to]!, packet, lookup, effects }];
  });
});

const lookupAt = (id: string, packet: number) =>
  ARRIVALS.find(({ name }) => name === `${id} ${packet}`)?.lookup;

describe("looking for whom a packet is", () => {
  test("a SYN finds no connection, then the listener on every address", () => {
    const lookup = lookupAt("open-and-close", 1);
    expect(lookup?.steps.map(({ kind, found }) => [kind, found === null])).toEqual([
      ["connection", true],
      ["listener-address", true],
      ["listener-any", false],
    ]);
    expect(lookup?.steps[0]?.question).toMatch(
      /^A connection with exactly these four: 10\.0\.0\.2 8080 10\.0\.0\.1 \d+$/,
    );
  });

  test("data finds its connection at once", () => {
    const lookup = lookupAt("open-and-close", 4);
    expect(lookup?.steps.map(({ kind }) => kind)).toEqual(["connection"]);
  });

  test("a SYN to a port without a socket finds nobody", () => {
    const lookup = lookupAt("refused", 1);
    expect(lookup?.outcome).toEqual({ kind: "nobody" });
    expect(lookup?.steps.map(({ kind }) => kind)).toEqual([
      "connection",
      "listener-address",
      "listener-any",
      "dual-stack",
      "nobody",
    ]);
  });

  test("IPv4 to a dual-stack listener finds it last", () => {
    const found = ARRIVALS.filter(({ name }) => name.startsWith("dual-stack ")).map(
      ({ lookup }) => lookup.steps.at(-1)?.kind,
    );
    expect(found).toContain("dual-stack");
  });

  test("what a filter stops is looked for by nobody", () => {
    const outcomes = ARRIVALS.filter(({ name }) => name.startsWith("refused-or-filtered "));
    expect(outcomes.map(({ lookup }) => lookup.outcome)).toContainEqual({
      kind: "filtered",
      action: "drop",
    });
  });

  test("agrees with the lookup by which the simulator hands packets over", () => {
    expect(ARRIVALS.length).toBeGreaterThan(300);
    for (const { host, packet, lookup, name } of ARRIVALS) {
      if (lookup.outcome.kind === "filtered" || packet.kind === "raw") continue;
      if (packet.kind === "icmp") continue;
      const { from, to } = packet;
      const winner =
        packet.kind === "udp"
          ? findDatagramSocket(host, to, from)
          : (findConnection(host, to, from) ?? findListener(host, to, from));
      const outcome =
        winner === undefined ? { kind: "nobody" } : { kind: "socket", socket: winner.id };
      expect([name, lookup.outcome]).toEqual([name, outcome]);
    }
  });

  test("says of no question that it found nobody where a socket answers it", () => {
    for (const { host, packet, lookup, name } of ARRIVALS) {
      if (packet.kind !== "tcp" && packet.kind !== "udp") continue;
      const sockets = [...intTable.entries(host.sockets)].map(([, socket]) => socket);
      for (const { kind, found } of lookup.steps) {
        const answering = sockets.filter((socket) => answers(socket, kind, packet));
        const isRight =
          found === null ? answering.length === 0 : answering.some(({ id }) => id === found);
        expect([name, kind, isRight]).toEqual([name, kind, true]);
      }
    }
  });

  test("copies go to those raw sockets that queued one", () => {
    let copies = 0;
    for (const { lookup, effects, host, name } of ARRIVALS) {
      const taken = effects.flatMap((effect) =>
        (effect.kind === "queued" || effect.kind === "dropped") &&
        intTable.get(host.sockets, effect.socket)?.type === "raw"
          ? [effect.socket]
          : [],
      );
      expect([name, lookup.copies]).toEqual([name, taken]);
      copies += taken.length;
    }
    expect(copies).toBeGreaterThan(2);
  });
});

/** Written apart from the simulator's lookup, from what each question asks. */
function answers(
  socket: Socket,
  kind: Lookup["steps"][number]["kind"],
  packet: Extract<Arrival["packet"], { kind: "tcp" | "udp" }>,
): boolean {
  const { from, to } = packet;
  const { local, peer } = socket;
  const type = packet.kind === "tcp" ? "stream" : "dgram";
  if (socket.type !== type || local.port !== to.port) return false;
  const isListener = socket.type === "stream" && socket.listener !== null;
  const family = familyOf(to.address);
  if (kind === "connection")
    return (
      !isListener &&
      peer?.address === from.address &&
      peer.port === from.port &&
      local.address === to.address
    );
  if ((socket.type === "stream" && !isListener) || peer !== null) return false;
  if (!serves(socket, family)) return false;
  if (kind === "listener-address") return local.address === to.address;
  if (local.address !== "*") return false;
  return kind === "listener-any"
    ? socket.domain === family
    : kind === "dual-stack" && socket.domain !== family;
}
