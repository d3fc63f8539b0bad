/**
 * How a connection ends: its block is deleted and its state is CLOSED (RFC 9293 §3.10.7.4 and §3.10.4). A socket that
 * a program still has a descriptor for stays, with what can still be read of it and the error to be told; one that
 * nobody has goes. In Linux data that arrived before a reset can still be read; RFC 9293 wants all queues flushed.
 */
import type { Errno } from "./errno.ts";
import { type Reason, because } from "./reason.ts";
import type { Connection } from "./tcp-connection.ts";
import { sendAbort } from "./tcp-segments.ts";
import type { Turn } from "./turn.ts";
import type { HostName, ListenQueues, SocketId, StreamSocket } from "./world.ts";

/** Deletes the connection. `errno` is told by the program's next call. */
export function end(connection: Connection, errno: Errno | null, why: Reason): void {
  const { turn, host, id, tcb, socket, isLinux } = connection;
  for (const timer of Object.values(tcb.timers)) turn.unschedule(timer.entry);
  const isConnectFailed =
    socket.state === "SYN-SENT" || (socket.state === "SYN-RECEIVED" && tcb.opened === "active");
  connection.enter("CLOSED", why);
  const isWaited = isInQueue(turn, host, socket, "complete");
  leave(turn, host, socket.parent, id, "incomplete");
  const isCalled = socket.references > 0 || socket.waiting.length > 0;
  if (!isCalled && !isWaited) return turn.drop(host, id);
  const port = socket.isPortChosenBySystem ? 0 : socket.local.port;
  connection.changeSocket({
    tcb: null,
    error: errno ?? socket.error,
    local: { ...socket.local, port },
    ...(socket.isPortChosenBySystem ? { formerPort: socket.local.port } : {}),
    peer: null,
    remains: {
      data: isLinux || errno === null ? tcb.receiveBuffer : "",
      endOfFile: tcb.finReceived,
      isConnectFailed,
      peer: socket.peer,
    },
  });
  connection.wake(why);
}

/** The other end reset the connection: the error depends on what it was doing (Linux tcp_reset; tcp(7)). */
export function endByReset(connection: Connection, why: Reason): void {
  switch (connection.state) {
    case "SYN-SENT":
      return end(connection, "ECONNREFUSED", why);
    case "SYN-RECEIVED":
      return end(connection, connection.isLinux ? "ECONNRESET" : "ECONNREFUSED", why);
    case "CLOSE-WAIT":
      return end(connection, connection.isLinux ? "EPIPE" : "ECONNRESET", why);
    case "CLOSING":
    case "LAST-ACK":
    case "TIME-WAIT":
      return end(
        connection,
        connection.isLinux && connection.state !== "TIME-WAIT" ? "ECONNRESET" : null,
        why,
      );
    default:
      return end(connection, "ECONNRESET", why);
  }
}

/** Breaks the connection off: a reset where the other end would else wait for more (RFC 9293 §3.10.5). */
export function abort(connection: Connection, errno: Errno | null, why: Reason): void {
  switch (connection.state) {
    case "SYN-RECEIVED":
    case "ESTABLISHED":
    case "FIN-WAIT-1":
    case "FIN-WAIT-2":
    case "CLOSE-WAIT":
      sendAbort(connection, why);
  }
  end(connection, errno, why);
}

/** Stops listening: who waits to be accepted is reset, who is half open is forgotten (Linux inet_csk_listen_stop). */
export function stopListening(
  turn: Turn,
  host: HostName,
  listener: StreamSocket,
  why: Reason,
  connectionOf: (id: SocketId) => Connection,
): void {
  const queues = listener.listener;
  turn.put(host, { ...listener, listener: null });
  turn.enter(host, listener.id, "CLOSED", why);
  if (queues === null) return;
  const forgotten = because("listen(2), Linux", "Nobody will accept this connection any more.");
  for (const id of queues.incomplete) {
    if (turn.socket(host, id) !== undefined) end(connectionOf(id), null, forgotten);
  }
  for (const id of queues.complete) {
    const child = turn.socket(host, id);
    if (child?.type !== "stream") continue;
    if (child.tcb === null) turn.drop(host, id);
    else abort(connectionOf(id), null, forgotten);
  }
}

/** Takes a connection out of its listener's queue. */
export function leave(
  turn: Turn,
  host: HostName,
  parent: SocketId | null,
  id: SocketId,
  queue: "incomplete" | "complete",
): void {
  const listener = parent === null ? undefined : turn.socket(host, parent);
  if (listener?.type !== "stream" || listener.listener === null) return;
  if (!listener.listener[queue].includes(id)) return;
  const queues: ListenQueues = {
    ...listener.listener,
    [queue]: listener.listener[queue].filter((other) => other !== id),
  };
  turn.put(host, { ...listener, listener: queues });
}

function isInQueue(
  turn: Turn,
  host: HostName,
  { parent, id }: StreamSocket,
  queue: "incomplete" | "complete",
): boolean {
  const listener = parent === null ? undefined : turn.socket(host, parent);
  return listener?.type === "stream" && listener.listener?.[queue].includes(id) === true;
}
