import type { Question } from "#learning/question";

export const questions = [
  {
    id: "who-has-to-act",
    kind: "choose-one",
    prompt:
      "On a server, the number of rows in CLOSE-WAIT grows from 40 in the morning to 900 in the evening. Who has to do something?",
    choices: [
      {
        text: "Nobody; such rows are over by themselves after a while.",
        because: "That is TIME-WAIT, whose name is so similar. CLOSE-WAIT has no timer at all.",
        belief: "close-wait-timer",
      },
      {
        text: "The clients, who do not finish closing their connections.",
        because:
          "“Wait” sounds as if somebody else were late. But the clients have closed: the peer's FIN has arrived, and it is acknowledged.",
        belief: "close-wait-is-the-peers",
      },
      {
        text: "The server's program, which does not close its sockets.",
        right: true,
        because:
          "CLOSE-WAIT waits for this host's own program to call close(), and for nothing else.",
      },
      {
        text: "The administrator, who should shorten a timer of the kernel.",
        because:
          "There are settings for TIME-WAIT and FIN-WAIT-2, so it is worth a thought. For CLOSE-WAIT there is none, since no timer runs.",
        belief: "close-wait-timer",
      },
    ],
  },
  {
    id: "same-moment",
    kind: "choose-one",
    prompt:
      "A server's row says CLOSE-WAIT. Both hosts run Linux, and the client's program has called `close()`. What does the client's table show two hours later, if nobody does anything?",
    choices: [
      {
        text: "FIN-WAIT-2, as long as the server's row stands.",
        because:
          "The standard would allow it. Linux gives up after a minute, once the program has closed.",
      },
      {
        text: "TIME-WAIT.",
        because:
          "The client closed first, and that is the side which gets TIME-WAIT. But for that the server's FIN would have to arrive, and it has not been sent.",
      },
      {
        text: "Nothing: its row is gone, and the server's is still there.",
        right: true,
        because:
          "One side may know nothing any more, while the other waits for its own program. The two tables need not agree.",
      },
      {
        text: "CLOSE-WAIT as well, since both ends of a connection have the same state.",
        because:
          "Each end has a state of its own. CLOSE-WAIT is that of the end which has not closed.",
        belief: "close-ends-both",
      },
    ],
  },
  {
    id: "forgotten-descriptors",
    kind: "type-number",
    prompt:
      "How many sockets in this table has the program accepted and not closed, although the peer has?",
    listing: `State      Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN     2      128       192.0.2.10:5740      0.0.0.0:*     users:(("shop",pid=3954,fd=3))
CLOSE-WAIT 1      0         192.0.2.10:5740   192.0.2.20:56448 users:(("shop",pid=3954,fd=7))
ESTAB      0      0         192.0.2.10:5740   192.0.2.21:40122 users:(("shop",pid=3954,fd=8))
CLOSE-WAIT 5      0         192.0.2.10:5740   192.0.2.20:56476
CLOSE-WAIT 0      0         192.0.2.10:5740   192.0.2.20:50990 users:(("shop",pid=3954,fd=5))
CLOSE-WAIT 18     0         192.0.2.10:5740   192.0.2.22:51830
TIME-WAIT  0      0         192.0.2.10:5740   192.0.2.23:50978`,
    answer: 2,
    because:
      "The rows with fd=7 and fd=5. In the ESTAB row the peer has not closed, and the two CLOSE-WAIT rows without a process were never accepted.",
    near: [
      {
        value: 4,
        because:
          "Four rows are in CLOSE-WAIT. Two of them have no process: they wait in the accept queue, as the 2 under Recv-Q of the listener says.",
      },
      {
        value: 3,
        because: "The ESTAB row does not count: its peer has not closed.",
      },
      {
        value: 5,
        because:
          "The row in TIME-WAIT is closed by both sides. It has no descriptor any more and goes by itself.",
        belief: "time-wait-is-leak",
      },
    ],
  },
  {
    id: "read-recv-q",
    kind: "choose-one",
    prompt:
      "A row in CLOSE-WAIT has a process, and 4380 under Recv-Q, for an hour now. What is the most likely reason?",
    choices: [
      {
        text: "The program does not read: it hangs, or waits for something else.",
        right: true,
        because:
          "It has not come to the end of file. Look at what the process does, for instance whether it waits for a database.",
      },
      {
        text: "The program has read everything and forgot close().",
        because:
          "Then Recv-Q would be 0 or 1. Here 4379 bytes lie unread, and the FIN behind them.",
      },
      {
        text: "The peer has not sent its FIN yet.",
        because: "The state says that it has. The FIN is the last of the 4380.",
        belief: "close-wait-is-the-peers",
      },
      {
        text: "The network is slow; the bytes are still under way.",
        because: "Recv-Q counts what has arrived. From here on, no network is involved.",
        belief: "close-wait-is-the-peers",
      },
    ],
  },
  {
    id: "pool-row",
    kind: "choose-one",
    prompt:
      "On an application's host, four rows like this one have stood for hours, always four. The application works. What do you do?",
    listing: `CLOSE-WAIT 1      0         192.0.2.10:41876 198.51.100.7:5432`,
    choices: [
      {
        text: "Look for a fault in the database's host, which leaves connections open.",
        because:
          "The rows name that host. But it has closed, and that is what the state says; this host's program keeps its ends.",
        belief: "close-wait-is-the-peers",
      },
      {
        text: "Restart the application at once, before descriptors run out.",
        because:
          "They run out only if the number grows. Four are no danger, and the restart would not mend the cause.",
      },
      {
        text: "Block port 41876, which is attacked.",
        because:
          "41876 is this host's own ephemeral port. The application opened the connection to the database itself.",
        belief: "established-is-open-port",
      },
      {
        text: "Note the number, and count again in an hour.",
        right: true,
        because:
          "A pool that does not look at idle connections has such rows. Four that stay four run out of nothing; the pool might test a connection before it is used.",
      },
    ],
  },
  {
    id: "keepalive-effect",
    kind: "choose-several",
    prompt:
      "Somebody wants to treat a leak of CLOSE-WAIT rows without touching the program's code. Which statements are true?",
    choices: [
      {
        text: "A restart of the program clears the rows, for a time.",
        right: true,
        because: "When a process ends, the kernel closes all its descriptors.",
      },
      {
        text: "With keepalive the leak is mended, since dead connections are cleaned up.",
        because:
          "The row may go, when the peer's host answers a probe with a reset. The descriptor stays open, and accept() fails as before.",
        belief: "keepalive-mends-close-wait",
      },
      {
        text: "A higher limit of open files delays the failure.",
        right: true,
        because: "It delays, and no more. A number that grows reaches every limit.",
      },
      {
        text: "A shorter `tcp_fin_timeout` shortens CLOSE-WAIT.",
        because:
          "That setting is for FIN-WAIT-2, on the side that closed first. For CLOSE-WAIT no timer runs.",
        belief: "close-wait-timer",
      },
    ],
  },
] as const satisfies readonly Question[];
