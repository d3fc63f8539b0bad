/** recv(2) of a stream socket, and the window that reading opens again (RFC 9293 §3.10.3, §3.8.6.2.2). */
import { type Reason, because } from "./reason.ts";
import { Connection } from "./tcp-connection.ts";
import { sendAck } from "./tcp-segments.ts";
import { capacity, roomToOffer } from "./tcp-window.ts";
import type { Turn } from "./turn.ts";
import { type CallOutcome, done, failed } from "./waiting.ts";
import type { HostName, SocketId, StreamSocket } from "./world.ts";

const END_OF_FILE = done(
  "",
  because("recv(2)", "The other end has nothing more to send: that is the end of file."),
);
const READ_SHUT = done(
  "",
  because("shutdown(2)", "The program reads no more: that is the end of file."),
);

export function receiveStream(
  turn: Turn,
  host: HostName,
  id: SocketId,
  { size, peek }: { readonly size: number; readonly peek: boolean },
  _isRetry: boolean,
): CallOutcome {
  const socket = turn.stream(host, id);
  const { tcb, remains } = socket;
  if (socket.listener !== null) return notConnected();
  const data = tcb?.receiveBuffer ?? remains?.data ?? "";
  if (data.length > 0) {
    const taken = data.slice(0, size);
    if (!peek) keep(turn, host, socket, data.slice(size));
    return done(taken, because("recv(2)", "The data that had arrived."));
  }
  if (tcb?.finReceived === true || remains?.endOfFile === true) {
    if (!peek && size > 0) keep(turn, host, socket, "");
    return END_OF_FILE;
  }
  if (socket.error !== null) {
    turn.put(host, { ...socket, error: null });
    return failed(
      socket.error,
      because("recv(2)", "The connection failed meanwhile. The first call after it is told, once."),
    );
  }
  const isShut = tcb?.readShut === true || (socket.shutEarly ?? "write") !== "write";
  if (isShut || (tcb === null && remains !== null)) return READ_SHUT;
  if (tcb === null) return notConnected();
  return { kind: "wait", why: because("recv(2)", "Nothing has arrived that was not read.") };
}

function notConnected(): CallOutcome {
  return failed("ENOTCONN", because("recv(2)", "The socket is not connected."));
}

/** Keeps what was not read. Who has read all has read the end of file as well, where it had come. */
function keep(turn: Turn, host: HostName, socket: StreamSocket, rest: string): void {
  if (socket.tcb === null) {
    if (socket.remains !== null)
      turn.put(host, { ...socket, remains: { ...socket.remains, data: rest } });
    return;
  }
  const connection = new Connection(turn, host, socket.id);
  const isEndOfFileRead = socket.tcb.isEndOfFileRead || (socket.tcb.finReceived && rest === "");
  connection.change({ receiveBuffer: rest, isEndOfFileRead });
  if (socket.state !== "TIME-WAIT" && !socket.tcb.finReceived) tellWindow(connection);
}

function tellWindow(connection: Connection): void {
  const { tcb, isLinux, socket } = connection;
  const room = roomToOffer(connection);
  const all = capacity(socket.options);
  const isMuchMore = isLinux
    ? 2 * tcb.rcvWnd <= all && room > 0 && room >= 2 * tcb.rcvWnd
    : room - tcb.rcvWnd >= Math.min(all / 2, tcb.mss);
  const isAckDue = tcb.isAckOwed && tcb.receiveBuffer === "" && !tcb.isInteractive;
  if (isMuchMore) return sendAck(connection, OPENED);
  if (isAckDue)
    sendAck(
      connection,
      because(
        "RFC 9293 §3.8.6.3, Linux",
        "The program has read all there was: the owed acknowledgment goes now.",
      ),
    );
}

const OPENED: Reason = because(
  "RFC 9293 §3.8.6.2.2",
  "The program has read, and there is much more room: the other end is told.",
);
