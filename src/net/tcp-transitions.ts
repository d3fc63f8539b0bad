/**
 * How a TCP connection goes from one state to the next: the twenty transitions of RFC 9293 §3.3.2,
 * Figure 5, in the figure's own words. As there, resets are left out but for the one that sends a
 * server back to LISTEN, and so is the way from FIN-WAIT-1 to TIME-WAIT when one segment brings both
 * the FIN and the acknowledgement (note 2).
 * Which end usually goes where is no part of the figure: textbooks draw it in.
 */
import type { Source } from "./source.ts";
import type { TcpState } from "./tcp-state.ts";

/** Here the client opens and is the first to close. Whoever closes first takes that way, client or server. */
export type UsualEnd = "client" | "server";

/** From, to, event, action, usual end. Each pair of states stands here once. */
type FigureRow = readonly [TcpState, TcpState, string, string | null, UsualEnd | null];

const FIGURE_5 = [
  ["CLOSED", "LISTEN", "passive OPEN", "create TCB", "server"],
  ["CLOSED", "SYN-SENT", "active OPEN", "create TCB, snd SYN", "client"],
  ["LISTEN", "CLOSED", "CLOSE", "delete TCB", null],
  ["LISTEN", "SYN-RECEIVED", "rcv SYN", "snd SYN,ACK", "server"],
  ["LISTEN", "SYN-SENT", "SEND", "snd SYN", null],
  ["SYN-SENT", "CLOSED", "CLOSE", "delete TCB", null],
  ["SYN-SENT", "SYN-RECEIVED", "rcv SYN", "snd SYN,ACK", null],
  ["SYN-SENT", "ESTABLISHED", "rcv SYN,ACK", "snd ACK", "client"],
  ["SYN-RECEIVED", "LISTEN", "rcv RST", null, null],
  ["SYN-RECEIVED", "ESTABLISHED", "rcv ACK of SYN", null, "server"],
  ["SYN-RECEIVED", "FIN-WAIT-1", "CLOSE", "snd FIN", null],
  ["ESTABLISHED", "FIN-WAIT-1", "CLOSE", "snd FIN", "client"],
  ["ESTABLISHED", "CLOSE-WAIT", "rcv FIN", "snd ACK", "server"],
  ["FIN-WAIT-1", "FIN-WAIT-2", "rcv ACK of FIN", null, "client"],
  ["FIN-WAIT-1", "CLOSING", "rcv FIN", "snd ACK", null],
  ["FIN-WAIT-2", "TIME-WAIT", "rcv FIN", "snd ACK", "client"],
  ["CLOSING", "TIME-WAIT", "rcv ACK of FIN", null, null],
  ["TIME-WAIT", "CLOSED", "Timeout=2MSL", "delete TCB", "client"],
  ["CLOSE-WAIT", "LAST-ACK", "CLOSE", "snd FIN", "server"],
  ["LAST-ACK", "CLOSED", "rcv ACK of FIN", null, "server"],
] as const satisfies readonly FigureRow[];

type IdOf<R> = R extends readonly [infer From extends string, infer To extends string, ...unknown[]]
  ? `${From}>${To}`
  : never;

/** "LISTEN>SYN-RECEIVED" */
export type TransitionId = IdOf<(typeof FIGURE_5)[number]>;

export interface TcpTransition {
  readonly id: TransitionId;
  readonly from: TcpState;
  readonly to: TcpState;
  /** A call by the program (OPEN, SEND, CLOSE), a segment received (rcv), or a timeout. */
  readonly event: string;
  /** What TCP does then; null where the figure prints "x". A TCB is TCP's record of one connection. */
  readonly action: string | null;
  /** The end that usually goes this way; null for the rarer ways. */
  readonly usual: UsualEnd | null;
}

export const TCP_TRANSITIONS: readonly TcpTransition[] = FIGURE_5.map(
  ([from, to, event, action, usual]) => ({
    id: `${from}>${to}` as TransitionId,
    from,
    to,
    event,
    action,
    usual,
  }),
);

export const TCP_TRANSITIONS_SOURCE: Source = {
  title: "RFC 9293 §3.3.2, Figure 5",
  url: "https://www.rfc-editor.org/rfc/rfc9293.html#section-3.3.2",
};

/** The figure's transition between two states, or null where it draws none. */
export function transitionBetween(from: TcpState, to: TcpState): TcpTransition | null {
  return TCP_TRANSITIONS.find((each) => each.from === from && each.to === to) ?? null;
}

/** In the figure's order. */
export function transitionsFrom(state: TcpState): readonly TcpTransition[] {
  return TCP_TRANSITIONS.filter(({ from }) => from === state);
}
