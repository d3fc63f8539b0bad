/**
 * The lines that netstat -b prints below a row: the service's name, if the process holds several, then
 * the process's program in brackets; or that it may not tell. Windows XP (-bv) prints the libraries
 * between the socket and its program, a path a line. Source: listings of Windows XP to 11.
 */
import type { SocketEntry } from "#net/socket-entry";
import type { LineFields } from "../line-fields.ts";
import { NO_OWNER } from "./windows-words.ts";

const LONGEST = 200;

/** Marks of quotation, which decode.ts takes off rows only. */
const MARK = /^(?:[>#|*+-]|\/\/)$/;

/** The line's text without white space and quotation marks around it. */
function ownText(line: LineFields): string {
  const hasMark = line.count > 1 && line.lengthOf(0) <= 2 && MARK.test(line.textOf(0));
  return line.text.slice(line.startOf(hasMark ? 1 : 0), line.end);
}

/** [svchost.exe], but not the [...] of somebody who shortened the listing. */
const PROGRAM = /^\[(?!\.+\])([^\]]{2,})\]$/;
const PATH = /^[A-Za-z]:\\/;
/** -- unknown component(s) --, and what XP prints where it cannot look. */
const XP_MESSAGE = /^(?:-- .* --$|x: Windows Sockets |Windows Sockets initialization)/;

export function isOwnerLine(line: LineFields): boolean {
  if (line.end - line.startOf(0) > LONGEST) return false;
  const text = ownText(line);
  if (text.startsWith("[")) return PROGRAM.test(text);
  if (NO_OWNER.test(text) || PATH.test(text) || XP_MESSAGE.test(text)) return true;
  // The beginning of a row that a narrow window broke.
  if (text === "TCP" || text === "UDP") return false;
  const isWord = /^[\p{L}_][\p{L}\d_.$-]*$/u.test(text);
  const indent = line.startOf(0) - line.start;
  if (indent === 0 || !/\p{L}/u.test(text)) return isWord && bracketFollows(line);
  // One blank stands before a message in a language not known here, two before a service.
  return isWord || (indent === 1 && !/[\d:]/.test(text));
}

/** Whether the next line names a program: then a word alone is a service, even if the blanks before it are gone. */
function bracketFollows({ text, next }: LineFields): boolean {
  return /^[ \t]*\[[^\]\n]{2,}\]/.test(text.slice(next, next + LONGEST));
}

/** The entry with the program that such a line names. */
export function withOwner(line: LineFields, entry: SocketEntry): SocketEntry {
  const name = PROGRAM.exec(ownText(line))?.[1];
  return name === undefined ? entry : withProgram(entry, name);
}

export function withProgram(entry: SocketEntry, name: string): SocketEntry {
  const [process] = entry.processes;
  const pid = process?.pid ?? null;
  return { ...entry, processes: [{ pid, name, user: null, fd: null }] };
}
