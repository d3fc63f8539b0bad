import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAddress } from "./address.ts";

describe("the kind of an address", () => {
  test.each([
    ["0.0.0.0", "unspecified"],
    ["0.1.2.3", "reserved"],
    ["127.0.0.1", "loopback"],
    ["127.0.0.53", "loopback"],
    ["10.0.0.1", "private"],
    ["172.16.0.1", "private"],
    ["172.31.255.255", "private"],
    ["172.32.0.0", "public"],
    ["192.168.1.1", "private"],
    ["100.64.0.1", "shared"],
    ["169.254.1.1", "link-local"],
    ["192.0.2.7", "documentation"],
    ["198.51.100.7", "documentation"],
    ["203.0.113.7", "documentation"],
    ["198.18.0.1", "benchmarking"],
    ["198.19.255.255", "benchmarking"],
    ["192.0.0.1", "reserved"],
    ["224.0.0.251", "multicast"],
    ["240.0.0.1", "reserved"],
    ["255.255.255.255", "broadcast"],
    ["8.8.8.8", "public"],
    ["::", "unspecified"],
    ["::1", "loopback"],
    ["fe80::1", "link-local"],
    ["fd00::1", "private"],
    ["ff02::fb", "multicast"],
    ["2001:db8::1", "documentation"],
    ["3fff::1", "documentation"],
    ["2001:2::1", "benchmarking"],
    ["2001:4860:4860::8888", "public"],
    ["64:ff9b::192.0.2.1", "public"],
    ["fec0::1", "reserved"],
    ["100::1", "reserved"],
    ["4000::1", "reserved"],
    ["::192.0.2.1", "reserved"],
    ["::ffff:192.0.2.1", "v4-mapped"],
  ])("%s is %s", (text, type) => {
    expect(parseAddress(text).type).toBe(type);
  });

  test("a v4-mapped address carries the IPv4 address and its kind", () => {
    const ipv4 = { type: "loopback", family: 4, text: "127.0.0.1" };
    const mapped = { type: "v4-mapped", family: 6, text: "::ffff:127.0.0.1", zone: null, ipv4 };
    expect(parseAddress("::ffff:127.0.0.1")).toEqual(mapped);
    expect(parseAddress("0:0:0:0:0:FFFF:7f00:1")).toEqual(mapped);
  });

  test("IPv6 is written as RFC 5952 says, the zone apart", () => {
    expect(parseAddress("2001:0DB8:0:0:1:0:0:1")).toMatchObject({
      text: "2001:db8::1:0:0:1",
      zone: null,
    });
    expect(parseAddress("fe80::1%eth0.10")).toMatchObject({ text: "fe80::1", zone: "eth0.10" });
    expect(parseAddress("FE80::1%4")).toMatchObject({ text: "fe80::1", zone: "4" });
  });
});

describe("what is no address says why", () => {
  test.each([
    ["", "empty"],
    ["333.333.333.333", "octet-too-large"],
    ["192.0.2.256", "octet-too-large"],
    ["XXX.XXX.XXX.XXX", "placeholder"],
    ["x.x.x.x", "placeholder"],
    ["192.0.2", "not-four-octets"],
    ["192.0.2.1.5", "not-four-octets"],
    ["192.0..1", "not-four-octets"],
    ["2130706433", "not-four-octets"],
    ["0177.0.0.1", "leading-zero"],
    ["192.0.2.01", "leading-zero"],
    ["0x7f.0.0.1", "not-an-address"],
    ["192.0.2.1/24", "not-an-address"],
    ["localhost", "not-an-address"],
    ["1::2::3", "not-an-address"],
    [":1", "not-an-address"],
    ["12345::", "not-an-address"],
    ["1:2:3:4:5:6:7:8:9", "not-an-address"],
    ["::ffff:0300.0.0.1", "not-an-address"],
    ["::ffff:1.2.3.256", "not-an-address"],
    ["::host192.0.2.7", "not-an-address"],
    ["[::1]", "not-an-address"],
    ["fe80::1%", "not-an-address"],
    ["fe80::1%a%b", "not-an-address"],
    ["*", "not-an-address"],
  ])("%j: %s", (text, reason) => {
    expect(parseAddress(text)).toMatchObject({ type: "error", reason });
  });

  test("333.333.333.333 is told that an octet goes to 255", () => {
    expect(parseAddress("333.333.333.333")).toMatchObject({
      message:
        "Each number of an IPv4 address is one octet, 8 bits, and goes to 255: 333 does not fit.",
    });
  });
});

describe("laws", () => {
  test("every IPv4 address reads as itself", () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        expect(parseAddress(text)).toMatchObject({ family: 4, text });
      }),
    );
  });

  test("every IPv6 address is read, and its canonical text reads the same", () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        const address = parseAddress(text);
        if (address.type === "error") throw new Error(`${text}: ${address.reason}`);
        expect(parseAddress(address.text)).toEqual(address);
      }),
    );
  });

  test("no text throws, and every message is short", () => {
    const piece = fc.constantFrom(
      "1",
      "255",
      "999",
      ".",
      ":",
      "::",
      "ffff",
      "%",
      "x",
      "[",
      "]",
      "g",
      "0x",
      " ",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (text) => {
        const address = parseAddress(text);
        const said = address.type === "error" ? address.message : address.text;
        expect(said.length).toBeLessThan(130);
      }),
    );
  });
});
