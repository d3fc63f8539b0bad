/**
 * UNIX-domain sockets: two programs on one machine joined through a file's name, without ports (unix(7)).
 * A line whose fate is "unix" is read here on its own: net-tools, BusyBox, ss, lsof -U, macOS and the BSDs,
 * Solaris, sockstat, /proc/net/unix. An unnamed socket has no path; an abstract one's begins with "@".
 * Simplified: AIX's rows of two lines are not read.
 */
import type { SocketProcess } from "#net/socket-entry";
import { unescaped } from "./dialects/lsof-text.ts";
import { readUsers } from "./dialects/ss-users.ts";

export interface UnixSocket {
  readonly type: "stream" | "dgram" | "seqpacket" | "rdm" | "raw" | null;
  readonly state: UnixState | null;
  /** The name it is bound to, spaces and all; null where it has none. */
  readonly path: string | null;
  /** What the tool knows it by: Linux's inode, elsewhere the address of its kernel structure. */
  readonly inode: string | null;
  /** The other end's, where the tool prints it. */
  readonly peerInode: string | null;
  readonly peerPath: string | null;
  readonly refCount: number | null;
  readonly processes: readonly SocketProcess[];
}

export type UnixState = "listening" | "connected" | "connecting" | "disconnecting" | "unconnected";

/** Longer lines are read up to here: a path has at most 108 bytes on Linux, 104 elsewhere. */
const MOST = 2000;

/** Null for a heading, and for a line that is no such socket's. */
export function unixSocketOf(line: string): UnixSocket | null {
  const text = line.slice(0, MOST).trim();
  for (const read of READERS) {
    const socket = read(text);
    if (socket !== null) return { ...NOTHING, ...socket };
  }
  return null;
}

const NOTHING: UnixSocket = {
  type: null,
  state: null,
  path: null,
  inode: null,
  peerInode: null,
  peerPath: null,
  refCount: null,
  processes: [],
};

type Reader = (text: string) => Partial<UnixSocket> | null;

const TYPES: readonly (readonly [RegExp, UnixSocket["type"]])[] = [
  [/^(?:stream|str$|流)/i, "stream"],
  [/^(?:dgram|dgr$|datag|数据报)/i, "dgram"],
  [/^seq/i, "seqpacket"],
  [/^rdm/i, "rdm"],
  [/^raw/i, "raw"],
];

const typeOf = (word: string) => TYPES.find(([pattern]) => pattern.test(word))?.[1] ?? null;

/** The words of net-tools in the languages it was seen in, of ss and of lsof. */
const STATES: ReadonlyMap<string, UnixState> = new Map([
  ...words("listening", "LISTENING LISTEN HÖRT NASLOUCHÁ OUVINDO ESCUCHANDO"),
  ...words(
    "connected",
    "CONNECTED ESTAB VERBUNDEN SPOJENO CONNECTÉ CONECTADO CONNESSO 已连接 接続済",
  ),
  ...words("connecting", "CONNECTING SYN-SENT"),
  ...words("disconnecting", "DISCONNECTING"),
  ...words("unconnected", "UNCONNECTED UNCONN CLOSED FREE"),
]);

function words(state: UnixState, spellings: string): [string, UnixState][] {
  return spellings.split(" ").map((word) => [word, state]);
}

const stateOf = (word: string | undefined) => STATES.get((word ?? "").toUpperCase()) ?? null;

const named = (path: string | undefined) =>
  path === undefined || path === "" || path === "*" ? null : path;

/** unix 2 [ ACC ] STREAM LISTENING 87600 104/my server /run/a b */
const NET_TOOLS = /^unix\s+(\d+)\s+\[([^\]]*)\]\s+(\S+)\s+(?:([^\d\s-]\S*)\s+)?(\d+)(?:\s+(.*))?$/;
/** Where a program is printed: its column is wide, and most paths begin with a slash. */
const PROGRAM = /^(?:-|(\d+)\/(.*?))(?:\s+([/@].*)|\s{2,}(.*))?$/;

function readNetTools(text: string): Partial<UnixSocket> | null {
  const found = NET_TOOLS.exec(text);
  if (found === null) return null;
  const [, refCount, flags = "", type = "", state, inode, rest = ""] = found;
  const program = PROGRAM.exec(rest);
  const pid = program?.[1];
  return {
    type: typeOf(type),
    state: flags.includes("ACC") ? "listening" : (stateOf(state) ?? unconnected(state)),
    path: named(program === null ? rest : (program[3] ?? program[4])),
    inode: inode === "0" ? null : (inode ?? null),
    refCount: Number(refCount),
    processes: pid === undefined ? [] : [holder(Number(pid), program?.[2] ?? null)],
  };
}

/** Where net-tools prints no state, the socket has no connection. */
const unconnected = (state: string | undefined) => (state === undefined ? "unconnected" : null);

const holder = (
  pid: number,
  name: string | null,
  user: string | null = null,
  fd: number | null = null,
): SocketProcess => ({
  pid,
  name: name === "" ? null : name,
  user,
  fd,
});

/** u_str ESTAB 0 0 /run/a b 87808 * 87807 users:(("sshd",pid=7,fd=3)) */
const SS =
  /^u_(str|dgr|seq)\s+(?:([A-Z][A-Z0-9-]*)\s+)?(\d+)\s+(\d+)\s+(\S.*?)\s+(\d+)\s+(\S.*?)\s+(\d+)(?=\s|$)/;

function readSs(text: string): Partial<UnixSocket> | null {
  const found = SS.exec(text);
  if (found === null) return null;
  const [, type = "", state, , , path, inode, peerPath, peerInode] = found;
  const processes: SocketProcess[] = [];
  const users = text.indexOf("users:((");
  if (users >= 0) readUsers(text, users, text.length, processes);
  return {
    type: typeOf(type),
    state: stateOf(state),
    path: named(path),
    inode: inode ?? null,
    peerPath: named(peerPath),
    peerInode: peerInode === "0" ? null : (peerInode ?? null),
    processes,
  };
}

/** python3 286 root 40u unix 0x5c7e0874 0t0 88719 /run/a b type=STREAM (LISTEN); macOS: 0x… 0t0 ->0x… */
const LSOF =
  /^(\S+)\s+(\d+)\s+(?:.*\s)?(\S+)\s+(?=\S)(\d*)\S*\s+unix\s+(\S+)(?:\s+0t0)?(?:\s+(\d+)(?=\s|$))?(?:\s+(.*))?$/;
const LSOF_NAME = /^(.*?)\s*\btype=(\w+)(?:\s+\((\w+)\))?$/;

function readLsof(text: string): Partial<UnixSocket> | null {
  const found = LSOF.exec(text);
  if (found === null) return null;
  const [, command = "", pid, user = "", fd = "", device, inode, rest = ""] = found;
  const name = LSOF_NAME.exec(rest);
  const path = name?.[1] ?? rest;
  const [, peer] = /^->\s*(\S+)$/.exec(path) ?? [];
  return {
    type: typeOf(name?.[2] ?? ""),
    state: stateOf(name?.[3]),
    // Older versions print "socket" where there is no name.
    path: peer === undefined && path !== "socket" ? named(path) : null,
    inode: inode ?? device ?? null,
    peerInode: peer ?? null,
    processes: [holder(Number(pid), unescaped(command), user, fd === "" ? null : Number(fd))],
  };
}

/** 7fb0… stream 0 0 (vnode) (peer) (refs) (next) /path */
const BSD =
  /^(?:0x)?([\da-f]{6,16})\s+([a-z]+)\s+\d+\s+\d+\s+([\da-f]+)\s+([\da-f]+)\s+[\da-f]+\s+[\da-f]+(?:\s+(.*))?$/i;

function readBsd(text: string): Partial<UnixSocket> | null {
  const found = BSD.exec(text);
  if (found === null) return null;
  const [, address, type = "", , peer = "0", path] = found;
  const isJoined = !isZero(peer);
  return {
    type: typeOf(type),
    state: isJoined ? "connected" : null,
    path: named(path),
    inode: address ?? null,
    peerInode: isJoined ? peer : null,
  };
}

const isZero = (text: string) => /^0+$/.test(text);

/** Solaris: 600… stream-ord (vnode) (peer) /local /remote */
const SOLARIS =
  /^([\da-f]{6,16})\s+(stream-ord|stream|dgram|seqpacket)\s+([\da-f]+)\s+([\da-f]+)(?:\s+([/@]\S*))?(?:\s+([/@]\S*))?$/i;

function readSolaris(text: string): Partial<UnixSocket> | null {
  const found = SOLARIS.exec(text);
  if (found === null) return null;
  const [, address, type = "", , peer = "0", path, peerPath] = found;
  return {
    type: typeOf(type),
    state: isZero(peer) ? null : "connected",
    path: named(path),
    inode: address ?? null,
    peerInode: isZero(peer) ? null : peer,
    peerPath: named(peerPath),
  };
}

/** root syslogd 700 6 dgram /var/run/log; smmsp sendmail 662 3 dgram -> /var/run/log */
const SOCKSTAT = /^(\S+)\s+(\S.*?)\s+(\d+|\?)\s+(\d+|\?)\s+(stream|dgram|seqpac\w*)(?:\s+(.*))?$/;

function readSockstat(text: string): Partial<UnixSocket> | null {
  const found = SOCKSTAT.exec(text);
  if (found === null) return null;
  const [, user = "", command = "", pid, fd, type = "", rest = ""] = found;
  const isPeer = rest.startsWith("->");
  const peer = rest.slice(2).trim();
  const isUnjoined = rest.startsWith("(not connected");
  return {
    type: typeOf(type),
    state: isPeer ? "connected" : isUnjoined ? "unconnected" : null,
    path: isPeer || isUnjoined ? null : named(rest),
    peerPath: isPeer && peer !== "??" ? named(peer) : null,
    processes:
      pid === "?" ? [] : [holder(Number(pid), command, user, fd === "?" ? null : Number(fd))],
  };
}

/** ffff9b61: 00000002 00000000 00010000 0001 01 42776 /run/a b */
const PROC =
  /^[\da-f]+:\s+([\da-f]{8})\s+[\da-f]{8}\s+([\da-f]{8})\s+(\d{4})\s+(\d\d)\s+(\d+)(?:\s+(.*))?$/i;
const PROC_TYPES = new Map<string, UnixSocket["type"]>([
  ["0001", "stream"],
  ["0002", "dgram"],
  ["0003", "raw"],
  ["0005", "seqpacket"],
]);
const PROC_STATES = new Map<string, UnixState>([
  ["01", "unconnected"],
  ["02", "connecting"],
  ["03", "connected"],
  ["04", "disconnecting"],
]);
/** __SO_ACCEPTCON of linux/net.h. */
const ACCEPTS = 0x10000;

function readProc(text: string): Partial<UnixSocket> | null {
  const found = PROC.exec(text);
  if (found === null) return null;
  const [, refCount = "", flags = "", type = "", state = "", inode, path] = found;
  const isListening = (Number.parseInt(flags, 16) & ACCEPTS) !== 0;
  return {
    type: PROC_TYPES.get(type) ?? null,
    state: isListening ? "listening" : (PROC_STATES.get(state) ?? null),
    path: named(path),
    inode: inode ?? null,
    refCount: Number.parseInt(refCount, 16),
  };
}

/** n/run/a b type=STREAM, of lsof's field output: its other fields stand on other lines. */
function readLsofField(text: string): Partial<UnixSocket> | null {
  const found = /^n(.*?)\s?type=(\w+)$/.exec(text);
  return found === null ? null : { type: typeOf(found[2] ?? ""), path: named(found[1]) };
}

const READERS: readonly Reader[] = [
  readNetTools,
  readSs,
  readProc,
  readBsd,
  readSolaris,
  readSockstat,
  readLsof,
  readLsofField,
];
