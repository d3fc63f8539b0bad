/**
 * What a command that people type prints for a simulated host: `ss -tanp`, `netstat -tulpn`, `lsof -nP -iTCP:8080`.
 * The flags that ask for sockets by protocol, state and port are understood; another is an answer, not a failure.
 */
import {
  type ListedSocket,
  type PrintedRow,
  type Selection,
  type ToolProtocol,
} from "./listed-socket.ts";
import { lsofRows, type LsofSelection, lsofTable } from "./lsof-table.ts";
import { netstatRows, netstatTable } from "./netstat-table.ts";
import { ssRows, ssTable } from "./ss-table.ts";

export type CommandOutput =
  /** The text's last lines are `rows`, one each; what stands above them is the heading. */
  | { readonly type: "output"; readonly text: string; readonly rows: readonly PrintedRow[] }
  | { readonly type: "error"; readonly message: string };

export function commandOutput(command: string, sockets: readonly ListedSocket[]): CommandOutput {
  const [tool = "", ...words] = command.trim().split(/\s+/);
  switch (tool) {
    case "ss":
      return ss(words, sockets);
    case "netstat":
      return netstat(words, sockets);
    case "lsof":
      return lsof(words, sockets);
    default:
      return fail(`${tool}: command not found. This host has ss, netstat and lsof.`);
  }
}

const output = (text: string, rows: readonly PrintedRow[]): CommandOutput => ({
  type: "output",
  text,
  rows,
});
const fail = (message: string): CommandOutput => ({ type: "error", message });

function ss(words: readonly string[], sockets: readonly ListedSocket[]): CommandOutput {
  const letters = lettersOf(words, "tuwanlp46H");
  if (letters === null)
    return fail("Of ss, this host knows -t -u -w, -a -l, -n, -p, -4 -6 and -H.");
  const selection = selectionOf(letters, lastOf(letters, "al"));
  if (selection === null) return fail(whatIsMissing("ss"));
  return output(
    ssTable(sockets, selection, { heading: !letters.includes("H") }),
    ssRows(sockets, selection),
  );
}

function netstat(words: readonly string[], sockets: readonly ListedSocket[]): CommandOutput {
  const letters = lettersOf(words, "tuwanlp46W");
  if (letters === null)
    return fail("Of netstat, this host knows -t -u -w, -a -l, -n, -p, -4 -6 and -W.");
  const selection = selectionOf(letters, letters.includes("a") ? "a" : lastOf(letters, "l"));
  if (selection === null) return fail(whatIsMissing("netstat"));
  return output(
    netstatTable(sockets, selection, { wide: letters.includes("W") }),
    netstatRows(sockets, selection),
  );
}

const whatIsMissing = (tool: string) =>
  `Ask with -n, for numbers, and say which protocols: ${tool} -tan, ${tool} -tulpn.`;

/** The flags' letters in the order they were typed; null where there is a flag that is not among `known`. */
function lettersOf(words: readonly string[], known: string): string | null {
  if (!words.every((word) => /^-[A-Za-z0-9]+$/.test(word))) return null;
  const letters = words.map((word) => word.slice(1)).join("");
  return [...letters].every((letter) => known.includes(letter)) ? letters : null;
}

/** The last of these letters that was typed. */
const lastOf = (letters: string, some: string) =>
  [...letters].findLast((letter) => some.includes(letter)) ?? null;

const PROTOCOL_FLAGS: readonly [string, ToolProtocol][] = [
  ["t", "tcp"],
  ["u", "udp"],
  ["w", "raw"],
];

/** Null without -n or without a protocol. */
function selectionOf(letters: string, which: string | null): Selection | null {
  const protocols = PROTOCOL_FLAGS.filter(([flag]) => letters.includes(flag)).map(
    ([, protocol]) => protocol,
  );
  if (protocols.length === 0 || !letters.includes("n")) return null;
  const family = lastOf(letters, "46");
  return {
    protocols,
    which: which === "a" ? "all" : which === "l" ? "listening" : "connected",
    processes: letters.includes("p"),
    family: family === null ? null : family === "4" ? 4 : 6,
  };
}

/** -nP, -i, -iTCP, -i4:8080, -nPi; what follows -i may be a word of its own. */
const LSOF = /^-([nP]*)(?:i(?<family>[46]?)(?<protocol>tcp|udp)?(?::(?<port>\d{1,5}))?)?$/i;

function lsof(words: readonly string[], sockets: readonly ListedSocket[]): CommandOutput {
  const flags = words.filter((word) => word !== "-sTCP:LISTEN");
  const matches = flags.map((word, at) =>
    LSOF.exec(/^-[nP]*i$/.test(flags[at - 1] ?? "") && !word.startsWith("-") ? `-i${word}` : word),
  );
  const numbers = matches.map((match) => match?.[1] ?? "").join("");
  const internet = matches.findLast((match) => match !== null && /i/i.test(match[0]))?.groups;
  if (matches.includes(null) || !/n.*P|P.*n/.test(numbers) || internet === undefined)
    return fail(
      "Of lsof, this host knows lsof -nP -i, -iTCP, -iUDP, -i4, -i6, -i:8080 and -sTCP:LISTEN.",
    );
  const { family, protocol, port } = internet;
  const selection: LsofSelection = {
    protocols: (["tcp", "udp"] as const).filter(
      (name) => protocol === undefined || name === protocol.toLowerCase(),
    ),
    family: family === "4" ? 4 : family === "6" ? 6 : null,
    port: port === undefined ? null : Number(port),
    onlyListeners: flags.length < words.length,
  };
  return output(lsofTable(sockets, selection), lsofRows(sockets, selection));
}
