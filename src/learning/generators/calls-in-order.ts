/** Programs told in words, whose calls have one order. They are written as strace prints them, shortened. */
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { PutInOrder } from "../question.ts";
import { drawPeerAddress, drawServer } from "./socket-draws.ts";

interface Call {
  readonly text: string;
  readonly because: string;
}

export const callsInOrder: Generator = {
  id: "calls-in-order",
  topic: "socket-calls",
  practises: "putting a program's socket calls in order",
  lesson: "sockets/socket-api-call-by-call",
  make(draw) {
    const port = draw.pick([drawServer(draw).port, 7, 4000, 5000, 8000, 9000]);
    const [program, items] = draw.pick([
      streamServer,
      streamClient,
      datagramServer,
      datagramClient,
    ])(draw, port);
    return {
      kind: "put-in-order",
      prompt: `${program} Put its socket calls in order.`,
      items,
      shown: shownOf(draw, items.length),
    };
  },
};

type Made = readonly [program: string, items: PutInOrder["items"]];

function streamServer(draw: Draw, port: number): Made {
  const fd = draw.whole(3, 6);
  const conn = fd + 1;
  const hasOption = draw.chance(1, 2);
  const loops = draw.chance(1, 2);
  const items: Call[] = [
    {
      text: `${fd} = socket(AF_INET, SOCK_STREAM)`,
      because: "First comes the socket. All the other calls need its descriptor.",
    },
    ...(hasOption
      ? [
          {
            text: `setsockopt(${fd}, SO_REUSEADDR, 1)`,
            because: "The option changes what bind() allows, so it has to be set before it.",
          },
        ]
      : []),
    {
      text: `bind(${fd}, 0.0.0.0:${port})`,
      because: `It gives the socket its port, ${port}. Without it listen() would take one that the kernel chooses.`,
    },
    {
      text: `listen(${fd}, ${draw.pick([5, 128, 511, 4096])})`,
      because: "It makes the socket take connections. Without it, accept() would fail.",
    },
    {
      text: `${conn} = accept(${fd})`,
      because: `It returns a new socket, ${conn}, for one client. Bytes travel through that one alone.`,
    },
    {
      text: `recv(${conn})`,
      because: "The client's request comes first, through the socket that accept() returned.",
    },
    {
      text: `send(${conn}, answer)`,
      because: "The answer can be made when the request has been read.",
    },
    {
      text: `close(${conn})`,
      because: "The conversation is over: this ends the connection, and the listener stays.",
    },
    ...(loops
      ? []
      : [
          {
            text: `close(${fd})`,
            because: "The listener is closed last: from now on nobody is taken any more.",
          },
        ]),
  ];
  return [
    `A TCP server on port ${port}${hasOption ? ", which can be started again while old connections linger," : ""} takes one client, reads its request, answers and ends the connection.${loops ? "" : " Then it stops listening."}`,
    items,
  ];
}

function streamClient(draw: Draw, port: number): Made {
  const fd = draw.whole(3, 6);
  const to = `${drawPeerAddress(draw)}:${port}`;
  const halfCloses = draw.chance(1, 2);
  const own = draw.chance(1, 3) ? draw.whole(20_000, 30_000) : null;
  const items: Call[] = [
    {
      text: `${fd} = socket(AF_INET, SOCK_STREAM)`,
      because: "First comes the socket. All the other calls need its descriptor.",
    },
    ...(own === null
      ? []
      : [
          {
            text: `bind(${fd}, 0.0.0.0:${own})`,
            because:
              "To choose its own port a client binds before it connects. Afterwards it would have one already.",
          },
        ]),
    {
      text: `connect(${fd}, ${to})`,
      because: "The connection has to be there before bytes can be sent on it.",
    },
    { text: `send(${fd}, request)`, because: "The client asks first, and the server answers." },
    ...(halfCloses
      ? [
          {
            text: `shutdown(${fd}, SHUT_WR)`,
            because:
              "It says that nothing more will be sent, so it comes after the last send(). Receiving goes on.",
          },
        ]
      : []),
    {
      text: `recv(${fd})`,
      because: "The answer comes after the request, and before the socket is closed.",
    },
    {
      text: `close(${fd})`,
      because: "It gives the descriptor back. Nothing can be done with the socket afterwards.",
    },
  ];
  const ways = [
    own === null ? "" : `uses ${own} as its own port, `,
    "sends one request, ",
    halfCloses ? "says that it will send no more, " : "",
  ].join("");
  return [`A TCP client of \`${to}\` ${ways}reads the answer and ends.`, items];
}

function datagramServer(draw: Draw, port: number): Made {
  const fd = draw.whole(3, 6);
  return [
    `A UDP server on port ${port} answers one datagram and ends.`,
    [
      {
        text: `${fd} = socket(AF_INET, SOCK_DGRAM)`,
        because: "First comes the socket. All the other calls need its descriptor.",
      },
      {
        text: `bind(${fd}, 0.0.0.0:${port})`,
        because:
          "Clients must know the port, so it is chosen before the first datagram. There is no listen() and no accept().",
      },
      {
        text: `recvfrom(${fd})`,
        because: "It returns a datagram, and who sent it: the answer needs that address.",
      },
      {
        text: `sendto(${fd}, answer, sender)`,
        because: "The answer goes to the address that recvfrom() has told.",
      },
      {
        text: `close(${fd})`,
        because: "In the end the descriptor is given back, and the port is free.",
      },
    ],
  ];
}

function datagramClient(draw: Draw, port: number): Made {
  const fd = draw.whole(3, 6);
  const to = `${drawPeerAddress(draw)}:${port}`;
  const connects = draw.chance(1, 2);
  return [
    `A UDP client asks \`${to}\` one question and ends.${connects ? " It takes datagrams from nobody else." : ""}`,
    [
      {
        text: `${fd} = socket(AF_INET, SOCK_DGRAM)`,
        because: "First comes the socket. All the other calls need its descriptor.",
      },
      ...(connects
        ? [
            {
              text: `connect(${fd}, ${to})`,
              because:
                "It sets the one peer, and sends nothing. send() needs it, for it names no address.",
            },
            {
              text: `send(${fd}, question)`,
              because: "The question goes to the peer that connect() has set.",
            },
            { text: `recv(${fd})`, because: "The answer comes after the question." },
          ]
        : [
            {
              text: `sendto(${fd}, question, ${to})`,
              because:
                "Each datagram names where it goes. With the first one the kernel gives the socket a port.",
            },
            {
              text: `recvfrom(${fd})`,
              because: "The answer comes after the question, to the port that the socket got.",
            },
          ]),
      {
        text: `close(${fd})`,
        because: "It gives the descriptor back. Nothing can be done with the socket afterwards.",
      },
    ],
  ];
}

/** Any order but the right one. */
function shownOf(draw: Draw, count: number): number[] {
  const right = Array.from({ length: count }, (_, index) => index);
  const shown = draw.shuffled(right);
  return shown.join() === right.join() ? shown.toReversed() : shown;
}
