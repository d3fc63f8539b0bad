import type { Question } from "#learning/question";

export const questions = [
  {
    id: "listener-closed",
    kind: "choose-one",
    prompt:
      "A visitor downloads a large file from port 80 of a web server. While it runs, the server's program closes its listening socket. What becomes of the download?",
    choices: [
      {
        text: "It goes on as before, and new visitors are refused.",
        right: true,
        because:
          "The listener is needed for new connections alone. You will see the rows of a real server that did exactly this.",
      },
      {
        text: "It breaks off: the row in LISTEN was that connection, or held it up.",
        because:
          "The listener made the connection possible, so this seems natural. But the connection has been a socket of its own since the handshake.",
        belief: "listen-becomes-established",
      },
      {
        text: "It goes on, but over another port, since 80 is free now.",
        because:
          "A connection never changes its ports: they are part of its name. And 80 is not quite free, since this connection uses it.",
        belief: "accept-new-port",
      },
      {
        text: "Nothing changes at all: a listener cannot be closed while it has clients.",
        because:
          "It can. The clients do not hang on the listener; each has a socket of its own on the server.",
        belief: "port-is-socket",
      },
    ],
  },
  {
    id: "rows-of-80",
    kind: "type-number",
    prompt:
      "A web server has one listening socket, on port 80. Now four visitors are connected to it at once. How many of its rows with local port 80 are in LISTEN?",
    answer: 1,
    because:
      "The listener, as before the first visitor came. The four connections are four further rows, in ESTABLISHED.",
    near: [
      {
        value: 0,
        because:
          "So the story would have it: LISTEN turns into ESTABLISHED. But then nobody could have been the second visitor.",
        belief: "listen-becomes-established",
      },
      {
        value: 4,
        because:
          "Each visitor does get a row, but in ESTABLISHED. All four came in through one listener.",
        belief: "accept-new-port",
      },
      {
        value: 5,
        because: "Five rows have local port 80 in all. Only one of them listens.",
      },
    ],
  },
  {
    id: "pair-them",
    kind: "type-number",
    prompt:
      "A database listens on port 3306 at every address. Two programs on the same machine are connected to it, and one program on another machine. In how many rows of this machine's `ss -tan` does 3306 stand, in either column?",
    answer: 6,
    because:
      "One listener, two rows for each of the two local connections, and one for the remote client: its other end is in the other machine's table.",
    near: [
      {
        value: 4,
        because:
          "The listener and the server's end of each connection make four. The two local clients' ends are sockets of this machine as well.",
      },
      {
        value: 7,
        because:
          "All three connections have two ends, but the remote client's end is not in this table.",
      },
      {
        value: 5,
        because:
          "The connections make five rows. The listener did not turn into one of them; it is the sixth.",
        belief: "listen-becomes-established",
      },
      {
        value: 3,
        because:
          "Three connections, but the table lists sockets. Each end that is on this machine has a row.",
      },
    ],
  },
  {
    id: "open-from-outside",
    kind: "choose-several",
    prompt:
      "No firewall stands in between. To which of these ports of `192.0.2.10` can a new client on another machine connect?",
    listing: `LISTEN 0.0.0.0:22        0.0.0.0:*
LISTEN 127.0.0.1:5432    0.0.0.0:*
LISTEN 192.0.2.10:8080   0.0.0.0:*
ESTAB  192.0.2.10:22     203.0.113.9:50000
ESTAB  192.0.2.10:41190  198.51.100.7:443`,
    choices: [
      {
        text: "22",
        right: true,
        because:
          "A listener at every address. The connection that stands does not matter; the listener takes the next one.",
      },
      {
        text: "5432",
        because:
          "It listens, so it is open to programs on this machine. Towards 192.0.2.10 nobody listens on it.",
        belief: "loopback-reachable",
      },
      {
        text: "8080",
        right: true,
        because: "A listener at this very address.",
      },
      {
        text: "41190",
        because:
          "It is in use by one connection, and no listener stands there. A newcomer's SYN is answered with a reset.",
        belief: "established-is-open-port",
      },
      {
        text: "50000",
        because:
          "That is the port of the peer, on 203.0.113.9. On this machine nobody has it, as far as these rows tell.",
      },
    ],
  },
  {
    id: "no-listen-row",
    kind: "choose-one",
    prompt:
      "`ss -tn` on a server prints the one row below, and none in LISTEN. What do you do first?",
    listing: `ESTAB  0  0  192.0.2.10:22  203.0.113.9:50000`,
    choices: [
      {
        text: "Note that the SSH server has one client and takes no others.",
        because:
          "It would follow if LISTEN turned into ESTABLISHED with the first client. It does not, so look for the LISTEN row.",
        belief: "listen-becomes-established",
      },
      {
        text: "Cut the connection: one without a listener must be an intruder's.",
        because:
          "It is worth asking about, once it is certain that no listener is there. Even then a closed listener is the likelier cause.",
      },
      {
        text: "Ask again with `-a`, which lists the listeners too.",
        right: true,
        because:
          "`ss` and `netstat` print no listeners unless asked to, with -a or -l. Only when one is still missing does the question begin.",
      },
      {
        text: "Nothing can be said: connections and listeners have nothing to do with each other.",
        because:
          "They are separate sockets, that is true. But a listener with the same local port is the best sign that this end is the server.",
      },
    ],
  },
  {
    id: "lsof-hides",
    kind: "choose-several",
    prompt:
      "A colleague runs `lsof -Pn -i4`, not as root. No row has port 8080. What may be the case all the same?",
    choices: [
      {
        text: "Another user's program listens on port 8080.",
        right: true,
        because: "Without root, lsof leaves out what belongs to others, without a word.",
      },
      {
        text: "The port is free beyond doubt, since lsof lists everything.",
        because:
          "The empty answer is what makes people believe it. An answer is only as complete as the question and the rights of the one who asks.",
        belief: "no-name-no-program",
      },
      {
        text: "A program of his own listens there, with a socket made for IPv6 that takes IPv4 too.",
        right: true,
        because: "Such a socket has TYPE IPv6, and the 4 in -i4 leaves it out.",
      },
      {
        text: "A connection of port 8080 is in TIME-WAIT.",
        right: true,
        because: "No process has it any more, and lsof lists what processes have open.",
      },
    ],
  },
  {
    id: "story-told-right",
    kind: "choose-one",
    prompt:
      "A machine's whole table is one row, a listener on port 3306. Then one client connects, and nothing else happens. Which of these cannot be the whole table now?",
    listing: `A  LISTEN 0 80 0.0.0.0:3306     0.0.0.0:*
   ESTAB  0 0  192.0.2.10:3306  192.0.2.20:50000
B  LISTEN 0 80 0.0.0.0:3306     0.0.0.0:*
   ESTAB  0 0  127.0.0.1:3306   127.0.0.1:34072
   ESTAB  0 0  127.0.0.1:34072  127.0.0.1:3306
C  LISTEN 1 80 0.0.0.0:3306     0.0.0.0:*
   ESTAB  0 0  192.0.2.10:3306  192.0.2.20:50000
D  ESTAB  0 0  192.0.2.10:3306  192.0.2.20:50000`,
    choices: [
      {
        text: "A: the listener, and one ESTAB row",
        because:
          "It is the ordinary case: the listener, and beside it a row for the client, who is on another machine.",
        belief: "listen-becomes-established",
      },
      {
        text: "B: the listener, and two ESTAB rows",
        because:
          "This client is on the same machine, so both ends of its connection are in the table.",
      },
      {
        text: "C: the listener with a 1 under Recv-Q, and one ESTAB row",
        because:
          "The program has not called accept() yet: one connection waits in the queue, and has its row already.",
      },
      {
        text: "D: one ESTAB row, and no listener",
        right: true,
        because:
          "Here the LISTEN row has turned into the connection, as the story has it. The kernel makes a new socket and leaves the listener alone.",
      },
    ],
  },
] as const satisfies readonly Question[];
