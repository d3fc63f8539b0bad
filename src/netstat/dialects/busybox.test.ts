import { describe, expect, test } from "vitest";
import { glance, readListing } from "../listing.fixture.ts";

const TITLE = "Active Internet connections (servers and established)";
const COLUMNS = "Proto Recv-Q Send-Q Local Address           Foreign Address         State";

const dialectsOf = (text: string) => readListing(text).listing.blocks.map(({ dialect }) => dialect);

describe("what tells BusyBox from net-tools", () => {
  const ipv4 = "tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN";
  const ipv6 = "tcp        0      0 :::8080                 :::*                    LISTEN";

  test.each([
    ["IPv6 in rows that begin with tcp", `${TITLE}\n${COLUMNS}\n${ipv4}\n${ipv6}`],
    [
      "a zone that is a number left in memory",
      "raw        0      0 ::%6001648:58           ::%32:*                 58",
    ],
    ["seven spaces behind the heading", `${TITLE}\n${COLUMNS}       \n${ipv4}`],
    ["the command above", `/ # busybox netstat -tln\n${TITLE}\n${COLUMNS}\n${ipv4}`],
  ])("%s", (_, text) => {
    expect(dialectsOf(text)).toEqual(["busybox"]);
  });

  test.each([
    ["IPv4 alone", `${TITLE}\n${COLUMNS}\n${ipv4}`],
    ["tcp6", `${TITLE}\n${COLUMNS}\n${ipv4}\n${ipv6.replace("tcp ", "tcp6")}`],
    ["six spaces behind the heading", `${TITLE}\n${COLUMNS}      \n${ipv4}`],
    [
      "IPv6 under tcp, with users and inodes",
      `${TITLE}\n${COLUMNS} User Inode\n${ipv6} 26 14071 1474/postmaster`,
    ],
    [
      "IPv6 under tcp, in the wider columns of old versions",
      "tcp        0      0 :::22                       :::*                        LISTEN",
    ],
  ])("%s stays net-tools", (_, text) => {
    expect(dialectsOf(text)).toEqual(["net-tools"]);
  });
});

test("rows of IPv6 have its family, and v4-mapped addresses are whole", () => {
  const { entries, rows } = readListing(`${TITLE}
${COLUMNS}
tcp        0      0 2001:db8:1234:5678:9abc:def0:1234:5678:443 :::*                    LISTEN
tcp        0      0 ::ffff:192.0.2.10:8080  ::ffff:198.51.100.24:40000 TIME_WAIT
udp        0      0 ::1:323                 :::*
raw        0      0 ::%3761281693:58        ::%32:*                 58`);
  expect(entries.map((entry) => [entry.family, glance(entry)])).toEqual([
    [6, "tcp 2001:db8:1234:5678:9abc:def0:1234:5678:443 - LISTEN"],
    [6, "tcp ::ffff:192.0.2.10:8080 ::ffff:198.51.100.24:40000 TIME-WAIT"],
    [6, "udp ::1:323 - -"],
    [6, "raw *%3761281693:58 - -"],
  ]);
  expect(rows.flatMap(({ truncated }) => truncated)).toEqual([]);
});

test("its help text is named as such", () => {
  const { kinds } = readListing(`netstat: invalid option -- 'W'
BusyBox v1.35.0 (Debian 1:1.35.0-4) multi-call binary.

Usage: netstat [-ral] [-tuwx] [-en]

Display networking information

	-r	Routing table
	-e	Other/more information`);
  expect(kinds).toEqual([
    "error",
    "usage",
    "blank",
    "usage",
    "blank",
    "usage",
    "blank",
    "usage",
    "usage",
  ]);
});
