import type { Question } from "#learning/question";

export const questions = [
  {
    id: "raw-tcp-reader",
    kind: "choose-one",
    prompt:
      "On a Linux host a web server is at work. Somebody starts a second program there. It opens a raw socket, a kind that reads everything that arrives for TCP. What happens to the web server?",
    choices: [
      {
        text: "Nothing. It receives all its data as before.",
        right: true,
        because:
          "The raw socket is handed copies. The kernel's TCP and the web server's sockets get the same segments as always.",
      },
      {
        text: "It receives nothing any more, because the other program reads it first.",
        because:
          "What one program reads from a socket is gone for others with the same socket. But these are different sockets, and each gets its own copy.",
        belief: "raw-takes-packets",
      },
      {
        text: "It receives only what the other program passes on.",
        because:
          "Such programs exist, and they use other means, in the kernel's filter. A raw socket has no way to hold a packet back.",
        belief: "raw-takes-packets",
      },
      {
        text: "The second program cannot start: the web server has the port.",
        because:
          "For two TCP servers it would be so. But a raw socket has no port, and nothing collides. What it needs is a privilege.",
        belief: "raw-has-port",
      },
    ],
  },
  {
    id: "how-many-bytes",
    kind: "type-number",
    prompt:
      "A host is sent an ICMP message of 64 bytes over IPv4; the IP header has its normal length. How many bytes does a raw socket for ICMP get from `recvfrom()`?",
    answer: 84,
    because: "In IPv4 the packet is handed over with its IP header: 20 bytes, then the 64.",
    near: [
      {
        value: 64,
        because:
          "That would be so in IPv6. In IPv4 the IP header of 20 bytes stands before the message.",
      },
      {
        value: 92,
        because:
          "20 for the IP header is right, but there is no UDP header of 8 bytes: ICMP stands directly in IP.",
      },
      {
        value: 104,
        because:
          "One header of 20 bytes too many. ICMP stands directly in IP, with no TCP header between.",
      },
    ],
  },
  {
    id: "raw-server",
    kind: "choose-one",
    prompt:
      "On a Linux host nobody listens on TCP port 8080. A program opens a raw socket for TCP, reads an arriving request to connect to that port, and does nothing. What does the client see?",
    choices: [
      {
        text: "No answer comes, so it tries again until its time is over.",
        because:
          "The program is silent, but it was not asked. The kernel's TCP got the request as well, and it answers.",
        belief: "raw-takes-packets",
      },
      {
        text: "Connection refused, because the kernel refuses for itself.",
        right: true,
        because:
          "For the kernel nobody listens there, raw socket or not. The program has merely seen a copy.",
      },
      {
        text: "A connection, because the raw socket has taken the request.",
        because:
          "The request has been read by a program, so it seems taken. But only a listening stream socket makes connections; a raw socket knows of none.",
      },
      {
        text: "Connection refused, because a firewall is in the way.",
        because:
          "Nothing was filtered here. The refusal comes from the host itself, since nobody listens.",
        belief: "refused-is-firewall",
      },
    ],
  },
  {
    id: "needs-root",
    kind: "choose-several",
    prompt: "Which of these need a special privilege on Linux, with its usual settings?",
    choices: [
      {
        text: "To start `ping`",
        because:
          "Its file carries the capability, or it uses a socket for pings that needs none. The person who starts it needs nothing.",
        belief: "ping-needs-root",
      },
      {
        text: "To open a raw socket for ICMP",
        right: true,
        because: "The capability CAP_NET_RAW, which root has among others.",
      },
      {
        text: "To bind a UDP socket to port 9999",
        because:
          "Low ports do need one, and it is a server that binds. But ports from 1024 up are free to everybody, for UDP as for TCP.",
        belief: "below-1024-root",
      },
      {
        text: "To open a raw socket for protocol 253, which nobody uses",
        right: true,
        because: "The rule is about the kind of socket, not about the protocol.",
      },
    ],
  },
  {
    id: "raw-row",
    kind: "choose-one",
    prompt: "What does this row say?",
    listing: `Proto Recv-Q Send-Q Local Address           Foreign Address         State
raw        0      0 0.0.0.0:17              0.0.0.0:*               7`,
    choices: [
      {
        text: "A program uses port 17, on all addresses.",
        because:
          "It stands where a port would stand. But `raw` rows have no port; the number is a protocol, and 17 is UDP.",
        belief: "raw-has-port",
      },
      {
        text: "A program gets copies of all UDP datagrams that come over IPv4.",
        right: true,
        because: "17 is UDP's protocol number, and the address is the wildcard.",
      },
      {
        text: "A UDP server is in LISTEN, with seven datagrams waiting.",
        because:
          "No row of UDP is in LISTEN, and what waits would stand in Recv-Q. The 7 is the kernel's number for “not connected”.",
        belief: "udp-listens",
      },
      {
        text: "UDP is switched off on this host as long as the socket is open.",
        because:
          "One taker for all of UDP sounds like the end of the others. But the socket gets copies, and UDP goes on as before.",
        belief: "raw-takes-packets",
      },
    ],
  },
] as const satisfies readonly Question[];
