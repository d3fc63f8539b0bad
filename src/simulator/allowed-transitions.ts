/**
 * Which state a connection may go to from which: the figure's ways (RFC 9293 §3.3.2, Figure 5), and those that the
 * figure leaves out for want of room. Written apart from the machine that goes these ways, so that each can be held
 * against the other.
 */
import type { TcpState } from "#net/tcp-state";
import { TCP_TRANSITIONS } from "#net/tcp-transitions";

export interface AllowedTransition {
  readonly from: TcpState;
  readonly to: TcpState;
  /** What the rule is, where the figure has none. */
  readonly rule: string;
}

/** A reset, an abort or giving up ends a connection from any state that has one. */
const ENDING: readonly TcpState[] = [
  "SYN-SENT",
  "SYN-RECEIVED",
  "ESTABLISHED",
  "FIN-WAIT-1",
  "FIN-WAIT-2",
  "CLOSE-WAIT",
  "CLOSING",
  "LAST-ACK",
];

export const ALLOWED_TRANSITIONS: readonly AllowedTransition[] = [
  ...TCP_TRANSITIONS.map(({ from, to }) => ({ from, to, rule: "RFC 9293 §3.3.2, Figure 5" })),
  ...ENDING.map((from) => ({
    from,
    to: "CLOSED" as const,
    rule: "RFC 9293 §3.10.7.4, second check; §3.10.5; §3.8.3",
  })),
  { from: "FIN-WAIT-1", to: "TIME-WAIT", rule: "RFC 9293 §3.3.2, note 2" },
  // On the sockets interface a listener stays, and each connection is a socket of its own.
  { from: "CLOSED", to: "SYN-RECEIVED", rule: "accept(2): a new socket for each connection" },
  { from: "CLOSED", to: "ESTABLISHED", rule: "RFC 4987 §3.6: a SYN cookie that comes back" },
  { from: "TIME-WAIT", to: "SYN-RECEIVED", rule: "RFC 9293 §3.6.1: a new SYN may reopen it" },
  { from: "SYN-RECEIVED", to: "CLOSE-WAIT", rule: "RFC 9293 §3.10.7.4: the ACK brings the FIN" },
];

const KEYS = new Set(ALLOWED_TRANSITIONS.map(({ from, to }) => `${from}>${to}`));

export function isAllowed(from: TcpState, to: TcpState): boolean {
  return KEYS.has(`${from}>${to}`);
}
