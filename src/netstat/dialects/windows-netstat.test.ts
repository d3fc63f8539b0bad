import { describe, expect, test } from "vitest";
import { decode } from "../decode.ts";
import { glance, readListing } from "../listing.fixture.ts";

/** Endpoints and state, then the process: the row at a glance. */
function glances(text: string): readonly string[] {
  return readListing(text).entries.map((entry) => {
    const [process] = entry.processes;
    return process === undefined
      ? glance(entry)
      : `${glance(entry)} ${process.pid ?? "?"}/${process.name ?? "?"}`;
  });
}

describe("a row of Windows netstat", () => {
  test.each([
    [
      "-an",
      "  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING",
      "tcp *:135 - LISTEN",
    ],
    [
      "-ano",
      "  TCP    192.0.2.7:139  0.0.0.0:0  LISTENING       4",
      "tcp 192.0.2.7:139 - LISTEN 4/?",
    ],
    [
      "-ano, nobody's",
      "  TCP    192.0.2.7:50001  203.0.113.9:443  TIME_WAIT  0",
      "tcp 192.0.2.7:50001 203.0.113.9:443 TIME-WAIT 0/?",
    ],
    [
      "UDP with a PID",
      "  UDP    [::]:500               *:*                                    3712",
      "udp *:500 - - 3712/?",
    ],
    [
      "UDP without one",
      "  UDP    0.0.0.0:5353           *:*                    ",
      "udp *:5353 - -",
    ],
    [
      "UDP with a peer, as newer versions print it",
      "  UDP    0.0.0.0:50123  203.0.113.9:443  7104",
      "udp *:50123 203.0.113.9:443 - 7104/?",
    ],
    ["a zone", "  UDP    [fe80::1%12]:1900      *:*     2288", "udp fe80::1%12:1900 - - 2288/?"],
    [
      "names (-a)",
      "  TCP    0.0.0.0:135            MACHINE:0              LISTENING",
      "tcp *:135 - LISTEN",
    ],
    [
      "names of ports",
      "  TCP    MACHINE:epmap  MACHINE:0  LISTENING",
      "tcp MACHINE:epmap - LISTEN",
    ],
    [
      "whole names (-f)",
      "  TCP    192.0.2.7:50002  server-1.cdn.example.net:https  ESTABLISHED",
      "tcp 192.0.2.7:50002 server-1.cdn.example.net:https ESTABLISHED",
    ],
    [
      "a name that is a number",
      "  TCP    192.0.2.7:50003  82:http  ESTABLISHED  6472",
      "tcp 192.0.2.7:50003 82:http ESTABLISHED 6472/?",
    ],
    ["-q", "  TCP    0.0.0.0:50100  0.0.0.0:0  BOUND  44328", "tcp *:50100 - - 44328/?"],
    ["-q with names", "  TCP    0.0.0.0:50100  MACHINE:0  BOUND", "tcp *:50100 - -"],
    [
      "-t",
      "  TCP    127.0.0.1:50004  127.0.0.1:50005  ESTABLISHED  InHost      ",
      "tcp 127.0.0.1:50004 127.0.0.1:50005 ESTABLISHED",
    ],
    [
      "-ot",
      "  TCP    127.0.0.1:50004  127.0.0.1:50005  ESTABLISHED  812  Offloaded",
      "tcp 127.0.0.1:50004 127.0.0.1:50005 ESTABLISHED 812/?",
    ],
    [
      "-to",
      "  TCP    127.0.0.1:50004  127.0.0.1:50005  ESTABLISHED  InHost  812",
      "tcp 127.0.0.1:50004 127.0.0.1:50005 ESTABLISHED 812/?",
    ],
    ["-y", "  TCP    0.0.0.0:135  0.0.0.0:0  LISTENING  Not Applicable", "tcp *:135 - LISTEN"],
    [
      "-yo",
      "  TCP    192.0.2.7:50006  203.0.113.9:443  CLOSE_WAIT  90  Internet",
      "tcp 192.0.2.7:50006 203.0.113.9:443 CLOSE-WAIT 90/?",
    ],
    [
      "the program behind the PID",
      "  TCP    0.0.0.0:135  0.0.0.0:0  LISTENING  948  RpcSs [svchost.exe]",
      "tcp *:135 - LISTEN 948/svchost.exe",
    ],
    ["a hidden address", "  UDP    [fe80::secret:1%9]:1900  *:*", "udp fe80::secret:1%9:1900 - -"],
  ])("%s", (_, row, shown) => {
    expect(glances(row)).toEqual([shown]);
  });

  test.each([
    ["LISTENING", "LISTEN"],
    ["SYN_SENT", "SYN-SENT"],
    ["SYN_RECEIVED", "SYN-RECEIVED"],
    ["ESTABLISHED", "ESTABLISHED"],
    ["FIN_WAIT_1", "FIN-WAIT-1"],
    ["FIN_WAIT_2", "FIN-WAIT-2"],
    ["CLOSE_WAIT", "CLOSE-WAIT"],
    ["CLOSING", "CLOSING"],
    ["LAST_ACK", "LAST-ACK"],
    ["TIME_WAIT", "TIME-WAIT"],
    ["CLOSED", "CLOSED"],
    ["HERGESTELLT", "ESTABLISHED"],
    ["WARTEND", "TIME-WAIT"],
    ["SCHLIESSEN_WARTEN", "CLOSE-WAIT"],
    ["SYN_GESENDET", "SYN-SENT"],
    ["SYN_EMPFANGEN", "SYN-RECEIVED"],
    ["FIN_WARTEN_1", "FIN-WAIT-1"],
    ["FIN_WARTEN_2", "FIN-WAIT-2"],
    ["LETZTE_BESTÄTIGUNG", "LAST-ACK"],
    ["LETZTE_BEST\u008eTIGUNG", "LAST-ACK"],
  ])("%s is %s", (word, state) => {
    const [row] = readListing(`  TCP    192.0.2.7:50001  203.0.113.9:443  ${word}  7`).rows;
    expect([row?.stateText, row?.entry.state]).toEqual([word, state]);
  });

  test.each([
    "ABHÖREN",
    "ABH\u0099REN",
    "ABH\ufffdREN",
    "ABH™REN",
    "ABH?REN",
    "ABHREN",
    "ABHOEREN",
    "ABHÃ–REN",
  ])("%s listens, whatever became of the letter with dots", (word) => {
    expect(glances(`  TCP    0.0.0.0:135  0.0.0.0:0  ${word}  948`)).toEqual([
      "tcp *:135 - LISTEN 948/?",
    ]);
  });

  test("in a language nobody taught the reader, the peer 0.0.0.0:0 tells a listener, and no other state is guessed", () => {
    expect(
      glances(`  TCP    127.0.0.1:8123  0.0.0.0:0          À L'ÉCOUTE  4242
  TCP    127.0.0.1:8124  0.0.0.0:0          受信待ち  4243
  TCP    127.0.0.1:9000  203.0.113.9:443    確立済み  777
  TCP    127.0.0.1:9001  203.0.113.9:443    IN CHIUSURA  778`),
    ).toEqual([
      "tcp 127.0.0.1:8123 - LISTEN 4242/?",
      "tcp 127.0.0.1:8124 - LISTEN 4243/?",
      "tcp 127.0.0.1:9000 203.0.113.9:443 - 777/?",
      "tcp 127.0.0.1:9001 203.0.113.9:443 - 778/?",
    ]);
  });

  test.each([
    [
      "its endpoints",
      "TCP [2001:db8::7]:50001[2001:db8::9]:443 ESTABLISHED 7",
      "tcp 2001:db8::7:50001 2001:db8::9:443 ESTABLISHED 7/?",
    ],
    ["UDP's endpoints", "UDP [2001:db8::7]:500*:* 7", "udp 2001:db8::7:500 - - 7/?"],
    [
      "peer and state",
      "TCP 192.0.2.7:50001 203.0.113.9:443ESTABLISHED 7",
      "tcp 192.0.2.7:50001 203.0.113.9:443 ESTABLISHED 7/?",
    ],
    [
      "peer and state at the end",
      "TCP 192.0.2.7:50001 203.0.113.9:443CLOSE_WAIT",
      "tcp 192.0.2.7:50001 203.0.113.9:443 CLOSE-WAIT",
    ],
    [
      "state and PID",
      "TCP 192.0.2.7:50001 203.0.113.9:443 SCHLIESSEN_WARTEN4321",
      "tcp 192.0.2.7:50001 203.0.113.9:443 CLOSE-WAIT 4321/?",
    ],
    [
      "a state that ends in a number, and PID",
      "TCP 192.0.2.7:50001 203.0.113.9:443 FIN_WAIT_21234",
      "tcp 192.0.2.7:50001 203.0.113.9:443 FIN-WAIT-2 1234/?",
    ],
  ])("is parted where fields have grown together: %s", (_, row, shown) => {
    expect(glances(row)).toEqual([shown]);
  });

  test("may have lost its state, and keeps its PID", () => {
    expect(glances("TCP 192.0.2.7:50001 203.0.113.9:443 4321")).toEqual([
      "tcp 192.0.2.7:50001 203.0.113.9:443 - 4321/?",
    ]);
    const [row] = readListing("TCP 192.0.2.7:50001 203.0.113.9:443").rows;
    expect([row?.entry.state, row?.truncated]).toEqual([null, ["peerPort"]]);
  });

  test.each([
    ["UDP Statistics for IPv4"],
    ["TCP is a protocol, and 0.0.0.0:135 an endpoint."],
    ["TCP 80"],
    ["UDP: 5"],
  ])("is not %j", (line) => {
    expect(decode(line).rowCount).toBe(0);
  });
});

describe("the headings of Windows netstat", () => {
  test.each([
    [
      "English",
      "Active Connections",
      "  Proto  Local Address          Foreign Address        State           PID",
    ],
    [
      "English, -t",
      "Active Connections",
      "  Proto  Local Address          Foreign Address        State           Offload State",
    ],
    [
      "German",
      "Aktive Verbindungen",
      "  Proto  Lokale Adresse         Remoteadresse          Status           PID",
    ],
    ["French", "Connexions actives", "  Proto  Adresse locale         Adresse distante       État"],
    [
      "Spanish",
      "Conexiones activas",
      "  Proto  Dirección local        Dirección remota       Estado           PID",
    ],
    [
      "Spanish, broken",
      "Conexiones activas",
      "  Proto  Direcci¢n local          Direcci¢n remota        Estado",
    ],
    [
      "Brazilian",
      "Conexões ativas",
      "  Proto  Endereço local         Endereço externo       Estado           PID",
    ],
    [
      "Italian",
      "Connessioni attive",
      "  Proto  Indirizzo locale       Indirizzo esterno      Stato           PID",
    ],
    [
      "Russian",
      "Активные подключения",
      "  Имя    Локальный адрес        Внешний адрес          Состояние       PID",
    ],
    [
      "Chinese, simplified",
      "活动连接",
      "  协议  本地地址          外部地址        状态           PID",
    ],
    [
      "Chinese, traditional",
      "使用中連線",
      "  協定   本機位址               外部位址               狀態            PID",
    ],
    [
      "Japanese",
      "アクティブな接続",
      "  プロトコル  ローカル アドレス      外部アドレス           状態            PID",
    ],
    [
      "Korean",
      "활성 연결",
      "  프로토콜  로컬 주소              외부 주소              상태            PID",
    ],
    [
      "Dutch",
      "Actieve verbindingen",
      "  Proto  Lokaal adres           Extern adres           Status          PID",
    ],
    [
      "Turkish",
      "Etkin Bağlantılar",
      "  Proto  Yerel Adres            Yabancı Adres          Durum           PID",
    ],
    [
      "Swedish",
      "Aktiva anslutningar",
      "  Proto  Lokal adress           Utländsk adress        Tillstånd",
    ],
  ])("%s", (_, title, columns) => {
    const row = "  TCP         0.0.0.0:135            0.0.0.0:0              LISTENING       948";
    const { listing, kinds } = readListing(`${title}\r\n\r\n${columns}\r\n${row}\r\n`);
    expect(kinds).toEqual(["heading", "blank", "heading", "socket"]);
    expect(listing.blocks).toMatchObject([
      { dialect: "windows-netstat", os: "Windows", confidence: "certain", from: 1, to: 4 },
    ]);
  });

  test("net-tools's, in whatever language, are not Windows's", () => {
    const [block] = decode("Proto Recv-Q Send-Q Adresse locale Adresse distante Etat\n").blocks;
    expect(block?.dialect).not.toBe("windows-netstat");
  });
});

describe("a table that was pasted", () => {
  const plain = "tcp *:135 - LISTEN 948/?";

  test.each([
    [
      "into Markdown",
      "| Proto | Local Address | Foreign Address | State | PID |\n|---|---|---|---|---|\n| TCP | 0.0.0.0:135 | 0.0.0.0:0 | LISTENING | 948 |",
    ],
    [
      "without the outer bars",
      "Proto | Local Address | Foreign Address | State | PID\nTCP | 0.0.0.0:135 | 0.0.0.0:0 | LISTENING | 948",
    ],
    [
      "behind a comment's mark",
      "#  Proto  Local Address  Foreign Address  State  PID\n#  TCP  0.0.0.0:135  0.0.0.0:0  LISTENING  948",
    ],
    [
      "from a spreadsheet",
      "Proto\tLocal Address\tForeign Address\tState\tPID\nTCP\t0.0.0.0:135\t0.0.0.0:0\tLISTENING\t948",
    ],
    [
      "from findstr, without a heading",
      "C:\\>netstat -ano | findstr :135\n  TCP    0.0.0.0:135  0.0.0.0:0  LISTENING  948",
    ],
  ])("%s", (_, text) => {
    expect(glances(text)).toEqual([plain]);
    expect(readListing(text).kinds[0]).toMatch(/heading|prompt/);
  });
});

describe("the lines of -b", () => {
  const row = "  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       948";

  test.each([
    ["a program", [" [sshd.exe]"], "948/sshd.exe"],
    ["a program with spaces", [" [Web Helper.exe]"], "948/Web Helper.exe"],
    ["Windows itself", [" [System]"], "948/System"],
    ["a service and its program", ["  RpcSs", " [svchost.exe]"], "948/svchost.exe"],
    ["a service alone", ["  CDPSvc"], "948/?"],
    ["nobody, in English", [" Can not obtain ownership information"], "948/?"],
    ["nobody, in French", [" Impossible d’obtenir les informations de propriétaire"], "948/?"],
    ["nobody, in another language", [" Nie można uzyskać informacji o własności"], "948/?"],
    ["no blanks before", ["RpcSs", "[svchost.exe]"], "948/svchost.exe"],
    [
      "Windows XP's libraries",
      [
        "  c:\\windows\\system32\\WS2_32.dll",
        "  C:\\Program Files\\Some Server\\net.dll",
        "  -- unknown component(s) --",
        "  [svchost.exe]",
      ],
      "948/svchost.exe",
    ],
  ])("tell %s", (_, lines, process) => {
    const text = [row, ...lines, row].join("\n");
    expect(glances(text)).toEqual([`tcp *:135 - LISTEN ${process}`, "tcp *:135 - LISTEN 948/?"]);
    const { kinds } = readListing(text);
    expect(kinds).toEqual(["socket", ...lines.map(() => "continuation"), "socket"]);
  });

  test("name the program where there is no PID, and of UDP too", () => {
    expect(
      glances(
        `  TCP    0.0.0.0:22  0.0.0.0:0  LISTENING\n [sshd.exe]\n  UDP    0.0.0.0:500  *:*\n  IKEEXT\n [svchost.exe]`,
      ),
    ).toEqual(["tcp *:22 - LISTEN ?/sshd.exe", "udp *:500 - - ?/svchost.exe"]);
  });

  test("may stand behind a mark of quotation, as the rows may", () => {
    expect(glances(`>   ${row}\n>  [sshd.exe]`)).toEqual(["tcp *:135 - LISTEN 948/sshd.exe"]);
    expect(glances(`# ${row}\n#  [sshd.exe]`)).toEqual(["tcp *:135 - LISTEN 948/sshd.exe"]);
  });

  test.each(["[...]", "That is all.", "```", "8080"])("are not %j", (line) => {
    expect(readListing(`${row}\n${line}\n`).kinds[1]).not.toBe("continuation");
  });
});

describe("netstat -x", () => {
  const text = `Active NetworkDirect Connections, Listeners, SharedEndpoints

  Mode   IfIndex Type           Local Address          Foreign Address        PID
  Kernel      26 Listener       192.0.2.7:445          NA                     0
  Kernel       9 Connection     192.0.2.7:50001        203.0.113.9:445        4
`;

  test("lists sockets of RDMA adapters, which have neither TCP's states nor TCP", () => {
    expect(glances(text)).toEqual([
      "rdma 192.0.2.7:445 - - 0/?",
      "rdma 192.0.2.7:50001 203.0.113.9:445 - 4/?",
    ]);
    expect(readListing(text).listing.blocks).toMatchObject([{ dialect: "windows-netstat" }]);
  });

  test("is read under its own heading only", () => {
    expect(decode("Kernel 26 Listener 192.0.2.7:445 NA 0").rowCount).toBe(0);
  });
});
