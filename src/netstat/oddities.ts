/**
 * What in a row deserves a second look: what cannot be, what an ordinary machine does not print, and
 * what is possible but a sign of trouble. The words for it stand in oddity-words.ts.
 */
import type { SocketEndpoint } from "#net/socket-entry";
import { type AddressPlace, placeOf } from "./address-place.ts";
import type { Evidence } from "./evidence.ts";
import type { Row } from "./listing.ts";
import { type FoundRole, isBound } from "./role.ts";

export type OddityId =
  | "placeholder-address"
  | "impossible-address"
  | "loopback-to-network"
  | "no-listener"
  | "backlog-full"
  | "close-wait"
  | "unanswered"
  | "unknown-state"
  | "address-may-be-cut"
  | "row-may-be-cut";

const NONE: readonly OddityId[] = [];

/** The first says what cannot be, the last what may be cut; each once. */
export function findOddities(row: Row, role: FoundRole, evidence: Evidence): readonly OddityId[] {
  const { local, peer } = row.entry;
  const here = placeOf(local.address);
  const there = peer === null ? null : placeOf(peer.address);
  const found: OddityId[] = [];
  if (here === "placeholder" || there === "placeholder") found.push("placeholder-address");
  if (here === "impossible" || there === "impossible") found.push("impossible-address");
  if (peer !== null && isOutsideLoopback(here, placeOf(peer.address), peer, evidence))
    found.push("loopback-to-network");
  if (isUnserved(row, role, evidence)) found.push("no-listener");
  const ofState = stateOddity(row);
  if (ofState !== null) found.push(ofState);
  for (const field of row.truncated) {
    if (field === "program") continue;
    const id = field.endsWith("Address") ? "address-may-be-cut" : "row-may-be-cut";
    if (!found.includes(id)) found.push(id);
  }
  return found.length === 0 ? NONE : found;
}

/** A loopback address talks to loopback addresses, and to the machine's own; a name may stand for one. */
function isOutsideLoopback(
  here: AddressPlace,
  there: AddressPlace,
  peer: SocketEndpoint,
  evidence: Evidence,
): boolean {
  if (here !== "loopback") return false;
  if (there === "loopback" || there === "name" || there === "any") return false;
  return !evidence.isOwnAddress(peer.address);
}

function isUnserved({ entry }: Row, role: FoundRole, evidence: Evidence): boolean {
  return (
    role.reason === "peer-port-ephemeral" &&
    entry.protocol === "tcp" &&
    entry.state === "ESTABLISHED" &&
    evidence.hasListeners
  );
}

function stateOddity({ entry, stateText, dialect }: Row): OddityId | null {
  const { state, recvQ, sendQ, protocol } = entry;
  switch (state) {
    case "LISTEN": {
      // Only ss prints the limit.
      const limit = dialect === "ss" ? (sendQ ?? 0) : 0;
      return limit > 0 && recvQ !== null && recvQ > limit ? "backlog-full" : null;
    }
    case "CLOSE-WAIT":
      return "close-wait";
    case "SYN-SENT":
      return "unanswered";
    case null:
      return protocol === "tcp" && stateText !== null && !isBound(stateText)
        ? "unknown-state"
        : null;
    default:
      return null;
  }
}
