import { describe, expect, test } from "vitest";
import type { SocketEntry } from "#net/socket-entry";
import { DIALECTS } from "./dialects.ts";
import { readListing } from "./listing.fixture.ts";
import { print } from "./print.ts";

/** What other tools print and people write: ports, addresses and states in it, but no row of a socket. */
const TEXTS: Readonly<Record<string, string>> = {
  "a system's log": `
Nov 22 08:00:00 web1 sshd[711]: Server listening on 0.0.0.0 port 22.
Nov 22 08:00:00 web1 sshd[711]: Server listening on :: port 22.
Nov 22 08:00:04 web1 sshd[902]: Accepted publickey for ana from 198.51.100.7 port 50122 ssh2: ED25519 SHA256:abc
Nov 22 08:00:09 web1 sshd[904]: Failed password for invalid user admin from 203.0.113.9 port 40112 ssh2
Nov 22 08:00:10 web1 kernel: TCP: request_sock_TCP: Possible SYN flooding on port 80. Sending cookies.
Nov 22 08:00:11 web1 kernel: [UFW BLOCK] IN=eth0 OUT= SRC=203.0.113.9 DST=192.0.2.10 LEN=40 TTL=244 PROTO=TCP SPT=45000 DPT=23 WINDOW=1024 SYN
Nov 22 08:00:12 web1 named[55]: listening on IPv4 interface lo, 127.0.0.1#53
Nov 22 08:00:13 web1 systemd[1]: Listening on D-Bus System Message Bus Socket.
2026-11-22T08:00:14Z INFO server started addr=0.0.0.0:8080 proto=tcp
[2026-11-22 08:00:15,001] INFO Awaiting socket connections on 0.0.0.0:9092. (kafka.network.DataPlaneAcceptor)
1700000000.123 12 192.0.2.5 TCP_MISS/200 1024 GET http://example.com/ - HIER_DIRECT/203.0.113.80 text/html
LOG:  listening on IPv4 address "0.0.0.0", port 5432
7:M 22 Nov 2026 08:00:16.000 * Ready to accept connections tcp
udp 514 open for logs from 192.0.2.0/24`,
  "a web server's log": `
192.0.2.1 - - [22/Nov/2026:08:00:00 +0000] "GET / HTTP/1.1" 200 612 "-" "curl/8.0"
2001:db8::1 - ana [22/Nov/2026:08:00:01 +0000] "POST /login HTTP/2.0" 302 0 "https://example.com/" "Mozilla/5.0"
2026/11/22 08:00:02 [error] 31#31: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: example.com, upstream: "http://127.0.0.1:3000/"
2026/11/22 08:00:03 [emerg] 7#7: bind() to 0.0.0.0:80 failed (98: Address already in use)
(98)Address already in use: AH00072: make_sock: could not bind to address [::]:80
Nov 22 08:00:04 lb haproxy[9]: 192.0.2.1:50000 [22/Nov/2026:08:00:04.000] http-in app/web1 0/0/1/2/3 200 512 - - ---- 1/1/0/0/0 0/0 "GET / HTTP/1.1"`,
  "addresses on the web": `
http://192.0.2.1:80/
https://[2001:db8::1]:8443/path?x=1#top
ws://localhost:5173/
postgres://app:secret@db.example.com:5432/shop
redis://127.0.0.1:6379/0
tcp://192.0.2.1:2375
udp://@239.0.0.1:1234
ssh://git@example.com:22/repo.git`,
  "program text": `
server.listen(8080, "0.0.0.0", () => console.log("listening on 8080"));
const socket = new WebSocket("ws://127.0.0.1:9000");
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM); s.bind(("0.0.0.0", 80))
if err := http.ListenAndServe(":8080", nil); err != nil { log.Fatal(err) }
int fd = socket(AF_INET, SOCK_STREAM, 0); /* tcp 0 0 */
TcpListener::bind("127.0.0.1:7878")?;
app.run(host="0.0.0.0", port=5000)
-A INPUT -p tcp --dport 22 -j ACCEPT
tcp = 6
udp := 17
case TCP_LISTEN: return "LISTEN";
enum { TCP_ESTABLISHED = 1, TCP_SYN_SENT, TCP_SYN_RECV };
tcp 0;
ESTABLISHED = 1
LISTEN 80
listen [::]:80 default_server;
listen 443 ssl;
proxy_pass http://127.0.0.1:3000;
Listen 0.0.0.0:80
<VirtualHost *:80>
bind 127.0.0.1 ::1
bind *:443 ssl crt /etc/site.pem
Port 22
ListenAddress 0.0.0.0
server 127.0.0.1:9001 weight=1;
SELECT * FROM t WHERE port = 80 AND state = 'LISTEN';
INSERT INTO s VALUES ('tcp', 0, 0, '127.0.0.1:80', '0.0.0.0:*', 'LISTEN');`,
  "tables with commas and bars": `
protocol,local,peer,state
tcp,127.0.0.1:80,0.0.0.0:*,LISTEN
"tcp","0","0","127.0.0.1:80","0.0.0.0:*","LISTEN"
port;service;open
80;http;yes
| Port | Service | State |
|------|---------|-------|
| 80   | http    | open  |
| 127.0.0.1 | 80 | loopback |`,
  "data of programs": `
{"proto":"tcp","local":"127.0.0.1:80","state":"LISTEN"}
{ "Protocol": "TCP", "LocalAddress": "0.0.0.0", "LocalPort": 135 }
[{"port": 22, "state": "open"}, {"port": 80, "state": "closed"}]
  "local": { "address": "127.0.0.1", "port": 5432 },
  "LocalPort": 80,
ports: [80, 443]
ports:
  - "8080:80"
  - 127.0.0.1:5432:5432/tcp
  - containerPort: 8080
    protocol: TCP
    hostPort: 80
EXPOSE 8080/tcp
targets: ["192.0.2.1:9100", "192.0.2.2:9100"]
listen: 0.0.0.0:9090
<port protocol="tcp" portid="22"><state state="open"/></port>
PORT=3000
DATABASE_URL=postgres://localhost:5432/app
[Socket]
ListenStream=0.0.0.0:22
ListenDatagram=[::]:69`,
  "names of hosts, services, users": `
127.0.0.1 localhost
127.0.1.1 web1.example.com web1
::1 ip6-localhost ip6-loopback
fe00::0 ip6-localnet
192.0.2.10 db db.example.com # 5432
http            80/tcp          www             # WorldWideWeb HTTP
https           443/tcp
domain          53/udp
ssh              22/tcp     # SSH Remote Login Protocol
nameserver 192.0.2.53
search example.com
root:x:0:0:root:/root:/bin/bash
www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
udp     17      UDP             # user datagram protocol
tcp     6       TCP             # transmission control protocol
sctp    132     SCTP
raw 255 RAW`,
  firewalls: `
Chain INPUT (policy DROP 12 packets, 720 bytes)
 pkts bytes target     prot opt in     out     source               destination
 1234  567K ACCEPT     tcp  --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:22 state NEW,ESTABLISHED
    0     0 ACCEPT     all  --  lo     *       0.0.0.0/0            0.0.0.0/0
    5   300 DROP       udp  --  eth0   *       203.0.113.0/24       0.0.0.0/0            udp dpt:53
ACCEPT     tcp  --  anywhere             anywhere             tcp dpt:http
-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
DNAT       tcp  --  0.0.0.0/0            0.0.0.0/0            tcp dpt:8080 to:172.17.0.2:80
tcp dport 22 ct state new,established accept
Status: active
To                         Action      From
22/tcp                     ALLOW IN    Anywhere
80,443/tcp (Nginx Full)    ALLOW IN    Anywhere
22/tcp (v6)                ALLOW IN    Anywhere (v6)
  ports: 80/tcp 443/tcp
pass in on em0 proto tcp from any to 192.0.2.10 port 80 flags S/SA keep state
tcp      6 431999 ESTABLISHED src=192.0.2.10 dst=198.51.100.7 sport=50000 dport=443 src=198.51.100.7 dst=192.0.2.10 sport=443 dport=50000 [ASSURED] mark=0 use=1
udp      17 29 src=192.0.2.10 dst=192.0.2.53 sport=40000 dport=53 [UNREPLIED] src=192.0.2.53 dst=192.0.2.10 sport=53 dport=40000 mark=0 use=1
ipv4     2 tcp      6 117 TIME_WAIT src=192.0.2.10 dst=198.51.100.7 sport=50002 dport=443 src=198.51.100.7 dst=192.0.2.10 sport=443 dport=50002 [ASSURED] mark=0 zone=0 use=2
all tcp 192.0.2.10:22 <- 198.51.100.7:50122       ESTABLISHED:ESTABLISHED
all udp 192.0.2.10:40000 -> 192.0.2.53:53       MULTIPLE:SINGLE
Rule Name:                            File and Printer Sharing (SMB-In)
LocalPort:                            445
Protocol:                             TCP`,
  "what looks at ports from outside": `
Starting Nmap 7.94 ( https://nmap.org ) at 2026-11-22 08:00 UTC
Nmap scan report for web1.example.com (192.0.2.10)
Host is up (0.00012s latency).
Not shown: 997 closed tcp ports (conn-refused)
PORT     STATE         SERVICE    VERSION
22/tcp   open          ssh        OpenSSH 9.2p1 Debian 2 (protocol 2.0)
53/udp   open|filtered domain
80/tcp   open          http       nginx 1.22.1
Discovered open port 443/tcp on 192.0.2.10
Host: 192.0.2.10 ()	Ports: 22/open/tcp//ssh///, 80/open/tcp//http///
Connection to 192.0.2.10 22 port [tcp/ssh] succeeded!
nc: connect to 192.0.2.10 port 23 (tcp) failed: Connection refused
(UNKNOWN) [192.0.2.10] 80 (http) open
Trying 192.0.2.10:443...
* Connected to example.com (192.0.2.10) port 443 (#0)
*   Trying [2001:db8::10]:443...
* connect to 192.0.2.10 port 8080 failed: Connection refused
curl: (7) Failed to connect to 127.0.0.1 port 8080 after 0 ms: Connection refused
Escape character is '^]'.
ComputerName     : web1
RemoteAddress    : 192.0.2.10
RemotePort       : 443
InterfaceAlias   : Ethernet
SourceAddress    : 192.0.2.20
TcpTestSucceeded : True`,
  packets: `
08:00:00.000001 IP 192.0.2.1.50000 > 192.0.2.2.443: Flags [S], seq 1, win 64240, options [mss 1460], length 0
08:00:00.000002 IP6 2001:db8::1.50000 > 2001:db8::2.443: Flags [.], ack 1, win 502, length 0
08:00:00.000003 IP 192.0.2.1.40000 > 192.0.2.53.53: 4711+ A? example.com. (29)
08:00:00.000004 ARP, Request who-has 192.0.2.1 tell 192.0.2.2, length 28
    1 0.000000    192.0.2.1             192.0.2.2             TCP      74     50000 → 443 [SYN] Seq=0 Win=64240 Len=0
    2 0.000100    192.0.2.2             192.0.2.1             TCP      74     443 → 50000 [SYN, ACK] Seq=0 Ack=1
Frame 1: 74 bytes on wire (592 bits), 74 bytes captured (592 bits)
Transmission Control Protocol, Src Port: 50000, Dst Port: 443, Seq: 0, Len: 0
T 192.0.2.1:50000 -> 192.0.2.2:80 [AP] #4
TCP 192.0.2.1:50000 -> 192.0.2.2:80
        0x0000:  4500 003c 1c46 4000 4006 b1e6 c000 0201  E..<.F@.@.......
00000000  7f 45 4c 46 02 01 01 00  00 00 00 00 00 00 00 00  |.ELF............|
0000010 0003 003e 0001 0000 1060 0000 0000 0000`,
  "ways and interfaces": `
2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
    link/ether 00:00:5e:00:53:01 brd ff:ff:ff:ff:ff:ff
    inet 192.0.2.10/24 brd 192.0.2.255 scope global eth0
    inet6 fe80::200:5eff:fe00:5301/64 scope link
lo               UNKNOWN        127.0.0.1/8 ::1/128
eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
        inet 192.0.2.10  netmask 255.255.255.0  broadcast 192.0.2.255
        RX packets 1234  bytes 567890 (567.8 KB)
default via 192.0.2.1 dev eth0 proto dhcp metric 100
192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10 metric 100
192.0.2.1 dev eth0 lladdr 00:00:5e:00:53:fe REACHABLE
fe80::1 dev eth0 lladdr 00:00:5e:00:53:fe router STALE
0.0.0.0         192.0.2.1       0.0.0.0         UG    100    0        0 eth0
192.0.2.0       0.0.0.0         255.255.255.0   U     100    0        0 eth0
          0.0.0.0          0.0.0.0      192.0.2.254       192.0.2.10     25
        127.0.0.0        255.0.0.0         On-link         127.0.0.1    331
default            192.0.2.1          UGScg                 en0
? (192.0.2.1) at 0:0:5e:0:53:fe on en0 ifscope [ethernet]
192.0.2.1                ether   00:00:5e:00:53:fe   C                     eth0
traceroute to example.com (203.0.113.80), 30 hops max, 60 byte packets
 1  gateway (192.0.2.1)  0.512 ms  0.498 ms  0.487 ms
 2  * * *
 3  203.0.113.1 (203.0.113.1)  8.1 ms  8.0 ms  7.9 ms
  1     1 ms     1 ms     1 ms  192.0.2.1
64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.512 ms
Reply from 192.0.2.1: bytes=32 time<1ms TTL=64
Server:         192.0.2.53
Address:        192.0.2.53#53
example.com.            300     IN      A       203.0.113.80
;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)`,
  "programs and services": `
USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND
root           1  0.0  0.1 167744 11776 ?        Ss   08:00   0:01 /sbin/init
www-data     832  0.0  0.2  55568  9000 ?        S    08:00   0:00 nginx: worker process
postgres     900  0.0  0.5 213000 20000 ?        Ss   08:00   0:00 postgres: app shop 127.0.0.1(50000) idle
root         711  0.0  0.1  15432  9100 ?        Ss   08:00   0:00 sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups
    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND
    832 www-data  20   0   55568   9000   6000 S   0.3   0.2   0:00.10 nginx
top - 08:00:00 up 1 day,  1:02,  2 users,  load average: 0.00, 0.01, 0.05
svchost.exe                   1044 Services                   0     10,500 K
TCP    tcp    tcp
  nginx.service                 loaded active running   A high performance web server
  ssh.socket                    loaded active listening OpenBSD Secure Shell server socket
     Active: active (running) since Sun 2026-11-22 08:00:00 UTC; 1h ago
   Main PID: 711 (sshd)
LISTEN                        UNIT                     ACTIVATES
[::]:22                       ssh.socket               ssh.service
0.0.0.0:111                   rpcbind.socket           rpcbind.service
/run/dbus/system_bus_socket   dbus.socket              dbus.service
program vers proto   port  service
    100000    4   tcp    111  portmapper
    100000    2   udp    111  portmapper
COMMAND   PID USER   FD   TYPE DEVICE SIZE/OFF NODE NAME
bash      900  ana  cwd    DIR    8,1     4096    2 /home/ana
bash      900  ana    0u   CHR  136,0      0t0    3 /dev/pts/0
nginx     832 root    6w   REG    8,1     1234   55 /var/log/nginx/access.log
nginx     832 root    7u  unix 0xffff0000      0t0 4711 type=STREAM
systemd     1 root   10u  netlink      0t0  123 KOBJECT_UEVENT
ana      pts/0        198.51.100.7     08:00    0.00s  0.04s  0.00s w
ana      pts/0        198.51.100.7     Sun Nov 22 08:00   still logged in`,
  containers: `
CONTAINER ID   IMAGE          COMMAND                  CREATED        STATUS        PORTS      NAMES
0123456789ab   redis:7        "docker-entrypoint.s…"   2 hours ago    Up 2 hours    6379/tcp   cache
ba9876543210   alpine         "sleep 1d"               2 hours ago    Up 2 hours               idle
NAME         TYPE        CLUSTER-IP      EXTERNAL-IP   PORT(S)        AGE
kubernetes   ClusterIP   10.96.0.1       <none>        443/TCP        10d
web          NodePort    10.96.12.7      <none>        80:30080/TCP   3d
NAME                   READY   STATUS    RESTARTS   AGE   IP           NODE
web-6d4cf56db6-abcde   1/1     Running   0          3d    10.244.0.5   node1
Forwarding from 127.0.0.1:8080 -> 80
Endpoints:         10.244.0.5:80,10.244.0.6:80
Port:              http  80/TCP`,
  "counters and metrics": `
node_netstat_Tcp_CurrEstab 12
http_requests_total{method="post",code="200",instance="192.0.2.1:9100"} 1027 1395066363000
# TYPE go_goroutines gauge
tcp_established 12
Tcp: 1 200 120000 -1 100 50 1 2 12 5000 5001 3 0 4
TCP:   180 (estab 12, closed 150, orphaned 0, timewait 150)
TCP 12 ESTABLISHED
udp 5
     12 ESTABLISHED
      7 LISTEN
      3 tcp
  150 TIME_WAIT
    5 192.0.2.1
Connections: 12, ESTABLISHED: 7, LISTEN: 5`,
  "changes and files": `
commit 0123456789abcdef0123456789abcdef01234567
Author: Ana <ana@example.com>
    listen on 0.0.0.0:8080 instead of 127.0.0.1:3000
-const PORT = 3000;
+const PORT = 8080;
@@ -1,2 +1,2 @@
- listen 80;
+ listen 127.0.0.1:8080;
drwxr-xr-x 2 root root 4096 Nov 22 08:00 sites-enabled
-rw-r--r-- 1 root root  612 Nov 22 08:00 index.html
srwxrwxrwx 1 root root    0 Nov 22 08:00 docker.sock
/dev/sda1        20G  5.0G   14G  27% /
tmpfs           1.0G     0  1.0G   0% /run
192.0.2.9:/export  1.0T  500G  524G  49% /mnt`,
  people: `
Port 80 is already in use by another program. How do I find out which one?
My server listens on 0.0.0.0:8080, but nobody can connect to 203.0.113.5:8080.
TCP is reliable, UDP is not. 127.0.0.1 is this machine.
udp 53 and tcp 53 must be open, and tcp 443 too.
tcp 0 0 means that nothing waits in the queues.
ESTABLISHED means both sides have agreed; TIME_WAIT means one waits.
Der Port 443 ist ABHÖREN, und 192.0.2.1:50000 ist HERGESTELLT.
Le port 80 est en écoute sur 0.0.0.0:80 (tcp).
El puerto 22 está ESCUCHANDO en 192.0.2.1:22.
A porta 80 está em ESCUTA. O endereço é 127.0.0.1:80.
La porta 443 è in ascolto su *:443.
Порт 80 занят: 0.0.0.0:80 LISTENING.
Nasłuchiwanie na porcie 5432 (tcp 127.0.0.1:5432).
端口 80 正在监听 0.0.0.0:80。
ポート 443 は LISTENING です。
포트 22 LISTEN 중입니다: 0.0.0.0:22
المنفذ 80 مفتوح 0.0.0.0:80
1. Open port 80. 2. Reload nginx. 3. Try http://192.0.2.1/.
Done: 3 of 3 hosts up (192.0.2.1, 192.0.2.2, 192.0.2.3)
On 22 Nov 2026, at 08:00, Ana wrote:
See RFC 9293, section 3.3.2: LISTEN, SYN-SENT, SYN-RECEIVED, ESTABLISHED.
10.0.0.1 22 80 443
1 2 3 4 5 6 7
a.b.c.d 1 e.f.g.h 2`,
  "sockets without ports": `
unix  2      [ ACC ]     STREAM     LISTENING     12345    711/systemd          /run/systemd/private
unix  3      [ ]         DGRAM      CONNECTED     12346
u_str  LISTEN 0      4096              /run/dbus/system_bus_socket 12345                  * 0
u_dgr  UNCONN 0      0                                           * 12346                  * 12347
nl     UNCONN 0      0                          rtnl:systemd-resolve/711                  *
p_raw  UNCONN 0      0                                        *:eth0                      *
v_str  LISTEN 0      0                                     *:1024                      *:*
root     dbus-daemon 711   4  stream /var/run/dbus/system_bus_socket
fffff8000a1b2c3d stream      0      0 fffff8000a1b2c00                0                0                0 /var/run/log
0000000000000000: 00000002 00000000 00010000 0001 01 12345 /run/a
sk               Eth Pid        Groups   Rmem     Wmem     Dump  Locks    Drops    Inode
0000000000000000 0   711        00000440 0        0        0     2        0        12345`,
};

/** A listener, for docker ps publishes nothing else. */
const SSH: SocketEntry = {
  protocol: "tcp",
  family: 4,
  local: { address: "192.0.2.10", zone: null, port: 22, service: null },
  peer: null,
  state: "LISTEN",
  recvQ: 0,
  sendQ: 128,
  processes: [{ pid: 711, name: "sshd", user: "root", fd: 3 }],
};

const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");
const GROUPS = Object.entries(TEXTS).map(([name, text]): [string, string[]] => [
  name,
  linesOf(text),
]);

describe.each(GROUPS)("no socket is read from %s", (_, lines) => {
  test("line by line", () => {
    expect(lines.filter((line) => readListing(line).listing.rowCount > 0)).toEqual([]);
  });

  test("as one text, in either order", () => {
    const { rows } = readListing(lines.join("\n"));
    const backwards = readListing(lines.toReversed().join("\n"));
    expect([...rows, ...backwards.rows].map(({ line, entry }) => ({ line, entry }))).toEqual([]);
  });
});

/** Headings under which a vague shape is enough, and those of every tool. */
const HEADINGS: readonly (readonly [string, string])[] = [
  ...DIALECTS.map(({ id }): [string, string] => [id, print([], id)]),
  ["PowerShell, two columns", "LocalAddress LocalPort\n------------ ---------\n"],
  [
    "PowerShell, with a program",
    "LocalAddress LocalPort RemoteAddress RemotePort State OwningProcess ProcessName\n",
  ],
  ["PowerShell, without a state", "LocalAddress LocalPort RemoteAddress RemotePort\n"],
  ["PowerShell, the program first", "ProcessName LocalAddress LocalPort State\n"],
  ["ss, without a state", "Recv-Q Send-Q Local Address:Port Peer Address:Port Process\n"],
  [
    "macOS, listen queues",
    "Current listen queue sizes (qlen/incqlen/maxqlen)\nListen Local Address\n",
  ],
  ["Solaris, UDP", "UDP: IPv4\n"],
  ["Solaris, SCTP", "SCTP:\n"],
  ["docker ps, two columns", "NAMES PORTS\n"],
];

test.each(HEADINGS)("a heading of %s makes none of these lines a socket", (_, heading) => {
  const read = GROUPS.flatMap(([, lines]) => lines).filter(
    (line) => readListing(`${heading}${line}\n`).listing.rowCount > 0,
  );
  expect(read).toEqual([]);
});

test.each(DIALECTS.map(({ id }) => id))("a row of %s above makes none of them one", (id) => {
  const row = print([SSH], id);
  expect(readListing(row).listing.rowCount).toBe(1);
  const read = GROUPS.flatMap(([, lines]) => lines).filter(
    (line) => readListing(`${row.trimEnd()}\n${line}\n`).listing.rowCount > 1,
  );
  expect(read).toEqual([]);
});
