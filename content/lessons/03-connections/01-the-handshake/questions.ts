import type { Question } from "#learning/question";

export const questions = [
  {
    id: "why-a-third",
    kind: "choose-one",
    prompt:
      "To open a connection, the client sends “I want to connect, my numbers begin here”. The server answers “Received, and mine begin there”. TCP then demands a third segment, from the client. What for?",
    choices: [
      {
        text: "It is a courtesy: thank you, now we can begin.",
        because:
          "Two messages and a thank-you are how people do it. But TCP wastes no segments: without the third, one side would lack something that it needs.",
        belief: "handshake-politeness",
      },
      {
        text: "It tells the server which new port the two will use from now on.",
        because:
          "A meeting point first and a private line afterwards would be a sensible design. TCP does not do it: both ports stay as they are in the first segment.",
        belief: "accept-new-port",
      },
      {
        text: "It tells the server that its own first number has arrived.",
        right: true,
        because:
          "The client's number was confirmed by the second segment. The server's number needs a confirmation too, and that is the third.",
      },
      {
        text: "It says that the program has accepted the connection.",
        because:
          "The name of the call accept() suggests it. But the programs are not asked: the two kernels exchange these segments by themselves.",
      },
    ],
  },
  {
    id: "which-ack",
    kind: "type-number",
    prompt:
      "A client sends a SYN with `seq 5000` and no data. Which acknowledgment number does the server's SYN-ACK carry?",
    answer: 5001,
    because:
      "The SYN takes the number 5000. The acknowledgment names the number that is expected next, and that is 5001.",
    near: [
      {
        value: 5000,
        because:
          "It would be right if a SYN took no number, as it has no data. But it takes one, so that it can be acknowledged and repeated.",
        belief: "syn-has-no-number",
      },
      {
        value: 5002,
        because:
          "One too many. The SYN takes exactly one number, and the ACK flag in the answer takes none.",
      },
    ],
  },
  {
    id: "who-knows-what",
    kind: "choose-one",
    prompt:
      "These are the tables of two hosts at the same moment, the client's first. What has certainly happened?",
    listing: `SYN-SENT 0      1         192.0.2.20:41968   192.0.2.10:8080

LISTEN   0      5         192.0.2.10:8080      0.0.0.0:*
SYN-RECV 0      0         192.0.2.10:8080   192.0.2.20:41968`,
    choices: [
      {
        text: "The SYN has arrived, and the SYN-ACK has not, or not yet.",
        right: true,
        because:
          "The server has a row for this client, so the SYN reached it. The client is still in SYN-SENT, so no answer has reached it.",
      },
      {
        text: "The SYN was lost, and the client has to send it again.",
        because:
          "Seen from the client alone it could be so, for SYN-SENT looks the same then. But the server has a row for this client.",
      },
      {
        text: "The listener has turned into the connection, and no further client can connect.",
        because:
          "Two rows, and the LISTEN row is one of them. It stays for the next client; the connection is a row beside it.",
        belief: "listen-becomes-established",
      },
      {
        text: "The server's program has not called accept(), so the handshake cannot go on.",
        because:
          "The program need not do anything. The kernel completes the handshake by itself, and the connection then waits for accept().",
      },
    ],
  },
  {
    id: "before-accept",
    kind: "choose-one",
    prompt:
      "A server's program has listened and then hangs; it never calls `accept()` again. A client calls `connect()`. The listener's queue has room. What happens on the client?",
    choices: [
      {
        text: "connect() waits until the server's program calls accept().",
        because:
          "It sounds right, as accept() sounds like the yes. But the connection is complete before; accept() only takes it out of the queue.",
      },
      {
        text: "connect() fails: connection refused.",
        because:
          "Refused means that nobody listens. Here a listener is there, though nobody takes what it collects.",
      },
      {
        text: "connect() succeeds, and the client's row says ESTABLISHED.",
        right: true,
        because:
          "The server's kernel answers alone. The client finds out that something is wrong only when it waits for an answer to its data.",
      },
      {
        text: "The LISTEN row becomes ESTABLISHED, and the port is closed to others.",
        because:
          "One client, one row: that would be simple to read. But the connection is a row of its own, and the listener goes on collecting until its queue is full.",
        belief: "listen-becomes-established",
      },
    ],
  },
  {
    id: "who-is-server",
    kind: "choose-one",
    prompt: "Which side is the server, and what proves it?",
    listing: `IP 192.0.2.20.8080 > 192.0.2.10.40112: Flags [S], seq 2451744792, win 64240, length 0
IP 192.0.2.10.40112 > 192.0.2.20.8080: Flags [S.], seq 674311585, ack 2451744793, win 65160, length 0
IP 192.0.2.20.8080 > 192.0.2.10.40112: Flags [.], ack 674311586, win 63, length 0`,
    choices: [
      {
        text: "`192.0.2.20`: port 8080 is a port for web servers.",
        because:
          "A good first guess. But a program may connect from any port, and listen on any. The first segment tells more than a number.",
        belief: "port-proves-service",
      },
      {
        text: "`192.0.2.20`: it stands in the first line.",
        because: "Whoever stands in the first line sent the first SYN. That is what a client does.",
      },
      {
        text: "`192.0.2.10`: it answered the first SYN with a SYN-ACK.",
        right: true,
        because:
          "It waited, and the other made the first move. The server here has port 40112 and the client 8080: unusual, and allowed.",
      },
      {
        text: "Nobody can tell: a client with port 8080 does not exist, so something is wrong with the capture.",
        because:
          "It is unusual, and allowed: this client was bound to 8080 before it connected. The SYN shows who began, whatever the numbers.",
        belief: "ephemeral-49152",
      },
    ],
  },
  {
    id: "why-handshake",
    kind: "choose-several",
    prompt: "What does the three-way handshake achieve?",
    choices: [
      {
        text: "Both sides know both initial sequence numbers.",
        right: true,
        because: "Each SYN carries one, and each is acknowledged by the other side.",
      },
      {
        text: "The two programs have greeted each other and are ready.",
        because:
          "Only the kernels have spoken. The server's program may be asleep, and learns of the client by accept().",
        belief: "handshake-politeness",
      },
      {
        text: "A SYN that arrives late, from an earlier attempt, opens no connection.",
        right: true,
        because:
          "The server asks back with its SYN-ACK. A client that did not send this SYN now answers with a reset.",
      },
      {
        text: "From now on the data is encrypted.",
        because:
          "TCP encrypts nothing. Where there is encryption, as in HTTPS, another exchange follows after this one.",
      },
    ],
  },
  {
    id: "roles",
    kind: "choose-one",
    prompt: "“In every TCP connection one side listened and the other connected.” Is that so?",
    choices: [
      {
        text: "Yes. Without a listener, a SYN is always refused.",
        because:
          "A SYN to a port that nobody uses is refused. But a socket that has itself sent a SYN to that very endpoint takes it.",
        belief: "always-client-server",
      },
      {
        text: "Nearly always. Two ends can connect to each other at once.",
        right: true,
        because:
          "That is the simultaneous open, and it makes one connection: both go through SYN-SENT and SYN-RECEIVED, and nobody listened.",
      },
      {
        text: "No. After the handshake both sides take turns in listening.",
        because:
          "Both sides may send and receive at any time, so turns are not needed. And LISTEN is a state of a socket that waits for new connections, not for data.",
      },
    ],
  },
] as const satisfies readonly Question[];
