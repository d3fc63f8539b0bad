import type { Question } from "#learning/question";

export const questions = [
  {
    id: "what-it-costs",
    kind: "choose-one",
    prompt:
      "A client program on Linux makes 5,000 short connections within a few seconds and closes each of them first. Then it ends. What do the 5,000 rows in TIME-WAIT hold now?",
    choices: [
      {
        text: "5,000 descriptors of the program, until it is killed.",
        because:
          "So it is with sockets that a program forgets to close. Here the program has closed all of them, and it has even ended.",
      },
      {
        text: "A little more than one megabyte in the kernel, for a minute.",
        right: true,
        because:
          "The kernel keeps a small object for each, 256 bytes in our measurement. No program has them, and each is gone after 60 seconds.",
      },
      {
        text: "Some memory that nobody frees: it is a leak.",
        because:
          "Many rows without an owner do look like one. But each has a timer, and the kernel removes it by itself.",
        belief: "time-wait-is-leak",
      },
      {
        text: "5,000 of the server's ports, so that it can take fewer new clients.",
        because:
          "5,000 rows look like 5,000 ports, and they are: the client's. On the server's side all had one and the same port.",
        belief: "server-65535",
      },
    ],
  },
  {
    id: "steady-number",
    kind: "type-number",
    prompt:
      "A program on Linux makes 100 connections a second, all day, and closes each first. How many rows in TIME-WAIT do you expect on its host at any moment?",
    answer: 6000,
    because: "100 a second, and each row stays for 60 seconds: 100 × 60.",
    near: [
      {
        value: 100,
        because: "That is what comes in one second. But rows of the last 60 seconds are all there.",
      },
      {
        value: 24000,
        because:
          "That would follow from the standard's four minutes. Linux keeps a row for 60 seconds.",
      },
      {
        value: 0,
        because:
          "Each row does go by itself. But the number neither grows without end nor falls to nothing. As many rows go as come.",
      },
    ],
  },
  {
    id: "same-tuple-again",
    kind: "choose-one",
    prompt:
      "A Linux server has this row. Now the same client draws port 34992 again and sends a SYN to port 8081, where the server still listens. What happens, as a rule?",
    listing: `TIME-WAIT 0      0         192.0.2.10:8081   192.0.2.20:34992`,
    choices: [
      {
        text: "The server takes the connection, and the old row makes room.",
        right: true,
        because:
          "Sequence number or timestamp show that the SYN is newer than the old connection. RFC 9293 allows the server to accept it directly.",
      },
      {
        text: "The server answers with a reset, because the 4-tuple is still in use.",
        because:
          "The 4-tuple is kept aside, so that seems natural. But the server can see that this SYN is new, and need not refuse it.",
      },
      {
        text: "The server waits until the minute is over and answers then.",
        because: "The row has a timer, but nobody queues behind it. The SYN is answered at once.",
      },
      {
        text: "The client gets EADDRINUSE from the server.",
        because:
          "EADDRINUSE is an error of one's own system, when a port is given out. No segment carries it.",
      },
    ],
  },
  {
    id: "which-is-near",
    kind: "choose-one",
    prompt:
      "Four Linux hosts, each with one address and default settings. The number of TIME-WAIT rows was counted by local and peer endpoint. Which host is close to trouble?",
    choices: [
      {
        text: "A web server: 60,000 rows with local port 443, from thousands of peers.",
        because:
          "The largest number, but all on one local port. New clients bring their own addresses and ports.",
        belief: "server-65535",
      },
      {
        text: "A crawler: 40,000 rows to 4,000 web servers, at most 20 to each.",
        because:
          "A port may be kept towards one endpoint and used towards another. Towards each of them 20 of 28,232 are kept.",
      },
      {
        text: "All of them: more than 10,000 rows are always a problem.",
        because:
          "No such number exists. What counts is how many there are from one address to one endpoint.",
        belief: "time-wait-is-leak",
      },
      {
        text: "A client: 27,900 rows, all to `192.0.2.50:5432`.",
        right: true,
        because:
          "Towards this endpoint only some 300 of the 28,232 ports are left. The next second may use them up.",
      },
    ],
  },
  {
    id: "which-remedies",
    kind: "choose-several",
    prompt:
      "A program on Linux reaches one server over the network with very many short connections and piles up TIME-WAIT on its own host. Which of these lessen the number of rows there, without losing data?",
    choices: [
      {
        text: "Set `tcp_fin_timeout` to 5.",
        because: "The name sounds right. It limits FIN-WAIT-2; TIME-WAIT stays at 60 seconds.",
        belief: "fin-timeout-is-time-wait",
      },
      {
        text: "Keep a few connections open and send many requests over each.",
        right: true,
        because: "Fewer connections, fewer rows. In our trial 5,000 requests left one row.",
      },
      {
        text: "Set `tcp_tw_recycle` to 1.",
        because: "Since Linux 4.12 there is no such setting. It used to break other connections.",
        belief: "fin-timeout-is-time-wait",
      },
      {
        text: "Arrange that the server closes first.",
        right: true,
        because:
          "Then the rows are on the server, where they all have one port and do not get in anybody's way.",
      },
      {
        text: "Set `SO_LINGER` to 0 on each socket before it is closed.",
        because:
          "There would be no rows. But what is still on its way is thrown away, and the peer gets an error.",
        belief: "close-sends-fin",
      },
    ],
  },
  {
    id: "leak-or-not",
    kind: "choose-one",
    prompt:
      "On a server both of these numbers have grown since yesterday. Which one points to a fault in a program of this host?",
    listing: `   4120 TIME-WAIT
   3877 CLOSE-WAIT`,
    choices: [
      {
        text: "TIME-WAIT, since it is the larger number.",
        because:
          "It grows with the number of connections and falls with it. None of these rows is older than a minute.",
        belief: "time-wait-is-leak",
      },
      {
        text: "Both: neither state should last.",
        because: "TIME-WAIT is meant to last, for a minute. CLOSE-WAIT is meant to be short.",
        belief: "time-wait-is-leak",
      },
      {
        text: "CLOSE-WAIT, since only the program ends its rows.",
        right: true,
        because:
          "The peer has closed and the program has not. These rows have a process and a descriptor each, and no timer.",
      },
      {
        text: "Neither: both are over by themselves after a while.",
        because: "TIME-WAIT is. CLOSE-WAIT has no timer.",
        belief: "close-wait-timer",
      },
    ],
  },
] as const satisfies readonly Question[];
