import type { Question } from "#learning/question";

export const questions = [
  {
    id: "who-may-send",
    kind: "choose-several",
    prompt:
      "These are UDP sockets of a host, without a firewall. Which of them will take in a datagram that a stranger on the network sends to the host's address `192.0.2.20` and that port?",
    listing: `State  Recv-Q Send-Q Local Address:Port  Peer Address:Port
ESTAB  0      0         192.0.2.20:37268   192.0.2.10:443
UNCONN 0      0      127.0.0.53%lo:53         0.0.0.0:*
UNCONN 0      0            0.0.0.0:5353       0.0.0.0:*
UNCONN 0      0            0.0.0.0:50288      0.0.0.0:*`,
    choices: [
      {
        text: "37268",
        because:
          "This socket is connected, so it takes datagrams from 192.0.2.10, port 443, and from nobody else.",
      },
      {
        text: "53",
        because: "It is bound to a loopback address. What is sent to 192.0.2.20 is not sent there.",
        belief: "loopback-reachable",
      },
      {
        text: "5353",
        right: true,
        because: "It has every address of the host and no peer, so it takes from anybody.",
      },
      {
        text: "50288",
        right: true,
        because:
          "It looks like a client that waits for an answer. But it has no peer, so the kernel gives it datagrams from anybody.",
      },
    ],
  },
  {
    id: "windows-udp-row",
    kind: "choose-one",
    prompt: "What does the number 1844 in this row of Windows' `netstat -ano` mean?",
    listing: `  Proto  Local Address          Foreign Address        State           PID
  UDP    0.0.0.0:5353           *:*                                    1844`,
    choices: [
      {
        text: "The state of the socket.",
        because:
          "It is the next field after the peer, where TCP rows have their state. UDP has none, so the field is empty.",
      },
      {
        text: "The port of the peer.",
        because:
          "It comes right after the peer, and it could be a port. But the peer is `*:*`: nobody in particular, and no port.",
      },
      {
        text: "The number of datagrams that wait.",
        because: "Linux has such a number, in `Recv-Q`. Windows' netstat prints no queues.",
      },
      {
        text: "The PID of the process.",
        right: true,
        because: "The state is empty, so this is the last column. The process is number 1844.",
      },
    ],
  },
  {
    id: "ul-lists",
    kind: "choose-one",
    prompt:
      "A colleague runs `netstat -uln` on a server, finds `0.0.0.0:50288`, and reports: an unknown UDP server listens on port 50288. What do you answer?",
    choices: [
      {
        text: "Right: `-l` lists listeners only.",
        because:
          "For TCP it does. UDP has no listeners, so the option lists all sockets without a peer.",
        belief: "udp-listens",
      },
      {
        text: "Wrong: a port above 32767 is always a client's on Linux.",
        because:
          "It is probably one, as the port is in the ephemeral range. But a server may have such a port too.",
        belief: "ephemeral-above-1023",
      },
      {
        text: "It may be a client that waits; look which program has it.",
        right: true,
        because: "The row does not tell. `sudo ss -ulnp` names the program, and that mostly does.",
      },
      {
        text: "It cannot be used: the state is empty.",
        because: "Every UDP socket without a peer has an empty state. It receives all the same.",
        belief: "udp-listens",
      },
    ],
  },
  {
    id: "drops-of-the-reader",
    kind: "type-number",
    prompt:
      "A log server receives messages over UDP. How many datagrams has its socket lost because the program was too slow?",
    listing: `State  Recv-Q Send-Q Local Address:Port Peer Address:Port
UNCONN 212992 0         192.0.2.10:514       0.0.0.0:*
	 skmem:(r212992,rb212992,t0,tb212992,f0,w0,o0,bl0,d958)`,
    answer: 958,
    because:
      "It stands behind the letter `d`, for dropped. What was lost elsewhere on the way is not counted here.",
    near: [
      {
        value: 212992,
        because: "That is memory: what is in use, and the limit. The drops stand behind `d`.",
      },
      {
        value: 0,
        because:
          "There are several zeros in the line. The letter `d` at its end has another number.",
      },
      {
        value: 514,
        because:
          "That is the port of syslog, which stands in the row. The drops stand in the line below it.",
      },
    ],
  },
  {
    id: "silent-port",
    kind: "choose-one",
    prompt:
      "A test from outside gets no answer at all from UDP port 5514 of your host. Its own `ss -uan` has the row `UNCONN 0.0.0.0:5514`. What do you conclude?",
    choices: [
      {
        text: "The program does not answer, or something is in between.",
        right: true,
        because:
          "A log server never answers, for instance. Silence fits both, and the row says that a socket is there.",
      },
      {
        text: "The port is closed after all; the row is a leftover.",
        because:
          "A row is a socket that exists now. A closed UDP port would mostly answer, with an ICMP message.",
        belief: "udp-silence-closed",
      },
      {
        text: "The socket is not in LISTEN yet, so the server has to be started.",
        because:
          "A TCP server would say LISTEN by now. But UDP has no such state: this row is what a running UDP server looks like.",
        belief: "udp-listens",
      },
      {
        text: "UDP is switched off on this host.",
        because:
          "Silence looks like it. But the row is a UDP socket, and it works without an answer being sent.",
      },
    ],
  },
] as const satisfies readonly Question[];
