/** PowerShell's words for TCP's states. Source: Microsoft, Get-NetTCPConnection, parameter -State. */
import type { TcpState } from "#net/tcp-state";
import type { LineFields } from "../line-fields.ts";

export const POWERSHELL_SPELLING: Readonly<Record<TcpState, string>> = {
  LISTEN: "Listen",
  "SYN-SENT": "SynSent",
  "SYN-RECEIVED": "SynReceived",
  ESTABLISHED: "Established",
  "FIN-WAIT-1": "FinWait1",
  "FIN-WAIT-2": "FinWait2",
  "CLOSE-WAIT": "CloseWait",
  CLOSING: "Closing",
  "LAST-ACK": "LastAck",
  "TIME-WAIT": "TimeWait",
  CLOSED: "Closed",
};

/** A port that is taken, and nothing more; and a connection the system is about to forget. */
export const BOUND = "Bound";
const OWN_WORDS = [BOUND, "DeleteTCB"];

const STATES = new Map(
  (Object.keys(POWERSHELL_SPELLING) as TcpState[]).map((state) => [
    POWERSHELL_SPELLING[state].toLowerCase(),
    state,
  ]),
);

/** Null for a word that is no state of RFC 9293, Bound and DeleteTCB among them. */
export const powershellState = (word: string | null): TcpState | null =>
  word === null ? null : (STATES.get(word.toLowerCase()) ?? null);

const WORDS = [...Object.values(POWERSHELL_SPELLING), ...OWN_WORDS];

/** Whether field `at` is a state. No text is cut out: every row is asked. */
export function isPowershellState(line: LineFields, at: number): boolean {
  if (at >= line.count) return false;
  for (const word of WORDS) if (line.is(at, word)) return true;
  const last = line.text.charCodeAt(line.endOf(at) - 1);
  return (last === 46 || last === 0x20_26) && isCutState(line.textOf(at));
}

/** Establi..., in a column that was too narrow. */
function isCutState(text: string): boolean {
  const begun = /^([A-Z][A-Za-z12]{2,10})(?:\.\.\.|…)$/.exec(text)?.[1];
  return begun !== undefined && WORDS.some((word) => word.startsWith(begun));
}
