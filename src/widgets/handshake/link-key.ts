/**
 * What belongs together across the lanes: whoever points at one thing sees its counterparts light up. An element
 * carries the keys of what it shows; it is lit while one of them is pointed at.
 */
import type { CallId } from "#simulator/calls";
import type { HostName, PacketId, SocketId } from "#simulator/world";

export type LinkKey = `socket ${HostName} ${SocketId}` | `packet ${PacketId}` | `call ${CallId}`;

export const socketKey = (host: HostName, socket: SocketId): LinkKey => `socket ${host} ${socket}`;
export const packetKey = (packet: PacketId): LinkKey => `packet ${packet}`;
export const callKey = (call: CallId): LinkKey => `call ${call}`;

/** The first call among these; null where there is none. */
export function callIn(keys: readonly LinkKey[]): CallId | null {
  const key = keys.find((each) => each.startsWith("call "));
  return key === undefined ? null : Number(key.slice("call ".length));
}
