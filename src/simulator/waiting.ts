/**
 * Calls that wait. A blocked call is data, never a promise: it stands in the host's table and in its socket's list, and
 * is asked again, from the beginning, whenever the socket wakes it. With O_NONBLOCK or MSG_DONTWAIT it gives EAGAIN in
 * place of waiting, connect EINPROGRESS; SO_RCVTIMEO and SO_SNDTIMEO end the wait (socket(7), connect(2)).
 */
import type { CallId, CallResult, CallValue, SocketAddress, SocketCall } from "./calls.ts";
import { openDescriptor } from "./descriptors.ts";
import type { Errno } from "./errno.ts";
import * as intTable from "./int-table.ts";
import { takeInode } from "./new-socket.ts";
import { type Reason, because } from "./reason.ts";
import type { Turn } from "./turn.ts";
import { asSeenBy } from "./wire-address.ts";
import type { HostName, PendingCall, Pid, SocketId, SocketOptions } from "./world.ts";

export type CallOutcome =
  | { readonly kind: "done"; readonly result: CallResult }
  /** accept() took this connection; its descriptor and its peer's address become the call's value. */
  | { readonly kind: "accepted"; readonly socket: SocketId; readonly why: Reason }
  /** `progress`: bytes of a send that the socket took now. */
  | { readonly kind: "wait"; readonly why: Reason; readonly progress?: number };

export function done(value: CallValue, why: Reason): CallOutcome {
  return { kind: "done", result: { value, errno: null, why } };
}

export function failed(errno: Errno, why: Reason): CallOutcome {
  return { kind: "done", result: { value: null, errno, why } };
}

/** How a program receives: recv() and recvfrom() of raw and datagram sockets. */
export interface Receiving {
  readonly size: number;
  /** recvfrom(). */
  readonly withSender: boolean;
  readonly peek: boolean;
}

/** What a call came to, and the socket it was about; null where the descriptor refers to none. */
export interface Attempt {
  readonly socket: SocketId | null;
  readonly outcome: CallOutcome;
}

/** Ends or blocks a call that was made now. */
export function settle(
  turn: Turn,
  host: HostName,
  made: Pick<PendingCall, "id" | "pid" | "call">,
  { socket, outcome }: Attempt,
): void {
  const result = resultOf(turn, host, made, outcome, 0);
  if (result !== null) return turn.note({ kind: "returned", host, ...made, result });
  if (outcome.kind !== "wait" || socket === null) return;
  const progress = outcome.progress ?? 0;
  const options = turn.socket(host, socket)?.options;
  if (options !== undefined && isImpatient(made.call, options)) {
    const given = withoutWaiting(made.call, progress);
    return turn.note({ kind: "returned", host, ...made, result: given });
  }
  block(turn, host, { ...made, socket, since: turn.now, progress, entry: null }, outcome.why);
}

function block(turn: Turn, host: HostName, call: PendingCall, why: Reason): void {
  const socket = turn.socket(host, call.socket);
  if (socket === undefined) return;
  const limit = timeLimit(call.call, socket.options);
  const entry =
    limit === 0
      ? null
      : turn.plan(turn.now + limit * 1000, { kind: "call-timeout", host, call: call.id });
  const pending = intTable.set(turn.host(host).pending, call.id, { ...call, entry });
  turn.changeHost(host, { pending });
  turn.put(host, { ...socket, waiting: [...socket.waiting, call.id] });
  turn.note({ kind: "blocked", host, id: call.id, why });
}

/** Asks the waiting calls of a socket again, the oldest first. `again` makes the attempt (socket-calls.ts). */
export function retry(
  turn: Turn,
  host: HostName,
  id: SocketId,
  again: (call: PendingCall) => CallOutcome,
): void {
  for (const callId of turn.socket(host, id)?.waiting ?? []) {
    const call = intTable.get(turn.host(host).pending, callId);
    if (call === undefined) continue;
    const outcome = again(call);
    const result = resultOf(turn, host, call, outcome, call.progress);
    if (result !== null) turn.finish(host, callId, result);
    else if (outcome.kind === "wait" && (outcome.progress ?? 0) > 0) {
      const progress = call.progress + (outcome.progress ?? 0);
      const pending = intTable.set(turn.host(host).pending, callId, { ...call, progress });
      turn.changeHost(host, { pending });
    }
  }
}

/** Takes a waiting call out of all tables, without a result: its process ends. */
export function forget(turn: Turn, host: HostName, id: CallId): PendingCall | undefined {
  const call = intTable.get(turn.host(host).pending, id);
  if (call === undefined) return undefined;
  if (call.entry !== null) turn.unschedule(call.entry);
  turn.changeHost(host, { pending: intTable.remove(turn.host(host).pending, id) });
  const socket = turn.socket(host, call.socket);
  if (socket !== undefined)
    turn.put(host, { ...socket, waiting: socket.waiting.filter((other) => other !== id) });
  return call;
}

/** Ends a waiting call with this result. */
export function finish(turn: Turn, host: HostName, id: CallId, result: CallResult): void {
  const call = forget(turn, host, id);
  if (call === undefined) return;
  turn.note({ kind: "returned", host, pid: call.pid, id, call: call.call, result });
}

/** The call's time limit is over. */
export function timeOut(turn: Turn, host: HostName, id: CallId): void {
  const call = intTable.get(turn.host(host).pending, id);
  if (call !== undefined) turn.finish(host, id, withoutWaiting(call.call, call.progress, true));
}

/** Null while the call has to wait. */
function resultOf(
  turn: Turn,
  host: HostName,
  { pid, call }: Pick<PendingCall, "pid" | "call">,
  outcome: CallOutcome,
  progress: number,
): CallResult | null {
  switch (outcome.kind) {
    case "wait":
      return null;
    case "accepted":
      return accepted(turn, host, pid, outcome);
    case "done": {
      const { result } = outcome;
      if (call.name !== "send" && call.name !== "sendto") return result;
      if (result.errno !== null) return progress > 0 ? sentSoFar(progress) : result;
      return typeof result.value === "number"
        ? { ...result, value: result.value + progress }
        : result;
    }
  }
}

function accepted(
  turn: Turn,
  host: HostName,
  pid: Pid,
  { socket: id, why }: { readonly socket: SocketId; readonly why: Reason },
): CallResult {
  const taken = turn.socket(host, id);
  if (taken === undefined) throw new Error(`accept() took socket ${id}, which is not there`);
  turn.put(host, { ...taken, inode: taken.inode === 0 ? takeInode(turn, host) : taken.inode });
  const fd = openDescriptor(turn, host, pid, id);
  if (fd === null) throw new Error("accept() was let through without room for a descriptor");
  // A connection that was reset while it waited is accepted all the same (accept(2), Linux).
  const peer = taken.peer ?? (taken.type === "stream" ? (taken.remains?.peer ?? null) : null);
  const { domain } = taken;
  const end: SocketAddress =
    peer === null
      ? { address: "*", port: 0 }
      : { address: asSeenBy(domain, peer.address), port: peer.port };
  return { value: { fd, peer: end }, errno: null, why };
}

/** close() waits for SO_LINGER whatever O_NONBLOCK says. */
function isImpatient(call: SocketCall, { nonBlocking }: SocketOptions): boolean {
  if (call.name === "close") return false;
  return (
    nonBlocking || ((call.name === "recv" || call.name === "recvfrom") && call.dontWait === true)
  );
}

/** Milliseconds; 0 for ever. */
function timeLimit(call: SocketCall, { receiveTimeout, sendTimeout }: SocketOptions): number {
  switch (call.name) {
    case "recv":
    case "recvfrom":
    case "accept":
      return receiveTimeout;
    case "send":
    case "sendto":
    case "connect":
      return sendTimeout;
    default:
      return 0;
  }
}

function withoutWaiting(call: SocketCall, progress: number, isLate = false): CallResult {
  if (progress > 0) return sentSoFar(progress);
  if (call.name === "connect")
    return {
      value: null,
      errno: "EINPROGRESS",
      why: isLate
        ? because(
            "socket(7), SO_SNDTIMEO",
            "The time limit is over, and the connection goes on being made.",
          )
        : because(
            "connect(2)",
            "The socket does not wait: the connection is being made meanwhile.",
          ),
    };
  return {
    value: null,
    errno: "EAGAIN",
    why: isLate
      ? because("socket(7), SO_RCVTIMEO", "The time limit is over and nothing came.")
      : because("socket(7), O_NONBLOCK", "The call would have to wait, and was told not to."),
  };
}

function sentSoFar(progress: number): CallResult {
  return {
    value: progress,
    errno: null,
    why: because("send(2)", "The socket took these bytes and no more."),
  };
}
