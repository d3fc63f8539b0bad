import { describe, expect, test } from "vitest";
import { glance, readListing } from "../listing.fixture.ts";
import { print } from "../print.ts";
import { addressOfHex, hexOfAddress } from "./proc-net-address.ts";

const TCP =
  "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
const UDP = `${TCP} ref pointer drops`;
const LISTENER =
  "   1: 0100007F:1538 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1236319 1 00000000186e554c 100 0 0 10 0";
const UNCONNECTED =
  "14619: 00000000:0044 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 1236324 2 00000000cfb03aa5 0";

const glances = (text: string) => readListing(text).entries.map(glance);

describe("addresses", () => {
  test.each([
    ["0100007F", "127.0.0.1"],
    ["0A0200C0", "192.0.2.10"],
    ["00000000000000000000000001000000", "::1"],
    ["B80D012078563412F0DEBC9A78563412", "2001:db8:1234:5678:9abc:def0:1234:5678"],
    ["B80D0120000000000000000007000000", "2001:db8::7"],
    ["0000000000000000FFFF00000A0200C0", "::ffff:192.0.2.10"],
    ["000080FE00000000FF563412BC9A78FE", "fe80::1234:56ff:fe78:9abc"],
  ])("%s is %s, and back", (hex, address) => {
    expect(addressOfHex(hex, false)).toBe(address);
    expect(hexOfAddress(address)).toBe(hex);
  });

  test("a big-endian machine prints the bytes in their own order", () => {
    expect(addressOfHex("7F000001", true)).toBe("127.0.0.1");
    expect(addressOfHex("20010DB8000000000000000000000007", true)).toBe("2001:db8::7");
  });
});

describe("rows", () => {
  test.each([
    [LISTENER, "tcp 127.0.0.1:5432 - LISTEN"],
    [
      "   3: 0A0200C0:D450 176433C6:01BB 08 00000000:00000052 02:00000A6F 00000000  1000        0 149098 2 0000000000000000 20 4 0 10 -1",
      "tcp 192.0.2.10:54352 198.51.100.23:443 CLOSE-WAIT",
    ],
    [
      "   2: 0A0200C0:97D0 176433C6:0050 06 00000000:00000000 03:000007C5 00000000     0        0 0 3 ffff8c7a12d31aa0",
      "tcp 192.0.2.10:38864 198.51.100.23:80 TIME-WAIT",
    ],
    [
      "   1: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1236320 1 000000001f4c4d8a 100 0 0 10 0",
      "tcp *:8080 - LISTEN",
    ],
    [UNCONNECTED, "udp *:68 - -"],
  ])("%s", (row, expected) => {
    expect(glances(row)).toEqual([expected]);
  });

  test.each([
    ["02", "SYN-SENT"],
    ["03", "SYN-RECEIVED"],
    ["04", "FIN-WAIT-1"],
    ["05", "FIN-WAIT-2"],
    ["07", "CLOSED"],
    ["09", "LAST-ACK"],
    ["0B", "CLOSING"],
    ["0C", "SYN-RECEIVED"],
    ["0D", null],
  ])("state %s of TCP is %s", (number, state) => {
    const row = LISTENER.replace(" 0A ", ` ${number} `).replace("00000000:0000", "0200007F:1F90");
    const { rows } = readListing(`${TCP}\n${row}`);
    expect([rows[0]?.stateText, rows[0]?.entry.state]).toEqual([number, state]);
  });

  test("queues, user and inode are read", () => {
    const row = LISTENER.replace("00000000:00000000", "0000002A:00000052");
    const { rows } = readListing(row);
    expect(rows[0]?.entry).toMatchObject({ recvQ: 0x52, sendQ: 0x2a, processes: [] });
    const texts = rows[0]!.spans.map(({ field, start, end }) => [field, row.slice(start, end)]);
    expect(Object.fromEntries(texts)).toMatchObject({ user: "1000", inode: "1236319" });
  });

  test("other lines that begin with a number and a colon are no rows", () => {
    const { listing } = readListing(`12: 01234567 89 ab cd ef
   1: lo    inet 127.0.0.1/8 scope host lo
 0: 0100007F:zzzz 00000000:0000 0A 00000000:00000000
face |bytes    packets errs drop fifo frame compressed multicast|bytes
  lo: 1234:5678 0 0 0 0 0`);
    expect(listing.rowCount).toBe(0);
  });
});

describe("which table it is", () => {
  const row = UNCONNECTED.replace(" 07 ", " 01 ").replace("00000000:0000", "0100007F:0035");

  test.each([
    ["TCP's heading", `${TCP}\n${row}`, "tcp"],
    ["the other tables' heading", `${UDP}\n${row}`, "udp"],
    ["the command", `$ cat /proc/net/udplite\n${UDP}\n${row}`, "udplite"],
    ["the file's name above", `==> /proc/net/raw6 <==\n${UDP}\n${row}`, "raw"],
    ["the timers at the end of TCP's rows", LISTENER.replace(" 0A ", " 01 "), "tcp"],
    ["the columns at the end of a datagram socket's", row, "udp"],
    ["ports that are protocol numbers", `${UDP}\n${UNCONNECTED.replace(":0044", ":003A")}`, "raw"],
  ])("%s tells", (_, text, protocol) => {
    expect(readListing(text).entries.map((entry) => entry.protocol)).toEqual([protocol]);
  });

  test("several files are several blocks", () => {
    const text = `==> /proc/net/tcp <==\n${TCP}\n${LISTENER}\n\n==> /proc/net/udp <==\n${UDP}\n${UNCONNECTED}`;
    const { listing, kinds } = readListing(text);
    expect(kinds).toEqual([
      "heading",
      "heading",
      "socket",
      "blank",
      "heading",
      "heading",
      "socket",
    ]);
    expect(listing.blocks.map(({ rowCount }) => rowCount)).toEqual([1, 1]);
    expect(glances(text)).toEqual(["tcp 127.0.0.1:5432 - LISTEN", "udp *:68 - -"]);
  });
});

describe("the byte order", () => {
  test("is told by a loopback address", () => {
    const big = LISTENER.replace("0100007F", "7F000001");
    expect(glances(`${TCP}\n${big}\n${big.replace("7F000001", "C000020A")}`)).toEqual([
      "tcp 127.0.0.1:5432 - LISTEN",
      "tcp 192.0.2.10:5432 - LISTEN",
    ]);
    expect(readListing(`${TCP}\n${LISTENER}`).listing.blocks[0]?.confidence).toBe("certain");
  });

  test("is else assumed, and the block says so", () => {
    const { listing } = readListing(`${TCP}\n${LISTENER.replace("0100007F", "0A0200C0")}`);
    expect(listing.blocks[0]).toMatchObject({ confidence: "likely" });
    expect(listing.blocks[0]?.why).toContain("big-endian");
  });
});

test("it prints real hexadecimal", () => {
  const { entries } = readListing(`${TCP}\n${LISTENER}`);
  expect(print(entries, "proc-net").split("\n")[1]).toMatch(
    /^ {3}0: 0100007F:1538 00000000:0000 0A 00000000:00000000 /,
  );
});
