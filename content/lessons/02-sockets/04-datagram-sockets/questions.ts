import type { Question } from "#learning/question";

export const questions = [
  {
    id: "lost-on-the-way",
    kind: "choose-one",
    prompt:
      "A program hands five bytes to `sendto()`, the call that sends a datagram. The datagram is lost on the way. What does `sendto()` say?",
    choices: [
      {
        text: "After some time, that the datagram could not be delivered",
        because:
          "It would be good to know. But nobody noticed the loss: the receiver cannot miss what it does not expect, and the sender's kernel has forgotten the datagram.",
      },
      {
        text: "At once, that five bytes were sent, as if all were well",
        right: true,
        because:
          "The call is over as soon as the kernel has taken the datagram. What happens on the way is known to nobody here.",
      },
      {
        text: "That five bytes were sent, but only after the kernel has repeated it",
        because:
          "A stream's kernel repeats what is lost. It can, because the other end acknowledges what has arrived. UDP has no acknowledgments.",
      },
      {
        text: "That no bytes were sent, so that the program can try again",
        because:
          "It would be an honest answer. But the number counts what the kernel took from the program, not what arrived.",
      },
    ],
  },
  {
    id: "missing-calls",
    kind: "choose-several",
    prompt:
      "You have a server in Python that takes TCP connections. You rewrite it for UDP, as a plain socket that answers anybody. Which of its calls go away?",
    choices: [
      {
        text: "`listen()`",
        right: true,
        because:
          "It asks the kernel to complete connections and to keep them ready. UDP has none. On a UDP socket the call fails: “Operation not supported”.",
      },
      {
        text: "`bind()`",
        because:
          "It has nothing to do with connections. Clients must know the port, so a server binds, over UDP as well.",
      },
      {
        text: "`accept()`",
        right: true,
        because:
          "It would hand over the next connection as a socket of its own. Here one socket serves all clients; `recvfrom()` says each time who it was.",
      },
      {
        text: "`socket()`, since there is nothing to connect",
        because:
          "A socket is there to send and to receive, with or without a connection. Only its type changes, to `SOCK_DGRAM`.",
      },
      {
        text: "`close()`, since nothing was opened",
        because:
          "No connection was opened, that is right, and no packet tells anybody of the end. But the socket holds the port and a descriptor until it is closed.",
      },
    ],
  },
  {
    id: "three-sends",
    kind: "choose-one",
    prompt:
      "Over UDP, a client calls `send()` three times, with 4, 4 and 2 bytes. All arrive, in order. Then the server calls `recv(100)` once. How many bytes does it get?",
    choices: [
      {
        text: "10, since all of them fit into 100",
        because:
          "A stream would do that. A datagram socket keeps the messages apart: one call takes one datagram, however much room there is.",
      },
      {
        text: "4, and the other 6 are lost",
        because:
          "Lost is only what does not fit into the buffer of a call, from that same datagram. The other two datagrams wait for calls of their own.",
      },
      {
        text: "None, because it waits until 100 bytes are there",
        because: "100 is the most it would take. It returns as soon as one datagram is there.",
      },
      {
        text: "4, and the next call gets 4 more",
        right: true,
        because: "One datagram a call. The third call gets the last 2 bytes.",
      },
    ],
  },
  {
    id: "how-many-orders",
    kind: "type-number",
    prompt:
      "A client sends an order by UDP and repeats it until an answer comes. The server carries out every order it receives and answers each. The first order is lost. The second arrives, but its answer is lost. The third arrives, and so does its answer. How many times was the order carried out?",
    answer: 2,
    because:
      "The second and the third order arrived, and the server could not know that they meant the same. The client saw one answer.",
    near: [
      {
        value: 1,
        because:
          "The client saw one answer, so it looks like one. But the order whose answer was lost had been carried out as well.",
      },
      {
        value: 3,
        because:
          "Three were sent, and each would have been carried out. But the first never reached the server.",
      },
    ],
  },
  {
    id: "udp-estab",
    kind: "choose-one",
    prompt: "What does this row tell you?",
    listing: `Proto Recv-Q Send-Q Local Address           Foreign Address         State
udp        0      0 192.0.2.20:59112        192.0.2.10:53           ESTABLISHED`,
    choices: [
      {
        text: "The two hosts have agreed on a connection, as with TCP.",
        because:
          "The word is the same as for TCP. But UDP agrees on nothing: the host `192.0.2.10` may be switched off.",
      },
      {
        text: "It must be a mistake, because UDP never shows ESTABLISHED.",
        because:
          "UDP sets up no connection, so it looks wrong. But `netstat` prints this word for a socket on which `connect()` was called.",
        belief: "udp-never-established",
      },
      {
        text: "A program here called `connect()`, so this socket has one peer.",
        right: true,
        because:
          "That is all. The call noted the peer and sent nothing. Only datagrams from `192.0.2.10:53` will be let in.",
      },
      {
        text: "The server at `192.0.2.10:53` has answered at least once.",
        because:
          "The row would look the same before the first datagram was sent. What arrived and was read leaves no trace here.",
      },
    ],
  },
  {
    id: "silence",
    kind: "choose-several",
    prompt:
      "A tool sends a datagram to UDP port 161 of a host that is up, and no answer comes at all. Which of these may be so?",
    choices: [
      {
        text: "A program has the port, and this datagram was not worth an answer to it.",
        right: true,
        because: "UDP itself answers nothing. Whether an answer comes is up to the program.",
      },
      {
        text: "It is certain that nobody has the port.",
        because:
          "With TCP, nobody there means an answer: a refusal. With UDP, a program that receives and says nothing looks the same as a loss.",
        belief: "udp-silence-closed",
      },
      {
        text: "A firewall dropped the datagram.",
        right: true,
        because: "A filter that drops is silent.",
      },
      {
        text: "Nobody has the port, and the message that says so was lost or filtered.",
        right: true,
        because:
          "The host would send ICMP, port unreachable. That is a packet like any other: it can be lost or filtered, and hosts limit how many they send.",
      },
    ],
  },
] as const satisfies readonly Question[];
