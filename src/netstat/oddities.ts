/**
 * What in a row deserves a second look: what cannot be, what an ordinary machine does not print, and
 * what is possible but a sign of trouble. The words for it stand in oddity-words.ts.
 */
import { CUTS_COLUMNS } from "./cut-columns.ts";
import { placeOf } from "./address-place.ts";
import type { Evidence } from "./evidence.ts";
import type { DialectId, Row } from "./listing.ts";
import { type Connection, type FoundRole, isBound, isConnection } from "./role.ts";

export type OddityId =
  | "placeholder-address"
  | "impossible-address"
  | "loopback-to-network"
  | "udp-listens"
  | "word-of-another-tool"
  | "no-listener"
  | "backlog-full"
  | "close-wait"
  | "unanswered"
  | "unknown-state"
  | "address-may-be-cut"
  | "row-may-be-cut";

/** No tool was seen to print LISTEN for one of these. */
const HAS_NO_STATES: ReadonlySet<string> = new Set(["udp", "udplite"]);
/** Of UNIX-domain sockets others say it too; those rows are read elsewhere (unix-socket.ts). */
const SAYS_LISTENING: ReadonlySet<DialectId> = new Set(["windows-netstat"]);
const isListening = (text: string | null) => text !== null && /^listening$/i.test(text);

const NONE: readonly OddityId[] = [];
const OUTSIDE: readonly OddityId[] = ["loopback-to-network"];
const UNSERVED: readonly OddityId[] = ["no-listener"];

/** The first says what cannot be, the last what may be cut; each once. */
export function findOddities(row: Row, role: FoundRole, evidence: Evidence): readonly OddityId[] {
  const { entry } = row;
  const ofRow = rowOddities(row);
  if (!isConnection(entry)) return ofRow;
  const ofTable = connectionOddities(entry, role, evidence);
  if (ofTable.length === 0) return ofRow;
  const ofAddresses = addressOddities(row);
  return [...ofAddresses, ...ofTable, ...ofRow.slice(ofAddresses.length)];
}

/** What the row shows by itself. */
export function rowOddities(row: Row): readonly OddityId[] {
  const found = addressOddities(row);
  const ofState = stateOddity(row);
  if (ofState !== null) found.push(ofState);
  for (const field of row.truncated) {
    if (field === "program") continue;
    const isAddress =
      field.endsWith("Address") || (field.endsWith("Port") && CUTS_COLUMNS.has(row.dialect));
    const id = isAddress ? "address-may-be-cut" : "row-may-be-cut";
    if (!found.includes(id)) found.push(id);
  }
  return found;
}

function addressOddities({ entry: { local, peer } }: Row): OddityId[] {
  const here = placeOf(local.address);
  const there = peer === null ? null : placeOf(peer.address);
  const found: OddityId[] = [];
  if (here === "placeholder" || there === "placeholder") found.push("placeholder-address");
  if (here === "impossible" || there === "impossible") found.push("impossible-address");
  return found;
}

/** What a connection shows beside the other rows of its table. */
export function connectionOddities(
  connection: Connection,
  role: FoundRole,
  evidence: Evidence,
): readonly OddityId[] {
  const isOutside = isOutsideLoopback(connection, evidence);
  if (!isUnserved(connection, role, evidence)) return isOutside ? OUTSIDE : NONE;
  return isOutside ? [...OUTSIDE, "no-listener"] : UNSERVED;
}

/** A loopback address talks to loopback addresses, and to the machine's own; a name may stand for one. */
function isOutsideLoopback({ local, peer }: Connection, evidence: Evidence): boolean {
  if (placeOf(local.address) !== "loopback") return false;
  const there = placeOf(peer.address);
  if (there === "loopback" || there === "name" || there === "any") return false;
  return !evidence.isOwnAddress(peer.address);
}

function isUnserved(connection: Connection, role: FoundRole, evidence: Evidence): boolean {
  return (
    role.reason === "peer-port-ephemeral" &&
    connection.protocol === "tcp" &&
    connection.state === "ESTABLISHED" &&
    evidence.hasListeners
  );
}

function stateOddity({ entry, stateText, dialect }: Row): OddityId | null {
  const { state, recvQ, sendQ, protocol } = entry;
  switch (state) {
    case "LISTEN": {
      if (HAS_NO_STATES.has(protocol)) return "udp-listens";
      if (isListening(stateText) && !SAYS_LISTENING.has(dialect)) return "word-of-another-tool";
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
