/** The state diagram in words, for those who do not see it and for those who would rather read. */
import type { TcpState } from "#net/tcp-state";
import { TCP_TRANSITIONS, type TcpTransition, type TransitionId } from "#net/tcp-transitions";

/** Who is in which state. */
export interface DiagramPosition {
  /** A word or two that stand in the state's box: "client". */
  readonly label: string;
  readonly state: TcpState;
}

/** "client: TIME-WAIT; server: CLOSED." Empty where nobody is anywhere. */
export function describePositions(positions: readonly DiagramPosition[]): string {
  if (positions.length === 0) return "";
  return `${positions.map(({ label, state }) => `${label}: ${state}`).join("; ")}.`;
}

/** "LISTEN to SYN-RECEIVED: TCP receives SYN and sends SYN,ACK." */
export function describeTransition({ from, to, event, action, usual }: TcpTransition): string {
  const isTcps = !/OPEN|SEND|CLOSE/.test(event);
  const then = isTcps ? " and " : ", and TCP ";
  const done = action === null ? "" : then + action.split(", ").map(actionWords).join(" and ");
  const end = usual === null ? "" : ` The usual way of a ${usual}.`;
  return `${from} to ${to}: ${eventWords(event)}${done}.${end}`;
}

/** The ways already gone, in the order given: "CLOSED to SYN-SENT, SYN-SENT to ESTABLISHED." */
export function describeVisited(visited: readonly TransitionId[]): string {
  const ways = visited.flatMap((id) => TCP_TRANSITIONS.filter((each) => each.id === id));
  if (ways.length === 0) return "";
  return `Gone so far: ${ways.map(({ from, to }) => `${from} to ${to}`).join(", ")}.`;
}

/** What RFC 9293 says below its figure. */
export const FIGURE_NOTES = [
  "From SYN-RECEIVED a reset leads back to LISTEN only if the connection came from there.",
  "One segment may bring the other side's FIN and the acknowledgement of one's own: then FIN-WAIT-1 leads straight to TIME-WAIT.",
  "A reset may end a connection in any state. The figure leaves those ways out, so that it stays readable.",
] as const;

const CALLS: Readonly<Record<string, string>> = {
  "passive OPEN": "the program asks to wait for a connection (passive OPEN)",
  "active OPEN": "the program asks for a connection (active OPEN)",
  SEND: "the program sends data after all (SEND)",
  CLOSE: "the program closes the connection (CLOSE)",
  "Timeout=2MSL": "TCP has waited for twice the longest life of a segment (2 MSL)",
};

function eventWords(event: string): string {
  return CALLS[event] ?? event.replace(/^rcv /, "TCP receives ");
}

function actionWords(action: string): string {
  switch (action) {
    case "create TCB":
      return "begins a record of it (TCB)";
    case "delete TCB":
      return "drops its record of it (TCB)";
    default:
      return action.replace(/^snd /, "sends ");
  }
}
