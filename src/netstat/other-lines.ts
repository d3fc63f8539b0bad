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
  let words = "";
  for (let at = 0; at < line.count && words.length < MOST_WORDS; at += 1) {
    const start = line.startOf(at);
    const end = Math.min(line.endOf(at), start + MOST_WORDS);
    words += (at === 0 ? "" : " ") + line.text.slice(start, end);
  }
  return words;
}

/** A kind of table that is no socket table, or null. Its lines follow this one. */
export type Section = "routes" | "interfaces" | "multicast" | "statistics" | "usage";

const OPENERS: readonly (readonly [Section, RegExp])[] = [
  [
    "routes",
    /^(?:Kernel IP(?:v6)? routing table|Kernel IP routing cache|Routing tables|Internet6?:$|IPv[46] Route Table|Interface List$|Active Routes:|Persistent Routes:|Destination (?:Gateway|Next Hop)|Network Destination Netmask|default via )/,
  ],
  ["interfaces", /^(?:Kernel Interface table|Iface MTU |Name Mtu Network)/],
  [
    "multicast",
    /^(?:IPv6\/IPv4 Group Memberships|Interface RefCnt Group|(?:Link-layer|IPv[46]) Multicast Group Memberships)/,
  ],
  [
    "statistics",
    /^(?:(?:Ip|Icmp|IcmpMsg|Tcp|Udp|UdpLite|TcpExt|IpExt|MPTcpExt|Ip6|Icmp6|Udp6|UdpLite6|Sctp|tcp|udp|ip|ip6|icmp|icmp6|igmp|arp|ipsec):$|(?:IPv[46]|ICMPv[46]) Statistics$|(?:TCP|UDP) Statistics for IPv[46]$|Interface Statistics$|Total: \d+|Transport Total IP IPv6)/,
  ],
  [
    "usage",
    /^(?:usage: |Usage: |BusyBox v\d|lsof \d[\d.]*$|latest revision: |NETSTAT \[-|Displays (?:active TCP connections|protocol statistics and current TCP))/,
  ],
];

export function sectionOf(words: string): Section | null {
  for (const [section, pattern] of OPENERS) {
    if (pattern.test(words)) return section;
  }
  return null;
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
    case "statistics":
      return isIndented || /\d|:$/.test(words);
  }
}

/** A blank line ends tables; statistics and help texts have blank lines inside. */
export function endsAtBlank(section: Section): boolean {
  return section !== "statistics" && section !== "usage";
}

const UNIX =
  /^(?:unix \d|u_(?:str|dgr|seq) |Active (?:UNIX|LOCAL \(UNIX\)) domain sockets|Proto RefCnt Flags Type State I-?Node)/;
/** lsof -U: COMMAND PID USER FD unix …; the type stands fifth, or later with threads. */
const LSOF_UNIX = /^\S+ \d+ (?:\S+ ){2,4}unix /;

const ERROR =
  /(?:command not found|not found$|is not recognized|not recognised|[Pp]ermission denied|Operation not permitted|requires elevation|Access is denied|RTNETLINK answers|Cannot open netlink|can't stat\(\)|Failed to find cgroup2 mount|SELinux is not enabled|Can not obtain ownership information$|No such (?:file|device|process))|^\((?:Not all processes could be identified|No info could be read)|^will not be shown, you would have to be root|^(?:netstat|ss|lsof|bash|zsh|sh|sudo|-bash): |^Output information may be incomplete|^assuming "?dev=/;

const TOOL = String.raw`(?:sudo )?(?:[\w./\\:-]*[/\\])?(?:busybox )?(?:netstat|ss|lsof|sockstat|Get-NetTCPConnection|Get-NetUDPEndpoint)(?:\.exe)?`;
const BARE = new RegExp(String.raw`^${TOOL}(?: [-|].*| state .*)?$`, "i");
const PROMPTED = new RegExp(String.raw`[$#%>❯➜] ?(${TOOL}(?: .*)?)$`, "i");
/** A prompt with nothing behind it, or with another command. */
const PROMPT =
  /^(?:[$#%❯➜]|[$%❯➜] .*|(?:\(\S+\) )?\S+@\S+(?: \S+)? ?[$#%](?: .*)?|\[\S+@\S+ \S+\] ?[$#%](?: .*)?|(?:PS )?[A-Za-z]:[\\/][^<>|"]*>.*)$/;

/** The command that was typed, "" for a prompt without one of our tools; null when the line is no prompt. */
export function commandOf(words: string): string | null {
  if (BARE.test(words)) return words;
  const prompted = PROMPTED.exec(words)?.[1];
  if (prompted !== undefined) return prompted;
  return PROMPT.test(words) ? "" : null;
}

/** What a line is by its own words alone, prompts and sections apart; null when it says nothing. */
export function ownKind(words: string): OtherKind | null {
  if (UNIX.test(words) || LSOF_UNIX.test(words)) return "unix";
  return ERROR.test(words) ? "error" : null;
}

/** Rows of ss and lsof about sockets that have no IP address. */
export function isOtherSocket(words: string): boolean {
  return (
    /^(?:nl|p_raw|p_dgr|v_str|v_dgr|ti_\w{2}|xdp) [A-Z-]+ \d/.test(words) ||
    /^\S+ \d+ (?:\S+ ){2,4}(?:netlink|pack|sock|raw6?|systm) /.test(words)
  );
}
