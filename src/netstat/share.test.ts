import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_SHARED_BYTES, sharedBytes, shareText } from "./share.ts";

const shared = (bytes: Uint8Array) => {
  const answer = shareText(bytes);
  if (answer.type === "error") throw new Error(answer.message);
  return answer.text;
};

test("bytes come back as they were, and a fragment may hold every character", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const text = shared(bytes);
      expect(text).toMatch(/^[\w.-]+$/);
      expect(sharedBytes(text)).toEqual({ type: "bytes", bytes });
      expect(sharedBytes(`#${text}`)).toEqual({ type: "bytes", bytes });
    }),
  );
});

test("the data is base64url as RFC 4648 writes it", () => {
  const data = (text: string) => shared(new TextEncoder().encode(text)).split(".")[2];
  expect(["f", "fo", "foo", "foob", "fooba", "foobar"].map(data)).toEqual([
    "Zg",
    "Zm8",
    "Zm9v",
    "Zm9vYg",
    "Zm9vYmE",
    "Zm9vYmFy",
  ]);
  expect(shared(Uint8Array.of(251, 255)).split(".")[2]).toBe("-_8");
});

test("a link that was cut or changed anywhere says so", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 60 }),
      fc.nat(100),
      fc.constantFrom("", "A", "_", "%", ".", "é"),
      (bytes, place, put) => {
        const text = shared(bytes);
        const at = 2 + (place % (text.length - 2));
        const damaged = text.slice(0, at) + put + text.slice(at + 1);
        if (damaged === text) return;
        expect(sharedBytes(damaged)).toMatchObject({ type: "error", reason: "damaged" });
      },
    ),
  );
});

describe("what is no link of ours", () => {
  test.each([
    ["", "empty"],
    ["#", "empty"],
    ["hello", "damaged"],
    ["1", "damaged"],
    ["1..", "damaged"],
    ["2.abc.def", "other-version"],
    ["A".repeat(100_000), "too-long"],
  ])("%.20s: %s", (text, reason) => {
    expect(sharedBytes(text)).toMatchObject({ type: "error", reason });
  });

  test("any text at all is answered", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(sharedBytes(text).type).toBe("error");
      }),
    );
  });
});

test("what is too long for a link is not made into one", () => {
  expect(shareText(new Uint8Array(MOST_SHARED_BYTES)).type).toBe("shared");
  expect(sharedBytes(shared(new Uint8Array(MOST_SHARED_BYTES))).type).toBe("bytes");
  expect(shareText(new Uint8Array(MOST_SHARED_BYTES + 1))).toMatchObject({ reason: "too-long" });
});
