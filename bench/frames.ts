/** How a page keeps up: the times between its frames, and tasks that hold it up, while something is done to it. */
import type { Page } from "@playwright/test";

/** A screen that shows sixty frames a second. */
const FRAME_MS = 1000 / 60;

export interface Kept {
  /** Milliseconds from each frame to the next. */
  readonly frames: readonly number[];
  /** Lengths of the tasks over 50 ms, in milliseconds. */
  readonly longTasks: readonly number[];
}

/** To be called before the page is opened. */
export async function watchFrames(page: Page) {
  await page.addInitScript(() => {
    // Methods, because what runs a script here gives functions their names by a helper the page has not.
    const watched = {
      frames: [] as number[],
      tasks: [] as number[],
      last: null as number | null,
      beat(now: number) {
        if (watched.last !== null) watched.frames.push(now - watched.last);
        watched.last = now;
        requestAnimationFrame(watched.beat);
      },
    };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.tasks.push(duration);
    }).observe({ type: "longtask", buffered: true });
    requestAnimationFrame(watched.beat);
  });
}

/** What there was since it was asked for the last time. */
export async function taken(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const { watched } = window as unknown as { watched: { frames: number[]; tasks: number[] } };
    const frames = watched.frames.splice(0);
    // A task is told of after its end.
    await new Promise((resolve) => setTimeout(resolve, 100));
    watched.frames.length = 0;
    return { frames, longTasks: watched.tasks.splice(0) };
  });
}

/** The share of the screen's beats, in percent, at which there was no new frame. */
export function missed(frames: readonly number[]): number {
  const beats = frames.map((each) => Math.max(1, Math.round(each / FRAME_MS)));
  const all = beats.reduce((sum, each) => sum + each, 0);
  return (100 * (all - beats.length)) / all;
}

/** The value below which `share` of them are. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError("There is no quantile of nothing.");
  return value;
}

export const longest = ({ longTasks }: Kept): number => Math.max(0, ...longTasks);
