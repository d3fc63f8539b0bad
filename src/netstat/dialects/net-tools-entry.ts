/**
 * What a row of net-tools or BusyBox says as an entry, and what of an entry its columns can carry: one
 * process a socket, its number and name cut to 19 characters; no state but a number for raw sockets.
 */
import type { Family, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import { isIpv6Text } from "../endpoint-print.ts";
import { FIELD } from "../field.ts";
import type { RowFields } from "../row-fields.ts";
import { PROTOCOLS } from "./net-tools-rows.ts";
import { stateOfTranslation } from "./net-tools-words.ts";
import { LINUX_SPELLING } from "./state-spellings.ts";

/** PID, slash and name together, when the tool cuts them (seen in recorded output). */
const CUT_PROGRAM = 19;

/** What the tool cuts short of the names that entries use. */
const FULL_NAMES: Readonly<Record<string, string>> = { udpl: "udplite", icm: "icmp" };

interface Named {
  readonly protocol: string;
  /** What the protocol's ending says; null where there is none. */
  readonly family: Family | null;
}

/** What the first field stands for: tcp6 is TCP on an IPv6 socket. */
const NAMED: ReadonlyMap<string, Named> = new Map(
  PROTOCOLS.flatMap((name): [string, Named][] => {
    const protocol = FULL_NAMES[name] ?? name;
    return [
      [name, { protocol, family: null }],
      [`${name}4`, { protocol, family: 4 }],
      [`${name}6`, { protocol, family: 6 }],
      [`${name}46`, { protocol, family: "46" }],
    ];
  }),
);

/** BusyBox prints tcp for IPv6 too, and then the address tells. */
export function entry(row: RowFields): SocketEntry {
  const { protocol, family } = NAMED.get(row.textOf(FIELD.protocol) ?? "") ?? NO_NAME;
  const state = protocol === "raw" ? null : stateOfTranslation(row.textOf(FIELD.state));
  const local = row.textOf(FIELD.localAddress) ?? "";
  return {
    protocol,
    family: family ?? (isIpv6Text(local) ? 6 : 4),
    local: row.local(),
    peer: state === "LISTEN" ? null : row.peer(),
    state,
    recvQ: row.numberOf(FIELD.recvQ),
    sendQ: row.numberOf(FIELD.sendQ),
    processes: processesOf(row),
  };
}

const NO_NAME: Named = { protocol: "", family: null };

function processesOf(row: RowFields): readonly SocketProcess[] {
  const pid = row.numberOf(FIELD.pid);
  if (pid === null) return [];
  return [{ pid, name: row.textOf(FIELD.program), user: row.textOf(FIELD.user), fd: null }];
}

export const mayBeCutProgram = (row: RowFields) =>
  row.lengthOf(FIELD.pid) + 1 + row.lengthOf(FIELD.program) >= CUT_PROGRAM;

export function projectedState(socket: SocketEntry, isConnected: boolean): TcpState | null {
  if (socket.protocol === "tcp") return socket.state;
  return isConnected && socket.protocol !== "raw" ? "ESTABLISHED" : null;
}

export function projectedProcess(processes: readonly SocketProcess[]): readonly SocketProcess[] {
  const first = processes.find((process) => process.pid !== null);
  if (first === undefined) return [];
  const room = CUT_PROGRAM - `${first.pid}/`.length;
  const name = (first.name ?? "").slice(0, room).trimEnd();
  return [{ pid: first.pid, name: name === "" ? null : name, user: null, fd: null }];
}

export function stateText(row: SocketEntry): string {
  if (row.protocol === "raw") return "7";
  return row.state === null ? "" : LINUX_SPELLING[row.state];
}
