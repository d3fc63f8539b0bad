/**
 * Windows: how much one end lets the other send (RFC 9293 §3.8.6, RFC 7323 §2). Linux counts half of a receive buffer
 * as room for data (ip-sysctl, tcp_adv_win_scale). The right edge of a window is never taken back (§3.8.6).
 */
import type { TcpOptions } from "./packet.ts";
import type { Connection } from "./tcp-connection.ts";
import { familyOf, isLoopback } from "./wire-address.ts";
import type { HostSettings, SocketOptions, Tcb } from "./world.ts";

const LARGEST = 65_535;
/** Linux 6.18 offers this one for its default of tcp_rmem. */
const LINUX_SCALE = 10;
/** RFC 9293 §3.7.1: for an end that offers none. */
export const DEFAULT_MSS = 536;
const TIMESTAMPS = 12;
/** Of a full segment's memory so much is data: 1448 bytes in 2304. */
const FILL = 1448 / 2304;
const LARGE = 1000;

export function capacity({ receiveBuffer }: SocketOptions): number {
  return Math.floor(receiveBuffer / 2);
}

/** The MSS option's value: what a link's largest packet leaves without IP's and TCP's own headers (RFC 6691). */
export function ownMss(local: string): number {
  const isIpv4 = familyOf(local) === 4;
  if (isLoopback(local)) return isIpv4 ? 65_495 : 65_476;
  return isIpv4 ? 1460 : 1440;
}

/** What the options of one end go by. */
export interface OwnEnd {
  readonly isLinux: boolean;
  readonly local: { readonly address: string };
  readonly options: SocketOptions;
  readonly settings: HostSettings;
}

/** What a SYN of this end offers. */
export function ownOptions(end: OwnEnd): TcpOptions {
  const mss = ownMss(end.local.address);
  return end.isLinux
    ? { mss, windowScale: ownScale(end), sackPermitted: true, timestamps: true }
    : { mss };
}

/** By the largest buffer there may ever be; a program that sets SO_RCVBUF sets this as well. */
function ownScale({ options, settings }: OwnEnd): number {
  if (options.receiveBuffer === settings.tcp_rmem) return LINUX_SCALE;
  return Math.min(14, Math.max(0, Math.floor(Math.log2(capacity(options))) - 15));
}

/** What a SYN-ACK offers: of the options that need both ends, only those the SYN had. */
export function answeringOptions(end: OwnEnd, offered: TcpOptions): TcpOptions {
  const { mss, windowScale, sackPermitted, timestamps } = ownOptions(end);
  return {
    ...(mss !== undefined && { mss }),
    ...(windowScale !== undefined && offered.windowScale !== undefined && { windowScale }),
    ...(sackPermitted === true && offered.sackPermitted === true && { sackPermitted }),
    ...(timestamps === true && offered.timestamps === true && { timestamps }),
  };
}

/** What both ends' options come to. */
export function agreed(
  end: OwnEnd,
  offered: TcpOptions,
): Pick<Tcb, "peerOptions" | "mss" | "sndScale" | "rcvScale"> {
  const own = ownOptions(end);
  const isScaled = own.windowScale !== undefined && offered.windowScale !== undefined;
  const hasTimestamps = own.timestamps === true && offered.timestamps === true;
  const mss = Math.min(own.mss ?? DEFAULT_MSS, offered.mss ?? DEFAULT_MSS);
  return {
    peerOptions: offered,
    mss: mss - (hasTimestamps ? TIMESTAMPS : 0),
    sndScale: isScaled ? Math.min(14, offered.windowScale) : 0,
    rcvScale: isScaled ? own.windowScale : 0,
  };
}

/** A connection's first window: whole segments, as far as a SYN's unscaled field goes. */
export function firstWindow(options: SocketOptions, mss: number): number {
  const room = Math.min(capacity(options), LARGEST);
  return room < mss ? room : room - (room % mss);
}

/** Sets RCV.WND to what may be offered now, and gives the window field of a segment. */
export function offerWindow(connection: Connection): number {
  const { tcb } = connection;
  const rcvWnd = Math.max(tcb.rcvWnd, roomToOffer(connection));
  if (rcvWnd !== tcb.rcvWnd) connection.change({ rcvWnd });
  return windowField(rcvWnd, tcb.rcvScale);
}

export function windowField(window: number, scale: number): number {
  return Math.min(LARGEST, Math.ceil(window / 2 ** scale));
}

/** What the receiver would let in now: nothing rather than a little (RFC 9293 §3.8.6.2.2, silly window avoidance). */
export function roomToOffer(connection: Connection): number {
  const { tcb, options, isLinux } = connection;
  const { receiveBuffer, reassembly, rcvScale, rcvWnd, mss } = tcb;
  const all = capacity(options);
  const held = reassembly.reduce((sum, { data }) => sum + data.length, 0);
  // Linux counts what its own bookkeeping takes; of full segments it has learnt that this is less than half.
  const most = isLinux && tcb.rcvMss >= LARGE ? Math.floor(options.receiveBuffer * FILL) : all;
  const free = Math.min(all, Math.max(0, most - receiveBuffer.length - held));
  if (free < Math.min(mss, all / 2)) return 0;
  if (rcvScale === 0) return Math.min(wholeSegments(rcvWnd, free, mss), LARGEST);
  const unit = 2 ** rcvScale;
  return Math.min(Math.ceil(free / unit) * unit, LARGEST * unit);
}

/** Without scaling Linux offers whole segments, as long as that is not much less than there is. */
function wholeSegments(offered: number, free: number, mss: number): number {
  return offered > free - mss && offered <= free ? offered : free - (free % mss);
}

/** How much a program may have written and the other end not acknowledged: Linux makes room for 54 full segments. */
export function sendCapacity({
  tcb,
  socket,
  settings,
  isLinux,
}: Pick<Connection, "tcb" | "socket" | "settings" | "isLinux">): number {
  const { sendBuffer } = socket.options;
  return isLinux && sendBuffer === settings.tcp_wmem ? 54 * tcb.mss : sendBuffer;
}
