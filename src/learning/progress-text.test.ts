import * as fc from "fast-check";
import { expect, test } from "vitest";
import { progress } from "./progress.fixture.ts";
import { NO_PROGRESS } from "./progress.ts";
import { PROGRESS_VERSION, readProgress, writeProgress } from "./progress-text.ts";

test("what was written is read again, whole", () => {
  fc.assert(
    fc.property(progress, (record) => {
      expect(readProgress(writeProgress(record))).toEqual({
        kind: "progress",
        progress: record,
        isWhole: true,
      });
    }),
  );
});

test("no text at all makes reading throw, and what is read can be written", () => {
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.anything().map((value) => JSON.stringify(value) ?? ""),
  );
  const looksRight = fc
    .tuple(fc.jsonValue(), fc.jsonValue(), fc.jsonValue())
    .map(([forgotten, lessons, answers]) =>
      JSON.stringify({ version: PROGRESS_VERSION, forgotten, lessons, answers }),
    );
  fc.assert(
    fc.property(fc.oneof(text, looksRight), (text) => {
      const read = readProgress(text);
      if (read.kind !== "progress") return;
      expect(readProgress(writeProgress(read.progress))).toMatchObject({ isWhole: true });
    }),
  );
});

test.each(["", "null", "[]", "{", '"1"', "{}", '{"version":0}'])(
  "%s is read as no progress, and not as the whole of the text",
  (text) => {
    expect(readProgress(text)).toEqual({
      kind: "progress",
      progress: NO_PROGRESS,
      isWhole: false,
    });
  },
);

test("what is well-formed beside something that is not is kept, and it is said that there was more", () => {
  const text = JSON.stringify({
    version: 1,
    forgotten: 3,
    lessons: { "ports/a": { opened: 5, finished: "yes", danced: 7 }, "ports/b": 4 },
    answers: {
      "ports/a#one": [
        { at: 6, outcome: "right", occasion: "check" },
        { at: 7, outcome: "splendid", occasion: "check" },
        { at: -1, outcome: "right", occasion: "check" },
        { at: 8, outcome: "wrong", occasion: "test", beliefs: [5] },
      ],
    },
  });
  expect(readProgress(text)).toEqual({
    kind: "progress",
    isWhole: false,
    progress: {
      forgotten: 3,
      lessons: { "ports/a": { opened: 5 } },
      answers: { "ports/a#one": [{ at: 6, outcome: "right", occasion: "check" }] },
    },
  });
});

test("a later version's text is left to that version", () => {
  const text = JSON.stringify({ version: PROGRESS_VERSION + 1, cards: [] });
  expect(readProgress(text)).toEqual({ kind: "later-version" });
});
