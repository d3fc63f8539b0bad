import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { DIALECTS } from "./dialects.ts";
import type { DialectId } from "./listing.ts";
import { glance, readListing } from "./listing.fixture.ts";
import { socketTable } from "./socket-entry.arbitrary.ts";

/** The text in a window of `width` columns, broken at blanks. */
function wrapped(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => {
      const pieces: string[] = [];
      let rest = line;
      while (rest.trimEnd().length > width) {
        const at = rest.lastIndexOf(" ", width);
        if (rest.slice(0, Math.max(0, at)).trim() === "") break;
        pieces.push(rest.slice(0, at).trimEnd());
        rest = rest.slice(at).trimStart();
      }
      return [...pieces, rest];
    })
    .join("\n");
}

/** A name with a blank inside may end at any of its words: no reader can tell. */
const plainNames = socketTable.map((table) =>
  table.map((entry) => ({
    ...entry,
    processes: entry.processes.map((process) => ({
      ...process,
      name: process.name?.replaceAll(/[^a-zA-Z0-9.-]+/g, "") || "x",
    })),
  })),
);

/**
 * Not read: lsof -F prints a field a line. A piece of PowerShell's rows (address, port, state), of Solaris's
 * (address, "Idle") and of docker's (a published port) can be a row by itself, so it stays one.
 */
const UNBREAKABLE = new Set<DialectId>([
  "lsof-fields",
  "powershell",
  "solaris-netstat",
  "docker-ps",
]);

describe.each(DIALECTS.filter(({ id }) => !UNBREAKABLE.has(id)))("$id", (dialect) => {
  test("a table that was broken at blanks has the same rows", () => {
    fc.assert(
      fc.property(plainNames, fc.integer({ min: 60, max: 132 }), (table, width) => {
        const text = dialect.print(table);
        const whole = readListing(text);
        const broken = readListing(wrapped(text, width));
        expect(broken.entries).toEqual(whole.entries);
      }),
    );
  });
});

test("a row's line is its first, and its text and spans are the whole row's", () => {
  const { listing, rows, kinds } = readListing(`COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME
redis-ser  1316      ada   12u  IPv4 0xeead8720988c4a89      0t0
TCP 127.0.0.1:6379 (LISTEN)
redis-ser  1316      ada   13u  IPv6 0x1224b21c212230d7      0t0
TCP [::1]:6379 (LISTEN)
`);
  expect(kinds).toEqual(["heading", "socket", "continuation", "socket", "continuation"]);
  expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  expect(rows.map(({ entry }) => glance(entry))).toEqual([
    "tcp 127.0.0.1:6379 - LISTEN",
    "tcp ::1:6379 - LISTEN",
  ]);
  const first = rows[0]!;
  expect(first.pieces).toBe(2);
  expect(first.spans.map(({ field, start, end }) => [field, first.text.slice(start, end)])).toEqual(
    [
      ["program", "redis-ser"],
      ["pid", "1316"],
      ["user", "ada"],
      ["fd", "12u"],
      ["type", "IPv4"],
      ["device", "0xeead8720988c4a89"],
      ["size", "0t0"],
      ["protocol", "TCP"],
      ["localAddress", "127.0.0.1"],
      ["localPort", "6379"],
      ["state", "LISTEN"],
    ],
  );
  expect(first.truncated).toEqual(["program"]);
  expect(listing.blocks).toHaveLength(1);
});

test("without a heading as well, in three pieces", () => {
  const { entries } = readListing(`redis-ser  1316 ada 12u  IPv4 0xeead8720988c4a89
0t0 TCP
127.0.0.1:6379->127.0.0.1:50001 (ESTABLISHED)
`);
  expect(entries.map(glance)).toEqual(["tcp 127.0.0.1:6379 127.0.0.1:50001 ESTABLISHED"]);
});

test("the last column may stand below, where the heading promises it", () => {
  const heading = "  Proto  Local Address          Foreign Address        State           PID";
  const row = "  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING";
  const pids = (text: string) =>
    readListing(text).entries.map(({ processes }) => processes[0]?.pid);
  expect(pids(`${heading}\n${row}\n1032\n`)).toEqual([1032]);
  expect(pids(`${row}\n1032\n`)).toEqual([undefined]);
});

test("a break inside a word is mended where the window's width shows", () => {
  const rows = [
    "tcp        0      0 192.0.2.7:40022         198.51.100.20:443       ESTABLISHED",
    "tcp        0      0 192.0.2.7:40023         198.51.100.21:443       ESTABLISHED",
  ];
  const cut = (width: number) =>
    rows.map((row) => `${row.slice(0, width)}\n${row.slice(width)}`).join("\n");
  for (const width of [70, 72, 75]) {
    expect(readListing(`${cut(width)}\n`).entries).toEqual(readListing(rows.join("\n")).entries);
  }
});

test("a port's number does not go on as a word below a line that fills the window", () => {
  const row = (local: string, peer: string) =>
    `TIME-WAIT  0      0      ${local.padStart(30)} ${peer.padStart(30)}`;
  const rows = [
    row("[::ffff:192.0.2.10]:8080", "[::ffff:198.51.100.24]:40000"),
    row("[2001:db8::1]:631", "[2001:db8::2]:54768"),
  ];
  const { kinds, entries } = readListing(`${rows.join("\n")}\nhello\n`);
  expect(kinds).toEqual(["socket", "socket", "noise"]);
  expect(entries[1]?.peer).toMatchObject({ port: 54768, service: null });
});

test.each([
  ["prose", "and that is all there is"],
  ["a word", "hm"],
  ["a number", "3"],
  ["a fence", "```"],
  ["a row of its own that is cut", "tcp        0      0 192.0.2.8:22"],
])("%s below a row is no part of it", (_, below) => {
  const row = "tcp        0      0 192.0.2.7:22            198.51.100.20:40022     ESTABLISHED";
  const { kinds, entries } = readListing(`${row}\n${below}\n`);
  expect(kinds[0]).toBe("socket");
  expect(kinds[1]).not.toBe("continuation");
  expect(entries).toEqual(readListing(row).entries);
});

test("prose below a row that is cut does not make it whole", () => {
  for (const below of ["hm", "and that is all", "3", "-- ", "(more)"]) {
    const { kinds } = readListing(
      `tcp        0      0 192.0.2.7:22            198.51.100.20:40022\n${below}\n`,
    );
    expect(kinds[0]).toBe("unreadable");
  }
});

test("rows of a mail that was quoted more than once are rows", () => {
  const row = '0      5      127.0.0.1:3306      *:*      users:(("mysqld",1718,10))';
  const heading = "Recv-Q Send-Q      Local Address:Port      Peer Address:Port";
  for (const mark of ["> > ", ">> ", "> >> ", "| ", "# "]) {
    const { entries, listing } = readListing(`${mark}${heading}\n${mark}${row}\n`);
    expect(entries.map(({ local, processes }) => [local.port, processes[0]?.name])).toEqual([
      [3306, "mysqld"],
    ]);
    expect(listing.blocks[0]?.confidence).toBe("likely");
  }
});

test("many lines that could go on take no longer each", () => {
  const cut = "tcp        0      0 192.0.2.7:22            198.51.100.20:40022\nhm\n";
  expect(decode(cut.repeat(50_000)).lineCount).toBe(100_000);
});
