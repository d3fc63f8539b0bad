/** A moment at which a socket's row is asked for: the calls so far, told and made, and rows that one may expect. */
import type { SocketEntry } from "#net/socket-entry";
import type { WrittenStep } from "#simulator/scenarios/scenario";
import type { MisconceptionId } from "../misconception.ts";
import { connectionOf, datagramSocketOn, type End, listenerOn } from "./socket-draws.ts";

/** The ends as the asked host sees them. */
export interface Ends {
  readonly local: End;
  readonly peer: End;
  /** A port that the kernel could choose for this host, and none of the two. */
  readonly other: number;
}

/** A row that is not shown; null for none at all. Where its protocol is another, it lends no more than its look. */
export interface Expected {
  readonly row: (ends: Ends) => SocketEntry | null;
  readonly because: string;
  readonly belief?: MisconceptionId;
}

export interface RowMoment {
  readonly protocol: "tcp" | "udp";
  /** Whether the asked host, A, has the server's port. */
  readonly isServer: boolean;
  /** Completes "A program …". */
  readonly tell: (ends: Ends) => string;
  /** Of which of its sockets the row is asked for: the connection, where there is a listener as well. */
  readonly asked: "the socket" | "the connection";
  readonly steps: readonly WrittenStep[];
  readonly because: string;
  readonly expected: readonly Expected[];
}

export const EVERY = "0.0.0.0";
export const inState =
  (state: Parameters<typeof connectionOf>[2]) =>
  ({ local, peer }: Ends) =>
    connectionOf(local, peer, state, null);
export const listening = ({ local }: Ends) =>
  listenerOn({ ...local, address: EVERY }, null, { sendQ: 5 });
export const listeningOn = (port: (ends: Ends) => number) => (ends: Ends) =>
  listenerOn({ address: EVERY, port: port(ends) }, null, { sendQ: 5 });
export const fromNewPort = ({ local, peer, other }: Ends) =>
  connectionOf({ ...local, port: other }, peer, "ESTABLISHED", null);
export const turnedRound = ({ local, peer }: Ends) =>
  connectionOf(peer, local, "ESTABLISHED", null);
export const unconnected = ({ local }: Ends) =>
  datagramSocketOn({ ...local, address: EVERY }, null);
export const connectedDatagram = ({ local, peer }: Ends): SocketEntry => ({
  ...connectionOf(local, peer, "ESTABLISHED", null),
  protocol: "udp",
});
export const none = () => null;
