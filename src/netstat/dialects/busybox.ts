/**
 * netstat of BusyBox: net-tools' columns and words, English only. IPv6 rows begin with tcp and udp like
 * the others, so the address tells the family; a v4-mapped address is printed as one (::ffff:192.0.2.1).
 * Addresses are never cut. A zone may stand in an address that has none: a number left in memory.
 * Its listings of IPv4 alone may look no different from net-tools'.
 * Source: networking/netstat.c of BusyBox 1.37, and recorded output of 1.35.
 */
import type { SocketEntry } from "#net/socket-entry";
import { type BlockContext, type Dialect, UNEXPECTED } from "../dialect.ts";
import { isIpv6Text, mapped } from "../endpoint-print.ts";
import { NOT_MINE } from "../unreadable.ts";
import { extend, isContinuation } from "./net-tools-continuation.ts";
import { entry, mayBeCutProgram } from "./net-tools-entry.ts";
import { type NetToolsStyle, projected, tableText } from "./net-tools-print.ts";
import { readRow, TRAIT } from "./net-tools-rows.ts";
import { HEADING_WORDS, isNetToolsHeading } from "./net-tools-words.ts";
import { LINUX_SPELLING } from "./spellings.ts";

const isIpv6 = (family: SocketEntry["family"]) => family === 6 || family === "46";

const STYLE: NetToolsStyle = {
  protocols: new Set(["tcp", "udp", "raw"]),
  protocolText: ({ protocol }) => protocol,
  addressText: (family) => (isIpv6(family) ? mapped : (address) => address),
  familyOf: ({ family }, local) => (isIpv6Text(local) || (isIpv6(family) && local === "*") ? 6 : 4),
  stateWidth: 12,
  programWidth: 0,
};

/** Old versions of net-tools printed IPv6 so as well. */
function assumption({ traits, command, heading }: BlockContext): string {
  const isTold =
    (traits & TRAIT.zone) !== 0 || (traits & TRAIT.plainIpv6) === 0 || /\bbusybox\b/.test(command);
  return isTold || heading === ""
    ? ""
    : "IPv6 stands in rows that begin with tcp or udp: net-tools printed so until 2010 or so, BusyBox does today.";
}

export const busybox: Dialect = {
  id: "busybox",
  tool: "netstat (BusyBox)",
  command: "busybox netstat -tulpn",
  withListeners: "add -a (busybox netstat -tan)",
  sign: "begin with the protocol in small letters, without a 6 for IPv6, then two queues, then the two addresses",
  os: () => "Linux",
  assumption,
  headingWords: HEADING_WORDS,
  isHeading: isNetToolsHeading,
  isContinuation,
  extend,
  // Its rows are net-tools' rows: only a person's word brings a line here.
  needsHeading: true,
  readRow: (line, row, layout) => (layout === UNEXPECTED ? NOT_MINE : readRow(line, row, layout)),
  entry,
  truncated: (row) => (mayBeCutProgram(row) ? ["program"] : []),
  spelling: LINUX_SPELLING,
  print: (entries) => tableText(entries, STYLE),
  project: (socket) => projected(socket, STYLE),
};
