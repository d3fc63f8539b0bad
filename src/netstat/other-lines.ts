/**
 * Lines that are no socket's row: prompts, messages, and what netstat prints under other flags
 * (routes, interfaces, statistics, groups). Each is named as what it is, so that a pasted route table
 * gets a helpful answer rather than silence. Words are the line's fields joined by single spaces, cut
 * to `MOST_WORDS` characters: the patterns below never run on more.
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

/** A kind of table that is no socket table, or null. Its lines follow this one. */
export type Section =
  | "routes"
  | "interfaces"
  | "multicast"
  | "statistics"
  | "usage"
  | "unix"
  | "kernel";

/** netstat -s prints each protocol's name above its counters. */
const PROTOCOL_TITLES =
  "Ip Icmp IcmpMsg Tcp Udp UdpLite TcpExt IpExt MPTcpExt Ip6 Icmp6 Udp6 UdpLite6 Sctp tcp udp ip ip6 icmp icmp6 igmp arp ipsec".split(
    " ",
  );

/** How such tables begin. A phrase with "$" at its end is the whole line, one with "0" there goes on with a digit. */
const OPENERS: Readonly<Record<Section, readonly string[]>> = {
  routes: [
    "Kernel IP routing table",
    "Kernel-IP-Routentabelle",
    "Table de routage IP du noyau",
    "Tabela de Roteamento IP do Kernel",
    "Tabla de rutas IP del núcleo",
    "Tabella di routing IP del kernel",
    "Směrovací tabulka v jádru pro IP",
    "Tuuma IP ruutingutabel",
    "Таблица маршутизации ядра протокола IP",
    "カーネルIP経路テーブル",
    "内核 IP 路由表",
    "Kernel IPv6 routing table",
    "Kernel IP routing cache",
    "Routing tables",
    "Internet:$",
    "Internet6:$",
    "IPv4 Route Table",
    "IPv6 Route Table",
    "Interface List$",
    "Active Routes:",
    "Persistent Routes:",
    "Destination Gateway",
    "Destination Next Hop",
    "Network Destination Netmask",
    "default via ",
  ],
  interfaces: [
    "Kernel Interface table",
    "Kernel-Schnittstellentabelle",
    "Table d'interfaces noyau",
    "Tabela de Interfaces do Kernel",
    "Tabulka rozhraní v jádru",
    "カーネルインタフェーステーブル",
    "Iface MTU ",
    "Name Mtu Network",
  ],
  multicast: [
    "IPv6/IPv4 Group Memberships",
    "Interface RefCnt Group",
    "Link-layer Multicast Group Memberships",
    "IPv4 Multicast Group Memberships",
    "IPv6 Multicast Group Memberships",
  ],
  statistics: [
    ...PROTOCOL_TITLES.map((protocol) => `${protocol}:$`),
    ...["IPv4", "IPv6", "ICMPv4", "ICMPv6", "Interface"].map((name) => `${name} Statistics$`),
    "TCP Statistics for IPv4$",
    "TCP Statistics for IPv6$",
    "UDP Statistics for IPv4$",
    "UDP Statistics for IPv6$",
    "Total: 0",
    "Transport Total IP IPv6",
  ],
  usage: [
    "usage: ",
    "Usage: ",
    "BusyBox v0",
    "lsof 0",
    "latest revision: ",
    "NETSTAT [-",
    "Displays active TCP connections",
    "Displays protocol statistics and current TCP",
  ],
  unix: ["Active LOCAL (UNIX) domain sockets", "Active UNIX domain sockets"],
  kernel: [
    "Active Multipath Internet connections",
    "Registered kernel control modules",
    "Active kernel event sockets",
    "Active kernel control sockets",
    "Active VSock sockets",
    "Active Netgraph sockets",
    "Netgraph sockets",
  ],
};

interface Opener {
  readonly section: Section;
  readonly phrase: string;
  readonly goesOnWith: "anything" | "nothing" | "digit";
}

/** By the first word, so that a line is held against few phrases or none. */
const BY_FIRST_WORD = new Map<string, Opener[]>();
for (const section of Object.keys(OPENERS) as Section[]) {
  for (const written of OPENERS[section]) {
    const last = written.at(-1);
    const goesOnWith = last === "$" ? "nothing" : last === "0" ? "digit" : "anything";
    const phrase = goesOnWith === "anything" ? written : written.slice(0, -1);
    const [first = ""] = phrase.split(" ");
    const known = BY_FIRST_WORD.get(first);
    if (known === undefined) BY_FIRST_WORD.set(first, [{ section, phrase, goesOnWith }]);
    else known.push({ section, phrase, goesOnWith });
  }
}

export function sectionOf(line: LineFields, words: string): Section | null {
  const openers = line.lengthOf(0) > 28 ? undefined : BY_FIRST_WORD.get(line.textOf(0));
  return openers?.find((opener) => opens(opener, words))?.section ?? null;
}

function opens({ phrase, goesOnWith }: Opener, words: string): boolean {
  if (!words.startsWith(phrase)) return false;
  switch (goesOnWith) {
    case "anything":
      return true;
    case "nothing":
      return words.length === phrase.length;
    case "digit":
      return /\d/.test(words.charAt(phrase.length));
  }
}

/** Whether a line can belong to the section that was opened above it. A help text ends at a prompt or a table. */
export function continues(section: Section, line: LineFields, words: string): boolean {
  const isIndented = line.startOf(0) > line.start;
  switch (section) {
    case "routes":
    case "interfaces":
    case "multicast":
    case "usage":
      return true;
    case "kernel":
      return true;
    case "unix":
      return UNIX_ROW.test(words);
    case "statistics":
      return isIndented || /\d|:$/.test(words);
  }
}

/** The columns' names; a row that begins with a kernel address; AIX's second line of a row, which is one alone. */
const UNIX_ROW =
  /^(?:(?:Address|SADR\/PCB) (?:Type|Flags) |(?:0x)?[\da-f]+ (?:stream|dgram|seqpac|raw|rdm|tickets)|(?:0x)?[\da-f]{6,16}$)/;

/** A blank line ends tables; statistics and help texts have blank lines inside. */
export function endsAtBlank(section: Section): boolean {
  return section !== "statistics" && section !== "usage";
}

const UNIX =
  /^(?:unix \d|u_(?:str|dgr|seq) |Active (?:UNIX|LOCAL \(UNIX\)) domain sockets|Proto RefCnt Flags Type State I-?Node|Proto \S+ \S+ \S+ \S+ I-?(?:Node|Uzel|kirje|ノード)|(?:Aktive Sockets in der|Aktivní sokety domény|Sockets du domaine|Domain sockets|Aktiivsed|Sòcols de domini) UNIX|稼働中のUNIX|Aktiva UNIX-|[^()]{0,40}UNIX[^()]{0,20}\([^()]*(?:serv|w\/o|服务器|サーバ|сервер))/i;
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
  if (BARE.test(words)) return words;
  if (!PROMPT_SIGN.test(words)) return null;
  const prompted = PROMPTED.exec(words)?.[1];
  if (prompted !== undefined) return prompted;
  return PROMPT.test(words) ? "" : null;
}

/** What a line is by its own words alone, prompts and sections apart; null when it says nothing. */
export function ownKind(line: LineFields, words: string): OtherKind | null {
  if (
    UNIX.test(words) ||
    (isLikeLsof(line) && LSOF_UNIX.test(words)) ||
    FIELD_UNIX.test(words) ||
    SOCKSTAT_UNIX.test(words)
  ) {
    return "unix";
  }
  if (FIELD_TCP_INFO.test(words)) return "continuation";
  if (MESSAGE.test(words)) return "error";
  return COMPLAINING.some((part) => words.includes(part)) && COMPLAINT.test(words) ? "error" : null;
}

/** lsof's rows have the process's number second. */
const isLikeLsof = (line: LineFields) => line.count > 4 && line.numberOf(1) >= 0;
