/**
 * Lines that are no socket's row, each told by its own words: prompts, messages, UNIX-domain sockets.
 * Words are the line's fields joined by single spaces, cut to `MOST_WORDS` characters: the patterns
 * below never run on more.
 */
import type { OtherKind } from "./line-fate.ts";
import type { LineFields } from "./line-fields.ts";

const MOST_WORDS = 240;

/** The line's beginning, with single spaces. */
export function wordsOf(line: LineFields): string {
  if (line.isSingleSpaced()) {
    const start = line.startOf(0);
    return line.text.slice(start, Math.min(line.end, start + MOST_WORDS));
  }
  let words = "";
  for (let at = 0; at < line.count && words.length < MOST_WORDS; at += 1) {
    const start = line.startOf(at);
    const end = Math.min(line.endOf(at), start + MOST_WORDS);
    words += (at === 0 ? "" : " ") + line.text.slice(start, end);
  }
  return words;
}

/** None of the next is without it: most lines of a text that is no listing are let go by this quick look. */
const UNIX_HINT = /unix|^proto /i;
const UNIX =
  /^(?:Active (?:UNIX|LOCAL \(UNIX\)) domain sockets|Proto RefCnt Flags Type State I-?Node|Proto \S+ \S+ \S+ \S+ I-?(?:Node|Uzel|kirje|ノード)|(?:Aktive Sockets in der|Aktivní sokety domény|Sockets du domaine|Domain sockets|Aktiivsed|Sòcols de domini) UNIX|稼働中のUNIX|Aktiva UNIX-|[^()]{0,40}UNIX[^()]{0,20}\([^()]*(?:serv|w\/o|服务器|サーバ|сервер))/i;
/** Rows of ss, the BSDs and /proc/net/unix, and of net-tools. */
const UNIX_ROW =
  /^(?:u_(?:str|dgr|seq) |Num RefCount Protocol Flags Type St |[\da-f]{8,16}: [\da-f]{8} [\da-f]{8} [\da-f]{8} \d{4} |(?:0x)?[\da-f]{8,16} (?:stream|dgram|seqpac|seqpkt|rdm)(?:-ord|ket)? )/i;
const NET_TOOLS_UNIX = /^unix \d/;
/** lsof -U: COMMAND PID USER FD unix …; the type stands fifth, or later with threads. */
const LSOF_UNIX = /^\S+ \d+ (?:\S+ ){2,5}unix /;
/** sockstat: USER COMMAND PID FD stream, then a path, or -> and the other end's. */
const SOCKSTAT_UNIX =
  /^\S+ (?:\S+ ){1,4}(?:\d+|\?) (?:\d+|\?) (?:stream|dgram|seqpac|seqpacket)(?: |$)/;
/** lsof -F: a name line of a UNIX-domain socket, and what follows a name. */
const FIELD_UNIX = /^n.* type=(?:STREAM|DGRAM|SEQPACKET|RAW|RDM)$|^ntype=\w+$/;
const FIELD_TCP_INFO = /^T[A-Z]{2}=\S*$/;

/** Messages that begin so. */
const MESSAGE =
  /^(?:\((?:Not all processes could be identified|No info could be read|No todos los procesos|Es konnten nicht alle Prozesse|Nem todos os processos|Tous les processus ne peuvent|Všechny procesy nemohly|Alla processer kan inte|No es poden identificar|Mõnesid protsesse|一部のプロセス)|（并非所有进程|will not be shown, you would have to be root|no se mostrarán, necesita|nicht-eigene Pro[cz]esse werden|non possédés ne seront|pouze o procesech, jichž|表示されません|de outrem não serão|root 用户）|(?:netstat|ss|lsof|bash|zsh|sh|sudo|-bash): |Output information may be incomplete|Some \w+ sockets may have been (?:created|deleted)|SELinux is not enabled|assuming "?dev=|RTNETLINK answers|Cannot open netlink|Failed to find cgroup2 mount|Can not obtain ownership information$|Microsoft Windows \[|Windows PowerShell$|(?:\(c\)|Copyright \(C\)) (?:\d{4} )?Microsoft Corporation)/;
/** What a message says after the name of what it is about. */
const COMPLAINT =
  /(?:command not found|not found$|is not recognized|not recognised|[Pp]ermission denied|Operation not permitted|requires elevation|Access is denied|No such (?:file|device|process))/;
/** No complaint is without one of these. */
const COMPLAINING = ["not ", "denied", "No such", "requires"] as const;

const TOOL = String.raw`(?:sudo )?(?:[\w./\\:-]*[/\\])?(?:busybox )?(?:netstat|ss|lsof|sockstat|Get-NetTCPConnection|Get-NetUDPEndpoint)(?:\.exe)?`;
/** Reads of /proc/net, and the lists of containers. */
const TABLE = String.raw`(?:sudo )?(?:(?:cat|head|tail|less|more|grep|column) (?:.* )?/proc/(?:\w+/)?net/\w.*|(?:docker|podman|nerdctl)(?:[ -]compose| container| service| stack)? (?:ps|ls|list|port)(?: .*)?)`;
const BARE = new RegExp(String.raw`^(?:${TOOL}(?: [-|].*| state .*)?|${TABLE})$`, "i");
const PROMPT_SIGN = /[$#%>❯➜]/;
const PROMPTED = new RegExp(String.raw`[$#%>❯➜] ?(${TOOL}(?: .*)?|${TABLE})$`, "i");
/** A prompt with nothing behind it, or with another command. */
const PROMPT =
  /^(?:[$#%❯➜]|[$%❯➜] .*|(?:\(\S+\) )?\S+@\S+(?: \S+)? ?[$#%](?: .*)?|\[\S+@\S+ \S+\] ?[$#%](?: .*)?|(?:PS )?[A-Za-z]:[\\/][^<>|"]*>.*)$/;

/** The command that was typed, "" for a prompt without one of our tools; null when the line is no prompt. */
export function commandOf(words: string): string | null {
  if (beginsLikeCommand(words) && BARE.test(words)) return words;
  if (!PROMPT_SIGN.test(words)) return null;
  const prompted = PROMPTED.exec(words)?.[1];
  if (prompted !== undefined) return prompted;
  return PROMPT.test(words) ? "" : null;
}

/** What a line is by its own words alone, prompts and sections apart; null when it says nothing. */
export function ownKind(line: LineFields, words: string): OtherKind | null {
  const first = line.firstCodeOf(0);
  if (
    (UNIX_HINT.test(words) && UNIX.test(words)) ||
    (beginsUnixRow(line) && UNIX_ROW.test(words)) ||
    (line.is(0, "unix") && NET_TOOLS_UNIX.test(words)) ||
    (isLikeLsof(line) && words.includes(" unix ") && LSOF_UNIX.test(words)) ||
    (first === LETTER_N && words.includes("type=") && FIELD_UNIX.test(words)) ||
    (namesStream(line) && SOCKSTAT_UNIX.test(words))
  ) {
    return "unix";
  }
  if (first === LETTER_T && FIELD_TCP_INFO.test(words)) return "continuation";
  // A firewall's table of connections: it names no socket of this machine, but begins as a row does.
  if (words.includes(" src=") && words.includes(" dst=")) return "noise";
  if (MESSAGE.test(words)) return "error";
  return COMPLAINING.some((part) => words.includes(part)) && COMPLAINT.test(words) ? "error" : null;
}

// Patterns are slow beside a look at a few characters, and most lines are none of these.

const LETTER_N = 110;
const LETTER_T = 84;

/** u_str and u_dgr, Num, or as many characters as an address of the kernel has. */
function beginsUnixRow(line: LineFields): boolean {
  const length = line.lengthOf(0);
  return length === 3 || length === 5 || (length >= 8 && length <= 18);
}

/** "stream", "dgram" or "seqpacket" behind a number or a "?". */
function namesStream(line: LineFields): boolean {
  const last = Math.min(line.count, 8);
  for (let at = 4; at < last; at += 1) {
    const first = line.firstCodeOf(at);
    if (first !== 115 && first !== 100) continue;
    const before = line.firstCodeOf(at - 1);
    if ((before >= 48 && before <= 57) || before === 63) return true;
  }
  return false;
}

/** The first words of commands that are told without a prompt, in small letters. */
const COMMANDS = new Set(
  "sudo busybox netstat ss lsof sockstat get-nettcpconnection get-netudpendpoint cat head tail less more grep column docker podman nerdctl".split(
    " ",
  ),
);
const LONGEST_COMMAND = 24;

function beginsLikeCommand(words: string): boolean {
  const space = words.indexOf(" ");
  const first = space < 0 ? words : words.slice(0, space);
  if (first.includes("/") || first.includes("\\")) return true;
  if (first.length > LONGEST_COMMAND) return false;
  const name = first.toLowerCase();
  // docker-compose, and netstat.exe.
  const end = name.search(/[-.]/);
  return COMMANDS.has(name) || (end > 0 && COMMANDS.has(name.slice(0, end)));
}

/** lsof's rows have the process's number second. */
const isLikeLsof = (line: LineFields) => line.count > 4 && line.numberOf(1) >= 0;
