/** A table as ss prints it, with the Netid and State columns, and what of a socket these can carry. */
import type { Family, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import { NO_PEER } from "../dialect.ts";
import {
  bracketed,
  isIpv6Text,
  mapped,
  peerOf,
  portText,
  rewritten,
  shownFamily,
} from "../endpoint-print.ts";

export const SPELLING: Record<TcpState, string> = {
  LISTEN: "LISTEN",
  "SYN-SENT": "SYN-SENT",
  "SYN-RECEIVED": "SYN-RECV",
  ESTABLISHED: "ESTAB",
  "FIN-WAIT-1": "FIN-WAIT-1",
  "FIN-WAIT-2": "FIN-WAIT-2",
  "CLOSE-WAIT": "CLOSE-WAIT",
  CLOSING: "CLOSING",
  "LAST-ACK": "LAST-ACK",
  "TIME-WAIT": "TIME-WAIT",
  CLOSED: "UNCONN",
};

const PRINTED = new Set(["tcp", "udp", "raw", "dccp", "sctp"]);

export function project(socket: SocketEntry): readonly SocketEntry[] {
  if (!PRINTED.has(socket.protocol) || (socket.protocol === "tcp" && socket.state === null))
    return [];
  const peer = peerOf(socket);
  const isIpv6 = socket.family === 6 || socket.family === "46";
  const address = isIpv6 ? mapped : (text: string) => text;
  const local = rewritten(socket.local, address, true);
  return [
    {
      protocol: socket.protocol,
      family: projectedFamily(socket, local.address),
      local,
      peer: peer === null ? null : rewritten(peer, address, true),
      state: socket.protocol === "tcp" ? socket.state : projectedState(socket, peer !== null),
      recvQ: socket.recvQ ?? 0,
      sendQ: socket.sendQ ?? 0,
      processes: socket.processes
        .filter((process) => process.pid !== null)
        .map((process) => ({ ...process, user: null })),
    },
  ];
}

function projectedFamily(socket: SocketEntry, local: string): Family | null {
  if (local !== "*") return shownFamily(local, null);
  if (socket.family === "46") return socket.protocol === "raw" ? 6 : "46";
  return socket.family ?? 4;
}

function projectedState(socket: SocketEntry, isConnected: boolean): TcpState | null {
  if (socket.state === "LISTEN") return "LISTEN";
  return isConnected ? "ESTABLISHED" : null;
}

function endpointText(endpoint: SocketEntry["local"], family: Family | null): string {
  const wildcard = family === "46" ? "*" : family === 6 ? "[::]" : "0.0.0.0";
  const address = endpoint.address === "*" ? wildcard : bracketed(endpoint.address);
  return `${address}${endpoint.zone === null ? "" : `%${endpoint.zone}`}:${portText(endpoint)}`;
}

function usersText(processes: readonly SocketProcess[]): string {
  if (processes.length === 0) return "";
  const users = processes.map(
    ({ name, pid, fd }) => `("${name ?? ""}",pid=${pid}${fd === null ? "" : `,fd=${fd}`})`,
  );
  return `users:(${users.join(",")})`;
}

/** With the Netid and State columns, as `ss -tuwanp`. Queues nobody knows are printed as 0. */
export function print(entries: readonly SocketEntry[]): string {
  const lines = entries.flatMap(project).map((row) => {
    const state = row.state === null ? "UNCONN" : SPELLING[row.state];
    const peerFamily = row.family ?? (row.peer !== null && isIpv6Text(row.peer.address) ? 6 : 4);
    const columns = [
      row.protocol.padEnd(5),
      state.padEnd(10),
      String(row.recvQ).padEnd(6),
      String(row.sendQ).padEnd(6),
      endpointText(row.local, row.family).padStart(24),
      endpointText(row.peer ?? NO_PEER, peerFamily).padStart(24),
      usersText(row.processes),
    ];
    return columns.join(" ").trimEnd();
  });
  const heading =
    "Netid State      Recv-Q Send-Q       Local Address:Port        Peer Address:Port Process";
  return `${[heading, ...lines].join("\n")}\n`;
}
