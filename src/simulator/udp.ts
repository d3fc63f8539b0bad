/**
 * UDP (RFC 768) as Linux does it (udp(7)): a datagram arrives whole or not at all, and nobody is told of a loss. A port
 * that nobody has is told by ICMP, which reaches a program only through a connected socket, once, as its next call's
 * error. Left out: multicast, broadcast, fragments (the largest datagram goes in one packet), UDP-Lite, MSG_ERRQUEUE.
 */
import { autobind, wayTo } from "./bind.ts";
import { bufferCharge } from "./buffer-charge.ts";
import type { SocketAddress } from "./calls.ts";
import { faultOf, unreachable } from "./icmp.ts";
import type { IcmpMessage, UdpDatagram } from "./packet.ts";
import { because } from "./reason.ts";
import { findDatagramSocket } from "./socket-lookup.ts";
import type { Turn } from "./turn.ts";
import { type CallOutcome, type Receiving, done, failed } from "./waiting.ts";
import { endAsSeenBy, familyOf } from "./wire-address.ts";
import type { DatagramSocket, HostName, PacketId, SocketId } from "./world.ts";

/** What fits: 2^16 - 1 less the headers of UDP, and of IPv4 where they count (RFC 768, RFC 791, RFC 8200). */
const MOST_DATA: Readonly<Record<4 | 6, number>> = { 4: 65_507, 6: 65_527 };

export function datagramSocket(turn: Turn, host: HostName, id: SocketId): DatagramSocket {
  const socket = turn.socket(host, id);
  if (socket?.type !== "dgram") throw new Error(`Socket ${id} of ${host} is no datagram socket`);
  return socket;
}

/** Nothing is sent: the peer becomes the destination of send(), and the only one the socket hears. */
export function connectDatagram(
  turn: Turn,
  host: HostName,
  id: SocketId,
  to: SocketAddress | null,
): CallOutcome {
  if (to === null) return disconnect(turn, host, id);
  const socket = datagramSocket(turn, host, id);
  const way = wayTo(turn, host, socket, to);
  if (way.kind === "failed") return failed(way.errno, way.why);
  const bound = autobind(turn, host, id);
  if (bound.kind === "failed") return failed(bound.errno, bound.why);
  const { local, isAddressChosenBySystem } = datagramSocket(turn, host, id);
  turn.put(host, {
    ...datagramSocket(turn, host, id),
    local: { ...local, address: way.source },
    peer: way.peer,
    isAddressChosenBySystem: isAddressChosenBySystem || local.address === "*",
  });
  return done(null, because("udp(7), connect(2)", "The peer is noted; UDP sends nothing for it."));
}

function disconnect(turn: Turn, host: HostName, id: SocketId): CallOutcome {
  const socket = datagramSocket(turn, host, id);
  turn.put(host, {
    ...socket,
    local: {
      address: socket.isAddressChosenBySystem ? "*" : socket.local.address,
      port: socket.isPortChosenBySystem ? 0 : socket.local.port,
    },
    peer: null,
    isAddressChosenBySystem: false,
  });
  return done(null, because("connect(2), AF_UNSPEC", "The socket has no peer any more."));
}

/** `to` null: to the socket's peer. */
export function sendDatagram(
  turn: Turn,
  host: HostName,
  id: SocketId,
  data: string,
  to: SocketAddress | null,
): CallOutcome {
  const bound = autobind(turn, host, id);
  if (bound.kind === "failed") return failed(bound.errno, bound.why);
  if (to !== null && to.port === 0)
    return failed("EINVAL", because("udp(7)", "Port 0 is no destination."));
  const { peer } = datagramSocket(turn, host, id);
  const destination =
    to ?? (peer === null ? null : endAsSeenBy(datagramSocket(turn, host, id).domain, peer));
  if (destination === null)
    return failed(
      "EDESTADDRREQ",
      because("send(2)", "The socket has no peer, and none was named."),
    );
  const socket = datagramSocket(turn, host, id);
  const way = wayTo(turn, host, socket, destination);
  if (way.kind === "failed") return failed(way.errno, way.why);
  if (data.length > MOST_DATA[familyOf(way.source)])
    return failed("EMSGSIZE", because("udp(7)", "A datagram cannot be larger than an IP packet."));
  if (socket.error !== null) return reportError(turn, host, socket);
  if (socket.isWriteShut)
    return failed("EPIPE", because("shutdown(2)", "The socket is shut for sending."));
  const from = { address: way.source, port: socket.local.port };
  const packet: UdpDatagram = { kind: "udp", from, to: way.peer, data };
  turn.send(host, packet, because("RFC 768", "One call, one datagram."), { socket: id });
  return done(data.length, because("udp(7)", "It is sent; whether it arrives, nobody will say."));
}

export function receiveDatagram(
  turn: Turn,
  host: HostName,
  id: SocketId,
  { size, withSender, peek }: Receiving,
): CallOutcome {
  const socket = datagramSocket(turn, host, id);
  if (socket.error !== null) return reportError(turn, host, socket);
  const [datagram, ...rest] = socket.queue;
  if (datagram === undefined && socket.isReadShut && !socket.options.nonBlocking)
    return done(
      "",
      because("shutdown(2)", "The socket is shut for receiving: nobody waits on it."),
    );
  if (datagram === undefined)
    return { kind: "wait", why: because("recv(2)", "No datagram is there.") };
  if (!peek) turn.put(host, { ...socket, queue: rest });
  const data = datagram.data.slice(0, size);
  const cut = datagram.data.length - data.length;
  const why =
    cut > 0
      ? because("udp(7)", "The rest of the datagram did not fit, and is thrown away.")
      : because("udp(7)", "One call gives one datagram.");
  return done(
    withSender ? { data, from: endAsSeenBy(socket.domain, datagram.from), cut } : data,
    why,
  );
}

/** Takes effect even where it gives ENOTCONN (Linux, inet_shutdown). */
export function shutDatagram(
  turn: Turn,
  host: HostName,
  id: SocketId,
  how: "read" | "write" | "both",
): CallOutcome {
  const socket = datagramSocket(turn, host, id);
  const isReadShut = socket.isReadShut || how !== "write";
  const isWriteShut = socket.isWriteShut || how !== "read";
  turn.put(host, { ...socket, isReadShut, isWriteShut });
  const why = because("shutdown(2)", "UDP says no goodbye: nothing goes over the wire.");
  turn.wake(host, id, why);
  return socket.peer === null
    ? failed("ENOTCONN", because("shutdown(2)", "The socket has no peer."))
    : done(null, why);
}

function reportError(turn: Turn, host: HostName, socket: DatagramSocket): CallOutcome {
  const { error } = socket;
  if (error === null) throw new Error("There is no error to report");
  turn.put(host, { ...socket, error: null });
  return failed(
    error,
    because(
      "udp(7)",
      "An ICMP error came for an earlier datagram. The first call after it is told, once.",
    ),
  );
}

export function datagramArrives(
  turn: Turn,
  host: HostName,
  packet: PacketId,
  datagram: UdpDatagram,
): void {
  const socket = findDatagramSocket(turn.host(host), datagram.to, datagram.from);
  if (socket === undefined) {
    const why = because(
      "RFC 1122 §4.1.3.1",
      "No socket here takes datagrams on this port from such a sender: the sender is told.",
    );
    turn.note({ kind: "discarded", host, id: packet, why });
    turn.send(host, unreachable("port", datagram), why);
    return;
  }
  const charge = bufferCharge(datagram.data.length, familyOf(datagram.to.address));
  const taken = socket.queue.reduce((sum, queued) => sum + queued.charge, 0);
  if (taken > 0 && taken + charge > socket.options.receiveBuffer) {
    turn.put(host, { ...socket, drops: socket.drops + 1 });
    const why = because(
      "socket(7), SO_RCVBUF",
      "The receive buffer is full: the datagram is lost.",
    );
    turn.note({ kind: "dropped", host, socket: socket.id, what: "datagram", why });
    return;
  }
  const queued = { from: datagram.from, data: datagram.data, charge };
  turn.put(host, { ...socket, queue: [...socket.queue, queued] });
  const why = because("RFC 768", "The port says which socket it is for.");
  turn.note({ kind: "queued", host, socket: socket.id, what: "datagram", why });
  turn.wake(host, socket.id, why);
}

/** Only a connected socket knows that the error is about what it sent (RFC 1122 §4.1.3.3; udp(7)). */
export function icmpErrorToDatagram(
  turn: Turn,
  host: HostName,
  message: IcmpMessage,
  quoted: UdpDatagram,
): void {
  const socket = findDatagramSocket(turn.host(host), quoted.from, quoted.to);
  const fault = faultOf(message);
  if (socket === undefined || socket.peer === null || fault === null || !fault.isHard) return;
  turn.put(host, { ...socket, error: fault.errno });
  turn.wake(host, socket.id, because("udp(7)", "An ICMP error came for this socket's peer."));
}
