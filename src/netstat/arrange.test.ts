import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressRanks } from "./address-order.ts";
import { arrange, type ArrangeOptions, type Grouping, SORT_KEYS, type SortKey } from "./arrange.ts";
import { decode } from "./decode.ts";
import { explainer } from "./explain.ts";
import { facets } from "./facets.ts";
import { print } from "./print.ts";
import { RowIndex, rowIndex } from "./row-index.ts";
import { socketTable } from "./socket-entry.arbitrary.ts";

const TEXT = `Netid State      Recv-Q Send-Q       Local Address:Port        Peer Address:Port Process
tcp   LISTEN     0      511          0.0.0.0:80         0.0.0.0:*     users:(("nginx",pid=20,fd=6))
tcp   LISTEN     0      511          127.0.0.1:8080     0.0.0.0:*     users:(("node",pid=9,fd=6))
udp   UNCONN     0      0            127.0.0.1:53       0.0.0.0:*     users:(("dnsmasq",pid=8,fd=6))
tcp   ESTAB      0      0            192.0.2.10:80      10.0.0.10:50001 users:(("nginx",pid=20,fd=7))
tcp   ESTAB      0      0            192.0.2.10:80      10.0.0.9:50002  users:(("nginx",pid=20,fd=8))
tcp   TIME-WAIT  0      0            192.0.2.10:80      10.0.0.10:50003
tcp   CLOSE-WAIT 1      0            192.0.2.10:40000   203.0.113.5:443 users:(("curl",pid=100,fd=3))
tcp   ESTAB      0      0     [2001:db8::10]:40001  [2001:db8::5]:443   users:(("curl",pid=100,fd=4))
tcp   ESTAB      0      0     [::ffff:192.0.2.10]:80 [::ffff:10.0.0.9]:50004 users:(("nginx",pid=20,fd=9))
`;

const indexOf = (text: string) => {
  const listing = decode(text);
  return rowIndex(listing, explainer(listing));
};
const index = indexOf(TEXT);
/** Lines, so that the cases can be read beside the text. */
const lines = (options: ArrangeOptions) =>
  [...arrange(index, options).rows].map((row) => index.listing.row(row).line);

describe("filters", () => {
  test.each<[ArrangeOptions["filter"], number[]]>([
    [{ role: "listener" }, [2, 3]],
    [{ role: "receiver" }, [4]],
    [{ exposure: "loopback" }, [3, 4]],
    [{ exposure: "all" }, [2]],
    [{ state: "TIME-WAIT" }, [7]],
    [{ state: "none" }, [4]],
    [{ protocol: "udp" }, [4]],
    [{ protocol: "sctp" }, []],
    [{ dialect: "ss", role: "listener" }, [2, 3]],
    [{ dialect: "lsof" }, []],
    [{ block: 0, protocol: "udp" }, [4]],
    [{ text: "NGINX" }, [2, 5, 6, 10]],
    [{ text: "  10.0.0.9 " }, [6, 10]],
    [{ text: " " }, [2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [{ remark: "close-wait" }, [8]],
    [{ remark: "time-wait" }, [7]],
    [{ remark: "every-interface" }, [2]],
    [{ port: { port: "80", side: "local" } }, [2, 5, 6, 7, 10]],
    [{ port: { port: "80", side: "peer" } }, []],
    [{ peer: "203.0.113.77" }, []],
    [{ port: { port: "443", side: "either" }, state: "ESTABLISHED" }, [9]],
    [{ port: { port: "99999", side: "either" } }, []],
    [{ port: { port: "http", side: "either" } }, []],
  ])("%j", (filter, expected) => {
    expect(lines({ filter })).toEqual(expected);
  });

  test("port 80 is never part of 8080", () => {
    expect(lines({ filter: { port: { port: "80", side: "either" } } })).not.toContain(3);
    expect(lines({ filter: { port: { port: "8080", side: "either" } } })).toEqual([3]);
  });

  test("a port that was printed as a name is found by that name, whatever its capitals", () => {
    const named = indexOf("tcp 0 0 0.0.0.0:http 0.0.0.0:* LISTEN\n");
    const rows = arrange(named, { filter: { port: { port: "HTTP", side: "local" } } }).rows;
    expect([...rows]).toEqual([0]);
  });
});

describe("orders", () => {
  test.each<[SortKey, boolean, number[]]>([
    ["line", true, [10, 9, 8, 7, 6, 5, 4, 3, 2]],
    ["peerAddress", false, [6, 10, 5, 7, 8, 9, 2, 3, 4]],
    ["peerAddress", true, [9, 8, 5, 7, 6, 10, 2, 3, 4]],
    ["localPort", false, [4, 2, 5, 6, 7, 10, 3, 8, 9]],
    ["program", false, [8, 9, 4, 2, 5, 6, 10, 3, 7]],
    ["pid", true, [8, 9, 2, 5, 6, 10, 3, 4, 7]],
    ["state", false, [2, 3, 5, 6, 9, 10, 8, 7, 4]],
    ["protocol", true, [4, 2, 3, 5, 6, 7, 8, 9, 10]],
  ])("%s, descending %s", (by, descending, expected) => {
    expect(lines({ order: { by, descending } })).toEqual(expected);
  });

  test("addresses go by number: the wildcard, IPv4, IPv6, names", () => {
    const sorted = [
      "*",
      "10.0.0.9",
      "10.0.0.10",
      "192.0.2.1",
      "255.255.255.255",
      "::1",
      "2001:db8::9",
      "2001:db8::10",
      "2001:db8:0:1::",
      "fe80::1",
      "db.example",
      "Web.example",
    ];
    const ranks = addressRanks(sorted.toReversed());
    expect([...ranks].toReversed()).toEqual([...sorted.keys()]);
  });

  test("IPv6 addresses sort the same whether zeros are written or not", () => {
    const [short, next, long] = addressRanks(["1::2", "1::3", "1:0:0:0:0:0:0:2"]);
    expect(Math.abs(short! - long!)).toBe(1);
    expect(next).toBe(2);
  });

  test("whatever is sorted, no row is lost or doubled, and equal rows keep their order", () => {
    fc.assert(
      fc.property(socketTable, fc.constantFrom(...SORT_KEYS), fc.boolean(), (table, by, way) => {
        const all = indexOf(print(table, "ss"));
        const { rows } = arrange(all, { order: { by, descending: way } });
        expect([...rows].sort((one, other) => one - other)).toEqual([
          ...Array.from({ length: all.rowCount }).keys(),
        ]);
        const again = arrange(all, { order: { by, descending: way } }).rows;
        expect([...again]).toEqual([...rows]);
        if (by !== "state") return;
        const states = [...rows].map((row) => all.states[row]! || 99);
        const inOrder = [...states].sort((one, other) => one - other);
        const named = inOrder.filter((state) => state !== 99);
        const none = inOrder.filter((state) => state === 99);
        expect(states).toEqual(way ? [...named.reverse(), ...none] : inOrder);
      }),
    );
  });
});

describe("groups", () => {
  const groupsOf = (group: Grouping) =>
    arrange(index, { group }).groups.map(({ label, count }) => `${label}: ${count}`);

  test.each<[Grouping, string[]]>([
    ["none", [": 9"]],
    ["program", ["nginx: 4", "curl: 2", "dnsmasq: 1", "no program named: 1", "node: 1"]],
    ["peer", ["no peer: 3", "10.0.0.10: 2", "10.0.0.9: 2", "2001:db8::5: 1", "203.0.113.5: 1"]],
    ["port", ["TCP port 80: 5", "TCP port 443: 2", "TCP port 8080: 1", "UDP port 53: 1"]],
    ["state", ["ESTABLISHED: 4", "LISTEN: 2", "CLOSE-WAIT: 1", "no state: 1", "TIME-WAIT: 1"]],
  ])("by %s, the largest first", (group, expected) => {
    expect(groupsOf(group)).toEqual(expected);
  });

  test("rows keep their order inside a group", () => {
    const { rows, groups } = arrange(index, {
      group: "program",
      order: { by: "peerAddress", descending: true },
    });
    const [nginx] = groups;
    const inGroup = [...rows].slice(nginx!.from, nginx!.from + nginx!.count);
    expect(inGroup.map((row) => index.listing.row(row).line)).toEqual([5, 6, 10, 2]);
  });

  test("nothing to show has no groups", () => {
    const filter = { text: "nowhere to be found" };
    for (const group of ["none", "peer"] as const)
      expect(arrange(index, { filter, group })).toEqual({ rows: new Int32Array(), groups: [] });
  });
});

test("a client's rows go to the port they call", () => {
  const { listing } = index;
  const row = listing.fate(8);
  expect(row.kind === "socket" && index.portText(index.servicePorts[row.row]!)).toBe("443");
});

test("the index fills in steps", () => {
  const { listing, explain } = index;
  const steps = new RowIndex(listing, explain);
  const seen: [boolean, number][] = [];
  for (let step = 0; step < 3; step += 1) seen.push([steps.advance(4), steps.rowCount]);
  expect(seen).toEqual([
    [false, 4],
    [false, 8],
    [true, 9],
  ]);
  expect(steps.progress).toBe(1);
  expect(arrange(steps)).toEqual(arrange(index));
});

test("facets count what there is to choose from", () => {
  expect(facets(index)).toEqual({
    protocols: [
      { value: "tcp", count: 8 },
      { value: "udp", count: 1 },
    ],
    states: [
      { value: "none", count: 1 },
      { value: "LISTEN", count: 2 },
      { value: "ESTABLISHED", count: 4 },
      { value: "CLOSE-WAIT", count: 1 },
      { value: "TIME-WAIT", count: 1 },
    ],
    roles: [
      { value: "listener", count: 2 },
      { value: "receiver", count: 1 },
      { value: "server", count: 4 },
      { value: "client", count: 2 },
    ],
    exposures: [
      { value: "loopback", count: 2 },
      { value: "all", count: 1 },
    ],
    dialects: [{ value: "ss", count: 9 }],
  });
});
