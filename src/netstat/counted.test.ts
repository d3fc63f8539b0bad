import { expect, test } from "vitest";
import { counted } from "./counted.ts";

test("counts agree with their nouns", () => {
  expect([counted(0, "line"), counted(1, "line"), counted(12345, "line")]).toEqual([
    "0 lines",
    "1 line",
    "12,345 lines",
  ]);
});
