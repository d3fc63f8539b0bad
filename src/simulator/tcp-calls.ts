/**
 * Stream sockets as programs use them: what each call does in each state, with Linux's errors (connect(2), listen(2),
 * accept(2), send(2), recv(2), tcp(7); the order of the checks is that of net/ipv4/af_inet.c and net/ipv4/tcp.c).
 * A call that waits is made again, from its beginning, when the socket wakes it.
 */
import { prepareConnect, prepareListen } from "./bind.ts";
import type { SocketAddress, SocketOption } from "./calls.ts";
import type { Errno } from "./errno.ts";
import { type Reason, because } from "./reason.ts";
import { Connection } from "./tcp-connection.ts";
import { leave } from "./tcp-end.ts";
import { chooseIss, newTcb, sendSyn } from "./tcp-handshake.ts";
import { keepAliveWasSet } from "./tcp-keepalive.ts";
import { sendWaiting } from "./tcp-output.ts";
import { watch } from "./tcp-timing.ts";
import { sendCapacity } from "./tcp-window.ts";
import type { Turn } from "./turn.ts";
import { type CallOutcome, done, failed } from "./waiting.ts";
import type { HostName, SocketId, StreamSocket } from "./world.ts";

export { closeStream, shutdownStream } from "./tcp-close.ts";
export { receiveStream } from "./tcp-receive.ts";

const wait = (rule: string, words: string): CallOutcome => ({
  kind: "wait",
  why: because(rule, words),
});

export function listenStream(
  turn: Turn,
  host: HostName,
  id: SocketId,
  backlog: number,
): CallOutcome {
  const socket = turn.stream(host, id);
  const { somaxconn } = turn.host(host).settings;
  const limit = backlog < 0 || backlog > somaxconn ? somaxconn : Math.floor(backlog);
  if (socket.listener !== null) {
    turn.put(host, { ...socket, listener: { ...socket.listener, backlog: limit } });
    return done(null, because("listen(2)", "The socket listens already: its backlog is changed."));
  }
  if (socket.tcb !== null || socket.remains !== null)
    return failed(
      "EINVAL",
      because("listen(2), Linux", "The socket is, or was, an end of a connection."),
    );
  const prepared = prepareListen(turn, host, id);
  if (prepared.kind === "failed") return failed(prepared.errno, prepared.why);
  const listener = { backlog: limit, incomplete: [], complete: [], lastCookie: null };
  turn.put(host, { ...turn.stream(host, id), listener });
  const why = because(
    "RFC 9293 §3.10.1, passive OPEN",
    "From now on the host takes connections on this port.",
  );
  turn.enter(host, id, "LISTEN", why);
  return done(null, why);
}

export function acceptStream(
  turn: Turn,
  host: HostName,
  id: SocketId,
  _isRetry: boolean,
): CallOutcome {
  const [first] = turn.stream(host, id).listener?.complete ?? [];
  if (first === undefined) return wait("accept(2)", "No connection waits to be accepted.");
  leave(turn, host, id, first, "complete");
  return {
    kind: "accepted",
    socket: first,
    why: because(
      "accept(2)",
      "The oldest connection of the accept queue gets a descriptor in the program.",
    ),
  };
}

export function connectStream(
  turn: Turn,
  host: HostName,
  id: SocketId,
  to: SocketAddress,
  isRetry: boolean,
): CallOutcome {
  const socket = turn.stream(host, id);
  if (socket.tcb !== null) return connectInState(turn, host, socket, isRetry);
  if (isRetry || socket.remains?.isConnectFailed === true) return connectFailed(turn, host, socket);
  if (socket.listener !== null || socket.remains !== null)
    return failed(
      "EISCONN",
      because("connect(2)", "The socket is in use, or was an end of a connection before."),
    );
  const prepared = prepareConnect(turn, host, id, to);
  if (prepared.kind === "failed") return failed(prepared.errno, prepared.why);
  return beginConnecting(new Connection(turn, host, id));
}

function beginConnecting(connection: Connection): CallOutcome {
  const { turn, host, local, peer, socket } = connection;
  const iss = chooseIss(turn, host, local, peer);
  const tcb = newTcb(turn, {
    iss,
    opened: "active",
    local: local.address,
    options: socket.options,
  });
  // The user timeout counts from the first SYN.
  connection.changeSocket({ tcb: { ...tcb, retryingSince: turn.now } });
  const why = because(
    "RFC 9293 §3.10.1, active OPEN",
    "A SYN asks the other end for a connection.",
  );
  connection.enter("SYN-SENT", why);
  sendSyn(connection, why);
  watch(connection, because("RFC 6298 §5.1", "If no answer comes, the SYN is sent again."));
  return CONNECTING;
}

const CONNECTING = wait("connect(2)", "The connection is being made.");

function connectInState(
  turn: Turn,
  host: HostName,
  socket: StreamSocket,
  isRetry: boolean,
): CallOutcome {
  const { state, tcb, id } = socket;
  if (state === "SYN-SENT" || state === "SYN-RECEIVED") {
    if (isRetry || !socket.options.nonBlocking) return CONNECTING;
    return failed("EALREADY", because("connect(2)", "The connection is being made already."));
  }
  if (tcb === null || tcb.isConnectTold)
    return failed("EISCONN", because("connect(2)", "The socket is connected."));
  new Connection(turn, host, id).change({ isConnectTold: true });
  return done(null, because("connect(2)", "The connection is established."));
}

/** Tells once why; after that the socket is as new, whatever shutdown() had said (tcp_disconnect). */
function connectFailed(turn: Turn, host: HostName, used: StreamSocket): CallOutcome {
  const { shutEarly: _, ...socket } = used;
  const local = socket.isAddressChosenBySystem
    ? { ...socket.local, address: "*" as const }
    : socket.local;
  turn.put(host, { ...socket, local, error: null, remains: null });
  const errno = socket.error ?? "ECONNABORTED";
  return failed(errno, because("connect(2)", FAILURES[errno] ?? "The connection was given up."));
}

const FAILURES: Partial<Readonly<Record<Errno, string>>> = {
  ECONNREFUSED: "The SYN was refused: a reset or an ICMP error came back.",
  ETIMEDOUT: "Nobody answered, so the connection could not be made.",
  EHOSTUNREACH: "The network says that the host cannot be reached.",
  ENETUNREACH: "The network says that the other network cannot be reached.",
  ECONNRESET: "The other end broke the connection off before it was made.",
};

/** The error that waits to be told; it is told once. */
export function takeError(turn: Turn, host: HostName, socket: StreamSocket): Errno | null {
  if (socket.error !== null) turn.put(host, { ...socket, error: null });
  return socket.error;
}

const SHUT: Reason = because(
  "send(2), EPIPE",
  "shutdown() shut this end for sending: nothing more can go.",
);
const BROKEN: Reason = because("send(2), EPIPE", "There is no connection to send on any more.");

export function sendStream(
  turn: Turn,
  host: HostName,
  id: SocketId,
  data: string,
  _isRetry: boolean,
): CallOutcome {
  const socket = turn.stream(host, id);
  const error = takeError(turn, host, socket);
  if (error !== null)
    return failed(
      error,
      because("send(2)", "The connection failed meanwhile. The first call after it is told, once."),
    );
  const { tcb, state } = socket;
  if (state === "SYN-SENT" || state === "SYN-RECEIVED")
    return wait("send(2), Linux", "Data can go once the connection is established.");
  const isShut = tcb?.finWanted === true || (socket.shutEarly ?? "read") !== "read";
  if (isShut) return failed("EPIPE", SHUT);
  if (tcb === null || (state !== "ESTABLISHED" && state !== "CLOSE-WAIT"))
    return failed("EPIPE", BROKEN);
  const connection = new Connection(turn, host, id);
  const room = Math.max(0, sendCapacity(connection) - tcb.sendBuffer.length);
  const taken = data.slice(0, room);
  if (taken.length > 0) {
    connection.change({ sendBuffer: tcb.sendBuffer + taken });
    sendWaiting(connection);
  }
  if (taken.length === data.length)
    return done(
      taken.length,
      because("send(2)", "The kernel has the data; that says nothing about the other end."),
    );
  return {
    kind: "wait",
    why: because("send(2)", "The send buffer is full: the other end does not read, or is slow."),
    progress: taken.length,
  };
}

/** After setsockopt() changed what a connection goes by. */
export function streamOptionChanged(
  turn: Turn,
  host: HostName,
  id: SocketId,
  name: SocketOption["name"],
): void {
  if (turn.stream(host, id).tcb === null) return;
  const connection = new Connection(turn, host, id);
  if (name === "SO_KEEPALIVE" || name === "TCP_KEEPIDLE") keepAliveWasSet(connection);
  if (name === "TCP_NODELAY") sendWaiting(connection);
}
