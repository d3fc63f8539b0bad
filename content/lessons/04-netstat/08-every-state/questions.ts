import type { Question } from "#learning/question";

export const questions = [
  {
    id: "still-there-tomorrow",
    kind: "choose-several",
    prompt:
      "You leave a Linux host alone. Its programs make no further calls, and the other hosts send nothing more. Which of these rows will still be there tomorrow?",
    choices: [
      {
        text: "ESTABLISHED",
        right: true,
        because:
          "An idle connection sends nothing, so nothing can be missed. Without keepalive it stands for ever.",
      },
      {
        text: "CLOSE-WAIT",
        right: true,
        because: "It waits for a program of this host to close. No timer does it instead.",
      },
      {
        text: "TIME-WAIT",
        because:
          "It looks like something stuck, and people fear that it stays. It waits for nothing but time: 60 seconds on Linux.",
        belief: "time-wait-is-leak",
      },
      {
        text: "SYN-SENT",
        because: "The SYN is repeated some times. After about two minutes the kernel gives up.",
      },
      {
        text: "LISTEN",
        right: true,
        because: "A listener waits for clients as long as its program keeps it open.",
      },
    ],
  },
  {
    id: "whose-turn",
    kind: "choose-one",
    prompt:
      "You may change programs on this host only. For which of these rows can that help to end it?",
    listing: `Proto Recv-Q Send-Q Local Address           Foreign Address         State
tcp        0      0 192.0.2.10:8080         192.0.2.20:40004        FIN_WAIT2
tcp        1      0 192.0.2.10:8080         192.0.2.20:40005        CLOSE_WAIT
tcp        0      0 192.0.2.10:8080         192.0.2.20:40008        TIME_WAIT`,
    choices: [
      {
        text: "FIN-WAIT-2",
        because:
          "This host's program has done its part. The FIN that is missing has to come from the other host.",
      },
      {
        text: "CLOSE-WAIT",
        right: true,
        because: "The other host has closed. What is missing is `close()` by this host's program.",
      },
      {
        text: "TIME-WAIT",
        because:
          "No program has it any more. It ends by itself, after 60 seconds on Linux, and does no harm meanwhile.",
        belief: "time-wait-is-leak",
      },
      {
        text: "None of them: they all end by a timer.",
        because:
          "The last does, and the first once its program has closed. CLOSE-WAIT has no timer: it stays until the program closes, or ends.",
        belief: "close-wait-timer",
      },
    ],
  },
  {
    id: "count-orphans",
    kind: "type-number",
    prompt:
      "Root sees these ten rows. In how many of them has a program of this host already closed the socket?",
    listing: `State      Recv-Q Send-Q Local Address:Port  Peer Address:Port Process
LISTEN     0      5         192.0.2.10:8080       0.0.0.0:*     users:(("python3",pid=3012,fd=5))
ESTAB      0      0         192.0.2.10:8080    192.0.2.20:40001 users:(("python3",pid=3012,fd=7))
CLOSING    1      1         192.0.2.10:8080    192.0.2.20:40006
SYN-SENT   0      1         192.0.2.10:33240   192.0.2.20:81    users:(("python3",pid=3012,fd=21))
SYN-RECV   0      0         192.0.2.10:8080    192.0.2.20:40002
FIN-WAIT-1 0      1         192.0.2.10:8080    192.0.2.20:40003
LAST-ACK   1      1         192.0.2.10:8080    192.0.2.20:40007
CLOSE-WAIT 1      0         192.0.2.10:8080    192.0.2.20:40005 users:(("python3",pid=3012,fd=13))
TIME-WAIT  0      0         192.0.2.10:8080    192.0.2.20:40008
FIN-WAIT-2 0      0         192.0.2.10:8080    192.0.2.20:40004`,
    answer: 5,
    because:
      "FIN-WAIT-1, FIN-WAIT-2, CLOSING, LAST-ACK and TIME-WAIT. SYN-RECV has no process either, but nobody has closed it: it is not finished yet.",
    near: [
      {
        value: 6,
        because:
          "Six rows have no process. One of them is SYN-RECV, which no program has had so far.",
      },
      {
        value: 1,
        because:
          "TIME-WAIT is the one that everybody knows. But in each state after the own FIN the program may be gone.",
        belief: "socket-dies-with-process",
      },
      {
        value: 0,
        because:
          "Closing takes the socket from the program. The row stays until the kernel has finished with the other side.",
        belief: "socket-dies-with-process",
      },
    ],
  },
  {
    id: "last-ack-says",
    kind: "choose-several",
    prompt: "What does this row tell you?",
    listing: `State    Recv-Q Send-Q Local Address:Port  Peer Address:Port
LAST-ACK 0      1         192.0.2.10:8080    192.0.2.20:40007`,
    choices: [
      {
        text: "The other side closed first.",
        right: true,
        because: "The way into LAST-ACK leads through CLOSE-WAIT: first its FIN, then ours.",
      },
      {
        text: "This host will keep the connection in TIME-WAIT afterwards.",
        because:
          "TIME-WAIT is for the side that closed first. When its ACK comes, this row is gone at once.",
        belief: "time-wait-is-leak",
      },
      {
        text: "This host's program has closed too.",
        right: true,
        because: "That is what brought the row from CLOSE-WAIT to LAST-ACK.",
      },
      {
        text: "One byte of data waits to be sent.",
        because: "`Send-Q` counts the FIN as one. The program has closed; it sends no more data.",
        belief: "syn-has-no-number",
      },
      {
        text: "Our FIN has not been acknowledged so far.",
        right: true,
        because: "That is the 1 under `Send-Q`, and what the state waits for.",
      },
    ],
  },
  {
    id: "forty-syn-sent",
    kind: "choose-one",
    prompt:
      "On an application server, 40 rows are in SYN-SENT, all of them towards `192.0.2.30:5432`. What do you look at first?",
    choices: [
      {
        text: "Whether `192.0.2.30` is on, and whether a filter lies between.",
        right: true,
        because:
          "The SYNs get no answer at all. Were it only that nobody listens, a reset would come, and the rows would be gone at once.",
      },
      {
        text: "This server's programs: they forget to close their connections.",
        because:
          "That would be CLOSE-WAIT. These connections have not even begun: no answer has come to their SYN.",
      },
      {
        text: "Whether the database on `192.0.2.30` listens on port 5432.",
        because:
          "If it did not, its kernel would refuse within a moment, and no row would stay. Silence means that nothing comes back.",
        belief: "refused-is-firewall",
      },
      {
        text: "Nothing: 40 connections are open, which is ordinary for a database.",
        because:
          "Forty connections to a database are nothing unusual. But none of these is open yet: SYN-SENT means that the first answer is still missing.",
      },
    ],
  },
] as const satisfies readonly Question[];
