/**
 * What the two queues mean in a row's own terms. On a listener Linux counts connections there and the BSDs
 * keep zeros; elsewhere Linux counts sequence numbers, and SYN and FIN take one each (RFC 9293 §3.4;
 * recorded on Linux 6.18). Of the BSDs: netstat(1) of FreeBSD and macOS, -L.
 */
import type { TcpState } from "#net/tcp-state";
import type { Row } from "./listing.ts";

const OF_LINUX: ReadonlySet<Row["dialect"]> = new Set(["ss", "net-tools", "busybox", "proc-net"]);
/** Their netstat has -L for the queues of listeners. */
const WITH_LISTEN_QUEUES: ReadonlySet<Row["dialect"]> = new Set([
  "macos-netstat",
  "freebsd-netstat",
]);

export function receiveQueueMeaning({ entry, dialect }: Row): string {
  const count = entry.recvQ ?? 0;
  if (entry.state === "LISTEN") {
    if (dialect === "ss")
      return `On a listener ss counts connections here: ${count} ${count === 1 ? "is" : "are"} open and not yet accepted by the program.`;
    if (OF_LINUX.has(dialect))
      return `On a listener this counts connections that are open and not yet accepted by the program: ${count}.`;
    if (count === 0) return onListener("receives", dialect);
  }
  if (count === 0) return "Bytes that arrived and the program has not read: none.";
  const hasFin = OF_LINUX.has(dialect) && PEER_CLOSED.has(entry.state);
  const fin = hasFin ? " The peer's FIN counts as one." : "";
  return `Bytes that arrived and the program has not read yet: ${count}.${fin} A number that stays means the program does not keep up.`;
}

const PEER_CLOSED: ReadonlySet<TcpState | null> = new Set(["CLOSE-WAIT", "CLOSING", "LAST-ACK"]);
const SELF_CLOSED: ReadonlySet<TcpState | null> = new Set(["FIN-WAIT-1", "CLOSING", "LAST-ACK"]);

export function sendQueueMeaning({ entry, dialect }: Row): string {
  const count = entry.sendQ ?? 0;
  if (entry.state === "LISTEN") {
    if (dialect === "ss")
      return `On a listener ss prints the limit here: at most ${count} connections may wait to be accepted (listen(2)).`;
    if (OF_LINUX.has(dialect))
      return "On a listener 0 stands here. The limit of waiting connections shows only in ss.";
    if (count === 0) return onListener("sends", dialect);
  }
  if (entry.protocol !== "tcp") {
    return `Bytes that the program sent and that have not left the machine yet: ${count === 0 ? "none" : count}.`;
  }
  if (count === 0) return "Bytes sent and not acknowledged by the peer: none.";
  const counted = OF_LINUX.has(dialect) ? flagIn(entry.state) : "";
  return `Bytes sent and not acknowledged by the peer yet: ${count}.${counted} A number that stays means the peer does not read, or does not answer.`;
}

function flagIn(state: TcpState | null): string {
  if (SELF_CLOSED.has(state)) return " The FIN counts as one.";
  return state === "SYN-SENT" ? " The SYN counts as one." : "";
}

function onListener(does: "receives" | "sends", dialect: Row["dialect"]): string {
  const more = WITH_LISTEN_QUEUES.has(dialect)
    ? " How many connections wait to be accepted shows with netstat -L."
    : "";
  return `A listener itself ${does} no data, so 0 stands here.${more}`;
}
