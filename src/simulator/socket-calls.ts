/**
 * The socket calls: what is checked for every kind of socket, and who does the rest. Which error comes first, where
 * several would fit, is Linux's order (net/socket.c, net/ipv4/af_inet.c).
 */
import { bindSocket } from "./bind.ts";
import type { SocketCall } from "./calls.ts";
import { hasRoom, openDescriptor, processOf } from "./descriptors.ts";
import * as intTable from "./int-table.ts";
import { addSocket } from "./new-socket.ts";
import { callProcess } from "./processes.ts";
import { connectRaw, receiveRaw, sendRaw } from "./raw-sockets.ts";
import { because } from "./reason.ts";
import { release, removeAndRelease } from "./release.ts";
import { getOption, setOption } from "./socket-options.ts";
import {
  acceptStream,
  connectStream,
  listenStream,
  receiveStream,
  sendStream,
  shutdownStream,
} from "./tcp-calls.ts";
import type { Turn } from "./turn.ts";
import { connectDatagram, receiveDatagram, sendDatagram, shutDatagram } from "./udp.ts";
import { type Attempt, type CallOutcome, done, failed } from "./waiting.ts";
import { endAsSeenBy } from "./wire-address.ts";
import type { HostName, PendingCall, Pid, Process, Socket } from "./world.ts";

type CallOn = Extract<SocketCall, { fd: number }>;

const UNSUPPORTED = failed(
  "EOPNOTSUPP",
  because("accept(2), listen(2)", "Only stream sockets take connections."),
);

/** Makes a call for the first time. */
export function attempt(turn: Turn, host: HostName, pid: Pid, call: SocketCall): Attempt {
  const process = processOf(turn, host, pid);
  if (process === undefined) throw new Error(`Host ${host} has no process ${pid}`);
  if (call.name === "socket")
    return { socket: null, outcome: openSocket(turn, host, process, call) };
  if (call.name === "fork" || call.name === "exit")
    return { socket: null, outcome: callProcess(turn, host, process, call) };
  const id = intTable.get(process.descriptors, call.fd);
  const socket = id === undefined ? undefined : turn.socket(host, id);
  if (socket === undefined) return { socket: null, outcome: noSocket(call.fd) };
  return { socket: socket.id, outcome: callSocket(turn, host, process, socket, call, null) };
}

/** Makes a waiting call again. The socket is the one it began with, whatever became of the descriptor. */
export function attemptAgain(turn: Turn, host: HostName, pending: PendingCall): CallOutcome {
  const { call, pid } = pending;
  const process = processOf(turn, host, pid);
  const socket = turn.socket(host, pending.socket);
  if (process === undefined || socket === undefined || !("fd" in call))
    throw new Error(`The waiting call ${pending.id} of ${host} has lost its socket`);
  return callSocket(turn, host, process, socket, call, pending);
}

function noSocket(fd: number): CallOutcome {
  return fd >= 0 && fd <= 2
    ? failed("ENOTSOCK", because("socket(2)", "Standard input and output are no sockets here."))
    : failed("EBADF", because("close(2)", "No open descriptor has this number."));
}

function openSocket(
  turn: Turn,
  host: HostName,
  process: Process,
  call: Extract<SocketCall, { name: "socket" }>,
): CallOutcome {
  const protocol = call.protocol ?? 0;
  const usual = { stream: 6, dgram: 17, raw: null }[call.type];
  const isKnown = usual === null ? protocol !== 0 : protocol === 0 || protocol === usual;
  if (!isKnown)
    return failed("EPROTONOSUPPORT", because("socket(2)", "This type has no such protocol."));
  if (call.type === "raw" && !process.isPrivileged)
    return failed(
      "EPERM",
      because("raw(7), CAP_NET_RAW", "Raw sockets are for privileged processes."),
    );
  if (!hasRoom(turn, host, process))
    return failed(
      "EMFILE",
      because("getrlimit(2), RLIMIT_NOFILE", "The process has no descriptor left."),
    );
  const id = addSocket(turn, host, process, { domain: call.domain, type: call.type, protocol });
  const fd = openDescriptor(turn, host, process.pid, id);
  return done(fd, because("socket(2)", "The lowest free descriptor refers to the new socket."));
}

function callSocket(
  turn: Turn,
  host: HostName,
  process: Process,
  socket: Socket,
  call: CallOn,
  pending: PendingCall | null,
): CallOutcome {
  const isRetry = pending !== null;
  const { id } = socket;
  switch (call.name) {
    case "setsockopt":
      return setOption(turn, host, socket, call.option);
    case "getsockopt":
      return getOption(turn, host, socket, call.option);
    case "bind":
      return bindSocket(turn, host, socket, call.to, process);
    case "listen":
      return socket.type === "stream" ? listenStream(turn, host, id, call.backlog) : UNSUPPORTED;
    case "accept":
      return accept(turn, host, process, socket, isRetry);
    case "connect":
      return connect(turn, host, socket, call, isRetry);
    case "send":
    case "sendto":
      return send(turn, host, socket, call, pending);
    case "recv":
    case "recvfrom":
      return receive(turn, host, socket, call, isRetry);
    case "shutdown":
      return shutdown(turn, host, socket, call.how);
    case "close":
      return isRetry
        ? release(turn, host, id, true)
        : removeAndRelease(turn, host, process.pid, call.fd);
    case "getsockname":
      return done(
        endAsSeenBy(socket.domain, ownEnd(socket)),
        because("getsockname(2)", "The socket's own address and port."),
      );
    case "getpeername":
      return peerName(socket);
  }
}

function accept(
  turn: Turn,
  host: HostName,
  process: Process,
  socket: Socket,
  isRetry: boolean,
): CallOutcome {
  if (socket.type !== "stream") return UNSUPPORTED;
  if (!hasRoom(turn, host, process))
    return failed(
      "EMFILE",
      because("getrlimit(2), RLIMIT_NOFILE", "The process has no descriptor left."),
    );
  if (socket.state !== "LISTEN")
    return failed("EINVAL", because("accept(2)", "The socket does not listen."));
  return acceptStream(turn, host, socket.id, isRetry);
}

function connect(
  turn: Turn,
  host: HostName,
  { type, id }: Socket,
  { to }: Extract<SocketCall, { name: "connect" }>,
  isRetry: boolean,
): CallOutcome {
  switch (type) {
    case "dgram":
      return connectDatagram(turn, host, id, to);
    case "raw":
      return connectRaw(turn, host, id, to);
    case "stream":
      // Linux also takes a TCP connection back by AF_UNSPEC; nobody does, and it is left out.
      return to === null
        ? failed(
            "EINVAL",
            because("connect(2)", "A stream socket keeps its peer until it is closed."),
          )
        : connectStream(turn, host, id, to, isRetry);
  }
}

function send(
  turn: Turn,
  host: HostName,
  { type, id }: Socket,
  call: Extract<SocketCall, { name: "send" | "sendto" }>,
  pending: PendingCall | null,
): CallOutcome {
  const to = call.name === "sendto" ? call.to : null;
  switch (type) {
    case "dgram":
      return sendDatagram(turn, host, id, call.data, to);
    case "raw":
      return sendRaw(turn, host, id, call.data, to);
    case "stream":
      return sendStream(turn, host, id, call.data.slice(pending?.progress ?? 0), pending !== null);
  }
}

function receive(
  turn: Turn,
  host: HostName,
  socket: Socket,
  call: Extract<SocketCall, { name: "recv" | "recvfrom" }>,
  isRetry: boolean,
): CallOutcome {
  const peek = call.name === "recv" && call.peek === true;
  const how = { size: call.size, withSender: call.name === "recvfrom", peek };
  switch (socket.type) {
    case "dgram":
      return receiveDatagram(turn, host, socket.id, how);
    case "raw":
      return receiveRaw(turn, host, socket.id, how);
    case "stream":
      return receiveStream(turn, host, socket.id, { size: call.size, peek }, isRetry);
  }
}

function shutdown(
  turn: Turn,
  host: HostName,
  { type, id, peer }: Socket,
  how: "read" | "write" | "both",
): CallOutcome {
  if (type === "stream") return shutdownStream(turn, host, id, how);
  if (type === "dgram") return shutDatagram(turn, host, id, how);
  return peer === null
    ? failed("ENOTCONN", because("shutdown(2)", "The socket has no peer."))
    : done(null, because("shutdown(2)", "Only this end knows of it: nothing goes over the wire."));
}

/** Linux writes a raw socket's protocol where others have their port, and a chosen port even after it took it back. */
function ownEnd(socket: Socket): Socket["local"] {
  const { local } = socket;
  if (socket.type === "raw") return { ...local, port: socket.protocol };
  const former = socket.type === "stream" ? socket.formerPort : undefined;
  return local.port === 0 && former !== undefined ? { ...local, port: former } : local;
}

function peerName(socket: Socket): CallOutcome {
  const { peer, domain } = socket;
  const isNotYet =
    socket.type === "stream" &&
    (socket.state === "CLOSED" || socket.state === "SYN-SENT" || socket.state === "TIME-WAIT");
  // Linux takes a peer's port 0 for no peer, though connect() took it.
  if (peer === null || peer.port === 0 || isNotYet)
    return failed("ENOTCONN", because("getpeername(2)", "The socket is not connected."));
  return done(
    endAsSeenBy(domain, peer),
    because("getpeername(2)", "The address and port of the other end."),
  );
}
