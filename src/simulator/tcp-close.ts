/**
 * close(2) and shutdown(2) of a stream socket (RFC 9293 §3.10.4 and §3.6; socket(7), SO_LINGER). What a program did not
 * read when it closes is lost, and a reset says so (RFC 1122 §4.2.2.13).
 */
import { type Reason, because } from "./reason.ts";
import { Connection, SECOND } from "./tcp-connection.ts";
import { abort, end, stopListening } from "./tcp-end.ts";
import { sendWaiting } from "./tcp-output.ts";
import { limitFinWait2 } from "./tcp-time-wait.ts";
import type { Turn } from "./turn.ts";
import { type CallOutcome, done, failed } from "./waiting.ts";
import type { HostName, SocketId, StreamSocket } from "./world.ts";

const CLOSE = "RFC 9293 §3.10.4";
const CLOSED = done(null, because("close(2)", "The program has the socket no more."));

/** Nobody refers to the socket any more. */
export function closeStream(
  turn: Turn,
  host: HostName,
  id: SocketId,
  isRetry: boolean,
): CallOutcome {
  const socket = turn.stream(host, id);
  if (socket.listener !== null) {
    const why = because(
      CLOSE,
      "The listener is closed: nobody takes connections on the port any more.",
    );
    stopListening(turn, host, socket, why, (child) => new Connection(turn, host, child));
    turn.drop(host, id);
    return CLOSED;
  }
  if (socket.tcb?.isOrphan === true) return CLOSED;
  if (socket.tcb === null) {
    turn.drop(host, id);
    return CLOSED;
  }
  const connection = new Connection(turn, host, id);
  if (isRetry) {
    if (isLingering(connection) && connection.isRunning("linger")) return LINGERS;
    orphan(connection);
    return CLOSED;
  }
  return closeConnection(connection);
}

const LINGERS = {
  kind: "wait",
  why: because(
    "socket(7), SO_LINGER",
    "close() waits until what was sent is acknowledged, or its time is up.",
  ),
} as const;

function closeConnection(connection: Connection): CallOutcome {
  const { tcb, state, socket } = connection;
  const { linger } = socket.options;
  if (state === "SYN-SENT") {
    end(
      connection,
      null,
      because(CLOSE, "The connection was not made yet: it is forgotten, and nothing is sent."),
    );
    return CLOSED;
  }
  if (state === "TIME-WAIT") {
    orphan(connection);
    return CLOSED;
  }
  if (tcb.receiveBuffer.length > 0) {
    abort(
      connection,
      null,
      because("RFC 1122 §4.2.2.13", "Data was never read: a reset says that it is lost."),
    );
    return CLOSED;
  }
  if (linger === 0) {
    abort(
      connection,
      null,
      because(
        "socket(7), SO_LINGER; RFC 9293 §3.10.5",
        "The program wants no orderly close: a reset ends it.",
      ),
    );
    return CLOSED;
  }
  closeSending(
    connection,
    because(CLOSE, "The program closed the socket: this end has nothing more to send."),
  );
  if (linger !== null && isLingering(connection)) {
    // Nobody reads any more, though the program still waits.
    connection.change({ readShut: true });
    connection.start("linger", linger * SECOND, LINGERS.why);
    return LINGERS;
  }
  orphan(connection);
  return CLOSED;
}

function isLingering({ state }: Connection): boolean {
  return state === "FIN-WAIT-1" || state === "CLOSING" || state === "LAST-ACK";
}

/** The kernel finishes the conversation alone. */
function orphan(connection: Connection): void {
  connection.stop("linger", because("socket(7), SO_LINGER", "close() waits no more."));
  connection.change({ isOrphan: true, readShut: true });
  connection.changeSocket({ inode: 0 });
  if (connection.state === "FIN-WAIT-2") limitFinWait2(connection);
}

/** Asks for a FIN, after all that waits to be sent. */
export function closeSending(connection: Connection, why: Reason): void {
  switch (connection.state) {
    case "SYN-RECEIVED":
    case "ESTABLISHED":
      connection.change({ finWanted: true });
      connection.enter("FIN-WAIT-1", why);
      return sendWaiting(connection);
    case "CLOSE-WAIT":
      connection.change({ finWanted: true });
      connection.enter("LAST-ACK", why);
      return sendWaiting(connection);
  }
}

export function shutdownStream(
  turn: Turn,
  host: HostName,
  id: SocketId,
  how: "read" | "write" | "both",
): CallOutcome {
  const socket = turn.stream(host, id);
  const why = because(
    "shutdown(2)",
    how === "read"
      ? "The program reads no more; nothing of that goes over the wire."
      : "The program sends no more: a FIN says so.",
  );
  if (socket.listener !== null) {
    if (how === "write")
      return done(null, because("Linux", "A listener sends nothing: nothing changes."));
    const stopped = because(
      "shutdown(2), Linux",
      "The listener listens no more, though its descriptor is open.",
    );
    stopListening(turn, host, socket, stopped, (child) => new Connection(turn, host, child));
    turn.wake(host, id, stopped);
    return done(null, stopped);
  }
  if (socket.tcb === null) shutEarly(turn, host, socket, how);
  if (socket.tcb === null || socket.state === "TIME-WAIT")
    return failed("ENOTCONN", because("shutdown(2)", "The socket is not connected."));
  const connection = new Connection(turn, host, id);
  if (socket.state === "SYN-SENT") {
    end(
      connection,
      "ECONNRESET",
      because("shutdown(2), Linux", "The connection was not made yet: it is forgotten."),
    );
    // The socket may connect anew; only the error is left.
    const left = turn.socket(host, id);
    if (left?.type === "stream") turn.put(host, { ...left, remains: null });
    return done(null, why);
  }
  if (how !== "write") connection.change({ readShut: true });
  if (how !== "read") closeSending(connection, why);
  connection.wake(why);
  return done(null, why);
}

/** Linux says ENOTCONN, and remembers it nevertheless (inet_shutdown). */
function shutEarly(
  turn: Turn,
  host: HostName,
  socket: StreamSocket,
  how: "read" | "write" | "both",
): void {
  if (turn.profile !== "linux") return;
  const { shutEarly: before = how } = socket;
  turn.put(host, { ...socket, shutEarly: before === how ? how : "both" });
}
