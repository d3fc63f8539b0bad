/** Socket listings that lessons and samples show, loaded when one is wanted. */
export interface Sample {
  /** Below `content/captures`. */
  readonly file: string;
  /** Samples of one system stand together. */
  readonly system: string;
  /** The tool, for a button. */
  readonly label: string;
  /** Which command made it, and whether it was recorded, printed or written. */
  readonly origin: string;
}

const LISTS = import.meta.glob<readonly Sample[]>("/content/captures/samples.ts", {
  eager: true,
  import: "samples",
});
const CAPTURES = import.meta.glob<string>(
  [
    "/content/captures/*.txt",
    "/content/captures/printed/*.txt",
    "/content/captures/written/docker-ps.txt",
  ],
  { query: "?raw", import: "default" },
);

/** In the order in which the decoder offers them. */
export const SAMPLES: readonly Sample[] = Object.values(LISTS).flat();

const loaded = new Map<string, Promise<string>>();

/**
 * The same promise for the same file, so that React's `use` can wait for it. `file` is below `content/captures`.
 * Throws where there is no such file: a lesson names it, so the build stops.
 */
export function loadCapture(file: string): Promise<string> {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const load = CAPTURES[`/content/captures/${file}`];
  if (load === undefined) throw new Error(`content/captures has no ${file}.`);
  const content = load();
  loaded.set(file, content);
  // A failed load is tried again the next time, not remembered.
  content.catch(() => loaded.delete(file));
  return content;
}
