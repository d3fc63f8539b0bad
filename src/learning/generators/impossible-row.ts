import type { SocketEntry } from "#net/socket-entry";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import { linePlaces } from "./listing-places.ts";
import {
  connectionOf,
  datagramSocketOn,
  drawAnyClientPort,
  drawClient,
  drawDatagramServer,
  drawLocalServer,
  drawOwnAddress,
  drawPeerAddress,
  drawServer,
  listed,
  listenerOn,
  NET_TOOLS,
  READERS,
  SS,
  type Tool,
  WINDOWS,
} from "./socket-draws.ts";

interface Made {
  readonly entry: SocketEntry;
  /** What somebody did to the row as it was printed. */
  readonly edit?: (line: string) => string;
  readonly text: string;
  readonly because: string;
  readonly right?: true;
  readonly belief?: MisconceptionId;
}

export const impossibleRow: Generator = {
  id: "impossible-row",
  topic: "reading-netstat",
  practises: "finding a row that no tool can have printed",
  lesson: "netstat/every-state",
  make(draw) {
    const tool = draw.pick(READERS);
    const address = drawOwnAddress(draw);
    const wrong = draw.pick(IMPOSSIBLE.filter(({ tools }) => tools.includes(tool)));
    const odd = draw.sample(
      POSSIBLE.filter(({ tools }) => tools.includes(tool)),
      3,
    );
    const rows = draw.shuffled([
      ordinary(draw, address),
      ...odd.map(({ make }) => make(draw, address)),
      { ...wrong.make(draw, address), right: true as const },
    ]);
    const printed = listed(
      tool,
      rows.map(({ entry }) => entry),
    ).split("\n");
    const first = printed.length - rows.length;
    const listing = printed
      .map((line, index) => rows[index - first]?.edit?.(line) ?? line)
      .join("\n");
    const places = linePlaces(listing, first);
    return {
      kind: "point-at",
      prompt: `Somebody changed one row of what ${tool.name} printed, on a host that rewrites no addresses. Which row cannot be?`,
      listing,
      choices: rows.map(({ entry: _entry, edit: _edit, ...said }, index) => ({
        ...said,
        text: `row ${index + 1}: ${said.text}`,
        from: places[index]!.from,
        to: places[index]!.to,
      })),
    };
  },
};

interface Kind {
  readonly tools: readonly Tool[];
  readonly make: (draw: Draw, address: string) => Made;
}

function ordinary(draw: Draw, address: string): Made {
  const { port, program } = drawServer(draw);
  return {
    entry: connectionOf({ address, port }, drawPeer(draw), "ESTABLISHED", program),
    text: `a connection on port ${port}`,
    because: "Possible: one of the host's own addresses, a peer, two ports that exist.",
  };
}

const drawPeer = (draw: Draw) => ({
  address: drawPeerAddress(draw),
  port: drawAnyClientPort(draw),
});

const IMPOSSIBLE: readonly Kind[] = [
  {
    tools: READERS,
    make(draw) {
      const local = { address: "127.0.0.1", port: drawAnyClientPort(draw) };
      const peer = { address: drawPeerAddress(draw), port: 443 };
      return {
        entry: connectionOf(local, peer, "ESTABLISHED", drawClient(draw, peer.port)),
        text: `127.0.0.1 with the peer ${peer.address}`,
        because:
          "A loopback address never leaves its host. A connection to another host has one of this host's other addresses as its local end.",
      };
    },
  },
  {
    tools: READERS,
    make(draw, address) {
      const { port, program } = drawServer(draw);
      const octet = draw.whole(256, 299);
      const peer = {
        address: `198.51.${octet}.${draw.whole(1, 254)}`,
        port: drawAnyClientPort(draw),
      };
      return {
        entry: connectionOf({ address, port }, peer, "ESTABLISHED", program),
        text: `the peer ${peer.address}`,
        because: `Each number of an IPv4 address is eight bits, so it goes to 255. ${octet} does not fit.`,
      };
    },
  },
  {
    tools: READERS,
    make(draw, address) {
      const { port, program } = drawServer(draw);
      const peer = { address: drawPeerAddress(draw), port: draw.whole(65_536, 70_999) };
      return {
        entry: connectionOf({ address, port }, peer, "ESTABLISHED", program),
        text: `the peer's port ${peer.port}`,
        because: `A port is sixteen bits, so it goes to 65535. ${peer.port} does not fit.`,
      };
    },
  },
  {
    tools: [SS, NET_TOOLS, WINDOWS],
    make(draw) {
      const { port, program } = drawDatagramServer(draw);
      return {
        entry: datagramSocketOn({ address: "0.0.0.0", port }, program),
        edit: listening,
        text: `a UDP socket on port ${port} that listens`,
        because:
          "UDP has no such state. For a UDP socket netstat prints no state, and ss prints UNCONN.",
      };
    },
  },
  {
    tools: [NET_TOOLS],
    make(draw) {
      const { port, program } = drawServer(draw);
      return {
        entry: listenerOn({ address: "0.0.0.0", port }, program),
        edit: (line) => line.replace("LISTEN     ", "LISTENING  "),
        text: `LISTENING on port ${port}`,
        because: "For TCP Linux's netstat prints LISTEN. LISTENING is the word of Windows.",
      };
    },
  },
  {
    tools: READERS,
    make(draw, address) {
      const { port, program } = drawServer(draw);
      const peer = drawPeer(draw);
      return {
        entry: connectionOf({ address, port }, peer, "ESTABLISHED", program),
        edit: (line) =>
          line.replace(/ESTAB(?:LISHED)?/, (word) =>
            (line.startsWith("  TCP") ? "LISTENING" : "LISTEN").padEnd(word.length),
          ),
        text: `a listener on port ${port} with the peer ${peer.address}`,
        because:
          "A listener has no peer: whoever connects gets a row of its own, and the listener's stays.",
      };
    },
  },
];

/** As a UDP row looks when somebody believes that UDP listens. */
function listening(line: string): string {
  if (line.includes("UNCONN")) return line.replace("UNCONN", "LISTEN");
  // The state's column is empty: the word takes the place of as many spaces.
  return line.startsWith("  UDP")
    ? line.replace(/(?<=\*:\* {20}) {9}/, "LISTENING")
    : line.replace(/(?<=:\* {15}) {6}/, "LISTEN");
}

/** Rows that look strange and are not. */
const POSSIBLE: readonly Kind[] = [
  {
    tools: READERS,
    make(draw) {
      const { port } = drawServer(draw);
      const client = { address: "127.0.0.1", port: drawAnyClientPort(draw) };
      const program = drawClient(draw, port);
      return {
        entry: connectionOf(client, { address: "127.0.0.1", port }, "ESTABLISHED", program),
        text: "127.0.0.1 with itself",
        because: "Possible: both ends are on this host, and both have its loopback address.",
      };
    },
  },
  {
    tools: READERS,
    make(draw, address) {
      const local = { address, port: drawAnyClientPort(draw) };
      const { port } = drawServer(draw);
      const program = drawClient(draw, port);
      return {
        entry: connectionOf(local, { address, port }, "ESTABLISHED", program),
        text: `${address} with itself`,
        because: "Possible: a program called its own host by the address that others use.",
      };
    },
  },
  {
    tools: READERS,
    make(draw) {
      const { program } = drawServer(draw);
      const port = draw.whole(49_664, 65_535);
      return {
        entry: listenerOn({ address: "0.0.0.0", port }, program),
        text: `a listener on port ${port}`,
        because: `Possible: any program may listen on any free port, ${port} too.`,
        belief: "ephemeral-above-1023",
      };
    },
  },
  {
    tools: READERS,
    make(draw, address) {
      const { port } = drawServer(draw);
      return {
        entry: connectionOf({ address, port }, drawPeer(draw), "TIME-WAIT", null),
        text: `a connection of port ${port} in TIME-WAIT`,
        because:
          "Possible: the connection is over, and this end closed first. The kernel keeps it for a while, without a program.",
        belief: "socket-dies-with-process",
      };
    },
  },
  {
    tools: [SS, NET_TOOLS],
    make(draw, address) {
      const local = { address, port: drawAnyClientPort(draw) };
      const peer = { address: drawPeerAddress(draw), port: 53 };
      return {
        entry: { ...connectionOf(local, peer, "ESTABLISHED", drawClient(draw)), protocol: "udp" },
        text: "a UDP socket that is connected",
        because:
          "Possible: after connect() a UDP socket has one peer, and Linux calls it ESTABLISHED.",
        belief: "udp-never-established",
      };
    },
  },
  {
    tools: READERS,
    make(draw, address) {
      const { port, program } = drawServer(draw);
      const peer = { address: drawPeerAddress(draw), port: drawAnyClientPort(draw) };
      return {
        entry: connectionOf({ address, port }, peer, "CLOSE-WAIT", program),
        text: `a connection of port ${port} in CLOSE-WAIT`,
        because: "Possible: the peer has closed, and the program here has not yet.",
      };
    },
  },
  {
    tools: READERS,
    make(draw) {
      const { port, program } = drawLocalServer(draw);
      return {
        entry: listenerOn({ address: "127.0.0.1", port }, program),
        text: `a listener on 127.0.0.1, port ${port}`,
        because: "Possible: it waits for programs of this host, and has no peer.",
      };
    },
  },
  {
    tools: READERS,
    make(draw) {
      const { port, program } = drawDatagramServer(draw);
      return {
        entry: datagramSocketOn({ address: "0.0.0.0", port }, program),
        text: `a UDP socket on port ${port}`,
        because: "Possible: a UDP socket without a peer receives from anybody.",
      };
    },
  },
];
