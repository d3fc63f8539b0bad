/**
 * The headings of netstat on macOS, the BSDs, AIX and HP-UX, and what they tell: which system printed
 * them, and which columns a row has beyond those that all of them have. Words are compared, and the
 * space between two of them; no row is read by where a heading's words stand.
 * Source: the printing code of Apple's, FreeBSD's, NetBSD's and OpenBSD's netstat.
 */
import type { LineFields } from "../line-fields.ts";

/** What a heading says of the rows below. */
export const HEADS = {
  /** There are columns' names, and none of them is a state. */
  stateless: 1 << 0,
  /** Bytes received and sent stand after the state (macOS -b, and -v of newer versions). */
  byteCounts: 1 << 1,
  /** Packets dropped, too. */
  dropCounts: 1 << 2,
  /** Buffer sizes and process:pid stand after the state (macOS -v). */
  namedPid: 1 << 3,
  /** And eprocess:epid after that (-vv): the process on whose behalf. */
  effectivePid: 1 << 4,
  /** -L: the listen queue stands instead of the two queues. */
  listenQueues: 1 << 5,
  macos: 1 << 6,
  freebsd: 1 << 7,
  openbsd: 1 << 8,
  netbsd: 1 << 9,
  aix: 1 << 10,
  /** One space before "Local Address", as FreeBSD prints since version 10. */
  narrowGap: 1 << 11,
  /** White space after the last word, as macOS and FreeBSD print. */
  padded: 1 << 12,
} as const;

export const HEADING_WORDS = [
  "active",
  "current",
  "proto",
  "tcpcb",
  "socket",
  "pcb",
  "pcb/addr",
  "listen",
] as const;

const TITLE =
  /^(?:Active Internet6? connections(?: \(including servers\))?|Current listen queue sizes \(qlen\/incqlen\/maxqlen\))$/;
const COLUMNS =
  /^(?:(?:Tcpcb|Socket(?: Flowhash)?|PCB|PCB\/ADDR) )?(?:Proto (?:Recv-Q Send-Q|Rexmit OOORcv 0-win)(?: Recv-W Send-W Cgst-W)?|Proto Listen|Listen) Local Address/;

export const isHeading = (words: string) => TITLE.test(words) || COLUMNS.test(words);

export function layoutOf(words: string, above: number, line: LineFields): number {
  if (TITLE.test(words)) {
    const isInternet6 = words.startsWith("Active Internet6");
    return (
      (isInternet6 ? HEADS.netbsd : 0) | (words.startsWith("Current") ? HEADS.listenQueues : 0)
    );
  }
  let layout = above | systemOf(words) | spacingOf(line);
  const hasListenQueues = words.includes("Listen Local");
  if (hasListenQueues) layout |= HEADS.listenQueues;
  if (!hasListenQueues && !/state\b/i.test(afterAddresses(words))) layout |= HEADS.stateless;
  if (/ rxbytes\b/.test(words)) layout |= HEADS.byteCounts;
  if (/ rxdrops\b/.test(words)) layout |= HEADS.dropCounts;
  if (words.includes(" process:pid")) layout |= HEADS.namedPid;
  if (words.includes(" eprocess:epid")) layout |= HEADS.effectivePid;
  return layout;
}

/** The columns' names after the foreign address, but for the "state" of macOS's -v: that is the socket's. */
const afterAddresses = (words: string) =>
  words.replace(/^.*?Foreign Address/, "").replace(/ (?:process:)?pid .*$/, "");

function systemOf(words: string): number {
  const after = words.replace(/^.*?Foreign Address ?/, "");
  if (words.startsWith("PCB/ADDR")) return HEADS.aix;
  if (words.startsWith("Listen") || words.includes("Flowhash")) return HEADS.macos;
  if (/\brhiwat\b|\brxbytes\b/.test(after)) return HEADS.macos;
  if (words.includes("Proto Listen")) return HEADS.freebsd;
  if (words.startsWith("Tcpcb") || words.includes("Rexmit OOORcv")) return HEADS.freebsd;
  if (/R-MBUF|R-HIWA|flowid|Log ID/.test(after)) return HEADS.freebsd;
  if (/^(?:TCP-State|IP-Proto)?$/.test(after) && words.includes("Foreign")) return HEADS.openbsd;
  return /^State\b/.test(after) ? HEADS.netbsd : 0;
}

function spacingOf(line: LineFields): number {
  const { text } = line;
  let layout = text.charCodeAt(line.end) === 32 ? HEADS.padded : 0;
  for (let at = 1; at < line.count; at += 1) {
    if (!line.is(at, "Local")) continue;
    const gap = line.startOf(at) - line.endOf(at - 1);
    if (gap === 1 && !line.isSingleSpaced()) layout |= HEADS.narrowGap;
    break;
  }
  return layout;
}
