/**
 * The theme the reader chose. `public/before-paint.js` reads the same key before the first paint;
 * "system" is the absence of a choice, so nothing is stored for it.
 */
import { readStored, writeStored } from "./browser-storage.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "theme";
const watchers = new Set<() => void>();

function isTheme(value: string | null | undefined): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** The theme in force. The document has it even where storage is blocked. */
export function currentTheme(): Theme {
  const shown = document.documentElement.dataset["theme"];
  return isTheme(shown) ? shown : "system";
}

function show(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  for (const watcher of watchers) watcher();
}

export function chooseTheme(theme: Theme) {
  writeStored(KEY, theme === "system" ? null : theme);
  show(theme);
}

/** Calls back when the theme changes here or in another tab. */
export function watchTheme(watcher: () => void): () => void {
  const onStorage = () => {
    const stored = readStored(KEY);
    show(isTheme(stored) ? stored : "system");
  };
  watchers.add(watcher);
  window.addEventListener("storage", onStorage);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener("storage", onStorage);
  };
}
