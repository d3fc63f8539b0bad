import type { Question } from "#learning/question";

const SIX = `State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      511          0.0.0.0:6379      0.0.0.0:*
LISTEN 0      511       192.0.2.10:80        0.0.0.0:*
LISTEN 0      511       192.0.2.10:8080      0.0.0.0:*
LISTEN 0      128          0.0.0.0:22        0.0.0.0:*
LISTEN 0      5      198.51.100.10:9000      0.0.0.0:*
LISTEN 0      5          127.0.0.1:8080      0.0.0.0:*`;

export const questions = [
  {
    id: "from-the-other-network",
    kind: "choose-several",
    prompt:
      "A host has the addresses `192.0.2.10` and `198.51.100.10`. These are its TCP listeners; there is no firewall. A client connects to `198.51.100.10`. At which ports does it get in?",
    listing: SIX,
    choices: [
      {
        text: "22",
        right: true,
        because: "It is bound to the wildcard, and 198.51.100.10 is one of the host's addresses.",
      },
      {
        text: "80",
        because:
          "The same host, but not the same address: this listener answers only what is sent to 192.0.2.10.",
      },
      {
        text: "6379",
        right: true,
        because: "On the wildcard, as 22. It answers at every IPv4 address of the host.",
      },
      {
        text: "8080",
        because:
          "Two listeners have that port, but neither at this address: one at 192.0.2.10, one at 127.0.0.1.",
        belief: "loopback-reachable",
      },
      {
        text: "9000",
        right: true,
        because: "It is bound to exactly this address.",
      },
    ],
  },
  {
    id: "how-many-accept",
    kind: "type-number",
    prompt:
      "A host without a firewall has these six listeners. A client on another host can reach its address `192.0.2.10`. How many of the six will take its connections there?",
    listing: SIX,
    answer: 4,
    because:
      "6379 and 22 on the wildcard, 80 and 8080 on this very address. The other two are bound to other addresses.",
    near: [
      {
        value: 6,
        because:
          "They are all listeners of this host. But each answers only at its own address, and two of the six have others.",
        belief: "loopback-reachable",
      },
      {
        value: 5,
        because:
          "Perhaps you counted both listeners with port 8080. The one at 127.0.0.1 answers only this host's own programs.",
        belief: "loopback-reachable",
      },
      {
        value: 2,
        because:
          "80 and 8080 are bound to this address. The two on 0.0.0.0 answer here as well: it stands for every address.",
        belief: "any-is-localhost",
      },
    ],
  },
  {
    id: "zero-as-destination",
    kind: "choose-one",
    prompt:
      "Your development server says that it listens on `0.0.0.0:3000`. You open `http://0.0.0.0:3000/` in a program on the same Linux machine, and it works. What follows?",
    choices: [
      {
        text: "0.0.0.0 is this machine's own address, so nobody else can get in.",
        because:
          "As a destination, Linux takes it for “this host”, and that looks like localhost. As an address to listen on it means all of them.",
        belief: "any-is-localhost",
      },
      {
        text: "Other people can visit it at `http://0.0.0.0:3000/` too.",
        because:
          "On their machine that means their own machine. They would use one of your addresses, such as 192.0.2.10.",
      },
      {
        text: "Nothing about others: the server answers at every address of the machine.",
        right: true,
        because:
          "That it worked from here says nothing about who else gets in. The row does: every IPv4 address.",
      },
    ],
  },
  {
    id: "which-program-answers",
    kind: "choose-one",
    prompt:
      "python3 listens on `127.0.0.1:8080`, node on `192.0.2.10:8080`. Somebody on this very host opens `http://192.0.2.10:8080/`. Who answers?",
    choices: [
      {
        text: "node, because it is bound to the address that was asked.",
        right: true,
        because: "The kernel picks the listener by the destination: address and port.",
      },
      {
        text: "python3, because the request comes from this host.",
        because:
          "Who asks makes no difference here. What counts is the address that is asked: 192.0.2.10.",
      },
      {
        text: "Either of them, in turns.",
        because:
          "On Linux that happens with SO_REUSEPORT, where several listeners have the very same address and port.",
      },
      {
        text: "None: two programs cannot have port 8080, so one of them is not working.",
        because:
          "One port number, but two endpoints. As the addresses differ, both work at the same time.",
        belief: "one-process-per-port",
      },
    ],
  },
  {
    id: "other-way-in",
    kind: "choose-one",
    prompt:
      "A Linux host has `192.0.2.10` on eth0 and `198.51.100.10` on eth1. A server listens on `198.51.100.10:9000`. A SYN for exactly this endpoint comes in through eth0, and no filter is set. What happens?",
    choices: [
      {
        text: "It is thrown away: that address belongs to eth1.",
        because:
          "It is how many picture it, and the standard lets a host be so strict. Linux is not: it looks at the address that the packet is for.",
        belief: "address-is-interface",
      },
      {
        text: "The host passes it on, out through eth1.",
        because:
          "A router does that with packets for others. This one is for an address of the host itself, so it has arrived.",
      },
      {
        text: "It is refused: only a server on `0.0.0.0` hears both.",
        because:
          "`0.0.0.0` hears packets for every address. But this packet is for the very address that the server is bound to.",
      },
      {
        text: "The server takes it, as it would through eth1.",
        right: true,
        because:
          "The address decides, not the way in. To keep others out, use a firewall, or bind to loopback.",
      },
    ],
  },
  {
    id: "what-firewall-changes",
    kind: "choose-several",
    prompt:
      "A firewall on the host now drops what comes in from the network for port 6379. Redis goes on listening on `0.0.0.0:6379`. What is true?",
    choices: [
      {
        text: "The row in `ss` no longer says LISTEN.",
        because:
          "Nobody from the network gets in, so the port looks closed. But the socket has not changed: a firewall works on packets before they reach it.",
        belief: "row-shows-firewall",
      },
      {
        text: "A client on another host waits and times out.",
        right: true,
        because: "Its SYN is thrown away without a word, so no answer comes.",
      },
      {
        text: "Programs on the host itself still reach Redis at 127.0.0.1.",
        right: true,
        because: "The rule looks at what comes in from the network. Loopback does not pass there.",
      },
      {
        text: "The local address in the row becomes 127.0.0.1.",
        because:
          "The effect is similar, for the moment. But only the program can change what it is bound to.",
        belief: "row-shows-firewall",
      },
    ],
  },
  {
    id: "narrowest-bind",
    kind: "choose-one",
    prompt:
      "A web server on the host passes requests on to a program of yours on the same host, port 9000. To which address should your program bind?",
    choices: [
      {
        text: "`0.0.0.0`, or the web server cannot reach it.",
        because:
          "It would work. But the whole network could then go past the web server and reach your program directly.",
      },
      {
        text: "The host's address on the network, because the requests come from there.",
        because:
          "The visitors come from there, and they reach the web server. Your program's only client is the web server, on this host.",
      },
      {
        text: "`127.0.0.1`",
        right: true,
        because: "Its only client is on this host. Nobody else needs to get in, so nobody can.",
      },
      {
        text: "It makes no difference, if the firewall is closed.",
        because:
          "Today, perhaps. A rule is easily changed, and the bind address is the second lock that costs nothing.",
      },
    ],
  },
] as const satisfies readonly Question[];
