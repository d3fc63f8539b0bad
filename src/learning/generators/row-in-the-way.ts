import type { SocketEntry } from "#net/socket-entry";
import { type Claim, overlaps } from "#simulator/bind-rules";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import { rowPlaces } from "./listing-places.ts";
import {
  connectionOf,
  datagramSocketOn,
  drawAnyClientPort,
  drawClient,
  drawOwnAddress,
  drawPeerAddress,
  drawServers,
  type End,
  listed,
  listenerOn,
  NET_TOOLS,
  type Program,
  SS,
} from "./socket-draws.ts";

interface Row {
  readonly entry: SocketEntry;
  readonly text: string;
  readonly because: string;
  readonly belief?: MisconceptionId;
}

const WANTED = [3000, 5000, 5432, 6379, 8000, 8080, 8081, 8443, 9090] as const;

export const rowInTheWay: Generator = {
  id: "row-in-the-way",
  topic: "troubleshooting",
  practises: "finding the row behind “address already in use”",
  lesson: "field/address-already-in-use",
  make(draw) {
    const tool = draw.pick([SS, NET_TOOLS]);
    const own = drawOwnAddress(draw);
    const port = draw.pick(WANTED);
    const wanted: End = { address: draw.pick(["0.0.0.0", "0.0.0.0", "127.0.0.1", own]), port };
    const program = {
      ...drawServers(draw, 1)[0]!.program,
      name: draw.pick(["java", "node", "python3"]),
      user: "app",
    };
    const holder = draw.pick(
      holders(draw, own, port, program).filter((row) => isInTheWay(row, wanted)),
    );
    const held = holder.entry.local.address;
    // What is bound where the holder is could not be there beside it.
    const bystanders = innocents(draw, own, port).filter(
      (row) =>
        !isInTheWay(row, wanted) && !isInTheWay(row, { address: held, port }, holder.entry.family),
    );
    const rows = draw.shuffled([holder, ...draw.sample(bystanders, draw.whole(4, 5))]);
    const listing = listed(
      tool,
      rows.map(({ entry }) => entry),
    );
    const places = rowPlaces(listing, tool.id);
    const where = wanted.address === "0.0.0.0" ? "every IPv4 address" : `\`${wanted.address}\``;
    return {
      kind: "point-at",
      prompt: `On a Linux host with the address \`${own}\`, a program without SO_REUSEADDR or SO_REUSEPORT asks for TCP port ${port} on ${where} and gets “Address already in use”. Point at the row that is in its way (${tool.name}).`,
      listing,
      choices: rows.map(({ entry: _entry, ...said }, index) => ({
        ...said,
        ...(rows[index] === holder ? { right: true as const } : {}),
        from: places[index]!.from,
        to: places[index]!.to,
      })),
    };
  },
};

/** TCP, the same local port, and an address that is the wanted one or overlaps it. */
function isInTheWay({ entry }: Row, wanted: End, family: SocketEntry["family"] = 4): boolean {
  return (
    entry.protocol === "tcp" &&
    entry.local.port === wanted.port &&
    overlaps(claimOf(wanted.address, family), claimOf(entry.local.address, entry.family))
  );
}

function claimOf(address: string, family: SocketEntry["family"]): Claim {
  return {
    domain: family === 4 ? 4 : 6,
    v6Only: family === 6,
    address: address === "0.0.0.0" ? "*" : address,
    reuseAddress: false,
    reusePort: false,
    user: "",
  };
}

/** Rows that can hold the port, most of them for some wishes alone. */
function holders(draw: Draw, own: string, port: number, program: Program): Row[] {
  const local = { address: own, port };
  const peer = { address: drawPeerAddress(draw), port: drawAnyClientPort(draw) };
  return [
    {
      entry: listenerOn({ address: "0.0.0.0", port }, program),
      text: `the listener on ${port}, every IPv4 address`,
      because: `It listens on port ${port} of every IPv4 address, so it has whichever one is asked for.`,
    },
    {
      entry: listenerOn({ address: "::", port }, program, { family: "46" }),
      text: `the listener on ${port}, every address`,
      because: `On Linux a socket on :: takes IPv4 too, unless it was made for IPv6 alone. So it has port ${port} there as well.`,
    },
    {
      entry: listenerOn({ address: "127.0.0.1", port }, program),
      text: `the listener on ${port} of loopback`,
      because: `It has port ${port} on 127.0.0.1, and that address is among those asked for.`,
    },
    {
      entry: connectionOf(local, peer, "TIME-WAIT", null),
      text: `the connection in TIME-WAIT with local port ${port}`,
      because: `No program runs here any more, but for a minute this closed connection keeps local port ${port}.`,
    },
    {
      entry: connectionOf(local, peer, "ESTABLISHED", program),
      text: `the connection with local port ${port}`,
      because: `Its listener is gone, and the connection lives on. It has local port ${port}, and that is enough.`,
    },
    {
      entry: connectionOf(local, peer, "CLOSE-WAIT", program),
      text: `the connection in CLOSE-WAIT with local port ${port}`,
      because: `The program has not closed this connection. Until it does, its local port ${port} is taken.`,
    },
  ];
}

/** Rows in which the number stands, or nearly, and which are in nobody's way. */
function innocents(draw: Draw, own: string, port: number): Row[] {
  const server = { address: drawPeerAddress(draw), port };
  const { program } = drawServers(draw, 1)[0]!;
  const any = { ...program, name: draw.pick(["java", "node", "python3"]), user: "app" };
  const longer = Number(`1${port}`);
  const neighbour = port + draw.pick([1, 10, 100]);
  const asPid = { name: "cupsd", user: "root", pid: port, fd: 7 };
  return [
    {
      entry: datagramSocketOn({ address: "0.0.0.0", port }, any),
      text: `the UDP socket on ${port}`,
      because: `The number is ${port}, but of UDP. Each protocol has ports of its own.`,
      belief: "tcp-udp-clash",
    },
    {
      entry: connectionOf(
        { address: own, port: drawAnyClientPort(draw) },
        server,
        "ESTABLISHED",
        drawClient(draw, port),
      ),
      text: `the connection to port ${port} of another host`,
      because: `Here ${port} is the peer's port, on another host. The local port is another number.`,
    },
    {
      entry: listenerOn({ address: "0.0.0.0", port: longer }, any),
      text: `the listener on ${longer}`,
      because: `${longer} only has the digits of ${port} in it. The whole number has to be the same.`,
    },
    {
      entry: listenerOn({ address: "0.0.0.0", port: neighbour }, drawClient(draw)),
      text: `the listener on ${neighbour}`,
      because: `It is a listener, but on port ${neighbour}. That is another port.`,
    },
    {
      entry: listenerOn({ address: "127.0.0.1", port: 631 }, asPid),
      text: `the listener on 631 of process ${port}`,
      because: `Here ${port} is the number of the process. Its port is 631.`,
      belief: "port-is-process",
    },
    {
      entry: listenerOn(
        { address: "127.0.0.1", port },
        { name: "redis-server", user: "redis", pid: draw.whole(600, 4000), fd: 6 },
      ),
      text: `the listener on ${port} of loopback alone`,
      because: `It has port ${port} on 127.0.0.1 alone. The program asks for another address, so both fit.`,
      belief: "one-process-per-port",
    },
    {
      entry: listenerOn(
        { address: "::1", port },
        { name: "redis-server", user: "redis", pid: draw.whole(600, 4000), fd: 7 },
      ),
      text: `the listener on ${port} of IPv6 loopback`,
      because: `It has port ${port} on ::1. The program asks for IPv4, so both fit.`,
      belief: "one-process-per-port",
    },
  ];
}
