/**
 * What ss's rows leave out, taken from the rest of the block: the protocol where there is no Netid
 * column, and which version of ss wrote "*". Assumptions, in the order of their weight: the command
 * typed above, states that only TCP has, ports that are protocol numbers.
 */
import type { Family } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import type { BlockContext } from "../dialect.ts";
import { shownFamily } from "../endpoint-print.ts";
import { FIELD } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { stateOfWord } from "../state-words.ts";

/** Traits of a block, for what its rows leave out. */
const TCP_ONLY_STATE = 1;
const UNCONNECTED = 2;
/** A row no raw socket would print: its local port is no protocol number of RFC 791's field in use. */
const NOT_RAW = 4;
const NEW_WILDCARD = 8;
const OLD_WILDCARD = 16;
const NO_NETID = 32;

/** Ports of raw sockets are protocol numbers: ICMP, IGMP, ICMPv6, OSPF, VRRP, "any" (IANA, protocol-numbers). */
const RAW_PORTS = new Set([1, 2, 58, 89, 112, 255]);

/** What one row tells about its block; `netid` and `state` are its fields, -1 for none. */
export function traitsOf(line: LineFields, row: RowFields, netid: number, state: number): number {
  const addressStart = row.starts[FIELD.localAddress]!;
  const addressEnd = row.ends[FIELD.localAddress]!;
  const first = line.text.charCodeAt(addressStart);
  let traits = 0;
  if (first === 58)
    traits |=
      addressStart > 0 && line.text.charCodeAt(addressStart - 1) === 91
        ? NEW_WILDCARD
        : OLD_WILDCARD;
  else if (first === 48 && addressEnd - addressStart === 7) traits |= NEW_WILDCARD;
  if (netid >= 0) return traits;
  traits |= NO_NETID;
  if (state < 0) return traits;
  if (!line.is(state, "UNCONN")) return line.is(state, "ESTAB") ? traits : traits | TCP_ONLY_STATE;
  const port = row.localPort;
  const isRawPort =
    port < 0 ? line.text.startsWith("i", row.starts[FIELD.localPort]) : RAW_PORTS.has(port);
  return traits | UNCONNECTED | (isRawPort ? 0 : NOT_RAW);
}

/** The protocol of rows without a Netid: what was typed, else what the states allow. */
export function assumedProtocol({ traits, command }: BlockContext): string {
  const asked = askedProtocol(command);
  if (asked !== null) return asked;
  if ((traits & UNCONNECTED) === 0 || (traits & TCP_ONLY_STATE) !== 0) return "tcp";
  return (traits & NOT_RAW) === 0 ? "raw" : "udp";
}

/** What was assumed without a sign, as a sentence for the reader; "" for nothing. */
export function assumption({ traits, command }: BlockContext): string {
  const isTold = (traits & NO_NETID) === 0 || askedProtocol(command) !== null;
  if (isTold || (traits & TCP_ONLY_STATE) !== 0) return "";
  return (traits & UNCONNECTED) !== 0
    ? "It names no protocol; unconnected sockets are hardly TCP's, so it is taken for one of the others."
    : "It names no protocol, and its rows could be TCP or UDP: TCP is assumed. With ss -tuan a column tells.";
}

const PROTOCOL_FLAGS: Readonly<Record<string, string>> = {
  t: "tcp",
  u: "udp",
  w: "raw",
  d: "dccp",
  S: "sctp",
  M: "mptcp",
};

/** The one protocol that the command's flags ask for; null when none or several. */
function askedProtocol(command: string): string | null {
  const asked = new Set<string>();
  for (const word of command.split(" ")) {
    const long = /^--(tcp|udp|raw|dccp|sctp|mptcp)$/.exec(word)?.[1];
    if (long !== undefined) asked.add(long);
    if (!/^-[A-Za-z0-9]+$/.test(word)) continue;
    for (const letter of word) {
      const protocol = PROTOCOL_FLAGS[letter];
      if (protocol !== undefined) asked.add(protocol);
    }
  }
  const [only] = asked;
  return asked.size === 1 && only !== undefined ? only : null;
}

/** `*` is an IPv6 socket that serves IPv4 too; older versions wrote it for IPv4. */
export function familyOf(address: string, protocol: string, context: BlockContext): Family | null {
  if (address !== "*") return address === "0.0.0.0" ? 4 : shownFamily(address, null);
  if (protocol === "raw") return 6;
  const isOld = (context.traits & OLD_WILDCARD) !== 0 && (context.traits & NEW_WILDCARD) === 0;
  return isOld ? 4 : "46";
}

/**
 * The state of rows without a State column, which ss leaves out where the command asked for one state:
 * `ss state established`, `ss -l`. Null where the command is not known.
 */
export function askedState({ command }: BlockContext, protocol: string): TcpState | null {
  const asked = Array.from(command.matchAll(/ state ([a-z0-9-]+)/g), ([, word]) => word!);
  const [only] = asked;
  if (asked.length === 1 && only !== undefined) {
    return stateOfWord(only === "listening" ? "listen" : only);
  }
  const isListening = /(?: -[a-zA-Z0-9]*l| --listening\b)/.test(command);
  return asked.length === 0 && isListening && protocol === "tcp" ? "LISTEN" : null;
}
