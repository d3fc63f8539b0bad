import { describe, expect, test } from "vitest";
import { ALL_RUNS, runOfScenario } from "./run.fixture.ts";
import { statePlaces } from "./state-places.model.ts";

describe("the hosts' places on the diagram of states", () => {
  const run = runOfScenario("open-and-close");

  test("nobody is on it before there is a socket", () => {
    expect(statePlaces(run, 0, {})).toMatchObject({
      positions: [],
      visited: [],
      nobody: "Nobody has a TCP socket at this moment.",
    });
  });

  test("at the end of the handshake both sides are in ESTABLISHED, by their own ways", () => {
    const { positions, visited, hosts } = statePlaces(run, 9, {});
    expect(positions).toEqual([
      { label: "A", state: "ESTABLISHED" },
      { label: "B", state: "ESTABLISHED" },
    ]);
    expect(visited).toEqual([
      "CLOSED>SYN-SENT",
      "SYN-SENT>ESTABLISHED",
      "CLOSED>LISTEN",
      "LISTEN>SYN-RECEIVED",
      "SYN-RECEIVED>ESTABLISHED",
    ]);
    expect(hosts.map(({ sentence }) => sentence)).toEqual([
      "A: the connection of port 46730 with B:8080 is in ESTABLISHED, after CLOSED, SYN-SENT.",
      "B: the connection of port 8080 with A:46730 is in ESTABLISHED, after CLOSED, LISTEN, SYN-RECEIVED.",
    ]);
  });

  test("a socket that is gone stays at CLOSED, with the name it had", () => {
    const { hosts } = statePlaces(run, run.beats.length, {});
    expect(hosts[1]?.chosen).toMatchObject({
      label: "the connection of port 8080 with A:46730",
      state: "CLOSED",
    });
  });

  test("a person may choose another socket of a host", () => {
    const { hosts } = statePlaces(run, 9, {});
    const listener = hosts[1]?.choices.find(({ state }) => state === "LISTEN");
    expect(listener?.label).toBe("the listener on port 8080");
    const { positions } = statePlaces(run, 9, { B: listener?.socket ?? -1 });
    expect(positions[1]).toEqual({ label: "B", state: "LISTEN" });
  });

  test("a way that the figure leaves out is told, and not drawn", () => {
    const reset = runOfScenario("abort-with-linger-zero");
    const { hosts, visited } = statePlaces(reset, reset.beats.length, {});
    expect(hosts[0]?.sentence).toMatch(/ESTABLISHED\. The figure does not draw all of this way/);
    expect(visited).not.toContain("ESTABLISHED>CLOSED");
  });

  test("UDP is said to have no states", () => {
    const udp = runOfScenario("udp-request-and-reply");
    const { nobody, isForTcp } = statePlaces(udp, udp.beats.length, {});
    expect(nobody).toMatch(/^UDP sockets have no states/);
    expect(isForTcp).toBe(false);
  });

  test.each(ALL_RUNS)("every moment of %s has a place or a word for each host", (_, run) => {
    for (let position = 0; position <= run().beats.length; position += 1) {
      const { hosts, positions, nobody } = statePlaces(run(), position, {});
      expect(hosts.map(({ host }) => host)).toEqual(Object.keys(run().first.hosts));
      expect(positions.length > 0).toBe(nobody === null);
      for (const { sentence } of hosts) expect(sentence).not.toMatch(/undefined|null/);
    }
  });
});
