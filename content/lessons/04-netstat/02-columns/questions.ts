import type { Question } from "#learning/question";

export const questions = [
  {
    id: "three-on-listen",
    kind: "choose-one",
    prompt: "A listener's row has a 3 under Recv-Q. What are there three of?",
    listing: `Proto Recv-Q Send-Q Local Address    Foreign Address  State
tcp        3      0 192.0.2.10:8080  0.0.0.0:*        LISTEN`,
    choices: [
      {
        text: "Bytes that have arrived and that the program has not read",
        because:
          "On a connection it would be so. But a listener carries no data: it has no peer that could send any.",
      },
      {
        text: "Connections that wait for the program to accept them",
        right: true,
        because:
          "On a LISTEN row the column changes its meaning. The kernel has completed three handshakes, and the program has not called accept() for them.",
      },
      {
        text: "Clients that this server is serving",
        because:
          "Those have left the queue: accept() took them. They may be three hundred, and this number would be 0.",
      },
      {
        text: "Segments that were lost on the way",
        because:
          "Nobody knows of them here: what does not arrive stands in no column of this host.",
      },
    ],
  },
  {
    id: "whose-fault",
    kind: "choose-one",
    prompt:
      "You look at this row every few seconds, for minutes. Send-Q stays at 668976, Recv-Q at 0. What follows?",
    listing: `tcp  0  668976  192.0.2.10:80  203.0.113.45:44542  ESTABLISHED`,
    choices: [
      {
        text: "The program on 192.0.2.10 does not read what arrives.",
        because:
          "That would show under Recv-Q, which is 0. Everything that came from the client has been read.",
      },
      {
        text: "The client has received 668,976 bytes so far.",
        because:
          "A count of what was delivered would be a useful column, but this is not it. These bytes are the ones that were not acknowledged.",
        belief: "send-means-delivered",
      },
      {
        text: "The other host does not take the data, or the network loses it.",
        right: true,
        because:
          "The bytes leave the queue when they are acknowledged. None of these is, so the trouble is at the other end or in between.",
      },
      {
        text: "Nothing: while the state is ESTABLISHED, data flows.",
        because:
          "The state says that nobody has closed. It says ESTABLISHED even when not a byte gets through.",
      },
    ],
  },
  {
    id: "accept-queue-count",
    kind: "type-number",
    prompt: "How many connections wait for the program on port 8000 to call `accept()`?",
    listing: `State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0      511          0.0.0.0:80        0.0.0.0:*
LISTEN 4      128          0.0.0.0:8000      0.0.0.0:*
ESTAB  0      0         192.0.2.10:80     192.0.2.20:51002
ESTAB  7      0         192.0.2.10:8000   192.0.2.20:51004`,
    answer: 4,
    because: "Recv-Q of the LISTEN row counts them. 128 is the limit of the queue.",
    near: [
      {
        value: 128,
        because:
          "That is the limit of the queue, which ss prints under Send-Q. The number that wait is in Recv-Q.",
      },
      {
        value: 7,
        because:
          "The 7 stands on a row with a peer, so it counts bytes: seven have arrived there and were not read.",
      },
      {
        value: 0,
        because:
          "It seems that a listener has nobody waiting, since it has no peer. But finished connections queue up behind it until accept() takes them.",
      },
      {
        value: 132,
        because:
          "The two stand side by side, as if they were parts of a sum. But 128 is the limit of the queue, and 4 connections stand in it.",
      },
    ],
  },
  {
    id: "foreign-zero",
    kind: "choose-several",
    prompt: "In which of these rows does the foreign end stand for nobody?",
    listing: `A TCP  0.0.0.0:445       0.0.0.0:0        LISTENING
B TCP  192.0.2.20:51004  192.0.2.10:8000  ESTABLISHED
C tcp6 :::8080           :::*             LISTEN
D tcp  127.0.0.1:5432    127.0.0.1:45480  ESTABLISHED
E LISTEN  0  4096  *:9090  *:*`,
    choices: [
      {
        text: "A: `0.0.0.0:0`",
        right: true,
        because:
          "0.0.0.0:0 is how Windows writes “no peer”. It is no host, and nothing is connected.",
      },
      {
        text: "B: `192.0.2.10:8000`",
        because:
          "The foreign end is a real endpoint, with an address and a port other than zero. Somebody is there.",
      },
      {
        text: "C: `:::*`",
        right: true,
        because: ":::* is the same in IPv6: the address :: and any port.",
      },
      {
        text: "D: `127.0.0.1:45480`",
        because:
          "127.0.0.1 is a real address, that of this machine itself. The peer is a program on the same host.",
        belief: "any-is-localhost",
      },
      {
        text: "E: `*:*`",
        right: true,
        because: "*:* is how ss writes it for a socket that takes IPv4 and IPv6.",
      },
    ],
  },
  {
    id: "port-of-v6-row",
    kind: "type-number",
    asks: "port",
    prompt: "Which TCP port does this row show on this machine?",
    listing: `tcp6  0  0  2001:db8:0:1::10:443  2001:db8:0:1::20:51000  ESTABLISHED`,
    answer: 443,
    because:
      "The port is what follows the last colon of the local end. The address is 2001:db8:0:1::10.",
    near: [
      {
        value: 10,
        because:
          "It is what follows `::`, where the address may seem to end. But 10 is still part of it; the last colon comes after.",
      },
      {
        value: 51000,
        because: "51000 is the peer's port: it stands in the column of the foreign address.",
      },
    ],
  },
  {
    id: "dash-means",
    kind: "choose-several",
    prompt:
      "`netstat -tanp` shows a `-` where a program's name should be. Which of these can be the reason?",
    choices: [
      {
        text: "You are not root, and the socket belongs to another user's process.",
        right: true,
        because: "That is the most common reason. Ask again with sudo.",
      },
      {
        text: "Every row without a program is a sign of malware that hides.",
        because:
          "It is an old fear. There are everyday reasons for a `-`, and the other choices name some of them.",
      },
      {
        text: "The connection is in TIME-WAIT, and no process has it any more.",
        right: true,
        because: "The kernel keeps the row for a while after the program has closed.",
      },
      {
        text: "The port is free, and the row is a leftover that may be ignored.",
        because:
          "A row is there because the kernel has a socket. In TIME-WAIT, for one, it can hold the port against bind().",
        belief: "no-name-no-program",
      },
      {
        text: "The connection waits in a listener's accept queue.",
        right: true,
        because: "Nobody has called accept() for it, so no process holds it yet.",
      },
    ],
  },
  {
    id: "impossible-cell",
    kind: "choose-one",
    prompt: "Three of these rows are as a kernel would have them. Which one cannot be?",
    listing: `A tcp 0 0 0.0.0.0:443      0.0.0.0:*          LISTEN
B tcp 0 0 192.0.2.10:443   0.0.0.0:*          ESTABLISHED
C tcp 2 0 0.0.0.0:8080     0.0.0.0:*          LISTEN
D tcp 9 0 192.0.2.10:8080  203.0.113.9:51000  ESTABLISHED`,
    choices: [
      {
        text: "A, because a server has to name one of its addresses",
        because:
          "It may, and it need not. 0.0.0.0 in the local column is the wildcard: every IPv4 address of this host.",
      },
      {
        text: "B, because an established connection has a peer",
        right: true,
        because:
          "ESTABLISHED is the state of a connection between two ends. 0.0.0.0:* says that there is no other end, so both cannot be true of one socket.",
      },
      {
        text: "C, because a listener receives no data",
        because:
          "True, it receives none. But on a LISTEN row Recv-Q counts connections that wait for accept(), and two may wait.",
      },
      {
        text: "D, because the program would have read the nine bytes",
        because:
          "It will, when it gets round to it. Until then they lie in the queue, and any listing may catch them there.",
      },
    ],
  },
] as const satisfies readonly Question[];
