/**
 * Listings that show a belief to be wrong where no run of two hosts can: it is about who owns a row, or about sockets
 * that no host simulates. Recorded on Linux 6.18 with net-tools 2.10, iproute2 6.1 and iputils 20221126, then cut to
 * what matters; the prompts are written. Addresses are for documentation or private.
 */
export interface ProofListing {
  /** As in an address. Never changes. */
  readonly id: string;
  /** What a link to it says. */
  readonly title: string;
  /** What to look at, one thing a sentence. */
  readonly notice: readonly string[];
  readonly text: string;
}

export const PROOF_LISTINGS = [
  {
    id: "ping-without-root",
    title: "The socket of a ping that is not root's",
    notice: [
      "User 65534, called nobody, had ping running. The process had no capability at all.",
      "Its socket is not among the raw ones. The kernel has a datagram socket for pings, and this group was allowed to use it (icmp(7), ping_group_range).",
      "Where a port would stand is the identifier of its echo requests.",
    ],
    text: `$ cat /proc/net/icmp
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
   63: 00000000:A27D 00000000:0000 07 00000000:00000000 00:00000000 00000000 65534        0 7747619 2 0000000072c88506 0
$ cat /proc/net/raw
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
`,
  },
  {
    id: "streams-without-tcp",
    title: "Streams and datagrams without TCP and UDP",
    notice: [
      "The column Type says STREAM and DGRAM, and a third type, SEQPACKET.",
      "Neither TCP nor UDP is in it: these sockets join programs of one machine, by the name of a file, and have no ports.",
    ],
    text: `$ sudo netstat -xap
Active UNIX domain sockets (servers and established)
Proto RefCnt Flags       Type       State         I-Node   PID/Program name     Path
unix  2      [ ACC ]     STREAM     LISTENING     87600    104/my server        /run/demo/docker.sock
unix  2      [ ]         DGRAM                    87601    104/my server        /run/demo/log
unix  2      [ ACC ]     SEQPACKET  LISTENING     87602    104/my server        /run/demo/seq.sock
`,
  },
  {
    id: "name-for-root-alone",
    title: "One row, asked for without root and with",
    notice: [
      "Asked by another user, netstat prints a hyphen in place of the program, and lsof prints nothing at all.",
      "Root is told the program: python3, process 19110. It had the port all the while.",
    ],
    text: `$ netstat -tlnp
(No info could be read for "-p": geteuid()=65534 but you should be root.)
Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name
tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN      -
$ lsof -nP -iTCP:22 -sTCP:LISTEN
$ sudo netstat -tlnp
Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name
tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN      19110/python3
`,
  },
  {
    id: "answer-without-row",
    title: "A port that answers, and no row for it",
    notice: [
      "Three tables stand here one after the other: the laptop's, the server's, and that of a container on the server.",
      "The laptop is connected to port 8080 of 192.0.2.10. That is the server.",
      "No row of the server has port 8080.",
      "A rule of the server passes what comes for port 8080 on to a container, 172.17.0.2. The listener stands in the container's table, on port 80.",
    ],
    text: `ana@laptop:~$ ss -tan
State Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess
ESTAB 0      0         192.0.2.20:50736   192.0.2.10:8080
root@server:~# ss -tan
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      128          0.0.0.0:22        0.0.0.0:*
root@web:~# ss -tan
State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0      128          0.0.0.0:80        0.0.0.0:*
ESTAB  0      0         172.17.0.2:80     192.0.2.20:50736
`,
  },
] as const satisfies readonly ProofListing[];

export type ProofListingId = (typeof PROOF_LISTINGS)[number]["id"];

/** Null where there is none of that name. */
export function proofListing(id: string): ProofListing | null {
  return PROOF_LISTINGS.find((listing) => listing.id === id) ?? null;
}
