import { describe, expect, test } from "vitest";
import { lookupFrame } from "./lookup.model.ts";
import { ALL_RUNS, runOfScenario, strangeAddresses, textsIn } from "./run.fixture.ts";

const frameOf = (id: string, packet: number) => {
  const run = runOfScenario(id);
  return lookupFrame(
    run,
    run.beats.length,
    run.packets.find((story) => story.id === packet)!,
  );
};

describe("whom a packet is for", () => {
  test("a SYN asks for the exact connection first, and finds the listener", () => {
    const frame = frameOf("open-and-close", 1);
    expect(frame?.title).toBe("How B's kernel finds whom it is for");
    expect(frame?.steps.map(({ question, answer }) => [question, answer])).toEqual([
      ["A connection with exactly these four: 10.0.0.2 8080 10.0.0.1 46730?", "No."],
      ["A listener on 10.0.0.2 8080?", "No."],
      ["A listener on every IPv4 address, port 8080?", "Yes: the listener on port 8080."],
    ]);
    expect(frame?.outcome).toEqual([]);
  });

  test("a segment of a connection finds it at once, and points at it", () => {
    const [step] = frameOf("open-and-close", 4)?.steps ?? [];
    expect(step?.answer).toBe("Yes: the connection of port 8080 with A:46730.");
    expect(step?.keys).toHaveLength(1);
  });

  test("where nobody is, says so", () => {
    const frame = frameOf("refused", 1);
    expect(frame?.steps.every(({ isFound }) => !isFound)).toBe(true);
    expect(frame?.outcome).toEqual(["Nobody here takes it. No socket is left to ask."]);
  });

  test("a raw socket's copy is told besides", () => {
    expect(frameOf("raw-copy", 1)?.outcome[0]).toBe("Besides, the raw socket for TCP gets a copy.");
  });

  test("nothing is told before it has arrived", () => {
    const run = runOfScenario("open-and-close");
    const [syn] = run.packets;
    const arrival = syn!.end.kind === "arrived" ? syn!.end.in : 0;
    expect(lookupFrame(run, arrival, syn!)).toBeNull();
    expect(lookupFrame(run, arrival + 1, syn!)).not.toBeNull();
  });

  test.each(ALL_RUNS)("every arrival of %s is told in words", (_, run) => {
    const { packets, beats } = run();
    for (const story of packets) {
      const frame = lookupFrame(run(), beats.length, story);
      const isThere = story.end.kind === "arrived" || story.end.kind === "discarded";
      expect(frame !== null).toBe(isThere);
      for (const text of textsIn(frame)) {
        expect(text).not.toMatch(/undefined|null|NaN|a socket\./);
        expect(strangeAddresses(text)).toEqual([]);
      }
    }
  });
});
