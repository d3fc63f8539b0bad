/**
 * Why a line that looks like a socket's row could not be read, as a number while lines are read and
 * as a sentence when a person asks.
 */
import { ENDPOINT } from "./endpoint-text.ts";

/** The reader's answer when the row was read, and when the line is no row of its dialect. */
export const READ = 0;
export const NOT_MINE = -1;

const REASONS = [
  "",
  "The row ends before the queues.",
  "The row ends before the local address.",
  "The row ends before the foreign address.",
  "The row ends before the state. Every TCP row has one.",
  "A number belongs where the queues are: how many bytes or connections wait.",
  "What stands after the foreign address is no state, and a TCP row needs one.",
  "The number of the process (PID) is not a whole number.",
  "The row ends before its addresses: the NAME column is missing.",
  "The row ends inside its state: the closing bracket is missing.",
  "The local address ends before its port.",
  "The local address is neither an IPv4 address, an IPv6 address, a name nor *.",
  "The local port is neither a number, a service's name nor *.",
  "The local port is above 65535. A port has 16 bits, so there is no such port.",
  "The local port is joined to the address with a dot, as macOS and the BSDs write it, but the rest of the row is another tool's.",
  "The foreign address ends before its port.",
  "The foreign address is neither an IPv4 address, an IPv6 address, a name nor *.",
  "The foreign port is neither a number, a service's name nor *.",
  "The foreign port is above 65535. A port has 16 bits, so there is no such port.",
  "The foreign port is joined to the address with a dot, as macOS and the BSDs write it, but the rest of the row is another tool's.",
  "You said which tool printed this part, and that tool prints no such row.",
] as const;

export const WHY = {
  endsBeforeQueues: 1,
  endsBeforeLocal: 2,
  endsBeforePeer: 3,
  endsBeforeState: 4,
  badQueue: 5,
  badState: 6,
  badPid: 7,
  endsBeforeName: 8,
  endsInState: 9,
  notNamed: 20,
} as const;

const FIRST_LOCAL = 10;
const FIRST_PEER = 15;

/** The reason for a fault in an endpoint's text, by the side of the row it stands on. */
export function whyEndpoint(fault: number, side: "local" | "peer"): number {
  return fault - ENDPOINT.noPort + (side === "local" ? FIRST_LOCAL : FIRST_PEER);
}

/** Whether the row was taken for this tool's by its beginning alone: then another tool's reason says more. */
export function isAnothers(why: number): boolean {
  const dotted = ENDPOINT.dottedPort - ENDPOINT.noPort;
  return why === FIRST_LOCAL + dotted || why === FIRST_PEER + dotted;
}

/** Whether the row ends before it is whole: the rest may stand on the next line. */
export function isEarlyEnd(why: number): boolean {
  return (
    (why >= WHY.endsBeforeQueues && why <= WHY.endsBeforeState) ||
    why === WHY.endsBeforeName ||
    why === WHY.endsInState ||
    why === FIRST_LOCAL ||
    why === FIRST_PEER
  );
}

export function reason(why: number): string {
  return REASONS[why] ?? "The row cannot be read.";
}
