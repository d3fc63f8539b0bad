/** Two hosts with a connection, as ss, netstat and lsof printed them on Linux 6.18, blanks and all: kernel trace 35. */
import { describe, expect, test } from "vitest";
import { commandOutput } from "./command.ts";
import { held, listed } from "./listed-socket.fixture.ts";
import type { ListedSocket } from "./listed-socket.ts";

type Recorded = readonly (readonly [command: string, lines: readonly string[]])[];

function textOf(command: string, sockets: readonly ListedSocket[]): string {
  const output = commandOutput(command, sockets);
  if (output.type === "error") throw new Error(output.message);
  return output.text;
}

const A: readonly ListedSocket[] = [
  listed("tcp", "ESTABLISHED", [0, 0], "10.0.0.1:48002", "10.0.0.2:8080"),
  listed("tcp", "SYN-SENT", [0, 1], "10.0.0.1:48416", "10.0.0.2:81"),
];

const A_PRINTED: Recorded = [
  [
    "ss -tan",
    [
      "State    Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess",
      "ESTAB    0      0           10.0.0.1:48002     10.0.0.2:8080       ",
      "SYN-SENT 0      1           10.0.0.1:48416     10.0.0.2:81         ",
    ],
  ],
  [
    "netstat -tan",
    [
      "Active Internet connections (servers and established)",
      "Proto Recv-Q Send-Q Local Address           Foreign Address         State      ",
      "tcp        0      0 10.0.0.1:48002          10.0.0.2:8080           ESTABLISHED",
      "tcp        0      1 10.0.0.1:48416          10.0.0.2:81             SYN_SENT   ",
    ],
  ],
];

const by = (fd: number, inode: number) => ({ inode, processes: [held(4557, fd)] });

const B: readonly ListedSocket[] = [
  listed("tcp", "LISTEN", [0, 5], "*:8080", null, by(9, 90_505)),
  listed("tcp", "ESTABLISHED", [0, 0], "10.0.0.2:8080", "10.0.0.1:48002", by(12, 90_517)),
  listed("udp", null, [0, 0], "*:53", null, by(14, 90_519)),
  listed("tcp", "LISTEN", [0, 7], "*:9090", null, { ...by(15, 90_520), family: "46" }),
];

const B_PRINTED: Recorded = [
  [
    "ss -tan",
    [
      "State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process",
      "LISTEN 0      5            0.0.0.0:8080      0.0.0.0:*           ",
      "ESTAB  0      0           10.0.0.2:8080     10.0.0.1:48002       ",
      "LISTEN 0      7                  *:9090            *:*           ",
    ],
  ],
  [
    "ss -tanp",
    [
      "State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process                            ",
      'LISTEN 0      5            0.0.0.0:8080      0.0.0.0:*     users:(("python3",pid=4557,fd=9)) ',
      'ESTAB  0      0           10.0.0.2:8080     10.0.0.1:48002 users:(("python3",pid=4557,fd=12))',
      'LISTEN 0      7                  *:9090            *:*     users:(("python3",pid=4557,fd=15))',
    ],
  ],
  [
    "ss -tan4",
    [
      "State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process",
      "LISTEN 0      5            0.0.0.0:8080      0.0.0.0:*           ",
      "ESTAB  0      0           10.0.0.2:8080     10.0.0.1:48002       ",
    ],
  ],
  [
    "netstat -tan",
    [
      "Active Internet connections (servers and established)",
      "Proto Recv-Q Send-Q Local Address           Foreign Address         State      ",
      "tcp        0      0 0.0.0.0:8080            0.0.0.0:*               LISTEN     ",
      "tcp        0      0 10.0.0.2:8080           10.0.0.1:48002          ESTABLISHED",
      "tcp6       0      0 :::9090                 :::*                    LISTEN     ",
    ],
  ],
  [
    "netstat -tanp",
    [
      "Active Internet connections (servers and established)",
      "Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name    ",
      "tcp        0      0 0.0.0.0:8080            0.0.0.0:*               LISTEN      4557/python3        ",
      "tcp        0      0 10.0.0.2:8080           10.0.0.1:48002          ESTABLISHED 4557/python3        ",
      "tcp6       0      0 :::9090                 :::*                    LISTEN      4557/python3        ",
    ],
  ],
  [
    "netstat -tulpn",
    [
      "Active Internet connections (only servers)",
      "Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name    ",
      "tcp        0      0 0.0.0.0:8080            0.0.0.0:*               LISTEN      4557/python3        ",
      "tcp6       0      0 :::9090                 :::*                    LISTEN      4557/python3        ",
      "udp        0      0 0.0.0.0:53              0.0.0.0:*                           4557/python3        ",
    ],
  ],
  [
    "ss -tulpn",
    [
      "Netid State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess                            ",
      'udp   UNCONN 0      0            0.0.0.0:53        0.0.0.0:*    users:(("python3",pid=4557,fd=14))',
      'tcp   LISTEN 0      5            0.0.0.0:8080      0.0.0.0:*    users:(("python3",pid=4557,fd=9)) ',
      'tcp   LISTEN 0      7                  *:9090            *:*    users:(("python3",pid=4557,fd=15))',
    ],
  ],
  [
    "lsof -nP -i",
    [
      "COMMAND  PID USER   FD   TYPE DEVICE SIZE/OFF NODE NAME",
      "python3 4557 root    9u  IPv4  90505      0t0  TCP *:8080 (LISTEN)",
      "python3 4557 root   12u  IPv4  90517      0t0  TCP 10.0.0.2:8080->10.0.0.1:48002 (ESTABLISHED)",
      "python3 4557 root   14u  IPv4  90519      0t0  UDP *:53 ",
      "python3 4557 root   15u  IPv6  90520      0t0  TCP *:9090 (LISTEN)",
    ],
  ],
];

describe("exactly as recorded", () => {
  test.each(A_PRINTED)("%s on the client", (command, lines) => {
    expect(textOf(command, A)).toBe(`${lines.join("\n")}\n`);
  });

  test.each(B_PRINTED)("%s on the server", (command, lines) => {
    expect(textOf(command, B)).toBe(`${lines.join("\n")}\n`);
  });
});
