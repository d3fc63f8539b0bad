/**
 * netstat of BusyBox: net-tools' columns and words, English only. IPv6 rows begin with tcp and udp like
 * the others, so the address tells the family; a v4-mapped address is printed as one (::ffff:192.0.2.1).
 * Addresses are never cut. A zone may stand in an address that has none: a number left in memory.
 * Its listings of IPv4 alone may look no different from net-tools'.
 * Source: networking/netstat.c of BusyBox 1.37, and recorded output of 1.35.
 */
import type { SocketEntry } from "#net/socket-entry";
import { type BlockContext, type Dialect, NO_PEER, UNEXPECTED } from "../dialect.ts";
import { isIpv6Text, mapped, peerOf, portText, rewritten } from "../endpoint-print.ts";
import { NOT_MINE } from "../unreadable.ts";
import {
  entry,
  mayBeCutProgram,
  projectedProcess,
  projectedState,
  stateText,
} from "./net-tools-entry.ts";
import { extend, isContinuation } from "./net-tools-continuation.ts";
import { CUT_ENDPOINT, readRow, TRAIT } from "./net-tools-rows.ts";
import { HEADING_WORDS, isNetToolsHeading } from "./net-tools-words.ts";
import { LINUX_SPELLING } from "./state-spellings.ts";

const PRINTED = new Set(["tcp", "udp", "raw"]);

function project(socket: SocketEntry): readonly SocketEntry[] {
  if (!PRINTED.has(socket.protocol) || (socket.protocol === "tcp" && socket.state === null))
    return [];
  const peer = peerOf(socket);
  const isIpv6 = socket.family === 6 || socket.family === "46";
  const address = isIpv6 ? mapped : (text: string) => text;
  const local = rewritten(socket.local, address, false);
  return [
    {
      protocol: socket.protocol,
      family: isIpv6Text(local.address) || (isIpv6 && local.address === "*") ? 6 : 4,
      local,
      peer: peer === null ? null : rewritten(peer, address, false),
      state: projectedState(socket, peer !== null),
      recvQ: socket.recvQ ?? 0,
      sendQ: socket.sendQ ?? 0,
      processes: projectedProcess(socket.processes),
    },
  ];
}

function endpointText(endpoint: SocketEntry["local"], family: SocketEntry["family"]): string {
  const wildcard = family === 4 ? "0.0.0.0" : "::";
  return `${endpoint.address === "*" ? wildcard : endpoint.address}:${portText(endpoint)}`;
}

function print(entries: readonly SocketEntry[]): string {
  const rows = entries.flatMap(project);
  const hasPrograms = rows.some((row) => row.processes.length > 0);
  const lines = rows.map((row) => {
    const queues = `${String(row.recvQ).padStart(6)} ${String(row.sendQ).padStart(6)}`;
    const local = endpointText(row.local, row.family).padEnd(CUT_ENDPOINT);
    const peer = endpointText(row.peer ?? NO_PEER, row.family).padEnd(CUT_ENDPOINT);
    const [process] = row.processes;
    const program = process === undefined ? "-" : `${process.pid}/${process.name ?? ""}`;
    return `${row.protocol}   ${queues} ${local} ${peer} ${stateText(row).padEnd(12)}${hasPrograms ? program : ""}`;
  });
  const heading = `Proto Recv-Q Send-Q Local Address           Foreign Address         State       ${hasPrograms ? "PID/Program name    " : ""}`;
  return `${["Active Internet connections (servers and established)", heading, ...lines].join("\n")}\n`;
}

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
  print,
  project,
};
