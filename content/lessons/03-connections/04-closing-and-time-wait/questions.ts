import type { Question } from "#learning/question";

export const questions = [
  {
    id: "who-waits",
    kind: "choose-one",
    prompt:
      "A client has what it wanted and closes the connection. The server closes right after it. A few seconds later, which of the two Linux hosts still has a row for this connection?",
    choices: [
      {
        text: "The server, since it has to clean up after each client.",
        because:
          "It is mostly on servers that people notice these rows. But it is not the role that decides; it is who closed first.",
        belief: "time-wait-is-leak",
      },
      {
        text: "The client, since it closed first.",
        right: true,
        because:
          "It sends the last acknowledgment and cannot know whether that arrived. So it stays a while, in TIME-WAIT.",
      },
      {
        text: "Neither. When both have closed, both rows are gone.",
        because:
          "It would be so if nothing could be lost. One acknowledgment is the last, and its sender has to be there in case it did not arrive.",
      },
      {
        text: "Whichever program forgot something; a row without a process is an error.",
        because:
          "A row without a process looks like something lost. Here it is meant: the kernel keeps it on purpose, and removes it by itself.",
        belief: "time-wait-is-leak",
      },
    ],
  },
  {
    id: "who-closed-first",
    kind: "choose-one",
    prompt:
      "These are the last four packets of a connection to a web server, `198.51.100.10`. On which host is there a row in TIME-WAIT now?",
    listing: `IP 198.51.100.10.80 > 192.0.2.20.52110: Flags [F.], seq 880, ack 95, length 0
IP 192.0.2.20.52110 > 198.51.100.10.80: Flags [.], ack 881, length 0
IP 192.0.2.20.52110 > 198.51.100.10.80: Flags [F.], seq 95, ack 881, length 0
IP 198.51.100.10.80 > 192.0.2.20.52110: Flags [.], ack 96, length 0`,
    choices: [
      {
        text: "On the client, `192.0.2.20`: it is always the client that closes first.",
        because:
          "It was so in the lesson's capture. Here the first line with an F comes from port 80, so the server closed first.",
      },
      {
        text: "On the server, `198.51.100.10`: its FIN came first.",
        right: true,
        because:
          "`F.` in the first line is the server's FIN, and number 880 is answered by `ack 881`. Whoever closes first sends the last ACK, and keeps the row.",
      },
      {
        text: "On the client, `192.0.2.20`: its FIN is the last, so it has to wait.",
        because:
          "After the second FIN its sender is in LAST-ACK, and waits for one packet. The last line is that packet, and then its row is gone.",
      },
      {
        text: "On both: each has sent a FIN.",
        because:
          "Both end in TIME-WAIT only if the FINs cross on the way. Here the client had acknowledged the server's FIN before it sent its own.",
      },
    ],
  },
  {
    id: "whose-move",
    kind: "choose-one",
    prompt:
      "On the server this row has stood for an hour. Process 22070 has the socket, as descriptor 4. Who has to do something?",
    listing: `CLOSE-WAIT 1      0         192.0.2.10:8080   192.0.2.20:37136`,
    choices: [
      {
        text: "The client at 192.0.2.20: the server waits for it to close.",
        because:
          "The word WAIT suggests that the other side is slow. But the client has closed already; that is how this row got into the state.",
        belief: "close-wait-is-the-peers",
      },
      {
        text: "Nobody: the state ends by itself when its timer runs out.",
        because:
          "TIME-WAIT has such a timer. CLOSE-WAIT has none, and after an hour nothing will change.",
        belief: "close-wait-timer",
      },
      {
        text: "The program with PID 22070: it has to close descriptor 4.",
        right: true,
        because:
          "The peer has closed, the kernel has acknowledged it, and now it waits for its own program.",
      },
      {
        text: "The administrator: a firewall is holding the FIN back.",
        because:
          "Without the client's FIN this row would be in ESTAB. So the FIN has come through.",
        belief: "close-wait-is-the-peers",
      },
    ],
  },
  {
    id: "after-an-hour",
    kind: "choose-one",
    prompt:
      "The client has called `close()`, and the server's program never does. Both hosts run Linux. Which rows of this connection are there after an hour?",
    choices: [
      {
        text: "Nothing on the client, CLOSE-WAIT on the server",
        right: true,
        because: "The client's kernel has given up. The server's kernel waits for its own program.",
      },
      {
        text: "FIN-WAIT-2 on the client, CLOSE-WAIT on the server",
        because:
          "So it is in the first minute, and by the standard it could stay so. But Linux gives FIN-WAIT-2 up after 60 seconds when no program has the socket any more.",
      },
      {
        text: "Nothing on both, since the client has closed",
        because:
          "A FIN ends one direction. The server's own direction is open until its program closes.",
        belief: "close-ends-both",
      },
      {
        text: "TIME-WAIT on the client, nothing on the server",
        because:
          "TIME-WAIT needs both FINs, and it would be over after a minute. The server has not sent its FIN.",
      },
    ],
  },
  {
    id: "time-wait-rows",
    kind: "choose-one",
    prompt:
      "A web server listens on `192.0.2.10:80`. Its host shows 3,000 rows like this one, each with another peer. What do they tell you?",
    listing: `TIME-WAIT 0      0         192.0.2.10:80     198.51.100.7:52114`,
    choices: [
      {
        text: "The program leaks sockets, and sooner or later it will fail.",
        because:
          "Many rows do look like a leak. But no program has these sockets, and each is gone after a minute. A leak would show as CLOSE-WAIT.",
        belief: "time-wait-is-leak",
      },
      {
        text: "The clients have not closed their side yet.",
        because:
          "WAIT sounds as if somebody were late. But both sides have closed: a row only gets into TIME-WAIT after both FINs.",
      },
      {
        text: "This server closed first on all of these, and all is well.",
        right: true,
        because:
          "The side that closes first keeps the row, on Linux for 60 seconds. It is a sign of many short connections.",
      },
      {
        text: "3,000 of the server's ports are blocked, and few are left.",
        because:
          "It would be so if each connection took a port of the server. But all these rows have one and the same local port, 80, and new clients come with four new values.",
        belief: "server-65535",
      },
    ],
  },
  {
    id: "which-fin",
    kind: "choose-several",
    prompt: "On Linux, in which cases does `close()` send no FIN at this moment?",
    choices: [
      {
        text: "A second process still has the same socket open.",
        right: true,
        because: "The connection belongs to the socket, and that is still in use.",
      },
      {
        text: "All data was read and sent, and this was the only descriptor.",
        because:
          "This is the normal case: the FIN goes out. Not every close() does it, but this one does.",
      },
      {
        text: "Data from the peer lies unread in the socket.",
        right: true,
        because: "A reset goes out instead, so that the peer learns that its data was not read.",
      },
      {
        text: "SO_LINGER is on, with zero seconds.",
        right: true,
        because: "That asks for a reset, and the connection is thrown away.",
      },
    ],
  },
  {
    id: "one-direction",
    kind: "choose-one",
    prompt:
      "A has sent its request and then a FIN, by `shutdown()` for writing. What may B do now?",
    choices: [
      {
        text: "Nothing more: the connection is closed.",
        because:
          "We say “the connection is closed”, as if it were one thing. A FIN ends one direction, that of its sender.",
        belief: "close-ends-both",
      },
      {
        text: "Acknowledge the FIN; anything else makes A send a reset.",
        because:
          "That happens when A has called close() and its socket is gone. With shutdown() A keeps the socket and still receives.",
        belief: "close-ends-both",
      },
      {
        text: "Send as much as it likes, and close later.",
        right: true,
        because:
          "B is in CLOSE-WAIT, and its own direction is open. A receives and acknowledges everything.",
      },
    ],
  },
] as const satisfies readonly Question[];
