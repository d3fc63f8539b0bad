/**
 * What the two queues mean in a row's own terms. On a listener they count connections; elsewhere Linux
 * counts sequence numbers, and SYN and FIN take one each (RFC 9293 §3.4; recorded on Linux 6.18).
 */
import type { TcpState } from "#net/tcp-state";
import type { Row } from "./listing.ts";

export function receiveQueueMeaning({ entry, dialect }: Row): string {
  const count = entry.recvQ ?? 0;
  if (entry.state === "LISTEN") {
    return dialect === "ss"
      ? `On a listener ss counts connections here: ${count} ${count === 1 ? "is" : "are"} open and not yet accepted by the program.`
      : `On a listener this counts connections that are open and not yet accepted by the program: ${count}.`;
  }
  if (count === 0) return "Bytes that arrived and the program has not read: none.";
  const fin = PEER_CLOSED.has(entry.state) ? " The peer's FIN counts as one." : "";
  return `Bytes that arrived and the program has not read yet: ${count}.${fin} A number that stays means the program does not keep up.`;
}

const PEER_CLOSED: ReadonlySet<TcpState | null> = new Set(["CLOSE-WAIT", "CLOSING", "LAST-ACK"]);
const SELF_CLOSED: ReadonlySet<TcpState | null> = new Set(["FIN-WAIT-1", "CLOSING", "LAST-ACK"]);

export function sendQueueMeaning({ entry, dialect }: Row): string {
  const count = entry.sendQ ?? 0;
  if (entry.state === "LISTEN") {
    return dialect === "ss"
      ? `On a listener ss prints the limit here: at most ${count} connections may wait to be accepted (listen(2)).`
      : "On a listener netstat prints 0 here. The limit of waiting connections shows only in ss.";
  }
  if (entry.protocol !== "tcp") {
    return `Bytes that the program sent and that have not left the machine yet: ${count === 0 ? "none" : count}.`;
  }
  if (count === 0) return "Bytes sent and not acknowledged by the peer: none.";
  const flag = SELF_CLOSED.has(entry.state) ? "FIN" : entry.state === "SYN-SENT" ? "SYN" : null;
  const counted = flag === null ? "" : ` The ${flag} counts as one.`;
  return `Bytes sent and not acknowledged by the peer yet: ${count}.${counted} A number that stays means the peer does not read, or does not answer.`;
}
