/**
 * What is shown of lines that are no rows. Only what is known to be harmless stays; the rest of such a
 * line gives way to "(left out)", for a hidden name is worse than a missing line. A line stays one line and
 * its kind stays what it was, so that rows keep their numbers and are read as before.
 */
import type { OtherKind } from "./line-fate.ts";
import { commandOf } from "./other-lines.ts";

const LEFT_OUT = "(left out)";

/** What a line of the kind becomes; headings and continuations are not among them. */
export function redactedLine(
  kind: Exclude<OtherKind, "continuation"> | "unreadable",
  line: string,
): string {
  switch (kind) {
    case "blank":
      return line === "" ? "" : " ";
    case "prompt":
      return redactedPrompt(line);
    case "unix":
      return redactedUnix(line);
    case "error":
      return KNOWN_MESSAGE.test(line) ? line : `netstat: ${LEFT_OUT}`;
    case "routes":
      return `Kernel IP routing table ${LEFT_OUT}`;
    case "interfaces":
      return `Kernel Interface table ${LEFT_OUT}`;
    case "multicast":
      return `IPv6/IPv4 Group Memberships ${LEFT_OUT}`;
    case "statistics":
      return `Transport Total IP IPv6 ${LEFT_OUT}`;
    case "usage":
      return `usage: ${LEFT_OUT}`;
    case "noise":
    case "unreadable":
      return LEFT_OUT;
  }
}

/** Messages of the tools that name nobody. */
const KNOWN_MESSAGE =
  /^\s*(?:\(Not all processes could be identified, non-owned process info|will not be shown, you would have to be root to see it all\.\)|\(No info could be read for "-p": geteuid\(\)=\d+ but you should be root\.\)|Can not obtain ownership information|SELinux is not enabled\.?)\s*$/;

/** The tool and its flags, without the prompt that names a user, a machine and a folder. */
function redactedPrompt(line: string): string {
  const command = commandOf(line.trim().replace(/\s+/g, " ").slice(0, 240)) ?? "";
  if (command === "") return "$";
  const isLsof = /(?:^|[ /])lsof /.test(command);
  let isShortened = false;
  const words = command.split(" ").flatMap((word, at) => {
    const shown = commandWord(word, at, isLsof);
    if (shown === null) isShortened = true;
    return shown ?? [];
  });
  return `$ ${words.join(" ")}${isShortened ? " …" : ""}`;
}

const TOOL = /(?:^|[/\\])(busybox|netstat|ss|lsof|sockstat|Get-Net\w{3,20})(\.exe)?$/i;
/** Flags that take no value, or only a protocol, a state and a port. */
const FLAG =
  /^(?:-(?:[A-Za-z0-9])+|--[a-z]+(?:-[a-z]+)?|-i[46]?(?:TCP|UDP)?(?::\d{1,5})?|-sTCP:[A-Z_^]+)$/;
const LSOF_FLAG =
  /^(?:-[nPlatURbV]+|-i[46]?(?:TCP|UDP)?(?::\d{1,5})?|-sTCP:[A-Z_^]+|\||:?\d{1,5})$/;
const FILTER_WORD =
  /^(?:\||\(|\)|=|==|!=|:?\d{1,5}|sport|dport|eq|state|and|or|not|inet6?|tcp|udp|all|connected|synchronized|bucket|big|listening|established|syn-sent|syn-recv|fin-wait-[12]|time-wait|close-wait|last-ack|closing|closed|Listen|Established|TimeWait|CloseWait|Bound)$/;

/** The word as it may be shown; null where it may name somebody. */
function commandWord(word: string, at: number, isLsof: boolean): string | null {
  if (at < 3) {
    const tool = TOOL.exec(word);
    if (tool !== null) return `${tool[1]}${tool[2] ?? ""}`;
    if (word === "sudo") return word;
  }
  // lsof's flags take their values without a space: -ualice.
  if (isLsof && !LSOF_FLAG.test(word)) return null;
  if (FLAG.test(word)) return isCluster(word) ? word : null;
  return FILTER_WORD.test(word) ? word : null;
}

/** -tulpn, and not -ualice: single letters never come twice, and are seldom many. */
function isCluster(word: string): boolean {
  if (word.startsWith("--") || /^-(?:i|sTCP)/.test(word) || /^-(?:State|LocalPort)$/.test(word)) {
    return true;
  }
  const letters = word.slice(1);
  return letters.length <= 9 && new Set(letters).size === letters.length;
}

const UNIX_WORD =
  /^(?:unix|u_(?:str|dgr|seq)|STREAM|DGRAM|SEQPACKET|stream|dgram|seqpacket|LISTEN(?:ING)?|CONNECTED|ESTAB(?:LISHED)?|UNCONN|\[|\]|ACC|W|N|\*|-|[\d.]+|0x[\da-f]+|[\da-f]{8,16}|0t0|\d+u|type=\w+|->INO=\d+.*)$/i;

/** Numbers, types and states stay; programs, users and paths do not. */
function redactedUnix(line: string): string {
  const title = /^\s*Active (?:UNIX|LOCAL \(UNIX\)) domain sockets/.exec(line)?.[0];
  if (title !== undefined) return title;
  if (/^\s*Proto +RefCnt +Flags +Type +State +I-?Node/.test(line)) {
    return "Proto RefCnt Flags       Type       State         I-Node   Path";
  }
  return line.trimEnd().replace(/\S+/g, (word) => (UNIX_WORD.test(word) ? word : "…"));
}
