import type { Question } from "#learning/question";

export const questions = [
  {
    id: "new-port",
    kind: "choose-one",
    prompt:
      "A server listens on port 8080. Two clients are connected to it, and both connections are in use. Which port does the server's side use for the second one?",
    choices: [
      {
        text: "A new port, chosen by the server's system when it accepted the client.",
        because:
          "It is a common picture: reception at 8080, then a room of one's own. But a segment already says, by the client's address and port, whose it is. No room is needed.",
        belief: "accept-new-port",
      },
      {
        text: "8080, for both.",
        right: true,
        because:
          "Every connection keeps the port that its SYN was sent to. The two differ on the client's side.",
      },
      {
        text: "8081, the next one that is free.",
        because:
          "8080 is taken, so the next number seems free to use. But it belongs to whoever binds it; the server stays on its own port.",
        belief: "accept-new-port",
      },
      {
        text: "The same port number as the client's.",
        because:
          "It would be tidy if both ends had one number. But each end has its own, and they are normally different.",
        belief: "client-uses-80",
      },
    ],
  },
  {
    id: "rows-for-clients",
    kind: "type-number",
    prompt:
      "A server program has one listening socket. Five clients are connected to it, all accepted. How many rows with its local port does `ss -tan` print on the server?",
    answer: 6,
    because: "Five rows in ESTAB, one for each client, and the LISTEN row, which stays.",
    near: [
      {
        value: 5,
        because:
          "That leaves out the listener. It does not turn into the first connection; it goes on waiting for a sixth client.",
        belief: "listen-becomes-established",
      },
      {
        value: 1,
        because:
          "One port, but not one socket. Each connection is a socket of its own, with a row of its own.",
        belief: "port-is-socket",
      },
      {
        value: 10,
        because:
          "Each connection has two ends, but the second ends are on the clients and in their tables.",
      },
    ],
  },
  {
    id: "which-socket",
    kind: "choose-one",
    prompt:
      "A segment with data arrives, from `192.0.2.30` port 46356 to `192.0.2.10` port 8080. Which socket gets the data?",
    listing: `LISTEN 0      128       192.0.2.10:8080      0.0.0.0:*
ESTAB  0      0         192.0.2.10:8080   192.0.2.30:46356
ESTAB  0      0         192.0.2.10:8080   192.0.2.20:46356
ESTAB  0      0         192.0.2.10:8080   192.0.2.20:46358`,
    choices: [
      {
        text: "That of the first row: everything for port 8080 goes through the listener.",
        because:
          "The listener has the port, so it looks like the door for all. But it takes new SYNs alone: a segment whose four values match a connection goes to that connection at once.",
        belief: "port-is-socket",
      },
      {
        text: "That of the second row, since all four values match.",
        right: true,
        because: "Local address and port, remote address and port: only this row has all four.",
      },
      {
        text: "That of the third row, since its peer has port 46356.",
        because:
          "The peer's port fits, but its address is 192.0.2.20. The third client has the same port number on another host.",
      },
      {
        text: "All three connections, since they share the port.",
        because:
          "Then every client's data would reach the others. A segment is for exactly one connection.",
        belief: "port-is-socket",
      },
    ],
  },
  {
    id: "nobody-matches",
    kind: "choose-one",
    prompt:
      "A server has this table. A SYN arrives from `192.0.2.20` port 50000 to port 8080. What does the kernel do?",
    listing: `LISTEN 0      128       192.0.2.10:8080      0.0.0.0:*
ESTAB  0      0         192.0.2.10:8080   192.0.2.30:46356
ESTAB  0      0         192.0.2.10:8080   192.0.2.20:46356
ESTAB  0      0         192.0.2.10:8080   192.0.2.20:46358`,
    choices: [
      {
        text: "It finds no such connection, but a listener, and answers with a SYN-ACK.",
        right: true,
        because:
          "A SYN that fits no connection is what a listener is for. A row in SYN-RECEIVED with peer 192.0.2.20:50000 appears.",
      },
      {
        text: "It answers with a reset, since 192.0.2.20 is connected already.",
        because:
          "A host may be connected as often as it has ports. The client's port is new, so the four values are new.",
      },
      {
        text: "It opens a free port and tells the client to come there.",
        because:
          "A line of its own for each client would be a sensible design. But there is no such message in TCP: the answer comes from port 8080.",
        belief: "accept-new-port",
      },
    ],
  },
  {
    id: "how-many",
    kind: "choose-one",
    prompt:
      "A chat server on one address and one port keeps 200,000 connections open. What do you say to that?",
    choices: [
      {
        text: "Impossible: there are only 65,536 ports.",
        because:
          "The number of ports is right. But the server uses one of them; the clients' ports are their own, and each client host has a whole set.",
        belief: "server-65535",
      },
      {
        text: "Possible, if it has four addresses or more.",
        because:
          "More addresses give more 4-tuples, but they are not needed: the clients' addresses differ, and so do the tuples.",
        belief: "server-65535",
      },
      {
        text: "Possible only over UDP, which has no connections.",
        because:
          "UDP is a way to serve many with one socket. But TCP can do it as well; it takes a socket each.",
      },
      {
        text: "Possible, with memory enough and many client addresses.",
        right: true,
        because:
          "Each connection takes a descriptor and some memory. From one address at most some 65,000 fit towards one endpoint; several addresses multiply that.",
      },
    ],
  },
  {
    id: "same-tuple",
    kind: "choose-several",
    prompt:
      "One connection is from `192.0.2.20:46356` to `192.0.2.10:8080`. Which connections can exist at the same time?",
    choices: [
      {
        text: "`192.0.2.20:46356` to `192.0.2.10:8081`",
        right: true,
        because: "The server's port differs, so the four values are new.",
      },
      {
        text: "A second one from `192.0.2.20:46356` to `192.0.2.10:8080`",
        because:
          "All four values would be the same, and segments could not be told apart. The client's own system refuses it, in bind() or in connect().",
      },
      {
        text: "`192.0.2.20:46358` to `192.0.2.10:8080`",
        right: true,
        because: "The client's port differs.",
      },
      {
        text: "`192.0.2.30:46356` to `192.0.2.10:8080`",
        right: true,
        because: "The client's address differs. Two hosts may well use the same port number.",
      },
    ],
  },
  {
    id: "client-port",
    kind: "choose-one",
    prompt:
      "A browser loads a page over TCP from port 443 of a server. Which sockets with local port 443 does this create on the browser's own host?",
    choices: [
      {
        text: "One, because both ends of a connection use the service's port.",
        because:
          "443 is the number to knock at, on the server. The browser's end gets an ephemeral port from its own system.",
        belief: "client-uses-80",
      },
      {
        text: "One for each tab, because each tab needs the service.",
        because:
          "Each connection needs a local port of its own, and these are ephemeral. 443 is only on the other side.",
        belief: "client-uses-80",
      },
      {
        text: "None.",
        right: true,
        because:
          "On the browser's host 443 stands in the peer column. The local port is an ephemeral one.",
      },
    ],
  },
] as const satisfies readonly Question[];
