import type { Question } from "#learning/question";

export const questions = [
  {
    id: "stream-after-loss",
    kind: "choose-one",
    prompt:
      "A program sends `one`, `two` and `three` over a stream, with three calls of `send()`. On the way, the packet with `two` is lost once. Some seconds later the other program calls `recv(100)` for the first time. What does it get?",
    choices: [
      {
        text: "`one`, and the next calls give `two` and `three`",
        because:
          "Nothing is missing, that is right. But a stream keeps no boundaries: what has arrived by then comes in one piece.",
        belief: "send-equals-recv",
      },
      {
        text: "`onethree`, because `two` was lost",
        because:
          "That would be bytes with a hole in them. A stream never gives those: what comes behind a gap waits until the gap is filled.",
      },
      {
        text: "`onetwothree`",
        right: true,
        because:
          "The sender's kernel sent the lost part again, the receiver's kernel put it in its place, and one call takes all that is there.",
      },
      {
        text: "An error, because the data is damaged",
        because:
          "A loss on the way is normal, and the kernels repair it. The program gets an error only when they give up.",
      },
    ],
  },
  {
    id: "which-socket-was-it",
    kind: "choose-one",
    prompt:
      "A sender sends messages of 10, 20 and 30 bytes over IPv4, one of each, and one packet is lost and never sent again. The receiver's calls return 30 bytes, then 50 bytes, then nothing more. What kind of socket does it have?",
    choices: [
      {
        text: "A stream socket, because the sizes of the messages have changed",
        because:
          "A stream may return other sizes than were sent. But it would have lost nothing: 60 bytes in all, not more than were sent.",
      },
      {
        text: "A datagram socket, because one message is missing",
        because:
          "A loss fits a datagram socket. But the sizes do not: it would return each message as it was sent, such as 10 and 30 bytes.",
      },
      {
        text: "A raw socket, because each message is 20 bytes longer than it was",
        right: true,
        because:
          "10 and 30 bytes, each with an IP header of 20 before it: 30 and 50. The message of 20 bytes is the lost one.",
      },
    ],
  },
  {
    id: "choose",
    kind: "choose-several",
    prompt: "For which of these is a stream socket the better choice?",
    choices: [
      {
        text: "A file of 200 MB has to reach a backup server.",
        right: true,
        because:
          "Every byte must arrive, in order. With datagrams you would have to build all of that yourself.",
      },
      {
        text: "A thermometer reports its value every second, and only the newest matters.",
        because:
          "A report that is lost is replaced by the next one. With a stream, new values would wait behind the repair of an old one.",
      },
      {
        text: "A person types commands for a distant machine.",
        right: true,
        because: "A command with a hole in it could do harm. All must arrive, in order.",
      },
      {
        text: "A tool measures how long an ICMP echo takes.",
        because:
          "ICMP is neither TCP nor UDP. Such a tool needs a raw socket, or the kernel's own socket for pings.",
        belief: "ping-has-port",
      },
    ],
  },
  {
    id: "quic-rows",
    kind: "choose-one",
    prompt:
      "A browser has loaded a page over HTTP/3, and its connection to the server is still open. Somebody runs `ss -tan` on the browser's Linux machine to find it. What do they find?",
    choices: [
      {
        text: "A row in ESTAB with peer port 443, as for every HTTPS connection",
        because:
          "That is the row of HTTPS over TCP. HTTP/3 runs over QUIC, and `-t` shows TCP alone.",
        belief: "https-tcp-only",
      },
      {
        text: "No row for it; `ss -uan` shows a UDP socket, and no table shows the QUIC connection",
        right: true,
        because:
          "QUIC's packets travel in UDP datagrams, and the connection is known to the two programs only.",
      },
      {
        text: "No row for it, and none in `ss -uan` either, because UDP has no connections",
        because:
          "UDP has no connections, but it has sockets, and they are listed: `UNCONN`, or `ESTAB` after connect().",
      },
      {
        text: "A row with the protocol `quic`, because QUIC is a transport like TCP",
        because:
          "QUIC does the work of a transport, but in the program. For the kernel, and so for `ss`, it is UDP.",
      },
    ],
  },
  {
    id: "unix-has-port",
    kind: "choose-one",
    prompt: "To which port does a client connect that uses the server in the first row?",
    listing: `Netid State  Recv-Q Send-Q Local Address:Port    Peer Address:Port   Process
u_str LISTEN 0      128    /run/app.sock 4309678            * 0
u_str ESTAB  0      0      /run/app.sock 4309680            * 4309679`,
    choices: [
      {
        text: "To none: it connects to the file `/run/app.sock`",
        right: true,
        because:
          "A UNIX-domain socket has a file's name as its address. Ports belong to transports such as TCP and UDP.",
      },
      {
        text: "To port 4309678",
        because:
          "The number stands in the column of the port. But it is far above 65535: it is the number by which the kernel knows the socket.",
        belief: "raw-has-port",
      },
      {
        text: "To port 128",
        because:
          "It is small enough for a port. But 128 stands in Send-Q: for a listening socket that is how many connections may wait, here as with TCP.",
      },
      {
        text: "To port 0, so the kernel chooses one",
        because:
          "The 0 in the peer's column means that a listener has no peer. Nothing chooses a port here, for there are none.",
        belief: "port-zero",
      },
    ],
  },
  {
    id: "type-or-protocol",
    kind: "choose-one",
    prompt:
      "A program has a socket of type SOCK_STREAM. What can you say about it without looking further?",
    choices: [
      {
        text: "It uses TCP.",
        because:
          "On the internet that is nearly always so. But a UNIX-domain socket can have the same type, and uses no network protocol at all.",
        belief: "stream-is-tcp",
      },
      {
        text: "It has an IP address and a port.",
        because:
          "Only in the families of IPv4 and IPv6. A UNIX-domain socket has a file's name instead.",
        belief: "stream-is-tcp",
      },
      {
        text: "One `send()` of its peer will be one `recv()` here.",
        because:
          "The opposite: of the types, the stream is the one that keeps no boundaries between messages.",
        belief: "send-equals-recv",
      },
      {
        text: "It carries bytes in order, and loses none on the way.",
        right: true,
        because:
          "That is what the type promises, whatever the family and the protocol are. If it cannot be kept, the program gets an error.",
      },
    ],
  },
] as const satisfies readonly Question[];
