import { describe, expect, test } from "vitest";
import { decode } from "../decode.ts";
import { glance, readListing } from "../listing.fixture.ts";

function glances(text: string): readonly string[] {
  return readListing(text).entries.map((entry) => {
    const [process] = entry.processes;
    return process === undefined
      ? glance(entry)
      : `${glance(entry)} ${process.pid ?? "?"}/${process.name ?? "?"}`;
  });
}

const WIDE = `
LocalAddress                        LocalPort RemoteAddress                       RemotePort State       AppliedSetting OwningProcess
------------                        --------- -------------                       ---------- -----       -------------- -------------
::                                  135       ::                                  0          Listen                     948
0.0.0.0                             50100     0.0.0.0                             0          Bound                      20756
fe80::1%5                           50101     fe80::2%5                           8080       Established Datacenter     6852
192.0.2.7                           50102     203.0.113.9                         443        TimeWait                   0
`;

describe("Get-NetTCPConnection", () => {
  test("has a table of seven columns, one of which may be empty", () => {
    const { listing, kinds } = readListing(WIDE);
    expect(glances(WIDE)).toEqual([
      "tcp *:135 - LISTEN 948/?",
      "tcp *:50100 - - 20756/?",
      "tcp fe80::1%5:50101 fe80::2%5:8080 ESTABLISHED 6852/?",
      "tcp 192.0.2.7:50102 203.0.113.9:443 TIME-WAIT 0/?",
    ]);
    expect(kinds).toEqual(["blank", "heading", "heading", ...Array(4).fill("socket")]);
    expect(listing.blocks).toMatchObject([
      { dialect: "powershell", os: "Windows", confidence: "certain" },
    ]);
  });

  test("shows the family by the address it is bound to", () => {
    expect(readListing(WIDE).entries.map(({ family }) => family)).toEqual([6, 4, 6, 4]);
  });

  test("loses the last columns in a narrow window", () => {
    const text = `LocalAddress   LocalPort RemoteAddress  RemotePort State
------------   --------- -------------  ---------- -----
127.0.0.1      5432      0.0.0.0        0          Listen
`;
    expect(glances(text)).toEqual(["tcp 127.0.0.1:5432 - LISTEN"]);
  });

  test.each([
    ["2001:db8:1234:5678:9abc:def0:1234...", "three dots"],
    ["2001:db8:1234:5678:9abc:def0:1234…", "an ellipsis"],
  ])("marks an address cut with %s", (address) => {
    const [row] = readListing(
      `LocalAddress LocalPort RemoteAddress RemotePort State AppliedSetting\n${address} 50101 2001:db8::9 443 Established Internet`,
    ).rows;
    expect(row?.truncated).toEqual(["localAddress"]);
    expect(row?.entry).toMatchObject({ family: 6, local: { address, port: 50101 } });
  });

  test.each([
    ["Listen", "LISTEN"],
    ["SynSent", "SYN-SENT"],
    ["SynReceived", "SYN-RECEIVED"],
    ["Established", "ESTABLISHED"],
    ["FinWait1", "FIN-WAIT-1"],
    ["FinWait2", "FIN-WAIT-2"],
    ["CloseWait", "CLOSE-WAIT"],
    ["Closing", "CLOSING"],
    ["LastAck", "LAST-ACK"],
    ["TimeWait", "TIME-WAIT"],
    ["Closed", "CLOSED"],
    ["Bound", null],
    ["DeleteTCB", null],
  ])("%s is %s, in a row without a heading too", (word, state) => {
    const [row] = readListing(`192.0.2.7 50101 203.0.113.9 443 ${word} 7`).rows;
    expect([row?.dialect, row?.stateText, row?.entry.state]).toEqual(["powershell", word, state]);
    expect(row?.entry.processes[0]?.pid).toBe(7);
  });

  test.each([
    ["192.0.2.7 80 203.0.113.9 443"],
    ["192.0.2.7 80 203.0.113.9 443 was Established"],
    ["example 80 example 443 Listen"],
    ["0.0.0.0 0.0.0.0 192.0.2.1 192.0.2.7 25"],
  ])("without a heading it is not %j", (line) => {
    expect(decode(line).rowCount).toBe(0);
  });
});

describe("columns that somebody chose", () => {
  test.each([
    [
      "another order",
      "State  LocalPort LocalAddress OwningProcess\nListen       135 ::                     948",
      ["tcp *:135 - LISTEN 948/?"],
    ],
    [
      "no remote end",
      "LocalAddress LocalPort  State OwningProcess\n::                 443 Listen             4",
      ["tcp *:443 - LISTEN 4/?"],
    ],
    [
      "a program's name, with blanks inside or none",
      `LocalAddress LocalPort RemoteAddress RemotePort State  ProcessName    ProcessId
127.0.0.1        50101 127.0.0.1 50102 Established Memory Compression  2044
127.0.0.1        50103 127.0.0.1 50104 Established                     2045
127.0.0.1        50105 127.0.0.1 50106 Established svchost             2046`,
      [
        "tcp 127.0.0.1:50101 127.0.0.1:50102 ESTABLISHED 2044/Memory Compression",
        "tcp 127.0.0.1:50103 127.0.0.1:50104 ESTABLISHED 2045/?",
        "tcp 127.0.0.1:50105 127.0.0.1:50106 ESTABLISHED 2046/svchost",
      ],
    ],
    [
      "a program first",
      "ProcessName OwningProcess LocalAddress LocalPort State\nsvchost 948 0.0.0.0 135 Listen",
      ["tcp *:135 - LISTEN 948/svchost"],
    ],
    [
      "a process as it is",
      "LocalAddress LocalPort State Process\n:: 135 Listen System.Diagnostics.Process (svchost)",
      ["tcp *:135 - LISTEN ?/svchost"],
    ],
    [
      "a process's number under the name Process",
      "LocalAddress LocalPort State Process\n:: 135 Listen 948",
      ["tcp *:135 - LISTEN 948/?"],
    ],
    [
      "a time",
      "LocalAddress LocalPort State OwningProcess CreationTime\n:: 135 Listen 948 6/4/2024 1:01:01 AM",
      ["tcp *:135 - LISTEN 948/?"],
    ],
    [
      "TCP and UDP together",
      `Protocol LocalAddress LocalPort RemoteAddress RemotePort State ProcessName
TCP      0.0.0.0      135       0.0.0.0       0          Listen svchost
UDP      0.0.0.0      5353                                      chrome`,
      ["tcp *:135 - LISTEN ?/svchost", "udp *:5353 - - ?/chrome"],
    ],
    [
      "names that were cut",
      "LocalAddress LocalPort RemoteAddress RemotePort State OwningPr\n:: 135 :: 0 Listen 948",
      ["tcp *:135 - LISTEN 948/?"],
    ],
  ])("%s", (_, text, shown) => {
    expect(glances(text)).toEqual(shown);
  });

  test("a state that only the command tells is taken from there", () => {
    const table =
      "LocalAddress LocalPort OwningProcess\n------------ --------- -------------\n:: 135 948";
    expect(
      glances(
        `PS C:\\> Get-NetTCPConnection -State Listen | Select-Object LocalAddress,LocalPort,OwningProcess\n\n${table}`,
      ),
    ).toEqual(["tcp *:135 - LISTEN 948/?"]);
    expect(glances(`PS C:\\> Get-NetUDPEndpoint | ft *\n\n${table}`)).toEqual([
      "udp *:135 - - 948/?",
    ]);
  });
});

describe("Get-NetUDPEndpoint", () => {
  const table = `LocalAddress                             LocalPort
------------                             ---------
fe80::1%12                               1900
0.0.0.0                                  5353
`;

  test("has a local end only", () => {
    expect(glances(`PS C:\\> Get-NetUDPEndpoint\n\n${table}`)).toEqual([
      "udp fe80::1%12:1900 - -",
      "udp *:5353 - -",
    ]);
  });

  test("is assumed where nothing tells TCP, and the block says so", () => {
    expect(decode(table).blocks[0]).toMatchObject({ confidence: "likely" });
    expect(decode(table).blocks[0]?.why).toContain("UDP is assumed");
    expect(decode(`PS C:\\> Get-NetUDPEndpoint\n${table}`).blocks[0]?.why).not.toContain("assumed");
  });
});

describe("a table that was pasted", () => {
  test.each([
    [
      "into Markdown",
      "| LocalAddress | LocalPort | State | OwningProcess |\n|---|---|---|---|\n| :: | 135 | Listen | 948 |",
    ],
    [
      "behind a comment's mark",
      "# LocalAddress LocalPort State OwningProcess\n# ------------ --------- ----- -------------\n# :: 135 Listen 948",
    ],
    ["from a spreadsheet", "LocalAddress\tLocalPort\tState\tOwningProcess\n::\t135\tListen\t948"],
  ])("%s", (_, text) => {
    expect(glances(text)).toEqual(["tcp *:135 - LISTEN 948/?"]);
  });
});

test("a command with bars is a command", () => {
  expect(readListing("PS C:\\> Get-NetTCPConnection | ft | more").kinds).toEqual(["prompt"]);
  expect(readListing("Get-NetTCPConnection | ft | more").kinds).toEqual(["prompt"]);
});

describe("Format-List", () => {
  const list = `LocalAddress   : 192.0.2.7
LocalPort      : 50101
RemoteAddress  : 203.0.113.9
RemotePort     : 443
State          : Established
AppliedSetting : Internet
OwningProcess  : 21616
CreationTime   : 28/08/2024 12:52:04
OffloadState   : InHost
`;
  const listener = `LocalAddress   : ::
LocalPort      : 135
RemoteAddress  : ::
RemotePort     : 0
State          : Listen
AppliedSetting :
OwningProcess  : 948
`;

  test("is a row and the lines below it", () => {
    expect(glances(`${list}\n${listener}`)).toEqual([
      "tcp 192.0.2.7:50101 203.0.113.9:443 ESTABLISHED 21616/?",
      "tcp *:135 - LISTEN 948/?",
    ]);
    expect(readListing(list).kinds).toEqual(["socket", ...Array(8).fill("continuation")]);
  });

  test("is read without the blank lines between, too", () => {
    expect(glances(list + listener)).toEqual([
      "tcp 192.0.2.7:50101 203.0.113.9:443 ESTABLISHED 21616/?",
      "tcp *:135 - LISTEN 948/?",
    ]);
  });

  test("may have other properties above the local address", () => {
    const all = (state: string, port: number) => `State                    : ${state}
AppliedSetting           :
Caption                  :
InstanceID               : ::++${port}++::++0
LocalAddress             : ::
LocalPort                : ${port}
OwningProcess            : 948
RemoteAddress            : ::
RemotePort               : 0
PSComputerName           :
CimInstanceProperties    : {Caption, Description, ElementName,
                           InstanceID...}
`;
    const { listing, kinds } = readListing(`${all("Listen", 135)}\n${all("CloseWait", 139)}`);
    expect(glances(`${all("Listen", 135)}\n${all("CloseWait", 139)}`)).toEqual([
      "tcp *:135 - LISTEN 948/?",
      "tcp *:139 - CLOSE-WAIT 948/?",
    ]);
    expect(new Set(kinds)).toEqual(new Set(["continuation", "socket", "blank"]));
    expect(listing.blocks).toHaveLength(1);
  });

  test("of UDP has a local end only", () => {
    expect(glances("LocalAddress : 0.0.0.0\nLocalPort    : 5353\n")).toEqual(["udp *:5353 - -"]);
  });

  test("of other things is no list of sockets", () => {
    const other = `IPAddress         : 192.0.2.7
InterfaceIndex    : 12
State             : Up
`;
    const { listing, kinds } = readListing(other);
    expect(listing.rowCount).toBe(0);
    expect(new Set(kinds)).toEqual(new Set(["noise"]));
  });
});
