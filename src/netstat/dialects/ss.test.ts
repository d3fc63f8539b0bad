import { describe, expect, test } from "vitest";
import { glance, readListing } from "../listing.fixture.ts";

const HEADING =
  "Netid State  Recv-Q Send-Q      Local Address:Port          Peer Address:Port Process";

function only(line: string, above = HEADING) {
  const { rows } = readListing(`${above}\n${line}`);
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

const glances = (text: string) => readListing(text).entries.map(glance);

describe("headings", () => {
  test.each([
    "Netid State Recv-Q Send-Q Local Address:Port Peer Address:Port Process",
    "Netid State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess",
    "NetidState Recv-QSend-Q Local Address:PortPeer Address:PortProcess",
    "State Recv-Q Send-Q Local Address:Port Peer Address:Port",
    "Netid Recv-Q Send-Q Local Address:Port Peer Address:Port",
    "Recv-Q Send-Q Local Address:Port Peer Address:Port",
    "Netid State Local Address:Port Peer Address:Port",
    "Local Address:Port Peer Address:Port",
  ])("%s", (heading) => {
    const { listing, kinds } = readListing(heading);
    expect(kinds).toEqual(["heading"]);
    expect(listing.blocks[0]?.dialect).toBe("ss");
  });

  test("a heading that was broken over lines is one", () => {
    const { listing, kinds } = readListing(`State   Recv-Q   Send-Q     Local Address:Port
     Peer Address:Port   Process
LISTEN  0        128              0.0.0.0:22
          0.0.0.0:*       users:(("sshd",pid=7,fd=3))`);
    expect(kinds).toEqual(["heading", "heading", "socket", "continuation"]);
    expect(listing.blocks).toHaveLength(1);
  });
});

describe("rows", () => {
  test.each([
    [
      "tcp   ESTAB  0 0 192.0.2.1:22 198.51.100.1:40000",
      "tcp 192.0.2.1:22 198.51.100.1:40000 ESTABLISHED",
    ],
    ["udp   UNCONN 0 0 127.0.0.54%lo:53 0.0.0.0:*", "udp 127.0.0.54%lo:53 - -"],
    ["udp   UNCONN 0 0 [fe80::1]%eth0:546 [::]:*", "udp fe80::1%eth0:546 - -"],
    ["udp   UNCONN 0 0 *%eth0:68 *:*", "udp *%eth0:68 - -"],
    ["udp   UNCONN 0 0 fe80::1%eth0:546 :::*", "udp fe80::1%eth0:546 - -"],
    ["tcp   LISTEN 0 128 :::22 :::*", "tcp *:22 - LISTEN"],
    [
      "tcp   ESTAB 0 0 ::ffff:192.0.2.1:22 ::ffff:198.51.100.1:40000",
      "tcp ::ffff:192.0.2.1:22 ::ffff:198.51.100.1:40000 ESTABLISHED",
    ],
    [
      "tcp   ESTAB 0 0 [::ffff:192.0.2.1]:80 [::ffff:198.51.100.1]:40000",
      "tcp ::ffff:192.0.2.1:80 ::ffff:198.51.100.1:40000 ESTABLISHED",
    ],
    ["tcp   UNCONN 0 0 *:68 *:*", "tcp *:68 - CLOSED"],
    ["raw   UNCONN 0 0 *:ipv6-icmp *:*", "raw *:ipv6-icmp - -"],
    ["icmp6 UNCONN 0 0 *:ipv6-icmp *:*", "icmp *:ipv6-icmp - -"],
    ["???   UNCONN 0 0 0.0.0.0:icmp 0.0.0.0:*", "raw *:icmp - -"],
    ["mptcp LISTEN 0 5 127.0.0.1:9090 0.0.0.0:*", "mptcp 127.0.0.1:9090 - LISTEN"],
    ["dccp  LISTEN 0 5 127.0.0.1:9090 0.0.0.0:*", "dccp 127.0.0.1:9090 - LISTEN"],
    ["udpl  UNCONN 0 0 127.0.0.1:4444 0.0.0.0:*", "udplite 127.0.0.1:4444 - -"],
    ["sctp  LISTEN 0 128 192.0.2.1:3868 *:*", "sctp 192.0.2.1:3868 - LISTEN"],
    ["tcp   LISTEN 127.0.0.1:5432 0.0.0.0:*", "tcp 127.0.0.1:5432 - LISTEN"],
  ])("%s", (line, expected) => {
    expect(glance(only(line).entry)).toBe(expected);
  });

  test("an SCTP association stands below its endpoint, without a protocol of its own", () => {
    expect(
      glances(`${HEADING}
sctp  LISTEN    0 128 192.0.2.1:3868           *:*
   \`- ESTAB     0 0   192.0.2.1%eth0:3868      198.51.100.1:3868`),
    ).toEqual([
      "sctp 192.0.2.1:3868 - LISTEN",
      "sctp 192.0.2.1%eth0:3868 198.51.100.1:3868 ESTABLISHED",
    ]);
  });

  test("a quoted word above a row makes no association of it", () => {
    expect(glances("```\nESTAB 0 0 192.0.2.1:80 198.51.100.1:40000")).toEqual([
      "tcp 192.0.2.1:80 198.51.100.1:40000 ESTABLISHED",
    ]);
  });

  test("without queues (-Q) there are none", () => {
    const { entry } = only(
      "LISTEN 127.0.0.1:5432 0.0.0.0:*",
      "State Local Address:Port Peer Address:Port",
    );
    expect(entry).toMatchObject({ recvQ: null, sendQ: null, state: "LISTEN" });
  });

  test.each([
    ['users:(("sshd",pid=1231,fd=3))', [{ pid: 1231, name: "sshd", user: null, fd: 3 }]],
    ['users:(("sshd",1231,3))', [{ pid: 1231, name: "sshd", user: null, fd: 3 }]],
    [
      'users:(("sshd",pid=1231,proc_ctx=system_u:system_r:sshd_t:s0-s0:c0.c1023,fd=3)) ino:7',
      [{ pid: 1231, name: "sshd", user: null, fd: 3 }],
    ],
    ["uid:1000 ino:7 sk:2 <->", []],
  ])("after the peer: %s", (text, processes) => {
    const line = `tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:*`;
    expect(only(`${line} ${text}`).entry.processes).toEqual(processes);
    const glued = only(`${line}${text}`);
    expect([glued.entry.peer, glued.entry.processes]).toEqual([null, processes]);
  });
});

describe("columns that vanish", () => {
  const row = "0 128 192.0.2.1:22 198.51.100.1:40000";
  const listener = "0 128 0.0.0.0:22 0.0.0.0:*";

  test.each([
    ["$ ss -tn state established", row, "tcp", "ESTABLISHED"],
    ["$ ss -tn state fin-wait-1", row, "tcp", "FIN-WAIT-1"],
    ["$ ss -tn state time-wait sport = :22", row, "tcp", "TIME-WAIT"],
    ["$ ss -tln state listening", listener, "tcp", "LISTEN"],
    ["$ ss -ltn", listener, "tcp", "LISTEN"],
    ["$ ss -un state established", row, "udp", "ESTABLISHED"],
    ["$ ss -lun", listener, "udp", null],
    ["$ ss -tn", row, "tcp", null],
    ["$ ss -tn state connected", row, "tcp", null],
  ])("%s: the command tells", (command, line, protocol, state) => {
    const { entries } = readListing(
      `${command}\nRecv-Q Send-Q Local Address:Port Peer Address:Port\n${line}`,
    );
    expect(entries).toMatchObject([{ protocol, state }]);
  });
});

describe("lines below a row", () => {
  test.each([
    ["\t cubic wscale:7,7 rto:204 rtt:1.5/0.5 cwnd:10"],
    ["         cubic wscale:7,7 rto:204 rtt:1.5/0.5 cwnd:10"],
    ["         advmss:1460 cwnd:10 bytes_sent:12345"],
    ["\t skmem:(r0,rb131072,t0,tb16384,f0,w0,o0,bl0,d0) bbr cwnd:10"],
    ["         timer:(keepalive,28sec,0) ino:184920 sk:5c <->"],
    ["timer:(keepalive,18min,0)"],
    ["\tsubflows_max:2 remote_key token:2d8a1f2c"],
    ['  users:(("mysql",pid=7268,fd=3)) timer:(keepalive,118min,0) uid:1000'],
  ])("%s", (line) => {
    const { kinds } = readListing(
      `${HEADING}\ntcp ESTAB 0 0 192.0.2.1:22 198.51.100.1:40000\n${line}`,
    );
    expect(kinds).toEqual(["heading", "socket", "continuation"]);
  });

  test.each(["    The output above shows one connection.", "... ...", "```"])(
    "%s is not one of them",
    (line) => {
      const { kinds } = readListing(
        `${HEADING}\ntcp ESTAB 0 0 192.0.2.1:22 198.51.100.1:40000\n${line}`,
      );
      expect(kinds).toEqual(["heading", "socket", "noise"]);
    },
  );

  test("processes on a line of their own belong to the row", () => {
    const { entries } = readListing(`${HEADING}
tcp ESTAB 0 0 127.0.0.1:57334 127.0.0.1:3306
         users:(("mysql",pid=7268,fd=3)) timer:(keepalive,118min,0) uid:1000 ino:13435670 sk:1 <->
tcp ESTAB 0 0 127.0.0.1:57336 127.0.0.1:3306`);
    expect(entries.map(({ processes }) => processes)).toEqual([
      [{ pid: 7268, name: "mysql", user: null, fd: 3 }],
      [],
    ]);
  });

  test("a peer on a line of its own belongs to the row", () => {
    const { entries } = readListing(`${HEADING}
tcp   ESTAB  0      0           192.0.2.1:22
   [fe80::2]%eth0:40000 users:(("sshd",pid=7,fd=3))
tcp   LISTEN 0      128         0.0.0.0:22
   0.0.0.0:*`);
    expect(entries.map(glance)).toEqual([
      "tcp 192.0.2.1:22 fe80::2%eth0:40000 ESTABLISHED",
      "tcp *:22 - LISTEN",
    ]);
    expect(entries[0]?.processes).toMatchObject([{ pid: 7, name: "sshd" }]);
  });

  test("a row that ends before its peer, with no peer below, is unreadable", () => {
    const { kinds } = readListing(`${HEADING}
tcp   ESTAB  0      0           192.0.2.1:22
tcp   LISTEN 0      128         0.0.0.0:22 0.0.0.0:*`);
    expect(kinds).toEqual(["heading", "unreadable", "socket"]);
  });
});

test("sockets of other kinds stand between, each with its fate", () => {
  const { kinds, entries } = readListing(`${HEADING}
nl    UNCONN 0      0                    rtnl:kernel               *
p_raw UNCONN 0      0                  [768]:eth0                  *
u_str LISTEN 0      128        /run/demo/docker.sock 89529         * 0
v_str ESTAB  0      0              999900439:1023             0:976
tcp   LISTEN 0      128            127.0.0.1:5432           0.0.0.0:*`);
  expect(kinds).toEqual(["heading", "noise", "noise", "unix", "noise", "socket"]);
  expect(entries.map(glance)).toEqual(["tcp 127.0.0.1:5432 - LISTEN"]);
});

test("a summary (-s) counts, and lists nothing", () => {
  const { kinds } = readListing(`Total: 187
TCP:   12 (estab 2, closed 3, orphaned 0, timewait 3)

Transport Total     IP        IPv6
RAW	  1         0         1
UDP	  5         3         2
TCP	  9         7         2`);
  expect(new Set(kinds)).toEqual(new Set(["statistics", "blank"]));
});
