import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { fateSentence } from "./line-fate.ts";
import { capture, glance, readListing } from "./listing.fixture.ts";

const NET_TOOLS =
  "Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name";
const WINDOWS = "  Proto  Local Address          Foreign Address        State           PID";

const glances = (text: string) => readListing(text).entries.map(glance);
const only = (text: string) => {
  const { rows } = readListing(text);
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

describe("rows are recognised by their shape", () => {
  test.each([
    ["tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN 1/sshd", "net-tools", "tcp *:22 - LISTEN"],
    ["tcp6 0 0 :::22 :::* LISTEN", "net-tools", "tcp *:22 - LISTEN"],
    ["udp 0 0 0.0.0.0:68 0.0.0.0:*", "net-tools", "udp *:68 - -"],
    [
      "udp 0 0 192.0.2.10:51820 198.51.100.7:53 ESTABLISHED",
      "net-tools",
      "udp 192.0.2.10:51820 198.51.100.7:53 ESTABLISHED",
    ],
    ["raw6 0 0 :::58 :::* 7", "net-tools", "raw *:58 - -"],
    [
      "tcp 0 0 localhost:postgresql 0.0.0.0:* LISTEN",
      "net-tools",
      "tcp localhost:postgresql - LISTEN",
    ],
    ["raw 0 0 ::%6001648:58 ::%32:* 58", "busybox", "raw *%6001648:58 - -"],
    ["TCP 0.0.0.0:135 0.0.0.0:0 LISTENING 1104", "windows-netstat", "tcp *:135 - LISTEN"],
    [
      "TCP 192.0.2.7:50001 203.0.113.9:443 SYN_RECEIVED",
      "windows-netstat",
      "tcp 192.0.2.7:50001 203.0.113.9:443 SYN-RECEIVED",
    ],
    ["TCP [fe80::1%4]:1521 [::]:0 LISTENING 44", "windows-netstat", "tcp fe80::1%4:1521 - LISTEN"],
    ["UDP [::]:500 *:* 4321", "windows-netstat", "udp *:500 - -"],
    ["TCP MYPC:epmap MYPC:0 LISTENING", "windows-netstat", "tcp MYPC:epmap - LISTEN"],
    ["LISTEN 0 128 127.0.0.54%lo:53 0.0.0.0:*", "ss", "tcp 127.0.0.54%lo:53 - LISTEN"],
    [
      "ESTAB 0 0 [fe80::1]%eth0:631 [fe80::2]:43716",
      "ss",
      "tcp fe80::1%eth0:631 fe80::2:43716 ESTABLISHED",
    ],
    ["tcp LISTEN 0 4096 *:8080 *:*", "ss", "tcp *:8080 - LISTEN"],
    ["0 0 192.0.2.10:22 198.51.100.23:51514", "ss", "tcp 192.0.2.10:22 198.51.100.23:51514 -"],
    ["LISTEN 0 128 :::22 :::*", "ss", "tcp *:22 - LISTEN"],
    [
      'LISTEN 0 5 127.0.0.1:80 0.0.0.0:*users:(("x",pid=7,fd=3))',
      "ss",
      "tcp 127.0.0.1:80 - LISTEN",
    ],
    ["sshd 7 root 3u IPv4 12 0t0 TCP *:ssh (LISTEN)", "lsof", "tcp *:ssh - LISTEN"],
    [
      "chrome 7 me 3u IPv6 0x8a1b 0t0 TCP [2001:db8::7]:50000->[2001:db8::9]:443 (ESTABLISHED)",
      "lsof",
      "tcp 2001:db8::7:50000 2001:db8::9:443 ESTABLISHED",
    ],
    ["ntpd 7 ntp 3u IPv4 12 0t0 UDP *:123", "lsof", "udp *:123 - -"],
    ["udpl 0 0 127.0.0.1:7777 0.0.0.0:*", "net-tools", "udplite 127.0.0.1:7777 - -"],
    ["udpl6 0 0 ::1:7777 :::*", "net-tools", "udplite ::1:7777 - -"],
    ["a 7 me 3u IPv4 RW,CX 12 0t0 TCP 127.0.0.1:80 (LISTEN)", "lsof", "tcp 127.0.0.1:80 - LISTEN"],
    [
      "a 7 8 worker me 3u IPv4 12 0t0 TCP 127.0.0.1:80 (LISTEN QR=1 QS=0)",
      "lsof",
      "tcp 127.0.0.1:80 - LISTEN",
    ],
  ])("%s", (line, dialect, expected) => {
    const row = only(line);
    expect([row.dialect, glance(row.entry)]).toEqual([dialect, expected]);
  });
});

describe("a row that is cut or cannot be", () => {
  test.each([
    ["tcp        0      0 127.0.0.1:54", "The row ends before the foreign address."],
    ["tcp        0      0", "The row ends before the local address."],
    ["tcp        0", "The row ends before the queues."],
    ["tcp 0 0 127.0.0.1 0.0.0.0:* LISTEN", "The local address ends before its port."],
    ["tcp 0 0 127.0.0.1: 0.0.0.0:* LISTEN", "The local address ends before its port."],
    ["tcp 0 0 127.0.0.1:80 0.0.0.0:*", "The row ends before the state. Every TCP row has one."],
    [
      "tcp 0 0 127.0.0.1:65536 0.0.0.0:* LISTEN",
      "The local port is above 65535. A port has 16 bits, so there is no such port.",
    ],
    [
      "tcp 0 0 127.0.1:80 0.0.0.0:* LISTEN",
      "The local address is neither an IPv4 address, an IPv6 address, a name nor *.",
    ],
    [
      "tcp 0 0 2001:db8:1:80 :::* LISTEN",
      "The local address is neither an IPv4 address, an IPv6 address, a name nor *.",
    ],
    [
      "LISTEN 0 128 192.0.2.5.443 0.0.0.0:*",
      "The local port is joined to the address with a dot, as macOS and the BSDs write it, but the rest of the row is another tool's.",
    ],
    [
      "tcp4 0 0 192.0.2.5.443 198.51.100.1.50000",
      "The row ends before the state. Every TCP row has one.",
    ],
    ["TCP 127.0.0.1:49902 203.0.113.9", "The foreign address ends before its port."],
    ["LISTEN 0 128 0.0.0.0:22", "The row ends before the foreign address."],
    ["LISTEN 0", "The row ends before the queues."],
    [
      "sshd 7 root 3u IPv4 12 0t0 TCP",
      "The row ends before its addresses: the NAME column is missing.",
    ],
    ["sshd 7 root 3u IPv4 12 0t0 TCP 192.0.2.7:22->", "The row ends before the foreign address."],
    [
      "sshd 7 root 3u IPv4 12 0t0 TCP 192.0.2.7:22->192.0.2.8:4000 (CLOSE",
      "The row ends inside its state: the closing bracket is missing.",
    ],
  ])("%s", (line, why) => {
    expect(decode(line).fate(1)).toEqual({ kind: "unreadable", why });
  });
});

describe("lines that are no rows are named", () => {
  test.each([
    ["", "blank"],
    [" \t\u00a0", "blank"],
    ["$ ss -tan", "prompt"],
    ["ss -tulpn", "prompt"],
    ["me@host:~$ sudo netstat -tulpn", "prompt"],
    ["[root@host ~]# netstat -an | grep 80", "prompt"],
    ["me@mac ~ % lsof -nP -i", "prompt"],
    ["C:\\>netstat -ano", "prompt"],
    ["C:\\Users\\me> netstat -an | findstr 80", "prompt"],
    ["PS C:\\Users\\me> netstat -ano", "prompt"],
    ["C:\\>", "prompt"],
    ["Kernel IP routing table", "routes"],
    ["Kernel Interface table", "interfaces"],
    ["IPv6/IPv4 Group Memberships", "multicast"],
    ["TCP Statistics for IPv4", "statistics"],
    ["unix  2      [ ACC ]     STREAM     LISTENING     87600    /run/a b.sock", "unix"],
    ["u_str LISTEN 1      5     /run/docker.sock 87802     * 0", "unix"],
    ["usage: netstat [-vWeenNcCF]", "usage"],
    ["bash: netstat: command not found", "error"],
    ["(Not all processes could be identified, non-owned process info", "error"],
    ["will not be shown, you would have to be root to see it all.)", "error"],
    ["The requested operation requires elevation.", "error"],
    ["Failed to find cgroup2 mount", "error"],
    ["SELinux is not enabled on this machine.", "error"],
    ["Microsoft Windows [Version 10.0.19045.3930]", "error"],
    ["(c) Microsoft Corporation. All rights reserved.", "error"],
    ["Total: 98", "statistics"],
    ["Total: nothing to pay", "noise"],
    ["Proto Local Address Foreign Address State Template", "heading"],
    ["To whom it may concern: see below at 12:30", "noise"],
    ["https://example.org:8080/a b", "noise"],
    ["8080", "noise"],
    ["<script>alert(1)</script>", "noise"],
    ["nl UNCONN 0 0 rtnl:kernel *", "noise"],
  ])("%j is %s", (line, kind) => {
    expect(decode(`${line}\n`).fate(1).kind).toBe(kind);
  });

  test("tables that are no socket tables give no rows", () => {
    for (const file of ["netstat-r", "netstat-i", "netstat-s", "netstat-x", "ss-xa", "ss-0"]) {
      expect(decode(capture(`recorded/every-kind/${file}.txt`)).rowCount).toBe(0);
    }
  });

  test("every fate has a sentence for the reader", () => {
    const listing = decode(capture("recorded/every-kind/ss-a.txt"));
    for (let n = 1; n <= listing.lineCount; n += 1)
      expect(fateSentence(listing.fate(n))).toMatch(/^[A-Z].*\.$/);
    expect(fateSentence(listing.fate(3))).toContain("netlink");
  });
});

describe("pastes as they come", () => {
  const plain = "tcp 0 0 127.0.0.1:5432 0.0.0.0:* LISTEN 9/postgres";

  test.each([
    ["CRLF", `${plain}\r\n`],
    ["tabs", plain.replaceAll(" ", "\t")],
    ["spaces in front", `      ${plain}`],
    ["a byte order mark", `\ufeff${plain}`],
    ["a NUL at the end", `${plain}\0`],
    ["no-break spaces", plain.replaceAll(" ", "\u00a0")],
    ["Select-String's mark", `> ${plain}`],
    ["a comment's mark", `// ${plain}`],
  ])("%s changes nothing", (_, text) => {
    expect(readListing(text).entries).toEqual(readListing(plain).entries);
  });

  test("a line's text is given without its line end", () => {
    const listing = decode(`one\r\ntwo\n\nfour`);
    expect([1, 2, 3, 4].map((n) => listing.line(n))).toEqual(["one", "two", "", "four"]);
    expect(() => listing.line(0)).toThrow(RangeError);
    expect(() => listing.line(5)).toThrow(RangeError);
    expect(() => listing.row(0)).toThrow(RangeError);
  });

  test("two tools in one paste are two blocks, and each row is read by its own", () => {
    const text = [
      "$ netstat -tln",
      NET_TOOLS,
      plain,
      "",
      "$ ss -tln",
      "State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess",
      "LISTEN 0 244 127.0.0.1:5432 0.0.0.0:*",
    ].join("\n");
    const { listing, kinds, rows } = readListing(text);
    expect(kinds).toEqual(["prompt", "heading", "socket", "blank", "prompt", "heading", "socket"]);
    expect(listing.blocks.map(({ dialect, from, to }) => [dialect, from, to])).toEqual([
      ["net-tools", 2, 3],
      ["ss", 6, 7],
    ]);
    expect(rows.map((row) => row.entry.sendQ)).toEqual([0, 244]);
  });

  test("a heading that repeats (-c) begins a block of its own", () => {
    const once = `Active Internet connections (only servers)\n${NET_TOOLS}\n${plain}\n`;
    expect(decode(once + once).blocks.map((block) => block.rowCount)).toEqual([1, 1]);
  });

  test("rows without a heading are read, and called likely", () => {
    expect(decode(plain).blocks).toMatchObject([{ dialect: "net-tools", confidence: "likely" }]);
  });

  test("a heading without rows is a listing without rows", () => {
    const { listing, kinds } = readListing(capture("recorded/every-kind/ss-0.txt"));
    expect(kinds).toEqual(["heading"]);
    expect(listing.blocks).toMatchObject([{ dialect: "ss", rowCount: 0 }]);
  });

  test("Windows's owner lines belong to the row above", () => {
    const text = `${WINDOWS}\n  TCP    0.0.0.0:135   0.0.0.0:0   LISTENING   1104\n  RpcSs\n [svchost.exe]\n  TCP    0.0.0.0:445   0.0.0.0:0   LISTENING   4\n Can not obtain ownership information\n`;
    expect(readListing(text).kinds).toEqual([
      "heading",
      "socket",
      "continuation",
      "continuation",
      "socket",
      "continuation",
    ]);
  });

  test("ss -i's second lines belong to the row above", () => {
    const { kinds } = readListing(capture("recorded/every-kind/ss-tani.txt"));
    expect(kinds.slice(0, 3)).toEqual(["heading", "socket", "continuation"]);
  });
});

describe("what columns leave out", () => {
  test("ss without Netid: the states tell TCP, only unconnected rows tell UDP, the command tells best", () => {
    expect(glances("LISTEN 0 1 127.0.0.1:53 0.0.0.0:*\nESTAB 0 0 192.0.2.1:1 192.0.2.2:2")).toEqual(
      ["tcp 127.0.0.1:53 - LISTEN", "tcp 192.0.2.1:1 192.0.2.2:2 ESTABLISHED"],
    );
    expect(glances("UNCONN 0 0 127.0.0.1:53 0.0.0.0:*\nESTAB 0 0 192.0.2.1:1 192.0.2.2:2")).toEqual(
      ["udp 127.0.0.1:53 - -", "udp 192.0.2.1:1 192.0.2.2:2 ESTABLISHED"],
    );
    expect(glances("$ ss -uan\nESTAB 0 0 192.0.2.1:1 192.0.2.2:2")).toEqual([
      "udp 192.0.2.1:1 192.0.2.2:2 ESTABLISHED",
    ]);
    expect(glances(capture("recorded/every-kind/ss-w.txt"))).toEqual([
      "raw *:1 - -",
      "raw *:58 - -",
    ]);
  });

  test("ss: * is an IPv6 socket that serves IPv4 too, but IPv4 where :: is printed bare (old versions)", () => {
    const families = (text: string) => readListing(text).entries.map((entry) => entry.family);
    expect(families("LISTEN 0 1 *:80 *:*")).toEqual(["46"]);
    expect(families("LISTEN 0 1 [::]:80 [::]:*\nLISTEN 0 1 *:81 *:*")).toEqual([6, "46"]);
    expect(families("LISTEN 0 1 *:80 *:*\nLISTEN 0 1 :::80 :::*")).toEqual([4, 6]);
  });

  test("ss: a protocol that nothing tells is assumed, and the block says so", () => {
    const connected = "ESTAB 0 0 192.0.2.1:1 192.0.2.2:2";
    const [assumed] = decode(
      `State Recv-Q Send-Q Local Address:Port Peer Address:Port\n${connected}`,
    ).blocks;
    expect(assumed).toMatchObject({ confidence: "likely" });
    expect(assumed?.why).toContain("TCP is assumed");
    for (const sure of [
      `$ ss -tn\n${connected}`,
      `${connected}\nTIME-WAIT 0 0 192.0.2.1:1 192.0.2.2:2`,
      `tcp ${connected}`,
    ])
      expect(decode(sure).blocks[0]?.why).not.toContain("assumed");
  });

  test("ss: no State column under an ss heading", () => {
    const text =
      "Netid Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\ntcp 0 0 192.0.2.1:22 192.0.2.2:2000";
    expect(glances(text)).toEqual(["tcp 192.0.2.1:22 192.0.2.2:2000 -"]);
  });
});

describe("what a tool cuts", () => {
  test("an IPv6 address in a full column is marked, and kept as printed", () => {
    const row = only("tcp6 0 0 2001:db8:1234:567:40346 2001:db8:1234:5678::443 ESTABLISHED");
    expect(row.truncated).toEqual(["localAddress", "peerAddress"]);
    expect(row.entry.local).toMatchObject({ address: "2001:db8:1234:567", port: 40346 });
    expect(row.entry.peer).toMatchObject({ address: "2001:db8:1234:5678:", port: 443 });
  });

  test("with -W nothing is cut, so nothing is marked", () => {
    const { rows } = readListing(capture("recorded/every-kind/netstat-anW.txt"));
    expect(rows.flatMap((row) => row.truncated)).toEqual([]);
    const cut = readListing(capture("recorded/every-kind/netstat-an.txt"));
    expect(cut.rows.filter((row) => row.truncated.length > 0)).toHaveLength(6);
  });

  test.each([
    [
      "an address and port of UDP, where ESTABLISHED should follow",
      "udp 0 0 192.0.2.1:51820 192.0.2.2:5",
      "peerPort",
    ],
    ["the same with a service's name", "udp 0 0 192.0.2.1:51820 192.0.2.2:dom", "peerPort"],
    [
      "CLOSE, which may be half of CLOSE_WAIT",
      "tcp 1 0 192.0.2.1:22 192.0.2.2:4000 CLOSE",
      "state",
    ],
    ["TCP in Windows without its state", "TCP 192.0.2.1:22 192.0.2.2:40", "peerPort"],
    [
      "TCP in lsof without its state",
      "sshd 7 root 3u IPv4 12 0t0 TCP 192.0.2.1:22->192.0.2.2:40",
      "peerPort",
    ],
    ["a listener in lsof without its state", "sshd 7 root 3u IPv4 12 0t0 TCP *:80", "localPort"],
    [
      "processes without the last brackets",
      'LISTEN 0 5 *:80 *:* users:(("a",pid=7,fd=3),("b",pid=8',
      "process",
    ],
  ])("a row that ends early is marked: %s", (_, line, field) => {
    expect(only(line).truncated).toEqual([field]);
  });

  test("whole rows are not marked", () => {
    for (const line of [
      "udp 0 0 0.0.0.0:68 0.0.0.0:*",
      "udp 0 0 192.0.2.1:51820 192.0.2.2:53 ESTABLISHED",
      "tcp 0 0 192.0.2.1:22 192.0.2.2:4000 CLOSE 7/sshd",
      'LISTEN 0 5 *:80 *:* users:(("a",pid=7,fd=3))',
      "sshd 7 root 3u IPv4 12 0t0 UDP *:53",
    ])
      expect(only(line).truncated).toEqual([]);
  });

  test("of processes that are cut the whole ones are read", () => {
    const row = only('LISTEN 0 5 *:80 *:* users:(("a",pid=7,fd=3),("b",pid=8');
    expect(row.entry.processes).toEqual([{ pid: 7, name: "a", user: null, fd: 3 }]);
  });

  test("Windows prints CLOSED: its CLOSE is a word that was cut", () => {
    const row = only("TCP 192.0.2.1:22 192.0.2.2:4000 CLOSE");
    expect([row.stateText, row.entry.state]).toEqual(["CLOSE", null]);
  });

  test("lsof's command of nine characters may be cut; \\x20 is a space", () => {
    const row = only("my\\x20ser 7 root 3u IPv4 12 0t0 TCP *:80 (LISTEN)");
    expect([row.truncated, row.entry.processes[0]?.name]).toEqual([["program"], "my ser"]);
  });
});

describe("programs' names", () => {
  test.each([
    ["tcp 0 0 0.0.0.0:1 0.0.0.0:* LISTEN 103/my server", 103, "my server"],
    ["tcp 0 0 0.0.0.0:1 0.0.0.0:* LISTEN 7/a/b [c]", 7, "a/b [c]"],
    ["tcp 0 0 0.0.0.0:1 0.0.0.0:* LISTEN 0 87548 104/my server off (0.00/0/0)", 104, "my server"],
    ['LISTEN 0 5 0.0.0.0:1 0.0.0.0:* users:(("sshd",1231,3))', 1231, "sshd"],
    [
      'LISTEN 0 5 0.0.0.0:1 0.0.0.0:* users:(("q"uo))te",pid=5,fd=3)) timer:(keepalive,9sec,0)',
      5,
      'q"uo))te',
    ],
    ["TCP 0.0.0.0:1 0.0.0.0:0 LISTENING 4", 4, null],
    ['LISTEN 0 5 *:1 *:* users:(("x",pid=7,fd=1",pid=12,fd=8))', 12, 'x",pid=7,fd=1'],
    ['LISTEN 0 5 *:1 *:* users:(("users:((",pid=12,fd=8))', 12, "users:(("],
    ['LISTEN 0 5 *:1 *:* users:(("a",pid=12,tid=13,proc_ctx=a:b:s0-s0:c0,c5,fd=8))', 12, "a"],
    ["tab\\tname 12 me 3u IPv4 12 0t0 TCP *:80 (LISTEN)", 12, "tab\tname"],
    ["back\\\\sl 12 me 3u IPv4 12 0t0 TCP *:80 (LISTEN)", 12, "back\\sl"],
    ["udp 0 0 192.0.2.1:1 192.0.2.2:2 VERBUNDEN 12/my server", 12, "my server"],
    ["udp 0 0 192.0.2.1:1 192.0.2.2:2 VERBUNDEN root 87548 12/a", 12, "a"],
    ["tcp 0 0 0.0.0.0:1 0.0.0.0:* LISTEN 12/python3 off (0.0", 12, "python3"],
  ])("%s", (line, pid, name) => {
    expect(only(line).entry.processes[0]).toMatchObject({ pid, name });
  });

  test("lsof's queues of a UDP socket are no state", () => {
    const row = only("ntpd 7 ntp 3u IPv4 12 0t0 UDP *:123 (QR=0 QS=0)");
    expect([row.stateText, row.entry.state]).toEqual([null, null]);
  });

  test("- names none, and neither does an empty column", () => {
    expect(only("tcp 0 0 0.0.0.0:1 0.0.0.0:* LISTEN -").entry.processes).toEqual([]);
    expect(only("udp 0 0 0.0.0.0:1 0.0.0.0:* 0 87558 -").entry.processes).toEqual([]);
  });
});

describe("what cannot be is read as it stands", () => {
  test("the notes' examples", () => {
    expect(glances(capture("written/notes-one-connection.txt"))).toEqual([
      "tcp 127.0.0.1:49902 XXX.XXX.XXX.XXX:80 ESTABLISHED",
    ]);
    expect(glances(capture("written/notes-four-rows.txt"))).toEqual([
      "tcp 127.0.0.1:21 - LISTEN",
      "tcp 127.0.0.1:80 111.111.111.111:49902 ESTABLISHED",
      "tcp 127.0.0.1:51031 222.222.222.222:80 ESTABLISHED",
      "tcp 127.0.0.1:60718 333.333.333.333:80 ESTABLISHED",
    ]);
  });

  test("a state in another language is kept, not guessed", () => {
    const row = only("tcp 0 0 192.0.2.1:22 198.51.100.1:50000 VERLOREN");
    expect([row.stateText, row.entry.state]).toEqual(["VERLOREN", null]);
  });
});

describe("big and broken input", () => {
  test("an empty text has no lines", () => {
    expect(decode("").lineCount).toBe(0);
  });

  test("a line of a million characters is one line", () => {
    for (const text of [
      "x".repeat(1e6),
      "x ".repeat(5e5),
      ":".repeat(1e6),
      `tcp 0 0 ${"1:".repeat(5e5)}`,
      `LISTEN 0 0 a:1 b:2 users:((${'"",'.repeat(3e5)}`,
    ]) {
      expect(decode(text).lineCount).toBe(1);
    }
  });

  test("five megabytes of bytes are read to the end", () => {
    let state = 1;
    const bytes = Uint16Array.from({ length: 5e6 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    });
    const text = Array.from({ length: 50 }, (_, n) =>
      String.fromCharCode(...bytes.subarray(n * 1e5, (n + 1) * 1e5)),
    ).join("");
    const listing = decode(text);
    expect(listing.lineCount).toBe(text.split("\n").length);
    expect(listing.rowCount).toBe(0);
  });
});
