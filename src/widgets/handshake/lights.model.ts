/** What is pointed at, in the form in which the ladder lights it up. */
import type { LinkKey } from "./link-key.ts";

export interface Lights {
  readonly packets: ReadonlySet<number>;
  /** "A 3": host and socket. */
  readonly sockets: ReadonlySet<string>;
  readonly calls: ReadonlySet<number>;
}

export function lightsOf(lit: readonly LinkKey[]): Lights {
  const of = (kind: string) =>
    lit.filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));
  return {
    packets: new Set(of("packet").map(Number)),
    sockets: new Set(of("socket")),
    calls: new Set(of("call").map(Number)),
  };
}
