/** What lsof's rows and its field output have in common: how states, names and endpoints are written. */
import type { Family, SocketEndpoint, SocketEntry, SocketProcess } from "#net/socket-entry";
import { takeEndpointAt } from "../dialect.ts";
import {
  bracketed,
  peerOf,
  portText,
  rewritten,
  shownFamily,
  unmapped,
} from "../endpoint-print.ts";
import type { RowFields } from "../row-fields.ts";
import { READ, WHY } from "../unreadable.ts";

/** Two host names, two ports and an arrow are the longest NAME there is. */
const LONGEST_NAME = 700;

/** Reads a NAME, a:p or a:p->b:p, at start..end. Returns READ or a reason. */
export function readName(text: string, start: number, end: number, row: RowFields): number {
  if (end - start > LONGEST_NAME) return WHY.endsBeforeName;
  const arrow = text.slice(start, end).indexOf("->");
  const localEnd = arrow < 0 ? end : start + arrow;
  const fault = takeEndpointAt(text, start, localEnd, row, "local");
  if (fault !== READ || arrow < 0) return fault;
  if (localEnd + 2 >= end) return WHY.endsBeforePeer;
  return takeEndpointAt(text, localEnd + 2, end, row, "peer");
}

/** lsof's protocol names in the words of entries. */
export function protocolNamed(word: string): string {
  const protocol = word.toLowerCase();
  return protocol === "icmpv6" ? "icmp" : protocol;
}

/** A name or a user; null where none is printed. */
export const known = (text: string) => (text === "" || text === "-" ? null : text);

/** The number of 12u, 7uW; null for a word such as cwd. */
export function descriptor(text: string): number | null {
  const digits = /^\d{1,9}/.exec(text)?.[0];
  return digits === undefined ? null : Number(digits);
}

const LETTERS: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  "\\": "\\",
};
const ESCAPES = new Map(Object.entries(LETTERS).map(([letter, code]) => [code, `\\${letter}`]));

/** \x20 is a space, \t a tab; bytes above 127 stay as printed, for one character may take several. */
export function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(
    /\\(?:x([0-7][0-9a-f])|([bfnrt\\]))/g,
    (_, code: string | undefined, letter: string) =>
      code === undefined ? LETTERS[letter]! : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** As lsof prints a command: no more than `longest` characters, and no half of an escape. */
export function escaped(name: string, longest: number): string {
  let printed = "";
  for (const character of name) {
    const code = character.codePointAt(0)!;
    const isPlain = code > 32 && code !== 127 && character !== "\\";
    const escape = ESCAPES.get(character) ?? `\\x${code.toString(16).padStart(2, "0")}`;
    const next = isPlain ? character : escape;
    if (printed.length + next.length > longest) break;
    printed += next;
  }
  return printed;
}

/** One entry for each process that holds the socket, and none for a socket without one. */
export function projectHeld(
  socket: SocketEntry,
  nameOf: (name: string) => string,
): readonly SocketEntry[] {
  if (socket.protocol !== "tcp" && socket.protocol !== "udp") return [];
  const family: Family =
    socket.family === "46" ? 6 : (socket.family ?? shownFamily(socket.local.address, null) ?? 4);
  const peer = peerOf(socket);
  return socket.processes
    .filter((process) => process.pid !== null)
    .map((process) => ({
      protocol: socket.protocol,
      family,
      local: rewritten(socket.local, unmapped, false),
      peer: peer === null ? null : rewritten(peer, unmapped, false),
      state: socket.protocol === "tcp" ? socket.state : null,
      recvQ: null,
      sendQ: null,
      processes: [withName(process, nameOf(process.name ?? ""))],
    }));
}

const withName = (process: SocketProcess, name: string): SocketProcess => ({
  ...process,
  name: known(unescaped(name)),
});

/** The NAME of a printed row, without its state. */
export function nameText({ local, peer }: SocketEntry): string {
  return `${endpointText(local)}${peer === null ? "" : `->${endpointText(peer)}`}`;
}

const endpointText = (endpoint: SocketEndpoint) =>
  `${bracketed(endpoint.address)}:${portText(endpoint)}`;
