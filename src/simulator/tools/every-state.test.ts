/** One host with a socket in every TCP state, as ss, netstat and lsof printed it on Linux 6.18: kernel trace 34. */
import { expect, test } from "vitest";
import { commandOutput } from "./command.ts";
import { held, listed } from "./listed-socket.fixture.ts";
import type { ListedSocket } from "./listed-socket.ts";

const by = (fd: number, inode: number) => ({ inode, processes: [held(19_658, fd)] });
const SERVER = "10.0.0.2:8080";

const SOCKETS: readonly ListedSocket[] = [
  listed("tcp", "LISTEN", [0, 3], "10.0.0.1:8081", null, by(12, 130_286)),
  listed("tcp", "LISTEN", [0, 4096], "127.0.0.1:631", null, by(11, 130_285)),
  listed("tcp", "SYN-RECEIVED", [0, 0], "10.0.0.1:8081", "10.0.0.2:7777"),
  listed("tcp", "ESTABLISHED", [0, 4], "10.0.0.1:35626", SERVER, by(13, 130_287)),
  listed("tcp", "CLOSE-WAIT", [1, 0], "10.0.0.1:35628", SERVER, by(15, 130_289)),
  listed("tcp", "FIN-WAIT-2", [0, 0], "10.0.0.1:35634", SERVER, by(17, 130_335)),
  listed("tcp", "FIN-WAIT-2", [0, 0], "10.0.0.1:35650", SERVER),
  listed("tcp", "TIME-WAIT", [0, 0], "10.0.0.1:35656", SERVER),
  listed("tcp", "LAST-ACK", [1, 1], "10.0.0.1:35672", SERVER),
  listed("tcp", "FIN-WAIT-1", [0, 1], "10.0.0.1:35674", SERVER),
  listed("tcp", "FIN-WAIT-1", [0, 1], "10.0.0.1:35688", SERVER, by(27, 130_345)),
  listed("tcp", "CLOSING", [1, 1], "10.0.0.1:35692", SERVER, by(29, 130_347)),
  listed("tcp", "SYN-SENT", [0, 1], "10.0.0.1:49902", "10.0.0.2:81", by(16, 130_349)),
  listed("udp", "ESTABLISHED", [0, 0], "10.0.0.1:52942", "10.0.0.2:53", by(21, 130_351)),
  listed("udp", null, [0, 0], "*:68", null, by(19, 130_350)),
  listed("raw", null, [0, 0], "*:1", null, by(20, 130_352)),
];

/** Recorded without the blanks at the ends of lines. */
const RECORDED: readonly (readonly [command: string, lines: readonly string[]])[] = [
  [
    "ss -tan",
    [
      "State      Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess",
      "LISTEN     0      3           10.0.0.1:8081       0.0.0.0:*",
      "LISTEN     0      4096       127.0.0.1:631        0.0.0.0:*",
      "SYN-RECV   0      0           10.0.0.1:8081      10.0.0.2:7777",
      "ESTAB      0      4           10.0.0.1:35626     10.0.0.2:8080",
      "CLOSE-WAIT 1      0           10.0.0.1:35628     10.0.0.2:8080",
      "FIN-WAIT-2 0      0           10.0.0.1:35634     10.0.0.2:8080",
      "FIN-WAIT-2 0      0           10.0.0.1:35650     10.0.0.2:8080",
      "TIME-WAIT  0      0           10.0.0.1:35656     10.0.0.2:8080",
      "LAST-ACK   1      1           10.0.0.1:35672     10.0.0.2:8080",
      "FIN-WAIT-1 0      1           10.0.0.1:35674     10.0.0.2:8080",
      "FIN-WAIT-1 0      1           10.0.0.1:35688     10.0.0.2:8080",
      "CLOSING    1      1           10.0.0.1:35692     10.0.0.2:8080",
      "SYN-SENT   0      1           10.0.0.1:49902     10.0.0.2:81",
    ],
  ],
  [
    "ss -tanp",
    [
      "State      Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess",
      'LISTEN     0      3           10.0.0.1:8081       0.0.0.0:*    users:(("python3",pid=19658,fd=12))',
      'LISTEN     0      4096       127.0.0.1:631        0.0.0.0:*    users:(("python3",pid=19658,fd=11))',
      "SYN-RECV   0      0           10.0.0.1:8081      10.0.0.2:7777",
      'ESTAB      0      4           10.0.0.1:35626     10.0.0.2:8080 users:(("python3",pid=19658,fd=13))',
      'CLOSE-WAIT 1      0           10.0.0.1:35628     10.0.0.2:8080 users:(("python3",pid=19658,fd=15))',
      'FIN-WAIT-2 0      0           10.0.0.1:35634     10.0.0.2:8080 users:(("python3",pid=19658,fd=17))',
      "FIN-WAIT-2 0      0           10.0.0.1:35650     10.0.0.2:8080",
      "TIME-WAIT  0      0           10.0.0.1:35656     10.0.0.2:8080",
      "LAST-ACK   1      1           10.0.0.1:35672     10.0.0.2:8080",
      "FIN-WAIT-1 0      1           10.0.0.1:35674     10.0.0.2:8080",
      'FIN-WAIT-1 0      1           10.0.0.1:35688     10.0.0.2:8080 users:(("python3",pid=19658,fd=27))',
      'CLOSING    1      1           10.0.0.1:35692     10.0.0.2:8080 users:(("python3",pid=19658,fd=29))',
      'SYN-SENT   0      1           10.0.0.1:49902     10.0.0.2:81   users:(("python3",pid=19658,fd=16))',
    ],
  ],
  [
    "ss -tln",
    [
      "State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess",
      "LISTEN 0      3           10.0.0.1:8081      0.0.0.0:*",
      "LISTEN 0      4096       127.0.0.1:631       0.0.0.0:*",
    ],
  ],
  [
    "ss -lntu",
    [
      "Netid State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess",
      "udp   UNCONN 0      0            0.0.0.0:68        0.0.0.0:*",
      "tcp   LISTEN 0      3           10.0.0.1:8081      0.0.0.0:*",
      "tcp   LISTEN 0      4096       127.0.0.1:631       0.0.0.0:*",
    ],
  ],
  [
    "ss -Htan",
    [
      "LISTEN     0      3       10.0.0.1:8081   0.0.0.0:*",
      "LISTEN     0      4096   127.0.0.1:631    0.0.0.0:*",
      "SYN-RECV   0      0       10.0.0.1:8081  10.0.0.2:7777",
      "ESTAB      0      4       10.0.0.1:35626 10.0.0.2:8080",
      "CLOSE-WAIT 1      0       10.0.0.1:35628 10.0.0.2:8080",
      "FIN-WAIT-2 0      0       10.0.0.1:35634 10.0.0.2:8080",
      "FIN-WAIT-2 0      0       10.0.0.1:35650 10.0.0.2:8080",
      "TIME-WAIT  0      0       10.0.0.1:35656 10.0.0.2:8080",
      "LAST-ACK   1      1       10.0.0.1:35672 10.0.0.2:8080",
      "FIN-WAIT-1 0      1       10.0.0.1:35674 10.0.0.2:8080",
      "FIN-WAIT-1 0      1       10.0.0.1:35688 10.0.0.2:8080",
      "CLOSING    1      1       10.0.0.1:35692 10.0.0.2:8080",
      "SYN-SENT   0      1       10.0.0.1:49902 10.0.0.2:81",
    ],
  ],
  [
    "netstat -tan",
    [
      "Active Internet connections (servers and established)",
      "Proto Recv-Q Send-Q Local Address           Foreign Address         State",
      "tcp        0      0 10.0.0.1:8081           0.0.0.0:*               LISTEN",
      "tcp        0      0 127.0.0.1:631           0.0.0.0:*               LISTEN",
      "tcp        0      0 10.0.0.1:8081           10.0.0.2:7777           SYN_RECV",
      "tcp        0      4 10.0.0.1:35626          10.0.0.2:8080           ESTABLISHED",
      "tcp        1      0 10.0.0.1:35628          10.0.0.2:8080           CLOSE_WAIT",
      "tcp        0      0 10.0.0.1:35634          10.0.0.2:8080           FIN_WAIT2",
      "tcp        0      0 10.0.0.1:35650          10.0.0.2:8080           FIN_WAIT2",
      "tcp        0      0 10.0.0.1:35656          10.0.0.2:8080           TIME_WAIT",
      "tcp        1      1 10.0.0.1:35672          10.0.0.2:8080           LAST_ACK",
      "tcp        0      1 10.0.0.1:35674          10.0.0.2:8080           FIN_WAIT1",
      "tcp        0      1 10.0.0.1:35688          10.0.0.2:8080           FIN_WAIT1",
      "tcp        1      1 10.0.0.1:35692          10.0.0.2:8080           CLOSING",
      "tcp        0      1 10.0.0.1:49902          10.0.0.2:81             SYN_SENT",
    ],
  ],
  [
    "netstat -tanp",
    [
      "Active Internet connections (servers and established)",
      "Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name",
      "tcp        0      0 10.0.0.1:8081           0.0.0.0:*               LISTEN      19658/python3",
      "tcp        0      0 127.0.0.1:631           0.0.0.0:*               LISTEN      19658/python3",
      "tcp        0      0 10.0.0.1:8081           10.0.0.2:7777           SYN_RECV    -",
      "tcp        0      4 10.0.0.1:35626          10.0.0.2:8080           ESTABLISHED 19658/python3",
      "tcp        1      0 10.0.0.1:35628          10.0.0.2:8080           CLOSE_WAIT  19658/python3",
      "tcp        0      0 10.0.0.1:35634          10.0.0.2:8080           FIN_WAIT2   19658/python3",
      "tcp        0      0 10.0.0.1:35650          10.0.0.2:8080           FIN_WAIT2   -",
      "tcp        0      0 10.0.0.1:35656          10.0.0.2:8080           TIME_WAIT   -",
      "tcp        1      1 10.0.0.1:35672          10.0.0.2:8080           LAST_ACK    -",
      "tcp        0      1 10.0.0.1:35674          10.0.0.2:8080           FIN_WAIT1   -",
      "tcp        0      1 10.0.0.1:35688          10.0.0.2:8080           FIN_WAIT1   19658/python3",
      "tcp        1      1 10.0.0.1:35692          10.0.0.2:8080           CLOSING     19658/python3",
      "tcp        0      1 10.0.0.1:49902          10.0.0.2:81             SYN_SENT    19658/python3",
    ],
  ],
  [
    "netstat -tulpn",
    [
      "Active Internet connections (only servers)",
      "Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name",
      "tcp        0      0 10.0.0.1:8081           0.0.0.0:*               LISTEN      19658/python3",
      "tcp        0      0 127.0.0.1:631           0.0.0.0:*               LISTEN      19658/python3",
      "udp        0      0 0.0.0.0:68              0.0.0.0:*                           19658/python3",
    ],
  ],
  [
    "lsof -nP -i",
    [
      "COMMAND   PID USER   FD   TYPE DEVICE SIZE/OFF NODE NAME",
      "python3 19658 root   11u  IPv4 130285      0t0  TCP 127.0.0.1:631 (LISTEN)",
      "python3 19658 root   12u  IPv4 130286      0t0  TCP 10.0.0.1:8081 (LISTEN)",
      "python3 19658 root   13u  IPv4 130287      0t0  TCP 10.0.0.1:35626->10.0.0.2:8080 (ESTABLISHED)",
      "python3 19658 root   15u  IPv4 130289      0t0  TCP 10.0.0.1:35628->10.0.0.2:8080 (CLOSE_WAIT)",
      "python3 19658 root   16u  IPv4 130349      0t0  TCP 10.0.0.1:49902->10.0.0.2:81 (SYN_SENT)",
      "python3 19658 root   17u  IPv4 130335      0t0  TCP 10.0.0.1:35634->10.0.0.2:8080 (FIN_WAIT2)",
      "python3 19658 root   19u  IPv4 130350      0t0  UDP *:68",
      "python3 19658 root   21u  IPv4 130351      0t0  UDP 10.0.0.1:52942->10.0.0.2:53",
      "python3 19658 root   27u  IPv4 130345      0t0  TCP 10.0.0.1:35688->10.0.0.2:8080 (FIN_WAIT1)",
      "python3 19658 root   29u  IPv4 130347      0t0  TCP 10.0.0.1:35692->10.0.0.2:8080 (CLOSING)",
    ],
  ],
  [
    "lsof -nP -iTCP",
    [
      "COMMAND   PID USER   FD   TYPE DEVICE SIZE/OFF NODE NAME",
      "python3 19658 root   11u  IPv4 130285      0t0  TCP 127.0.0.1:631 (LISTEN)",
      "python3 19658 root   12u  IPv4 130286      0t0  TCP 10.0.0.1:8081 (LISTEN)",
      "python3 19658 root   13u  IPv4 130287      0t0  TCP 10.0.0.1:35626->10.0.0.2:8080 (ESTABLISHED)",
      "python3 19658 root   15u  IPv4 130289      0t0  TCP 10.0.0.1:35628->10.0.0.2:8080 (CLOSE_WAIT)",
      "python3 19658 root   16u  IPv4 130349      0t0  TCP 10.0.0.1:49902->10.0.0.2:81 (SYN_SENT)",
      "python3 19658 root   17u  IPv4 130335      0t0  TCP 10.0.0.1:35634->10.0.0.2:8080 (FIN_WAIT2)",
      "python3 19658 root   27u  IPv4 130345      0t0  TCP 10.0.0.1:35688->10.0.0.2:8080 (FIN_WAIT1)",
      "python3 19658 root   29u  IPv4 130347      0t0  TCP 10.0.0.1:35692->10.0.0.2:8080 (CLOSING)",
    ],
  ],
];

test.each(RECORDED)("%s prints what it printed", (command, lines) => {
  const output = commandOutput(command, SOCKETS);
  if (output.type === "error") throw new Error(output.message);
  expect(output.text.split("\n").map((line) => line.trimEnd())).toEqual([...lines, ""]);
});

test("without -a and -l ss shows neither listeners nor SYN-RECV nor TIME-WAIT, as recorded", () => {
  const output = commandOutput("ss -Htn", SOCKETS);
  const text = output.type === "output" ? output.text : "";
  expect(text.split("\n").map((line) => line.split(" ")[0])).toEqual([
    "ESTAB",
    "CLOSE-WAIT",
    "FIN-WAIT-2",
    "FIN-WAIT-2",
    "LAST-ACK",
    "FIN-WAIT-1",
    "FIN-WAIT-1",
    "CLOSING",
    "SYN-SENT",
    "",
  ]);
});
