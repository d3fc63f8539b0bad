/**
 * A packet comes to a host, as Linux takes it in: is the address this host's, does the filter let it pass, a copy for
 * every raw socket that wants such packets, and then the one socket that it is for.
 */
import { passes } from "./filters.ts";
import { answerEcho, isEchoRequest } from "./icmp.ts";
import { type IcmpMessage, type Packet, type TcpSegment, addressesOf } from "./packet.ts";
import { copyToRawSockets } from "./raw-sockets.ts";
import { because } from "./reason.ts";
import { isOwn } from "./routing.ts";
import { findConnection, findListener } from "./socket-lookup.ts";
import { tcpError } from "./tcp-icmp.ts";
import { type SegmentTarget, segmentArrives } from "./tcp-input.ts";
import type { Turn } from "./turn.ts";
import { datagramArrives, icmpErrorToDatagram } from "./udp.ts";
import { unreachable } from "./icmp.ts";
import type { Flight, Host, HostName } from "./world.ts";

export function arrive(turn: Turn, { id, packet, from, to }: Flight): void {
  if (to === null) return tellUnreachable(turn, from, packet);
  if (!turn.host(to).isUp) {
    const why = because("the wire", "The host is switched off: nobody takes the packet in.");
    return turn.note({ kind: "lost", id, why });
  }
  turn.note({ kind: "arrived", host: to, id, packet });
  if (!isOwn(turn.host(to), addressesOf(packet).to)) {
    const why = because("RFC 1122 §3.2.1.3", "The packet is for an address this host has not.");
    return turn.note({ kind: "discarded", host: to, id, why });
  }
  if (!passes(turn, to, id, packet)) return;
  const wasCopied = copyToRawSockets(turn, to, packet);
  switch (packet.kind) {
    case "tcp":
      return segmentArrives(turn, to, targetOf(turn.host(to), packet), packet);
    case "udp":
      return datagramArrives(turn, to, id, packet);
    case "icmp":
      return icmpArrives(turn, to, packet);
    case "raw":
      if (!wasCopied) {
        const why = because("RFC 1122 §3.2.2.1", "Nothing here speaks the packet's protocol.");
        turn.note({ kind: "discarded", host: to, id, why });
      }
  }
}

/** The connection with these four numbers, else the listener that would take a new one. */
function targetOf(host: Host, { from, to }: TcpSegment): SegmentTarget {
  const connection = findConnection(host, to, from);
  if (connection !== undefined) return { kind: "connection", socket: connection.id };
  const listener = findListener(host, to, from);
  return listener === undefined ? { kind: "none" } : { kind: "listener", socket: listener.id };
}

function icmpArrives(turn: Turn, host: HostName, message: IcmpMessage): void {
  if (isEchoRequest(message)) return answerEcho(turn, host, message);
  const { quoted } = message;
  if (quoted === null) return;
  if (quoted.kind === "udp") return icmpErrorToDatagram(turn, host, message, quoted);
  const connection = findConnection(turn.host(host), quoted.from, quoted.to);
  if (connection !== undefined) tcpError(turn, host, connection.id, message);
}

/** The neighbour did not answer: the sender's own system tells its sockets, and nothing goes over the wire. */
function tellUnreachable(turn: Turn, host: HostName, packet: Packet): void {
  if (packet.kind !== "tcp" && packet.kind !== "udp") return;
  icmpArrives(turn, host, unreachable("host", packet, packet.from.address));
}
