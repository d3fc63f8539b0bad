import type { Question } from "#learning/question";

export const questions = [
  {
    id: "how-many-hold",
    kind: "type-number",
    prompt: "Six sentences from notes that you may meet. How many of them are right as they stand?",
    listing: `1  Ports above 1023 are called ephemeral ports.
2  When somebody visits, LISTEN turns into ESTABLISHED.
3  A socket is bound to its port when it is created.
4  8080 is a User Port.
5  Port 0 cannot be used.
6  Only one process may bind to an address and a port.`,
    answer: 1,
    because:
      "Only the fourth. Each of the others holds a grain of truth, and each was put right in this course. This lesson tells where.",
    near: [
      {
        value: 2,
        because:
          "One too many. Often it is the last one that passes: it is the normal case, but SO_REUSEPORT and inherited sockets are the exceptions.",
        belief: "one-process-per-port",
      },
      {
        value: 3,
        because:
          "Only one holds. The fifth is half true: 0 is reserved, and still programs bind to it every day.",
      },
      {
        value: 0,
        because: "One of them holds: 8080 lies between 1024 and 49151, so it is a User Port.",
        belief: "8080-is-system",
      },
      {
        value: 6,
        because: "They all stand in notes. But five of them are wrong or too simple.",
      },
    ],
  },
  {
    id: "which-claim-port",
    kind: "choose-several",
    prompt: "Which of these sentences about ports can you sign as they stand?",
    choices: [
      {
        text: "A DHCP client uses UDP port 68, and the server UDP port 67.",
        right: true,
        because: "Number and protocol, and which side. That is a full statement.",
      },
      {
        text: "A program that listens on 5432 is PostgreSQL, because 5432 is registered for it.",
        because: "The registration is right. But it binds nobody; any program may listen there.",
        belief: "port-proves-service",
      },
      {
        text: "A port of a Linux client that is below 49152 was chosen by the program.",
        because: "Linux chooses from 32768 to 60999 by itself, and much of that is below 49152.",
        belief: "ephemeral-49152",
      },
      {
        text: "A browser sends a request for https to port 443, unless the URL names another.",
        right: true,
        because: "The port follows from the scheme. Nobody forwards the request.",
      },
      {
        text: "Port 8888 belongs to Jupyter.",
        because:
          "Jupyter starts there by habit. The registry has NewsEDGE, and a port belongs to nobody.",
        belief: "habit-is-registration",
      },
    ],
  },
  {
    id: "which-claim-socket",
    kind: "choose-one",
    prompt: "Which of these sentences about sockets is right?",
    choices: [
      {
        text: "A socket is a type of file descriptor.",
        because:
          "A descriptor is the number by which a process refers to it. One socket may have several.",
      },
      {
        text: "When a process has ended, none of its connections is left in the table.",
        because:
          "One may be in TIME-WAIT for a minute, and a child process may have inherited another.",
        belief: "socket-dies-with-process",
      },
      {
        text: "A new TCP socket has no address until `bind()`, `connect()` or `listen()`.",
        right: true,
        because: "`socket()` makes the object. The address comes with one of these calls.",
      },
      {
        text: "A UDP socket can have no peer.",
        because: "After `connect()` it has one, and takes datagrams from that peer alone.",
        belief: "udp-never-established",
      },
    ],
  },
  {
    id: "missing-call",
    kind: "choose-one",
    prompt:
      "A server in Python calls `socket`, `bind` and `listen`, and then `recv(1024)` on the same socket. What happens?",
    choices: [
      {
        text: "It waits for the first client and returns its data.",
        because:
          "It looks as if the listener became the connection. But a listener carries no data; each connection is a socket of its own.",
        belief: "listen-becomes-established",
      },
      {
        text: "It fails: the listener has no peer. `accept()` is missing.",
        right: true,
        because:
          "The error is ENOTCONN, “not connected”. `accept()` returns the socket to call `recv` on.",
      },
      {
        text: "It fails: the server must send before it receives.",
        because: "Either side may begin, once there is a connection. Here there is none.",
      },
      {
        text: "It returns nothing, since nobody is connected.",
        because:
          "No bytes would mean “end of file”: somebody was there and has ended. Here the call itself is refused.",
      },
    ],
  },
  {
    id: "cannot-be",
    kind: "choose-one",
    prompt:
      "Four rows from a page that explains netstat on Windows. Its machine rewrites no addresses. Which one can a real machine have printed?",
    listing: `1  TCP    127.0.0.1:80        198.51.100.7:49902   ESTABLISHED
2  TCP    192.0.2.10:51031    203.0.113.256:80     ESTABLISHED
3  TCP    192.0.2.10:80       198.51.100.7:49902   ESTABLISHED
4  TCP    192.0.2.10:65536    203.0.113.20:80      ESTABLISHED`,
    choices: [
      {
        text: "1",
        because:
          "Its local address is loopback, and its peer is elsewhere. Loopback addresses never leave a host.",
        belief: "loopback-talks-outside",
      },
      {
        text: "2",
        because:
          "The last number of the peer's address is 256. It has 8 bits, so 255 is the highest.",
      },
      {
        text: "3",
        right: true,
        because:
          "A server's connection. If no row shows a listener on port 80, that is worth a question, but it can be.",
      },
      {
        text: "4",
        because: "A port has 16 bits. 65535 is the highest, and 65536 ports are counted from 0.",
      },
    ],
  },
  {
    id: "count-impossible",
    kind: "type-number",
    prompt:
      "Nine rows, said to come from `netstat -tuan` on a Linux machine that rewrites no addresses. How many of them can no Linux tool have printed there?",
    listing: `Proto Recv-Q Send-Q Local Address           Foreign Address         State
tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN
tcp        0      0 127.0.0.1:3306          0.0.0.0:*               LISTENING
tcp        0      0 192.0.2.10:22           198.51.100.7:51844      ESTABLISHED
tcp        0      0 127.0.0.1:41890         203.0.113.80:443        ESTABLISHED
tcp        0      0 192.0.2.10:41902        203.0.113.80:443        ESTABLISHED
tcp        0      0 192.0.2.10:41904        333.0.113.80:443        ESTABLISHED
tcp        0      0 192.0.2.10:70210        203.0.113.80:443        ESTABLISHED
udp        0      0 0.0.0.0:53              0.0.0.0:*               LISTEN
tcp        0      0 192.0.2.10:80           198.51.100.9:49902      ESTABLISHED`,
    answer: 5,
    because:
      "The word LISTENING, loopback with a peer outside, the address with 333, the port 70210, and UDP in LISTEN. The row for port 80 without a listener can be; it is worth a question.",
    near: [
      {
        value: 6,
        because:
          "Six rows are strange, but one is only worth a question: port 80 without a listener. The listener may have been closed while the connection lives on.",
      },
      {
        value: 4,
        because:
          "Look once more at the words in the column State, and at the protocol beside them.",
        belief: "udp-listens",
      },
      {
        value: 3,
        because:
          "Numbers that cannot be, and loopback: that makes three. Two more have a word in the column State that does not belong there.",
        belief: "udp-listens",
      },
    ],
  },
  {
    id: "which-questions",
    kind: "choose-one",
    prompt:
      "A colleague reads to you: “A machine can have at most 65,535 connections, one for each port.” Which question shows best what is wrong with it?",
    choices: [
      {
        text: "On which side, and towards whom?",
        right: true,
        because:
          "A server's connections all share its port. A client's need ports of their own; on Linux, towards each endpoint anew.",
      },
      {
        text: "Is port 0 counted or not?",
        because:
          "It would change the number by one. The sentence counts the wrong thing: ports in place of 4-tuples.",
        belief: "server-65535",
      },
      {
        text: "On which system?",
        because:
          "Often the right question, and for a client the numbers do depend on it. But on every system a server's connections share one port, so the sentence is wrong on all.",
        belief: "server-65535",
      },
    ],
  },
] as const satisfies readonly Question[];
