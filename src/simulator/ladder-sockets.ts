/** The sockets at a packet's two ends: the sender's, and whichever the packet finds when it arrives (socket-lookup.ts). */
import type { LadderArrow } from "./ladder.ts";
import type { Packet } from "./packet.ts";
import { findConnection, findDatagramSocket, findListener } from "./socket-lookup.ts";
import { type PacketStory, type Timeline, worldAt } from "./timeline.ts";
import type { Host, SocketId } from "./world.ts";

export function ladderSockets(
  timeline: Timeline,
  { packet, from, to, socket, end }: PacketStory,
): LadderArrow["sockets"] {
  const sender = from === null || socket === null ? [] : [{ host: from, socket }];
  if (to === null || end.kind === "open" || end.kind === "lost") return sender;
  // A new connection's socket is there only after the SYN that made it.
  const worlds = [worldAt(timeline, end.in + 1), worldAt(timeline, end.in)];
  for (const world of worlds) {
    const host = world.hosts[to];
    const found = host === undefined ? undefined : receiverOf(host, packet);
    if (found !== undefined) return [...sender, { host: to, socket: found }];
  }
  return sender;
}

function receiverOf(host: Host, packet: Packet): SocketId | undefined {
  switch (packet.kind) {
    case "tcp":
      return (
        findConnection(host, packet.to, packet.from) ?? findListener(host, packet.to, packet.from)
      )?.id;
    case "udp":
      return findDatagramSocket(host, packet.to, packet.from)?.id;
    case "icmp":
    case "raw":
      return undefined;
  }
}
