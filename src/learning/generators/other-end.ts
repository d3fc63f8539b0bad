import type { SocketEntry } from "#net/socket-entry";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import { rowPlaces } from "./listing-places.ts";
import {
  connectionOf,
  drawAnyClientPort,
  drawClient,
  drawOwnAddress,
  drawPeerAddress,
  drawServers,
  listed,
  listenerOn,
  READERS,
  rowOf,
} from "./socket-draws.ts";

interface Candidate {
  readonly entry: SocketEntry;
  readonly text: string;
  readonly because: string;
  readonly right?: true;
  readonly belief?: MisconceptionId;
}

export const otherEnd: Generator = {
  id: "other-end",
  topic: "reading-netstat",
  practises: "finding the row at a connection's other end",
  lesson: "connections/one-port-many-clients",
  make(draw) {
    const tool = draw.pick(READERS);
    const [one, two] = drawServers(draw, 2);
    const { program } = one!;
    const server = { address: drawOwnAddress(draw), port: one!.port };
    const client = { address: drawPeerAddress(draw), port: drawAnyClientPort(draw) };
    const otherPort = client.port + draw.pick([-10, -2, -1, 1, 2, 10]);
    const isLoopback = draw.chance(1, 5);
    const [ours, theirs] = isLoopback
      ? [
          { address: "127.0.0.1", port: server.port },
          { address: "127.0.0.1", port: client.port },
        ]
      : [server, client];
    const asked = connectionOf(theirs, ours, "ESTABLISHED", drawClient(draw, ours.port));
    const candidates: Candidate[] = [
      {
        entry: connectionOf(ours, theirs, "ESTABLISHED", program),
        text: `the connection of ${ours.port} with ${theirs.address}, port ${theirs.port}`,
        right: true,
        because:
          "The same two endpoints stand here with local and peer exchanged. That is the other end.",
      },
      {
        entry: listenerOn(
          { address: isLoopback ? "127.0.0.1" : "0.0.0.0", port: ours.port },
          program,
        ),
        text: `the listener on ${ours.port}`,
        because: `The listener on ${ours.port} let the connection in, but it is no end of it: it has no peer.`,
        belief: "listen-becomes-established",
      },
      {
        entry: connectionOf(ours, { ...theirs, port: otherPort }, "ESTABLISHED", program),
        text: `the connection of ${ours.port} with ${theirs.address}, port ${otherPort}`,
        because: `Here the peer's port is ${otherPort}, not ${theirs.port}: another connection between the same two addresses.`,
      },
      {
        entry: connectionOf(
          { address: ours.address, port: two!.port },
          theirs,
          "ESTABLISHED",
          two!.program,
        ),
        text: `the connection of ${two!.port} with ${theirs.address}, port ${theirs.port}`,
        because: `Here the local port is ${two!.port}, and the row in question goes to ${ours.port}. A client's port may be used towards several services at once.`,
      },
      {
        entry: connectionOf(
          server,
          { address: drawPeerAddress(draw, client.address), port: client.port },
          "ESTABLISHED",
          program,
        ),
        text: `the connection of ${server.port} with another host`,
        because:
          "The ports are the same, but the peer is another host. Two hosts may well choose the same port number.",
      },
    ];
    const shown = draw.shuffled(candidates);
    const listing = listed(
      tool,
      shown.map(({ entry }) => entry),
    );
    const places = rowPlaces(listing, tool.id);
    const where = isLoopback
      ? "The same host has this row too"
      : `The host \`${theirs.address}\` has this row`;
    const row = rowOf(tool, asked).replaceAll(/ +/g, " ");
    return {
      kind: "point-at",
      prompt: `${tool.name} printed this on the server. ${where}: \`${row}\`. Point at the row that is the other end of the same connection.`,
      listing,
      choices: shown.map(({ entry: _entry, ...said }, index) => ({
        ...said,
        from: places[index]!.from,
        to: places[index]!.to,
      })),
    };
  },
};
