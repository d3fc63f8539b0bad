/**
 * What to say when a text holds no socket row that could be read. It never says that nothing is listening:
 * a text without rows tells nothing about the machine.
 */
import type { LineFate } from "#netstat/line-fate";

export interface NoSockets {
  readonly title: string;
  readonly message: string;
}

type Kinds = Readonly<Partial<Record<LineFate["kind"], number>>>;

/** The kinds that name the whole text, if most of its other lines are of that kind. */
const WHOLE: readonly (readonly [LineFate["kind"], NoSockets])[] = [
  [
    "unreadable",
    {
      title: "A row is here, but it could not be read.",
      message:
        "It begins like a row of a socket listing, and then something is missing or in the wrong place. The reason stands below, beside the line. Often the first or last row was cut in half while it was copied: copy the whole listing again.",
    },
  ],
  [
    "routes",
    {
      title: "This is a routing table.",
      message:
        "It tells which way packets leave this machine. It names no sockets. On Linux `ss -tulpn` shows them, on Windows `netstat -ano`, on macOS `lsof -nP -i`.",
    },
  ],
  [
    "statistics",
    {
      title: "These are counters, not sockets.",
      message:
        "`netstat -s` and `ss -s` count packets and connections. They list none of them. On Linux `ss -tulpn` does, on Windows `netstat -ano`, on macOS `lsof -nP -i`.",
    },
  ],
  [
    "interfaces",
    {
      title: "This is a table of network interfaces.",
      message:
        "`netstat -i` counts what went through each network card. It names no sockets. On Linux `ss -tulpn` shows them, on Windows `netstat -ano`, on macOS `lsof -nP -i`.",
    },
  ],
  [
    "multicast",
    {
      title: "This is a list of multicast groups.",
      message:
        "It tells which groups each interface joined. It names no sockets. On Linux `ss -tulpn` shows them, on Windows `netstat -ano`, on macOS `lsof -nP -i`.",
    },
  ],
  [
    "unix",
    {
      title: "These are UNIX-domain sockets.",
      message:
        "They join two programs on one machine through the name of a file. They have no address and no port. They are listed below, each with what its line tells. On Linux `ss -tulpn` shows the sockets with ports, on macOS `lsof -nP -i`.",
    },
  ],
  [
    "usage",
    {
      title: "This is a help text.",
      message:
        "The tool did not know an option, or it was asked for help. Copy one of the commands on this page and try again.",
    },
  ],
  [
    "error",
    {
      title: "The command gave a message, not a listing.",
      message:
        "The message stands below. The tool may be missing, or it may need more rights. On Linux try `ss -tulpn`, on Windows `netstat -ano`, on macOS `lsof -nP -i`.",
    },
  ],
  [
    "heading",
    {
      title: "Only a heading is here, no rows.",
      message:
        "Perhaps the rows were not copied, or the command found no socket of the kind it was asked for. The heading alone cannot tell which. Copy the rows too, or ask for more, with `ss -tuna` on Linux or `netstat -ano` on Windows.",
    },
  ],
  [
    "prompt",
    {
      title: "This is the command, not what it printed.",
      message:
        "Type it into a terminal and press Enter. Then copy the lines that appear, and paste them here.",
    },
  ],
];

const NOISE: NoSockets = {
  title: "No line here looks like a row of a socket listing.",
  message:
    "This page reads what netstat, ss and lsof print. If this came from one of them, copy it again as plain text, with its heading. The lines are below, as they arrived.",
};

/** Undefined where the text is blank: there is nothing to say then. */
export function noSocketsMessage(kinds: Kinds): NoSockets | undefined {
  const ranked = WHOLE.map(([kind, words]) => ({ words, count: kinds[kind] ?? 0 }));
  const most = ranked.reduce((best, each) => (each.count > best.count ? each : best));
  if (most.count > 0 && most.count * 2 >= (kinds.noise ?? 0)) return most.words;
  return (kinds.noise ?? 0) + (kinds.continuation ?? 0) > 0 ? NOISE : undefined;
}
