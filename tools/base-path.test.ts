import { describe, expect, test } from "vitest";
import { basePath, below } from "./base-path.ts";

describe("the base path", () => {
  test.each([
    [undefined, "/"],
    ["", "/"],
    ["/", "/"],
    ["course", "/course/"],
    ["/course", "/course/"],
    ["//a/b//", "/a/b/"],
  ])("%j is %j", (given, base) => {
    expect(basePath(given)).toBe(base);
  });
});

describe("a request", () => {
  test.each([
    ["/", "/ports?q=1", { kind: "inside", url: "/ports?q=1" }],
    ["/course/", "/course/", { kind: "inside", url: "/" }],
    ["/course/", "/course/ports", { kind: "inside", url: "/ports" }],
    ["/course/", "/course?a=1?2", { kind: "folder-itself", query: "?a=1?2" }],
    ["/course/", "/course", { kind: "folder-itself", query: "" }],
    ["/course/", "/courses/", { kind: "outside" }],
    ["/course/", "/", { kind: "outside" }],
  ])("below %j, %j is %j", (base, url, place) => {
    expect(below(base, url)).toEqual(place);
  });
});
