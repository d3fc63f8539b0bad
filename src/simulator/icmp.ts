/**
 * ICMP (RFC 792, RFC 4443): errors about packets that could not be delivered, and the echo. What an error becomes in a
 * socket call is Linux's choice (icmp(7); the tables icmp_err_convert of net/ipv4/icmp.c and icmpv6_err_convert of
 * net/ipv6/icmp.c). Left out: redirects, router and neighbour discovery, errors' rate limits.
 */
import type { Errno } from "./errno.ts";
import type { IcmpMessage, IpAddress, Packet, TcpSegment, UdpDatagram } from "./packet.ts";
import { because } from "./reason.ts";
import type { Turn } from "./turn.ts";
import { familyOf } from "./wire-address.ts";
import type { HostName } from "./world.ts";

export type Unreachable = "port" | "host" | "admin-prohibited";

/** Type and code, by family. */
const UNREACHABLE: Readonly<
  Record<Unreachable, Readonly<Record<4 | 6, readonly [number, number]>>>
> = {
  port: { 4: [3, 3], 6: [1, 4] },
  host: { 4: [3, 1], 6: [1, 3] },
  "admin-prohibited": { 4: [3, 13], 6: [1, 1] },
};

/** The error that `from` sends to whom the packet came from. */
export function unreachable(
  what: Unreachable,
  about: TcpSegment | UdpDatagram,
  from: IpAddress = about.to.address,
): IcmpMessage {
  const to = about.from.address;
  const [type, code] = UNREACHABLE[what][familyOf(to)];
  return { kind: "icmp", from, to, type, code, quoted: about, echo: null };
}

/** `isHard`: no hope that it gets better (RFC 1122 §4.2.3.9). */
export interface IcmpFault {
  readonly errno: Errno;
  readonly isHard: boolean;
}

const FAULTS_4: Readonly<Record<number, IcmpFault>> = {
  0: { errno: "ENETUNREACH", isHard: false },
  1: { errno: "EHOSTUNREACH", isHard: false },
  2: { errno: "ENOPROTOOPT", isHard: true },
  3: { errno: "ECONNREFUSED", isHard: true },
  5: { errno: "EOPNOTSUPP", isHard: false },
  6: { errno: "ENETUNREACH", isHard: true },
  7: { errno: "EHOSTUNREACH", isHard: true },
  9: { errno: "ENETUNREACH", isHard: true },
  10: { errno: "EHOSTUNREACH", isHard: true },
  11: { errno: "ENETUNREACH", isHard: false },
  12: { errno: "EHOSTUNREACH", isHard: false },
  13: { errno: "EHOSTUNREACH", isHard: true },
  14: { errno: "EHOSTUNREACH", isHard: true },
  15: { errno: "EHOSTUNREACH", isHard: true },
};

const FAULTS_6: Readonly<Record<number, IcmpFault>> = {
  0: { errno: "ENETUNREACH", isHard: false },
  1: { errno: "EACCES", isHard: true },
  2: { errno: "EHOSTUNREACH", isHard: false },
  3: { errno: "EHOSTUNREACH", isHard: false },
  4: { errno: "ECONNREFUSED", isHard: true },
  5: { errno: "EACCES", isHard: true },
  6: { errno: "EACCES", isHard: true },
};

/** What the error means to a socket; null for messages that are none, and for those that sockets are not told of. */
export function faultOf({ to, type, code }: IcmpMessage): IcmpFault | null {
  if (familyOf(to) === 6) {
    if (type === 1) return FAULTS_6[code] ?? null;
    return type === 3 ? { errno: "EHOSTUNREACH", isHard: false } : null;
  }
  if (type === 3) return FAULTS_4[code] ?? null;
  return type === 11 ? { errno: "EHOSTUNREACH", isHard: false } : null;
}

/** Answers an echo request with the same data (RFC 1122 §3.2.2.6). */
export function answerEcho(turn: Turn, host: HostName, request: IcmpMessage): void {
  const type = familyOf(request.to) === 4 ? 0 : 129;
  const reply: Packet = { ...request, from: request.to, to: request.from, type };
  turn.send(host, reply, because("RFC 1122 §3.2.2.6", "Every host answers an echo request."));
}

export function isEchoRequest({ to, type, echo }: IcmpMessage): boolean {
  return echo !== null && type === (familyOf(to) === 4 ? 8 : 128);
}
