import { describe, expect, test } from "vitest";
import { someTaken } from "./some-at-once.ts";

interface Row {
  readonly key: string;
  readonly look: string;
}

const row = (key: string, look: string): Row => ({ key, look });
const isSame = (one: Row, other: Row) => one.key === other.key;
const OLD = ["a", "b", "c", "d"].map((key) => row(key, "ahead"));
const NEW = OLD.map(({ key }) => row(key, "done"));

describe("what differs in many rows", () => {
  test("is taken from the top, some rows at once", () => {
    const taken = someTaken(OLD, NEW, 3, isSame);
    expect(taken.map(({ look }) => look)).toEqual(["done", "done", "done", "ahead"]);
    expect(someTaken(taken, NEW, 3, isSame)).toBe(NEW);
  });

  test("is taken whole where no more differs than is allowed at once", () => {
    expect(someTaken(OLD, NEW, 4, isSame)).toBe(NEW);
  });

  test("leaves rows that stay the same objects", () => {
    const to = [OLD[0]!, ...NEW.slice(1)];
    expect(someTaken(OLD, to, 2, isSame)).toEqual([OLD[0], NEW[1], NEW[2], OLD[3]]);
  });

  test("is taken whole where rows came, went or became others", () => {
    const more = [...NEW, row("e", "done")];
    expect(someTaken(OLD, more, 1, isSame)).toBe(more);
    const others = NEW.map(({ look }, at) => row(String(at), look));
    expect(someTaken(OLD, others, 1, isSame)).toBe(others);
  });
});
