/**
 * ICMP errors about a connection's segments (RFC 9293 §3.9.2.2, RFC 5927). While a connection is being made, Linux
 * believes them and connect() fails; later they are only remembered, and told if the connection times out anyway.
 */
import { faultOf } from "./icmp.ts";
import type { IcmpMessage } from "./packet.ts";
import { because } from "./reason.ts";
import { isBefore, isBeforeOrAt } from "./sequence.ts";
import { Connection } from "./tcp-connection.ts";
import { end } from "./tcp-end.ts";
import type { Turn } from "./turn.ts";
import type { HostName, SocketId } from "./world.ts";

export function tcpError(turn: Turn, host: HostName, id: SocketId, message: IcmpMessage): void {
  const socket = turn.socket(host, id);
  const fault = faultOf(message);
  if (socket?.type !== "stream" || socket.tcb === null || fault === null) return;
  const { quoted } = message;
  if (quoted?.kind !== "tcp") return;
  const connection = new Connection(turn, host, id);
  const { tcb, state, isLinux } = connection;
  const isOfNow = isBeforeOrAt(tcb.sndUna, quoted.seq) && isBefore(quoted.seq, tcb.sndNxt);
  if (!isOfNow) return;
  const isOpening = state === "SYN-SENT" || (state === "SYN-RECEIVED" && tcb.opened === "active");
  if (isOpening && (isLinux || fault.isHard)) {
    const why = because(
      "RFC 9293 §3.9.2.2, Linux",
      "An ICMP error says that the connection cannot be made: it is given up.",
    );
    return end(connection, fault.errno, why);
  }
  if (state === "SYN-RECEIVED") return;
  connection.change({ softError: fault.errno });
}
