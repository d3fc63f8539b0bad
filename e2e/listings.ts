/** What a person may paste. Addresses are those set aside for documentation. */

export const WINDOWS = `
Active Connections

  Proto  Local Address          Foreign Address        State           PID
  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       1044
  TCP    127.0.0.1:5432         0.0.0.0:0              LISTENING       4312
  TCP    192.0.2.10:50313       203.0.113.10:443       ESTABLISHED     9120
  TCP    [::]:135               [::]:0                 LISTENING       1044
  UDP    0.0.0.0:5353           *:*                                    2296
`;

export const NET_TOOLS = `Active Internet connections (servers and established)
Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name
tcp        0      0 127.0.0.1:5432          0.0.0.0:*               LISTEN      1204/postgres
tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN      801/sshd
tcp        0      0 192.0.2.10:38058        203.0.113.10:443        ESTABLISHED 3391/firefox
tcp6       0      0 :::80                   :::*                    LISTEN      944/nginx
udp        0      0 0.0.0.0:68              0.0.0.0:*                           612/dhclient
`;

export const SS = `Netid State  Recv-Q Send-Q Local Address:Port  Peer Address:Port Process
tcp   LISTEN 0      128          0.0.0.0:22          0.0.0.0:*     users:(("sshd",pid=801,fd=3))
tcp   LISTEN 0      511             [::]:80             [::]:*     users:(("nginx",pid=944,fd=6))
tcp   ESTAB  0      0         192.0.2.10:38058  203.0.113.10:443   users:(("firefox",pid=3391,fd=88))
udp   UNCONN 0      0            0.0.0.0:68          0.0.0.0:*     users:(("dhclient",pid=612,fd=9))
`;

export const LSOF = `COMMAND   PID USER   FD   TYPE DEVICE SIZE/OFF NODE NAME
sshd      801 root    3u  IPv4  18211      0t0  TCP *:22 (LISTEN)
postgres 1204 ada     5u  IPv4  20114      0t0  TCP 127.0.0.1:5432 (LISTEN)
firefox  3391 ada    88u  IPv4  99120      0t0  TCP 192.0.2.10:38058->203.0.113.10:443 (ESTABLISHED)
dhclient  612 root    9u  IPv4  17002      0t0  UDP *:68
`;

export const IMPOSSIBLE = `Proto Recv-Q Send-Q Local Address           Foreign Address         State
tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN
tcp        0      0 192.0.2.10:22           333.333.333.333:51514   ESTABLISHED
tcp        0      0 127.0.0.1:40000         203.0.113.10:443        ESTABLISHED
`;

export const CUT_IN_HALF = `Proto Recv-Q Send-Q Local Address           Foreign Address         State
tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN
tcp        0      0 192.0.2.10:
`;

export const ROUTES = `Kernel IP routing table
Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
0.0.0.0         192.0.2.1       0.0.0.0         UG        0 0          0 eth0
192.0.2.0       0.0.0.0         255.255.255.0   U         0 0          0 eth0
`;

export const COUNTERS = `Ip:
    Forwarding: 2
    48213 total packets received
    0 forwarded
Tcp:
    912 active connection openings
    31 passive connection openings
    7 failed connection attempts
`;

export const PROMPT = "ada@laptop:~$ netstat -tulpn";
