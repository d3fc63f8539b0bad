/**
 * A listener (RFC 9293 §3.10.7.2) and its two queues, as Linux has them: connections that are half open, and those that
 * are established and wait for accept(). The second holds backlog + 1; when it is full, SYNs and last ACKs are dropped
 * in silence, so that the client tries again (listen(2); ip-sysctl, tcp_abort_on_overflow, tcp_syncookies).
 */
import { addStream } from "./new-socket.ts";
import type { PacketEnd, TcpSegment } from "./packet.ts";
import { type Reason, because } from "./reason.ts";
import { add } from "./sequence.ts";
import { COOKIE_LIFETIME, cookieFor, optionsInCookie } from "./syn-cookies.ts";
import { Connection } from "./tcp-connection.ts";
import { end } from "./tcp-end.ts";
import { chooseIss, newTcb, sendSynAck, synArrived } from "./tcp-handshake.ts";
import { refuse } from "./tcp-segments.ts";
import { stamped } from "./tcp-stamps.ts";
import { type OwnEnd, agreed, answeringOptions, firstWindow, windowField } from "./tcp-window.ts";
import { watch } from "./tcp-timing.ts";
import type { Turn } from "./turn.ts";
import type { HostName, ListenQueues, SocketId, StreamSocket, Tcb } from "./world.ts";

/** A segment for a listener. The connection's number where an ACK brought one to life that must go on with the segment. */
export function segmentForListener(
  turn: Turn,
  host: HostName,
  listener: StreamSocket,
  segment: TcpSegment,
): SocketId | null {
  const { flags } = segment;
  if (flags.rst) return null;
  if (flags.ack) {
    const child = fromCookie(turn, host, listener, segment);
    if (child === "refused") {
      const why = because(
        "RFC 9293 §3.10.7.2, second check",
        "A listener has sent nothing that could be acknowledged.",
      );
      refuse(turn, host, segment, why);
      return null;
    }
    return child;
  }
  if (flags.syn && !(flags.fin && turn.profile === "linux"))
    synForListener(turn, host, listener, segment);
  return null;
}

/** Whether a SYN finds room, and what is to be done where it does not (Linux tcp_conn_request). */
function synForListener(
  turn: Turn,
  host: HostName,
  listener: StreamSocket,
  segment: TcpSegment,
): void {
  const queues = listener.listener;
  if (queues === null) return;
  const { tcp_syncookies, tcp_max_syn_backlog } = turn.host(host).settings;
  const half = queues.incomplete.length;
  const wantsCookie = tcp_syncookies === 2 || half > queues.backlog;
  if (wantsCookie && tcp_syncookies === 0) return dropped(turn, host, listener, SYN_QUEUE_FULL);
  if (isFull(queues)) return dropped(turn, host, listener, ACCEPT_QUEUE_FULL);
  if (wantsCookie) return sendCookie(turn, host, listener, segment);
  const isNearlyFull = tcp_max_syn_backlog - half < tcp_max_syn_backlog >> 2;
  if (tcp_syncookies === 0 && isNearlyFull) return dropped(turn, host, listener, SYN_QUEUE_FULL);
  const child = childOf(turn, host, listener, segment);
  changeQueues(turn, host, listener.id, ({ incomplete }) => ({
    incomplete: [...incomplete, child.id],
  }));
  const why = because(
    "RFC 9293 §3.10.7.2, third check",
    "A SYN came to a listener: a connection begins, and the SYN is acknowledged.",
  );
  child.enter("SYN-RECEIVED", why);
  sendSynAck(child, why);
  watch(child, because("RFC 6298 §5.1", "If no acknowledgment comes, the SYN-ACK is sent again."));
}

export function isFull({ complete, backlog }: ListenQueues): boolean {
  return complete.length > backlog;
}

function childOf(
  turn: Turn,
  host: HostName,
  listener: StreamSocket,
  segment: TcpSegment,
  cookie?: number,
): Connection {
  const { from, to, options: offered } = segment;
  const iss = cookie ?? chooseIss(turn, host, to, from);
  const fresh = newTcb(turn, {
    iss,
    opened: "passive",
    local: to.address,
    options: listener.options,
  });
  const tcb: Tcb = {
    ...fresh,
    ...synArrived(segment),
    ...agreed(endOf(turn, host, listener, to), offered),
    ...stamped({}, segment),
  };
  const id = addStream(turn, host, {
    type: "stream",
    inode: 0,
    domain: listener.domain,
    user: listener.user,
    local: to,
    peer: from,
    options: listener.options,
    references: 0,
    error: null,
    waiting: [],
    isPortChosenBySystem: listener.isPortChosenBySystem,
    state: "LISTEN",
    listener: null,
    tcb: { ...tcb, rcvWnd: firstWindow(listener.options, tcb.mss), congestionWindow: 10 * tcb.mss },
    remains: null,
    parent: listener.id,
  });
  return new Connection(turn, host, id);
}

function endOf(turn: Turn, host: HostName, listener: StreamSocket, local: PacketEnd): OwnEnd {
  const { settings } = turn.host(host);
  return { isLinux: turn.profile === "linux", local, options: listener.options, settings };
}

/** The last ACK of a handshake came: the connection waits for accept(). False where there is no room. */
export function queueForAccept(connection: Connection, segment: TcpSegment): boolean {
  const { turn, host, id, socket } = connection;
  const parent = socket.parent === null ? undefined : turn.socket(host, socket.parent);
  if (parent?.type !== "stream" || parent.listener === null) return true;
  if (isFull(parent.listener)) {
    dropped(turn, host, parent, ACCEPT_QUEUE_FULL);
    if (connection.settings.tcp_abort_on_overflow) {
      const why = because(
        "tcp(7), tcp_abort_on_overflow",
        "The queue for accept() is full, and this host says so with a reset.",
      );
      refuse(turn, host, segment, why);
      end(connection, null, why);
    }
    return false;
  }
  changeQueues(turn, host, parent.id, ({ incomplete, complete }) => ({
    incomplete: incomplete.filter((other) => other !== id),
    complete: [...complete, id],
  }));
  const why = because(
    "listen(2)",
    "The connection is established and waits until a program accepts it.",
  );
  turn.note({ kind: "queued", host, socket: parent.id, what: "connection", why });
  turn.wake(host, parent.id, why);
  return true;
}

function sendCookie(turn: Turn, host: HostName, listener: StreamSocket, segment: TcpSegment): void {
  const { from, to, seq, options: offered } = segment;
  const end = endOf(turn, host, listener, to);
  const cookie = cookieFor(
    { local: to, peer: from, isn: seq, secret: turn.world.seed, now: turn.now },
    offered,
  );
  changeQueues(turn, host, listener.id, () => ({ lastCookie: turn.now }));
  const { mss } = agreed(end, offered);
  const answer: TcpSegment = {
    kind: "tcp",
    from: to,
    to: from,
    seq: cookie,
    ack: add(seq, 1),
    flags: { syn: true, ack: true, fin: false, rst: false, psh: false },
    window: windowField(firstWindow(listener.options, mss), 0),
    options: answeringOptions(end, offered),
    data: "",
  };
  const why = because(
    "RFC 4987 §3.6",
    "The queue of half-open connections is full: the SYN-ACK carries all that is to be known, and nothing is kept.",
  );
  turn.send(host, answer, why, { socket: listener.id });
}

/** An ACK to a listener may bring a cookie back: then the connection is there at once. */
function fromCookie(
  turn: Turn,
  host: HostName,
  listener: StreamSocket,
  segment: TcpSegment,
): SocketId | "refused" | null {
  const queues = listener.listener;
  if (
    segment.flags.syn ||
    queues?.lastCookie == null ||
    turn.now - queues.lastCookie > COOKIE_LIFETIME
  )
    return "refused";
  const offered = optionsInCookie(segment, turn.world.seed, turn.now);
  if (offered === null) return "refused";
  if (isFull(queues)) {
    dropped(turn, host, listener, ACCEPT_QUEUE_FULL);
    return null;
  }
  const syn = { ...segment, seq: add(segment.seq, -1), options: offered };
  const child = childOf(turn, host, listener, syn, add(segment.ack, -1));
  child.change({ sndNxt: segment.ack, inFlight: [] });
  child.enter(
    "SYN-RECEIVED",
    because("RFC 4987 §3.6", "The ACK brings a SYN cookie back: this client is real."),
  );
  return child.id;
}

function changeQueues(
  turn: Turn,
  host: HostName,
  id: SocketId,
  change: (queues: ListenQueues) => Partial<ListenQueues>,
): void {
  const listener = turn.stream(host, id);
  if (listener.listener === null) return;
  turn.put(host, { ...listener, listener: { ...listener.listener, ...change(listener.listener) } });
}

const ACCEPT_QUEUE_FULL = because(
  "listen(2), Linux",
  "The queue for accept() is full: the segment is dropped in silence, so that the client tries again.",
);
const SYN_QUEUE_FULL = because(
  "tcp(7), tcp_max_syn_backlog",
  "The queue of half-open connections is full, and SYN cookies are off: the SYN is dropped in silence.",
);

function dropped(turn: Turn, host: HostName, listener: StreamSocket, why: Reason): void {
  turn.note({ kind: "dropped", host, socket: listener.id, what: "connection", why });
}
