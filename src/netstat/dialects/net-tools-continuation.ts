/**
 * Lines below a row of net-tools: further addresses of an SCTP socket, and what a narrow window or a mail
 * broke off the row's end: the state and the process, or the process alone.
 */
import type { SocketEntry, SocketProcess } from "#net/socket-entry";
import { LineFields } from "../line-fields.ts";
import { stateOfTranslation } from "./net-tools-words.ts";

/** Where the addresses of a row begin. */
const ADDRESSES = 20;
const MOST_READ = 120;

const ADDRESS = /^(?:\d{1,3}\.\d{1,3}\.|[\da-f]{0,4}:[\da-f]{0,4}:)[\da-f.:*]+$/;
const PROCESS = /^(?:(\d{1,10})\/(\S.*?)|-)$/;

export function isContinuation(line: LineFields): boolean {
  const isIndented = line.startOf(0) - line.start >= ADDRESSES;
  if (isIndented && line.count <= 2 && ADDRESS.test(line.textOf(0).slice(0, MOST_READ)))
    return true;
  return line.count <= 6 && (processAt(line, 0) !== null || isStateLine(line));
}

/** A state with the process behind it, or alone. */
function isStateLine(line: LineFields): boolean {
  if (line.lengthOf(0) > 24 || stateOfTranslation(line.textOf(0)) === null) return false;
  return line.count === 1 || processAt(line, 1) !== null;
}

/** 104/my server from field `at` to the line's end; "none" for a dash, null for anything else. */
function processAt(line: LineFields, at: number): SocketProcess | "none" | null {
  const start = line.startOf(at);
  const match = PROCESS.exec(line.text.slice(start, Math.min(line.end, start + MOST_READ)));
  if (match === null) return null;
  const [, pid, name] = match;
  if (pid === undefined || name === undefined) return "none";
  return { pid: Number(pid), name, user: null, fd: null };
}

const below = new LineFields();

/** Whether the state that the row lacks stands on the next line. */
export function hasStateBelow(line: LineFields): boolean {
  if (line.next >= line.text.length) return false;
  below.scan(line.text, line.next);
  return below.count > 0 && below.count <= 6 && isStateLine(below);
}

/** The entry with the state and the process that such a line names, where its row named none. */
export function extend(line: LineFields, entry: SocketEntry): SocketEntry {
  const hasState = isStateLine(line);
  const state = entry.state ?? (hasState ? stateOfTranslation(line.textOf(0)) : null);
  const at = hasState ? 1 : 0;
  const process = at < line.count ? processAt(line, at) : null;
  const isNew = entry.processes.length === 0 && process !== null && process !== "none";
  return {
    ...entry,
    state,
    peer: state === "LISTEN" ? null : entry.peer,
    processes: isNew ? [process] : entry.processes,
  };
}
