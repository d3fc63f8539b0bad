/**
 * Linux's own tables: /proc/net/tcp, tcp6, udp, udp6, raw, raw6, udplite, icmp. Addresses, ports, states
 * and queues are hexadecimal, addresses in the machine's byte order (proc-net-address.ts). No row names
 * its protocol: the heading of tcp ends in "inode", those of the others in "ref pointer drops". Rows tell
 * users by number and no process. A datagram socket's state is TCP's number: 01 with a peer, 07 without.
 * Source: Linux, Documentation/networking/proc_net_tcp.rst, and recorded tables of Linux 6.
 */
import { parseAddress } from "#net/address";
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import type { BlockContext, Dialect } from "../dialect.ts";
import { isIpv6Text, mapped, peerOf } from "../endpoint-print.ts";
import { ADDRESS } from "../address-shape.ts";
import { NO_NUMBER } from "../endpoint-text.ts";
import { FIELD } from "../field.ts";
import type { RowFields } from "../row-fields.ts";
import { datagramState } from "./net-tools-print.ts";
import { addressOfHex, hexOfAddress } from "./proc-net-address.ts";
import { readRow, TRAIT } from "./proc-net-rows.ts";

/** By their numbers in Linux's include/net/tcp_states.h; 0C is a SYN_RECV without its socket yet. */
const STATES: readonly (TcpState | null)[] = [
  null,
  "ESTABLISHED",
  "SYN-SENT",
  "SYN-RECEIVED",
  "FIN-WAIT-1",
  "FIN-WAIT-2",
  "TIME-WAIT",
  "CLOSED",
  "CLOSE-WAIT",
  "LAST-ACK",
  "LISTEN",
  "CLOSING",
  "SYN-RECEIVED",
];

const SPELLING: Record<TcpState, string> = {
  LISTEN: "0A",
  "SYN-SENT": "02",
  "SYN-RECEIVED": "03",
  ESTABLISHED: "01",
  "FIN-WAIT-1": "04",
  "FIN-WAIT-2": "05",
  "CLOSE-WAIT": "08",
  CLOSING: "0B",
  "LAST-ACK": "09",
  "TIME-WAIT": "06",
  CLOSED: "07",
};

/** What the heading says. */
const TCP_LAYOUT = 1;
const DATAGRAM_LAYOUT = 2;

const PROTOCOLS = ["tcp", "udp", "udplite", "raw", "icmp"] as const;
const LISTED = /\/net\/(tcp|udp|udplite|raw|icmp)6?(?![\w/])/g;

/** The one table that the heading's file or the command names; null when none or several. */
function namedProtocol(text: string): string | null {
  const named = new Set(Array.from(text.matchAll(LISTED), ([, protocol]) => protocol!));
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}

function protocolOf({ heading, command, layout, traits }: BlockContext): string {
  const named = namedProtocol(heading) ?? namedProtocol(command);
  if (named !== null) return named;
  if (layout === TCP_LAYOUT) return "tcp";
  const isTcp = layout === 0 && ((traits & TRAIT.tcp) !== 0 || (traits & TRAIT.datagram) === 0);
  if (isTcp) return "tcp";
  return (traits & TRAIT.notRaw) === 0 ? "raw" : "udp";
}

const isBigEndian = ({ traits }: BlockContext) =>
  (traits & (TRAIT.littleEndian | TRAIT.bigEndian)) === TRAIT.bigEndian;

function assumption(context: BlockContext): string {
  const { heading, command, layout, traits } = context;
  const isNamed = namedProtocol(heading) !== null || namedProtocol(command) !== null;
  const order =
    (traits & (TRAIT.littleEndian | TRAIT.bigEndian)) === 0
      ? "The bytes of addresses are read as x86 and ARM print them: a big-endian machine prints them the other way round."
      : "";
  const table =
    isNamed || layout === TCP_LAYOUT || (layout === 0 && (traits & TRAIT.tcp) !== 0)
      ? ""
      : `Its rows name no protocol: ${protocolOf(context).toUpperCase()} is assumed.`;
  return [table, order].filter((part) => part !== "").join(" ");
}

function entry(row: RowFields, context: BlockContext): SocketEntry {
  const protocol = protocolOf(context);
  const number = Number.parseInt(row.textOf(FIELD.state) ?? "0", 16);
  const isIpv6 = row.lengthOf(FIELD.localAddress) === 32;
  const peer =
    row.peerShape === ADDRESS.any && row.peerPort <= 0
      ? null
      : endpoint(row, FIELD.peerAddress, row.peerPort, context);
  const state = stateOf(protocol, number, peer !== null);
  return {
    protocol,
    family: isIpv6 ? 6 : 4,
    local: endpoint(row, FIELD.localAddress, row.localPort, context),
    peer: state === "LISTEN" ? null : peer,
    state,
    recvQ: Number.parseInt(row.textOf(FIELD.recvQ) ?? "0", 16),
    sendQ: Number.parseInt(row.textOf(FIELD.sendQ) ?? "0", 16),
    processes: [],
  };
}

function stateOf(protocol: string, number: number, hasPeer: boolean): TcpState | null {
  if (protocol === "tcp") return STATES[number] ?? null;
  return datagramState(protocol, number === 1 && hasPeer);
}

function endpoint(
  row: RowFields,
  field: number,
  port: number,
  context: BlockContext,
): SocketEndpoint {
  const address = addressOfHex(row.textOf(field) ?? "", isBigEndian(context));
  const isAny = address === "0.0.0.0" || address === "::";
  return {
    address: isAny ? "*" : address,
    zone: null,
    port: port === NO_NUMBER ? null : port,
    service: null,
  };
}

function project(socket: SocketEntry): readonly SocketEntry[] {
  const { protocol } = socket;
  const isListed = PROTOCOLS.some((listed) => listed === protocol);
  if (!isListed || (protocol === "tcp" && socket.state === null)) return [];
  const peer = peerOf(socket);
  const addresses = [socket.local.address, ...(peer === null ? [] : [peer.address])];
  const isIpv6 = socket.family === 6 || socket.family === "46" || addresses.some(isIpv6Text);
  const local = projectedEndpoint(socket.local, isIpv6);
  const projectedPeer = peer === null ? null : projectedEndpoint(peer, isIpv6);
  if (local === null || (peer !== null && projectedPeer === null)) return [];
  return [
    {
      protocol,
      family: isIpv6 ? 6 : 4,
      local,
      peer: projectedPeer,
      state: protocol === "tcp" ? socket.state : datagramState(protocol, projectedPeer !== null),
      recvQ: socket.recvQ ?? 0,
      sendQ: socket.sendQ ?? 0,
      processes: [],
    },
  ];
}

/** Null where a name stands for the address or the port: the kernel knows numbers only. */
function projectedEndpoint(
  { address, port, service }: SocketEndpoint,
  isIpv6: boolean,
): SocketEndpoint | null {
  if (port === null && service !== null) return null;
  const known = address === "*" ? null : parseAddress(address);
  if (known?.type === "error") return null;
  const text = known === null ? "*" : isIpv6 ? mapped(known.text) : known.text;
  return { address: text, zone: null, port: port ?? 0, service: null };
}

const hex = (value: number, digits: number) =>
  value.toString(16).toUpperCase().padStart(digits, "0");

function endpointText(end: SocketEndpoint | null, isIpv6: boolean): string {
  const none = isIpv6 ? "::" : "0.0.0.0";
  const address = end === null || end.address === "*" ? none : end.address;
  return `${hexOfAddress(address)}:${hex(end?.port ?? 0, 4)}`;
}

function stateText({ protocol, state }: SocketEntry): string {
  if (protocol === "tcp") return state === null ? "07" : SPELLING[state];
  return state === "ESTABLISHED" ? "01" : "07";
}

function rowText(socket: SocketEntry, slot: number): string {
  const isIpv6 = socket.family === 6;
  const ends = `${endpointText(socket.local, isIpv6)} ${endpointText(socket.peer, isIpv6)}`;
  const queues = `${hex(socket.sendQ ?? 0, 8)}:${hex(socket.recvQ ?? 0, 8)}`;
  const tail = socket.protocol === "tcp" ? "100 0 0 10 0" : "0";
  const slotText = `${slot}:`.padStart(socket.protocol === "tcp" ? 5 : 6);
  return `${slotText} ${ends} ${stateText(socket)} ${queues} 00:00000000 00000000     0        0 0 1 0000000000000000 ${tail}`;
}

function headingOf(protocol: string, isIpv6: boolean): string {
  const addresses = isIpv6
    ? `${"local_address".padEnd(38)}${"remote_address".padEnd(38)}`
    : "local_address rem_address   ";
  const tail = protocol === "tcp" ? "" : " ref pointer drops";
  return `  sl  ${addresses}st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode${tail}`;
}

/** Several tables stand below the names of their files, as `tail -n +1` prints them; without rows, TCP's heading. */
function print(entries: readonly SocketEntry[]): string {
  const rows = entries.flatMap(project);
  const tables: string[] = [];
  let at = 0;
  while (at < rows.length) {
    const { protocol, family } = rows[at]!;
    let end = at + 1;
    while (rows[end]?.protocol === protocol && rows[end]?.family === family) end += 1;
    const lines = rows.slice(at, end).map((row, index) => rowText(row, index));
    const isOnlyTcp = at === 0 && end === rows.length && protocol === "tcp";
    const name = isOnlyTcp ? "" : `==> /proc/net/${protocol}${family === 6 ? "6" : ""} <==\n`;
    tables.push(`${name}${[headingOf(protocol, family === 6), ...lines].join("\n")}`);
    at = end;
  }
  return `${tables.length === 0 ? headingOf("tcp", false) : tables.join("\n\n")}\n`;
}

export const procNet: Dialect = {
  id: "proc-net",
  tool: "Linux's /proc/net",
  command: "cat /proc/net/tcp",
  withListeners: "cat /proc/net/tcp shows listeners too, as state 0A",
  sign: "begin with a slot's number and two addresses in hexadecimal",
  os: () => "Linux",
  assumption,
  headingWords: ["sl", "==>"],
  isHeading: (words) =>
    /^sl local_address rem(?:ote)?_address st tx_queue rx_queue/.test(words) ||
    /^==> \S*\/net\/(?:tcp|udp|udplite|raw|icmp)6? <==$/.test(words),
  layoutOf: (words, above) =>
    words.startsWith("==>")
      ? above
      : words.endsWith(" ref pointer drops")
        ? DATAGRAM_LAYOUT
        : TCP_LAYOUT,
  isContinuation: () => false,
  readRow,
  entry,
  truncated: () => [],
  spelling: SPELLING,
  print,
  project,
};
