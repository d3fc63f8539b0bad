/** Names of protocols with their version behind them: tcp, tcp4, tcp6, and tcp46 for a socket of both. */
import type { Family } from "#net/socket-entry";

export interface NamedProtocol {
  readonly protocol: string;
  /** What the name's ending says; null where there is none. */
  readonly family: Family | null;
}

export const NO_NAME: NamedProtocol = { protocol: "", family: null };

/** `full` has what stands in entries for names that a tool cuts short. */
export function protocolNames(
  names: readonly string[],
  full: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, NamedProtocol> {
  return new Map(
    names.flatMap((name): [string, NamedProtocol][] => {
      const protocol = full[name] ?? name;
      return [
        [name, { protocol, family: null }],
        [`${name}4`, { protocol, family: 4 }],
        [`${name}6`, { protocol, family: 6 }],
        [`${name}46`, { protocol, family: "46" }],
      ];
    }),
  );
}
