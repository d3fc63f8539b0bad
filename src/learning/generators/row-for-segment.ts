import { overlaps } from "#simulator/bind-rules";
import type { SocketEntry } from "#net/socket-entry";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import { claimOn } from "./claims.ts";
import { rowPlaces } from "./listing-places.ts";
import {
  connectionOf,
  datagramSocketOn,
  drawAnyClientPort,
  drawClient,
  drawPeerAddress,
  drawServers,
  type End,
  listed,
  listenerOn,
  SS,
} from "./socket-draws.ts";

export const rowForSegment: Generator = {
  id: "row-for-segment",
  topic: "exposure",
  practises: "finding the socket that a segment is for",
  lesson: "connections/one-port-many-clients",
  make(draw) {
    const [one, two] = drawServers(draw, 2);
    const { port, program } = one!;
    const number = draw.whole(1, 253);
    const address = `192.0.2.${number}`;
    const other = `192.0.2.${number + 1}`;
    const peer = { address: drawPeerAddress(draw), port: drawAnyClientPort(draw) };
    const knownPeer = { ...peer, port: peer.port + draw.pick([-1, 1]) };
    const table = draw.shuffled([
      listenerOn({ address: "0.0.0.0", port }, program),
      listenerOn({ address, port }, program),
      listenerOn({ address: "0.0.0.0", port: two!.port }, two!.program),
      connectionOf({ address, port }, knownPeer, "ESTABLISHED", program),
      datagramSocketOn({ address, port }, drawClient(draw)),
    ]);
    const to = { address: draw.pick([address, address, other]), port };
    const isKnown = to.address === address && draw.chance(1, 3);
    const from = isKnown ? knownPeer : peer;
    const listing = listed(SS, table);
    const places = rowPlaces(listing, SS.id);
    const right = rowFor(table, from, to, isKnown);
    return {
      kind: "point-at",
      prompt: `A Linux host has the addresses \`${address}\` and \`${other}\`, and SO_REUSEPORT on its sockets, so that two can listen on one port. A TCP segment arrives, ${isKnown ? "with data" : "a SYN"}, from \`${from.address}:${from.port}\` to \`${to.address}:${to.port}\`. Point at the row of the socket that it is for.`,
      listing,
      choices: table.map((entry, index) => {
        const { from: start, to: end } = places[index]!;
        const text = `row ${index + 1}: ${rowText(entry)}`;
        const place = { from: start, to: end, text };
        return entry === right
          ? { ...place, right: true, because: whyRight(entry, to) }
          : { ...place, ...whyNot(entry, right, to) };
      }),
    };
  },
};

/** As Linux looks: a connection by its four numbers, then a listener on the very address, then one on every address. */
function rowFor(table: readonly SocketEntry[], from: End, to: End, isKnown: boolean): SocketEntry {
  const takes = table.filter(
    ({ protocol, local }) =>
      protocol === "tcp" &&
      local.port === to.port &&
      overlaps(claimOn(local.address === "*" ? "0.0.0.0" : local.address), claimOn(to.address)),
  );
  const connection = takes.find(
    ({ peer }) => peer?.address === from.address && peer.port === from.port,
  );
  if (isKnown && connection !== undefined) return connection;
  const listeners = takes.filter(({ state }) => state === "LISTEN");
  return listeners.find(({ local }) => local.address !== "*") ?? listeners[0]!;
}

function rowText({ protocol, state, local }: SocketEntry): string {
  const where = `${local.address === "*" ? "0.0.0.0" : local.address}, port ${local.port}`;
  if (protocol === "udp") return `a UDP socket on ${where}`;
  return state === "LISTEN" ? `a listener on ${where}` : `a connection of ${where}`;
}

function whyRight(right: SocketEntry, to: End): string {
  if (right.peer !== null)
    return "All four numbers fit: both addresses and both ports. A connection goes before any listener.";
  return right.local.address === "*"
    ? `No listener is bound to ${to.address} itself, so the one on every address gets it.`
    : `This listener is bound to ${to.address} itself. It goes before one that takes every address.`;
}

function whyNot(
  entry: SocketEntry,
  right: SocketEntry,
  to: End,
): { because: string; belief?: MisconceptionId } {
  const { protocol, state, local } = entry;
  if (protocol === "udp")
    return {
      because: "The segment is TCP's. UDP has ports of its own, with the same numbers.",
      belief: "endpoint-without-protocol",
    };
  if (local.port !== to.port)
    return { because: `This listener has port ${local.port}, and the segment is for ${to.port}.` };
  if (state !== "LISTEN")
    return {
      because:
        "The port fits, but a connection takes only what fits all four of its numbers. Its peer's port is another one.",
      belief: "established-is-open-port",
    };
  if (right.peer !== null)
    return {
      because: "Its port fits, but a connection with these four numbers is there, and goes before.",
    };
  return local.address === "*"
    ? { because: `It would take the segment, but a listener on ${to.address} itself goes before.` }
    : { because: `It is bound to ${local.address}, and the segment is for ${to.address}.` };
}
