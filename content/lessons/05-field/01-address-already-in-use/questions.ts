import type { Question } from "#learning/question";

export const questions = [
  {
    id: "no-listener",
    kind: "choose-one",
    prompt:
      "A server cannot bind to TCP port 40210: “Address already in use”. You look for the culprit with `ss -tln`, and no row has port 40210. What is true?",
    choices: [
      {
        text: "The message is wrong; a restart of the machine will help.",
        because:
          "A restart would help, since it ends everything. But the message is right: some socket has this local port, and you can find it.",
      },
      {
        text: "The port must be in TIME-WAIT; in a minute it is free.",
        because:
          "It may be. It may as well be a connection with a living process, and then a minute changes nothing. Look before you wait.",
      },
      {
        text: "Some other row has this local port; `-l` showed listeners alone.",
        right: true,
        because:
          "A connection can hold a port as well: one that is left over, or a client's, whose ephemeral port it happens to be.",
      },
      {
        text: "A program without a listener cannot hold a port, so it is the firewall.",
        because:
          "It seems natural, since only listeners are called “open”. Any socket with this local port is in the way of bind(), and a firewall never is.",
        belief: "only-listeners-hold-ports",
      },
    ],
  },
  {
    id: "which-hold-the-port",
    kind: "choose-several",
    prompt:
      "On Linux, a program wants to bind a TCP socket to `0.0.0.0:45000`, without any option. Which of these are in its way?",
    choices: [
      {
        text: "A UDP socket on `0.0.0.0:45000`",
        because: "The number is the same, but UDP's ports are counted apart from TCP's.",
        belief: "tcp-udp-clash",
      },
      {
        text: "A TCP listener on `[::]:45000`, with the usual settings",
        right: true,
        because:
          "It takes IPv4 connections too, so the two overlap. netstat shows it as `:::45000`, ss as `*:45000`.",
      },
      {
        text: "A connection from `192.0.2.10:51514` to `198.51.100.7:45000`",
        because:
          "There 45000 is the port of the other host. On this host the connection occupies 51514.",
        belief: "client-uses-80",
      },
      {
        text: "A connection in TIME-WAIT with the local endpoint `192.0.2.10:45000`",
        right: true,
        because: "No process has it any more, and it holds the port for up to a minute.",
      },
      {
        text: "A connection from `192.0.2.10:45000` to `198.51.100.7:443`",
        right: true,
        because: "Here 45000 is the local port, given to a client. It holds the port all the same.",
      },
    ],
  },
  {
    id: "right-remedy",
    kind: "choose-one",
    prompt:
      "On Linux, your server, which sets no options, was stopped an hour ago and will not start: “Address already in use”. For its port there is this row only. What helps?",
    listing: `State Recv-Q Send-Q Local Address:Port  Peer Address:Port Process
ESTAB 0      0         192.0.2.10:8082    192.0.2.20:43066 users:(("python3",pid=17847,fd=4))`,
    choices: [
      {
        text: "Wait another minute.",
        because:
          "That is for TIME-WAIT. An established connection has no timer that ends it; the hour has shown it.",
      },
      {
        text: "Set SO_REUSEADDR in the new server, and start it now.",
        because:
          "Good for the future. Today it fails on Linux, since the old server did not set the option for its socket.",
      },
      {
        text: "Nothing: without a listener the port is free, so the error comes from elsewhere.",
        because:
          "No new client would be accepted, so the port looks free. For bind() a connection with this local port is enough.",
        belief: "only-listeners-hold-ports",
      },
      {
        text: "Find out what process 17847 is, and end it.",
        right: true,
        because:
          "Probably it is a child of the old server that still serves one client. When it ends, the connection closes and the port is free.",
      },
    ],
  },
  {
    id: "option-by-system",
    kind: "choose-one",
    prompt:
      "A server sets SO_REUSEADDR before it binds, on every system. Two copies of it are started by mistake, on the same address and port. What happens?",
    choices: [
      {
        text: "On all systems the second copy fails, since the port has a listener.",
        because:
          "So it is on Linux. The option has one name and several meanings; on Windows it lets a socket take a port that is in use.",
      },
      {
        text: "On Linux the second copy fails; on Windows both may bind.",
        right: true,
        because:
          "Nobody can say then which of the two gets a client; Microsoft calls it indeterminate. Therefore a server there should set SO_EXCLUSIVEADDRUSE.",
      },
      {
        text: "On Linux both listen, and the kernel shares the clients between them.",
        because:
          "That is SO_REUSEPORT. With SO_REUSEADDR a second TCP listener gets EADDRINUSE on Linux.",
        belief: "reuseaddr-two-listeners",
      },
      {
        text: "On all systems the first copy is closed, and the second takes over.",
        because: "“Reuse” sounds like that. No system closes a living listener for a newcomer.",
      },
    ],
  },
  {
    id: "nothing-in-the-list",
    kind: "choose-one",
    prompt:
      "On Windows, a program fails to listen on port 5037 with error 10013. `netstat -ano`, run as administrator, has no row with this port. What do you look at next?",
    choices: [
      {
        text: "The list of excluded port ranges.",
        right: true,
        because:
          "Hyper-V and others reserve blocks of ports. No row shows them; `netsh interface ipv4 show excludedportrange protocol=tcp` does.",
      },
      {
        text: "Whether the program runs as administrator: the error says “permissions”.",
        because:
          "The words suggest it. But Windows does not protect ports by privilege, not even low ones; the port itself is set aside.",
      },
      {
        text: "The firewall: it does not let the program listen.",
        because:
          "A firewall looks at packets. It can keep clients away, but bind() and listen() succeed behind it.",
      },
      {
        text: "The clock: in a minute TIME-WAIT is over.",
        because: "TIME-WAIT would show as a row. Here there is none, and the error is another one.",
      },
    ],
  },
  {
    id: "pid-to-stop",
    kind: "type-number",
    prompt: "On Windows, your server gets 10048 for port 8082. Which PID do you look into?",
    listing: `  Proto  Local Address          Foreign Address        State           PID
  TCP    0.0.0.0:80             0.0.0.0:0              LISTENING       4
  TCP    0.0.0.0:8082           0.0.0.0:0              LISTENING       6388
  TCP    192.0.2.10:8082        192.0.2.20:43066       TIME_WAIT       0
  TCP    192.0.2.10:51873       198.51.100.7:8082      ESTABLISHED     9120
  TCP    [::]:8082              [::]:0                 LISTENING       6388
  UDP    0.0.0.0:8082           *:*                                    7204`,
    answer: 6388,
    because:
      "It listens on TCP port 8082, for IPv4 and IPv6. The other rows with this number are a leftover, a client and UDP.",
    near: [
      {
        value: 9120,
        because:
          "There 8082 is the port of the other host. This process is a client and occupies 51873.",
        belief: "client-uses-80",
      },
      {
        value: 7204,
        because:
          "The port is the right one, but that row is UDP. It does not stand in the way of a TCP server.",
        belief: "tcp-udp-clash",
      },
      {
        value: 0,
        because:
          "It stands in a row with this port. But a row in TIME_WAIT has no process, so Windows prints 0. There is nothing to look into, and on Windows such a row is not in the way of a new listener.",
      },
    ],
  },
] as const satisfies readonly Question[];
