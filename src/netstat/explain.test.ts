import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { explainer } from "./explain.ts";
import type { RowExplanation } from "./explanation.ts";
import { capture } from "./listing.fixture.ts";

function explained(text: string): readonly RowExplanation[] {
  const listing = decode(text);
  const { explain } = explainer(listing);
  return Array.from({ length: listing.rowCount }, (_, row) => explain(row));
}

const roles = (text: string) =>
  explained(text).map(({ role }) => `${role.role} ${role.confidence}`);
const exposureOf = (line: string) => explained(line)[0]?.exposure?.exposure ?? null;
const odditiesOf = (text: string) =>
  explained(text).map((row) => row.oddities.map((oddity) => oddity.id));
const meaningOf = (line: string, field: string) =>
  explained(line)[0]?.fields.find((each) => each.field === field)?.meaning;

const PROC =
  "   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 18211 1 0000000000000000 100 0 0 10 0";
const PROC_ICMP =
  "   37: 00000000:0918 00000000:0000 07 00000000:00000000 00:00000000 00000000 65534        0 7610083 2 0000000000000000 0";
const DOCKER =
  '0a1b2c3d4e5f   nginx:1.27     "/docker-entrypoint.sh"   2 hours ago   Up 2 hours   0.0.0.0:8080->80/tcp   web';

describe("roles, in the order of their evidence", () => {
  test.each([
    ["LISTEN is a listener", "LISTEN 0 5 127.0.0.1:80 0.0.0.0:*", ["listener certain"]],
    ["UDP without a peer receives", "udp 0 0 0.0.0.0:68 0.0.0.0:*", ["receiver certain"]],
    [
      "a bound socket that does not listen",
      "TCP 0.0.0.0:5000 0.0.0.0:0 BOUND 77",
      ["bound certain"],
    ],
    [
      "a listener's port is the server's side",
      "LISTEN 0 5 0.0.0.0:8080 0.0.0.0:*\nESTAB 0 0 192.0.2.1:8080 198.51.100.1:4000",
      ["listener certain", "server certain"],
    ],
    [
      "port 80 is not port 8080",
      "LISTEN 0 5 0.0.0.0:80 0.0.0.0:*\nESTAB 0 0 192.0.2.1:8080 198.51.100.1:4000",
      ["listener certain", "unknown unknown"],
    ],
    [
      "a listener on another address does not take it",
      "LISTEN 0 5 127.0.0.1:8080 0.0.0.0:*\nESTAB 0 0 192.0.2.1:8080 198.51.100.1:4000",
      ["listener certain", "unknown unknown"],
    ],
    [
      "an IPv4 wildcard takes no IPv6 connection",
      "LISTEN 0 5 0.0.0.0:8080 0.0.0.0:*\nESTAB 0 0 [2001:db8::1]:8080 [2001:db8::2]:4000",
      ["listener certain", "unknown unknown"],
    ],
    [
      "a dual-stack listener takes v4-mapped connections (ss)",
      "LISTEN 0 5 *:8080 *:*\nESTAB 0 0 [::ffff:192.0.2.10]:8080 [::ffff:198.51.100.24]:4000",
      ["listener certain", "server certain"],
    ],
    [
      "a dual-stack listener takes IPv4 connections (netstat)",
      "tcp6 0 0 :::8080 :::* LISTEN\ntcp6 0 0 192.0.2.10:8080 198.51.100.24:4000 ESTABLISHED",
      ["listener certain", "server certain"],
    ],
    [
      "both ends are here: paired, whatever the spelling and the zone",
      "ESTAB 0 0 [::ffff:192.0.2.10]:9001 [::ffff:192.0.2.10]:9002\nESTAB 0 0 192.0.2.10%lo:9002 192.0.2.10:9001",
      ["both certain", "both certain"],
    ],
    [
      "the client's end of a local connection",
      "LISTEN 0 5 127.0.0.1:5432 0.0.0.0:*\nTIME-WAIT 0 0 127.0.0.1:40000 127.0.0.1:5432",
      ["listener certain", "client certain"],
    ],
    [
      "SYN-SENT never came in through a listener",
      "LISTEN 0 5 *:80 *:*\nSYN-SENT 0 1 192.0.2.1:80 203.0.113.9:80",
      ["listener certain", "client likely"],
    ],
    [
      "another host's listener says nothing",
      "me@one$ ss -tln\nLISTEN 0 5 0.0.0.0:8080 0.0.0.0:*\nme@two$ ss -tn\nESTAB 0 0 192.0.2.1:8080 198.51.100.1:4000",
      ["listener certain", "unknown unknown"],
    ],
    [
      "another tool's listener says nothing: it may be another machine's",
      "LISTEN 0 5 0.0.0.0:8080 0.0.0.0:*\ntcp 0 0 192.0.2.1:8080 198.51.100.1:4000 ESTABLISHED",
      ["listener certain", "unknown unknown"],
    ],
    [
      "listeners, and then the connections of the same machine",
      "$ ss -tln\nLISTEN 0 5 0.0.0.0:8080 0.0.0.0:*\n$ ss -tn\nESTAB 0 0 192.0.2.1:8080 198.51.100.1:4000",
      ["listener certain", "server certain"],
    ],
    [
      "two tables of a host that the prompt names, whatever they show",
      "me@one$ ss -tn\nESTAB 0 0 127.0.0.1:9001 127.0.0.1:9002\nprose\nme@one$ ss -tn\nESTAB 0 0 127.0.0.1:9002 127.0.0.1:9001",
      ["both certain", "both certain"],
    ],
    [
      "an address that another section of Solaris's shows to be the machine's own",
      "TCP: IPv4\n*.8080 *.* 0 0 128000 0 LISTEN\n192.0.2.1.4000 192.0.2.9.8080 64240 0 64240 0 ESTABLISHED\n\nUDP: IPv4\n192.0.2.9.53 Idle",
      ["listener certain", "client certain", "receiver certain"],
    ],
    [
      "a table of the same addresses, printed again",
      "ESTAB 0 0 192.0.2.1:8080 198.51.100.1:4000\n\nRecv-Q Send-Q Local Address:Port Peer Address:Port\nLISTEN 0 5 192.0.2.1:8080 0.0.0.0:*",
      ["server certain", "listener certain"],
    ],
    [
      "the client's and the server's table in one paste are not one machine",
      "client$ ss -tn\nESTAB 0 0 192.0.2.1:40000 192.0.2.2:80\nserver$ ss -tn\nESTAB 0 0 192.0.2.2:80 192.0.2.1:40000",
      ["client likely", "server likely"],
    ],
    ["SYN-SENT is a client, likely", "SYN-SENT 0 1 192.0.2.1:80 203.0.113.9:80", ["client likely"]],
    [
      "SYN-RECEIVED is a server, likely",
      "SYN-RECV 0 1 192.0.2.1:80 203.0.113.9:80",
      ["server likely"],
    ],
    [
      "Linux's ephemeral ports begin at 32768",
      "tcp 0 0 192.0.2.1:32768 203.0.113.9:443 ESTABLISHED",
      ["client likely"],
    ],
    ["Windows's do not", "TCP 192.0.2.1:32768 203.0.113.9:443 ESTABLISHED", ["unknown unknown"]],
    [
      "the other way round is a server, likely",
      "tcp 0 0 192.0.2.1:22 203.0.113.9:50000 ESTABLISHED",
      ["server likely"],
    ],
    [
      "two ephemeral ports tell nothing",
      "tcp 0 0 192.0.2.1:50001 203.0.113.9:50000 ESTABLISHED",
      ["unknown unknown"],
    ],
  ])("%s", (_, text, expected) => {
    expect(roles(text)).toEqual(expected);
  });

  test("a port may have listeners on many addresses", () => {
    const listeners = Array.from(
      { length: 40 },
      (_, n) => `LISTEN 0 5 127.0.0.${n + 1}:53 0.0.0.0:*`,
    );
    const found = roles([...listeners, "ESTAB 0 0 127.0.0.40:53 127.0.0.1:40000"].join("\n"));
    expect(found.at(-1)).toBe("server certain");
  });

  test("paired rows name each other", () => {
    const rows = explained(
      "ESTAB 0 0 127.0.0.1:5432 127.0.0.1:40000\nESTAB 0 0 127.0.0.1:40000 127.0.0.1:5432",
    );
    expect(rows.map((row) => row.otherEnd)).toEqual([1, 0]);
  });

  test("what cannot be told says which flag would tell", () => {
    const [row] = explained("tcp 0 0 192.0.2.1:1000 203.0.113.9:2000 ESTABLISHED");
    expect(row?.role.evidence).toContain("-a");
    const [listed] = explained(
      "a 7 me 3u IPv4 12 0t0 TCP 192.0.2.1:1000->203.0.113.9:2000 (ESTABLISHED)",
    );
    expect(listed?.role.evidence).toContain("sudo lsof");
  });
});

describe("exposure", () => {
  test.each([
    ["tcp 0 0 127.0.0.1:80 0.0.0.0:* LISTEN", "loopback"],
    ["tcp 0 0 127.0.0.53:53 0.0.0.0:* LISTEN", "loopback"],
    ["tcp6 0 0 ::1:80 :::* LISTEN", "loopback"],
    ["LISTEN 0 5 [::ffff:127.0.0.1]:80 *:*", "loopback"],
    ["sshd 7 root 3u IPv4 12 0t0 TCP localhost:80 (LISTEN)", "loopback"],
    ["tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN", "all"],
    ["tcp6 0 0 :::80 :::* LISTEN", "all"],
    ["LISTEN 0 5 *:80 *:*", "all"],
    ["UDP 0.0.0.0:500 *:* 4", "all"],
    ["udp UNCONN 0 0 0.0.0.0%eth0:68 0.0.0.0:*", "interface"],
    ["tcp 0 0 192.168.1.7:80 0.0.0.0:* LISTEN", "interface"],
    ["tcp6 0 0 fe80::1234:56ff:fe7:631 :::* LISTEN", "interface"],
    ["sshd 7 root 3u IPv4 12 0t0 TCP myhost:80 (LISTEN)", "unknown"],
    ["tcp 0 0 127.0.0.1:80 127.0.0.1:4000 ESTABLISHED", null],
    ["TCP 0.0.0.0:5000 0.0.0.0:0 BOUND 77", null],
  ])("%s", (line, expected) => {
    expect(exposureOf(line)).toBe(expected);
  });

  test("every answer says what a listing cannot show", () => {
    for (const line of [
      "LISTEN 0 5 *:80 *:*",
      "LISTEN 0 5 127.0.0.1:80 *:*",
      "LISTEN 0 5 192.0.2.1:80 *:*",
    ]) {
      expect(explained(line)[0]?.exposure?.explanation).toMatch(/firewall.*translation.*container/);
    }
  });
});

describe("what is odd", () => {
  test("the notes' first example: a placeholder, and loopback talking to it", () => {
    expect(odditiesOf(capture("written/notes-one-connection.txt"))).toEqual([
      ["placeholder-address", "loopback-to-network"],
    ]);
  });

  test("the notes' four rows", () => {
    expect(odditiesOf(capture("written/notes-four-rows.txt"))).toEqual([
      [],
      ["loopback-to-network", "no-listener"],
      ["loopback-to-network"],
      ["impossible-address", "loopback-to-network"],
    ]);
  });

  test("loopback and a network: the source, and the host that could print it", () => {
    const [row] = explained("tcp 0 0 127.0.0.1:51031 203.0.113.9:80 ESTABLISHED");
    expect(row?.oddities[0]).toMatchObject({
      id: "loopback-to-network",
      source: "RFC 1122 §3.2.1.3",
    });
    expect(row?.oddities[0]?.message).toContain("route_localnet");
  });

  test.each([
    ["loopback to loopback is ordinary", "tcp 0 0 127.0.0.1:51031 127.0.0.2:80 ESTABLISHED", []],
    ["a backlog at its limit has room for one more", "LISTEN 1 1 0.0.0.0:80 0.0.0.0:*", []],
    ["a backlog above its limit is full", "LISTEN 2 1 0.0.0.0:80 0.0.0.0:*", ["backlog-full"]],
    ["netstat's queues on a listener are no backlog", "tcp 1 0 0.0.0.0:80 0.0.0.0:* LISTEN", []],
    ["CLOSE-WAIT", "CLOSE-WAIT 1 0 192.0.2.1:80 198.51.100.1:4000", ["close-wait"]],
    ["SYN-SENT", "SYN-SENT 0 1 192.0.2.1:40000 198.51.100.1:443", ["unanswered"]],
    ["a state nobody knows", "tcp 0 0 192.0.2.1:22 198.51.100.1:40000 VERLOREN", ["unknown-state"]],
    ["a cut address", "tcp6 0 0 2001:db8:1234:5678::443 :::* LISTEN", ["address-may-be-cut"]],
  ])("%s", (_, line, expected) => {
    expect(odditiesOf(line)[0]).toEqual(expected);
  });

  test("loopback to the machine's own address is ordinary", () => {
    const text = "LISTEN 0 5 192.0.2.1:80 0.0.0.0:*\nESTAB 0 0 127.0.0.1:40000 192.0.2.1:80";
    expect(odditiesOf(text)).toEqual([[], []]);
  });

  test("a server's port that listens on another address only is not said to have no listener at all", () => {
    const rows = explained(
      "LISTEN 0 5 127.0.0.1:8080 *:*\nESTAB 0 0 192.0.2.1:8080 198.51.100.1:50000",
    );
    expect(rows[1]?.oddities[0]?.message).toContain("port 8080 at this address");
  });

  test("a row that ends early", () => {
    expect(odditiesOf("udp 0 0 192.0.2.1:51820 192.0.2.2:5")).toEqual([["row-may-be-cut"]]);
  });

  test("recorded listings hold nothing that cannot be", () => {
    for (const file of [
      "services/ss-tanp",
      "services/netstat-tanp",
      "services/lsof-nP-i",
      "every-kind/ss-a",
    ]) {
      const ids = odditiesOf(capture(`recorded/${file}.txt`)).flat();
      expect(ids.filter((id) => !["unanswered", "close-wait"].includes(id))).toEqual([]);
    }
  });
});

describe("the sentence", () => {
  test.each([
    [
      'LISTEN 0 244 127.0.0.1:5432 0.0.0.0:* users:(("postgres",pid=9,fd=5))',
      "postgres waits for clients on TCP port 5432; only programs on this machine can reach it.",
    ],
    [
      "tcp6 0 0 :::80 :::* LISTEN 8723/nginx: master",
      "nginx waits for clients on TCP port 80; it can be reached through every interface of this machine.",
    ],
    [
      "UDP 192.0.2.10:123 *:* 1104",
      "Process 1104 receives datagrams on UDP port 123; it can be reached through the address 192.0.2.10 only.",
    ],
    [
      "curl 7 me 5u IPv4 12 0t0 TCP 192.0.2.10:40000->203.0.113.9:443 (ESTABLISHED)",
      "curl is probably a client of port 443 of 203.0.113.9, from its own TCP port 40000; the connection is open.",
    ],
    [
      "tcp 0 0 192.0.2.10:22 198.51.100.23:51514 CLOSE_WAIT",
      "A program, on its TCP port 22, probably serves a client at port 51514 of 198.51.100.23; the other side has closed, this program not yet.",
    ],
    [
      "TIME-WAIT 0 0 [2001:db8::1]:40000 [2001:db8::2]:80",
      "The connection between TCP port 40000 here and port 80 of [2001:db8::2] is over; this side keeps its port pair a little longer, so that late segments do no harm.",
    ],
    [
      "udp 0 0 192.0.2.10:51820 198.51.100.7:53 ESTABLISHED",
      "A program is probably a client of port 53 of 198.51.100.7, from its own UDP port 51820.",
    ],
    [
      `$ cat /proc/net/icmp\n${PROC_ICMP}`,
      "A program receives ICMP messages with the identifier 2328; it can be reached through every interface of this machine.",
    ],
    [
      "icmp6 UNCONN 0 0 *:58 *:*",
      "A program receives ICMP messages; it can be reached through every interface of this machine.",
    ],
    [
      'raw UNCONN 0 0 0.0.0.0:89 0.0.0.0:* users:(("ospfd",pid=9,fd=5))',
      "ospfd receives packets of protocol 89; it can be reached through every interface of this machine.",
    ],
  ])("%s", (line, sentence) => {
    expect(explained(line)[0]?.sentence).toBe(sentence);
  });
});

describe("a published port", () => {
  test("leads into its container, and no firewall of the host's is counted on", () => {
    const [row] = explained(DOCKER);
    expect(row?.sentence).toBe(
      "TCP port 8080 of this machine leads into the container web; it can be reached through every interface of this machine.",
    );
    expect(row?.role.label).toBe("leads into a container");
    expect(row?.exposure?.explanation).toContain("ufw");
  });
});

test("a state that is a number of the kernel's is given with its name", () => {
  expect(explained(PROC)[0]?.role.evidence).toContain("0A, the number of LISTEN");
});

test("Solaris's own words for its sockets are explained as Solaris's", () => {
  const rows = explained(
    [
      "TCP: IPv4",
      "   Local Address        Remote Address    Swind Send-Q Rwind Recv-Q    State",
      "-------------------- -------------------- ----- ------ ----- ------ -----------",
      "      *.4045               *.*                0      0 128000      0 BOUND",
      "UDP: IPv4",
      "   Local Address        Remote Address      State",
      "-------------------- -------------------- ----------",
      "      *.514                                 Idle",
    ].join("\n"),
  );
  const states = rows.map(({ fields }) => fields.find(({ field }) => field === "state")?.meaning);
  expect(states[0]).toContain("Solaris's own");
  expect(states[1]).toContain("takes what comes from anyone");
});

test("how a cut address is seen whole is said for the tool that cut it", () => {
  const [row] = explained(
    [
      "Tcpcb            Proto Recv-Q Send-Q Local Address      Foreign Address    (state)",
      "fffff80003a4e000 tcp4       0      0 192.0.2.5.22       198.51.100.7.51514 ESTABLISHED",
    ].join("\n"),
  );
  expect(row?.oddities.map(({ message }) => message)).toEqual([
    expect.stringContaining("netstat -W prints it whole."),
  ]);
});

describe("fields in their row's own terms", () => {
  test("their texts stand at their offsets in the line", () => {
    const text = capture("recorded/services/netstat-tanp.txt");
    const listing = decode(text);
    const { explain } = explainer(listing);
    for (let row = 0; row < listing.rowCount; row += 1) {
      const line = listing.line(listing.row(row).line);
      for (const field of explain(row).fields) {
        expect(line.slice(field.start, field.end)).toBe(field.text);
        expect(field.meaning).toMatch(/[.”]$/);
      }
    }
  });

  test.each([
    ["LISTEN 3 511 0.0.0.0:80 0.0.0.0:*", "sendQ", "at most 511 connections"],
    ["LISTEN 3 511 0.0.0.0:80 0.0.0.0:*", "recvQ", "3 are open and not yet accepted"],
    ["ESTAB 3 511 192.0.2.1:80 192.0.2.2:4000", "sendQ", "not acknowledged by the peer yet: 511"],
    ["TCP 192.0.2.1:80 192.0.2.2:4000 TIME_WAIT 0", "pid", "no process holds the connection"],
    ["TCP 0.0.0.0:445 0.0.0.0:0 LISTENING 4", "pid", "System"],
    ["tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN -", "process", "administrator"],
    ["UDP 0.0.0.0:500 *:* 4", "peerAddress", "Windows shows no peer for UDP"],
    ["tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN", "peerPort", "A listener has no peer"],
    ["ESTAB 0 0 192.0.2.1:80 192.0.2.2:4000", "state", "RFC 9293 calls the state ESTABLISHED"],
    ["raw 0 0 0.0.0.0:1 0.0.0.0:* 7", "protocol", "raw socket"],
    ["raw 0 0 0.0.0.0:1 0.0.0.0:* 7", "localPort", "No port"],
    ["raw6 0 0 :::58 :::* 7", "localAddress", "so every IPv6 address of this machine."],
    ["tcp6 0 0 :::80 :::* LISTEN", "localAddress", "if the socket serves both"],
    ["LISTEN 0 5 *:80 *:*", "localAddress", "so every address of this machine"],
    ["udp 0 9 192.0.2.1:1 192.0.2.2:2 ESTABLISHED", "sendQ", "have not left the machine yet: 9"],
    ["CLOSE-WAIT 1 0 192.0.2.1:80 192.0.2.2:4000", "recvQ", "The peer's FIN counts as one"],
    ["SYN-SENT 0 1 192.0.2.1:4000 192.0.2.2:80", "sendQ", "The SYN counts as one"],
    ["FIN-WAIT-1 0 1 192.0.2.1:4000 192.0.2.2:80", "sendQ", "The FIN counts as one"],
    ["udp UNCONN 0 0 0.0.0.0%eth0:68 0.0.0.0:*", "localZone", "the socket is tied to: eth0"],
    ["udp UNCONN 0 0 [fe80::1]%eth0:546 [::]:*", "localZone", "RFC 4007"],
    ["TCP 0.0.0.0:5000 0.0.0.0:0 BOUND 77", "state", "neither listens nor is connected"],
    ["TCP 0.0.0.0:5000 0.0.0.0:0 BOUND 77", "peerAddress", "not connected"],
    ["udp 0 0 192.0.2.1:1 192.0.2.2:2 VERLOREN", "state", "no state that this reader knows"],
    ["TCP MYPC:49800 localhost:49801 ESTABLISHED", "peerAddress", "A name for this machine itself"],
    ["udp 0 0 192.0.2.1:51820 192.0.2.2:5", "peerPort", "may be cut"],
    ["tcp6 0 0 2001:db8:1234:5678::443 :::* LISTEN", "localAddress", "may be cut"],
    ["tcp46 0 0 *.8080 *.* LISTEN", "protocol", "over IPv6 and IPv4"],
    ["tcp46 0 0 *.8080 *.* LISTEN", "recvQ", "netstat -L"],
    ["tcp4 1 0 192.0.2.5.80 198.51.100.7.5000 CLOSE_WAIT", "recvQ", "not read yet: 1. A number"],
    ["TCP 0.0.0.0:135 0.0.0.0:0 LISTENING InHost", "rest", "Windows itself handles"],
    ["192.0.2.1 50313 203.0.113.9 443 Established Internet 9120", "rest", "Get-NetTCPSetting"],
    ["192.0.2.1 50313 203.0.113.9 443 Established Internet 9120", "state", "flow both ways."],
    [
      "ESTAB 0 0 192.0.2.1:80 192.0.2.2:4000 uid:1000 ino:99120 sk:1a",
      "rest",
      "ino is the socket's inode",
    ],
    [PROC, "state", "0A is the number of LISTEN"],
    [PROC, "timer", "No timer runs."],
    [PROC, "user", "root"],
    [PROC, "sendQ", "shows only in ss"],
    ["root sshd 801 3 tcp4 *:22 *:*", "fd", "knows the socket."],
    [DOCKER, "rest", "its own port 80"],
    [DOCKER, "program", "The container"],
  ])("%s: %s", (line, field, part) => {
    expect(meaningOf(line, field)).toContain(part);
  });
});

describe("a service is a hint", () => {
  const serviceName = (port: number, protocol: string) => `${protocol}/${port}`;
  test.each([
    ["a listener's own port", "LISTEN 0 5 0.0.0.0:22 0.0.0.0:*", "tcp/22"],
    ["a client's peer's port", "tcp 0 0 192.0.2.1:40000 203.0.113.9:443 ESTABLISHED", "tcp/443"],
    [
      "none where the sides are not known",
      "tcp 0 0 192.0.2.1:1000 203.0.113.9:2000 ESTABLISHED",
      null,
    ],
  ])("%s", (_, line, expected) => {
    expect(explainer(decode(line), { serviceName }).explain(0).service).toBe(expected);
  });
});
