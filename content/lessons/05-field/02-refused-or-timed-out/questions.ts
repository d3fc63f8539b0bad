import type { Question } from "#learning/question";

export const questions = [
  {
    id: "rejected-port",
    kind: "choose-one",
    prompt:
      "A colleague gets “Connection refused” from a server, at once, and says: “So it cannot be a firewall. A firewall would be silent.” Is that so?",
    choices: [
      {
        text: "Yes. Refused always comes from the host, where nobody listens.",
        because:
          "Mostly it does, and that is the right first guess. But a firewall may be told to send resets itself, and then it looks the same.",
        belief: "closed-is-a-port-property",
      },
      {
        text: "No. Refused always means a firewall.",
        because:
          "The word sounds like a guard. Usually it is the kernel of a host on which nobody listens.",
        belief: "refused-is-firewall",
      },
      {
        text: "Mostly, but not surely: a firewall can be set to refuse.",
        right: true,
        because:
          "Its rule is called reject. Below you see how one can often tell the two apart all the same.",
      },
    ],
  },
  {
    id: "first-question",
    kind: "choose-one",
    prompt:
      "A program prints `Name or service not known` for `shpo.example`, port 8080. Somebody wants to open port 8080 in the server's firewall. What do you say?",
    choices: [
      {
        text: "Good idea: name errors are what a dropped SYN looks like.",
        because:
          "A dropped SYN looks like waiting. Here no SYN was sent, for there was no address to send it to.",
      },
      {
        text: "It cannot help: no packet has been sent to the server yet.",
        right: true,
        because:
          "First the name must become an address. Look at the name itself, letter by letter, and at DNS.",
      },
      {
        text: "Better start the server: the name is known once it listens.",
        because:
          "A listener makes a port answer. Names come from DNS or the hosts file, whether anybody listens or not.",
      },
    ],
  },
  {
    id: "ttl-of-a-reset",
    kind: "choose-one",
    prompt:
      "Answers of a web server arrive with TTL 54. A reset for its port 8443 arrives with TTL 58, and the same source address. What follows?",
    choices: [
      {
        text: "Nobody listens on port 8443 of the server.",
        because:
          "It may be true as well. But this reset did not come the server's way: it passed four routers fewer, so it says nothing about the server.",
        belief: "closed-is-a-port-property",
      },
      {
        text: "The source address proves that the server sent it.",
        because:
          "A source address is a field that the sender fills in. A firewall that rejects must fill in the server's, or the client would ignore the reset.",
      },
      {
        text: "The server is overloaded and answers with another TTL.",
        because:
          "Load does not change the TTL. It starts at a fixed number and falls by one for each router.",
      },
      {
        text: "Something on the way sent the reset in the server's name.",
        right: true,
        because: "It began nearer to you. A firewall in front of the server is the likely author.",
      },
    ],
  },
  {
    id: "how-long",
    kind: "choose-one",
    prompt:
      "A program reports: “connection to the database timed out after 5 seconds”. What does the 5 tell you about the database's host?",
    choices: [
      {
        text: "Nothing; the program has set this limit itself.",
        right: true,
        because:
          "The kernel would have gone on for about two minutes. All you know is that no answer came in the first five seconds.",
      },
      {
        text: "It answers, but it needs more than 5 seconds for it.",
        because:
          "Possible, and just as possible is that it never answers. The number is the program's own limit.",
      },
      {
        text: "It refused the connection after 5 seconds.",
        because:
          "Both end in an error, so they are often told as one. But a refusal is an answer, and it comes at once. Here was none.",
      },
      {
        text: "Its firewall keeps connections waiting for 5 seconds.",
        because:
          "A filter that drops knows no time; it throws a packet away and forgets it. The patience is the client's.",
      },
    ],
  },
  {
    id: "waiting-in-queue",
    kind: "type-number",
    prompt:
      "New clients of port 8443 time out. How many connections wait on this server to be accepted by the program on that port?",
    listing: `State  Recv-Q Send-Q Local Address:Port Peer Address:Port
LISTEN 0      511          0.0.0.0:80        0.0.0.0:*
LISTEN 129    128          0.0.0.0:8443      0.0.0.0:*
ESTAB  0      4380      192.0.2.10:80     192.0.2.20:41114
ESTAB  517    0         192.0.2.10:8443   192.0.2.20:51224`,
    answer: 129,
    because:
      "Recv-Q of the LISTEN row. It is greater than Send-Q, so the queue is full and new SYNs are dropped. No firewall is needed to explain the timeouts.",
    near: [
      {
        value: 128,
        because:
          "That is Send-Q of the LISTEN row: the size of the queue, not how many stand in it.",
      },
      {
        value: 517,
        because:
          "It stands under Recv-Q and has the right port. But in an ESTAB row Recv-Q counts bytes: 517 have arrived and were not read.",
      },
      {
        value: 0,
        because:
          "That is the row of port 80, where nobody has to wait. Take the row whose local port is 8443.",
      },
    ],
  },
  {
    id: "refused-from-windows",
    kind: "choose-several",
    prompt:
      "A client on Linux calls `connect()` and hears nothing for 30 seconds. Which causes fit?",
    choices: [
      {
        text: "The server is a Windows host with its firewall on, and nobody listens on the port.",
        right: true,
        because: "In stealth mode it sends no reset, so a closed port is silent.",
      },
      {
        text: "The server is a Linux host without a firewall, and nobody listens on the port.",
        because: "Its kernel sends a reset, and the client gets “Connection refused” at once.",
        belief: "refused-is-firewall",
      },
      {
        text: "The server's accept queue is full.",
        right: true,
        because: "On Linux the SYN is then dropped, in the hope that the client comes again.",
      },
      {
        text: "A router's rule says `reject with tcp reset`.",
        because:
          "The rule keeps clients away, as `drop` does. But to reject is to answer: the client would see “refused”, at once.",
      },
      {
        text: "A router's rule says `drop`.",
        right: true,
        because: "The SYN vanishes. The client repeats it and waits.",
      },
    ],
  },
] as const satisfies readonly Question[];
