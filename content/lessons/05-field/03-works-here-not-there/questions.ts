import type { Question } from "#learning/question";

export const questions = [
  {
    id: "same-host-test",
    kind: "choose-one",
    prompt:
      "On the server, `curl http://198.51.100.10:8083/` answers. From another host it times out. Somebody says: “The server answers under its real address, so its firewall is fine.” Is that right?",
    choices: [
      {
        text: "Yes. The packet went to the real address, so it passed the firewall.",
        because:
          "The address is right, the way is not. What a host sends to one of its own addresses takes the loopback way and does not come in through the network card.",
        belief: "closed-is-a-port-property",
      },
      {
        text: "No. On the host itself the packet took another way than the other host's does.",
        right: true,
        because:
          "It stayed inside, where firewalls mostly let everything through. The test shows that the program listens there, no more.",
      },
      {
        text: "No. A program cannot connect to its own host's address; curl used a cache.",
        because:
          "It can, and did. Connections from a host to itself are ordinary, and they are useful for testing.",
      },
    ],
  },
  {
    id: "which-binding",
    kind: "choose-several",
    prompt:
      "A host has the addresses `198.51.100.10` and `10.8.0.1`, on two networks, and no firewall. A client reaches it as `198.51.100.10`. Which listeners can this client connect to?",
    choices: [
      {
        text: "`127.0.0.1:8081`",
        because: "Loopback is for the host's own programs. Towards `198.51.100.10` nobody listens.",
        belief: "loopback-reachable",
      },
      {
        text: "`0.0.0.0:8082`",
        right: true,
        because: "The wildcard covers every IPv4 address of the host.",
      },
      {
        text: "`10.8.0.1:8083`",
        because:
          "It is a real address of the host, but another one. A client that asks for `198.51.100.10:8083` is refused.",
      },
      {
        text: "`198.51.100.10:8084`",
        right: true,
        because: "Exactly the address that the client uses.",
      },
      {
        text: "`*:8085`, as `ss` prints it",
        right: true,
        because:
          "A socket for IPv6 that takes IPv4 as well. On Linux that is what `[::]` means unless the program asks for IPv6 alone.",
      },
    ],
  },
  {
    id: "what-the-test-proves",
    kind: "choose-one",
    prompt:
      "On the server, a connection to `198.51.100.10:8081` is refused, and one to `127.0.0.1:8081` succeeds. Where is the fault?",
    choices: [
      {
        text: "In the address to which the program is bound.",
        right: true,
        because: "It is bound to loopback. No other host is needed to see it.",
      },
      {
        text: "In the firewall, which blocks port 8081.",
        because:
          "A packet of the host to itself mostly meets no firewall. And “refused” says first of all: nobody listens at this endpoint.",
        belief: "refused-is-firewall",
      },
      {
        text: "Nowhere: port 8081 is open, as the second test shows.",
        because:
          "It is open for `127.0.0.1` and closed for `198.51.100.10`. A port alone is not open or closed; an endpoint is, as seen by somebody.",
        belief: "closed-is-a-port-property",
      },
    ],
  },
  {
    id: "syn-arrives",
    kind: "choose-one",
    prompt:
      "While a client tries, tcpdump on the Linux server shows this and nothing else. `ss -tln` has the row `LISTEN 0 128 0.0.0.0:5432`. What is the most likely reason?",
    listing: `IP 192.0.2.20.40112 > 198.51.100.10.5432: Flags [S], seq 811504312, win 64240, length 0
IP 192.0.2.20.40112 > 198.51.100.10.5432: Flags [S], seq 811504312, win 64240, length 0
IP 192.0.2.20.40112 > 198.51.100.10.5432: Flags [S], seq 811504312, win 64240, length 0`,
    choices: [
      {
        text: "A firewall on the way drops the SYN.",
        because:
          "The client sees the same in that case. But the SYN is here; tcpdump on the server shows it. What comes before has let it pass.",
      },
      {
        text: "Nobody listens on port 5432.",
        because:
          "The listener is there. And without one, a reset would leave, which tcpdump would show.",
        belief: "refused-is-firewall",
      },
      {
        text: "The answers get lost on the way back.",
        because:
          "Then you would see them leave: lines with `[S.]` from 198.51.100.10. There are none.",
      },
      {
        text: "The server's own firewall drops it.",
        right: true,
        because:
          "It arrives, a listener exists, its queue is empty (Recv-Q is 0), and still no answer leaves. tcpdump sees packets before that firewall does.",
      },
      {
        text: "The listener is taken by another client; LISTEN must come free again.",
        because:
          "A listener is not used up by clients. The row stays LISTEN, and each connection gets a row of its own.",
        belief: "listen-becomes-established",
      },
    ],
  },
  {
    id: "name-two-addresses",
    kind: "choose-one",
    prompt:
      "On one machine, `curl http://localhost:3000/` works, and a Node program that connects to `127.0.0.1:3000` is refused. `ss` shows the listener below. Why?",
    listing: `State  Recv-Q Send-Q Local Address:Port Peer Address:Port
LISTEN 0      511            [::1]:3000         [::]:*`,
    choices: [
      {
        text: "curl has a right that Node lacks.",
        because:
          "One works and the other does not, so they seem to be treated differently. But connecting needs no right: the two asked for different endpoints.",
      },
      {
        text: "`[::1]` takes IPv4 as well, so it must be a firewall.",
        because:
          "That holds for the wildcard `[::]`, which stands for all addresses. `::1` is one address, and `127.0.0.1` is another.",
      },
      {
        text: "The server listens on `[::1]` alone, and curl tried that too.",
        right: true,
        because:
          "localhost has two addresses. curl went through them; the Node program named the other one.",
      },
    ],
  },
  {
    id: "container-port",
    kind: "choose-one",
    prompt:
      "In a container, a server prints “listening on 127.0.0.1:8000”. It was started with `docker run -p 8000:8000`. From another host: connection refused, or reset. What do you change?",
    choices: [
      {
        text: "The firewall of the host, which must allow port 8000.",
        because:
          "If it dropped packets, you would see silence. Look first at the address in the program's own words.",
        belief: "refused-is-firewall",
      },
      {
        text: "The option, to `-p 127.0.0.1:8000:8000`.",
        because:
          "That narrows down who may come in to the host itself. The server in the container would still hear nobody.",
      },
      {
        text: "Nothing: the container shares the loopback address with the host.",
        because:
          "It has a network of its own, with a loopback of its own. The addresses are written alike and are not the same place.",
        belief: "loopback-reachable",
      },
      {
        text: "The server's address in the container, to `0.0.0.0`.",
        right: true,
        because:
          "127.0.0.1 there is the container's own loopback. What the host passes on comes from outside the container.",
      },
    ],
  },
] as const satisfies readonly Question[];
