import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCheatSheet } from "./cheat-sheet-plugin.ts";
import { numberedFolders } from "./lessons-plugin.ts";

const LESSON = `---
title: Small ports
description: All about small ports.
minutes: 5
goals: [tell small from large, count]
summary: ["\`ss\` prints ports.", "They are small."]
requires: []
introduces: []
sources: [{ title: RFC 6335, url: https://www.rfc-editor.org/rfc/rfc6335 }]
---

Text.

| port | use |
| --- | --- |
| 22 | **SSH**, by \`sshd\` |
| 80 | the <Term id="web">web</Term> |

<PerSystem does="list them" linux={\`ss -tln | awk '{print $4}'\`} macos={"netstat -an"} windows="netstat -an" />

<PerSystem linux={\`unnamed\`} macos={\`unnamed\`} windows={\`unnamed\`} />

<PerSystem
  does="count them"
  linux={\`one
two\`}
  macos={\`three\`}
  windows={\`netstat | findstr "\\\\.80"\`}
/>
`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sheet-"));
  mkdirSync(join(directory, "01-ports/01-small"), { recursive: true });
  writeFileSync(join(directory, "01-ports/01-small/lesson.mdx"), LESSON);
});
afterEach(() => rmSync(directory, { recursive: true }));

const ask = (tables: unknown) =>
  writeFileSync(join(directory, "01-ports/cheat-sheet.json"), JSON.stringify({ tables }));
const TERMS = [
  { id: "web", term: "web", definition: "Pages.", lesson: "ports/small" },
  { id: "ask", term: "ask", definition: "To ask.", lesson: "ports/small" },
  { id: "far", term: "far", definition: "Elsewhere.", lesson: "sockets/large" },
];

describe("a cheat sheet", () => {
  test("has its lessons in short and the chapter's own words from A to Z", () => {
    const { lessons, terms, tables } = readCheatSheet(directory, "ports", TERMS).sheet;
    expect(lessons).toEqual([
      { slug: "small", title: "Small ports", summary: ["`ss` prints ports.", "They are small."] },
    ]);
    expect(terms.map(({ id }) => id)).toEqual(["ask", "web"]);
    expect(tables).toEqual([]);
  });

  test("has the lessons' commands for every system, where a lesson says what they are for", () => {
    expect(readCheatSheet(directory, "ports", []).sheet.commands).toEqual([
      {
        does: "list them",
        linux: "ss -tln | awk '{print $4}'",
        macos: "netstat -an",
        windows: "netstat -an",
      },
      {
        does: "count them",
        linux: "one\ntwo",
        macos: "three",
        windows: 'netstat | findstr "\\.80"',
      },
    ]);
  });

  test("takes the tables it is asked for out of the lessons, or has its own", () => {
    ask([
      { title: "Use", lesson: "small", columns: ["port"] },
      { title: "Own", columns: ["a", "b"], rows: [["1", "2"]] },
    ]);
    expect(readCheatSheet(directory, "ports", []).sheet.tables).toEqual([
      {
        title: "Use",
        columns: ["port", "use"],
        rows: [
          ["22", "SSH, by `sshd`"],
          ["80", "the web"],
        ],
      },
      { title: "Own", columns: ["a", "b"], rows: [["1", "2"]] },
    ]);
  });

  test("is made without a table that is not there, and the table is named", () => {
    ask([{ title: "Use", lesson: "small", columns: ["sort"] }]);
    const { sheet, missing } = readCheatSheet(directory, "ports", []);
    expect(sheet.tables).toEqual([]);
    expect(missing).toEqual([
      expect.stringMatching(
        /01-ports\/cheat-sheet\.json: the lesson “small” has no table that begins sort\.$/,
      ),
    ]);
  });

  test("whose data is wrong stops the build and names the file", () => {
    ask([{ title: "Use" }]);
    expect(() => readCheatSheet(directory, "ports", [])).toThrow(/01-ports\/cheat-sheet\.json/);
  });

  test("of no chapter is an error", () => {
    expect(() => readCheatSheet(directory, "sockets", [])).toThrow(
      "There is no chapter “sockets”.",
    );
  });
});

test.each(numberedFolders("content/lessons").map(({ slug }) => slug))(
  "the lessons of the chapter %s have every table that its cheat sheet asks for",
  (slug) => {
    expect(readCheatSheet("content/lessons", slug, []).missing).toEqual([]);
  },
);
