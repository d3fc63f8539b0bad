import type { Question } from "#learning/question";

export const questions = [
  {
    id: "how-many-possible",
    kind: "choose-one",
    prompt:
      "This listing is used in many notes to explain netstat. How many of its four rows can an ordinary machine really print?",
    listing: `Proto  Local Address    Foreign Address         State
TCP    127.0.0.1:21     0.0.0.0:0               LISTENING
TCP    127.0.0.1:80     111.111.111.111:49902   ESTABLISHED
TCP    127.0.0.1:51031  222.222.222.222:80      ESTABLISHED
TCP    127.0.0.1:60718  333.333.333.333:80      ESTABLISHED`,
    choices: [
      {
        text: "All four",
        because:
          "The columns are in order and the ports make sense, so the listing looks right. Look at the addresses: at the last foreign one, and at the local ones.",
        belief: "loopback-talks-outside",
      },
      {
        text: "Three: 333.333.333.333 is no address",
        because:
          "It is none, since each number of an address is at most 255. But two of the other rows have a fault of another kind, in the column before it.",
        belief: "loopback-talks-outside",
      },
      {
        text: "One: the first",
        right: true,
        because:
          "A program may listen on 127.0.0.1. But 127.0.0.1 is not the local end of a connection to another host, so the other three cannot be.",
      },
      {
        text: "None: the first has a foreign address that does not exist",
        because:
          "0.0.0.0:0 is no host, indeed. It is the sign for nobody, and a listener has nobody at the other end.",
        belief: "foreign-zero-is-host",
      },
    ],
  },
  {
    id: "cannot-be-printed",
    kind: "choose-several",
    prompt:
      "Which of these rows cannot come from an ordinary machine with the address `192.0.2.10`?",
    listing: `A tcp 192.0.2.10:80    203.0.113.9:80      ESTABLISHED
B tcp 192.0.2.10:443   198.51.100.300:5000 ESTABLISHED
C tcp 0.0.0.0:51031    0.0.0.0:*           LISTEN
D tcp 127.0.0.1:44310  203.0.113.9:80      ESTABLISHED
E tcp 127.0.0.1:80     127.0.0.1:49902     ESTABLISHED`,
    choices: [
      {
        text: "A: port 80 at both ends",
        because:
          "Unusual, but possible: a client may bind its own end to port 80 before it connects. Only habit speaks against it.",
      },
      {
        text: "B: a foreign address that ends in 300",
        right: true,
        because: "Each of the four numbers has 8 bits, and goes from 0 to 255.",
      },
      {
        text: "C: a listener on 51031",
        because:
          "A program may listen on any port. The range that systems draw clients' ports from is a habit, and reserves nothing.",
        belief: "ephemeral-49152",
      },
      {
        text: "D: 127.0.0.1 at one end, another host at the other",
        right: true,
        because:
          "With loopback at one end, the other end is on the same machine, and 203.0.113.9 is not. No packet of this connection could be on a network.",
      },
      {
        text: "E: 127.0.0.1 at both ends",
        because:
          "That is what loopback is for: two programs of one machine. The mirror image stands in another row.",
      },
    ],
  },
  {
    id: "evidence-not-number",
    kind: "choose-one",
    prompt: "Which end of the ESTAB row is the server?",
    listing: `LISTEN 0.0.0.0:51031     0.0.0.0:*
ESTAB  192.0.2.10:51031  203.0.113.45:1024`,
    choices: [
      {
        text: "The peer, because its number is the smaller one.",
        because:
          "Small for servers and large for clients is a habit. Here another row knows better: somebody listens on 51031.",
        belief: "ephemeral-above-1023",
      },
      {
        text: "The peer, because 51031 is an ephemeral port and so belongs to a client.",
        because:
          "Systems draw clients' ports from a range, and 51031 is in it. But nothing keeps a program from listening there.",
        belief: "ephemeral-49152",
      },
      {
        text: "Neither: no end has a registered port.",
        because:
          "A registration is a line in a list. Who listens and who connects is decided by the programs.",
        belief: "registered-is-reserved",
      },
      {
        text: "This machine, because it listens on the local port.",
        right: true,
        because:
          "A LISTEN row with the same local port is better evidence than any number. A listener may have a large port, and a client may choose a small one.",
      },
    ],
  },
  {
    id: "count-client-rows",
    kind: "type-number",
    prompt:
      "In how many of this machine's connections is it the client, as far as the rows can tell?",
    listing: `LISTEN 0.0.0.0:22        0.0.0.0:*
LISTEN 192.0.2.10:443    0.0.0.0:*
ESTAB  192.0.2.10:443    203.0.113.9:60022
ESTAB  192.0.2.10:443    192.0.2.20:50110
ESTAB  192.0.2.10:40210  198.51.100.7:443
ESTAB  192.0.2.10:22     203.0.113.9:40022
ESTAB  192.0.2.10:40212  198.51.100.7:22`,
    answer: 2,
    because:
      "40210 and 40212: nobody listens there, and both are ephemeral ports. 443 and 22 have LISTEN rows as local ports, so those ends are the server's.",
    near: [
      {
        value: 3,
        because:
          "Did you take the row with local port 22 and foreign port 40022? This machine listens on 22, so it is the server there.",
      },
      {
        value: 5,
        because:
          "There are five connections. In three of them the local port is one that this machine listens on.",
      },
      {
        value: 1,
        because:
          "The last row counts too: 22 is the foreign port there. It is another host's SSH server.",
      },
      {
        value: 7,
        because: "Two of the seven rows are listeners, which are no connections.",
        belief: "foreign-zero-is-host",
      },
    ],
  },
  {
    id: "third-step",
    kind: "choose-one",
    prompt:
      "An FTP server has this row only. A colleague at the next desk wants to fetch a file from it. Will it work?",
    listing: `TCP    127.0.0.1:21     0.0.0.0:0               LISTENING`,
    choices: [
      {
        text: "Yes: the state says that it takes connections.",
        because:
          "It takes those that reach it. What is sent to 127.0.0.1 on the colleague's machine stays on the colleague's machine.",
        belief: "loopback-reachable",
      },
      {
        text: "Yes: the foreign address 0.0.0.0 lets everybody in.",
        because:
          "In the foreign column the zeros mean that nobody is connected. Who may come is decided by the local address.",
        belief: "foreign-zero-is-host",
      },
      {
        text: "No: its local address is loopback, so only this machine reaches it.",
        right: true,
        because:
          "Step three of the method. The server would have to listen at one of the machine's other addresses, or at all of them.",
      },
      {
        text: "No: a firewall will refuse it.",
        because:
          "There may be one, but it is not needed for a refusal. At the address that the colleague uses, nobody listens on 21.",
        belief: "refused-is-firewall",
      },
    ],
  },
  {
    id: "what-an-shows",
    kind: "choose-several",
    prompt: "What can you read from the output of `netstat -an` on a machine, for certain?",
    choices: [
      {
        text: "On which of its TCP ports something listens at this moment",
        right: true,
        because: "These are the rows in LISTEN, or LISTENING on Windows.",
      },
      {
        text: "Which programs listen",
        because:
          "Without -p on Linux or -o on Windows there is no column for it, and a port's usual service is only a guess.",
        belief: "port-proves-service",
      },
      {
        text: "At which of the machine's addresses each of them listens",
        right: true,
        because: "It stands in the column Local Address: one address, loopback, or the wildcard.",
      },
      {
        text: "Which of these ports another host will find open",
        because:
          "It depends on where that host is and on what stands between. A table knows nothing of firewalls.",
        belief: "closed-is-a-port-property",
      },
      {
        text: "Which UDP rows belong to servers",
        because:
          "UDP has no state LISTEN. A server's row and that of a client that waits look the same.",
        belief: "udp-listens",
      },
    ],
  },
  {
    id: "which-row-is-odd",
    kind: "choose-one",
    prompt:
      "A whole `netstat -tan` of an ordinary machine, `192.0.2.10`. All rows are possible, but one makes you ask a question first. Which one?",
    listing: `A 0.0.0.0:22        0.0.0.0:*          LISTEN
B 127.0.0.1:6379    0.0.0.0:*          LISTEN
C 192.0.2.10:22     192.0.2.20:51812   ESTABLISHED
D 127.0.0.1:6379    127.0.0.1:40112    ESTABLISHED
E 127.0.0.1:40112   127.0.0.1:6379     ESTABLISHED
F 192.0.2.10:80     203.0.113.9:50544  ESTABLISHED`,
    choices: [
      {
        text: "B, because a service should not listen on loopback",
        because:
          "For a database that only this machine's programs use, it is the best choice. Nobody else should reach it.",
      },
      {
        text: "D and E, because one connection cannot be there twice",
        because:
          "They are mirror images: one connection with both ends on this machine, a row for each socket.",
        belief: "port-is-socket",
      },
      {
        text: "C, because the LISTEN row of port 22 should be gone by now",
        because:
          "It should stay, and it did: row A. A listener does not turn into the connection of its first client.",
        belief: "listen-becomes-established",
      },
      {
        text: "F, because nobody listens on port 80",
        right: true,
        because:
          "The ports look like a server's end, and all listeners were asked for. Was the listener closed, or did the program bind its own end to 80 and connect? Ask for the process.",
      },
    ],
  },
] as const satisfies readonly Question[];
