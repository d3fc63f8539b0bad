import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseAddress } from "#net/address";
import { decode } from "./decode.ts";
import { DIALECTS } from "./dialects.ts";
import { capture, capturesIn, readListing } from "./listing.fixture.ts";
import { print } from "./print.ts";
import { secretsOf, secretTable, shape } from "./redact.fixture.ts";
import { redact, type RedactOptions } from "./redact.ts";

const redacted = (text: string, options?: RedactOptions) => redact(decode(text), options).text;

const printed = fc
  .tuple(secretTable, fc.constantFrom(...DIALECTS.map(({ id }) => id)))
  .map(([entries, dialect]) => print(entries, dialect));

const FOLDER = "recorded/every-kind/";
const LINES = capturesIn(FOLDER).flatMap((file) => capture(`${FOLDER}${file}`).split("\n"));
const capturedLine = fc.integer({ min: 0, max: LINES.length - 1 }).map((n) => LINES[n]!);
const anyLine = fc.oneof(
  { arbitrary: capturedLine, weight: 4 },
  fc
    .tuple(capturedLine, capturedLine, fc.nat(120), fc.nat(120))
    .map(([one, other, at, from]) => one.slice(0, at) + other.slice(from)),
  fc.constantFrom("alice@web1:~$ ss -tan", "C:\\Users\\alice>netstat -ano", "hello", ""),
  fc.string({ unit: "binary", maxLength: 30 }),
);
const mixed = fc.array(anyLine, { maxLength: 12 }).map((lines) => lines.join("\n"));
const anyText = fc.oneof(
  printed,
  mixed,
  fc.tuple(printed, mixed, printed).map((parts) => parts.join("\n")),
);

test("the redacted text has the same rows, with only names and addresses changed", () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, programs) => {
      expect(shape(redacted(text, { programs }))).toEqual(shape(text));
    }),
  );
});

test("the same value has the same pseudonym, and another value another", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const before = readListing(text).entries;
      const after = readListing(redacted(text)).entries;
      const there = new Map<string, string>();
      const back = new Map<string, string>();
      const pair = (one: string | undefined, other: string | undefined) => {
        if (one === undefined || other === undefined) return;
        const key = canonical(one);
        expect(there.get(key) ?? canonical(other)).toBe(canonical(other));
        expect(back.get(canonical(other)) ?? key).toBe(key);
        there.set(key, canonical(other));
        back.set(canonical(other), key);
      };
      before.forEach(({ local, peer }, at) => {
        pair(local.address, after[at]?.local.address);
        pair(peer?.address, after[at]?.peer?.address);
      });
    }),
  );
});

test("no public address, host or user of the rows is left anywhere", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = redacted(text);
      for (const secret of secretsOf(readListing(text).entries)) {
        const pattern = new RegExp(
          String.raw`(?<![\p{L}\p{N}_.:])${secret.replaceAll(/[.*+?^$()[\]{}|\\]/g, "\\$&")}(?![\p{L}\p{N}_.])`,
          "u",
        );
        expect(shown).not.toMatch(pattern);
      }
    }),
  );
});

test("redacting twice changes nothing more", () => {
  fc.assert(
    fc.property(printed, (text) => {
      const once = redacted(text);
      expect(redacted(once)).toBe(once);
    }),
  );
});

test("any text at all is redacted, line by line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const listing = decode(text);
      expect(decode(redact(listing).text).lineCount).toBe(listing.lineCount);
    }),
  );
});

/** An address in one spelling, ::ffff:192.0.2.1 and 192.00.2.1 as 192.0.2.1. */
function canonical(text: string): string {
  const address = parseAddress(text);
  if (address.type === "error")
    return address.reason === "leading-zero"
      ? text.split(".").map(Number).join(".")
      : text.toLowerCase();
  return address.type === "v4-mapped" ? address.ipv4.text : address.text;
}
