/** The operating system whose commands the reader wants to see: one choice for all pages. Linux until one is made. */
import { readStored, writeStored } from "./browser-storage.ts";

export const SYSTEMS = ["linux", "macos", "windows"] as const;
export type System = (typeof SYSTEMS)[number];

const KEY = "system";
const watchers = new Set<() => void>();

/** What was chosen on this page, which holds where storage is blocked. */
let chosenHere: System | null = null;

export function chosenSystem(): System {
  if (chosenHere !== null) return chosenHere;
  const stored = readStored(KEY);
  return SYSTEMS.find((system) => system === stored) ?? "linux";
}

export function chooseSystem(system: System) {
  chosenHere = system;
  writeStored(KEY, system);
  for (const watcher of watchers) watcher();
}

/** Calls back when another system is chosen here or in another tab. */
export function watchSystem(watcher: () => void): () => void {
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
}
