/**
 * The end of a descriptor: when its socket has no other, and no call waits on it any more, the socket is closed. For
 * TCP that begins the close of the connection, which the kernel finishes alone (close(2), tcp(7)).
 */
import type { Fd } from "./calls.ts";
import { removeDescriptor } from "./descriptors.ts";
import { because } from "./reason.ts";
import { closeStream } from "./tcp-calls.ts";
import type { Turn } from "./turn.ts";
import { type CallOutcome, done } from "./waiting.ts";
import type { HostName, Pid, SocketId } from "./world.ts";

/** close(): the descriptor is one that the process has. */
export function removeAndRelease(turn: Turn, host: HostName, pid: Pid, fd: Fd): CallOutcome {
  const id = removeDescriptor(turn, host, pid, fd);
  return id === null ? nothingMore() : release(turn, host, id, false);
}

/** Closes the socket where nobody has it any more; `wait` only for SO_LINGER. */
export function release(turn: Turn, host: HostName, id: SocketId, isRetry: boolean): CallOutcome {
  const socket = turn.socket(host, id);
  if (socket === undefined) return nothingMore();
  if (socket.references > 0)
    return done(null, because("close(2)", "Other descriptors still refer to the socket."));
  if (!isRetry && socket.waiting.length > 0)
    return done(null, because("close(2)", "A call still waits on the socket, and holds it open."));
  if (socket.type === "stream") return closeStream(turn, host, id, isRetry);
  turn.drop(host, id);
  return nothingMore();
}

function nothingMore(): CallOutcome {
  return done(null, because("close(2)", "Nobody refers to the socket any more: it is gone."));
}
