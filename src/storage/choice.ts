/** One of a few options that a person chose for all pages, the first of them until then. */
import { readStored, writeStored } from "./browser-storage.ts";

export interface Choice<Option extends string> {
  readonly chosen: () => Option;
  readonly choose: (option: Option) => void;
  /** Calls back when another option is chosen here or in another tab. Returns the end of it. */
  readonly watch: (watcher: () => void) => () => void;
}

export function choiceOf<const Option extends string>(
  key: string,
  options: readonly [Option, ...Option[]],
): Choice<Option> {
  const watchers = new Set<() => void>();
  /** What was chosen on this page, which holds where storage is blocked. */
  let chosenHere: Option | null = null;
  return {
    chosen: () => {
      if (chosenHere !== null) return chosenHere;
      const stored = readStored(key);
      return options.find((option) => option === stored) ?? options[0];
    },
    choose: (option) => {
      chosenHere = option;
      writeStored(key, option);
      for (const watcher of watchers) watcher();
    },
    watch: (watcher) => {
      const onStorage = () => {
        chosenHere = null;
        watcher();
      };
      watchers.add(watcher);
      window.addEventListener("storage", onStorage);
      return () => {
        watchers.delete(watcher);
        window.removeEventListener("storage", onStorage);
      };
    },
  };
}
