import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datagram, end, segment, SYN_OPTIONS } from "./capture.fixture.ts";
import { internetChecksum, pseudoHeader } from "./checksum.ts";
import { ipBytes } from "./ip-bytes.ts";
import { concatenated } from "./octets.ts";

const A = end("10.0.0.1", 49_152);
const B = end("10.0.0.2", 8080);
const A6 = end("2001:db8::1", 49_152);
const B6 = end("2001:db8::2", 8080);

const hex = (octets: Uint8Array) =>
  [...octets].map((octet) => octet.toString(16).padStart(2, "0")).join("");

/** Of what follows the IP header, with the pseudo-header in front. */
function payloadChecksum(octets: Uint8Array): number {
  const isIpv6 = octets[0]! >> 4 === 6;
  const payload = octets.subarray(isIpv6 ? 40 : 20);
  const from = isIpv6 ? octets.subarray(8, 24) : octets.subarray(12, 16);
  const to = isIpv6 ? octets.subarray(24, 40) : octets.subarray(16, 20);
  const protocol = octets[isIpv6 ? 6 : 9]!;
  return internetChecksum(
    concatenated([pseudoHeader([...from], [...to], protocol, payload.length), payload]),
  );
}

test("a SYN is an IPv4 header and a TCP header with its options, octet by octet", () => {
  const syn = segment(A, B, "S", 0x01020304, 0, { options: SYN_OPTIONS });
  expect(hex(ipBytes(syn))).toBe(
    [
      "45000034 00004000 400626c2 0a000001 0a000002",
      "c0001f90 01020304 00000000 8002faf0 7c840000",
      "020405b4 01010402 0103030a",
    ]
      .join("")
      .replaceAll(" ", ""),
  );
});

describe("lengths and addresses", () => {
  test("IPv4 counts its header in its length, IPv6 does not", () => {
    expect(hex(ipBytes(datagram(A, B, "HI!"))).slice(4, 8)).toBe("001f");
    expect(hex(ipBytes(datagram(A6, B6, "HI!"))).slice(8, 12)).toBe("000b");
  });

  test("an IPv6 packet has its addresses in 16 octets each", () => {
    expect(hex(ipBytes(datagram(A6, B6, "")).subarray(8, 40))).toBe(
      "20010db800000000000000000000000120010db8000000000000000000000002",
    );
  });

  test("a character of data is one octet", () => {
    expect(hex(ipBytes(datagram(A, B, "\u0000A\u00ff")).subarray(28))).toBe("0041ff");
  });
});

describe("checksums", () => {
  const data = fc.uint8Array({ maxLength: 100 }).map((octets) => String.fromCharCode(...octets));
  const ends = fc.constantFrom([A, B] as const, [A6, B6] as const);
  const uint32 = fc.integer({ min: 0, max: 0xffffffff });

  test("are right on every segment", () => {
    fc.assert(
      fc.property(ends, uint32, uint32, data, ([from, to], seq, ack, data) => {
        expect(payloadChecksum(ipBytes(segment(from, to, "P.", seq, ack, { data })))).toBe(0);
      }),
    );
  });

  test("are right on every datagram, and never written as none", () => {
    fc.assert(
      fc.property(ends, data, ([from, to], data) => {
        const octets = ipBytes(datagram(from, to, data));
        expect(payloadChecksum(octets)).toBe(0);
        const header = octets.length - data.length - 8;
        expect([octets[header + 6], octets[header + 7]]).not.toEqual([0, 0]);
      }),
    );
  });

  test("a UDP checksum that comes out as 0 is sent as ffff (RFC 768)", () => {
    const without = ipBytes(datagram(A, B, "\u0000\u0000"));
    const checksum = String.fromCharCode(without[26]!, without[27]!);
    const octets = ipBytes(datagram(A, B, checksum));
    expect([octets[26], octets[27]]).toEqual([0xff, 0xff]);
  });

  test("ICMP sums its own octets, ICMPv6 the pseudo-header too", () => {
    const about = { type: 3, code: 3, quoted: datagram(A, B, "x"), echo: null } as const;
    const octets = ipBytes({ kind: "icmp", from: "10.0.0.2", to: "10.0.0.1", ...about });
    expect(internetChecksum(octets.subarray(20))).toBe(0);
    const about6 = { type: 1, code: 4, quoted: datagram(A6, B6, "x"), echo: null } as const;
    expect(
      payloadChecksum(ipBytes({ kind: "icmp", from: "2001:db8::2", to: "2001:db8::1", ...about6 })),
    ).toBe(0);
  });
});

describe("an ICMP error", () => {
  test("quotes the packet as it was sent, from its IP header on", () => {
    const quoted = segment(A, B, "S", 7, 0, { options: SYN_OPTIONS });
    const octets = ipBytes({
      kind: "icmp",
      from: "10.0.0.2",
      to: "10.0.0.1",
      type: 3,
      code: 3,
      quoted,
      echo: null,
    });
    expect(hex(octets.subarray(28))).toBe(hex(ipBytes(quoted)));
  });

  test("is no longer than 576 octets, for IPv6 1280", () => {
    const long = "x".repeat(1300);
    const icmp = { kind: "icmp", echo: null } as const;
    const error = { ...icmp, from: "10.0.0.2", to: "10.0.0.1", type: 3, code: 3 };
    expect(ipBytes({ ...error, quoted: datagram(A, B, long) })).toHaveLength(576);
    const error6 = { ...icmp, from: "2001:db8::2", to: "2001:db8::1", type: 1, code: 4 };
    expect(ipBytes({ ...error6, quoted: datagram(A6, B6, long) })).toHaveLength(1280);
  });
});

test("any other protocol's data follows the IP header as it is", () => {
  const raw = ipBytes({
    kind: "raw",
    from: "10.0.0.1",
    to: "10.0.0.2",
    protocol: 253,
    data: "abc",
  });
  expect(raw[9]).toBe(253);
  expect(hex(raw.subarray(20))).toBe("616263");
});
