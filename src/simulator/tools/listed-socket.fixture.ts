/** Rows of a socket table for tests, in a few words each. */
import type { Family, SocketEndpoint, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import type { ListedSocket } from "./listed-socket.ts";

/** "10.0.0.1:8080", "*:8080", "::1:5002", "127.0.0.53%lo:53". */
export function endpoint(text: string): SocketEndpoint {
  const colon = text.lastIndexOf(":");
  const [address = "", zone = null] = text.slice(0, colon).split("%");
  return { address, zone, port: Number(text.slice(colon + 1)), service: null };
}

export interface Held {
  readonly inode?: number;
  readonly family?: Family;
  readonly processes?: readonly SocketProcess[];
}

export function listed(
  protocol: SocketEntry["protocol"],
  state: TcpState | null,
  queues: readonly [recvQ: number, sendQ: number],
  local: string,
  peer: string | null,
  { inode = 0, family = 4, processes = [] }: Held = {},
): ListedSocket {
  return {
    inode,
    entry: {
      protocol,
      family,
      local: endpoint(local),
      peer: peer === null ? null : endpoint(peer),
      state,
      recvQ: queues[0],
      sendQ: queues[1],
      processes,
    },
  };
}

export const held = (pid: number, fd: number, name = "python3", user = "root"): SocketProcess => ({
  pid,
  name,
  user,
  fd,
});
