import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { useAfterHydration } from "#ui/use-after-hydration";

type Entry = Readonly<Record<string, unknown>>;

interface KeptEntry {
  readonly entry: Entry;
  readonly keep: (part: Entry) => void;
}

/**
 * What stands in the tab's own entry of the history, and how to put something there: a reload, and the way back from
 * another page, find it again, even where storage is blocked.
 */
export function useEntry(): KeptEntry {
  const { search, hash, state } = useLocation();
  const navigate = useNavigate();
  const latest = useRef<Entry>({});
  useEffect(() => {
    latest.current = entryIn(state);
  }, [state]);
  const keep = useCallback(
    (part: Entry) => {
      latest.current = { ...latest.current, ...part };
      // Later: React takes a transition within a form's event for an action of that form, whose button may be gone.
      queueMicrotask(
        () => void navigate({ search, hash }, { replace: true, state: latest.current }),
      );
    },
    [navigate, search, hash],
  );
  return { entry: entryIn(state), keep };
}

const entryIn = (state: unknown): Entry =>
  typeof state === "object" && state !== null ? (state as Entry) : {};

/** What a page shows, kept there as plain data under a name: null for nothing. `read` never throws. */
export function useKept<Shown>(
  { entry, keep }: KeptEntry,
  name: string,
  plain: (shown: Shown) => object,
  read: (kept: unknown) => Shown | null,
): readonly [shown: Shown | null, show: (next: Shown | null) => void] {
  const kept = useAfterHydration(entry[name], undefined);
  const first = useMemo(() => read(kept), [read, kept]);
  // Undefined until something is done here.
  const [own, setOwn] = useState<Shown | null>();
  const show = (next: Shown | null) => {
    setOwn(next);
    keep({ [name]: next === null ? null : plain(next) });
  };
  return [own === undefined ? first : own, show];
}
