import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import {
  connectionOf,
  drawAnyClientPort,
  drawOwnAddress,
  drawPeerAddress,
  drawServers,
  type End,
  listed,
  listenerOn,
  SS,
} from "./socket-draws.ts";

interface Pair {
  readonly local: End;
  readonly peer: End;
}

export const tuplesTogether: Generator = {
  id: "tuples-together",
  topic: "endpoints",
  practises: "telling which connections can exist at the same time",
  lesson: "connections/one-port-many-clients",
  make(draw) {
    const [one, two] = drawServers(draw, 2);
    const address = drawOwnAddress(draw);
    const peer = { address: drawPeerAddress(draw), port: drawAnyClientPort(draw) };
    const other = { address: drawPeerAddress(draw, peer.address), port: drawAnyClientPort(draw) };
    const local = { address, port: one!.port };
    const open: readonly Pair[] = [
      { local, peer },
      { local, peer: other },
    ];
    const listing = listed(SS, [
      listenerOn({ address: "0.0.0.0", port: one!.port }, one!.program),
      listenerOn({ address: "0.0.0.0", port: two!.port }, two!.program),
      ...open.map((each) => connectionOf(each.local, each.peer, "ESTABLISHED", one!.program)),
    ]);
    const wrong = [...open.map(taken), fromLoopback(draw, local), tooLarge(draw, local, peer)];
    const right = [
      free(
        { local, peer: { address: peer.address, port: peer.port + draw.pick([-1, 1, 2]) } },
        open,
        "The same two addresses and the same server port, but another port of the client. One of four differs, and that is enough.",
      ),
      free(
        { local, peer: { address: thirdPeer(draw, [peer, other]), port: peer.port } },
        open,
        "Another client. Two hosts may well choose the same port number.",
      ),
      free(
        { local: { address, port: two!.port }, peer },
        open,
        "The client's address and port are in use towards another port of the server. One of four differs, and that is enough.",
      ),
      free(
        {
          local,
          peer: {
            address: other.address,
            port: other.port === peer.port ? other.port + 3 : peer.port,
          },
        },
        open,
        "Both clients are connected already, but this pair of client address and client port is new.",
      ),
    ];
    const count = draw.whole(1, 3);
    return {
      kind: "choose-several",
      prompt: `A server prints this (${SS.name}). While all of it remains, which further TCP connections could other hosts open?`,
      listing,
      choices: draw.shuffled([...draw.sample(right, count), ...draw.sample(wrong, 4 - count)]),
    };
  },
};

const textOf = ({ local, peer }: Pair) =>
  `\`${peer.address}:${peer.port}\` to \`${local.address}:${local.port}\``;

function taken(pair: Pair): Choice {
  return {
    text: textOf(pair),
    because:
      "This connection stands in the listing already. All four values are the same, so the server would take its segments for those of the old one.",
  };
}

function free(pair: Pair, open: readonly Pair[], because: string): Choice {
  if (open.some((each) => textOf(each) === textOf(pair))) throw new Error("It is open already.");
  return { text: textOf(pair), right: true, because };
}

function fromLoopback(draw: Draw, local: End): Choice {
  return {
    text: textOf({ local, peer: { address: "127.0.0.1", port: drawAnyClientPort(draw) } }),
    because:
      "The four values are new. But another host's 127.0.0.1 is itself: no packet with a loopback address leaves it.",
    belief: "loopback-talks-outside",
  };
}

function tooLarge(draw: Draw, local: End, { address }: End): Choice {
  return {
    text: textOf({ local, peer: { address, port: draw.whole(65_536, 69_999) } }),
    because:
      "It would be a new client port. But ports end at 65535, and no segment can carry a higher one.",
  };
}

function thirdPeer(draw: Draw, known: readonly End[]): string {
  const address = drawPeerAddress(draw);
  return known.some((each) => each.address === address)
    ? address.replace(/^\d+\.\d+\.\d+/, "192.168.7")
    : address;
}
