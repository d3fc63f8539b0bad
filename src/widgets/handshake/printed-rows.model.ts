/** What a command prints on a host, row by row, each row with the socket that it shows. */
import type { SocketEntry } from "#net/socket-entry";
import { print, project } from "#netstat/print";
import { socketRows } from "#simulator/socket-table";
import { commandOutput } from "#simulator/tools/command";
import { isIpv6, type PrintedRow } from "#simulator/tools/listed-socket";
import type { Host, SocketId } from "#simulator/world";
import { kept, keptByName } from "./kept.model.ts";

export type Printed =
  | { readonly type: "error"; readonly message: string }
  | {
      readonly type: "rows";
      /** Lines above the rows; none where the tool prints nothing at all. */
      readonly heading: readonly string[];
      readonly rows: readonly Row[];
    };

export interface Row {
  /** The same for the same socket, and in lsof for the same descriptor, at every moment. */
  readonly key: string;
  readonly socket: SocketId;
  readonly text: string;
}

/** Windows' own, printed from the same sockets. */
export const WINDOWS_COMMAND = "netstat -ano";

/** `host` as it is at one moment. */
export const printedOn = (host: Host, command: string): Printed =>
  printed(host)(command.trim().replace(/\s+/g, " "));

const printed = kept((host: Host) =>
  keptByName((command: string): Printed => {
    const sockets = socketRows(host);
    const ids = new Map(sockets.map(({ id, entry }) => [entry, id]));
    if (command === WINDOWS_COMMAND)
      return windows(
        sockets.map(({ entry }) => entry),
        ids,
      );
    const output = commandOutput(command, sockets);
    return output.type === "error" ? output : rowsIn(output.text, output.rows, ids);
  }),
);

function rowsIn(
  text: string,
  shown: readonly PrintedRow[],
  ids: ReadonlyMap<SocketEntry, SocketId>,
): Printed {
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  const headingLength = lines.length - shown.length;
  return {
    type: "rows",
    heading: lines.slice(0, headingLength),
    rows: shown.map(({ entry, holder }, at) => {
      const socket = ids.get(entry) ?? 0;
      return {
        key: holder === null ? `${socket}` : `${socket} ${holder.pid} ${holder.fd}`,
        socket,
        text: lines[headingLength + at] ?? "",
      };
    }),
  };
}

/** TCP before UDP, IPv4 before IPv6. A row that no process has, as in TIME_WAIT, has the process 0. */
function windows(
  entries: readonly SocketEntry[],
  ids: ReadonlyMap<SocketEntry, SocketId>,
): Printed {
  const rank = (entry: SocketEntry) => (entry.protocol === "udp" ? 2 : 0) + (isIpv6(entry) ? 1 : 0);
  const shown = entries
    .filter((entry) => project([entry], "windows-netstat").length > 0)
    .toSorted((one, other) => rank(one) - rank(other));
  const text = print(shown.map(withOwner), "windows-netstat");
  return rowsIn(
    text,
    shown.map((entry) => ({ entry, holder: null })),
    ids,
  );
}

const NOBODY: SocketEntry["processes"] = [{ pid: 0, name: null, user: null, fd: null }];

const withOwner = (entry: SocketEntry): SocketEntry =>
  entry.processes.length > 0 ? entry : { ...entry, processes: NOBODY };
