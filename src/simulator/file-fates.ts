/** What a file says of the wire: {"wire":"drop","match":"A>B SYN","nth":1}. */
import { type Fields, fault } from "./file-fields.ts";
import type { HostName, PacketPattern } from "./world.ts";

export interface NamedFate {
  readonly match: PacketPattern;
  /** 1 for the next that matches; 0 for every one from now on. */
  readonly nth: number;
  readonly fate:
    | { readonly kind: "drop" | "hold" | "release" }
    | { readonly kind: "delay" | "duplicate"; readonly byMs: number };
}

const DEFAULT_DELAY_MS = 100;

/** "A>B SYN", "B>A", "SYN,ACK", "data", "ICMP", "": both, one or none of the two parts. */
export function parsePattern(
  text: string,
  hosts: readonly HostName[],
  where: string,
): PacketPattern {
  const parts = /^\s*(?:([\w*-]+)\s*>\s*([\w*-]+))?\s*(\S.*?)?\s*$/.exec(text);
  if (parts === null)
    throw fault(where, `has a pattern that is not understood: ${JSON.stringify(text)}`);
  const [, from, to, what] = parts;
  const host = (name: string | undefined) => {
    if (name === undefined || name === "*") return null;
    if (!hosts.includes(name))
      throw fault(where, `names the host ${JSON.stringify(name)}; there are ${hosts.join(", ")}`);
    return name;
  };
  return {
    from: host(from),
    to: host(to),
    what: what === undefined ? null : normalWhat(what, where),
  };
}

const WHATS = ["SYN", "SYN,ACK", "ACK", "FIN,ACK", "RST", "RST,ACK", "data", "TCP", "UDP", "ICMP"];
const SHORT: Readonly<Record<string, string>> = {
  "SYN-ACK": "SYN,ACK",
  "SYN+ACK": "SYN,ACK",
  SYNACK: "SYN,ACK",
  FIN: "FIN,ACK",
  "FIN-ACK": "FIN,ACK",
  "FIN+ACK": "FIN,ACK",
  PSH: "data",
  "PSH,ACK": "data",
  DATA: "data",
  "RST-ACK": "RST,ACK",
};

function normalWhat(text: string, where: string): string {
  const upper = text.toUpperCase().replaceAll(/\s*,\s*/g, ",");
  const what = SHORT[upper] ?? WHATS.find((each) => each.toUpperCase() === upper);
  if (what === undefined)
    throw fault(where, `matches ${JSON.stringify(text)}, which is none of ${WHATS.join("; ")}`);
  return what;
}

export function parseFate(step: Fields, match: PacketPattern): NamedFate {
  const kind = step.oneOf("wire", ["drop", "delay", "duplicate", "hold", "release"]);
  const nth = step.whole("nth", { least: 0, most: 1_000_000, otherwise: 1 });
  switch (kind) {
    case "drop":
    case "hold":
    case "release":
      return { match, nth, fate: { kind } };
    case "delay":
    case "duplicate": {
      const name = step.has("byMs") ? "byMs" : "ms";
      const byMs = step.number(name, { least: 0, most: 600_000, otherwise: DEFAULT_DELAY_MS });
      return { match, nth, fate: { kind, byMs } };
    }
  }
}
