import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { unixSocketOf } from "./unix-socket.ts";

const SOCKETS: readonly (readonly [string, string, object])[] = [
  [
    "net-tools, with a program",
    "unix  2      [ ACC ]     STREAM     LISTENING     87600    104/my server        /run/demo/a b.sock",
    {
      type: "stream",
      state: "listening",
      path: "/run/demo/a b.sock",
      inode: "87600",
      refCount: 2,
      processes: [{ pid: 104, name: "my server", user: null, fd: null }],
    },
  ],
  [
    "net-tools, without a program",
    "unix  3      [ ]         STREAM     CONNECTED     87605    /run/a",
    { type: "stream", state: "connected", path: "/run/a", inode: "87605", processes: [] },
  ],
  [
    "net-tools, unnamed, held by nobody it can name",
    "unix  3      [ ]         STREAM     CONNECTING    0        -                    ",
    { state: "connecting", path: null, inode: null, processes: [] },
  ],
  [
    "net-tools, abstract, in Czech",
    "unix  2      [ ACC ]     STREAM     NASLOUCHÁ    89532    @/tmp/.X11-unix/X0",
    { state: "listening", path: "@/tmp/.X11-unix/X0" },
  ],
  [
    "net-tools, datagrams",
    "unix  2      [ ]         DGRAM                    87601    104/my server        public/pickup",
    {
      type: "dgram",
      state: "unconnected",
      path: "public/pickup",
      processes: [{ pid: 104, name: "my server", user: null, fd: null }],
    },
  ],
  [
    "ss",
    'u_str LISTEN 1      5              /run/demo/a b.sock 87802            * 0     users:(("sshd",pid=7,fd=3))',
    {
      type: "stream",
      state: "listening",
      path: "/run/demo/a b.sock",
      inode: "87802",
      peerInode: null,
      processes: [{ pid: 7, name: "sshd", user: null, fd: 3 }],
    },
  ],
  [
    "ss, unnamed",
    "u_seq ESTAB  0      0                                                      * 87808            * 87807       ",
    { type: "seqpacket", state: "connected", path: null, inode: "87808", peerInode: "87807" },
  ],
  [
    "lsof on Linux",
    "my\\x20srv 286 root   40u  unix 0x000000005c7e0874      0t0 88719 /run/demo/a b.sock type=STREAM (LISTEN)",
    {
      type: "stream",
      state: "listening",
      path: "/run/demo/a b.sock",
      inode: "88719",
      processes: [{ pid: 286, name: "my srv", user: "root", fd: 40 }],
    },
  ],
  [
    "lsof on Linux, unnamed",
    "python3 286 root   44u  unix 0x00000000aa328a98      0t0 88723 type=STREAM (CONNECTED)",
    { type: "stream", state: "connected", path: null, inode: "88723" },
  ],
  [
    "lsof on macOS",
    "launchd 1 root 9u unix 0x8a1b2c3d4e5f6071 0t0 ->0x8a1b2c3d4e5f6072",
    { path: null, inode: "0x8a1b2c3d4e5f6071", peerInode: "0x8a1b2c3d4e5f6072" },
  ],
  [
    "macOS",
    "7fb03cb95130eaf5 stream      0      0                0 7fb03cb95130e70d                0                0 /Users/me/Library/My App/a.sock",
    {
      type: "stream",
      state: "connected",
      path: "/Users/me/Library/My App/a.sock",
      inode: "7fb03cb95130eaf5",
      peerInode: "7fb03cb95130e70d",
    },
  ],
  [
    "Solaris",
    "600121a4 stream-ord 600131b0 00000000 /var/run/a",
    { type: "stream", state: null, path: "/var/run/a", peerInode: null },
  ],
  [
    "sockstat",
    "root     my logd    700   6  dgram  /var/run/log",
    {
      type: "dgram",
      path: "/var/run/log",
      processes: [{ pid: 700, name: "my logd", user: "root", fd: 6 }],
    },
  ],
  [
    "sockstat, joined",
    "smmsp    sendmail   662   3  dgram  -> /var/run/log",
    { state: "connected", path: null, peerPath: "/var/run/log" },
  ],
  [
    "sockstat, joined to who knows whom",
    "a b 662 3 stream -> ??",
    { state: "connected", peerPath: null },
  ],
  [
    "sockstat, not joined",
    "a b 662 3 stream (not connected)",
    { state: "unconnected", path: null },
  ],
  [
    "/proc/net/unix",
    "0000000000000000: 0000000A 00000000 00010000 0005 01 17250 /run/a b",
    { type: "seqpacket", state: "listening", path: "/run/a b", inode: "17250", refCount: 10 },
  ],
  ["lsof's field output", "n/run/a b type=DGRAM", { type: "dgram", path: "/run/a b" }],
];

describe("a UNIX-domain socket", () => {
  test.each(SOCKETS)("is read from %s", (_, line, socket) => {
    expect(decode(line).fate(1)).toEqual({ kind: "unix" });
    expect(unixSocketOf(line)).toMatchObject(socket);
  });

  test.each([
    "Active UNIX domain sockets (servers and established)",
    "Proto RefCnt Flags       Type       State         I-Node   Path",
    "Address          Type   Recv-Q Send-Q            Inode             Conn             Refs          Nextref Addr",
    "Num       RefCount Protocol Flags    Type St Inode Path",
  ])("is not what a heading is: %s", (line) => {
    expect(unixSocketOf(line)).toBeNull();
  });

  test("is looked for in any line without an error", () => {
    const lines = SOCKETS.map(([, line]) => line);
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(200), fc.string(), (n, at, noise) => {
        const line = lines[n]!;
        expect(() => unixSocketOf(line.slice(0, at) + noise + line.slice(at))).not.toThrow();
      }),
    );
  });

  test("of a line that goes on for long is read no longer than it may be", () => {
    expect(unixSocketOf(`u_str LISTEN 1 5 ${"1 ".repeat(500_000)}`)).not.toBeNull();
    expect(unixSocketOf(`a ${"1 ".repeat(500_000)}unix`)).toBeNull();
  });
});
