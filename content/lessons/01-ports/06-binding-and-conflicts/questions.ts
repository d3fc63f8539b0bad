import type { Question } from "#learning/question";

export const questions = [
  {
    id: "in-use-but-gone",
    kind: "choose-one",
    prompt:
      "You stop your server on port 8080 and start it again at once. It says “Address already in use”. The list of processes shows that the old server is gone. Can that be?",
    choices: [
      {
        text: "No. The message proves that some program still has the port.",
        because:
          "Very often it is so, and it is the first thing to check. But a port can be held without any program.",
        belief: "in-use-means-running",
      },
      {
        text: "Yes. A connection it has closed can hold the port for a while.",
        right: true,
        because:
          "The state is called TIME-WAIT. On Linux it lasts 60 seconds, and it outlives the process.",
      },
      {
        text: "Yes. Every port is blocked for a minute after each use.",
        because:
          "There is such a wait, but only after a connection. A server that nobody connected to can be restarted at once.",
      },
      {
        text: "Yes. Port 8080 is registered, and so it is not free.",
        because:
          "“In use” and “registered” sound alike. But a registration with IANA is a line in a list, and no operating system enforces it.",
        belief: "registered-is-reserved",
      },
    ],
  },
  {
    id: "who-can-reach",
    kind: "choose-several",
    prompt:
      "A host has the address `192.0.2.10`, and no firewall. Which of these servers can a neighbour on the same network reach?",
    choices: [
      {
        text: "One bound to `127.0.0.1:8000`",
        because:
          "Loopback addresses do not leave a host. The neighbour has a `127.0.0.1` of its own and would only reach itself.",
        belief: "loopback-reachable",
      },
      {
        text: "One bound to `192.0.2.10:8000`",
        right: true,
        because: "The neighbour can reach exactly this address.",
      },
      {
        text: "One bound to `[::1]:8000`",
        because: "`::1` is the loopback address of IPv6: only for the host itself.",
        belief: "loopback-reachable",
      },
      {
        text: "One bound to `0.0.0.0:8000`",
        right: true,
        because:
          "The wildcard stands for every IPv4 address of the host, and `192.0.2.10` is among them.",
      },
    ],
  },
  {
    id: "wildcard-meaning",
    kind: "choose-one",
    prompt:
      "You start a development server, and it prints `Serving on 0.0.0.0:8000`. What does that tell you?",
    choices: [
      {
        text: "It waits on this machine alone, since 0.0.0.0 is another way to write localhost.",
        because:
          "You can open it on your own machine, so the two seem alike. But localhost is `127.0.0.1`, and the wildcard includes the address that your neighbours can reach.",
        belief: "any-is-localhost",
      },
      {
        text: "It has no address yet, and gets one when the first client connects.",
        because:
          "All zeros look like “nothing”. The socket is bound and ready; the zeros stand for all addresses at once.",
      },
      {
        text: "It waits on every IPv4 address of this machine, the network's included.",
        right: true,
        because:
          "The wildcard covers them all. To keep a server to yourself, bind it to `127.0.0.1`.",
      },
    ],
  },
  {
    id: "which-conflict",
    kind: "choose-one",
    prompt:
      "On Linux, a TCP socket listens on `127.0.0.1:9000`, without options. Which of these sockets cannot be bound beside it?",
    choices: [
      {
        text: "UDP, `127.0.0.1:9000`",
        because:
          "Address and number are the same, so it looks like a clash. But TCP and UDP count their ports apart.",
        belief: "tcp-udp-clash",
      },
      {
        text: "TCP, `192.0.2.10:9000`",
        because:
          "Same protocol and port, but another address. The two do not overlap, so both can listen.",
        belief: "one-process-per-port",
      },
      {
        text: "TCP, `0.0.0.0:9000`",
        right: true,
        because:
          "The wildcard includes `127.0.0.1`, so the addresses overlap. The order does not matter: it fails the other way round too.",
      },
      {
        text: "TCP, `127.0.0.1:9001`",
        because: "Another port. There is nothing to conflict with.",
      },
    ],
  },
  {
    id: "only-time-wait",
    kind: "choose-one",
    prompt:
      "A server of your own has ended and will not start again: “Address already in use”. For its port, `ss -tan` prints only this row. What helps best, today and at every later restart?",
    listing: `State     Recv-Q Send-Q Local Address:Port   Peer Address:Port  Process
TIME-WAIT 0      0          127.0.0.1:8081      127.0.0.1:45722`,
    choices: [
      {
        text: "Look for the process that has the port, and end it.",
        because:
          "That is the remedy when a program holds the port. Here no socket listens, and a connection in TIME-WAIT belongs to no process any more.",
        belief: "in-use-means-running",
      },
      {
        text: "Wait a minute, then set SO_REUSEADDR before every bind.",
        right: true,
        because:
          "The row is gone after 60 seconds. From then on each socket has the option, the one that ends and the one that follows, and the wait holds up no restart.",
      },
      {
        text: "Set SO_REUSEPORT on the new socket, and start it now.",
        because:
          "It lets several sockets share a port, but only if all of them set it. The connection in TIME-WAIT comes from a socket without it.",
      },
      {
        text: "Move the server to another port after each restart.",
        because:
          "It would start. But its clients look for it on the old port, which is free again after a minute.",
      },
    ],
  },
  {
    id: "findstr-pid",
    kind: "type-number",
    prompt:
      "Suppose that `netstat -ano | findstr :80` prints these rows on Windows. Which PID listens on TCP port 80?",
    listing: `  TCP    0.0.0.0:8080           0.0.0.0:0              LISTENING       4312
  TCP    127.0.0.1:8000         0.0.0.0:0              LISTENING       5316
  TCP    0.0.0.0:80             0.0.0.0:0              LISTENING       1984
  TCP    192.0.2.20:50122       198.51.100.7:80        ESTABLISHED     7720`,
    answer: 1984,
    because: "Only the third row has `:80` as its whole local port, with the state LISTENING.",
    near: [
      {
        value: 4312,
        because:
          "The first row, but its port is 8080. The filter searched for the text `:80`, and `:8080` begins with it.",
      },
      {
        value: 7720,
        because:
          "There 80 is the peer's port. This program is a client of somebody's web server and holds local port 50122.",
        belief: "client-uses-80",
      },
      {
        value: 5316,
        because: "Its port is 8000. The text `:80` is found in `:8000` as well.",
      },
    ],
  },
  {
    id: "reuse-options",
    kind: "choose-one",
    prompt:
      "On Linux, four processes of one user should listen on the same TCP port, and the kernel should spread new connections over them. What must they set before bind?",
    choices: [
      {
        text: "SO_REUSEADDR on each of them",
        because:
          "The name promises it. For TCP on Linux a second listener still gets EADDRINUSE; the option is for binding over old connections.",
        belief: "reuseaddr-two-listeners",
      },
      {
        text: "SO_REUSEPORT on the last three",
        because:
          "Right option, but the first socket must have it too. Otherwise any program could join a port uninvited.",
      },
      {
        text: "Nothing, if they bind to the wildcard",
        because: "The wildcard overlaps with everything. It conflicts more often, not less.",
      },
      {
        text: "SO_REUSEPORT on all four",
        right: true,
        because:
          "All four set it and belong to one user. Then each has its own listening socket on the same port.",
      },
    ],
  },
  {
    id: "low-port",
    kind: "choose-one",
    prompt:
      "On a Linux host with default settings, a web server should listen on port 80 without running as root. What is the smallest right that it needs?",
    choices: [
      {
        text: "The capability CAP_NET_BIND_SERVICE",
        right: true,
        because:
          "This single right lets a process bind to ports below 1024, and gives it nothing else.",
      },
      {
        text: "There is none; below 1024 only root will do",
        because:
          "The rule is told that way everywhere. Root has the right because it has all capabilities, and this is one of them.",
        belief: "below-1024-root",
      },
      {
        text: "A registration of its program with IANA",
        because: "Port 80 is registered for HTTP, not for a program. The kernel does not ask IANA.",
        belief: "registered-is-reserved",
      },
      {
        text: "None, as long as it binds to `127.0.0.1`",
        because:
          "That would make it harmless for others, so it would be reasonable. Linux checks the port number for every address.",
      },
    ],
  },
] as const satisfies readonly Question[];
