/**
 * The script a page loads before anything is scrolled to: what its HTML asks for, and all that this
 * imports statically. What loads as it nears the view comes by dynamic import, so it is not among these.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Files below the build. `read` gives one by its path there. */
export function firstScripts(html: string, read: (file: string) => string): string[] {
  const asked = [
    ...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g),
    ...html.matchAll(/<link rel="modulepreload"[^>]*\shref="([^"]+)"/g),
  ].map(([, address = ""]) => address.replace(/^\//, ""));
  const reached = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    staticImports(read(file), file).forEach(visit);
  };
  asked.forEach(visit);
  return [...reached];
}

/** Bytes of the files after gzip at its strongest, each compressed alone as it is served. */
export function gzipBytes(directory: string, files: readonly string[]): number {
  const sizes = files.map(
    (file) => gzipSync(readFileSync(join(directory, file)), { level: 9 }).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Chunks lie in one folder and name each other by "./". */
function staticImports(script: string, file: string): string[] {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  return [...script.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(
    ([, name = ""]) => folder + name,
  );
}
