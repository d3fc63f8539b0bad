/** The UNIX-domain sockets of a listing, apart from those with ports: each line's in plain words. */
import { counted } from "#netstat/counted";
import type { Listing } from "#netstat/listing";
import { type UnixSocket, unixSocketOf } from "#netstat/unix-socket";
import { visibleText } from "./visible-text.model.ts";

export interface UnixFrame {
  /** Counts from 1. */
  readonly line: number;
  /** "stream", or "" where the line does not tell. */
  readonly type: string;
  readonly state: string;
  /** The file's name, or that it has none. */
  readonly name: string;
  readonly isNamed: boolean;
  /** "dockerd (714)", "dockerd (714) and 2 more"; "" where none is named. */
  readonly holder: string;
}

export interface UnixList {
  readonly sockets: readonly UnixFrame[];
  /** Whether there are more than were asked for. */
  readonly more: boolean;
}

/** How many are shown before somebody asks for more. */
export const UNIX_AT_ONCE = 100;

const LONGEST_NAME = 200;

/** The first `limit` of them. */
export function unixList(listing: Listing, limit: number): UnixList {
  const sockets: UnixFrame[] = [];
  for (let line = 1; line <= listing.lineCount; line += 1) {
    if (listing.fate(line).kind !== "unix") continue;
    const socket = unixSocketOf(listing.line(line));
    if (socket === null) continue;
    if (sockets.length === limit) return { sockets, more: true };
    sockets.push(frameOf(socket, line));
  }
  return { sockets, more: false };
}

function frameOf({ type, state, path, peerPath, processes }: UnixSocket, line: number): UnixFrame {
  const [first, ...others] = processes;
  const number = first?.pid === null || first?.pid === undefined ? "" : ` (${first.pid})`;
  const more =
    others.length === 0 ? "" : ` and ${counted(others.length, "more process", "more processes")}`;
  const name = path ?? (peerPath === null ? "without a name" : `without a name, to ${peerPath}`);
  return {
    line,
    type: type ?? "",
    state: state ?? "",
    name: visibleText(name, LONGEST_NAME),
    isNamed: path !== null,
    holder: first === undefined ? "" : visibleText(`${first.name ?? "process"}${number}${more}`),
  };
}
