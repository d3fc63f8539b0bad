/**
 * The words tools print for TCP's states, each to its RFC 9293 §3.3.2 name. One list serves all English
 * listings: pastes are mixed and edited, and no word means two things. How a tool spells a state when
 * it prints stands in its dialect.
 */
import type { TcpState } from "#net/tcp-state";

const STATES: ReadonlyMap<string, TcpState> = new Map([
  ["LISTEN", "LISTEN"],
  ["LISTENING", "LISTEN"],
  ["SYN-SENT", "SYN-SENT"],
  ["SYN-RECV", "SYN-RECEIVED"],
  ["SYN-RCVD", "SYN-RECEIVED"],
  ["SYN-RECEIVED", "SYN-RECEIVED"],
  ["NEW-SYN-RECV", "SYN-RECEIVED"],
  ["ESTAB", "ESTABLISHED"],
  ["ESTABLISHED", "ESTABLISHED"],
  ["FIN-WAIT1", "FIN-WAIT-1"],
  ["FIN-WAIT-1", "FIN-WAIT-1"],
  ["FIN-WAIT2", "FIN-WAIT-2"],
  ["FIN-WAIT-2", "FIN-WAIT-2"],
  ["CLOSE-WAIT", "CLOSE-WAIT"],
  ["CLOSING", "CLOSING"],
  ["LAST-ACK", "LAST-ACK"],
  ["TIME-WAIT", "TIME-WAIT"],
  ["CLOSE", "CLOSED"],
  ["CLOSED", "CLOSED"],
]);

/** Null for a word that is no state's name. "_" and "-" are the same, and so are capitals and small letters. */
export function stateOfWord(word: string | null): TcpState | null {
  if (word === null || word.length > 12) return null;
  return STATES.get(word) ?? STATES.get(word.toUpperCase().replaceAll("_", "-")) ?? null;
}
