import type { Question } from "#learning/question";

export const questions = [
  {
    id: "which-program",
    kind: "choose-one",
    prompt:
      "A laptop has one network card and one IP address. A video call, a browser and a mail program all receive data at the same moment. How does the laptop know what belongs to which program?",
    choices: [
      {
        text: "Each program has an IP address of its own, and the data is sent to that.",
        because:
          "It would work, and it is how hosts are told apart. But the address names the host. All programs on it normally share it.",
      },
      {
        text: "The operating system reads the content and recognises mail, video or web pages.",
        because:
          "Tempting, because content does differ. But much of it is encrypted, and two browser windows would look the same. The answer has to be outside the content.",
      },
      {
        text: "A number travels with each piece of data, and the system looks it up in a table.",
        right: true,
        because:
          "That number is the port. The operating system keeps a table of sockets, and the port selects one of them.",
      },
      {
        text: "Each program is given its own connector on the network card.",
        because:
          "The word “port” suggests it, since the connectors on a computer are called ports too. These ports are only numbers; one cable carries all of them.",
        belief: "port-is-hardware",
      },
    ],
  },
  {
    id: "same-number-twice",
    kind: "choose-one",
    prompt: "Both rows are from one host. What do they show?",
    listing: `udp   UNCONN 0      0         192.0.2.10:53        0.0.0.0:*
tcp   LISTEN 0      32        192.0.2.10:53        0.0.0.0:*`,
    choices: [
      {
        text: "Two sockets on two different ports: UDP 53 and TCP 53.",
        right: true,
        because:
          "TCP and UDP have port numbers of their own. The same number in the other protocol is another port.",
      },
      {
        text: "A conflict: the second program should not have been able to start.",
        because:
          "There would be a conflict if both rows were TCP. Across protocols there is none, because the numbers are counted apart.",
        belief: "tcp-udp-clash",
      },
      {
        text: "One socket that takes both TCP and UDP through port 53.",
        because:
          "It is one program here, so this is close. But a socket belongs to one protocol: the name server opened two of them.",
        belief: "port-is-socket",
      },
    ],
  },
  {
    id: "two-nginx",
    kind: "choose-one",
    prompt: "The row for port 80 names two processes, both called `nginx`. How is that possible?",
    choices: [
      {
        text: "The listing shows an old state; one of the two has stopped by now.",
        because:
          "Listings can grow old, but this one was not. It is normal for several processes to hold one socket.",
        belief: "one-process-per-port",
      },
      {
        text: "Port 80 is split, and each process serves half of the addresses.",
        because:
          "The two do share the work, so a split seems natural. But a port is one number, and here it leads to one socket, which both processes hold.",
      },
      {
        text: "They really have two ports, and the tool prints the main one.",
        because:
          "It fits the idea that a port is a program's number. But the tool prints what the table says: one socket with port 80.",
        belief: "port-is-process",
      },
      {
        text: "Both processes hold the same socket, and the port selects that socket.",
        right: true,
        because:
          "One process created the socket and the other inherited it. The port leads to the socket, not to a process.",
      },
    ],
  },
  {
    id: "which-have-ports",
    kind: "choose-several",
    prompt: "Which of these carry port numbers?",
    choices: [
      {
        text: "A TCP segment that brings part of a web page",
        right: true,
        because: "Every TCP segment carries a source port and a destination port.",
      },
      {
        text: "The message that `ping` sends",
        because:
          "Ping is a network tool, so a port seems to be missing from its command line. It sends ICMP, and ICMP has no ports.",
        belief: "ping-has-port",
      },
      {
        text: "A UDP datagram with a question for a name server",
        right: true,
        because: "Every UDP datagram has the two fields as well.",
      },
      {
        text: "The IP address `192.0.2.10`",
        because:
          "Address and port are often written together, as in `192.0.2.10:53`. But the address itself has no port: IP leaves ports to the transport above it.",
      },
    ],
  },
  {
    id: "ports-listening",
    kind: "type-number",
    prompt: "On how many different TCP ports does this host wait for connections?",
    listing: `Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
udp   UNCONN 0      0         192.0.2.10:53        0.0.0.0:*
tcp   LISTEN 0      128          0.0.0.0:22        0.0.0.0:*
tcp   LISTEN 0      511       192.0.2.10:80        0.0.0.0:*
tcp   LISTEN 0      32        192.0.2.10:53        0.0.0.0:*
tcp   LISTEN 0      511        127.0.0.1:6379      0.0.0.0:*`,
    answer: 4,
    because: "22, 53, 80 and 6379. The first row is UDP, which has no connections to wait for.",
    near: [
      {
        value: 5,
        because:
          "Five rows, but the first is UDP. UDP 53 is a different port from TCP 53, and nobody connects to it in TCP's sense.",
      },
      {
        value: 3,
        because:
          "Did you take 53 away because UDP has it? TCP and UDP count apart, so TCP 53 is one of the four.",
        belief: "tcp-udp-clash",
      },
    ],
  },
] as const satisfies readonly Question[];
