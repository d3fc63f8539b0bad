import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { SocketEntry } from "#net/socket-entry";
import { decode } from "./decode.ts";
import { DIALECTS } from "./dialects.ts";
import type { DialectId } from "./listing.ts";
import { glance, readListing } from "./listing.fixture.ts";
import { print, project } from "./print.ts";
import { socketTable } from "./socket-entry.arbitrary.ts";

/** A way that changes runs of blanks would change those inside names, too. */
const table = socketTable.map((entries) =>
  entries.map((entry) => ({
    ...entry,
    processes: entry.processes.map((process) => ({
      ...process,
      name: process.name?.replaceAll(/ +/g, " ") ?? null,
    })),
  })),
);

interface Printed {
  readonly dialect: DialectId;
  readonly text: string;
  readonly entries: readonly SocketEntry[];
}

const printed = (but: readonly DialectId[] = []): fc.Arbitrary<Printed> =>
  fc
    .tuple(
      fc.constantFrom(...DIALECTS.map(({ id }) => id).filter((id) => !but.includes(id))),
      table,
    )
    .map(([dialect, entries]) => ({
      dialect,
      text: print(entries, dialect),
      entries: project(entries, dialect),
    }));

/** Tools whose gaps mean something, to the eye as to this reader: which system printed them, who is missing. */
const GAPS: readonly DialectId[] = ["macos-netstat", "freebsd-netstat", "openbsd-netstat"];

/** What happens to a listing on its way into the page, and to whose it cannot happen. */
const WAYS: readonly (readonly [string, (text: string) => string, (readonly DialectId[])?])[] = [
  ["as they are", (text) => text],
  ["with a blank line between", (text) => `${text}\n`],
  ["below prompts", (text) => `me@host:~$ date\n${text}`],
  ["below PowerShell's prompts", (text) => `PS C:\\Users\\me>\n${text}`],
  ["with Windows's line ends", (text) => text.replaceAll("\n", "\r\n")],
  [
    "with a pager's blanks behind each line",
    (text) => text.replaceAll("\n", "  \n"),
    ["lsof-fields"],
  ],
  ["without the blanks in front", (text) => text.replaceAll(/^ +/gm, "")],
  ["quoted in a mail", (text) => text.replaceAll(/^(?=.|\n.)/gm, "> ")],
  ["in fences", (text) => `\`\`\`text\n${text}\`\`\`\n`],
  ["indented", (text) => text.replaceAll(/^(?=.)/gm, "    "), ["lsof-fields"]],
  ["with tabs for blanks", (text) => text.replaceAll(/ {2,}/g, "\t"), GAPS],
  ["with single blanks", (text) => text.replaceAll(/(?<=\S) +/g, " "), GAPS],
];

const NAMED_WAYS = WAYS.map(([name, way, but = []]) => ({ name, way, but }));

test.each(NAMED_WAYS)("two tools' listings $name read as one after the other", ({ way, but }) => {
  fc.assert(
    fc.property(printed(but), printed(but), (one, other) => {
      const { entries } = readListing(way(one.text) + way(other.text));
      expect(entries).toEqual([...one.entries, ...other.entries]);
    }),
  );
});

/** Its heading names the protocol, and nothing else does. */
const NEEDS_HEADING: readonly DialectId[] = ["proc-net"];

test("rows below another tool's heading are read as their own tool's, or not at all", () => {
  fc.assert(
    fc.property(printed(), printed(NEEDS_HEADING), (one, other) => {
      const listing = decode(other.text);
      const rows = other.text
        .split("\n")
        .filter((_, n) => n < listing.lineCount && listing.fate(n + 1).kind !== "heading");
      const glances = readListing(`${one.text.trimEnd()}\n${rows.join("\n")}`).entries.map(glance);
      const own = one.entries.map(glance);
      expect(glances.slice(0, own.length)).toEqual(own);
      const others = other.entries.map(glance);
      expect(others).toEqual(expect.arrayContaining(glances.slice(own.length)));
    }),
  );
});
