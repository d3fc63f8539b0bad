/**
 * SYN cookies (RFC 4987 §3.6): when the queue of half-open connections is full, the ISN of the SYN-ACK holds all that
 * would have to be remembered. Only who received it can send it back, so a flood of SYNs from invented addresses costs
 * nothing. Model: 22 bits of a hash over the four numbers, the client's ISN, the minute and a secret; 10 bits for the
 * options (Linux carries some of these in the timestamp, which is left out here).
 */
import type { PacketEnd, TcpOptions, TcpSegment } from "./packet.ts";
import { add } from "./sequence.ts";
import { hashOfEnds } from "./socket-lookup.ts";
import type { Micros } from "./world.ts";

const MINUTE = 60_000_000;
/** A cookie older than this is not taken back (Linux MAX_SYNCOOKIE_AGE). */
export const COOKIE_LIFETIME: Micros = 2 * MINUTE;
const SIZES = [536, 1300, 1440, 1460] as const;

interface Asked {
  readonly local: PacketEnd;
  readonly peer: PacketEnd;
  /** Of the client. */
  readonly isn: number;
  readonly secret: number;
  readonly now: Micros;
}

export function cookieFor(asked: Asked, options: TcpOptions): number {
  return (
    ((hashAt(asked, Math.floor(asked.now / MINUTE)) & 0x3f_ff_ff) * 2 ** 10 + packed(options)) >>> 0
  );
}

/** The options of the SYN that an ACK answers a cookie for; null where it is no cookie of ours, or an old one. */
export function optionsInCookie(
  { to, from, seq, ack }: TcpSegment,
  secret: number,
  now: Micros,
): TcpOptions | null {
  const cookie = add(ack, -1);
  const asked = { local: to, peer: from, isn: add(seq, -1), secret, now };
  const minute = Math.floor(now / MINUTE);
  const isOurs = [minute, minute - 1].some(
    (time) => cookie >>> 10 === (hashAt(asked, time) & 0x3f_ff_ff) >>> 0,
  );
  return isOurs ? unpacked(cookie & 0x3_ff) : null;
}

function hashAt({ local, peer, isn, secret }: Asked, minute: number): number {
  let value = Math.imul(hashOfEnds(local, peer) ^ secret, 0x9e_37_79_b1);
  value = Math.imul((value ^ (value >>> 15)) + isn, 0x85_eb_ca_6b);
  value = Math.imul((value ^ (value >>> 13)) + minute, 0xc2_b2_ae_35);
  return value ^ (value >>> 16);
}

function packed({ mss = 536, windowScale, sackPermitted, timestamps }: TcpOptions): number {
  const size = Math.max(
    0,
    SIZES.findLastIndex((size) => size <= mss),
  );
  const scale = windowScale === undefined ? 15 : Math.min(14, windowScale);
  return size | (scale << 2) | (sackPermitted === true ? 64 : 0) | (timestamps === true ? 128 : 0);
}

function unpacked(bits: number): TcpOptions {
  const scale = (bits >> 2) & 15;
  return {
    mss: SIZES[bits & 3] ?? 536,
    ...(scale !== 15 && { windowScale: scale }),
    ...((bits & 64) !== 0 && { sackPermitted: true }),
    ...((bits & 128) !== 0 && { timestamps: true }),
  };
}
