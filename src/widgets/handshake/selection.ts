/** What a person asked about; null for the moment as a whole. */
import type { CallId } from "#simulator/calls";
import type { HostName, PacketId, SocketId } from "#simulator/world";

export type Selection =
  | { readonly kind: "packet"; readonly id: PacketId }
  | { readonly kind: "call"; readonly id: CallId }
  /** The state in which the socket is at this position. */
  | {
      readonly kind: "state";
      readonly host: HostName;
      readonly socket: SocketId;
      readonly position: number;
    }
  | null;

export function isSameSelection(one: Selection, other: Selection): boolean {
  if (one === null || other === null) return one === other;
  switch (one.kind) {
    case "packet":
    case "call":
      return other.kind === one.kind && other.id === one.id;
    case "state":
      return (
        other.kind === "state" &&
        other.host === one.host &&
        other.socket === one.socket &&
        other.position === one.position
      );
  }
}
