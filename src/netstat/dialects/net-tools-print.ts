/**
 * The table that net-tools and BusyBox print, and what of an entry its columns can carry: one process a
 * socket, its number and name cut to 19 characters; no state but a number for raw sockets.
 */
import type { SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import { NO_PEER } from "../dialect.ts";
import { peerOf, portText, rewritten } from "../endpoint-print.ts";
import { CUT_ENDPOINT, CUT_PROGRAM } from "./net-tools-rows.ts";
import { LINUX_SPELLING } from "./spellings.ts";

/** How the two differ. */
export interface NetToolsStyle {
  readonly protocols: ReadonlySet<string>;
  /** The first column. */
  readonly protocolText: (row: SocketEntry) => string;
  /** Of a family the way its addresses are written. */
  readonly addressText: (family: SocketEntry["family"]) => (address: string) => string;
  readonly familyOf: (socket: SocketEntry, local: string) => 4 | 6;
  /** The last column's width: the state's where no programs are shown, and the program's. */
  readonly stateWidth: number;
  readonly programWidth: number;
}

export function projected(socket: SocketEntry, style: NetToolsStyle): readonly SocketEntry[] {
  const { protocol, state } = socket;
  if (!style.protocols.has(protocol) || (protocol === "tcp" && state === null)) return [];
  const peer = peerOf(socket);
  const address = style.addressText(socket.family);
  const local = rewritten(socket.local, address, false);
  return [
    {
      protocol,
      family: style.familyOf(socket, local.address),
      local,
      peer: peer === null ? null : rewritten(peer, address, false),
      state: protocol === "tcp" ? state : datagramState(protocol, peer !== null),
      recvQ: socket.recvQ ?? 0,
      sendQ: socket.sendQ ?? 0,
      processes: projectedProcess(socket.processes),
    },
  ];
}

/** Linux calls a datagram socket with a peer established. */
export const datagramState = (protocol: string, hasPeer: boolean): TcpState | null =>
  hasPeer && protocol !== "raw" ? "ESTABLISHED" : null;

function projectedProcess(processes: readonly SocketProcess[]): readonly SocketProcess[] {
  const first = processes.find((process) => process.pid !== null);
  if (first === undefined) return [];
  const room = CUT_PROGRAM - `${first.pid}/`.length;
  const name = (first.name ?? "").slice(0, room).trimEnd();
  return [{ pid: first.pid, name: name === "" ? null : name, user: null, fd: null }];
}

/** As with -W: addresses are printed whole, however long. Queues nobody knows are printed as 0. */
export function tableText(entries: readonly SocketEntry[], style: NetToolsStyle): string {
  const rows = entries.flatMap((socket) => projected(socket, style));
  const hasPrograms = rows.some((row) => row.processes.length > 0);
  const stateWidth = hasPrograms ? 12 : style.stateWidth;
  const lines = rows.map((row) => {
    const protocol = style.protocolText(row).padEnd(5);
    const queues = `${String(row.recvQ).padStart(6)} ${String(row.sendQ).padStart(6)}`;
    const local = endpointText(row.local, row.family).padEnd(CUT_ENDPOINT);
    const peer = endpointText(row.peer ?? NO_PEER, row.family).padEnd(CUT_ENDPOINT);
    const program = hasPrograms ? programText(row).padEnd(style.programWidth) : "";
    return `${protocol} ${queues} ${local} ${peer} ${stateText(row).padEnd(stateWidth)}${program}`;
  });
  const heading = `Proto Recv-Q Send-Q Local Address           Foreign Address         ${"State".padEnd(stateWidth)}${hasPrograms ? "PID/Program name    " : ""}`;
  return `${["Active Internet connections (servers and established)", heading, ...lines].join("\n")}\n`;
}

function endpointText(endpoint: SocketEntry["local"], family: SocketEntry["family"]): string {
  const wildcard = family === 4 ? "0.0.0.0" : "::";
  return `${endpoint.address === "*" ? wildcard : endpoint.address}:${portText(endpoint)}`;
}

function stateText(row: SocketEntry): string {
  if (row.protocol === "raw") return "7";
  return row.state === null ? "" : LINUX_SPELLING[row.state];
}

function programText({ processes: [process] }: SocketEntry): string {
  return process === undefined ? "-" : `${process.pid}/${process.name ?? ""}`;
}
