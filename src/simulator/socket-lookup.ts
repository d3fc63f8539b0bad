/**
 * Which socket a packet is for, as Linux finds it: a connection by its four numbers, then a listener on the very
 * address, then one on every address; an IPv6 socket without IPV6_V6ONLY takes IPv4 as well. Sockets that share a port
 * by SO_REUSEPORT take turns by a hash of the four numbers (inet_lookup_listener and udp4_lib_lookup2 of Linux).
 * Model: keys of text for what packets look for, kept up to date by Turn.put and Turn.drop.
 */
import * as intTable from "./int-table.ts";
import type { IpAddress, PacketEnd } from "./packet.ts";
import * as textMap from "./text-map.ts";
import { familyOf, serves } from "./wire-address.ts";
import type { DatagramSocket, Host, Socket, SocketId, StreamSocket } from "./world.ts";

export function connectionKey(local: PacketEnd, peer: PacketEnd): string {
  return `${local.address} ${local.port} ${peer.address} ${peer.port}`;
}

/** Under what packets find this socket; null for none. */
export function lookupKey(socket: Socket): string | null {
  switch (socket.type) {
    case "stream":
      if (socket.listener !== null) return `listen ${socket.local.port}`;
      if (socket.peer === null || socket.local.address === "*" || socket.local.port === 0)
        return null;
      return connectionKey({ ...socket.local, address: socket.local.address }, socket.peer);
    case "dgram":
      return socket.local.port === 0 ? null : `udp ${socket.local.port}`;
    case "raw":
      return `raw ${socket.protocol}`;
  }
}

export function idsUnder(host: Host, key: string): readonly SocketId[] {
  return textMap.get(host.lookup, key) ?? [];
}

export function socketsUnder(host: Host, key: string): readonly Socket[] {
  return idsUnder(host, key).flatMap((id) => intTable.get(host.sockets, id) ?? []);
}

/** The connection that has exactly these ends, whatever its state. */
export function findConnection(
  host: Host,
  local: PacketEnd,
  peer: PacketEnd,
): StreamSocket | undefined {
  return socketsUnder(host, connectionKey(local, peer)).find((socket) => socket.type === "stream");
}

/** The listener that takes a SYN to `local`. */
export function findListener(
  host: Host,
  local: PacketEnd,
  peer: PacketEnd,
): StreamSocket | undefined {
  const listeners = socketsUnder(host, `listen ${local.port}`).filter(
    (socket): socket is StreamSocket => socket.type === "stream",
  );
  return best(listeners, local, peer, (socket) => score(socket, local.address));
}

/** The socket that takes a datagram from `peer` to `local`. */
export function findDatagramSocket(
  host: Host,
  local: PacketEnd,
  peer: PacketEnd,
): DatagramSocket | undefined {
  const sockets = socketsUnder(host, `udp ${local.port}`).filter(
    (socket): socket is DatagramSocket => socket.type === "dgram",
  );
  return best(sockets, local, peer, (socket) => {
    const points = score(socket, local.address);
    if (points === null || socket.peer === null) return points;
    const isFromPeer = socket.peer.address === peer.address && socket.peer.port === peer.port;
    return isFromPeer ? points + 8 : null;
  });
}

/** Null where the packet cannot be for it. A socket of the packet's own family goes before one of dual stack. */
function score(socket: Socket, address: IpAddress): number | null {
  const family = familyOf(address);
  if (!serves(socket, family)) return null;
  if (socket.local.address !== "*" && socket.local.address !== address) return null;
  return (socket.local.address === "*" ? 0 : 2) + (socket.domain === family ? 1 : 0);
}

function best<Kind extends Socket>(
  sockets: readonly Kind[],
  local: PacketEnd,
  peer: PacketEnd,
  scoreOf: (socket: Kind) => number | null,
): Kind | undefined {
  let most = -1;
  let winners: Kind[] = [];
  for (const socket of sockets) {
    const points = scoreOf(socket);
    if (points === null || points < most) continue;
    winners = points > most ? [socket] : [...winners, socket];
    most = points;
  }
  const group = winners.filter((socket) => socket.options.reusePort);
  if (group.length < 2 || winners[0]?.options.reusePort !== true) return winners.at(-1);
  return group[hashOfEnds(local, peer) % group.length];
}

/** FNV-1a, mixed: any spread will do, but always the same. Linux keys its own hash at every start. */
export function hashOfEnds(local: PacketEnd, peer: PacketEnd): number {
  let value = 0x81_1c_9d_c5;
  const text = connectionKey(local, peer);
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85_eb_ca_6b);
  return (value ^ (value >>> 13)) >>> 0;
}
