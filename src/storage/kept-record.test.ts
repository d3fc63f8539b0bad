import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type ReadText, keptRecord } from "./kept-record.ts";

let stored: Map<string, string>;
let isFull: boolean;
beforeEach(() => {
  [stored, isFull] = [new Map(), false];
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      stored.set(key, value);
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A record of words, and how often a text of it was read. */
function wordRecord() {
  const read = vi.fn<(text: string) => ReadText<readonly string[]>>((text) => ({
    kind: "record",
    record: text.split(" "),
    isWhole: true,
  }));
  const kept = keptRecord<readonly string[]>({
    key: "words",
    none: [],
    join: (one, other) => [...new Set([...one, ...other])].toSorted(),
    isSame: (one, other) => one.join() === other.join(),
    read,
    write: (words) => words.join(" "),
  });
  return { kept, read, add: (word: string) => kept.change((words) => [...words, word].toSorted()) };
}

test("a text is understood once, and what was written by this page is not read at all", () => {
  stored.set("ports-of-call:words", "ack");
  const { kept, read, add } = wordRecord();
  expect(kept.current()).toEqual(["ack"]);
  for (const word of ["fin", "rst", "syn"]) add(word);
  expect(read).toHaveBeenCalledTimes(1);
  expect(stored.get("ports-of-call:words")).toBe("ack fin rst syn");
});

test("what another tab wrote in between is read, and nothing of either is lost", () => {
  const { kept, read, add } = wordRecord();
  add("fin");
  stored.set("ports-of-call:words", "ack fin");
  add("syn");
  expect(read).toHaveBeenCalledTimes(1);
  expect(kept.current()).toEqual(["ack", "fin", "syn"]);
});

test("what could not be written is still to be written, though the text is known", () => {
  const { kept, add } = wordRecord();
  add("ack");
  isFull = true;
  add("fin");
  expect([kept.keeping(), stored.get("ports-of-call:words")]).toEqual(["page", "ack"]);
  isFull = false;
  add("syn");
  expect([kept.keeping(), stored.get("ports-of-call:words")]).toEqual(["browser", "ack fin syn"]);
});
