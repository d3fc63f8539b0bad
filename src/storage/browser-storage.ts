/**
 * What the browser remembers, under one prefix. Storage may be blocked, full, or hold what an
 * older version wrote: reading then gives null and writing reports false; nothing throws.
 */
const PREFIX = "ports-of-call:";

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** False where the browser would not keep it. A null value removes the key. */
export function writeStored(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
    return true;
  } catch {
    return false;
  }
}
