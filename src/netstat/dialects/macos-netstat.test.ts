import { describe, expect, test } from "vitest";
import { glance, readListing } from "../listing.fixture.ts";

const TITLE = "Active Internet connections (including servers)\n";

/** The rows at a glance, with their process. */
function owners(text: string): readonly string[] {
  return readListing(text).entries.map((entry) => {
    const [process] = entry.processes;
    return process === undefined
      ? glance(entry)
      : `${glance(entry)} ${process.pid} ${process.name}`;
  });
}

test("netstat -an: versions, names, zones and cut addresses", () => {
  const { listing, rows, kinds } = readListing(`${TITLE}\
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)    
tcp4       0      0  192.0.2.5.49812        203.0.113.9.443        ESTABLISHED
tcp46      0      0  *.8080                 *.*                    LISTEN     
tcp6       0      0  ::1.631                *.*                    LISTEN     
tcp4       0     31  192.0.2.5.49801        198.51.100.7.22        FIN_WAIT_1 
tcp4       0      0  192.0.2.5.49802        198.51.100.7.22        SYN_RCVD   
tcp6       0      0  2001:db8:1234:56.50011 2001:db8:1234:56.443   ESTABLISHED
udp4       0      0  *.*                    *.*                               
udp6       0      0  fe80::1%lo0.123        *.*                               
udp46      0      0  *.5353                 *.*                               
icm6       0      0  *.*                    *.*                               
`);
  expect(rows.map(({ entry }) => `${glance(entry)} ${entry.family}`)).toEqual([
    "tcp 192.0.2.5:49812 203.0.113.9:443 ESTABLISHED 4",
    "tcp *:8080 - LISTEN 46",
    "tcp ::1:631 - LISTEN 6",
    "tcp 192.0.2.5:49801 198.51.100.7:22 FIN-WAIT-1 4",
    "tcp 192.0.2.5:49802 198.51.100.7:22 SYN-RECEIVED 4",
    "tcp 2001:db8:1234:56:50011 2001:db8:1234:56:443 ESTABLISHED 6",
    "udp *:* - - 4",
    "udp fe80::1%lo0:123 - - 6",
    "udp *:5353 - - 46",
    "icmp *:* - - 6",
  ]);
  expect(rows[3]?.entry).toMatchObject({ recvQ: 0, sendQ: 31 });
  expect(rows[5]?.truncated).toEqual(["localAddress", "peerAddress"]);
  expect(rows.filter(({ truncated }) => truncated.length > 0)).toHaveLength(1);
  expect(kinds.slice(0, 2)).toEqual(["heading", "heading"]);
  expect(listing.blocks).toMatchObject([{ dialect: "macos-netstat", os: "macOS" }]);
});

test("without -n names are cut to sixteen characters, and services to the column", () => {
  const { rows } = readListing(`${TITLE}\
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)    
tcp4       0      0  localhost.ipp          *.*                    LISTEN     
tcp6       0      0  laptop.lan.examp.61581 in-x6d.example.n.imaps ESTABLISHED
tcp6       0      0  laptop.lan.examp.61582 mx-in-x6d.examp..imaps ESTABLISHED
tcp4      31      0  laptop.lan.examp.62664 93.113.0.203.bc..sunpr CLOSE_WAIT 
`);
  expect(rows.map(({ entry }) => glance(entry))).toEqual([
    "tcp localhost:ipp - LISTEN",
    "tcp laptop.lan.examp:61581 in-x6d.example.n:imaps ESTABLISHED",
    "tcp laptop.lan.examp:61582 mx-in-x6d.examp.:imaps ESTABLISHED",
    "tcp laptop.lan.examp:62664 93.113.0.203.bc.:sunpr CLOSE-WAIT",
  ]);
  expect(rows.map(({ truncated }) => truncated)).toEqual([
    [],
    ["localAddress", "peerAddress", "peerPort"],
    ["localAddress", "peerAddress", "peerPort"],
    ["localAddress", "peerAddress", "peerPort"],
  ]);
});

test("beside a socket's address (-A) even ports are cut, and marked", () => {
  const { rows } = readListing(`${TITLE}\
Socket           Flowhash Proto Recv-Q Send-Q  Local Address      Foreign Address    (state)    
7fb03cb94d505aed cedd0cbf tcp4       0      0  192.168.100.21.548 203.0.113.26.443   ESTABLISHED
7fb03cb946c1cbcd  3c023c0 tcp6       0      0  2001:db8:bab0:d0.5 2001:db8:3::c.993  ESTABLISHED
`);
  expect(rows.map(({ entry }) => glance(entry))).toEqual([
    "tcp 192.168.100.21:548 203.0.113.26:443 ESTABLISHED",
    "tcp 2001:db8:bab0:d0:5 2001:db8:3::c:993 ESTABLISHED",
  ]);
  expect(rows.map(({ truncated }) => truncated)).toEqual([
    ["localPort"],
    ["localAddress", "localPort"],
  ]);
});

describe("netstat -anv names the process in several ways", () => {
  test("pid and epid last, on older versions", () => {
    expect(
      owners(`${TITLE}\
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)     rhiwat shiwat    pid   epid
tcp4       0      0  192.0.2.5.55669        203.0.113.51.8000      ESTABLISHED 131346 131768    422      0
`),
    ).toEqual(["tcp 192.0.2.5:55669 203.0.113.51:8000 ESTABLISHED 422 null"]);
  });

  test("pid and epid before the socket's own state, which is not TCP's", () => {
    expect(
      owners(`${TITLE}\
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)     rhiwat shiwat    pid   epid  state    options
tcp4       0      0  *.22                   *.*                    LISTEN      131072 131072      1      0 0x0080 0x00000006
udp4       0      0  *.123                  *.*                                786896   9216    180      0 0x0000 0x00000000
tcp4       0      0  192.0.2.5.55000        203.0.113.51.443       TIME_WAIT   131072 131072      0      0 0x2131 0x00000000
`),
    ).toEqual([
      "tcp *:22 - LISTEN 1 null",
      "udp *:123 - - 180 null",
      "tcp 192.0.2.5:55000 203.0.113.51:443 TIME-WAIT",
    ]);
  });

  test("the same behind the bytes received and sent", () => {
    expect(
      owners(`${TITLE}\
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)          rxbytes      txbytes  rhiwat  shiwat    pid   epid  state  options
tcp4       0      0  *.22                   *.*                    LISTEN                 0            0  131072  131072      1      0 00002 00000006
`),
    ).toEqual(["tcp *:22 - LISTEN 1 null"]);
  });

  test("process:pid, with spaces in the name, cut to sixteen characters", () => {
    const text = `${TITLE}\
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)          rxbytes      txbytes  rhiwat  shiwat          process:pid    state  options           gencnt    flags   flags1 usecnt rtncnt fltrs
tcp46      0      0  *.443                  *.*                    LISTEN                 0            0  131072  131072      Web Helper:5660   00100 00000006 00000000000c38ca 00000000 00000800      1      0 000000
tcp4       0      0  127.0.0.1.50020        127.0.0.1.50021        ESTABLISHED         1024         2048  131072  131072 Code Helper (Plu:84517  00102 00000004 00000000000c38cb 00000000 00000800      1      0 000000
tcp4       0      0  127.0.0.1.50022        127.0.0.1.50021        ESTABLISHED         1024         2048  131072  131072 Constructor IDE :1310   00102 00000004 00000000000c38cb 00000000 00000800      1      0 000000
udp4       0      0  *.5353                 *.*                                           0            0  786896    9216    mDNSResponder:217    00100 00000004 00000000000c38cc 00000000 00000800      1      0 000000
`;
    expect(owners(text)).toEqual([
      "tcp *:443 - LISTEN 5660 Web Helper",
      "tcp 127.0.0.1:50020 127.0.0.1:50021 ESTABLISHED 84517 Code Helper (Plu",
      "tcp 127.0.0.1:50022 127.0.0.1:50021 ESTABLISHED 1310 Constructor IDE",
      "udp *:5353 - - 217 mDNSResponder",
    ]);
    expect(readListing(text).rows.map(({ truncated }) => truncated)).toEqual([
      [],
      ["program"],
      ["program"],
      [],
    ]);
  });

  test("a heading wider than its rows changes nothing, nor does none at all", () => {
    const row =
      "tcp4       0      0  127.0.0.1.50020        127.0.0.1.50021        ESTABLISHED         1024         2048  131072  131072             sshd:84517  00102 00000004 00000000000c38cb 00000000 00000800      1      0 000000\n";
    const heading =
      "Proto Recv-Q Send-Q  Local Address                                 Foreign Address                               (state)          rxbytes      txbytes  rhiwat  shiwat          process:pid    state  options           gencnt    flags   flags1 usecnt rtncnt fltrs\n";
    const expected = ["tcp 127.0.0.1:50020 127.0.0.1:50021 ESTABLISHED 84517 sshd"];
    expect(owners(TITLE + heading + row)).toEqual(expected);
    expect(owners(row)).toEqual(expected);
  });

  test("of process:pid and eprocess:epid the first", () => {
    expect(
      owners(`${TITLE}\
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)          rxbytes/packets        txbytes/packets    rhiwat  shiwat          process:pid            eprocess:epid   state  options
tcp4       0      0  192.0.2.5.50020        203.0.113.9.443        ESTABLISHED         1024/3                 2048/4          131072  131072    nsurlsessiond:417               Mail:9120   00102 00000004
`),
    ).toEqual(["tcp 192.0.2.5:50020 203.0.113.9:443 ESTABLISHED 417 nsurlsessiond"]);
  });
});

test("-L shows listen queues, without a protocol", () => {
  const { rows, listing } = readListing(`\
Current listen queue sizes (qlen/incqlen/maxqlen)
Listen         Local Address         
0/0/128        *.22                  
0/0/10         127.0.0.1.5432        
`);
  expect(rows.map(({ entry }) => glance(entry))).toEqual([
    "tcp *:22 - LISTEN",
    "tcp 127.0.0.1:5432 - LISTEN",
  ]);
  expect(listing.blocks).toMatchObject([{ os: "macOS" }]);
});

test("what follows the sockets is named as what it is, and sockets in between are read", () => {
  const { kinds, listing } = readListing(`\
udp4       0      0  *.137                  *.*                               
Active Multipath Internet connections
Proto/ID  Flags      Local Address          Foreign Address        (state)    
icm6       0      0  *.*                    *.*                               
Active LOCAL (UNIX) domain sockets
Address          Type   Recv-Q Send-Q            Inode             Conn             Refs          Nextref Addr
70e74ebb63faaef9 stream      0      0                0 70e74ebb5deea531                0                0 /var/run/mDNSResponder
70e74ebb63faaef9 dgram       0      0                0                0                0                0
Registered kernel control modules
id       flags    pcbcount rcvbuf   sndbuf   name 
       1        9        0   131072   131072 com.apple.flow-divert 
Active kernel event sockets
Proto Recv-Q Send-Q vendor  class subcl
kevt       0      0   1000      5     11
Active kernel control sockets
Proto Recv-Q Send-Q   unit     id name
kctl       0      0      1      6 com.apple.net.utun_control
Some tcp sockets may have been created.
`);
  expect(kinds).toEqual([
    "socket",
    "noise",
    "noise",
    "socket",
    ...Array<string>(4).fill("unix"),
    ...Array<string>(9).fill("noise"),
    "error",
  ]);
  expect(listing.blocks).toHaveLength(1);
  expect(listing.fate(17)).toHaveProperty("note");
});
