/**
 * The socket calls a program makes, as data, with Linux's rules (socket(2), bind(2), listen(2), accept(2), connect(2),
 * send(2), recv(2), shutdown(2), close(2), fork(2), socket(7), ip(7), ipv6(7), tcp(7), udp(7), raw(7)).
 * Each call may wait; a program with several calls waiting at once is a program with several threads.
 */
import type { Errno } from "./errno.ts";
import type { IpAddress } from "./packet.ts";
import type { Reason } from "./reason.ts";

export type CallId = number;
/** A descriptor's number in its process. */
export type Fd = number;

export interface SocketAddress {
  /** "*" for every address: 0.0.0.0 or ::, by the socket's family. */
  readonly address: IpAddress | "*";
  /** 0 where the system is to choose. */
  readonly port: number;
}

export type SocketOption =
  | {
      readonly name:
        | "SO_REUSEADDR"
        | "SO_REUSEPORT"
        | "SO_KEEPALIVE"
        | "IPV6_V6ONLY"
        | "TCP_NODELAY"
        | "O_NONBLOCK";
      readonly value: boolean;
    }
  /** Seconds; null for off. */
  | { readonly name: "SO_LINGER"; readonly value: number | null }
  /** Bytes. */
  | { readonly name: "SO_RCVBUF" | "SO_SNDBUF"; readonly value: number }
  /** Seconds, seconds, and a count (tcp(7)). */
  | { readonly name: "TCP_KEEPIDLE" | "TCP_KEEPINTVL" | "TCP_KEEPCNT"; readonly value: number }
  /** Milliseconds (tcp(7)); 0 for the system's own. */
  | { readonly name: "TCP_USER_TIMEOUT"; readonly value: number }
  /** Milliseconds; 0 for ever. A call that waits longer gives EAGAIN. */
  | { readonly name: "SO_RCVTIMEO" | "SO_SNDTIMEO"; readonly value: number };

export type SocketCall =
  | {
      readonly name: "socket";
      readonly domain: 4 | 6;
      readonly type: "stream" | "dgram" | "raw";
      /** A raw socket's protocol number; 0 or absent else. */
      readonly protocol?: number;
    }
  | { readonly name: "setsockopt"; readonly fd: Fd; readonly option: SocketOption }
  /** SO_ERROR gives the pending error's name or 0, and clears it. */
  | {
      readonly name: "getsockopt";
      readonly fd: Fd;
      readonly option: SocketOption["name"] | "SO_ERROR";
    }
  | { readonly name: "bind"; readonly fd: Fd; readonly to: SocketAddress }
  | { readonly name: "listen"; readonly fd: Fd; readonly backlog: number }
  | { readonly name: "accept"; readonly fd: Fd }
  /** `to` null dissolves a UDP socket's association. */
  | { readonly name: "connect"; readonly fd: Fd; readonly to: SocketAddress | null }
  | { readonly name: "send"; readonly fd: Fd; readonly data: string; readonly noSignal?: boolean }
  | {
      readonly name: "recv";
      readonly fd: Fd;
      readonly size: number;
      readonly peek?: boolean;
      readonly dontWait?: boolean;
    }
  | { readonly name: "sendto"; readonly fd: Fd; readonly data: string; readonly to: SocketAddress }
  | {
      readonly name: "recvfrom";
      readonly fd: Fd;
      readonly size: number;
      readonly dontWait?: boolean;
    }
  | { readonly name: "shutdown"; readonly fd: Fd; readonly how: "read" | "write" | "both" }
  | { readonly name: "close"; readonly fd: Fd }
  | { readonly name: "getsockname" | "getpeername"; readonly fd: Fd }
  /** The child has its parent's descriptors; the value is its process's number. */
  | { readonly name: "fork" }
  /** The process ends, and all its descriptors are closed. */
  | { readonly name: "exit" };

export type CallValue =
  | null
  | number
  /** Received data. */
  | string
  | { readonly address: IpAddress | "*"; readonly port: number }
  /** recvfrom: a datagram and who sent it; `cut` bytes did not fit and are lost. */
  | { readonly data: string; readonly from: SocketAddress; readonly cut: number }
  /** accept. */
  | { readonly fd: Fd; readonly peer: SocketAddress };

/** What a call gave. `value` is null where there is an errno. */
export interface CallResult {
  readonly value: CallValue;
  readonly errno: Errno | null;
  readonly why: Reason;
}
