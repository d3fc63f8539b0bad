/** What a table made by a generator tells about the role of one of its connections, by the rule that explains people's listings. */
import type { SocketEntry } from "#net/socket-entry";
import type { Evidence } from "#netstat/evidence";
import { type FoundRole, isConnection, roleOfConnection } from "#netstat/role";
import type { Tool } from "./socket-draws.ts";

/** `entry` is one of the table's connections. */
export function roleIn(table: readonly SocketEntry[], entry: SocketEntry, tool: Tool): FoundRole {
  if (!isConnection(entry)) throw new TypeError("A listener has its role from its state.");
  const os = { linux: "Linux", windows: "Windows", macos: "macOS", freebsd: "FreeBSD" } as const;
  return roleOfConnection(entry, table.indexOf(entry), os[tool.system], evidenceOf(table));
}

/** As gathered from a listing, for tables of one host without IPv6. */
function evidenceOf(table: readonly SocketEntry[]): Evidence {
  const listeners = table.filter(({ state }) => state === "LISTEN");
  const hasListenerAt: Evidence["hasListenerAt"] = (protocol, { address, port }) =>
    listeners.some(
      ({ local, ...each }) =>
        each.protocol === protocol &&
        local.port === port &&
        (local.address === "*" || local.address === address),
    );
  return {
    hasListeners: listeners.length > 0,
    isServed: ({ protocol, local }) => hasListenerAt(protocol, local),
    hasListenerAt,
    mirrorOf: ({ local, peer }) => {
      const mirror = table.findIndex(
        (each) =>
          each.local.address === peer.address &&
          each.local.port === peer.port &&
          each.peer?.address === local.address &&
          each.peer.port === local.port,
      );
      return mirror === -1 ? null : mirror;
    },
    isOwnAddress: (address) => table.some(({ local }) => local.address === address),
  };
}
