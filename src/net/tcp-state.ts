/**
 * The eleven states of a TCP connection, by RFC 9293 §3.3.2's own names and in its order.
 * A tool's spelling (LISTENING, ESTAB, FIN_WAIT1) belongs to that tool's dialect, never here.
 */
export const TCP_STATES = [
  "LISTEN",
  "SYN-SENT",
  "SYN-RECEIVED",
  "ESTABLISHED",
  "FIN-WAIT-1",
  "FIN-WAIT-2",
  "CLOSE-WAIT",
  "CLOSING",
  "LAST-ACK",
  "TIME-WAIT",
  "CLOSED",
] as const;

export type TcpState = (typeof TCP_STATES)[number];

/** The five phases the course colours states by; each also has a shape and a word. */
export type StatePhase = "listening" | "opening" | "established" | "closing" | "closed";

const PHASES: Record<TcpState, StatePhase> = {
  LISTEN: "listening",
  "SYN-SENT": "opening",
  "SYN-RECEIVED": "opening",
  ESTABLISHED: "established",
  "FIN-WAIT-1": "closing",
  "FIN-WAIT-2": "closing",
  "CLOSE-WAIT": "closing",
  CLOSING: "closing",
  "LAST-ACK": "closing",
  "TIME-WAIT": "closing",
  CLOSED: "closed",
};

export function phaseOf(state: TcpState): StatePhase {
  return PHASES[state];
}
