/**
 * A record kept in the browser that several tabs may write: each change begins with what is stored, joins it with what
 * this page knows, and a page that hears of another's writing puts back what that one overlooked. Where the browser
 * keeps nothing, the record lasts as long as the page. A text that cannot be understood is set aside before it is
 * overwritten; a later version's is left alone.
 */
import { readStored, writeStored } from "./browser-storage.ts";

/** Where a record is kept: in the browser; on this page alone, since the browser refuses; or so because a later version wrote it. */
export type Keeping = "browser" | "page" | "later-version";

/** What the stored text holds. `isWhole` is false where some of it could not be understood. */
export type ReadText<Kept> =
  | { readonly kind: "record"; readonly record: Kept; readonly isWhole: boolean }
  | { readonly kind: "later-version" };

interface Form<Kept> {
  readonly key: string;
  readonly none: Kept;
  /** Has to be commutative, associative and idempotent. Of what both hold, the first one's own is best kept. */
  readonly join: (one: Kept, other: Kept) => Kept;
  readonly isSame: (one: Kept, other: Kept) => boolean;
  readonly read: (text: string) => ReadText<Kept>;
  readonly write: (record: Kept) => string;
}

interface Stored<Kept> {
  readonly record: Kept;
  /** False where a later version's record is left alone. */
  readonly isMine: boolean;
  /** The text, where it holds more than could be understood. */
  readonly aside: string | null;
}

/** Texts that could not be understood, one after another: "progress-set-aside-1" and on. */
const ASIDE_PLACES = [1, 2, 3, 4, 5];

export function keptRecord<Kept>({ key, none, join, isSame, read, write }: Form<Kept>) {
  const aside = `${key}-set-aside`;
  const watchers = new Set<() => void>();
  let held: Kept | null = null;
  let keeping: Keeping = "browser";
  /** The text read or written last and what it holds: a long one takes its time. */
  let known: readonly [text: string, there: Stored<Kept>] | null = null;

  /** The same object until something changes. */
  function current(): Kept {
    held ??= stored().record;
    return held;
  }

  function change(make: (record: Kept) => Kept) {
    const there = stored();
    const next = make(both(there));
    if (there.isMine) keeping = isStored(next, there.aside) ? "browser" : "page";
    hold(next);
  }

  /** Calls back when the record changes, here or in another tab. */
  function watch(watcher: () => void): () => void {
    const onStorage = ({ key: changed, newValue }: StorageEvent) => {
      // Whoever cleared what the browser keeps meant this as well.
      if (newValue === null && (changed === null || changed.endsWith(`:${key}`))) hold(none);
      else refresh();
    };
    watchers.add(watcher);
    window.addEventListener("storage", onStorage);
    // A page that comes back by "back" has heard of nothing meanwhile.
    window.addEventListener("pageshow", refresh);
    refresh();
    return () => {
      watchers.delete(watcher);
      window.removeEventListener("storage", onStorage);
      window.removeEventListener("pageshow", refresh);
    };
  }

  /** Takes over what another tab wrote. What that tab did not know of is written again. */
  function refresh() {
    const there = stored();
    const next = both(there);
    if (there.isMine && there.aside === null && !isSame(next, there.record))
      keeping = isStored(next, null) ? "browser" : "page";
    if (!isSame(next, current())) hold(next);
  }

  function both({ record }: Stored<Kept>): Kept {
    // What this page knows comes first, so that what follows from it can be kept.
    return record === current() ? record : join(current(), record);
  }

  function hold(next: Kept) {
    held = next;
    for (const watcher of watchers) watcher();
  }

  function stored(): Stored<Kept> {
    const text = readStored(key);
    if (text === null) return { record: none, isMine: true, aside: null };
    if (known?.[0] !== text) known = [text, understood(text)];
    return known[1];
  }

  function understood(text: string): Stored<Kept> {
    const there = read(text);
    if (there.kind === "later-version") {
      keeping = "later-version";
      return { record: none, isMine: false, aside: null };
    }
    return { record: there.record, isMine: true, aside: there.isWhole ? null : text };
  }

  function isStored(record: Kept, unread: string | null): boolean {
    const text = write(record);
    if ((unread !== null && !isSetAside(unread)) || !writeStored(key, text)) return false;
    known = [text, { record, isMine: true, aside: null }];
    return true;
  }

  /** False where it can be kept nowhere: then it is not overwritten either. */
  function isSetAside(text: string): boolean {
    const place = ASIDE_PLACES.find((each) => {
      const there = readStored(`${aside}-${each}`);
      return there === null || there === text;
    });
    return place !== undefined && writeStored(`${aside}-${place}`, text);
  }

  return {
    current,
    change,
    watch,
    /** As the last reading or writing found it. */
    keeping: () => keeping,
    /** What could not be understood when it was read, and so was set aside. */
    textsSetAside: () => ASIDE_PLACES.flatMap((place) => readStored(`${aside}-${place}`) ?? []),
    dropSetAside: () => ASIDE_PLACES.forEach((place) => writeStored(`${aside}-${place}`, null)),
  };
}
