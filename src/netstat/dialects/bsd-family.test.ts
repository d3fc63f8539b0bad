import { describe, expect, test } from "vitest";
import { decode } from "../decode.ts";
import { glance, readListing } from "../listing.fixture.ts";

const TITLE = "Active Internet connections (including servers)\n";
const glances = (text: string) => readListing(text).entries.map(glance);

describe("FreeBSD", () => {
  test("-an", () => {
    const { rows, listing } = readListing(`${TITLE}\
Proto Recv-Q Send-Q Local Address          Foreign Address        (state)    
tcp4       0     52 192.0.2.63.22          198.51.100.1.56321     ESTABLISHED
tcp4       0      0 127.0.0.1.25           *.*                    LISTEN     
tcp46      0      0 *.80                   *.*                    LISTEN     
udp4       0      0 *.514                  *.*                    
`);
    expect(rows.map(({ entry }) => glance(entry))).toEqual([
      "tcp 192.0.2.63:22 198.51.100.1:56321 ESTABLISHED",
      "tcp 127.0.0.1:25 - LISTEN",
      "tcp *:80 - LISTEN",
      "udp *:514 - -",
    ]);
    expect(listing.blocks).toMatchObject([{ dialect: "freebsd-netstat", os: "FreeBSD" }]);
  });

  test.each([
    [
      "-A: a control block's address first",
      `Tcpcb            Proto Recv-Q Send-Q Local Address      Foreign Address    (state)    
fffff80003df43d0 tcp4       0      0 192.0.2.1.ssh      198.51.100.1.56321 ESTABLISHED
fffff80003ae81e8 udp4       0      0 *.syslog           *.*                
`,
      ["tcp 192.0.2.1:ssh 198.51.100.1:56321 ESTABLISHED", "udp *:syslog - -"],
    ],
    [
      "-T: counters for queues, none for UDP, and no state",
      `Proto Rexmit OOORcv 0-win  Local Address          Foreign Address
tcp4       3      0      0 192.0.2.63.ssh         198.51.100.1.64330     
udp4                       *.syslog               *.*                    
`,
      ["tcp 192.0.2.63:ssh 198.51.100.1:64330 -", "udp *:syslog - -"],
    ],
    [
      "-x: buffers for the state",
      `Proto Recv-Q Send-Q Local Address          Foreign Address        R-MBUF S-MBUF R-CLUS S-CLUS R-HIWA S-HIWA R-LOWA S-LOWA R-BCNT S-BCNT R-BMAX S-BMAX   rexmt persist    keep    2msl  delack rcvtime
tcp4       0      0 192.0.2.63.22          198.51.100.1.64330          0      0      0      0  65700  33580      1   2048      0      0 525600 268640    0.00    0.00 5079.93    0.00    0.00   20.06
udp4       0      0 *.514                  *.*                         0      0      0      0      0   9216      0   2048      0      0      0  73728
`,
      ["tcp 192.0.2.63:22 198.51.100.1:64330 -", "udp *:514 - -"],
    ],
    [
      "-L: the listen queue",
      `Proto Listen                           Local Address         
tcp4  0/0/128                          *.22                  
tcp46 2/0/511                          *.80                  
`,
      ["tcp *:22 - LISTEN", "tcp *:80 - LISTEN"],
    ],
    [
      "-P: a last column",
      `Proto Recv-Q Send-Q Local Address          Foreign Address        (state)     Log ID
tcp4       0      0 *.22                   *.*                    LISTEN      -
`,
      ["tcp *:22 - LISTEN"],
    ],
    [
      "raw sockets, whose name is padded before its version",
      `Proto Recv-Q Send-Q Local Address          Foreign Address        (state)    
ip 4       0      0 *.*                    *.*                    
icm4       0      0 *.*                    *.*                    
div4       0      0 *.8668                 *.*                    
`,
      ["ip *:* - -", "icmp *:* - -", "divert *:8668 - -"],
    ],
  ])("%s", (_, text, expected) => {
    expect(glances(TITLE + text)).toEqual(expected);
    expect(decode(TITLE + text).blocks).toMatchObject([{ os: "FreeBSD" }]);
  });
});

test("OpenBSD: a table each for TCP and UDP, and services cut to eight characters", () => {
  const { rows, listing, kinds } = readListing(`${TITLE}\
Proto   Recv-Q Send-Q  Local Address          Foreign Address        TCP-State
tcp          0      0  192.0.2.8.microsof     198.51.100.1.33542     ESTABLISHED
tcp6         0      0  *.22                   *.*                    LISTEN
${TITLE}\
Proto   Recv-Q Send-Q  Local Address          Foreign Address
udp          0      0  192.168.122.255.netbio *.*
udp          0      0  *.*                    *.*
`);
  expect(rows.map(({ entry }) => `${glance(entry)} ${entry.family}`)).toEqual([
    "tcp 192.0.2.8:microsof 198.51.100.1:33542 ESTABLISHED 4",
    "tcp *:22 - LISTEN 6",
    "udp 192.168.122.255:netbio - - 4",
    "udp *:* - - 4",
  ]);
  expect(rows.map(({ truncated }) => truncated)).toEqual([["localPort"], [], ["localPort"], []]);
  expect(kinds.filter((kind) => kind !== "heading" && kind !== "socket")).toEqual([]);
  expect(listing.blocks.map(({ os }) => os)).toEqual(["OpenBSD", "OpenBSD"]);
});

test("a control block's address that nobody may see is 0, or 0x0", () => {
  expect(
    glances(
      `               0x0 tcp          0      0  127.0.0.1.25       *.*                LISTEN
               0 tcp4       0      0 *.22               *.*                LISTEN     
`,
    ),
  ).toEqual(["tcp 127.0.0.1:25 - LISTEN", "tcp *:22 - LISTEN"]);
});

test("NetBSD: columns named as on Linux, under another title", () => {
  const { listing } = readListing(`${TITLE}\
Proto Recv-Q Send-Q  Local Address          Foreign Address        State
tcp        0      0  192.0.2.8.22           198.51.100.1.50123     ESTABLISHED
tcp        0      0  *.22                   *.*                    LISTEN
Active Internet6 connections (including servers)
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
tcp6       0      0  *.22                   *.*                    LISTEN
`);
  expect(listing.blocks).toMatchObject([
    { os: "NetBSD", rowCount: 2 },
    { os: "NetBSD", rowCount: 1 },
  ]);
});

test("AIX: tcp beside tcp4, and the control block's address with -A", () => {
  const withPcb = `${TITLE}\
PCB/ADDR         Proto Recv-Q Send-Q  Local Address      Foreign Address    (state)
f1000f00055bcbc0 tcp        0      0  *.*                   *.*                   CLOSED
f1000f0000287bc0 tcp4       0      0  *.22                  *.*                   LISTEN
f1000f00002d8bc0 tcp4       0      0  192.0.2.122.22        203.0.113.124.33236   ESTABLISHED
`;
  const without = `${TITLE}\
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
tcp        0      0  *.22                   *.*                    LISTEN
tcp4       0      0  *.13                   *.*                    LISTEN
`;
  expect(glances(withPcb)).toEqual([
    "tcp *:* - CLOSED",
    "tcp *:22 - LISTEN",
    "tcp 192.0.2.122:22 203.0.113.124:33236 ESTABLISHED",
  ]);
  for (const text of [withPcb, without]) {
    expect(decode(text).blocks).toMatchObject([{ dialect: "aix-netstat", os: "AIX" }]);
  }
});

test("tcp alone is told by its address, and its system is not claimed", () => {
  const { entries, listing } = readListing(`${TITLE}\
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
tcp        0      0  *.22                   *.*                    LISTEN
tcp        0      0  192.0.2.5.22           198.51.100.9.50000     ESTABLISHED
tcp        0      0  2001:db8::5.22         2001:db8::9.50000      ESTABLISHED
udp        0      0  *.514                  *.*                    
`);
  expect(entries.map(({ family }) => family)).toEqual([null, 4, 6, null]);
  expect(listing.blocks).toMatchObject([
    { dialect: "hpux-netstat", os: null, tool: "netstat (BSD family)" },
  ]);
});

test("without its white space a listing tells no system", () => {
  const { entries, listing } = readListing(
    "tcp4 0 0 127.0.0.1.631 *.* LISTEN\nudp4 0 0 *.5353 *.*\n",
  );
  expect(entries.map(glance)).toEqual(["tcp 127.0.0.1:631 - LISTEN", "udp *:5353 - -"]);
  expect(listing.blocks).toMatchObject([{ os: null, confidence: "likely" }]);
});

describe("a colon or a dot before the port tells the tools apart", () => {
  test.each([
    ["tcp        0      0 127.0.0.1:80            0.0.0.0:*               LISTEN", "net-tools"],
    ["tcp6       0      0 :::22                   :::*                    LISTEN", "net-tools"],
    [
      "tcp6       0      0 2001:db8::a:22          2001:db8::b:50000       ESTABLISHED",
      "net-tools",
    ],
    ["  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING", "windows-netstat"],
    ["tcp4       0      0  127.0.0.1.80           *.*                    LISTEN", "macos-netstat"],
    ["tcp4       0      0  192.0.2.1.80           192.0.2.2.443          CLOSED", "macos-netstat"],
    [
      "tcp6       0      0  2001:db8::a:b.http     2001:db8::c:d.51000    TIME_WAIT",
      "macos-netstat",
    ],
    ["tcp        0      0  192.0.2.1.80           192.0.2.2.443          CLOSED", "hpux-netstat"],
  ])("%s", (row, dialect) => {
    expect(decode(row).blocks.map((block) => block.dialect)).toEqual([dialect]);
  });
});

describe("a row of the family that is cut says where it ends", () => {
  const heading =
    "Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)    \n";
  test.each([
    ["tcp4", "The row ends before the queues."],
    ["tcp4       0", "The row ends before the queues."],
    ["tcp4       0      0", "The row ends before the local address."],
    ["tcp4       0      0  192.0.2.5.22", "The row ends before the foreign address."],
    [
      "tcp4       0      0  192.0.2.5.22           198.51.100.9.50000",
      "The row ends before the state. Every TCP row has one.",
    ],
    [
      "tcp4       0      0  192.0.2.5.65536        *.*   LISTEN",
      "The local port is above 65535. A port has 16 bits, so there is no such port.",
    ],
  ])("%s", (row, why) => {
    const listing = decode(`${heading}${row}\n`);
    expect(listing.fate(2)).toEqual({ kind: "unreadable", why });
  });
});
