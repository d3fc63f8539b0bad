import { afterEach, beforeEach, expect, test, vi } from "vitest";

let stored: Map<string, string>;
let listeners: Set<() => void>;

beforeEach(() => {
  vi.resetModules();
  stored = new Map();
  listeners = new Set();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  vi.stubGlobal("window", {
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  });
});
afterEach(() => vi.unstubAllGlobals());

const fresh = () => import("./system.ts");

test("Linux is shown until a system is chosen, and what an older version stored is not trusted", async () => {
  const { chosenSystem } = await fresh();
  expect(chosenSystem()).toBe("linux");
  stored.set("ports-of-call:system", "plan9");
  expect(chosenSystem()).toBe("linux");
});

test("a choice is told to every watcher and remembered for the next page", async () => {
  const { chooseSystem, chosenSystem, watchSystem } = await fresh();
  const watcher = vi.fn<() => void>();
  const end = watchSystem(watcher);
  chooseSystem("windows");
  expect(watcher).toHaveBeenCalledOnce();
  expect(chosenSystem()).toBe("windows");
  end();
  chooseSystem("macos");
  expect(watcher).toHaveBeenCalledOnce();
  vi.resetModules();
  expect((await fresh()).chosenSystem()).toBe("macos");
});

test("a choice in another tab is taken over", async () => {
  const { chooseSystem, chosenSystem, watchSystem } = await fresh();
  watchSystem(() => {});
  chooseSystem("windows");
  stored.set("ports-of-call:system", "macos");
  for (const listener of listeners) listener();
  expect(chosenSystem()).toBe("macos");
});

test("where storage is blocked a choice holds on this page", async () => {
  vi.stubGlobal("localStorage", undefined);
  const { chooseSystem, chosenSystem } = await fresh();
  chooseSystem("windows");
  expect(chosenSystem()).toBe("windows");
});
