import type { Question } from "#learning/question";

export const questions = [
  {
    id: "linux-range",
    kind: "choose-one",
    prompt:
      "A browser on a Linux machine with default settings connects to a web server. From which range will the browser's own port come?",
    choices: [
      {
        text: "49152 to 65535, the range that IANA leaves free",
        because:
          "Windows and macOS do take that range, and most books give it. Linux has a default of its own, which starts lower and ends lower.",
        belief: "ephemeral-49152",
      },
      {
        text: "32768 to 60999, the default of Linux",
        right: true,
        because:
          "More than half of it lies in the User Ports. You can read the range with one command, as shown below.",
      },
      {
        text: "1024 to 65535, everything that is not well known",
        because:
          "All of these could be used. But no system of the four in this lesson starts at 1024; each has a narrower range.",
        belief: "ephemeral-above-1023",
      },
      {
        text: "It will be 80 or 443, the same as the server's",
        because:
          "The server's end is 80 or 443. The client's end has its own port, or two windows of the browser could not be told apart.",
        belief: "client-uses-80",
      },
    ],
  },
  {
    id: "count-dynamic",
    kind: "type-number",
    prompt:
      "Windows answers: start port 49152, number of ports 16384. What is the highest port it will choose?",
    answer: 65535,
    because: "49152 + 16384 − 1. The start port itself is one of the 16,384.",
    near: [
      {
        value: 65536,
        because:
          "That counts the start port twice. From 49152, the first port is 49152 itself, so one must be taken off. 65536 does not exist.",
      },
      {
        value: 60999,
        because:
          "That is where Linux ends by default. Here the answer follows from start and number.",
      },
    ],
  },
  {
    id: "who-is-client",
    kind: "choose-one",
    prompt:
      "Two rows from the table of `192.0.2.10`. Who is the client of the connection, and what shows it best?",
    listing: `LISTEN 0      128          0.0.0.0:22         0.0.0.0:*
ESTAB  0      0         192.0.2.10:22      192.0.2.20:34254`,
    choices: [
      {
        text: "`192.0.2.20`, because this host listens on 22, its own port in the connection",
        right: true,
        because:
          "A listener with the same local port is strong evidence: the connection came in through it.",
      },
      {
        text: "`192.0.2.20`, because 34254 is in the Dynamic range of IANA",
        because:
          "The client is right, the reason is not: 34254 is below 49152, so it is a User Port. It does lie in the range of Linux.",
        belief: "ephemeral-49152",
      },
      {
        text: "`192.0.2.10`, because its address stands on the left, where the sender is",
        because:
          "Left is “local”: the host that printed the table. Both ends print themselves on the left.",
      },
      {
        text: "Nobody can tell from a table like this",
        because:
          "Careful, and often wise. Here the `LISTEN` row tells, since the connection has the same local port.",
      },
    ],
  },
  {
    id: "range-exhausted",
    kind: "choose-several",
    prompt:
      "A Linux program holds open connections to `192.0.2.10:5432` on all ephemeral ports of its one address. Which attempts can still work?",
    choices: [
      {
        text: "One more connection to `192.0.2.10:5432`",
        because:
          "The server has room, so it looks as if one more would fit. But every local port is taken towards exactly this destination: the call fails with EADDRNOTAVAIL.",
      },
      {
        text: "A connection to `192.0.2.10:80`",
        right: true,
        because:
          "The remote port differs, so the four values together are new. A used local port may serve again.",
      },
      {
        text: "Binding another TCP socket to port 0 of the same address",
        because:
          "It names no destination, so it seems to be in nobody's way. But bind does not know yet where the socket will connect to. So it wants a port that no socket with this address has, and there is none.",
      },
      {
        text: "A connection to `192.0.2.30:5432`",
        right: true,
        because: "The remote address differs. That is enough.",
      },
    ],
  },
  {
    id: "server-limit",
    kind: "choose-one",
    prompt:
      "One web server listens on one address, TCP port 443. How many clients can be connected at once?",
    choices: [
      {
        text: "65535, because each connection takes a port of the server",
        because:
          "The number is right for the ports of one address. But a connection takes a port of the client; on the server's side all carry 443.",
        belief: "server-65535",
      },
      {
        text: "28,232, because that is the size of the ephemeral range",
        because:
          "That range limits one client address towards one destination. Other clients have ranges of their own.",
        belief: "server-65535",
      },
      {
        text: "One, because the port is in use after that",
        because:
          "The listening socket stays and takes the next client. Each connection gets a socket of its own, all with port 443.",
        belief: "one-process-per-port",
      },
      {
        text: "Far more than there are ports; memory and settings limit it first",
        right: true,
        because:
          "Connections are told apart by the client's address and port. Each new client address brings its own supply.",
      },
    ],
  },
] as const satisfies readonly Question[];
