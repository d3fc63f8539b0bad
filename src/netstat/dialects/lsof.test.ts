import { describe, expect, test } from "vitest";
import { decode } from "../decode.ts";
import { readListing } from "../listing.fixture.ts";

const row = (text: string) => readListing(text).entries[0];

describe("a row of lsof", () => {
  test.each([
    [
      "with a heading",
      "COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME\nsshd 7 root 3u IPv4 88681 0t0 TCP *:22 (LISTEN)",
    ],
    ["with an empty SIZE/OFF (-s)", "sshd 7 root 3u IPv4 88681       TCP *:22 (LISTEN)"],
    ["with TID and TASKCMD (-K)", "sshd 7 9 worker root 3u IPv4 88681 0t0 TCP *:22 (LISTEN)"],
    ["with PPID and PGID (-R, -g)", "sshd 7 1 7 root 3u IPv4 88681 0t0 TCP *:22 (LISTEN)"],
    ["with FILE-FLAG (+fg)", "sshd 7 root 3u IPv4 RW,CX 88681 0t0 TCP *:22 (LISTEN)"],
    ["with NLINK as well (+L)", "sshd 7 root 3u IPv4 RW,CX 88681 0t0 1 TCP *:22 (LISTEN)"],
  ])("is read %s", (_, text) => {
    expect(row(text)).toMatchObject({
      protocol: "tcp",
      family: 4,
      local: { address: "*", port: 22 },
      peer: null,
      state: "LISTEN",
      processes: [{ pid: 7, name: "sshd", user: "root", fd: 3 }],
    });
  });

  test("has its queues where -T asked for them", () => {
    const [tcp, udp] = readListing(
      `nc 7 me 3u IPv4 1 0t0 TCP 192.0.2.1:80->192.0.2.2:50000 (ESTABLISHED QR=5 QS=7)
nc 7 me 4u IPv4 2 0t0 UDP *:68 (QR=1 QS=0)`,
    ).entries;
    expect(tcp).toMatchObject({ state: "ESTABLISHED", recvQ: 5, sendQ: 7 });
    expect(udp).toMatchObject({ state: null, recvQ: 1, sendQ: 0 });
  });

  test("has its state behind the other end's process (+E)", () => {
    expect(
      row("nc 7 me 3u IPv4 1 0t0 TCP 127.0.0.1:80->127.0.0.1:5000 9,nc,5u (ESTABLISHED)"),
    ).toMatchObject({ state: "ESTABLISHED", peer: { port: 5000 } });
  });

  test("may name a program with spaces, escaped or not", () => {
    expect(
      row("Code\\x20H 7 me 3u IPv4 0x8a1b2c3d4e5f6071 0t0 TCP *:49152 (LISTEN)")?.processes[0],
    ).toMatchObject({ name: "Code H", pid: 7 });
    expect(
      row("Code Helper 7 me 3u IPv4 0x8a1b2c3d4e5f6071 0t0 TCP *:49152 (LISTEN)")?.processes[0],
    ).toMatchObject({ name: "Code Helper", pid: 7 });
  });

  test.each([
    ["88681", "Linux"],
    ["0x8a1b2c3d4e5f6071", "macOS"],
    ["0xffffff801a2b3c4d", "macOS"],
    ["0xfffff8000a1b2c3d", "FreeBSD"],
  ])("with the device %s is %s's", (device, os) => {
    const { blocks } = decode(`sshd 7 root 3u IPv4 ${device} 0t0 TCP *:22 (LISTEN)`);
    expect(blocks[0]?.os).toBe(os);
  });

  test("may stand among the rows of other files, which are no sockets of a port", () => {
    const listing = decode(`COMMAND PID TID USER FD TYPE DEVICE SIZE/OFF NODE NAME
sshd      7     root  cwd       DIR    253,0       224         64 /
sshd      7     root    3u     IPv4    21598       0t0        TCP *:ssh (LISTEN)
sshd      7     root    4u     unix 0xffff96aeb677f000 0t0 13771 /run/a b type=STREAM
sshd      7     root    5u     IPv4    0x1         0t0        TCP no PCB, CANTSENDMORE
sshd      7     root    6u     sock      0,9       0t0      12345 protocol: TCP`);
    const kinds = [2, 3, 4, 5, 6].map((n) => listing.fate(n).kind);
    expect(kinds).toEqual(["noise", "socket", "unix", "noise", "noise"]);
    expect(listing.fate(2)).toHaveProperty("note", expect.stringContaining("open file"));
    expect(listing.fate(5)).toHaveProperty("note", expect.stringContaining("no address yet"));
    expect(listing.fate(6)).toHaveProperty("note", expect.stringContaining("no address yet"));
  });
});

const FIELDS = `p16145
g16139
R1
csshd
u0
Lroot
f3
au
l 
tIPv4
G0x80002;0x0
d1236926
o0t0
PTCP
n*:22
TST=LISTEN
TQR=0
TQS=5
f4
tIPv6
PUDP
n[2001:db8::1]:53->[2001:db8::2]:50000
TQR=0
f5
tunix
n/run/a.sock type=STREAM
TST=LISTEN
f6
tREG
n/etc/hosts
p99
cmy\\x20server
f1
tIPv4
PTCP
n127.0.0.1:80->127.0.0.1:50000
TST=ESTABLISHED
`;

describe("lsof's field output", () => {
  test("gives each socket the fields of its process and of its file", () => {
    const { entries, rows } = readListing(FIELDS);
    expect(entries).toMatchObject([
      {
        protocol: "tcp",
        family: 4,
        local: { address: "*", port: 22 },
        peer: null,
        state: "LISTEN",
        recvQ: 0,
        sendQ: 5,
        processes: [{ pid: 16145, name: "sshd", user: "root", fd: 3 }],
      },
      {
        protocol: "udp",
        family: 6,
        peer: { address: "2001:db8::2", port: 50000 },
        state: null,
        processes: [{ pid: 16145, fd: 4 }],
      },
      {
        protocol: "tcp",
        state: "ESTABLISHED",
        processes: [{ pid: 99, name: "my server", user: null, fd: 1 }],
      },
    ]);
    expect(rows.map(({ line }) => line)).toEqual([15, 22, 36]);
  });

  test("is one block, and lists a UNIX-domain socket as what it is", () => {
    const listing = decode(FIELDS);
    expect(listing.blocks.map(({ dialect }) => dialect)).toEqual(["lsof-fields"]);
    const kinds = Array.from({ length: listing.lineCount }, (_, n) => listing.fate(n + 1).kind);
    expect(kinds.indexOf("unix")).toBe(25);
    expect(new Set(kinds)).toEqual(new Set(["continuation", "socket", "unix"]));
  });

  test("with NULs has a set on each line", () => {
    const text = FIELDS.replaceAll("\n", "\0").replaceAll(/\0(?=[fp]\d)/g, "\0\n");
    const { entries, rows } = readListing(text);
    expect(entries).toEqual(readListing(FIELDS).entries);
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 7]);
  });

  test("may lack the fields nobody asked for", () => {
    const { entries } = readListing("p7\nn*:22\nn192.0.2.1:22->192.0.2.2:50000\nTST=ESTABLISHED\n");
    expect(entries).toMatchObject([
      { protocol: "ip", local: { port: 22 }, processes: [{ pid: 7, name: null, fd: null }] },
      { protocol: "tcp", state: "ESTABLISHED" },
    ]);
  });

  test("may have the state above the name, where another program wrote it", () => {
    const { entries } = readListing(
      "p7\ncnginx\nf7\nPTCP\nTST=LISTEN\nn*:80\nf8\nPTCP\nTST=ESTABLISHED\nn192.0.2.1:80->192.0.2.2:50000\n",
    );
    expect(entries.map(({ state }) => state)).toEqual(["LISTEN", "ESTABLISHED"]);
    expect(entries[0]?.peer).toBeNull();
  });

  test.each(["nothing", "n*:22", "p12 is a page\nn*:22", "p\nn*:22"])(
    "is nothing that a text of another kind looks like: %j",
    (text) => {
      expect(decode(text).rowCount).toBe(0);
    },
  );

  test("ends where other lines begin", () => {
    const listing = decode(
      "p7\ncsshd\ntIPv4\nPTCP\nn*:22\nTST=LISTEN\nnetstat -an\nnothing more\n",
    );
    expect([7, 8].map((n) => listing.fate(n).kind)).toEqual(["prompt", "noise"]);
  });
});
