import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Attempt } from "#learning/attempt";
import { recordText } from "#learning/practice-record";

const PLACE = "ports-of-call:practice";

type Tab = typeof import("./practice.ts");
type Listener = (event: { key: string | null; newValue: string | null }) => void;

let stored: Map<string, string>;
let isFull: boolean;
let isDeaf: boolean;
let open: { readonly tab: Tab; readonly listeners: Set<Listener> }[];
let writing: Tab | null;

beforeEach(() => {
  stored = new Map();
  [isFull, isDeaf, open, writing] = [false, false, [], null];
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      if (stored.get(key) === value) return;
      stored.set(key, value);
      if (isDeaf) return;
      for (const { tab, listeners } of open)
        if (tab !== writing)
          for (const listener of listeners) within(tab, () => listener({ key, newValue: value }));
    },
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** What a tab does is told to all the others. */
function within(tab: Tab, act: () => void) {
  const before = writing;
  writing = tab;
  act();
  writing = before;
}

async function openTab() {
  vi.resetModules();
  const tab = await import("./practice.ts");
  const listeners = new Set<Listener>();
  open.push({ tab, listeners });
  vi.stubGlobal("window", {
    addEventListener: (kind: string, listener: Listener) =>
      kind === "storage" && listeners.add(listener),
    removeEventListener: (_: string, listener: Listener) => listeners.delete(listener),
  });
  const watcher = vi.fn<() => void>();
  tab.watchLog(watcher);
  return { tab, watcher };
}

const at = (time: number): Attempt => ({
  at: time,
  practised: "range-of-port",
  seed: 7,
  outcome: "right",
  beliefs: [],
});
const times = (tab: Tab) => tab.currentLog().map((attempt) => attempt.at);

test("an attempt is told to every watcher and remembered for the next page", async () => {
  const { tab, watcher } = await openTab();
  within(tab, () => tab.noteAttempt(at(5)));
  expect(watcher).toHaveBeenCalledOnce();
  expect(tab.currentLog()).toBe(tab.currentLog());
  expect(times((await openTab()).tab)).toEqual([5]);
});

test("attempts of a file are joined, and what is there already is not taken twice", async () => {
  const { tab } = await openTab();
  tab.noteAttempt(at(5));
  tab.noteAttempts([at(3), at(5), at(9)]);
  expect(times(tab)).toEqual([3, 5, 9]);
});

test("what a tab remembers is noted again, unless it was forgotten meanwhile", async () => {
  const { tab } = await openTab();
  tab.noteAttempt(at(5));
  tab.forgetLog();
  const later = Date.now() + 1000;
  tab.noteAgain([at(5), at(later)]);
  tab.noteAgain([at(later)]);
  expect(times(tab)).toEqual([later]);
});

describe("several tabs", () => {
  test("see what each of them practised", async () => {
    const [one, other] = [await openTab(), await openTab()];
    within(one.tab, () => one.tab.noteAttempt(at(5)));
    within(other.tab, () => other.tab.noteAttempt(at(9)));
    for (const { tab } of [one, other]) expect(times(tab)).toEqual([5, 9]);
  });

  test("that hear nothing of each other lose nothing", async () => {
    const [one, other] = [await openTab(), await openTab()];
    isDeaf = true;
    one.tab.noteAttempt(at(5));
    other.tab.noteAttempt(at(6));
    one.tab.noteAttempt(at(7));
    expect(times((await openTab()).tab)).toEqual([5, 6, 7]);
  });

  test("forget together, and a file brings back what was forgotten", async () => {
    const [one, other] = [await openTab(), await openTab()];
    within(one.tab, () => one.tab.noteAttempt(at(5)));
    isDeaf = true;
    within(one.tab, () => one.tab.forgetLog());
    isDeaf = false;
    const now = Date.now() + 1;
    within(other.tab, () => other.tab.noteAttempt(at(now)));
    for (const { tab } of [one, other]) expect(times(tab)).toEqual([now]);
    within(other.tab, () => other.tab.noteAttempts([at(5)]));
    for (const { tab } of [one, other]) expect(times(tab)).toEqual([5, now]);
  });
});

describe("storage that is", () => {
  test("blocked makes the log last as long as the page", async () => {
    const { tab } = await openTab();
    vi.stubGlobal("localStorage", undefined);
    tab.noteAttempt(at(5));
    tab.noteAttempt(at(6));
    expect([times(tab), tab.logKeeping()]).toEqual([[5, 6], "page"]);
  });

  test("full loses nothing, and is written once there is room", async () => {
    const { tab } = await openTab();
    tab.noteAttempt(at(5));
    isFull = true;
    tab.noteAttempt(at(6));
    expect(tab.logKeeping()).toBe("page");
    isFull = false;
    tab.noteAttempt(at(7));
    expect(tab.logKeeping()).toBe("browser");
    expect(times((await openTab()).tab)).toEqual([5, 6, 7]);
  });

  test("broken is set aside, and the lines of it that can be read are kept", async () => {
    const broken = `${recordText({ forgotten: 0, log: [at(5)] })}6 range-of-port seven ri`;
    stored.set(PLACE, broken);
    const { tab } = await openTab();
    expect(times(tab)).toEqual([5]);
    tab.noteAttempt(at(7));
    expect(tab.logTextsSetAside()).toEqual([broken]);
    expect(times((await openTab()).tab)).toEqual([5, 7]);
    stored.set(PLACE, "no log at all");
    tab.noteAttempt(at(8));
    expect(times(tab)).toEqual([5, 7, 8]);
    expect(tab.logTextsSetAside()).toEqual([broken, "no log at all"]);
    tab.forgetLog();
    expect(tab.logTextsSetAside()).toEqual([]);
  });

  test("a later version's is left alone", async () => {
    const later = "Ports of Call, practice, form 2, forgotten 0\nsomething";
    stored.set(PLACE, later);
    const { tab } = await openTab();
    tab.noteAttempt(at(5));
    expect([stored.get(PLACE), tab.logKeeping(), times(tab)]).toEqual([
      later,
      "later-version",
      [5],
    ]);
  });
});
