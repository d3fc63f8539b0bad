/** Which side makes which call, as simulated hosts make them; the words for it are here. */
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import type { SortInto } from "../question.ts";
import { drawPeerAddress } from "./socket-draws.ts";
import { datagramCalls, type MadeCall, streamCalls } from "./told-conversations.ts";

export const sidesOfCalls: Generator = {
  id: "sides-of-calls",
  topic: "socket-calls",
  practises: "telling which calls a server makes, and which a client",
  lesson: "sockets/socket-api-call-by-call",
  make(draw) {
    const end = `\`${drawPeerAddress(draw)}:${draw.pick([4000, 5000, 7000, 8000, 8080, 9000])}\``;
    return draw.chance(1, 2) ? ofStream(draw, end) : ofDatagrams(draw, end);
  },
};

const BINS = ["The server alone", "The client alone", "Both", "Neither"] as const;
const [SERVER, CLIENT, BOTH, NEITHER] = [0, 1, 2, 3];

function ofStream(draw: Draw, end: string) {
  const ways = {
    reuses: draw.chance(1, 2),
    binds: draw.chance(1, 2),
    halfCloses: draw.chance(1, 2),
  };
  const told = [
    `A TCP server with the endpoint ${end} ${ways.reuses ? "sets SO_REUSEADDR, " : ""}takes one client, reads its request, answers and closes.`,
    ways.binds
      ? "Its client chooses its own port and calls the server;"
      : "Its client leaves its own port to the kernel and calls the server;",
    ways.halfCloses
      ? "it sends the request, says that it will send no more, reads the answer and closes."
      : "it sends the request, reads the answer and closes.",
  ].join(" ");
  const reasons = {
    ...STREAM_REASONS,
    bind: ways.binds ? BOUND_CLIENT : FREE_CLIENT,
    ...(ways.reuses ? { setsockopt: OPTION } : {}),
    ...(ways.halfCloses ? { shutdown: HALF_CLOSE } : {}),
  };
  const telling = ["bind", "listen", "accept"];
  return sorted(draw, told, BINS.slice(0, 3), streamCalls(ways), reasons, telling);
}

function ofDatagrams(draw: Draw, end: string) {
  const connects = draw.chance(1, 2);
  const told = [
    `A UDP server with the endpoint ${end} answers one datagram, whoever has sent it, and closes.`,
    connects
      ? "Its client leaves its own port to the kernel and sets the server as the one peer of its socket, so that it needs no address to send and receive."
      : "Its client leaves its own port to the kernel and sets no peer: it names the server's address when it sends, and asks for the sender's when it receives.",
  ].join(" ");
  const reasons = connects ? { ...DATAGRAM_REASONS, ...CONNECTED_REASONS } : DATAGRAM_REASONS;
  return sorted(draw, told, BINS, datagramCalls(connects), reasons, ["bind", "listen", "accept"]);
}

/** `telling`: of these calls at least two are asked about. */
function sorted(
  draw: Draw,
  told: string,
  bins: readonly string[],
  made: readonly MadeCall[],
  reasons: Readonly<Record<string, Reasons>>,
  telling: readonly string[],
): Omit<SortInto, "id"> {
  const callers = (call: string) =>
    new Set(made.filter((each) => each.call === call).map(({ side }) => side));
  const binOf = (call: string) => {
    const sides = callers(call);
    if (sides.size === 2) return BOTH;
    return sides.has("server") ? SERVER : sides.has("client") ? CLIENT : NEITHER;
  };
  const askable = Object.keys(reasons).filter((call) => bins[binOf(call)] !== undefined);
  const first = draw.sample(telling, 2);
  const rest = askable.filter((call) => !first.includes(call));
  return {
    kind: "sort-into",
    prompt: `${told} Which side makes each of these calls?`,
    bins,
    items: draw.shuffled([...first, ...draw.sample(rest, 4)]).map((call) => {
      const bin = binOf(call);
      return {
        text: `\`${call}()\``,
        bin,
        because: because(reasons[call]!, bin),
        near: bins.flatMap((_, other) =>
          other === bin ? [] : [nearOf(call, reasons[call]!, bin, other)],
        ),
      };
    }),
  };
}

/** Of a call: why each side makes it, or does not. */
interface Reasons {
  readonly server: string;
  readonly client: string;
}

const because = ({ server, client }: Reasons, bin: number) =>
  bin === CLIENT ? `${client} ${server}` : `${server} ${client}`;

function nearOf(call: string, reasons: Reasons, bin: number, other: number) {
  const belief = beliefOf(call, bin, other);
  return {
    bin: other,
    because: whyNot(call, reasons, bin, other),
    ...(belief === null ? {} : { belief }),
  };
}

/** What is true in the wrong bin comes first, then what it leaves out or adds. */
function whyNot(call: string, { server, client }: Reasons, bin: number, other: number): string {
  const says = {
    server: bin === SERVER || bin === BOTH,
    client: bin === CLIENT || bin === BOTH,
  };
  if (other === NEITHER)
    return `Somebody does call \`${call}()\`. ${says.server ? server : client}`;
  if (other === BOTH)
    return says.server
      ? `One side does. ${client}`
      : `${says.client ? "One side does. " : ""}${server}`;
  if (bin === BOTH) return `It is half of the answer. ${other === SERVER ? client : server}`;
  if (bin === NEITHER) return other === SERVER ? server : client;
  return `It is the other way round. ${other === SERVER ? server : client}`;
}

/** A client that would bind port 80, a UDP socket that would listen. */
function beliefOf(call: string, bin: number, other: number): MisconceptionId | null {
  if (bin === NEITHER && other === SERVER && call === "listen") return "udp-listens";
  if (call === "bind" && bin === SERVER && other === BOTH) return "client-uses-80";
  return null;
}

const CLOSING: Reasons = {
  server: "The server gives its descriptors back when it is done.",
  client: "The client gives its descriptor back when it is done.",
};

const FREE_CLIENT: Reasons = {
  server: "The server binds the port that its clients know.",
  client: "The client leaves its port to the kernel, which chooses one at `connect()`.",
};

const BOUND_CLIENT: Reasons = {
  server: "The server binds the port that its clients know.",
  client: "This client chooses its own port, so it binds as well.",
};

const OPTION: Reasons = {
  server: "The server sets SO_REUSEADDR with it, to bind while old connections linger.",
  client: "Nothing is said of an option that the client would set.",
};

const HALF_CLOSE: Reasons = {
  server: "The server has no more to say either, but it says so by closing.",
  client: "The client says with it that it will send no more, and goes on reading.",
};

const STREAM_REASONS: Readonly<Record<string, Reasons>> = {
  socket: {
    server: "The server needs a socket to wait at.",
    client: "The client needs a socket to call from.",
  },
  listen: {
    server: "The server's socket has to take connections.",
    client: "The client calls, and takes no connections.",
  },
  accept: {
    server: "The server fetches the connection that its kernel has made.",
    client: "The client's connection is there when `connect()` returns: it has nothing to fetch.",
  },
  connect: {
    server: "The server is called, and calls nobody.",
    client: "The client calls the server.",
  },
  send: { server: "The server sends the answer.", client: "The client sends the request." },
  recv: { server: "The server reads the request.", client: "The client reads the answer." },
  close: CLOSING,
};

const DATAGRAM_REASONS: Readonly<Record<string, Reasons>> = {
  socket: {
    server: "The server needs a socket to receive with.",
    client: "The client needs a socket to send from.",
  },
  bind: {
    server: "The server binds the port that its clients know.",
    client: "The client gets a port from the kernel when it first needs one.",
  },
  listen: {
    server: "A UDP server does not listen: its socket receives as soon as it has a port.",
    client: "A client never listens.",
  },
  accept: {
    server: "UDP makes no connections, so the server has none to fetch.",
    client: "A client never fetches connections.",
  },
  connect: {
    server: "The server answers whoever asks, so it sets no peer.",
    client: "The client sets no peer; it names the address each time.",
  },
  sendto: {
    server: "The server names the address of the client that it answers.",
    client: "The client names the server's address with its datagram.",
  },
  recvfrom: {
    server: "The server has to know who asked.",
    client: "The client asks for the sender's address as well.",
  },
  close: CLOSING,
};

/** Of a client that has set its peer. */
const CONNECTED_REASONS: Readonly<Record<string, Reasons>> = {
  connect: {
    server: "The server answers whoever asks, so it sets no peer.",
    client: "The client sets its one peer with it; nothing is sent for that.",
  },
  send: {
    server: "The server's socket has no peer, so it has to name an address, with `sendto()`.",
    client: "The client's socket has its peer, so `send()` needs no address.",
  },
  recv: {
    server: "`recv()` would not tell who has asked: the server needs `recvfrom()`.",
    client: "The client hears from its peer alone, so `recv()` tells enough.",
  },
  sendto: {
    server: "The server names the address of the client that it answers.",
    client: "The client need not name an address, and uses `send()`.",
  },
  recvfrom: {
    server: "The server has to know who asked.",
    client: "The client knows from whom it hears, and uses `recv()`.",
  },
};
