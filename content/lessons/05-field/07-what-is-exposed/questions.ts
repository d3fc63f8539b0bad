import type { Question } from "#learning/question";

export const questions = [
  {
    id: "past-the-filter",
    kind: "choose-one",
    prompt:
      "A Linux server's firewall drops all that comes in for it, except TCP ports 22 and 80. A container on this server has a web server, published as port 8081. `ss -tln` on the server shows no row for 8081. Another host connects to port 8081 of the server. What happens?",
    choices: [
      {
        text: "Nothing: the firewall drops it, since 8081 is not on its list.",
        because:
          "So one would expect. But the filter looks at what is meant for the server itself, and this is passed on before it gets there.",
      },
      {
        text: "Connection refused: no row, so nobody listens.",
        because:
          "The server has no such listener. But a rule of the host can pass a packet on, and then the listener stands in another table.",
        belief: "no-row-no-answer",
      },
      {
        text: "The web server in the container answers.",
        right: true,
        because:
          "A rule gives the packet another destination. It is forwarded, past the filter for the server's own traffic. You will see it below.",
      },
      {
        text: "It depends on the port number: above 1023 all ports are open.",
        because:
          "Low ports are the ones that lists warn of. But no number is open by itself: somebody has to listen, here or further on.",
      },
    ],
  },
  {
    id: "three-heaps",
    kind: "choose-several",
    prompt: "Which of these rows can be reached from another host, if no firewall stands between?",
    listing: `tcp   LISTEN 0      511          0.0.0.0:6379      0.0.0.0:*
tcp   LISTEN 0      244        127.0.0.1:5432      0.0.0.0:*
udp   UNCONN 0      0               [::]:123          [::]:*
tcp   LISTEN 0      511            [::1]:6380         [::]:*`,
    choices: [
      {
        text: "TCP 6379",
        right: true,
        because: "`0.0.0.0` is every IPv4 address of the machine.",
      },
      {
        text: "TCP 5432",
        because:
          "The peer column says `0.0.0.0:*`, but that only means “nobody yet”. The local address is loopback, so it is for this machine alone.",
        belief: "foreign-zero-is-host",
      },
      {
        text: "UDP 123",
        right: true,
        because:
          "UDP has no state LISTEN, and UNCONN does not mean “off”. The socket takes datagrams at every address.",
      },
      {
        text: "TCP 6380",
        because: "`[::1]` is the loopback address of IPv6, as 127.0.0.1 is that of IPv4.",
        belief: "loopback-reachable",
      },
    ],
  },
  {
    id: "who-reaches-3000",
    kind: "choose-one",
    prompt:
      "A developer on Linux starts a server, and this is its only row. Colleagues on the office network use IPv4 alone. Can they reach it, if no filter stands between?",
    listing: `tcp   LISTEN 0      511                *:3000            *:*    users:(("node",pid=9583,fd=19))`,
    choices: [
      {
        text: "Yes: `*` is every address of the machine, IPv4 and IPv6.",
        right: true,
        because:
          "`ss` prints `*` for an IPv6 socket that takes IPv4 as well. In the lesson port 3000 answered on both.",
      },
      {
        text: "No: development servers answer the developer's own machine only.",
        because: "Many do, because they choose loopback. This row shows that this one did not.",
        belief: "any-is-localhost",
      },
      {
        text: "No: it is an IPv6 socket.",
        because:
          "It is one, and on Linux such a socket takes IPv4 connections too, unless IPV6_V6ONLY is set. Then the row would read `[::]:3000`.",
        belief: "dual-stack",
      },
      {
        text: "Only if port 3000 is registered for a service.",
        because: "A registration is an entry in a list. It opens nothing and closes nothing.",
        belief: "registered-is-reserved",
      },
    ],
  },
  {
    id: "after-the-filter",
    kind: "choose-one",
    prompt:
      "Redis listens on `0.0.0.0:6379`. A filter has been turned on, and nmap from outside says `filtered` for port 6379. What does `ss -tln` on the server say about this port now?",
    choices: [
      {
        text: "The row is gone, since nobody can connect any more.",
        because:
          "Others cannot, but the socket does not know it. It still listens, and programs on this machine reach it.",
        belief: "row-shows-firewall",
      },
      {
        text: "The row is there, with the state FILTERED.",
        because:
          "“Filtered” is what a scanner calls silence. It is no state of a socket, and no table has it.",
        belief: "closed-is-a-port-property",
      },
      {
        text: "The same as before: LISTEN on `0.0.0.0:6379`.",
        right: true,
        because:
          "A filter looks at packets. The table shows sockets, and this one has not changed.",
      },
      {
        text: "The row's local address has become `127.0.0.1`.",
        because:
          "It seems so in effect. But only the program can choose another address, by binding again.",
        belief: "row-shows-firewall",
      },
    ],
  },
  {
    id: "no-row",
    kind: "choose-several",
    prompt:
      "You made a full list with `sudo ss -tulpn` on a server, and it looks fine. Which of these may still be reachable from outside, although the list does not show it?",
    choices: [
      {
        text: "A service on the IPv6 address alone.",
        because: "`ss` lists IPv6 sockets as well. Only a scan of the IPv4 address would miss it.",
      },
      {
        text: "A port that is passed on to a container.",
        right: true,
        because: "The listener is in the container's own table.",
      },
      {
        text: "A UDP service, since UDP does not listen.",
        because:
          "It has no state LISTEN, that is true. But `-u` lists UDP sockets all the same, as UNCONN.",
        belief: "udp-listens",
      },
      {
        text: "A port that the server, as a router, passes on to another machine.",
        right: true,
        because: "The same kind of rule, and the listener stands on that other machine.",
      },
    ],
  },
  {
    id: "what-to-do",
    kind: "choose-one",
    prompt:
      "A web application runs on the same machine as its database. The database's row reads `0.0.0.0:5432`. Nobody else needs it. What is the best first step?",
    choices: [
      {
        text: "Move it to port 54321, where nobody will look.",
        because:
          "It keeps away those who try one number alone. But a scan of all ports takes seconds, and the program tells its name when asked.",
      },
      {
        text: "Bind the database to `127.0.0.1`.",
        right: true,
        because:
          "Then no other host can reach it, whatever a filter does. The application connects over loopback as before.",
      },
      {
        text: "Leave it; the firewall drops port 5432.",
        because:
          "That works as long as the filter is on and right. With the address changed there is nothing left to filter.",
      },
      {
        text: "Close the ESTABLISHED connections on port 5432.",
        because:
          "They are what one sees of the port in use. But these are the application's own; what lets others in is the listener.",
        belief: "established-is-open-port",
      },
    ],
  },
] as const satisfies readonly Question[];
