/**
 * A world of simulated hosts at one moment: plain data, never changed, only followed by the next (step.ts). It can be
 * written as JSON, kept as history and taken up again from any moment. Tables that grow are persistent tries, so that
 * the next world shares nearly everything with the one before.
 * Time is whole virtual microseconds. Nothing is random: numbers that a system would choose come from the world's seed.
 */
import type { TcpState } from "#net/tcp-state";
import type { CallId, Fd, SocketCall } from "./calls.ts";
import type { Errno } from "./errno.ts";
import type { IntTable } from "./int-table.ts";
import type { IpAddress, Packet, TcpOptions } from "./packet.ts";
import type { Schedule } from "./schedule.ts";
import type { TextMap } from "./text-map.ts";

export type HostName = string;
export type Micros = number;
export type SocketId = number;
export type Pid = number;
/** Packets are numbered in the order they were sent, from 1. */
export type PacketId = number;

/** "rfc": RFC 9293 to the letter. "linux": as Linux 6.18 does it, where the two differ. */
export type Profile = "rfc" | "linux";

export interface World {
  readonly profile: Profile;
  readonly now: Micros;
  readonly hosts: Readonly<Record<HostName, Host>>;
  readonly wire: Wire;
  /** What is to happen by itself: arrivals and timers. */
  readonly schedule: Schedule<Due>;
  readonly nextPacket: PacketId;
  readonly nextCall: CallId;
  /** Where ISNs and ephemeral ports come from: the state of a small generator. */
  readonly seed: number;
}

export type Due =
  | { readonly kind: "arrival"; readonly packet: PacketId }
  | {
      readonly kind: "timer";
      readonly host: HostName;
      readonly socket: SocketId;
      readonly timer: TimerName;
    }
  /** A call's own time limit (SO_RCVTIMEO). */
  | { readonly kind: "call-timeout"; readonly host: HostName; readonly call: CallId };

export interface Host {
  readonly name: HostName;
  /** Loopback (127.0.0.1 and ::1) is there besides. */
  readonly interfaces: readonly {
    readonly name: string;
    readonly addresses: readonly IpAddress[];
  }[];
  readonly settings: HostSettings;
  readonly processes: Readonly<Record<Pid, Process>>;
  readonly sockets: IntTable<Socket>;
  /** Sockets by what packets look for; keys are made in socket-lookup.ts, and kept by Turn.put and Turn.drop. */
  readonly lookup: TextMap<readonly SocketId[]>;
  /** Who has a port, by "tcp 8080" and "udp 53": what bind() and the choice of a port look at. Kept like `lookup`. */
  readonly ports: TextMap<readonly PortUse[]>;
  readonly filters: readonly FilterRule[];
  readonly pending: IntTable<PendingCall>;
  readonly nextSocket: SocketId;
  readonly nextPid: Pid;
  readonly nextInode: number;
  /** Whether it is there at all: a host that vanished takes nothing in and sends nothing. */
  readonly isUp: boolean;
}

/** Linux's settings by their sysctl names (ip-sysctl documentation), with its defaults in world-defaults.ts. */
export interface HostSettings {
  readonly ip_local_port_range: readonly [from: number, to: number];
  readonly ip_unprivileged_port_start: number;
  readonly somaxconn: number;
  readonly tcp_syn_retries: number;
  readonly tcp_synack_retries: number;
  readonly tcp_syn_linear_timeouts: number;
  readonly tcp_retries2: number;
  readonly tcp_orphan_retries: number;
  readonly tcp_fin_timeout: number;
  readonly tcp_keepalive_time: number;
  readonly tcp_keepalive_intvl: number;
  readonly tcp_keepalive_probes: number;
  readonly tcp_max_syn_backlog: number;
  /** 0 off, 1 when the queue is full, 2 always. */
  readonly tcp_syncookies: 0 | 1 | 2;
  readonly tcp_abort_on_overflow: boolean;
  /** Whether connect() may take a port in TIME-WAIT: 0 never, 1 always, 2 on loopback. */
  readonly tcp_tw_reuse: 0 | 1 | 2;
  /** Challenge ACKs, one in so many milliseconds a connection (tcp_invalid_ratelimit). */
  readonly tcp_invalid_ratelimit: number;
  /** Bytes. */
  readonly rmem_default: number;
  readonly wmem_default: number;
  /** Bytes that a stream socket's buffers begin with: the middle numbers of tcp_rmem and tcp_wmem. */
  readonly tcp_rmem: number;
  readonly tcp_wmem: number;
  /** The most descriptors a process may have (RLIMIT_NOFILE, getrlimit(2)). */
  readonly nofile: number;
  /** Seconds; RFC 9293's maximum segment lifetime, for the RFC profile's TIME-WAIT of two of them. */
  readonly msl: number;
  /** The next initial sequence numbers, where they are to be known beforehand (RFC 9293's figures); then its own choice. */
  readonly iss?: readonly number[];
}

export interface Process {
  readonly pid: Pid;
  /** As ps shows it: "python3". */
  readonly command: string;
  readonly user: string;
  /** May bind low ports (CAP_NET_BIND_SERVICE) and open raw sockets (CAP_NET_RAW). */
  readonly isPrivileged: boolean;
  readonly descriptors: IntTable<SocketId>;
  /** No descriptor below this one is free. */
  readonly nextFd: Fd;
  readonly parent: Pid | null;
}

/** A call that waits. */
export interface PendingCall {
  readonly id: CallId;
  readonly pid: Pid;
  readonly call: SocketCall;
  readonly socket: SocketId;
  readonly since: Micros;
  /** Bytes of a send that the socket has taken so far. */
  readonly progress: number;
  /** Its time limit's place in the schedule. */
  readonly entry: number | null;
}

/** Sockets that have a port in the same way: what matters to others that want it. Thousands of connections are one. */
export interface PortUse {
  readonly domain: 4 | 6;
  readonly v6Only: boolean;
  readonly address: IpAddress | "*";
  readonly reuseAddress: boolean;
  readonly reusePort: boolean;
  readonly user: string;
  readonly isListening: boolean;
  readonly isTimeWait: boolean;
  /** bind() or listen() took the port for this socket or for the listener it came from. */
  readonly isBound: boolean;
  readonly count: number;
}

export type Socket = StreamSocket | DatagramSocket | RawSocket;

/** As on the wire: an IPv6 socket that speaks IPv4 has IPv4 addresses here; only programs and tools see ::ffff:192.0.2.1. */
export interface BoundTo {
  readonly address: IpAddress | "*";
  /** 0 while it has none. */
  readonly port: number;
}

export interface SocketOptions {
  readonly reuseAddress: boolean;
  readonly reusePort: boolean;
  readonly keepAlive: boolean;
  /** Seconds; null for off. */
  readonly linger: number | null;
  readonly v6Only: boolean;
  readonly noDelay: boolean;
  readonly nonBlocking: boolean;
  readonly receiveBuffer: number;
  readonly sendBuffer: number;
  readonly keepIdle: number;
  readonly keepInterval: number;
  readonly keepCount: number;
  readonly userTimeout: number;
  readonly receiveTimeout: number;
  readonly sendTimeout: number;
}

interface AnySocket {
  readonly id: SocketId;
  /** 0 where the kernel shows none: TIME-WAIT, not yet accepted. */
  readonly inode: number;
  readonly domain: 4 | 6;
  /** Who opened it: SO_REUSEPORT shares among one user's sockets only. */
  readonly user: string;
  readonly local: BoundTo;
  readonly peer: { readonly address: IpAddress; readonly port: number } | null;
  readonly options: SocketOptions;
  /** Descriptors that refer to it, in all processes. 0: the kernel alone has it. */
  readonly references: number;
  /** SO_ERROR: told once, by the next call. */
  readonly error: Errno | null;
  /** Calls that wait for it, the oldest first. */
  readonly waiting: readonly CallId[];
  /** Whether bind() or the system chose the port. */
  readonly isPortChosenBySystem: boolean;
}

export interface StreamSocket extends AnySocket {
  readonly type: "stream";
  /** CLOSED before listen() and connect(), and after all is over. */
  readonly state: TcpState;
  readonly listener: ListenQueues | null;
  /** Null in CLOSED and LISTEN. */
  readonly tcb: Tcb | null;
  /** What a program can still learn of a connection that is over; null where there was none. */
  readonly remains: Remains | null;
  /** The listener whose queue it is in or came from. */
  readonly parent: SocketId | null;
  /** What shutdown() shut before there was a connection; Linux remembers it. */
  readonly shutEarly?: "read" | "write" | "both";
  /** The port that the system chose and took back, which getsockname() still shows in Linux. */
  readonly formerPort?: number;
  /** connect() put its own address for every address. */
  readonly isAddressChosenBySystem?: boolean;
}

export interface Remains {
  /** Arrived before the end and not read. */
  readonly data: string;
  /** The other end had said that it was done. */
  readonly endOfFile: boolean;
  /** The connection never came to be: connect() is to tell once. */
  readonly isConnectFailed: boolean;
  readonly peer: { readonly address: IpAddress; readonly port: number } | null;
}

export interface ListenQueues {
  /** What listen() was given, no more than somaxconn. */
  readonly backlog: number;
  /** In SYN-RECEIVED, the oldest first. */
  readonly incomplete: readonly SocketId[];
  /** Established and not accepted, the oldest first. */
  readonly complete: readonly SocketId[];
  /** When a SYN cookie was last sent: only then may an ACK without a connection be one that comes back. */
  readonly lastCookie: Micros | null;
}

/** RFC 9293 §3.3.1's variables, and what retransmission and the buffers need. Sequence numbers are 32-bit. */
export interface Tcb {
  readonly iss: number;
  readonly irs: number;
  readonly sndUna: number;
  readonly sndNxt: number;
  /** Bytes from sndUna on, after scaling. */
  readonly sndWnd: number;
  readonly sndWl1: number;
  readonly sndWl2: number;
  /** The largest window the other end ever offered (RFC 5961 §5.2's MAX.SND.WND). */
  readonly maxSndWnd: number;
  readonly rcvNxt: number;
  /** Bytes from rcvNxt on that the other end was told it may send. */
  readonly rcvWnd: number;
  /** RCV.NXT as it was last told to the other end. */
  readonly rcvTold: number;
  /** How far windows are shifted (RFC 7323 §2), 0 unless both ends offered it. */
  readonly sndScale: number;
  readonly rcvScale: number;
  /** Which side opened: an active open may be refused, a passive one returns to LISTEN. */
  readonly opened: "active" | "passive";
  readonly isSynAcked: boolean;
  /** connect() has told the program that it is connected. */
  readonly isConnectTold: boolean;
  /** Bytes from sndUna on (without SYN and FIN): sent and unacknowledged, then not sent. */
  readonly sendBuffer: string;
  /** Segments sent and not acknowledged, the oldest first: RFC 9293's retransmission queue. */
  readonly inFlight: readonly InFlight[];
  /** Bytes that may be in flight at once (RFC 5681, slow start alone). */
  readonly congestionWindow: number;
  /** Of the latest sent segment that arrived: when it was sent and how long its round trip took (RFC 8985 §6.2). */
  readonly rack: { readonly at: Micros; readonly end: number; readonly trip: Micros } | null;
  /** Acknowledgments in a row that brought nothing new. */
  readonly duplicateAcks: number;
  /** What was sent when a loss was found: until that is acknowledged, what is missing is sent again. */
  readonly recoverUntil: number | null;
  /** The end of the last segment that was less than full (Nagle's algorithm, RFC 1122 §4.2.3.4). */
  readonly smallUntil: number | null;
  /** In order, acknowledged, not read. */
  readonly receiveBuffer: string;
  /** Arrived out of order, by sequence number, without overlaps. */
  readonly reassembly: readonly {
    readonly seq: number;
    readonly data: string;
    readonly fin: boolean;
  }[];
  /** Whether close or shutdown asked for a FIN; its sequence number once it was sent. */
  readonly finWanted: boolean;
  readonly finSeq: number | null;
  readonly finReceived: boolean;
  /** A program was told the end of file. */
  readonly isEndOfFileRead: boolean;
  readonly readShut: boolean;
  /** When the other end sent what was taken last in its turn (RFC 7323's TS.Recent); none without timestamps. */
  readonly recentStamp?: Micros;
  readonly peerOptions: TcpOptions;
  /** Bytes of data in a full segment to the other end. */
  readonly mss: number;
  /** Timeouts since anything was last acknowledged. */
  readonly retries: number;
  /** When the first of them sent something again. */
  readonly retryingSince: Micros | null;
  readonly rto: Micros;
  readonly srtt: Micros | null;
  readonly rttvar: Micros;
  /** A tail loss probe is out (RFC 8985 §7.3): one for each tail. */
  readonly isTailProbed: boolean;
  /** Probes of a closed window since the last answer. */
  readonly windowProbes: number;
  /** The timers that run, with their places in the world's schedule. */
  readonly timers: Readonly<
    Partial<Record<TimerName, { readonly at: Micros; readonly entry: number }>>
  >;
  readonly keepProbes: number;
  readonly lastHeard: Micros;
  /** When data last came in. */
  readonly lastData: Micros | null;
  /** An acknowledgment is owed, and may wait. */
  readonly isAckOwed: boolean;
  /** Acknowledgments that are sent at once, before Linux begins to delay them. */
  readonly quickAcks: number;
  /** Data goes both ways: acknowledgments wait for data to go with. */
  readonly isInteractive: boolean;
  /** The largest segment seen of the other end. */
  readonly rcvMss: number;
  readonly lastChallenge: Micros | null;
  /** What an ICMP error said that need not be the end: told when the connection times out. */
  readonly softError: Errno | null;
  /** Nobody can read or write it any more: the kernel finishes the conversation. */
  readonly isOrphan: boolean;
}

export interface InFlight {
  readonly seq: number;
  /** Of the sequence numbers, with SYN and FIN. */
  readonly length: number;
  /** When it was last sent. */
  readonly at: Micros;
  readonly isResent: boolean;
  readonly isPushed: boolean;
  /** The other end told that it has it, though something before it is missing (RFC 2018). */
  readonly isSacked: boolean;
}

export type TimerName =
  | "retransmission"
  | "tail-loss-probe"
  | "reordering"
  | "delayed-ack"
  | "persist"
  | "keepalive"
  | "time-wait"
  | "fin-wait-2"
  | "linger";

export interface DatagramSocket extends AnySocket {
  readonly type: "dgram";
  /** connect() chose the local address, and takes it back when it is undone. */
  readonly isAddressChosenBySystem: boolean;
  /** shutdown() was called for this side. Nothing of it goes over the wire. */
  readonly isReadShut: boolean;
  readonly isWriteShut: boolean;
  readonly queue: readonly Datagram[];
  /** Datagrams that found no room. */
  readonly drops: number;
}

export interface Datagram {
  readonly from: { readonly address: IpAddress; readonly port: number };
  readonly data: string;
  /** What it takes of the buffer, in bytes, as Linux counts (skb truesize). */
  readonly charge: number;
}

export interface RawSocket extends AnySocket {
  readonly type: "raw";
  readonly protocol: number;
  /** With their IP headers on IPv4 (raw(7)): the packet as data; what recvfrom returns is made from it. */
  readonly queue: readonly Packet[];
  readonly drops: number;
}

/** A filter on what comes in, as a firewall has it. */
export interface FilterRule {
  readonly protocol: "tcp" | "udp" | "icmp" | "any";
  /** Destination port; null for all. */
  readonly port: number | null;
  readonly action:
    | "drop"
    | "reject-port-unreachable"
    | "reject-host-unreachable"
    | "reject-admin-prohibited"
    | "reject-tcp-reset";
}

export interface Wire {
  /** From one host to another, one way. Loopback takes no time. */
  readonly delay: Micros;
  readonly inFlight: IntTable<Flight>;
  readonly rules: readonly FateRule[];
}

export interface Flight {
  readonly id: PacketId;
  readonly packet: Packet;
  readonly from: HostName;
  /** Null where no host has the address: it is lost at its end. */
  readonly to: HostName | null;
  readonly sentAt: Micros;
  /** Null while it is held. */
  readonly arrivesAt: Micros | null;
  readonly entry: number | null;
  /** The packet it repeats, when the wire doubled it. */
  readonly copyOf: PacketId | null;
}

/** What is to become of the n-th packet that matches from now on. */
export interface FateRule {
  readonly id: number;
  readonly match: PacketPattern;
  /** 1 for the next one; 0 for every one. */
  readonly nth: number;
  readonly seen: number;
  readonly fate: Fate;
}

export type Fate =
  | { readonly kind: "drop" }
  /** Later than others by so much. */
  | { readonly kind: "delay"; readonly by: Micros }
  | { readonly kind: "duplicate"; readonly after: Micros }
  /** Until it is released. */
  | { readonly kind: "hold" };

/** Null matches all. `flags` are all and only these, as "SYN", "SYN,ACK", "FIN,ACK", "ACK", "data", "ICMP", "UDP". */
export interface PacketPattern {
  readonly from: HostName | null;
  readonly to: HostName | null;
  readonly what: string | null;
}
