/** The numbers of a connection's TCB by RFC 9293's names, and the options that a program has set. */
import type { HostSettings, Socket, SocketOptions, StreamSocket } from "#simulator/world";
import type { Numbering } from "./settings.model.ts";
import { timeText } from "./session.model.ts";

export interface NumberRow {
  readonly name: string;
  readonly value: string;
}

/** None without a connection, and where numbers are hidden. */
export function numbersOf(socket: StreamSocket, numbers: Numbering): readonly NumberRow[] {
  const { tcb, state } = socket;
  if (tcb === null || numbers === "off") return [];
  const number = (value: number, initial: number) =>
    String(numbers === "wire" ? value : (value - initial) | 0);
  const hasPeerNumber = state !== "SYN-SENT";
  return [
    { name: "ISS", value: number(tcb.iss, tcb.iss) },
    { name: "SND.UNA", value: number(tcb.sndUna, tcb.iss) },
    { name: "SND.NXT", value: number(tcb.sndNxt, tcb.iss) },
    { name: "SND.WND", value: String(tcb.sndWnd) },
    { name: "IRS", value: hasPeerNumber ? number(tcb.irs, tcb.irs) : NOT_YET },
    { name: "RCV.NXT", value: hasPeerNumber ? number(tcb.rcvNxt, tcb.irs) : NOT_YET },
    { name: "RCV.WND", value: String(tcb.rcvWnd) },
    { name: "Congestion window", value: String(tcb.congestionWindow) },
    { name: "Full segment", value: `${tcb.mss} bytes` },
    { name: "Round trip", value: tcb.srtt === null ? "not measured" : timeText(tcb.srtt) },
    { name: "Retransmission timeout", value: timeText(tcb.rto) },
  ];
}

const NOT_YET = "not known yet";

/** "SO_REUSEADDR", "SO_RCVBUF 2304": those that are not as socket() gave them. */
export function optionsOf(socket: Socket, settings: HostSettings): readonly string[] {
  const { options, type } = socket;
  const usual = type === "stream" ? settings.tcp_rmem : settings.rmem_default;
  const usualToSend = type === "stream" ? settings.tcp_wmem : settings.wmem_default;
  return [
    ...FLAGS.flatMap(([name, key]) => (options[key] ? [name] : [])),
    ...(options.linger === null ? [] : [`SO_LINGER ${options.linger} s`]),
    ...differing("SO_RCVBUF", options.receiveBuffer, usual),
    ...differing("SO_SNDBUF", options.sendBuffer, usualToSend),
    ...differing("TCP_KEEPIDLE", options.keepIdle, settings.tcp_keepalive_time, " s"),
    ...differing("TCP_KEEPINTVL", options.keepInterval, settings.tcp_keepalive_intvl, " s"),
    ...differing("TCP_KEEPCNT", options.keepCount, settings.tcp_keepalive_probes),
    ...differing("TCP_USER_TIMEOUT", options.userTimeout, 0, " ms"),
    ...differing("SO_RCVTIMEO", options.receiveTimeout, 0, " ms"),
    ...differing("SO_SNDTIMEO", options.sendTimeout, 0, " ms"),
  ];
}

const FLAGS: readonly (readonly [name: string, key: keyof SocketOptions])[] = [
  ["SO_REUSEADDR", "reuseAddress"],
  ["SO_REUSEPORT", "reusePort"],
  ["SO_KEEPALIVE", "keepAlive"],
  ["IPV6_V6ONLY", "v6Only"],
  ["TCP_NODELAY", "noDelay"],
  ["O_NONBLOCK", "nonBlocking"],
];

const differing = (name: string, value: number, usual: number, unit = "") =>
  value === usual ? [] : [`${name} ${value}${unit}`];
