/**
 * Raw sockets (raw(7)): a copy of every packet of one protocol, with its IP header on IPv4; what they send goes out as it
 * is. They watch: TCP and UDP take in the same packets and answer them. Left out: IP_HDRINCL, ICMP_FILTER.
 */
import { wayTo } from "./bind.ts";
import { bufferCharge } from "./buffer-charge.ts";
import type { SocketAddress } from "./calls.ts";
import { PROTOCOL_NUMBER, ipBytes } from "./ip-bytes.ts";
import { type Packet, addressesOf } from "./packet.ts";
import { rawPayload } from "./raw-payload.ts";
import { because } from "./reason.ts";
import { socketsUnder } from "./socket-lookup.ts";
import type { Turn } from "./turn.ts";
import { type CallOutcome, type Receiving, done, failed } from "./waiting.ts";
import { endAsSeenBy, familyOf } from "./wire-address.ts";
import type { Host, HostName, RawSocket, SocketId } from "./world.ts";

const IPV6_HEADER = 40;

export function rawSocket(turn: Turn, host: HostName, id: SocketId): RawSocket {
  const socket = turn.socket(host, id);
  if (socket?.type !== "raw") throw new Error(`Socket ${id} of ${host} is no raw socket`);
  return socket;
}

/** The raw sockets that get a copy of the packet. */
export function rawSocketsFor(host: Host, packet: Packet): readonly RawSocket[] {
  const { from, to } = addressesOf(packet);
  return socketsUnder(host, `raw ${protocolOf(packet)}`).filter(
    (socket): socket is RawSocket =>
      socket.type === "raw" &&
      socket.domain === familyOf(to) &&
      (socket.local.address === "*" || socket.local.address === to) &&
      (socket.peer === null || socket.peer.address === from),
  );
}

/** Whether any socket took a copy. */
export function copyToRawSockets(turn: Turn, host: HostName, packet: Packet): boolean {
  const sockets = rawSocketsFor(turn.host(host), packet);
  for (const socket of sockets) queue(turn, host, socket, packet);
  return sockets.length > 0;
}

function queue(turn: Turn, host: HostName, socket: RawSocket, packet: Packet): void {
  const taken = queuedBytes(socket);
  if (taken > 0 && taken + chargeOf(packet) > socket.options.receiveBuffer) {
    turn.put(host, { ...socket, drops: socket.drops + 1 });
    const why = because("socket(7), SO_RCVBUF", "The receive buffer is full: the copy is lost.");
    turn.note({ kind: "dropped", host, socket: socket.id, what: "datagram", why });
    return;
  }
  turn.put(host, { ...socket, queue: [...socket.queue, packet] });
  const why = because("raw(7)", "Every raw socket of the protocol gets a copy.");
  turn.note({ kind: "queued", host, socket: socket.id, what: "datagram", why });
  turn.wake(host, socket.id, why);
}

/** What the queue takes of the buffer; an estimate, for nobody measured it. */
export function queuedBytes({ queue }: RawSocket): number {
  return queue.reduce((sum, packet) => sum + chargeOf(packet), 0);
}

function chargeOf(packet: Packet): number {
  return bufferCharge(ipBytes(packet).length, familyOf(addressesOf(packet).to));
}

export function receiveRaw(
  turn: Turn,
  host: HostName,
  id: SocketId,
  { size, withSender, peek }: Receiving,
): CallOutcome {
  const socket = rawSocket(turn, host, id);
  const [packet, ...rest] = socket.queue;
  if (packet === undefined)
    return { kind: "wait", why: because("recv(2)", "No packet of the protocol came.") };
  if (!peek) turn.put(host, { ...socket, queue: rest });
  const bytes = ipBytes(packet).subarray(socket.domain === 4 ? 0 : IPV6_HEADER);
  const data = Array.from(bytes.subarray(0, size), (byte) => String.fromCharCode(byte)).join("");
  const from = { address: addressesOf(packet).from, port: 0 };
  return done(
    withSender ? { data, from, cut: bytes.length - data.length } : data,
    because("raw(7)", "On IPv4 the packet comes with its IP header."),
  );
}

export function sendRaw(
  turn: Turn,
  host: HostName,
  id: SocketId,
  data: string,
  to: SocketAddress | null,
): CallOutcome {
  const socket = rawSocket(turn, host, id);
  const destination = to ?? (socket.peer === null ? null : endAsSeenBy(socket.domain, socket.peer));
  if (destination === null)
    return failed(
      "EDESTADDRREQ",
      because("send(2)", "The socket has no peer, and none was named."),
    );
  const way = wayTo(turn, host, socket, destination);
  if (way.kind === "failed") return failed(way.errno, way.why);
  const packet = rawPayload(socket.protocol, way.source, way.peer.address, data);
  turn.send(host, packet, because("raw(7)", "The program made all but the IP header."), {
    socket: id,
  });
  return done(data.length, because("raw(7)", "It is sent as the program made it."));
}

/** The peer's address alone counts. */
export function connectRaw(
  turn: Turn,
  host: HostName,
  id: SocketId,
  to: SocketAddress | null,
): CallOutcome {
  const socket = rawSocket(turn, host, id);
  const why = because("raw(7), connect(2)", "Only packets from this address are for it now.");
  if (to === null) {
    turn.put(host, { ...socket, peer: null });
    return done(null, why);
  }
  const way = wayTo(turn, host, socket, to);
  if (way.kind === "failed") return failed(way.errno, way.why);
  turn.put(host, { ...socket, peer: way.peer });
  return done(null, why);
}

export function protocolOf(packet: Packet): number {
  switch (packet.kind) {
    case "tcp":
    case "udp":
      return PROTOCOL_NUMBER[packet.kind];
    case "icmp":
      return familyOf(packet.to) === 4 ? PROTOCOL_NUMBER.icmp : PROTOCOL_NUMBER.icmpv6;
    case "raw":
      return packet.protocol;
  }
}
