/**
 * What a row's state means, in the words its own tool uses: a state's name, a number of Linux's kernel,
 * a word that RFC 9293 does not know (Bound, Idle). Sources: RFC 9293 §3.3.2, udp(7), netstat(1M) of Solaris,
 * Linux's net/tcp_states.h.
 */
import type { TcpState } from "#net/tcp-state";
import type { Row } from "./listing.ts";
import { isBound } from "./role.ts";

const STATE_MEANINGS: Readonly<Record<TcpState, string>> = {
  LISTEN: "It waits for connections from anyone.",
  "SYN-SENT": "It asked for a connection and waits for the answer.",
  "SYN-RECEIVED":
    "It was asked for a connection, answered, and waits for the peer's acknowledgement.",
  ESTABLISHED: "The connection is open: data can flow both ways.",
  "FIN-WAIT-1": "This side closed; its FIN is not acknowledged yet.",
  "FIN-WAIT-2": "This side closed, and the peer acknowledged. The peer may still send.",
  "CLOSE-WAIT": "The peer closed. The connection waits for the program here to close too.",
  CLOSING: "Both sides closed at once; the peer's acknowledgement is missing.",
  "LAST-ACK": "Both sides closed, the peer first; the last acknowledgement is missing.",
  "TIME-WAIT":
    "All is over. The side that closed first waits, so that late segments cannot harm a new connection. It tells who closed first, not who was the client.",
  CLOSED: "No connection.",
};

export function stateMeaning(row: Row, text: string): string {
  const { entry, dialect } = row;
  if (entry.protocol !== "tcp") return stateWithoutTcp(row, text);
  if (isBound(text)) {
    const whose = dialect === "solaris-netstat" ? "Solaris's" : "Windows's";
    return `The socket holds its port, and neither listens nor is connected. The word is ${whose} own: RFC 9293 has no such state.`;
  }
  if (entry.state === null) {
    return dialect === "solaris-netstat" && /^idle$/i.test(text)
      ? "The socket was opened and has no port yet. The word is Solaris's own: RFC 9293 has no such state."
      : `“${text}” is no state of TCP that this reader knows.`;
  }
  return STATE_MEANINGS[entry.state] + nameInRfc(row, entry.state, text);
}

/** Nothing where the tool's word differs in capitals and joints alone. */
function nameInRfc({ dialect }: Row, state: TcpState, text: string): string {
  if (dialect === "proc-net") return ` ${text} is the number of ${state} in Linux's kernel.`;
  return text.toUpperCase().replaceAll("_", "-") === state
    ? ""
    : ` RFC 9293 calls the state ${state}.`;
}

function stateWithoutTcp({ entry: { protocol, state }, dialect }: Row, text: string): string {
  const isNumber = /^[\da-f]{1,2}$/i.test(text);
  if (dialect === "solaris-netstat" && /^idle$/i.test(text))
    return "The socket has a port and no peer: it takes what comes from anyone.";
  if (dialect === "solaris-netstat" && /^unbound$/i.test(text))
    return "The socket was opened and has no port yet.";
  if (state === "ESTABLISHED")
    return "UDP has no connections: this says that the program has set one peer, and takes datagrams from that one only (udp(7)).";
  if (state !== null && (protocol === "udp" || protocol === "udplite"))
    return `${text} is a word for a state of TCP. UDP has no connections, so a UDP socket has no such state.`;
  if (/^UNCONN$/i.test(text))
    return "Unconnected: the program has set no peer, and takes what comes from anyone.";
  if (dialect === "proc-net" && text === "07" && protocol === "udp")
    return "07 says that the program has set no peer: the socket takes what comes from anyone.";
  if (protocol !== "raw" && state === null && !isNumber)
    return `“${text}” is no state that this reader knows.`;
  return "The kernel's number for the socket's state. It means little for this protocol.";
}
