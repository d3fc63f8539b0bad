/**
 * The script a page loads before anything is scrolled to: what its HTML asks for, and all that this
 * imports statically. Parts that load as they near the view come by dynamic import and count apart.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Files below the build. */
export interface PageScripts {
  readonly first: readonly string[];
  /** Reached from the first ones by dynamic import, through any number of steps. */
  readonly later: readonly string[];
}

/** `read` gives a file of the build by its path below it. */
export function pageScripts(html: string, read: (file: string) => string): PageScripts {
  const asked = [
    ...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g),
    ...html.matchAll(/<link rel="modulepreload"[^>]*\shref="([^"]+)"/g),
  ].map(([, address = ""]) => address.replace(/^\//, ""));
  const first = reach(asked, (file) => imports(read(file), file).fixed);
  const all = reach(asked, (file) => {
    const { fixed, dynamic } = imports(read(file), file);
    return [...fixed, ...dynamic];
  });
  return { first, later: all.filter((file) => !first.includes(file)) };
}

/** Bytes of the files after gzip at its strongest, each compressed alone as it is served. */
export function gzipBytes(directory: string, files: readonly string[]): number {
  const sizes = files.map(
    (file) => gzipSync(readFileSync(join(directory, file)), { level: 9 }).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function reach(from: readonly string[], next: (file: string) => string[]): string[] {
  const reached = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    next(file).forEach(visit);
  };
  from.forEach(visit);
  return [...reached];
}

/** Chunks lie in one folder and name each other by "./". */
function imports(script: string, file: string): { fixed: string[]; dynamic: string[] } {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const names = (pattern: RegExp) =>
    [...script.matchAll(pattern)].map(([, name = ""]) => folder + name);
  return {
    fixed: names(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g),
    dynamic: names(/\bimport\(\s*["'`]\.\/([^"'`]+\.js)["'`]/g),
  };
}
