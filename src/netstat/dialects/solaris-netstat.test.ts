import { describe, expect, test } from "vitest";
import { glance, readListing } from "../listing.fixture.ts";

test("sections name the protocol and the version of their rows", () => {
  const { rows, kinds, listing } = readListing(`
UDP: IPv4
   Local Address        Remote Address      State
-------------------- -------------------- ----------
      *.514                               Idle
      *.*                                 Unbound
192.0.2.5.123        198.51.100.7.123     Connected

TCP: IPv4
   Local Address        Remote Address    Swind Send-Q Rwind Recv-Q    State
-------------------- -------------------- ----- ------ ----- ------ -----------
      *.22                 *.*                0      0 49152      0 LISTEN
      *.*                  *.*                0      0 49152      0 IDLE
      *.8080               *.*                0      0 49152      0 BOUND
192.0.2.5.22         203.0.113.7.51234    64240     51 49640      0 ESTABLISHED

TCP: IPv6
   Local Address                     Remote Address                 Swind Send-Q Rwind Recv-Q   State      If
--------------------------------- --------------------------------- ----- ------ ----- ------ ----------- -----
      *.22                              *.*                             0      0 49152      0 LISTEN      
fe80::1.50011                     fe80::2.22                        64240      0 49640      7 FIN_WAIT_2  net0

Active UNIX domain sockets
Address  Type          Vnode     Conn  Local Addr      Remote Addr
30001c9c758 stream-ord 30001c9a2c8 00000000 /tmp/.X11-unix/X0
`);
  expect(rows.map(({ entry }) => `${glance(entry)} ${entry.family}`)).toEqual([
    "udp *:514 - - 4",
    "udp *:* - - 4",
    "udp 192.0.2.5:123 198.51.100.7:123 - 4",
    "tcp *:22 - LISTEN 4",
    "tcp *:* - - 4",
    "tcp *:8080 - - 4",
    "tcp 192.0.2.5:22 203.0.113.7:51234 ESTABLISHED 4",
    "tcp *:22 - LISTEN 6",
    "tcp fe80::1:50011 fe80::2:22 FIN-WAIT-2 6",
  ]);
  expect(rows[6]?.entry).toMatchObject({ recvQ: 0, sendQ: 51 });
  expect(rows[8]?.entry).toMatchObject({ recvQ: 7, sendQ: 0 });
  expect(rows.map(({ stateText }) => stateText).slice(4, 6)).toEqual(["IDLE", "BOUND"]);
  expect(kinds.filter((kind) => kind === "heading")).toHaveLength(9);
  expect(kinds.slice(-3)).toEqual(["unix", "unix", "unix"]);
  expect(new Set(listing.blocks.map(({ os }) => os))).toEqual(new Set(["Solaris"]));
});

test("-u names user, pid and command between the addresses and the windows", () => {
  const { entries } = readListing(`TCP: IPv4
     Local Address        Remote Address      User    Pid       Command     Swind Send-Q Rwind Recv-Q    State
  -------------------- --------------------  ------ ------- --------------- ----- ------ ----- ------ -----------
  192.0.2.1.22         192.0.2.79.34640     root        531 sshd           134664     51  128872      0 ESTABLISHED
  *.8443               *.*                  web         612 my server           0      0  128000      0 LISTEN
UDP: IPv4
   Local Address        Remote Address      User    Pid      Command       State
-------------------- -------------------- -------- ------ -------------- ----------
      *.68                                root        102 dhcpagent      Idle
`);
  expect(
    entries.map(({ processes: [process] }) => [process?.user, process?.pid, process?.name]),
  ).toEqual([
    ["root", 531, "sshd"],
    ["web", 612, "my server"],
    ["root", 102, "dhcpagent"],
  ]);
  expect(entries[0]).toMatchObject({ state: "ESTABLISHED", sendQ: 51 });
});

test("-v takes two lines for a connection, the local address on the first", () => {
  const { rows, kinds } = readListing(`TCP: IPv4
Local/Remote Address Swind  Snext     Suna   Rwind  Rnext     Rack    Rto   Mss     State
-------------------- ----- -------- -------- ----- -------- -------- ----- ----- -----------
192.0.2.5.22        
203.0.113.7.51234    64240 00000034 00000001 49640 00000051 00000051   405  1460 ESTABLISHED
*.22                
*.*                      0 00000000 00000000 49152 00000000 00000000  3375   536 LISTEN
`);
  expect(rows.map(({ entry }) => glance(entry))).toEqual([
    "tcp 192.0.2.5:22 203.0.113.7:51234 ESTABLISHED",
    "tcp *:22 - LISTEN",
  ]);
  expect(kinds.slice(3)).toEqual(["continuation", "socket", "continuation", "socket"]);
});

test("SCTP has streams, and no port where it has no peer", () => {
  const { entries } = readListing(`SCTP:
        Local Address                   Remote Address          Swind  Send-Q Rwind  Recv-Q StrsI/O  State
------------------------------- ------------------------------- ------ ------ ------ ------ ------- -----------
*.9001                          0.0.0.0                              0      0 102400      0 128/1   LISTEN
192.0.2.5.9001                  198.51.100.7.40001               32768      0 102400      0  32/32  ESTABLISHED
`);
  expect(entries.map(glance)).toEqual([
    "sctp *:9001 - LISTEN",
    "sctp 192.0.2.5:9001 198.51.100.7:40001 ESTABLISHED",
  ]);
});

test("under its title a row that is cut or cannot be says why", () => {
  const { listing } = readListing(`TCP: IPv4
192.0.2.5.22         203.0.113.7.51234
192.0.2.5.70000      203.0.113.7.51234    64240      0 49640      0 ESTABLISHED
192.0.2.5.22
`);
  expect([2, 3, 4].map((line) => listing.fate(line))).toEqual([
    { kind: "unreadable", why: "The row ends before the state. Every TCP row has one." },
    {
      kind: "unreadable",
      why: "The local port is above 65535. A port has 16 bits, so there is no such port.",
    },
    { kind: "unreadable", why: "The row ends before the foreign address." },
  ]);
});

describe("without a title only a whole row is one", () => {
  test.each([
    [
      "192.0.2.5.22 203.0.113.7.51234 64240 0 49640 0 ESTABLISHED",
      "tcp 192.0.2.5:22 203.0.113.7:51234 ESTABLISHED",
    ],
    ["#192.0.2.5.22 *.* 0 0 49640 0 LISTEN", "tcp 192.0.2.5:22 - LISTEN"],
    ["*.* *.* 0 0 49152 0 IDLE", "tcp *:* - -"],
    ["*.514 Idle", "udp *:514 - -"],
  ])("%s", (text, expected) => expect(readListing(text).entries.map(glance)).toEqual([expected]));

  test.each([
    "example.org Idle",
    "192.0.2.5.22 203.0.113.7.51234",
    "0.0.0.0 192.0.2.1 0.0.0.0 UG 0 0 0 eth0",
  ])("%s is none", (text) => expect(readListing(text).kinds).toEqual(["noise"]));
});
