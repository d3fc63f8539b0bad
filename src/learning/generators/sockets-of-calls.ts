/** On which of a conversation's three TCP sockets a call is made, as the simulated hosts make it. */
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import type { SortInto } from "../question.ts";
import { drawPeerAddress } from "./socket-draws.ts";
import { type MadeCall, streamCalls } from "./told-conversations.ts";

const BINS = [
  "The server's listening socket",
  "The socket that `accept()` returned",
  "The client's socket",
] as const;
const [LISTENER, ACCEPTED, CLIENT] = [0, 1, 2];
const BIN_OF: Readonly<Record<string, number>> = {
  listener: LISTENER,
  server: ACCEPTED,
  client: CLIENT,
};

export const socketsOfCalls: Generator = {
  id: "sockets-of-calls",
  topic: "socket-calls",
  practises: "telling on which socket a call is made",
  lesson: "sockets/socket-api-call-by-call",
  make(draw) {
    const ways = {
      reuses: draw.chance(1, 2),
      binds: draw.chance(1, 3),
      halfCloses: draw.chance(1, 2),
    };
    const end = `${drawPeerAddress(draw)}:${draw.pick([4000, 5000, 7000, 8000, 8080, 9000])}`;
    const own = draw.whole(20_000, 29_999);
    const made = streamCalls(ways).filter(({ call }) => call !== "socket");
    const texts: Words = { end, own };
    const [reading] = draw.sample(
      made.filter(({ call }) => call === "recv" || call === "send"),
      1,
    );
    const rest = made.filter((each) => each !== reading);
    return {
      kind: "sort-into",
      prompt: `A TCP server listens on \`${end}\`. It takes one client, reads the request and answers. On which socket is each of these calls made?`,
      bins: BINS,
      items: draw.shuffled([reading!, ...draw.sample(rest, 5)]).map((call) => itemOf(call, texts)),
    };
  },
};

interface Words {
  readonly end: string;
  readonly own: number;
}

function itemOf(made: MadeCall, words: Words): SortInto["items"][number] {
  const bin = BIN_OF[made.socket]!;
  const { text, because, near } = CALLS[`${made.call} ${made.socket}`]!;
  return {
    text: text.replace("END", words.end).replace("OWN", `${words.own}`),
    bin,
    because,
    near: [LISTENER, ACCEPTED, CLIENT].flatMap((other) => {
      const reason = near[other];
      if (reason === undefined) return [];
      const [why, belief] = typeof reason === "string" ? [reason] : reason;
      return [{ bin: other, because: why, ...(belief === undefined ? {} : { belief }) }];
    }),
  };
}

type Near = string | readonly [because: string, belief: MisconceptionId];

interface Told {
  readonly text: string;
  readonly because: string;
  /** By wrong bin. */
  readonly near: Readonly<Record<number, Near>>;
}

/** By call and socket. */
const CALLS: Readonly<Record<string, Told>> = {
  "setsockopt listener": {
    text: "`setsockopt()` with SO_REUSEADDR, before anything else",
    because:
      "It changes what `bind()` allows, so it is for the socket that will be bound to the server's port.",
    near: {
      [ACCEPTED]: "Old connections are why it is set. But `accept()` has returned no socket yet.",
      [CLIENT]:
        "A client may set it too, if it binds. This server restarts on a port that has to be the same.",
    },
  },
  "bind listener": {
    text: "`bind()` to `END`",
    because: "This is the server's endpoint: its listening socket has to have it.",
    near: {
      [ACCEPTED]: [
        "Its local port is the same number. But it gets that from the listener, without a `bind()`.",
        "accept-new-port",
      ],
      [CLIENT]: [
        "The client names this endpoint too, in `connect()`. Its own port is another.",
        "client-uses-80",
      ],
    },
  },
  "listen listener": {
    text: "`listen()`",
    because: "It is what makes this socket a listening one.",
    near: {
      [ACCEPTED]: "This socket has its one client. It takes no others.",
      [CLIENT]: "The client waits too, for its answer, but takes no connections.",
    },
  },
  "accept listener": {
    text: "`accept()`",
    because: "It is called on the listener, and returns another socket.",
    near: {
      [ACCEPTED]: [
        "This socket is what the call returns. It is made on the listener, which stays as it is.",
        "listen-becomes-established",
      ],
      [CLIENT]: "The client's socket is connected by `connect()`. Nothing is left to fetch.",
    },
  },
  "bind client": {
    text: "`bind()` to `0.0.0.0:OWN`, for a port that is not the server's",
    because: "A client that wants a certain port of its own binds it before it connects.",
    near: {
      [LISTENER]: "The server's listening socket is bound as well, but to the server's port.",
      [ACCEPTED]: [
        "A new port for each client is often thought of. The accepted socket keeps the server's port.",
        "accept-new-port",
      ],
    },
  },
  "connect client": {
    text: "`connect()` to `END`",
    because: "The client's socket calls the server's endpoint.",
    near: {
      [LISTENER]: "This socket has that endpoint itself and is called there. It calls nobody.",
      [ACCEPTED]: "It is connected from the beginning: the kernel has made the connection.",
    },
  },
  "send client": {
    text: "`send()` of the request",
    because: "The client asks, through its one socket.",
    near: {
      [LISTENER]: "No bytes ever travel through a listening socket.",
      [ACCEPTED]: "It is the other end of this connection: there the request arrives.",
    },
  },
  "shutdown client": {
    text: "`shutdown()` that says that the request is complete",
    because: "The client ends its direction: it sends no more, and goes on reading.",
    near: {
      [LISTENER]: "A listening socket carries no request. It has no direction to end.",
      [ACCEPTED]:
        "Here the request is received. The end that has sent it says that it is complete.",
    },
  },
  "recv client": {
    text: "`recv()` that reads the answer",
    because: "The answer comes back through the socket that the request went out by.",
    near: {
      [LISTENER]: "No bytes ever arrive at a listening socket.",
      [ACCEPTED]: "This socket sends the answer. It is read at the other end.",
    },
  },
  "close client": {
    text: "`close()` after which the client has no socket",
    because: "The client gives back its descriptor, the only one it had.",
    near: {
      [LISTENER]: "To close it concerns the server: nobody new is taken then.",
      [ACCEPTED]:
        "It belongs to the server's program. Closing it leaves the client with its own socket.",
    },
  },
  "recv server": {
    text: "`recv()` that reads the request",
    because: "Bytes travel through the socket that `accept()` returned.",
    near: {
      [LISTENER]: [
        "The server does wait at this socket. But it gets connections there, and no bytes.",
        "listen-becomes-established",
      ],
      [CLIENT]: "From there the request was sent. It is read at the other end.",
    },
  },
  "send server": {
    text: "`send()` of the answer",
    because: "Bytes travel through the socket that `accept()` returned.",
    near: {
      [LISTENER]: [
        "It has the server's port, but no peer: an answer through it could go to anybody.",
        "listen-becomes-established",
      ],
      [CLIENT]: "There the answer is read. It is sent from the other end.",
    },
  },
  "close server": {
    text: "`close()` after which the server goes on listening",
    because: "It ends the one conversation. The listener is a socket of its own, and stays.",
    near: {
      [LISTENER]: [
        "With this one closed nobody is taken any more. The conversation has a socket of its own.",
        "listen-becomes-established",
      ],
      [CLIENT]: "The server's program cannot close a socket of another host.",
    },
  },
  "close listener": {
    text: "`close()` after which nobody listens",
    because: "Without the listening socket the kernel refuses new clients.",
    near: {
      [ACCEPTED]: "To close it ends one conversation. The listener would stay.",
      [CLIENT]: "A client's socket never listens.",
    },
  },
};
