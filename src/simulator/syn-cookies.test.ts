import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TcpOptions, TcpSegment } from "./packet.ts";
import { add } from "./sequence.ts";
import { cookieFor, optionsInCookie } from "./syn-cookies.ts";

const MINUTE = 60_000_000;
const local = { address: "192.0.2.2", port: 8080 };
const peer = { address: "192.0.2.1", port: 40_000 };

function answer(isn: number, cookie: number): TcpSegment {
  const flags = { syn: false, ack: true, fin: false, rst: false, psh: false };
  const numbers = { seq: add(isn, 1), ack: add(cookie, 1) };
  return {
    kind: "tcp",
    from: peer,
    to: local,
    ...numbers,
    flags,
    window: 1,
    options: {},
    data: "",
  };
}

const options = fc.record(
  {
    mss: fc.constantFrom(536, 1300, 1440, 1460),
    windowScale: fc.integer({ min: 0, max: 14 }),
    sackPermitted: fc.constant(true),
    timestamps: fc.constant(true),
  },
  { requiredKeys: ["mss"] },
) as fc.Arbitrary<TcpOptions>;
const number = fc.nat({ max: 0xff_ff_ff_ff });

describe("a SYN cookie", () => {
  test("gives the SYN's options back to who returns it within a minute", () => {
    fc.assert(
      fc.property(
        number,
        number,
        fc.nat({ max: 10 ** 10 }),
        fc.nat({ max: MINUTE }),
        options,
        (isn, secret, now, later, offered) => {
          const cookie = cookieFor({ local, peer, isn, secret, now }, offered);
          expect(optionsInCookie(answer(isn, cookie), secret, now + later)).toEqual(offered);
        },
      ),
    );
  });

  test("is worth nothing with another number, or three minutes later", () => {
    const asked = { local, peer, isn: 7, secret: 1, now: 0 };
    const cookie = cookieFor(asked, { mss: 1460 });
    expect(optionsInCookie(answer(7, add(cookie, 1 << 10)), 1, 0)).toBe(null);
    expect(optionsInCookie(answer(8, cookie), 1, 0)).toBe(null);
    expect(optionsInCookie(answer(7, cookie), 1, 3 * MINUTE)).toBe(null);
  });
});
