/** Which row a Linux host's tools show of a socket after some calls: the row is that of a simulated host, with other addresses. */
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import type { WrittenSimulation } from "#simulator/scenarios/scenario";
import { commandOutput } from "#simulator/tools/command";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import type { Ends, RowMoment } from "./row-moment.ts";
import { CLIENT_MOMENTS } from "./row-moments-of-clients.ts";
import { DATAGRAM_MOMENTS } from "./row-moments-of-datagrams.ts";
import { SERVER_MOMENTS } from "./row-moments-of-servers.ts";
import { simulated } from "./simulated-hosts.ts";
import { drawClientPort, drawOwnAddress, drawPeerAddress } from "./socket-draws.ts";

export const rowAfterCall: Generator = {
  id: "row-after-call",
  topic: "socket-calls",
  practises: "foretelling the row of a socket after its program's calls",
  lesson: "sockets/socket-api-call-by-call",
  make(draw) {
    const moment = draw.pick(ROW_MOMENTS);
    const ends = drawEnds(draw, moment);
    const tool = draw.pick(["ss", "netstat"] as const);
    const shown = (row: SocketEntry | null) => textOf(row, tool, moment.protocol);
    const entry = entryOf(moment);
    const right: Choice = {
      text: shown(entry === null ? null : withEnds(entry, ends)),
      right: true,
      because: moment.because,
    };
    const wrong = moment.expected.map(({ row, because, belief }) => ({
      text: shown(row(ends)),
      because,
      ...(belief === undefined ? {} : { belief }),
    }));
    return {
      kind: "choose-one",
      prompt: `On the Linux host \`${ends.local.address}\` a program ${moment.tell(ends)}. What does \`${commandOf(tool, moment.protocol)}\` show of ${moment.asked}? (Of several spaces, one is shown.)`,
      choices: draw.shuffled([right, ...wrong]),
    };
  },
};

const ROW_MOMENTS = [...SERVER_MOMENTS, ...CLIENT_MOMENTS, ...DATAGRAM_MOMENTS];

const SERVER_PORTS = [4000, 5000, 7000, 8000, 8080, 9000] as const;

function drawEnds(draw: Draw, { isServer }: RowMoment): Ends {
  const port = draw.pick(SERVER_PORTS);
  const clientPort = drawClientPort(draw, "linux");
  const [own, other] = isServer ? [port, clientPort] : [clientPort, port];
  return {
    local: { address: drawOwnAddress(draw), port: own },
    peer: { address: drawPeerAddress(draw), port: other },
    other: clientPort === 60_999 ? 32_768 : clientPort + 1,
  };
}

const HOSTS: WrittenSimulation["hosts"] = {
  A: { addresses: ["10.0.0.1"], settings: { ip_local_port_range: [40_000, 40_001] } },
  B: { addresses: ["10.0.0.2"], settings: { ip_local_port_range: [40_000, 40_001] } },
};

const found = new Map<RowMoment, SocketEntry | null>();

/** The socket's row on the simulated host, the listener's aside where the connection is asked for. */
function entryOf(moment: RowMoment): SocketEntry | null {
  const known = found.get(moment);
  if (known !== undefined) return known;
  const rows = simulated(moment.steps, HOSTS).at(-1)!.sockets["A"]!;
  const asked =
    moment.asked === "the connection" ? rows.filter(({ state }) => state !== "LISTEN") : rows;
  if (asked.length > 1) throw new Error("Of one socket there is one row.");
  const entry = asked[0] ?? null;
  found.set(moment, entry);
  return entry;
}

function withEnds(entry: SocketEntry, { local, peer, other }: Ends): SocketEntry {
  const renamed = (endpoint: SocketEndpoint): SocketEndpoint => {
    const end = [local, peer].find(({ port }) => isSimulated(endpoint.port!, port));
    const address = { "10.0.0.1": local.address, "10.0.0.2": peer.address }[endpoint.address];
    return { ...endpoint, address: address ?? endpoint.address, port: end?.port ?? other };
  };
  return {
    ...entry,
    local: renamed(entry.local),
    peer: entry.peer === null ? null : renamed(entry.peer),
  };
}

/** Simulated, a server's port is 8080 and another host's is 40000 or 40001. */
const isSimulated = (simulatedPort: number, port: number) =>
  (simulatedPort === 8080) === SERVER_PORTS.some((each) => each === port);

type Protocol = RowMoment["protocol"];

const commandOf = (tool: string, protocol: Protocol) =>
  `${tool} ${protocol === "tcp" ? "-tan" : "-uan"}`;

/** As the tool prints it. A row that is only expected may look like one of another protocol. */
function textOf(entry: SocketEntry | null, tool: string, protocol: Protocol): string {
  if (entry === null) return "No row.";
  const look = entry.protocol === "tcp" ? "tcp" : "udp";
  const printed = commandOutput(commandOf(tool, look), [{ entry, inode: 1 }]);
  if (printed.type === "error") throw new Error(printed.message);
  const row = printed.text.trimEnd().split("\n").at(-1)!.trim().replaceAll(/ +/g, " ");
  return `\`${row.replace(/^(?:tcp|udp) /, `${protocol} `)}\``;
}
