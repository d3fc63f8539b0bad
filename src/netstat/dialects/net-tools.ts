/**
 * netstat of Linux's net-tools, in its nine languages. IPv6 has no brackets: :::22 is port 22 on every
 * address. Without -W an address and its port are cut to 23 characters, and PID/Program name to 19. It
 * prints no zones, and names one process a socket. The name is the first word of the command line, not
 * the process's own name as in ss and lsof.
 * Source: netstat(8), netstat.c and its catalogues, and recorded output of net-tools 2.10.
 */
import type { BlockContext, Dialect } from "../dialect.ts";
import { isIpv6Text, unmapped } from "../endpoint-print.ts";
import { ADDRESS } from "../address-shape.ts";
import { FIELD, type Field } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { busybox } from "./busybox.ts";
import { extend, isContinuation } from "./net-tools-continuation.ts";
import { entry, mayBeCutProgram } from "./net-tools-entry.ts";
import { type NetToolsStyle, projected, tableText } from "./net-tools-print.ts";
import { CUT_ENDPOINT, readRow, TRAIT } from "./net-tools-rows.ts";
import { HEADING_WORDS, isNetToolsHeading } from "./net-tools-words.ts";
import { LINUX_SPELLING } from "./spellings.ts";

/** The heading ends as BusyBox's: seven spaces after State, where net-tools has six. */
const BUSYBOX_HEADING = 1;
/** The heading names a column that BusyBox does not have. */
const MORE_COLUMNS = 2;

function truncated(row: RowFields, context: BlockContext): readonly Field[] {
  const fields: Field[] = [];
  if ((context.traits & TRAIT.wide) === 0) {
    if (mayBeCut(row, FIELD.localAddress, FIELD.localPort, row.localShape))
      fields.push("localAddress");
    if (mayBeCut(row, FIELD.peerAddress, FIELD.peerPort, row.peerShape)) fields.push("peerAddress");
  }
  if (mayBeCutProgram(row)) fields.push("program");
  // With a peer even UDP prints ESTABLISHED: the row ends in its peer's port.
  if (!row.has(FIELD.state) && row.hasPeer() && row.endsWith(FIELD.peerPort))
    fields.push("peerPort");
  // CLOSE alone is rarer than a CLOSE_WAIT that was cut.
  if (
    row.lengthOf(FIELD.state) === 5 &&
    row.textOf(FIELD.state) === "CLOSE" &&
    row.endsWith(FIELD.state)
  )
    fields.push("state");
  return fields;
}

/** 23 characters are the most that fits: such an address was cut, or fits to the last character. IPv4 in numbers always fits. */
function mayBeCut(row: RowFields, address: number, port: number, shape: number): boolean {
  const isIpv4 = shape === ADDRESS.v4 || shape === ADDRESS.any || shape === ADDRESS.impossible;
  return !isIpv4 && row.lengthOf(address) + 1 + row.lengthOf(port) === CUT_ENDPOINT;
}

const STYLE: NetToolsStyle = {
  protocols: new Set(["tcp", "udp", "udplite", "raw"]),
  protocolText: ({ protocol, family }) =>
    `${protocol === "udplite" ? "udpl" : protocol}${family === 6 ? "6" : ""}`,
  addressText: () => unmapped,
  familyOf: ({ family }, local) => (isIpv6Text(local) || family === 6 || family === "46" ? 6 : 4),
  stateWidth: 11,
  programWidth: 20,
};

function layoutOf(words: string, above: number, line: LineFields): number {
  if (/ (?:User|Inode|Timer|Security Context)\b/.test(words)) return above | MORE_COLUMNS;
  const tail = line.next - 1 - line.end;
  return words.endsWith(" State") &&
    (tail === 7 || (line.text.charCodeAt(line.next - 2) === 13 && tail === 8))
    ? above | BUSYBOX_HEADING
    : above;
}

/** Told by what only BusyBox prints, else by IPv6 in rows that begin with tcp: of today's tools only BusyBox does that. */
function isBusybox({ command, traits, layout }: BlockContext): boolean {
  if ((traits & TRAIT.named6) !== 0) return false;
  if ((layout & BUSYBOX_HEADING) !== 0 || (traits & TRAIT.zone) !== 0) return true;
  if (/\bbusybox\b/.test(command)) return true;
  const others = TRAIT.named6 | TRAIT.more | TRAIT.wideColumns;
  return (
    (traits & TRAIT.plainIpv6) !== 0 && (traits & others) === 0 && (layout & MORE_COLUMNS) === 0
  );
}

export const netTools: Dialect = {
  id: "net-tools",
  tool: "netstat (net-tools)",
  command: "netstat -tulpn",
  withListeners: "add -a (netstat -tan)",
  sign: "begin with the protocol in small letters, then two queues, then the two addresses",
  os: () => "Linux",
  headingWords: HEADING_WORDS,
  isHeading: isNetToolsHeading,
  layoutOf,
  isContinuation,
  extend,
  refine: (context) => (isBusybox(context) ? busybox : netTools),
  readRow,
  entry,
  truncated,
  spelling: LINUX_SPELLING,
  print: (entries) => tableText(entries, STYLE),
  project: (socket) => projected(socket, STYLE),
};
