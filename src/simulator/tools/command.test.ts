import { describe, expect, test } from "vitest";
import { commandOutput } from "./command.ts";
import { held, listed } from "./listed-socket.fixture.ts";
import type { ListedSocket } from "./listed-socket.ts";

function linesOf(command: string, sockets: readonly ListedSocket[]): readonly string[] {
  const output = commandOutput(command, sockets);
  return output.type === "error" ? [output.message] : output.text.split("\n").slice(0, -1);
}

const LONG = "2001:db8:1234:5678:9abc:def0:1234:5678";

/** One process and two that inherited its descriptors. */
const inherited = (fd: number, ...more: readonly number[]) =>
  [21_372, 21_436].flatMap((pid) => [fd, ...more].map((fd) => held(pid, fd)));
const by = (inode: number, fd: number, ...more: readonly number[]) => ({
  inode,
  processes: [...inherited(fd, ...more), held(21_437, fd, "worker", "nobody")],
});

/** Recorded with iproute2 6.1, net-tools 2.10 and lsof 4.95 in a network namespace on Linux 6.18. */
const HOST: readonly ListedSocket[] = [
  listed("tcp", "LISTEN", [0, 5], "127.0.0.1:8080", null, by(1_840_212, 3, 200)),
  listed("tcp", "ESTABLISHED", [0, 0], "127.0.0.1:39422", "127.0.0.1:8082", by(1_840_216, 7)),
  listed("tcp", "LISTEN", [1, 9], `${LONG}:18083`, null, { ...by(1_840_215, 6), family: "46" }),
  listed("tcp", "LISTEN", [0, 9], "*:8082", null, { ...by(1_840_214, 5), family: "46" }),
  listed("tcp", "LISTEN", [0, 7], "*:8081", null, { ...by(1_840_213, 4), family: 6 }),
  listed("tcp", "ESTABLISHED", [0, 0], `${LONG}:34832`, `${LONG}:18083`, {
    ...by(1_840_218, 9),
    family: 6,
  }),
  listed("tcp", "ESTABLISHED", [0, 0], "127.0.0.1:8082", "127.0.0.1:39422", {
    ...by(1_840_217, 8),
    family: "46",
  }),
  listed("tcp", "ESTABLISHED", [0, 0], `${LONG}:18083`, `${LONG}:34832`, { family: 6 }),
  listed("udp", "ESTABLISHED", [0, 0], "127.0.0.1:47854", "127.0.0.1:5353", by(1_840_220, 12)),
  listed("udp", null, [0, 0], "127.0.0.53%lo:53", null, by(1_840_224, 16)),
  listed("udp", null, [0, 0], "*:68", null, by(1_840_219, 11)),
  listed("udp", "ESTABLISHED", [0, 0], "::1:33483", "::1:5002", {
    ...by(1_840_229, 21),
    family: 6,
  }),
  listed("udp", null, [0, 0], "*:5000", null, { ...by(1_840_221, 13), family: "46" }),
  listed("udp", null, [0, 0], "*:5001", null, { ...by(1_840_222, 14), family: 6 }),
  listed("udp", null, [0, 0], "::1:5002", null, { ...by(1_840_223, 15), family: "46" }),
  listed("raw", null, [0, 0], "*:1", null, by(1_840_225, 17)),
  listed("raw", null, [0, 0], "*:58", null, { ...by(1_840_226, 18), family: 6 }),
];

describe("ss", () => {
  test("widens its columns for the widest address, and writes IPv4 on an IPv6 socket as mapped", () => {
    expect(linesOf("ss -tan", HOST)).toEqual([
      "State  Recv-Q Send-Q                            Local Address:Port                              Peer Address:Port Process",
      "LISTEN 0      5                                     127.0.0.1:8080                                   0.0.0.0:*           ",
      "ESTAB  0      0                                     127.0.0.1:39422                                127.0.0.1:8082        ",
      "LISTEN 1      9      [2001:db8:1234:5678:9abc:def0:1234:5678]:18083                                     [::]:*           ",
      "LISTEN 0      9                                             *:8082                                         *:*           ",
      "LISTEN 0      7                                          [::]:8081                                      [::]:*           ",
      "ESTAB  0      0      [2001:db8:1234:5678:9abc:def0:1234:5678]:34832 [2001:db8:1234:5678:9abc:def0:1234:5678]:18083       ",
      "ESTAB  0      0                            [::ffff:127.0.0.1]:8082                        [::ffff:127.0.0.1]:39422       ",
      "ESTAB  0      0      [2001:db8:1234:5678:9abc:def0:1234:5678]:18083 [2001:db8:1234:5678:9abc:def0:1234:5678]:34832       ",
    ]);
  });

  test("names everybody who holds a socket, the last first", () => {
    expect(linesOf("ss -tlnpH4", HOST)).toEqual([
      'LISTEN 0      5      127.0.0.1:8080 0.0.0.0:* users:(("worker",pid=21437,fd=3),("python3",pid=21436,fd=200),("python3",pid=21436,fd=3),("python3",pid=21372,fd=200),("python3",pid=21372,fd=3))',
    ]);
  });

  test("shows UDP with its zone, and what an address makes of IPV6_V6ONLY", () => {
    expect(linesOf("ss -uan", HOST)).toEqual([
      "State  Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess",
      "ESTAB  0      0          127.0.0.1:47854    127.0.0.1:5353       ",
      "UNCONN 0      0      127.0.0.53%lo:53         0.0.0.0:*          ",
      "UNCONN 0      0            0.0.0.0:68         0.0.0.0:*          ",
      "ESTAB  0      0              [::1]:33483        [::1]:5002       ",
      "UNCONN 0      0                  *:5000             *:*          ",
      "UNCONN 0      0               [::]:5001          [::]:*          ",
      "UNCONN 0      0              [::1]:5002          [::]:*          ",
    ]);
  });

  test("leaves the state out where there can be only one", () => {
    expect(linesOf("ss -un", HOST)).toEqual([
      "Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess",
      "0      0          127.0.0.1:47854    127.0.0.1:5353       ",
      "0      0              [::1]:33483        [::1]:5002       ",
    ]);
  });

  test("prints raw sockets first, with their protocol in the port's place", () => {
    expect(linesOf("ss -Hwn -a", HOST)).toEqual([
      "UNCONN 0      0      0.0.0.0:1  0.0.0.0:*",
      "UNCONN 0      0            *:58       *:*",
    ]);
  });

  test("prints its heading for a host without sockets", () => {
    expect(linesOf("ss -tuanp", [])).toEqual([
      "Netid State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess",
    ]);
  });
});

describe("netstat", () => {
  test("cuts long addresses, unmaps IPv4, and knows no process of a connection that waits", () => {
    expect(linesOf("netstat -tanp", HOST)).toEqual([
      "Active Internet connections (servers and established)",
      "Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name    ",
      "tcp        0      0 127.0.0.1:8080          0.0.0.0:*               LISTEN      21372/python3       ",
      "tcp        0      0 127.0.0.1:39422         127.0.0.1:8082          ESTABLISHED 21372/python3       ",
      "tcp6       1      0 2001:db8:1234:567:18083 :::*                    LISTEN      21372/python3       ",
      "tcp6       0      0 :::8082                 :::*                    LISTEN      21372/python3       ",
      "tcp6       0      0 :::8081                 :::*                    LISTEN      21372/python3       ",
      "tcp6       0      0 2001:db8:1234:567:34832 2001:db8:1234:567:18083 ESTABLISHED 21372/python3       ",
      "tcp6       0      0 127.0.0.1:8082          127.0.0.1:39422         ESTABLISHED 21372/python3       ",
      "tcp6       0      0 2001:db8:1234:567:18083 2001:db8:1234:567:34832 ESTABLISHED -                   ",
    ]);
  });

  test("has datagrams without a state, and raw sockets with its number", () => {
    expect(linesOf("netstat -uwan", HOST)).toEqual([
      "Active Internet connections (servers and established)",
      "Proto Recv-Q Send-Q Local Address           Foreign Address         State      ",
      "udp        0      0 127.0.0.1:47854         127.0.0.1:5353          ESTABLISHED",
      "udp        0      0 127.0.0.53:53           0.0.0.0:*                          ",
      "udp        0      0 0.0.0.0:68              0.0.0.0:*                          ",
      "udp6       0      0 ::1:33483               ::1:5002                ESTABLISHED",
      "udp6       0      0 :::5000                 :::*                               ",
      "udp6       0      0 :::5001                 :::*                               ",
      "udp6       0      0 ::1:5002                :::*                               ",
      "raw        0      0 0.0.0.0:1               0.0.0.0:*               7          ",
      "raw6       0      0 :::58                   :::*                    7          ",
    ]);
  });

  test("says w/o servers where neither -a nor -l was asked", () => {
    expect(linesOf("netstat -un", HOST)).toEqual([
      "Active Internet connections (w/o servers)",
      "Proto Recv-Q Send-Q Local Address           Foreign Address         State      ",
      "udp        0      0 127.0.0.1:47854         127.0.0.1:5353          ESTABLISHED",
      "udp6       0      0 ::1:33483               ::1:5002                ESTABLISHED",
    ]);
  });

  test("cuts a process to 19 characters, and with -W no address", () => {
    const name = "a-rather-long-name";
    const sockets = [
      listed("tcp", "LISTEN", [0, 5], `${LONG}:18083`, null, {
        family: 6,
        processes: [held(1234, 3, name)],
      }),
    ];
    expect(linesOf("netstat -tlnp", sockets)[2]).toMatch(/LISTEN {6}1234\/a-rather-long- $/);
    expect(linesOf("netstat -tlnW", sockets)[2]).toContain(`${LONG}:18083 :::*`);
  });
});

describe("lsof", () => {
  test("has a row for each descriptor of each process, by process and descriptor", () => {
    const rows = linesOf("lsof -nP -iTCP:8080", HOST);
    expect(rows).toEqual([
      "COMMAND   PID   USER   FD   TYPE  DEVICE SIZE/OFF NODE NAME",
      "python3 21372   root    3u  IPv4 1840212      0t0  TCP 127.0.0.1:8080 (LISTEN)",
      "python3 21372   root  200u  IPv4 1840212      0t0  TCP 127.0.0.1:8080 (LISTEN)",
      "python3 21436   root    3u  IPv4 1840212      0t0  TCP 127.0.0.1:8080 (LISTEN)",
      "python3 21436   root  200u  IPv4 1840212      0t0  TCP 127.0.0.1:8080 (LISTEN)",
      "worker  21437 nobody    3u  IPv4 1840212      0t0  TCP 127.0.0.1:8080 (LISTEN)",
    ]);
  });

  test("leaves raw sockets out, and writes IPv6 in brackets", () => {
    const rows = linesOf("lsof -i6 -P -n", HOST).filter((line) => line.includes(" 21436 "));
    expect(rows.map((line) => line.slice(line.indexOf("IPv")))).toEqual([
      "IPv6 1840213      0t0  TCP *:8081 (LISTEN)",
      "IPv6 1840214      0t0  TCP *:8082 (LISTEN)",
      `IPv6 1840215      0t0  TCP [${LONG}]:18083 (LISTEN)`,
      "IPv6 1840217      0t0  TCP 127.0.0.1:8082->127.0.0.1:39422 (ESTABLISHED)",
      `IPv6 1840218      0t0  TCP [${LONG}]:34832->[${LONG}]:18083 (ESTABLISHED)`,
      "IPv6 1840221      0t0  UDP *:5000 ",
      "IPv6 1840222      0t0  UDP *:5001 ",
      "IPv6 1840223      0t0  UDP [::1]:5002 ",
      "IPv6 1840229      0t0  UDP [::1]:33483->[::1]:5002 ",
    ]);
  });

  test("leaves UDP out where only TCP's listeners are asked for", () => {
    const rows = linesOf("lsof -nP -i4 -sTCP:LISTEN", HOST);
    expect(rows.filter((line) => line.includes(" 21437 "))).toEqual([
      "worker  21437 nobody    3u  IPv4 1840212      0t0  TCP 127.0.0.1:8080 (LISTEN)",
    ]);
  });

  test("writes a blank in a command as \\x20 and cuts it at nine", () => {
    const sockets = [
      listed("udp", null, [0, 0], "*:68", null, {
        inode: 1,
        processes: [held(7, 12_345, "my long name 1")],
      }),
    ];
    expect(linesOf("lsof -nP -i", sockets)[1]).toBe(
      "my\\x20lon   7 root *345u  IPv4      1      0t0  UDP *:68 ",
    );
  });

  test("prints nothing at all where no process holds a socket", () => {
    expect(commandOutput("lsof -nP -i", [])).toEqual({ type: "output", text: "", rows: [] });
  });

  test.each([
    ["lsof -nP -i :8082", 3],
    ["lsof -nPi:8082", 3],
    ["lsof -nPi tcp:8082", 3],
    ["lsof -i udp:8082 -n -P", 0],
    ["lsof -i tcp:8082 -n -P -sTCP:LISTEN", 1],
  ])("%s takes the port of either end", (command, sockets) => {
    const ofWorker = linesOf(command, HOST).filter((line) => line.includes(" 21437 "));
    expect(ofWorker).toHaveLength(sockets);
  });
});

describe("what a socket is before anybody may connect to it", () => {
  const made = [
    listed("tcp", "CLOSED", [0, 0], "*:8080", null, { inode: 1, processes: [held(4922, 3)] }),
    listed("udp", null, [0, 0], "*:0", null, { inode: 2, processes: [held(4922, 4)] }),
  ];

  test.each(["ss -tuanp", "netstat -tuanp", "lsof -nP -i"])("%s does not show it", (command) => {
    const nothing = linesOf(command, []);
    expect(linesOf(command, made)).toEqual(nothing);
  });
});

describe("what is told of the rows besides", () => {
  test.each(["ss -tanp", "ss -Htanp", "ss -tuanp", "netstat -tuanp", "netstat -tulpn"])(
    "the last lines of %s are its rows, each with the socket it shows",
    (command) => {
      const output = commandOutput(command, HOST);
      const rows = output.type === "output" ? output.rows : [];
      expect(rows.length).toBeGreaterThan(1);
      const lines = linesOf(command, HOST).slice(-rows.length);
      for (const [at, { entry, holder }] of rows.entries()) {
        expect(lines[at]).toContain(`:${entry.local.port} `);
        expect(holder).toBeNull();
      }
    },
  );

  test("a row of lsof is about one descriptor", () => {
    const output = commandOutput("lsof -nP -i", HOST);
    const rows = output.type === "output" ? output.rows : [];
    const lines = linesOf("lsof -nP -i", HOST).slice(1);
    expect(lines.map((line) => line.split(/ +/).slice(1, 4))).toEqual(
      rows.map(({ entry, holder }) => [
        String(holder?.pid),
        entry.processes.find(({ pid, fd }) => pid === holder?.pid && fd === holder?.fd)?.user,
        `${holder?.fd}u`,
      ]),
    );
  });
});

test.each([
  "ss -tap",
  "ss -an",
  "ss --tcp",
  "netstat -s",
  "netstat -rn",
  "lsof -i",
  "lsof -nP",
  "lsof -nP -i -x",
  "nmap -sT",
  "",
])("%j is answered with what may be asked", (command) => {
  expect(commandOutput(command, HOST).type).toBe("error");
});
