/** What a row of net-tools or BusyBox says, as an entry. */
import type { SocketEntry, SocketProcess } from "#net/socket-entry";
import { isIpv6Text } from "../endpoint-print.ts";
import { FIELD } from "../field.ts";
import type { RowFields } from "../row-fields.ts";
import { CUT_PROGRAM, PROTOCOLS } from "./net-tools-rows.ts";
import { stateOfTranslation } from "./net-tools-words.ts";
import { NO_NAME, protocolNames } from "./protocol-names.ts";

/** What the tool cuts short of the names that entries use. */
const FULL_NAMES: Readonly<Record<string, string>> = { udpl: "udplite", icm: "icmp" };

/** tcp6 is TCP on an IPv6 socket. */
const NAMED = protocolNames(PROTOCOLS, FULL_NAMES);

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

function processesOf(row: RowFields): readonly SocketProcess[] {
  const pid = row.numberOf(FIELD.pid);
  if (pid === null) return [];
  return [{ pid, name: row.textOf(FIELD.program), user: row.textOf(FIELD.user), fd: null }];
}

export const mayBeCutProgram = (row: RowFields) =>
  row.lengthOf(FIELD.pid) + 1 + row.lengthOf(FIELD.program) >= CUT_PROGRAM;
