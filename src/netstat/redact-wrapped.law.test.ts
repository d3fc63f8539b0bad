import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseAddress } from "#net/address";
import { decode } from "./decode.ts";
import { DIALECTS } from "./dialects.ts";
import { readListing } from "./listing.fixture.ts";
import { secretsOf, secretTable, shape } from "./redact.fixture.ts";
import { redact } from "./redact.ts";

const redacted = (text: string) => redact(decode(text)).text;

/** Each line in pieces as a terminal of `width` columns shows them. */
const piecesOf = (line: string, width: number) =>
  Array.from({ length: Math.max(1, Math.ceil(line.length / width)) }, (_, piece) =>
    line.slice(piece * width, (piece + 1) * width),
  );

const inWindow = (text: string, width: number) =>
  text
    .split("\n")
    .flatMap((line) => piecesOf(line, width))
    .join("\n");

/** What stands above and below the window's edge of each secret that crosses it, where it is long enough to tell. */
function brokenParts(text: string, width: number, secrets: readonly string[]): readonly string[] {
  const parts = text.split("\n").flatMap((line) =>
    secrets.flatMap((secret) => {
      const at = line.indexOf(secret);
      const edge = Math.ceil((at + 1) / width) * width - at;
      return at < 0 || edge >= secret.length ? [] : [secret.slice(0, edge), secret.slice(edge)];
    }),
  );
  return parts.filter((part) => part.length >= 6);
}

const isIn = (text: string, part: string) =>
  parseAddress(part).type === "error" && !part.includes(":")
    ? text.includes(part)
    : new RegExp(
        String.raw`(?<![\p{L}\p{N}_.:])${part.replaceAll(/[.*+?^$()[\]{}|\\]/g, "\\$&")}(?![\p{L}\p{N}_.])`,
        "u",
      ).test(text);

const width = fc.integer({ min: 60, max: 140 });

/** Of a name with colons a part may look like an address. */
const plainTable = secretTable.map((table) =>
  table.map((entry) => ({
    ...entry,
    processes: entry.processes.map((process) => ({
      ...process,
      name: process.name?.replaceAll(/[^a-zA-Z0-9.-]+/g, "") || "x",
    })),
  })),
);

test.each(DIALECTS)(
  "rows of $tool that a window broke keep what they say, but for names",
  ({ print }) => {
    fc.assert(
      fc.property(plainTable, width, (table, columns) => {
        const broken = inWindow(print(table), columns);
        expect(shape(redacted(broken))).toEqual(shape(broken));
      }),
    );
  },
);

test.each(DIALECTS)(
  "of rows of $tool that a window broke no name is left, nor a part of one",
  ({ print }) => {
    fc.assert(
      fc.property(plainTable, width, (table, columns) => {
        const text = print(table);
        const secrets = secretsOf(readListing(text).entries);
        const shown = redacted(inWindow(text, columns));
        const whole = redacted(text);
        const telling = [...secrets, ...brokenParts(text, columns, secrets)];
        // What else the listing holds and shows tells nothing of the secret.
        expect(telling.filter((part) => isIn(shown, part) && !isIn(whole, part))).toEqual([]);
      }),
    );
  },
);
