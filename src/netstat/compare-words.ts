/** What changed between two listings, in words. */
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import type { ChangeKind } from "./compare.ts";
import { ownerChange, type Socket } from "./compare-sockets.ts";
import { bracketed, portText, unmapped } from "./endpoint-print.ts";
import type { Role } from "./explanation.ts";
import { nameOf } from "./role-words.ts";
import { programOf } from "./sentence.ts";

/** The service and the other side: a client's own port is new each time, and says nothing. */
export function groupLabel(
  { protocol, local }: SocketEntry,
  peer: SocketEndpoint,
  end: "server" | "client" | null,
): string {
  const name = nameOf(protocol);
  switch (end) {
    case "client":
      return `client of ${peer.address}, ${name} port ${portText(peer)}`;
    case "server":
      return `${name} port ${portText(local)}, from ${unmapped(peer.address)}`;
    case null:
      return `${name} with ${peer.address}, side unknown`;
  }
}

export function changeSentence(
  kind: ChangeKind,
  entry: SocketEntry,
  role: Role,
  was: Socket | null,
  is: Socket | null,
): string {
  const program = programOf(entry);
  const what = placeOf(entry);
  switch (kind) {
    case "appeared":
      return entry.peer === null
        ? `${program} now ${verb(role)} ${what}.`
        : `The connection ${what} is new${stateText(is)}.`;
    case "gone":
      return entry.peer === null
        ? `${program} no longer ${verb(role)} ${what}.`
        : `The connection ${what} is gone${stateText(was)}.`;
    case "state":
      return `${entry.peer === null ? "The socket" : "The connection"} ${what} was ${was?.state} and is ${is?.state}.`;
    case "owner":
      return was !== null && is !== null && ownerChange(was, is) === "restarted"
        ? `${program} ${verb(role)} ${what} as before, but as another process: ${ownersText(was)}, now ${ownersText(is)}. It was restarted.`
        : `${what} has another owner: it was ${ownersText(was)}, and is ${ownersText(is)}.`;
  }
}

function verb(role: Role): string {
  switch (role) {
    case "listener":
      return "listens on";
    case "receiver":
      return "receives on";
    case "bound":
      return "holds";
    default:
      return "has";
  }
}

function placeOf({ protocol, local, peer }: SocketEntry): string {
  const here = `${bracketed(local.address)}:${portText(local)}`;
  return peer === null
    ? `${nameOf(protocol)} port ${portText(local)} (${local.address})`
    : `${here} – ${bracketed(peer.address)}:${portText(peer)}`;
}

const stateText = (socket: Socket | null) =>
  socket === null || socket.state === null ? "" : ` (${socket.state})`;

function ownersText(socket: Socket | null): string {
  if (socket === null) return "nobody";
  const names = [...socket.names].slice(0, 3).join(", ");
  const pids = [...socket.pids].slice(0, 3).join(", ");
  if (names === "") return pids === "" ? "nobody that was named" : `process ${pids}`;
  return pids === "" ? names : `${names} (process ${pids})`;
}
