import { describe, expect, test } from "vitest";
import { readListing } from "./listing.fixture.ts";

/** Each text with the kinds of its lines. */
const TABLES: readonly (readonly [string, string, string])[] = [
  [
    "Windows's routes, in German",
    `===========================================================================
Schnittstellenliste
 12...00 15 5d 01 02 03 ......Ethernet
===========================================================================

IPv4-Routentabelle
Aktive Routen:
     Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
          0.0.0.0          0.0.0.0      192.0.2.254       192.0.2.10     25
Ständige Routen:
  Keine`,
    "routes routes routes routes blank routes routes routes routes routes routes",
  ],
  [
    "routes of iproute2",
    "default via 192.0.2.1 dev eth0\n192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10\nfe80::/64 dev eth0 proto kernel metric 256",
    "routes routes routes",
  ],
  [
    "routes of macOS",
    "Routing tables\n\nInternet:\nDestination        Gateway            Flags\ndefault            192.0.2.1          UGSc",
    "routes blank routes routes routes",
  ],
  [
    "addresses of iproute2",
    "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP\n    inet 192.0.2.10/24 brd 192.0.2.255 scope global eth0",
    "interfaces interfaces",
  ],
  [
    "ifconfig",
    "eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n        inet 192.0.2.10  netmask 255.255.255.0",
    "interfaces interfaces",
  ],
  [
    "ipconfig, in German",
    "Windows-IP-Konfiguration\n\n   IPv4-Adresse  . . . . . . . . . . : 192.0.2.10",
    "interfaces blank interfaces",
  ],
  [
    "Windows's counters, in Spanish",
    "Estadísticas de TCP para IPv4\n\n  Activos abiertos             = 1234\n  Errores de intentos          = 5",
    "statistics blank statistics statistics",
  ],
  [
    "Windows's counters, in Chinese",
    "IPv4 的 TCP 统计信息\n\n  主动打开 = 1234",
    "statistics blank statistics",
  ],
  [
    "ss -s",
    "Total: 172 (kernel 189)\nTCP:   10 (estab 2, closed 4), ports 5\n\nTransport Total     ip        IPv6\nRAW       0         0         0",
    "statistics statistics blank statistics statistics",
  ],
  [
    "/proc/net/sockstat",
    "sockets: used 123\nTCP: inuse 5 orphan 0 tw 0 alloc 6 mem 1\nUDP: inuse 2 mem 0",
    "statistics statistics statistics",
  ],
  [
    "Solaris's counters",
    "TCP     tcpRtoAlgorithm     =     4     tcpRtoMin           =   400",
    "statistics",
  ],
  [
    "memory of the network",
    "1032/1053/2085 mbufs in use (current/cache/total)\n512/254/766/63716 mbuf clusters in use",
    "statistics statistics",
  ],
  [
    "groups",
    "IPv6/IPv4 Group Memberships\nInterface       RefCnt Group\nlo              1      224.0.0.1",
    "multicast multicast multicast",
  ],
  [
    "Windows's help, in French",
    "Affiche les statistiques de protocole et les connexions réseau TCP/IP actuelles.\n\nNETSTAT [-a] [-b]\n\n  -a  Affiche toutes les connexions",
    "usage blank usage blank usage",
  ],
  [
    "ss's help, without its first line too",
    "-a, --all\n\tDisplay both listening and non-listening sockets\n\nss [OPTIONS]... [[STATE-FILTER] [PATTERN]]",
    "usage usage blank usage",
  ],
  [
    "the end of Windows's help, in Chinese",
    "  -y            顯示所有連線的 TCP 連線範本。\n                無法與其他選項合併。\n  間隔          重新顯示已選取的統計資料",
    "usage usage usage",
  ],
  [
    "/proc/net/unix",
    "Num       RefCount Protocol Flags    Type St Inode Path\n0000000000000000: 0000000A 00000000 00010000 0001 01 17250 /run/a b",
    "unix unix",
  ],
  [
    "UNIX-domain sockets of FreeBSD",
    "Active UNIX domain sockets\nAddress          Type   Recv-Q Send-Q            Inode             Conn Refs  Nextref Addr\nfffff8000a1b2c3d stream      0      0 fffff8000a1b2c00                0    0        0 /var/run/a",
    "unix unix unix",
  ],
];

describe("a table without sockets of a port is named as what it is", () => {
  test.each(TABLES)("%s", (_, text, kinds) => {
    const read = readListing(text);
    expect(read.kinds.join(" ")).toBe(kinds);
    expect(read.listing.blocks).toEqual([]);
  });
});

test.each([
  ["a neighbour", "? (192.0.2.1) at 00:00:5e:00:53:01 [ether] on eth0", "neighbour"],
  [
    "a neighbour of Windows's",
    "  192.0.2.1             00-00-5e-00-53-01     dynamic",
    "neighbour",
  ],
  ["an open file", "sshd 7 root txt REG 253,0 853040 1234 /usr/sbin/sshd", "open file"],
  ["a netlink socket", "nl UNCONN 0 0 rtnl:kernel *", "another kind"],
])("%s is told in a note", (_, text, words) => {
  const fate = readListing(text).listing.fate(1);
  expect(fate).toMatchObject({ kind: "noise", note: expect.stringContaining(words) as string });
});

/** What holds ports, addresses and states, and is no list of sockets. */
const OTHERS = [
  "Nmap scan report for 192.0.2.1\nPORT   STATE SERVICE\n22/tcp open  ssh\n80/tcp closed http",
  "12:00:00.000001 IP 192.0.2.1.443 > 192.0.2.2.50000: Flags [S.], seq 1, ack 2, win 65535, length 0",
  "Chain INPUT (policy ACCEPT)\nACCEPT     tcp  --  192.0.2.0/24   anywhere   tcp dpt:ssh ctstate NEW,ESTABLISHED\n  0  0 ACCEPT tcp -- lo * 0.0.0.0/0 0.0.0.0/0",
  "-A INPUT -p tcp -m tcp --dport 22 -m state --state NEW,ESTABLISHED -j ACCEPT",
  "http            80/tcp          www     # WorldWideWeb HTTP\ndomain          53/udp",
  "Nov 22 08:00:00 host sshd[7]: Server listening on 0.0.0.0 port 22.\nNov 22 08:00:01 host sshd[7]: Connection from 192.0.2.1 port 50000 on 192.0.2.2 port 22",
  "tcp      6 431999 ESTABLISHED src=192.0.2.1 dst=192.0.2.2 sport=50000 dport=443 [ASSURED]",
  " 1  gateway (192.0.2.1)  1.024 ms  0.683 ms  0.706 ms\n 2  * * *",
  '192.0.2.1 - - [22/Nov/2026:08:00:00 +0000] "GET / HTTP/1.1" 200 612 "-" "curl/8.0"',
  "LISTEN and ESTABLISHED are states of TCP. Port 80 is for HTTP: http://192.0.2.1:80/.",
  "udp is quick, tcp is sure: 127.0.0.1:80 is this machine.",
];

test.each(OTHERS)("no socket is read from %j", (text) => {
  const { rows, kinds } = readListing(text);
  expect(rows).toEqual([]);
  expect(new Set(kinds)).toEqual(new Set(["noise"]));
});
