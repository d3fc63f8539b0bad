import type { Question } from "#learning/question";

export const questions = [
  {
    id: "three-colons",
    kind: "choose-one",
    prompt:
      "On a Linux host with default settings this is the only row for port 8001. The program has set no options. A client connects to port 8001 over IPv4. What happens?",
    listing: `Proto Recv-Q Send-Q Local Address           Foreign Address         State
tcp6       0      0 :::8001                 :::*                    LISTEN`,
    choices: [
      {
        text: "It is refused: the row says `tcp6`, so it serves IPv6 only.",
        because:
          "That is how it reads. But on Linux an IPv6 socket on the wildcard takes IPv4 as well, unless it is told not to.",
        belief: "dual-stack",
      },
      {
        text: "It is connected.",
        right: true,
        because: "One socket serves both. `ss` would print this row as `*:8001`.",
      },
      {
        text: "It is refused, since `:::` means that the address is missing.",
        because:
          "`:::8001` is the address `::`, all of this host's addresses, followed by a colon and the port.",
      },
      {
        text: "It is connected, but only from this host itself, because `::` is loopback.",
        because: "Loopback is `::1`. With `::` the host listens at every address it has.",
        belief: "any-is-localhost",
      },
    ],
  },
  {
    id: "which-port",
    kind: "type-number",
    asks: "port",
    prompt: "On which port does this program listen?",
    listing: `Proto Recv-Q Send-Q Local Address           Foreign Address         State
tcp6       0      0 2001:db8::8443:10:9000  :::*                    LISTEN`,
    answer: 9000,
    because:
      "The port stands after the last colon. The address is `2001:db8::8443:10`; its groups may look like ports, too.",
    near: [
      {
        value: 8443,
        because: "That is a group of the address. Without brackets, only the last colon counts.",
      },
      {
        value: 10,
        because:
          "It stands behind a colon, as ports do. But it is the last group of the address: the port comes after one more colon.",
      },
      {
        value: 2001,
        because: "That is the first group of the address. The port stands at the end.",
      },
    ],
  },
  {
    id: "who-serves-ipv4",
    kind: "choose-several",
    prompt: "Which of these listeners take connections over IPv4?",
    listing: `State  Recv-Q Send-Q Local Address:Port Peer Address:Port
LISTEN 0      128          0.0.0.0:8003      0.0.0.0:*
LISTEN 0      128             [::]:8002         [::]:*
LISTEN 0      128                *:8001            *:*
LISTEN 0      128            [::1]:8004         [::]:*`,
    choices: [
      {
        text: "8003",
        right: true,
        because: "An IPv4 socket on the wildcard.",
      },
      {
        text: "8002",
        because:
          "In `ss`, brackets mean that this socket is for IPv6 only: IPV6_V6ONLY is on. A dual-stack one would have a star.",
        belief: "dual-stack",
      },
      {
        text: "8001",
        right: true,
        because: "The star stands for both wildcards: a dual-stack socket.",
      },
      {
        text: "8004",
        because:
          "It is bound to one IPv6 address, loopback. What comes over IPv4 is never sent there.",
        belief: "localhost-is-127",
      },
    ],
  },
  {
    id: "tcp6-row",
    kind: "choose-one",
    prompt: "What does this row tell you about the packets on the wire?",
    listing: `Proto Recv-Q Send-Q Local Address           Foreign Address         State
tcp6       0      0 192.0.2.10:8001         192.0.2.20:55314        ESTABLISHED`,
    choices: [
      {
        text: "They are IPv4 packets, and an IPv6 socket takes them.",
        right: true,
        because:
          "A dual-stack socket. `ss` would print the addresses as `::ffff:192.0.2.10` and `::ffff:192.0.2.20`.",
      },
      {
        text: "They are IPv6 packets, because the row says `tcp6`.",
        because:
          "The 6 stands there in plain sight. But it is the socket's family: both addresses are IPv4, and so are the packets.",
        belief: "dual-stack",
      },
      {
        text: "The client speaks IPv4, and a device in between translates to IPv6.",
        because:
          "Such devices exist. Here nothing is translated: the mapped form exists only inside this host.",
      },
    ],
  },
  {
    id: "moved-to-freebsd",
    kind: "choose-one",
    prompt:
      "A server binds one socket to `::` and sets no options. On Linux it serves everybody. On FreeBSD, with default settings, clients over IPv4 are refused. What is the best remedy?",
    choices: [
      {
        text: "Turn off IPv6 on the FreeBSD host.",
        because: "The server's only socket is an IPv6 socket. It would then serve nobody.",
      },
      {
        text: "Open port 8080 for IPv4 in the firewall.",
        because:
          "It is refused, so an answer came: nobody listens there for IPv4. That is the system's default, not a filter.",
        belief: "refused-is-firewall",
      },
      {
        text: "Nothing can be done: a socket on `::` is for IPv6 only.",
        because:
          "On Linux it was not, and on FreeBSD the program can choose. On OpenBSD alone the option is fixed.",
        belief: "dual-stack",
      },
      {
        text: "Let the server set IPV6_V6ONLY itself, or open two sockets.",
        right: true,
        because:
          "Then the default no longer matters. FreeBSD's manual advises two sockets, one for each kind.",
      },
    ],
  },
  {
    id: "localhost-refused",
    kind: "choose-one",
    prompt:
      "A test program fails with `connect ECONNREFUSED ::1:5432`. The database on the same host runs, and `psql -h 127.0.0.1` reaches it. What is the matter?",
    choices: [
      {
        text: "The database has crashed in between.",
        because:
          "A refusal means that nobody listens, so a crash comes to mind. But `psql` still reaches it. The message names another address, at which nobody listens.",
      },
      {
        text: "A firewall blocks localhost.",
        because:
          "A refusal is an answer, and here it comes from the host's own kernel: nobody has port 5432 at ::1.",
        belief: "refused-is-firewall",
      },
      {
        text: "The database listens on 127.0.0.1, and ::1 was tried.",
        right: true,
        because:
          "The program asked for localhost, which is one name for two addresses, and tried the first alone. Give the program `127.0.0.1`, or let the database listen on both.",
      },
      {
        text: "The program is broken: ::1 and 127.0.0.1 are the same address.",
        because:
          "Both mean this host, but they are two addresses, and a socket on one of them does not answer at the other.",
        belief: "localhost-is-127",
      },
    ],
  },
] as const satisfies readonly Question[];
