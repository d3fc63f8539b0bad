import { describe, expect, test } from "vitest";
import { EXAMPLES, askOf } from "./ask-field.model.ts";

describe("askOf", () => {
  test("blank text asks nothing", () => {
    expect(askOf(" \n ")).toEqual({ kind: "nothing" });
  });

  test.each(EXAMPLES)("the example %s is a query for the classifier", (example) => {
    expect(askOf(example)).toEqual({ kind: "port-query", query: example });
  });

  test("a query is passed on without the blanks around it", () => {
    expect(askOf("  443 ")).toEqual({ kind: "port-query", query: "443" });
  });

  test("a pasted row is a listing, passed on to the letter", () => {
    const row = "tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN\n";
    expect(askOf(row)).toEqual({ kind: "listing", listing: row });
  });
});
