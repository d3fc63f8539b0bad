import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePortQuery } from "./port-query.ts";
import { formatSpans } from "./port-span.ts";

/** A query in one line, so that a table can hold it. */
function read(text: string): string {
  const query = parsePortQuery(text);
  switch (query.kind) {
    case "empty":
      return "empty";
    case "port":
      return [query.port, query.form, query.base, query.transport ?? "-"].join(" ");
    case "ports":
      return `ports ${formatSpans(query.spans)}`;
    case "endpoint":
      return `endpoint ${query.text}`;
    case "url":
      return `url ${query.scheme} ${query.port} from ${query.portFrom}`;
    case "word":
      return `word ${query.word}`;
    case "error":
      return `error ${query.reason}`;
  }
}

describe("one port", () => {
  test.each([
    ["443", "443 bare 10 -"],
    ["  443\n", "443 bare 10 -"],
    ["0080", "80 bare 10 -"],
    ["+80", "80 bare 10 -"],
    ["８０", "80 bare 10 -"],
    ["0x1F90", "8080 bare 16 -"],
    [":8080", "8080 colon 10 -"],
    ["：８０", "80 colon 10 -"],
    ["8080/tcp", "8080 transport 10 tcp"],
    ["8080/UDP", "8080 transport 10 udp"],
    ["53 udp", "53 transport 10 udp"],
    ["tcp/8080", "8080 transport 10 tcp"],
    ["sctp:0x50", "80 transport 16 sctp"],
    ["port 8080", "8080 worded 10 -"],
    ["Port: 8080", "8080 worded 10 -"],
    ["port 53/udp", "53 worded 10 udp"],
    ["80,", "80 bare 10 -"],
    ["80,80", "80 bare 10 -"],
    ["80-80", "80 bare 10 -"],
  ])("%j is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("lists and ranges", () => {
  test.each([
    ["80,443,8000-8100", "ports 80, 443, 8000-8100"],
    ["443, 80", "ports 80, 443"],
    ["80 443", "ports 80, 443"],
    ["80;443", "ports 80, 443"],
    ["80 and 443", "ports 80, 443"],
    ["80\n443\n", "ports 80, 443"],
    ["80,81", "ports 80-81"],
    ["8000–8100", "ports 8000-8100"],
    ["8000 - 8100", "ports 8000-8100"],
    ["8000..8100", "ports 8000-8100"],
    ["8000:8100", "ports 8000-8100"],
    ["8000 to 8100", "ports 8000-8100"],
    ["8100-8000", "ports 8000-8100"],
    ["0x50,0x1BB", "ports 80, 443"],
    ["0-65535", "ports 0-65535"],
    ["ports 80,443", "ports 80, 443"],
    ["8000-8100/tcp", "ports 8000-8100"],
    ["65,536", "ports 65, 536"],
  ])("%j is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test("a range that runs downwards is read upwards, and says so", () => {
    expect(parsePortQuery("443-80")).toMatchObject({
      notes: ["A range runs upwards, so this was read as 80-443."],
    });
  });

  test("65,536 is two ports, and says why", () => {
    expect(parsePortQuery("65,536")).toMatchObject({
      notes: ["Read as two ports. A port number is written without a separator for thousands."],
    });
    expect(parsePortQuery("80, 443")).toMatchObject({ notes: [] });
  });
});

describe("endpoints and URLs", () => {
  test.each([
    ["192.0.2.7:8080", "endpoint 192.0.2.7:8080"],
    ["[::1]:443", "endpoint [::1]:443"],
    ["[fe80::1%eth0]:22", "endpoint [fe80::1%eth0]:22"],
    ["*:80", "endpoint *:80"],
    [":::22", "endpoint [::]:22"],
    ["localhost:3000", "endpoint localhost:3000"],
    ["localhost:3000/path", "endpoint localhost:3000"],
    ["git@git.example:22", "endpoint git.example:22"],
    ["example.com:8443", "endpoint example.com:8443"],
    ["https://example.com", "url https 443 from scheme"],
    ["http://example.com/a:1", "url http 80 from scheme"],
    ["HTTP://EXAMPLE.COM:/", "url http 80 from scheme"],
    ["https://example.com:8443/path?q=1", "url https 8443 from url"],
    ["http://[2001:db8::1]:8080/", "url http 8080 from url"],
    ["redis://:secret@cache.example", "url redis 6379 from scheme"],
    ["postgres://me:p@ss@db.example/shop", "url postgres 5432 from scheme"],
    ["jdbc:mysql://db.example/shop", "url mysql 3306 from scheme"],
    ["foo://example.com:99", "url foo 99 from url"],
  ])("%s is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test("a URL's default port and its source are told, whichever port it uses", () => {
    expect(parsePortQuery("https://example.com:8443")).toMatchObject({
      defaultPort: 443,
      source: "RFC 9110 §4.2.2",
    });
    expect(parsePortQuery("foo://example.com:99")).toMatchObject({
      defaultPort: null,
      source: null,
    });
  });

  test("a password in a URL appears nowhere in the answer", () => {
    expect(JSON.stringify(parsePortQuery("redis://me:hunter2@cache.example"))).not.toContain(
      "hunter2",
    );
  });
});

describe("words to look up", () => {
  test.each([
    ["redis", "word redis"],
    ["  remote   desktop ", "word remote desktop"],
    ["9pfs", "word 9pfs"],
    ["3com-tsmux", "word 3com-tsmux"],
    ["914c/g", "word 914c/g"],
    ["whois++", "word whois++"],
    ["http-alt", "word http-alt"],
    ["node.js", "word node.js"],
    ["ports of call", "word ports of call"],
    ["redis tcp", "word redis tcp"],
    ["端口", "word 端口"],
  ])("%j is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("what cannot be a port says why", () => {
  test.each([
    ["", "empty"],
    [" \t\n", "empty"],
    ["65536", "error too-large"],
    ["0x10000", "error too-large"],
    ["-1", "error negative"],
    ["−1", "error negative"],
    ["1.5", "error fraction"],
    ["1e3", "error exponent"],
    ["80a", "error mixed"],
    ["0x", "error hex-incomplete"],
    ["80-", "error range-without-end"],
    ["80-90-100", "error range-without-end"],
    [",", "error list-without-ports"],
    ["80,abc", "error not-a-number"],
    ["80,70000", "error too-large"],
    ["80,-1", "error negative"],
    ["8080/http", "error unknown-transport"],
    ["70000/tcp", "error too-large"],
    ["192.0.2.7", "error no-port"],
    ["192.0.2.7:99999", "error bad-port"],
    ["333.333.333.333", "error bad-host"],
    ["XXX.XXX.XXX.XXX", "error bad-host"],
    ["192.0.2.0/24", "error bad-host"],
    ["::1", "error needs-brackets"],
    ["foo://example.com", "error unknown-scheme"],
    ["file:///etc/services", "error no-host"],
    ["http://example.com:99999", "error too-large"],
    ["tcp 0 0 0.0.0.0:22\ntcp 0 0 0.0.0.0:80", "error several-lines"],
    ["???", "error not-a-query"],
    ["a".repeat(61), "error too-long"],
    ["1,".repeat(101), "error too-many"],
  ])("%j: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test("a million digits get a short answer", () => {
    const query = parsePortQuery("7".repeat(1_000_000));
    expect(query).toMatchObject({ kind: "error", reason: "too-large" });
    expect(JSON.stringify(query).length).toBeLessThan(200);
    expect(read("x".repeat(1_000_000))).toBe("error too-long");
    expect(read(" ".repeat(1_000_000))).toBe("empty");
  });
});

const PIECES =
  "80 65536 0x - − , . : :: / // :// http tcp port [ ] @ * % e a ８ １ \u0000 192.0.2.7 localhost and to ? #";
const piece = fc.constantFrom(" ", "\n", ...PIECES.split(" "));
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
);

describe("laws", () => {
  test("no text throws, and no answer is long", () => {
    fc.assert(
      fc.property(text, (text) => {
        const query = parsePortQuery(text);
        const said = query.kind === "error" ? query.message : "";
        expect(said.length).toBeLessThan(160);
        expect(query.kind === "error" && said === "").toBe(false);
      }),
    );
  });

  test("every port reads as itself, in each of its spellings", () => {
    const isRead = (text: string, port: number) => {
      const query = parsePortQuery(text);
      return query.kind === "port" && query.port === port;
    };
    const lost = Array.from({ length: 65536 }, (_, port) => port).filter((port) => {
      const hex = `0x${port.toString(16)}`;
      return ![`${port}`, hex, `:${port}`, `${port}/tcp`, `port ${port}`].every((text) =>
        isRead(text, port),
      );
    });
    expect(lost).toEqual([]);
  });

  test("a list that was read reads the same when it is written out", () => {
    const port = fc.integer({ min: 0, max: 65535 });
    fc.assert(
      fc.property(fc.array(fc.tuple(port, port), { minLength: 1, maxLength: 10 }), (ranges) => {
        const query = parsePortQuery(ranges.map(([from, to]) => `${from}-${to}`).join(","));
        const spans = query.kind === "ports" ? query.spans : [];
        const again = parsePortQuery(formatSpans(spans));
        expect(again.kind === "ports" ? again.spans : []).toEqual(spans);
      }),
    );
  });
});
