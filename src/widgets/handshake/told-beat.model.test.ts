import { describe, expect, test } from "vitest";
import { ALL_RUNS, runOfScenario, strangeAddresses } from "./run.fixture.ts";
import { toldBeat } from "./told-beat.model.ts";

const sentences = (id: string, index: number) =>
  toldBeat(runOfScenario(id), index, "relative").map(({ sentence }) => sentence);

/** Of the whole run. */
const allOf = (id: string) => runOfScenario(id).beats.flatMap((_, index) => sentences(id, index));

describe("a moment told in sentences", () => {
  test("says who called, which socket changed, what was sent and that the call waits", () => {
    expect(sentences("open-and-close", 5)).toEqual([
      "A's program calls connect(client, 10.0.0.2:8080).",
      "On A, the connection of port 46730 with B:8080 goes from CLOSED to SYN-SENT.",
      "A:46730 sends SYN to B:8080 (seq 0).",
      "On A, the retransmission timer of the connection of port 46730 with B:8080 starts: 1 s.",
      "connect(client, 10.0.0.2:8080) of A's program has to wait.",
    ]);
  });

  test("tells a call that comes back at once in one sentence", () => {
    expect(sentences("open-and-close", 0)).toEqual([
      "B's program calls socket(AF_INET, SOCK_STREAM): it returns 3, a new descriptor.",
    ]);
  });

  test("names the new socket that a SYN made beside the listener", () => {
    expect(sentences("open-and-close", 6).slice(0, 3)).toEqual([
      "SYN from A:46730 arrives at B:8080.",
      "B's kernel makes a socket for the connection of port 8080 with A:46730: it is in SYN-RECEIVED.",
      "B:8080 sends SYN,ACK to A:46730 (seq 0, ack 1).",
    ]);
  });

  test("names the error of a call, and how long it had waited", () => {
    expect(allOf("refused")).toContain(
      "connect(client, 10.0.0.2:9999) of A's program fails with ECONNREFUSED (Connection refused), after 40 ms.",
    );
  });

  test("names a connection that ends by the ports it had", () => {
    expect(allOf("refused")).toContain(
      "On A, the connection of port 46730 with B:9999 goes from SYN-SENT to CLOSED.",
    );
  });

  test("tells what is lost, and what is sent again", () => {
    const told = allOf("syn-ack-lost");
    expect(told).toContain("SYN,ACK from B:8080 does not reach A:46730: it is lost.");
    expect(told).toContain("A:46730 sends SYN again to B:8080 (seq 0).");
  });

  test("tells of a packet that no host sent who it says it is from", () => {
    expect(allOf("raw-copy")).toContain(
      "A packet that was put on the wire by hand arrives at B:8080: SYN, with A:1234 as its sender (seq 0).",
    );
  });

  test("tells of a reset that is not believed, and of a packet that changes nothing", () => {
    const told = allOf("blind-reset");
    expect(told).toContain("On B, the connection of port 8080 with A:4000 drops the reset.");
    expect(told).toContain("A's kernel sends no answer, and no state changes.");
  });

  test("tells what a host's power does", () => {
    expect(allOf("vanished-peer")).toContain(
      "A loses its power. Its sockets are gone, and nobody is told.",
    );
  });

  test("shows numbers as they are on the wire, or none", () => {
    const { packets } = runOfScenario("open-and-close");
    const syn = packets[0]!;
    const sent = (numbering: "wire" | "off") =>
      toldBeat(runOfScenario("open-and-close"), syn.sentIn, numbering)[2]?.sentence;
    expect(syn.packet.kind === "tcp" && sent("wire")).toBe(
      `A:46730 sends SYN to B:8080 (seq ${syn.packet.kind === "tcp" ? syn.packet.seq : ""}).`,
    );
    expect(sent("off")).toBe("A:46730 sends SYN to B:8080.");
  });

  test("a beat that is not there tells nothing", () => {
    expect(toldBeat(runOfScenario("refused"), 999, "relative")).toEqual([]);
    expect(toldBeat(runOfScenario("refused"), -1, "relative")).toEqual([]);
  });

  test.each(ALL_RUNS)("tells every effect of %s once, and something of every moment", (_, run) => {
    const { beats } = run();
    for (const [index, { effects }] of beats.entries()) {
      const told = toldBeat(run(), index, "relative");
      expect(told.length).toBeGreaterThan(0);
      expect(told.flatMap((each) => each.effects).toSorted((one, other) => one - other)).toEqual(
        effects.map((_, at) => at),
      );
      expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
    }
  });

  test.each(ALL_RUNS)("speaks of %s in whole sentences and of harmless addresses", (_, run) => {
    for (const [index] of run().beats.entries()) {
      for (const { sentence, reason } of toldBeat(run(), index, "relative")) {
        expect(sentence).toMatch(/^[^\s].*[.]$/);
        const text = `${sentence} ${reason?.words ?? ""}`;
        expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{|a socket(?! for| without)/);
        expect(strangeAddresses(text)).toEqual([]);
      }
    }
  });

  test("tells each packet's loss once, in the moment in which it is lost", () => {
    const losses = ALL_RUNS.flatMap(([, run]) =>
      run().packets.flatMap(({ id, end }) => (end.kind === "lost" ? [{ run, id, end }] : [])),
    );
    expect(losses.length).toBeGreaterThan(20);
    for (const { run, id, end } of losses) {
      const told = toldBeat(run(), end.in, "relative").filter(
        ({ selection, sentence }) =>
          selection?.kind === "packet" && selection.id === id && sentence.endsWith("is lost."),
      );
      expect(told).toHaveLength(1);
    }
  });
});
