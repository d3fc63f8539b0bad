import { describe, expect, test } from "vitest";
import { glance, readListing } from "../listing.fixture.ts";
import { stateOfTranslation } from "./net-tools-words.ts";

const HEADING =
  "Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name";

/** The only row of a line below net-tools' heading. */
function only(line: string) {
  const { rows, kinds } = readListing(`${HEADING}\n${line}`);
  expect(kinds).toEqual(["heading", "socket"]);
  return rows[0]!;
}

/** The text of each field that the row has besides its endpoints, queues and protocol. */
function fields(line: string): Readonly<Record<string, string>> {
  const row = only(line);
  const kept = row.spans.filter(({ field }) => !/^(?:protocol|recvQ|sendQ|local|peer)/.test(field));
  return Object.fromEntries(kept.map(({ field, start, end }) => [field, line.slice(start, end)]));
}

describe("states in other languages", () => {
  test.each([
    ["VERBUNDEN", "ESTABLISHED"],
    ["SPOJENO", "ESTABLISHED"],
    ["NASLOUCHÁ", "LISTEN"],
    ["POSLEDNÍ ACK", "LAST-ACK"],
    ["OUÇA", "LISTEN"],
    ["ESTABELECIDA", "ESTABLISHED"],
    ["ESPERANDO_FECHAR", "CLOSE-WAIT"],
    ["ESPERA_FIN2", "FIN-WAIT-2"],
    ["ESCUCHAR", "LISTEN"],
    ["LYSSNAR", "LISTEN"],
    ["STÄNG_VÄNTA", "CLOSE-WAIT"],
    ["ESCOLTA", "LISTEN"],
    ["TEMPS", "TIME-WAIT"],
    ["LISTEN", "LISTEN"],
  ])("%s is %s", (word, state) => {
    const row = only(`tcp 0 0 192.0.2.1:22 198.51.100.1:40000 ${word} 12/sshd`);
    expect(row.stateText).toBe(word);
    expect(row.entry.state).toBe(state);
    expect(row.entry.processes).toMatchObject([{ pid: 12, name: "sshd" }]);
  });

  test.each([
    ["OU\u{fffd}A", "LISTEN"],
    ["OUA", "LISTEN"],
    ["OUÃ‡A", "LISTEN"],
    ["NASLOUCH\u{fffd}", "LISTEN"],
    ["ST\u{fffd}NG_V\u{fffd}NTA", "CLOSE-WAIT"],
    ["ÁÁÁ", null],
    ["VERLOREN", null],
  ])("%s, with letters lost, is %s", (word, state) => {
    expect(stateOfTranslation(word)).toBe(state);
  });

  test("a long word glued to the next column is taken apart", () => {
    const glued = only("tcp 0 0 192.0.2.1:22 198.51.100.1:40000 ESPERANDO_FECHAR1234/sshd: alice");
    expect(glued.entry).toMatchObject({
      state: "CLOSE-WAIT",
      processes: [{ pid: 1234, name: "sshd: alice" }],
    });
    const nameless = only("tcp 0 0 192.0.2.1:22 198.51.100.1:40000 ESTABELECIDA-");
    expect(nameless.entry).toMatchObject({ state: "ESTABLISHED", processes: [] });
  });

  test.each([
    "Aktive Internetverbindungen (Nur Server)",
    "Aktivní Internetová spojení (servery a navázaná spojení)",
    "Connexions Internet actives (sans serveurs)",
    "Conexões Internet Ativas (servidores e estabelecidas)",
    "Conexiones activas de Internet (solo servidores)",
    "Connessioni Internet attive (server e stabiliti)",
    "稼働中のインターネット接続 (サーバのみ)",
    "激活Internet连接 (w/o 服务器)",
    "Активные соединения с интернетом (only servers)",
    "Proto Přích-F Odch-F Místní Adresa          Vzdálená Adresa         Stav       PID/Program name",
    "Proto  VvJrk SaatJrk Kohalik aadress        Väline aadress          Olek",
    "Proto 受信-Q 送信-Q 内部アドレス            外部アドレス            状態",
    "Proto CodaRic CodaInv Indirizzo locale        Indirizzo remoto       Stato",
    "Proto Recv-Q Send-Q Endere\u{fffd}o Local          Endere\u{fffd}o Remoto         Estado",
  ])("%s is a heading", (heading) => {
    const row = "tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN";
    const { listing, kinds } = readListing(`${heading}\n${row}`);
    expect(kinds).toEqual(["heading", "socket"]);
    expect(listing.blocks).toMatchObject([{ dialect: "net-tools", confidence: "certain" }]);
  });

  test("the title that macOS and the BSDs print is not Linux's", () => {
    const { listing } = readListing("Active Internet connections (including servers)");
    expect(listing.blocks.map(({ dialect }) => dialect)).not.toContain("net-tools");
  });
});

describe("columns that flags add", () => {
  test.each([
    [
      "tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN 0 87548 104/my server off (0.00/0/0)",
      {
        state: "LISTEN",
        user: "0",
        inode: "87548",
        pid: "104",
        program: "my server",
        timer: "off (0.00/0/0)",
      },
    ],
    [
      "tcp 0 0 192.0.2.1:22 198.51.100.1:40000 SYN_RECV root 0 - on (0.79/0/0)",
      { state: "SYN_RECV", user: "root", inode: "0", process: "-", timer: "on (0.79/0/0)" },
    ],
    [
      "udp 0 0 192.0.2.1:68 192.0.2.9:67 ESTABLISHED 1000 5 7/dhclient on2 (1.00/0/0)",
      {
        state: "ESTABLISHED",
        user: "1000",
        inode: "5",
        pid: "7",
        program: "dhclient",
        timer: "on2 (1.00/0/0)",
      },
    ],
    ["udp 0 0 0.0.0.0:68 0.0.0.0:* systemd+ 5 -", { user: "systemd+", inode: "5", process: "-" }],
    [
      "tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN 7/sshd system_u:system_r:sshd_t:s0-s0:c0.c1023",
      {
        state: "LISTEN",
        pid: "7",
        program: "sshd",
        rest: "system_u:system_r:sshd_t:s0-s0:c0.c1023",
      },
    ],
    [
      "tcp 0 0 0.0.0.0:22 0.0.0.0:* NASLOUCHÁ 7/sshd vyp (0.00/0/0)",
      { state: "NASLOUCHÁ", pid: "7", program: "sshd", timer: "vyp (0.00/0/0)" },
    ],
    [
      "tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN - 关闭 (0.00/0/0)",
      { state: "LISTEN", process: "-", timer: "关闭 (0.00/0/0)" },
    ],
    [
      "raw 0 0 0.0.0.0:1 0.0.0.0:* 7 0 12 9/ping",
      { state: "7", user: "0", inode: "12", pid: "9", program: "ping" },
    ],
  ])("%s", (line, expected) => {
    expect(fields(line)).toEqual(expected);
  });

  test.each([
    ["104/my server", "my server"],
    ["9/sshd: alice [priv]", "sshd: alice [priv]"],
    ["9/sshd [listener]", "sshd [listener]"],
    ["601/sshd: /usr/sbin", "sshd: /usr/sbin"],
    ["7/java >> NameNode", "java"],
    ["7/perl <- the server", "perl"],
  ])("the program of %s is %s", (text, name) => {
    const row = only(`tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN ${text}`);
    expect(row.entry.processes[0]?.name).toBe(name);
  });
});

describe("other protocols", () => {
  test.each([
    ["raw6 0 0 :::58 :::* 7", "raw *:58 - -"],
    ["raw6 0 0 [::]:ipv6-icmp [::]:* 7", "raw *:ipv6-icmp - -"],
    ["udpl 0 0 127.0.0.1:4444 0.0.0.0:*", "udplite 127.0.0.1:4444 - -"],
    [
      "sctp 0 0 192.0.2.1:3868 192.0.2.2:3868 ESTABLISHED",
      "sctp 192.0.2.1:3868 192.0.2.2:3868 ESTABLISHED",
    ],
    [
      "sctp                0.0.0.0:36412                                   LISTEN",
      "sctp *:36412 - LISTEN",
    ],
    ["sctp                localhost:3868 LISTEN 12/peer", "sctp localhost:3868 - LISTEN"],
  ])("%s", (line, expected) => {
    expect(glance(only(line).entry)).toBe(expected);
  });

  test("a number alone before SCTP's address belongs to the queue below which it stands", () => {
    const receiving = only(
      "sctp       1        192.0.2.1:3868                              LISTEN",
    );
    expect([receiving.entry.recvQ, receiving.entry.sendQ]).toEqual([1, null]);
    const sending = only("sctp              1 192.0.2.1:3868                              LISTEN");
    expect([sending.entry.recvQ, sending.entry.sendQ]).toEqual([null, 1]);
  });

  test("further addresses of an SCTP socket belong to the row above", () => {
    const { kinds } = readListing(
      `${HEADING}
sctp                192.0.2.1:3868                                  LISTEN
                    198.51.100.1:3868
sctp       0      0 192.0.2.1:3868          203.0.113.1:3868        ESTABLISHED
                    198.51.100.1            203.0.113.2`,
    );
    expect(kinds).toEqual(["heading", "socket", "continuation", "socket", "continuation"]);
  });
});

describe("what is cut", () => {
  test.each([
    ["tcp6 0 0 2001:db8:1234:5678::443 :::* LISTEN 1/a", ["localAddress"]],
    ["tcp6 0 0 fe80::1234:56ff:fe7:631 :::* LISTEN 1/a", ["localAddress"]],
    [
      "tcp 0 0 db-1.some-company:47808 mail.some-company.:smtp ESTABLISHED 1/a",
      ["localAddress", "peerAddress"],
    ],
    ["tcp 0 0 192.168.100.200:54321 0.0.0.0:* LISTEN 12387/Passenger Rac", ["program"]],
    ["tcp 0 0 192.168.100.200:54321 198.51.100.100:54321 ESTABLISHED 1/a", []],
  ])("%s", (line, expected) => {
    expect(only(line).truncated).toEqual(expected);
  });

  test("with -W nothing is: an address longer than the column shows it", () => {
    const { rows } = readListing(
      `${HEADING}
tcp6       0      0 2001:db8:1234:5678::443 :::*                    LISTEN
tcp6       0      0 2001:db8:1234:5678:9abc:def0:1234:5678:443 :::*                    LISTEN`,
    );
    expect(rows.map(({ truncated }) => truncated)).toEqual([[], []]);
  });
});

test("with -c each repetition of the heading begins a block", () => {
  const once = `Active Internet connections (servers and established)\n${HEADING}\ntcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN\n`;
  const { listing } = readListing(once + once + once);
  expect(listing.blocks.map(({ from, to, rowCount }) => [from, to, rowCount])).toEqual([
    [1, 3, 1],
    [4, 6, 1],
    [7, 9, 1],
  ]);
});

test("stars that Markdown changed are stars", () => {
  expect(glance(only("tcp 0 0 0.0.0.0:22 0.0.0.0:\\* LISTEN").entry)).toBe("tcp *:22 - LISTEN");
  expect(glance(only("tcp 0 0 0.0.0.0:22 0.0.0.0:** LISTEN").entry)).toBe("tcp *:22 - LISTEN");
});

test("what was broken off a row belongs to it", () => {
  const { entries, kinds } = readListing(`${HEADING}
tcp        0      0 127.0.0.1:25            0.0.0.0:*               LISTEN
1469/master
tcp6       0      0 ::1:25                  :::*
LISTEN      1469/my server
udp        0      0 0.0.0.0:68              0.0.0.0:*
1939/dhclient
tcp        0      0 127.0.0.1:25            0.0.0.0:*`);
  expect(kinds.slice(1)).toEqual([
    "socket",
    "continuation",
    "socket",
    "continuation",
    "socket",
    "continuation",
    "unreadable",
  ]);
  expect(entries.map((entry) => `${glance(entry)} ${entry.processes[0]?.name}`)).toEqual([
    "tcp 127.0.0.1:25 - LISTEN master",
    "tcp ::1:25 - LISTEN my server",
    "udp *:68 - - dhclient",
  ]);
});
