/** The recorded traces, for tests. */
import { readdirSync, readFileSync } from "node:fs";
import { type TraceStep, parseTrace } from "./kernel-trace.ts";

const FOLDER = new URL("kernel-traces/", import.meta.url);

export const TRACE_FILES: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".txt"))
  .sort();

export function traceOf(file: string): readonly TraceStep[] {
  return parseTrace(readFileSync(new URL(file, FOLDER), "utf8"));
}
