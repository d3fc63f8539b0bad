import { describe, expect, test } from "vitest";
import { SHORTCUTS, isKeptByTarget, shortcutOf } from "./shortcuts.model.ts";

const BODY = { tag: "SECTION", type: null, role: null, scrollsSideways: false };

test("no key asks for two things", () => {
  const keys = SHORTCUTS.flatMap(({ keys }) => keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([
  ["ArrowRight", "forward"],
  [".", "forward"],
  ["ArrowLeft", "back"],
  [" ", "play"],
  ["x", "lose"],
  ["u", "undo"],
  ["q", null],
  ["Tab", null],
])("%s asks for %s", (key, action) => {
  expect(shortcutOf(key)).toBe(action);
});

describe("who has the focus has its own keys first", () => {
  test.each([
    ["x", { ...BODY, tag: "INPUT", type: "text" }],
    ["ArrowLeft", { ...BODY, tag: "INPUT", type: null }],
    ["n", { ...BODY, tag: "SELECT" }],
    ["ArrowRight", { ...BODY, tag: "INPUT", type: "range" }],
    ["Home", { ...BODY, tag: "INPUT", type: "range" }],
    ["ArrowRight", { ...BODY, tag: "INPUT", type: "radio" }],
    ["ArrowLeft", { ...BODY, tag: "BUTTON", role: "tab" }],
    ["ArrowRight", { ...BODY, tag: "PRE", scrollsSideways: true }],
    [" ", { ...BODY, tag: "BUTTON" }],
    [" ", { ...BODY, tag: "g", role: "button" }],
    [" ", { ...BODY, tag: "SUMMARY" }],
    [" ", { ...BODY, tag: "INPUT", type: "checkbox" }],
  ])("%s stays with it: %o", (key, target) => {
    expect(isKeptByTarget(key, target)).toBe(true);
  });

  test.each([
    ["ArrowRight", BODY],
    [" ", BODY],
    ["ArrowRight", { ...BODY, tag: "BUTTON" }],
    ["x", { ...BODY, tag: "INPUT", type: "range" }],
    ["n", { ...BODY, tag: "INPUT", type: "checkbox" }],
    ["x", { ...BODY, tag: "PRE", scrollsSideways: true }],
  ])("%s goes to the handshake: %o", (key, target) => {
    expect(isKeptByTarget(key, target)).toBe(false);
  });
});
