import { describe, expect, test } from "vitest";
import { announcementOf, logEntry, logOf } from "./log.model.ts";
import { ALL_RUNS, runOfScenario, strangeAddresses } from "./run.fixture.ts";
import { toldBeat } from "./told-beat.model.ts";

describe("the text log", () => {
  test("begins with who there is", () => {
    expect(logEntry(runOfScenario("refused"), 0, "relative")).toEqual({
      position: 0,
      at: 0,
      time: "0.000 s",
      wait: null,
      sentences: [
        {
          key: "first",
          text: "A is 10.0.0.1, B is 10.0.0.2. Nothing has happened yet.",
          selection: null,
        },
      ],
    });
  });

  test("says how long nothing happened", () => {
    const waits = logOf(runOfScenario("syn-lost-once"), "relative").map(({ wait }) => wait);
    expect(waits.filter((wait) => wait !== null)).toEqual(["1 s later"]);
  });

  test("leaves out that timers are set and stopped", () => {
    const log = logOf(runOfScenario("open-and-close"), "relative");
    expect(log.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join(" ")).not.toMatch(
      /timer of .* (?:starts|stops)/,
    );
  });

  test("has the notes of steps that could not be made", () => {
    const run = runOfScenario("refused");
    const noted = { ...run, notes: [{ position: 1, text: "A's send was left out." }] };
    expect(logEntry(noted, 1, "relative").sentences.at(-1)?.text).toBe("A's send was left out.");
  });

  test.each(ALL_RUNS)(
    "has an entry for every position of %s, and no loud sentence twice",
    (_, run) => {
      const log = logOf(run(), "relative");
      expect(log.map(({ position }) => position)).toEqual(
        Array.from({ length: run().beats.length + 1 }, (_, at) => at),
      );
      for (const { position, sentences } of log.slice(1)) {
        const loud = toldBeat(run(), position - 1, "relative").filter(({ isQuiet }) => !isQuiet);
        expect(loud.length).toBeGreaterThan(0);
        expect(sentences.map(({ key }) => key)).toEqual(loud.map(({ key }) => key));
      }
    },
  );
});

describe("what is announced after a move", () => {
  const run = runOfScenario("open-and-close");

  test("one step forward tells what happened", () => {
    expect(announcementOf(run, 0, 1)).toBe(
      "B's program calls socket(AF_INET, SOCK_STREAM): it returns 3, a new descriptor.",
    );
  });

  test("a leap tells how far it went, and the states there", () => {
    expect(announcementOf(run, 0, 9)).toBe(
      "9 moments later, at 0.060 s: A: ESTABLISHED on port 46730 with 10.0.0.2:8080. B: LISTEN on port 8080, ESTABLISHED on port 8080 with 10.0.0.1:46730.",
    );
  });

  test("sockets without states are told by their ports, and what waits there", () => {
    const udp = runOfScenario("udp-overflow");
    expect(announcementOf(udp, 0, 14)).toBe(
      "14 moments later, at 0.020 s: A: UDP on port 46731. B: UDP on port 9999, 1 packet to read.",
    );
  });

  test("a step back tells where one is", () => {
    expect(announcementOf(run, 5, 4)).toBe(
      "1 moment back, at 0.000 s: A: nothing is open. B: LISTEN on port 8080.",
    );
  });

  test.each(ALL_RUNS)("every move through %s is told without a gap in the words", (_, run) => {
    const { length } = run().beats;
    const texts = [
      ...Array.from({ length }, (_, at) => announcementOf(run(), at, at + 1)),
      announcementOf(run(), 0, length),
      announcementOf(run(), length, 0),
    ];
    for (const text of texts) {
      expect(text).toMatch(/\.$/);
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(strangeAddresses(text)).toEqual([]);
    }
  });

  test("no move tells nothing", () => {
    expect(announcementOf(run, 3, 3)).toBe("");
  });
});
