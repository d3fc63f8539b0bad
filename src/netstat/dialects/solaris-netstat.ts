/**
 * netstat of Solaris and illumos, as `netstat -an` prints: a section for each protocol and version, named
 * in its title and not in its rows. TCP: two endpoints with a dot before the port, window and queue of
 * each side, state. UDP: the local endpoint, the remote one if connected, and Idle, Unbound or Connected.
 * By option the owner's user, pid and command stand between (-u), or each socket takes two lines (-v).
 * Source: illumos's netstat (cmd-inet/usr.bin/netstat), Oracle's documentation of netstat(8).
 */
import type { Family, SocketEntry, SocketProcess } from "#net/socket-entry";
import { type BlockContext, type Dialect, NO_PEER, type RowPlace } from "../dialect.ts";
import { readDottedEndpoint } from "../dotted-endpoint.ts";
import { isDottedText, isIpv6Text } from "../endpoint-print.ts";
import { ADDRESS } from "../address-shape.ts";
import { ENDPOINT, found } from "../endpoint-text.ts";
import { FIELD } from "../field.ts";
import type { RowFields } from "../row-fields.ts";
import { stateOfWord } from "../state-words.ts";
import { dottedEnds, dottedText } from "./bsd-print.ts";
import { HEADS, UDP_ROW, isFirstLine, isHeading, layoutOf, readRow } from "./solaris-rows.ts";
import { BSD_SPELLING } from "./spellings.ts";

function entry(row: RowFields, { layout }: BlockContext, place: RowPlace): SocketEntry {
  const state = stateOfWord(row.textOf(FIELD.state));
  const protocol = (layout & HEADS.sctp) !== 0 ? "sctp" : row.traits === UDP_ROW ? "udp" : "tcp";
  const local =
    (layout & HEADS.twoLines) === 0
      ? row.local()
      : endpointOf(place.textOf(Math.max(place.record, 1)));
  return {
    protocol,
    family: familyOf(layout, local.address, row.textOf(FIELD.peerAddress)),
    local,
    peer: state === "LISTEN" ? null : row.peer(),
    state: protocol === "udp" ? null : state,
    recvQ: row.numberOf(FIELD.recvQ),
    sendQ: row.numberOf(FIELD.sendQ),
    processes: processesOf(row),
  };
}

/** The endpoint that stands alone on a line. */
function endpointOf(text: string): SocketEntry["local"] {
  const trimmed = text.trim();
  if (readDottedEndpoint(trimmed, 0, trimmed.length) !== ENDPOINT.read) return NO_PEER;
  const { shape, port } = found;
  const service = trimmed.slice(found.portStart, found.portEnd);
  const address = trimmed.slice(found.addressStart, found.addressEnd);
  return {
    address: shape === ADDRESS.any ? "*" : address,
    zone: found.zoneStart < 0 ? null : trimmed.slice(found.zoneStart, found.zoneEnd),
    port: port >= 0 ? port : null,
    service: port >= 0 || service === "*" ? null : service,
  };
}

function familyOf(layout: number, local: string, peer: string | null): Family | null {
  if ((layout & HEADS.ipv6) !== 0) return 6;
  if ((layout & HEADS.ipv4) !== 0) return 4;
  const told = [local, peer ?? ""].find((each) => isIpv6Text(each) || isDottedText(each));
  return told === undefined ? null : isIpv6Text(told) ? 6 : 4;
}

function processesOf(row: RowFields): readonly SocketProcess[] {
  const pid = row.numberOf(FIELD.pid);
  if (pid === null) return [];
  return [{ pid, name: row.textOf(FIELD.program), user: row.textOf(FIELD.user), fd: null }];
}

const LIMITS = { keepsZone: false, cutService: 0 };

function project(socket: SocketEntry): readonly SocketEntry[] {
  const ends = dottedEnds(socket, LIMITS);
  if (ends === null) return [];
  const isTcp = socket.protocol === "tcp";
  return [
    {
      protocol: socket.protocol,
      family: sectionFamily(socket.family, ends.local.address, ends.peer?.address ?? null),
      ...ends,
      state: isTcp ? socket.state : null,
      recvQ: isTcp ? (socket.recvQ ?? 0) : null,
      sendQ: isTcp ? (socket.sendQ ?? 0) : null,
      processes: [],
    },
  ];
}

/** IPv4 that came in through an IPv6 socket is listed with IPv4. */
function sectionFamily(family: Family | null, local: string, peer: string | null): 4 | 6 {
  for (const address of [local, peer ?? "*"]) {
    if (isIpv6Text(address)) return 6;
    if (isDottedText(address)) return 4;
  }
  return family === 6 || family === "46" ? 6 : 4;
}

const WIDTH = { 4: 20, 6: 33 } as const;

function sectionHeading(protocol: string, family: 4 | 6): readonly string[] {
  const width = WIDTH[family];
  const isTcp = protocol === "tcp";
  const after = family === 6 ? "   If" : "";
  const columns = isTcp ? `Swind Send-Q Rwind Recv-Q   State   ${after}` : `  State   ${after}`;
  const rule = `${isTcp ? "----- ------ ----- ------ -----------" : "----------"}${family === 6 ? " -----" : ""}`;
  const line = "-".repeat(width);
  return [
    "",
    `${protocol.toUpperCase()}: IPv${family}`,
    `${"   Local Address".padEnd(width)} ${"   Remote Address".padEnd(width)} ${columns}`.trimEnd(),
    `${line} ${line} ${rule}`,
  ];
}

/** In the table's own order: another section begins wherever protocol or version changes. Windows nobody knows are 0. */
function print(entries: readonly SocketEntry[]): string {
  const lines: string[] = [];
  let section = "";
  for (const row of entries.flatMap(project)) {
    const family = row.family === 6 ? 6 : 4;
    if (section !== `${row.protocol}${family}`) {
      section = `${row.protocol}${family}`;
      lines.push(...sectionHeading(row.protocol, family));
    }
    const width = WIDTH[family];
    const local = dottedText(row.local).padEnd(width);
    if (row.state === null) {
      const peer = (row.peer === null ? "" : dottedText(row.peer)).padEnd(width);
      lines.push(`${local} ${peer} ${row.peer === null ? "Idle" : "Connected"}`);
      continue;
    }
    const peer = dottedText(row.peer ?? NO_PEER).padEnd(width);
    const queues = `    0 ${String(row.sendQ).padStart(6)}     0 ${String(row.recvQ).padStart(6)}`;
    lines.push(`${local} ${peer} ${queues} ${BSD_SPELLING[row.state]}`);
  }
  if (lines.length === 0) lines.push(...sectionHeading("tcp", 4));
  return `${lines.join("\n")}\n`;
}

export const solarisNetstat: Dialect = {
  id: "solaris-netstat",
  tool: "netstat (Solaris)",
  command: "netstat -an",
  withListeners: "add -a (netstat -an)",
  sign: "have two endpoints with a dot before the port, then windows and queues, and no protocol",
  os: () => "Solaris",
  headingWords: ["tcp:", "udp:", "sctp:", "local", "local/remote"],
  isHeading,
  layoutOf,
  isContinuation: (line, layout) => (layout & HEADS.sctp) !== 0 && line.firstCodeOf(0) === 60,
  prefaceOf: (line, layout) => (isFirstLine(line, layout) ? "record" : null),
  readRow,
  entry,
  truncated: () => [],
  spelling: BSD_SPELLING,
  print,
  project,
};
