import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NO_PROGRESS, type Progress } from "#learning/progress";
import { readProgress, writeProgress } from "#learning/progress-text";

const PLACE = "ports-of-call:progress";

type Tab = typeof import("./progress.ts");
type Listener = (event: { key: string | null; newValue: string | null }) => void;

let stored: Map<string, string>;
let isFull: boolean;
let isDeaf: boolean;
let open: { readonly tab: Tab; readonly listeners: Set<Listener> }[];
let writing: Tab | null;

beforeEach(() => {
  stored = new Map();
  [isFull, isDeaf, open, writing] = [false, false, [], null];
  const tell = (key: string, newValue: string | null) => {
    if (isDeaf) return;
    for (const { tab, listeners } of open)
      if (tab !== writing)
        for (const listener of listeners) within(tab, () => listener({ key, newValue }));
  };
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      if (stored.get(key) === value) return;
      stored.set(key, value);
      tell(key, value);
    },
    removeItem: (key: string) => {
      if (stored.delete(key)) tell(key, null);
    },
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

/** A page of the site of its own, that hears of the others. */
async function openTab() {
  vi.resetModules();
  const tab = await import("./progress.ts");
  const listeners = new Set<Listener>();
  open.push({ tab, listeners });
  vi.stubGlobal("window", {
    addEventListener: (kind: string, listener: Listener) =>
      kind === "storage" && listeners.add(listener),
    removeEventListener: (_: string, listener: Listener) => listeners.delete(listener),
  });
  const watcher = vi.fn<() => void>();
  tab.watchProgress(watcher);
  return { tab, watcher };
}

const lessons = (progress: Progress) => Object.keys(progress.lessons).toSorted();
const kept = () => {
  const read = readProgress(stored.get(PLACE) ?? "");
  return read.kind === "progress" ? read.progress : NO_PROGRESS;
};

test("what was read is told to every watcher and remembered for the next page", async () => {
  const { tab, watcher } = await openTab();
  expect(tab.currentProgress()).toBe(tab.currentProgress());
  within(tab, () => tab.noteLesson("ports/a", "opened"));
  expect(watcher).toHaveBeenCalledOnce();
  expect(tab.currentProgress()).toBe(tab.currentProgress());
  const next = await openTab();
  expect(lessons(next.tab.currentProgress())).toEqual(["ports/a"]);
});

test("an answer is remembered with its outcome; one that could not be marked is none", async () => {
  const { tab } = await openTab();
  const settled = { type: "not-sure", total: 1, feedback: [] } as const;
  tab.noteAnswer("ports/a", "one", { type: "invalid", message: "Choose first." }, "check");
  expect(tab.currentProgress().answers).toEqual({});
  tab.noteAnswer("ports/a", "one", settled, "predict");
  expect(kept().answers["ports/a#one"]).toMatchObject([
    { outcome: "not-sure", occasion: "predict" },
  ]);
});

describe("several tabs", () => {
  test("see what each of them did", async () => {
    const [one, other] = [await openTab(), await openTab()];
    within(one.tab, () => one.tab.noteLesson("ports/a", "finished"));
    expect(other.watcher).toHaveBeenCalled();
    within(other.tab, () => other.tab.noteLesson("ports/b", "finished"));
    for (const { tab } of [one, other])
      expect(lessons(tab.currentProgress())).toEqual(["ports/a", "ports/b"]);
    expect(lessons(kept())).toEqual(["ports/a", "ports/b"]);
  });

  test("that hear nothing of each other still write over nothing", async () => {
    const [one, other] = [await openTab(), await openTab()];
    isDeaf = true;
    one.tab.noteLesson("ports/a", "opened");
    other.tab.noteLesson("ports/b", "opened");
    one.tab.noteLesson("ports/c", "opened");
    expect(lessons(kept())).toEqual(["ports/a", "ports/b", "ports/c"]);
  });

  test("put back what another overlooked, writing at the same moment", async () => {
    const { tab } = await openTab();
    tab.noteLesson("ports/a", "opened");
    const overlooking = { ...NO_PROGRESS, lessons: { "ports/b": { opened: 5 } } };
    localStorage.setItem(PLACE, writeProgress(overlooking));
    expect(lessons(kept())).toEqual(["ports/a", "ports/b"]);
    expect(lessons(tab.currentProgress())).toEqual(["ports/a", "ports/b"]);
  });

  test("forget together, and none brings back what it still knew", async () => {
    const [one, other] = [await openTab(), await openTab()];
    within(one.tab, () => one.tab.noteLesson("ports/a", "finished"));
    isDeaf = true;
    within(one.tab, () => one.tab.forgetProgress());
    isDeaf = false;
    within(other.tab, () => other.tab.noteLesson("ports/b", "opened"));
    for (const { tab } of [one, other]) expect(lessons(tab.currentProgress())).toEqual(["ports/b"]);
    expect(lessons(kept())).toEqual(["ports/b"]);
  });

  test("begin anew where all that the browser keeps was cleared", async () => {
    const { tab } = await openTab();
    tab.noteLesson("ports/a", "opened");
    localStorage.removeItem(PLACE);
    expect(tab.currentProgress()).toEqual(NO_PROGRESS);
    tab.noteLesson("ports/b", "opened");
    expect(lessons(kept())).toEqual(["ports/b"]);
  });
});

describe("storage that is", () => {
  test("blocked makes progress last as long as the page", async () => {
    const { tab, watcher } = await openTab();
    vi.stubGlobal("localStorage", undefined);
    tab.noteLesson("ports/a", "opened");
    tab.noteLesson("ports/a", "finished");
    expect(watcher).toHaveBeenCalledTimes(2);
    expect(tab.currentProgress().lessons["ports/a"]).toHaveProperty("finished");
    expect(tab.progressKeeping()).toBe("page");
    tab.forgetProgress();
    expect(lessons(tab.currentProgress())).toEqual([]);
  });

  test("full loses nothing of what was kept, and is written once there is room", async () => {
    const { tab } = await openTab();
    tab.noteLesson("ports/a", "opened");
    isFull = true;
    tab.noteLesson("ports/b", "opened");
    expect([tab.progressKeeping(), lessons(kept())]).toEqual(["page", ["ports/a"]]);
    isFull = false;
    tab.noteLesson("ports/c", "opened");
    expect([tab.progressKeeping(), lessons(kept())]).toEqual([
      "browser",
      ["ports/a", "ports/b", "ports/c"],
    ]);
  });

  test("broken is set aside before it is written over", async () => {
    stored.set(PLACE, '{"version":1,"forgotten":0,"lessons":{"ports/a":{"opened":5}},"ans');
    const { tab } = await openTab();
    expect(tab.currentProgress()).toEqual(NO_PROGRESS);
    tab.noteLesson("ports/b", "opened");
    expect(stored.get("ports-of-call:progress-set-aside-1")).toContain("ports/a");
    expect(lessons(kept())).toEqual(["ports/b"]);
    stored.set(PLACE, "broken again");
    tab.noteLesson("ports/c", "opened");
    expect(tab.textsSetAside()).toEqual([expect.stringContaining("ports/a"), "broken again"]);
    tab.forgetProgress();
    expect(tab.textsSetAside()).toEqual([]);
  });

  test("broken and full is left as it is", async () => {
    stored.set(PLACE, "broken");
    const { tab } = await openTab();
    isFull = true;
    tab.noteLesson("ports/b", "opened");
    expect(stored.get(PLACE)).toBe("broken");
    expect(lessons(tab.currentProgress())).toEqual(["ports/b"]);
  });

  test("a later version's is left alone", async () => {
    const later = '{"version":2,"cards":[]}';
    stored.set(PLACE, later);
    const { tab } = await openTab();
    tab.noteLesson("ports/a", "opened");
    expect([stored.get(PLACE), tab.progressKeeping()]).toEqual([later, "later-version"]);
    expect(lessons(tab.currentProgress())).toEqual(["ports/a"]);
  });
});
