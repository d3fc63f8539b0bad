/**
 * What tcpdump says of an ICMP message: print-icmp.c and print-icmp6.c of tcpdump 4.99, for the types a simulated host
 * sends. A type that is not here is named by its number.
 */
import { PROTOCOL_NUMBER } from "./ip-bytes.ts";
import type { IcmpMessage } from "./packet.ts";

/** Of ICMP for IPv4 (RFC 792, RFC 1812 §5.2.7.1). */
const ECHO_REPLY = 0;
const UNREACHABLE = 3;
const ECHO = 8;
const TIME_EXCEEDED = 11;

/** Of ICMPv6 (RFC 4443). */
const UNREACHABLE_6 = 1;
const TIME_EXCEEDED_6 = 3;
const ECHO_6 = 128;
const ECHO_REPLY_6 = 129;

/** Without "ICMP " in front and the length behind. */
export function icmpWords(message: IcmpMessage): string {
  const { type, code, quoted, echo } = message;
  const to = quoted?.to.address ?? "0.0.0.0";
  switch (type) {
    case ECHO:
    case ECHO_REPLY:
      return `echo ${type === ECHO ? "request" : "reply"}, id ${echo?.id ?? 0}, seq ${echo?.seq ?? 0}`;
    case UNREACHABLE:
      return unreachable(code, to, quoted);
    case TIME_EXCEEDED:
      return code === 0 ? "time exceeded in-transit" : "ip reassembly time exceeded";
    default:
      return `type-#${type}`;
  }
}

function unreachable(code: number, to: string, quoted: IcmpMessage["quoted"]): string {
  switch (code) {
    case 0:
      return `net ${to} unreachable`;
    case 1:
      return `host ${to} unreachable`;
    case 2:
      return `${to} protocol ${protocolNumber(quoted)} unreachable`;
    case 3:
      return `${to} ${quoted?.kind ?? "udp"} port ${quoted?.to.port ?? 0} unreachable`;
    case 9:
      return `net ${to} unreachable - admin prohibited`;
    case 10:
      return `host ${to} unreachable - admin prohibited`;
    case 13:
      return `host ${to} unreachable - admin prohibited filter`;
    default:
      return `${to} unreachable - #${code}`;
  }
}

const protocolNumber = (quoted: IcmpMessage["quoted"]) => PROTOCOL_NUMBER[quoted?.kind ?? "udp"];

/** Without "ICMP6, " in front and the length behind. */
export function icmp6Words(message: IcmpMessage): string {
  const { type, code, quoted, echo } = message;
  const to = quoted?.to.address ?? "::";
  switch (type) {
    case ECHO_6:
    case ECHO_REPLY_6:
      return `echo ${type === ECHO_6 ? "request" : "reply"}, id ${echo?.id ?? 0}, seq ${echo?.seq ?? 0}`;
    case UNREACHABLE_6:
      return `destination unreachable, ${unreachable6(code, to, quoted)}`;
    case TIME_EXCEEDED_6:
      return `time exceeded in-transit${code === 0 ? ` for ${to}` : " (reassembly)"}`;
    default:
      return `unknown icmp6 type (${type})`;
  }
}

function unreachable6(code: number, to: string, quoted: IcmpMessage["quoted"]): string {
  switch (code) {
    case 0:
      return `unreachable route ${to}`;
    case 1:
      // The second blank is tcpdump's own.
      return ` unreachable prohibited ${to}`;
    case 3:
      return `unreachable address ${to}`;
    case 4:
      return `unreachable port, ${to} ${quoted?.kind ?? "udp"} port ${quoted?.to.port ?? 0}`;
    default:
      return `unknown unreach code (${code})`;
  }
}
