import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAddress } from "./address.ts";
import { formatEndpoint, parseEndpoint, type Host } from "./endpoint.ts";

describe("an endpoint in text", () => {
  test.each([
    ["192.0.2.7:8080", "192.0.2.7:8080"],
    ["[::1]:443", "[::1]:443"],
    ["[fe80::1%eth0]:22", "[fe80::1%eth0]:22"],
    ["[::ffff:192.0.2.1]:80", "[::ffff:192.0.2.1]:80"],
    ["[2001:DB8::0001]:53", "[2001:db8::1]:53"],
    ["*:80", "*:80"],
    [":::22", "[::]:22"],
    ["localhost:3000", "localhost:3000"],
    ["example.com:8443", "example.com:8443"],
    ["my_host-1.example.:8443", "my_host-1.example.:8443"],
    ["bücher.example:80", "bücher.example:80"],
    ["198.51.100.1:0x50", "198.51.100.1:80"],
  ])("%s is %s", (text, canonical) => {
    const endpoint = parseEndpoint(text);
    expect(endpoint.type).toBe("endpoint");
    expect(endpoint.type === "endpoint" && formatEndpoint(endpoint)).toBe(canonical);
  });

  test("the host is told apart: an address with its kind, a name, any", () => {
    expect(parseEndpoint("127.0.0.1:80")).toMatchObject({
      host: { kind: "address", address: { type: "loopback" } },
    });
    expect(parseEndpoint("localhost:80")).toMatchObject({
      host: { kind: "name", name: "localhost" },
    });
    expect(parseEndpoint("*:80")).toMatchObject({ host: { kind: "any" } });
  });

  test.each([
    ["192.0.2.7", "no-port"],
    ["[::1]", "no-port"],
    ["example.com", "no-port"],
    ["192.0.2.7:", "bad-port"],
    ["192.0.2.7:http", "bad-port"],
    ["192.0.2.7:65536", "bad-port"],
    ["192.0.2.7:-1", "bad-port"],
    ["333.333.333.333:80", "bad-host"],
    ["XXX.XXX.XXX.XXX:80", "bad-host"],
    ["1.2.3:80", "bad-host"],
    ["host.7:80", "bad-host"],
    ["[::1:443", "bad-host"],
    ["[192.0.2.7]:80", "bad-host"],
    ["[::1]443", "bad-host"],
    ["a b:80", "bad-host"],
    ["-a.example:80", "bad-host"],
    ["a..example:80", "bad-host"],
    ["", "bad-host"],
    ["::1", "needs-brackets"],
    ["fe80::1:443", "needs-brackets"],
  ])("%j is none: %s", (text, reason) => {
    expect(parseEndpoint(text)).toMatchObject({ type: "error", reason });
  });

  test("a wrong address says what is wrong with it", () => {
    expect(parseEndpoint("333.333.333.333:80")).toMatchObject({
      message: expect.stringContaining("goes to 255"),
    });
  });
});

const address = fc.oneof(fc.ipV4(), fc.ipV6()).map((text): Host => {
  const address = parseAddress(text);
  if (address.type === "error") throw new Error(text);
  return { kind: "address", address };
});
const name = fc.domain().map((name): Host => ({ kind: "name", name }));
const host = fc.oneof(address, name, fc.constant<Host>({ kind: "any" }));

describe("laws", () => {
  test("what is printed reads the same", () => {
    fc.assert(
      fc.property(host, fc.integer({ min: 0, max: 65535 }), (host, port) => {
        expect(parseEndpoint(formatEndpoint({ host, port }))).toEqual({
          type: "endpoint",
          host,
          port,
        });
      }),
    );
  });

  test("no text throws, and no message is long", () => {
    const piece = fc.constantFrom(
      "192.0.2.7",
      ":",
      "::",
      "[",
      "]",
      "80",
      "%eth0",
      "*",
      "host",
      ".",
      "-",
      " ",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (text) => {
        const endpoint = parseEndpoint(text);
        const said = endpoint.type === "error" ? endpoint.message : "an endpoint";
        expect(said.length).toBeLessThan(150);
      }),
    );
  });
});
