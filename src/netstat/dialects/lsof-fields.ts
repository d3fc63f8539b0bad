/**
 * lsof -F, meant for programs: one field a line, its first letter says which. A process set begins with p
 * (its number) and has c (command), L (user); a file set begins with f (descriptor) and has t (IPv4, IPv6),
 * P (protocol), n (the endpoints), then T lines: TST=LISTEN, TQR=0. Fields nobody asked for are missing.
 * With -F0 each set is one line, its fields ended by NUL. An entry's line is the one that holds its n.
 * Source: lsof(8) 4.95, "OUTPUT FOR OTHER PROGRAMS", and its output under -F, -F0 and -FpcnPTt.
 */
import type { SocketEntry } from "#net/socket-entry";
import { type Dialect, type RowPlace, UNEXPECTED } from "../dialect.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { stateOfWord } from "../state-words.ts";
import { NOT_MINE, READ } from "../unreadable.ts";
import {
  descriptor,
  escaped,
  known,
  nameText,
  projectHeld,
  protocolNamed,
  readName,
  unescaped,
} from "./lsof-text.ts";
import { LINUX_SPELLING } from "./spellings.ts";

/** The order in which lsof prints the fields of a process, then those of a file. */
const PROCESS_LETTERS = "pKMgRZcuL";
const FILE_LETTERS = "faltCFNGdDrsoikPnT";
const ORDER = PROCESS_LETTERS + FILE_LETTERS;
const FIRST_OF_FILE = PROCESS_LETTERS.length;
const PROTOCOL = ORDER.indexOf("P");
const NAME = ORDER.indexOf("n");

/** No set has more lines: lsof has fewer letters. */
const MOST_LINES = 40;

const LETTER_N = 110;
const LETTER_T = 84;

/** Whether the line's fields are ended by NUL: a whole set on one line. */
const isWholeSet = (line: LineFields) =>
  line.count > 1 && line.text.charCodeAt(line.endOf(0)) === 0;

function readRow(line: LineFields, row: RowFields, layout: number): number {
  if (layout === UNEXPECTED) return NOT_MINE;
  const at = nameField(line);
  const start = line.startOf(at) + 1;
  const end = line.endOf(at);
  if (at < 0 || (line.count > 1 && !isWholeSet(line)) || end === start) return NOT_MINE;
  row.clear(line.text);
  // What is no pair of endpoints is a file's name.
  return readName(line.text, start, end, row) === READ ? READ : NOT_MINE;
}

/** The n of a line; -1 where there is none. */
function nameField(line: LineFields): number {
  if (line.firstCodeOf(0) === LETTER_N) return 0;
  if (!isWholeSet(line)) return -1;
  for (let at = 1; at < line.count; at += 1) {
    if (line.firstCodeOf(at) === LETTER_N) return at;
  }
  return -1;
}

function prefaceOf(line: LineFields, layout: number): "record" | "more" | null {
  const first = line.firstCodeOf(0);
  if (line.startOf(0) > line.start || first === LETTER_T) return null;
  if (first === 112 && line.count > 0 && isProcess(line)) return "record";
  if (layout === UNEXPECTED || isUnixName(line)) return null;
  return isWholeSet(line) ? (first === 102 ? "more" : null) : follows(line) ? "more" : null;
}

/** p16145, alone or with other fields behind NULs. */
function isProcess(line: LineFields): boolean {
  if (line.count > 1 && !isWholeSet(line)) return false;
  const start = line.startOf(0) + 1;
  const end = line.endOf(0);
  if (end === start || end - start > 9) return false;
  for (let at = start; at < end; at += 1) {
    const code = line.text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** n/run/a.sock type=STREAM is for who lists UNIX-domain sockets. */
const isUnixName = (line: LineFields) =>
  line.firstCodeOf(0) === LETTER_N &&
  line.text.slice(line.startOf(line.count - 1), line.end).startsWith("type=");

/** Whether the line may stand where it does, by lsof's order of fields. Prose that begins with a letter seldom does. */
function follows(line: LineFields): boolean {
  const { text, start } = line;
  const letter = ORDER.indexOf(text.charAt(start));
  if (letter < 0 || start === 0) return false;
  const above = text.lastIndexOf("\n", start - 2) + 1;
  const before = ORDER.indexOf(text.charAt(above));
  if (before < 0) return false;
  if (letter > before) return true;
  // A name after a name, where no f was asked for: without it prose would be taken for one.
  if (letter === NAME && line.count > 1) return text.charCodeAt(start + 1) === 47;
  // A new file's set: with its f, or without where nobody asked for it.
  return letter >= FIRST_OF_FILE && before >= PROTOCOL;
}

interface Found {
  process: string;
  command: string;
  user: string;
  descriptor: string;
  type: string;
  protocol: string;
}

function entry(row: RowFields, _: unknown, place: RowPlace): SocketEntry {
  const found = foundAbove(place);
  const told = statesIn(place);
  return {
    protocol: protocolTold(protocolNamed(found.protocol), told),
    family: found.type === "IPv6" ? 6 : found.type === "IPv4" ? 4 : null,
    local: row.local(),
    peer: row.peer(),
    state: null,
    recvQ: null,
    sendQ: null,
    processes: [
      {
        pid: found.process === "" ? null : Number(found.process),
        name: known(unescaped(found.command)),
        user: known(found.user),
        fd: descriptor(found.descriptor),
      },
    ],
    ...told,
  };
}

/** The fields of the row's process, and of its file: those behind the last n or T above it. */
function foundAbove({ line, record, textOf }: RowPlace): Found {
  const found: Found = {
    process: "",
    command: "",
    user: "",
    descriptor: "",
    type: "",
    protocol: "",
  };
  if (record > 0) {
    const last = Math.min(line, record + MOST_LINES);
    for (let n = record; n < last; n += 1) {
      const text = textOf(n);
      if (n > record && ORDER.indexOf(text.charAt(0)) >= FIRST_OF_FILE) break;
      takeFields(text, found);
    }
  }
  for (let n = fileStart(line, record, textOf); n <= line; n += 1) takeFields(textOf(n), found);
  return found;
}

/** The first line of the row's file set: its f, else what follows the name above and that name's T lines. */
function fileStart(line: number, record: number, textOf: RowPlace["textOf"]): number {
  let first = line;
  let told = line;
  while (first > record + 1 && line - first < MOST_LINES) {
    const text = textOf(first - 1);
    const order = ORDER.indexOf(text.charAt(0));
    if (order === NAME || text.includes("\0")) return told;
    if (order < FIRST_OF_FILE) break;
    first -= 1;
    if (text.charCodeAt(0) !== LETTER_T) told = first;
    if (order === FIRST_OF_FILE) break;
  }
  return first;
}

function takeFields(text: string, found: Found): void {
  for (const part of text.slice(0, 2000).split("\0")) {
    const value = part.slice(1);
    switch (part.charAt(0)) {
      case "p":
        found.process = value;
        break;
      case "c":
        found.command = value;
        break;
      case "L":
        found.user = value;
        break;
      case "f":
        found.descriptor = value;
        break;
      case "t":
        found.type = value;
        break;
      case "P":
        found.protocol = value;
        break;
    }
  }
}

/** What T lines above the name say, and those of a set on one line. */
function statesIn({ line, record, textOf }: RowPlace): Partial<SocketEntry> {
  const told: Partial<SocketEntry>[] = [];
  for (let n = fileStart(line, record, textOf); n <= line; n += 1) {
    told.push(...textOf(n).slice(0, 2000).split("\0").map(toldBy));
  }
  return Object.assign({}, ...told) as Partial<SocketEntry>;
}

/** What a T line says: TST=LISTEN, TQR=0, TQS=0. */
function toldBy(text: string): Partial<SocketEntry> {
  const value = text.slice(4);
  switch (text.slice(0, 4)) {
    case "TST=": {
      const state = stateOfWord(value);
      return state === "LISTEN" ? { state, peer: null } : { state };
    }
    case "TQR=":
      return /^\d{1,15}$/.test(value) ? { recvQ: Number(value) } : {};
    case "TQS=":
      return /^\d{1,15}$/.test(value) ? { sendQ: Number(value) } : {};
    default:
      return {};
  }
}

function extend(line: LineFields, entry: SocketEntry): SocketEntry {
  const told = toldBy(line.textOf(0));
  return { ...entry, ...told, protocol: protocolTold(entry.protocol, told) };
}

/** Without a P line, T lines tell: only TCP has states. */
function protocolTold(protocol: string, { state }: Partial<SocketEntry>): string {
  if (protocol !== "" && protocol !== UNTOLD) return protocol;
  return state === undefined ? UNTOLD : "tcp";
}

/** Some protocol above IP: lsof -i lists no others. */
const UNTOLD = "ip";

const project = (socket: SocketEntry) =>
  projectHeld(socket, (name) => escaped(name, Number.POSITIVE_INFINITY));

function print(entries: readonly SocketEntry[]): string {
  return entries
    .flatMap(project)
    .map((row) => {
      const [process] = row.processes;
      const lines = [
        `p${process?.pid}`,
        ...(process?.name == null ? [] : [`c${escaped(process.name, Number.POSITIVE_INFINITY)}`]),
        ...(process?.user == null ? [] : [`L${process.user}`]),
        ...(process?.fd == null ? [] : [`f${process.fd}`]),
        `tIPv${row.family}`,
        `P${row.protocol.toUpperCase()}`,
        `n${nameText(row)}`,
        ...(row.state === null ? [] : [`TST=${LINUX_SPELLING[row.state]}`]),
      ];
      return `${lines.join("\n")}\n`;
    })
    .join("");
}

export const lsofFields: Dialect = {
  id: "lsof-fields",
  tool: "lsof -F",
  command: "lsof -nP -i -F",
  withListeners: "sudo lsof -nP -i -F shows the listeners of all users",
  sign: "are lines of one field each, whose first letter says which",
  os: () => null,
  headingWords: [],
  isHeading: () => false,
  needsHeading: true,
  isRecord: true,
  isContinuation: (line) =>
    line.firstCodeOf(0) === LETTER_T && line.text.charCodeAt(line.start + 3) === 61,
  extend,
  prefaceOf,
  readRow,
  entry,
  truncated: () => [],
  spelling: LINUX_SPELLING,
  print,
  project,
};
