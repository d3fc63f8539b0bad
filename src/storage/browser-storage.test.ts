import { afterEach, expect, test, vi } from "vitest";
import { readStored, writeStored } from "./browser-storage.ts";

afterEach(() => vi.unstubAllGlobals());

function memory(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
}

test("what was written is read again, and null removes it", () => {
  vi.stubGlobal("localStorage", memory());
  expect(writeStored("theme", "dark")).toBe(true);
  expect(readStored("theme")).toBe("dark");
  expect(writeStored("theme", null)).toBe(true);
  expect(readStored("theme")).toBeNull();
});

test("keys carry the app's prefix, which public/before-paint.js reads as well", () => {
  const storage = memory();
  vi.stubGlobal("localStorage", storage);
  writeStored("theme", "dark");
  expect(storage.getItem("ports-of-call:theme")).toBe("dark");
});

test("blocked storage neither throws nor pretends", () => {
  const refuse = () => {
    throw new DOMException("denied", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(readStored("theme")).toBeNull();
  expect(writeStored("theme", "dark")).toBe(false);
  expect(writeStored("theme", null)).toBe(false);
});
