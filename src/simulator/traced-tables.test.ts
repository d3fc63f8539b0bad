/** The tables that the kernel traces hold, read by the decoder and printed again: the same, blanks at line ends apart. */
import { readListing } from "#netstat/listing.fixture";
import { expect, test } from "vitest";
import { TRACE_FILES, traceOf } from "./kernel-trace.fixture.ts";
import { commandOutput } from "./tools/command.ts";

/** Timers are not ours: with -o ss prints them behind everything else. */
const untimed = (command: string) => command.replace(/^ss -tano$/, "ss -tan");

const trimmed = (lines: readonly string[]) => lines.map((line) => line.trimEnd()).filter(Boolean);

const TABLES = TRACE_FILES.flatMap((file) =>
  traceOf(file).flatMap((step) => {
    if (step.kind !== "print") return [];
    const command = untimed(step.command.replace(/^COLUMNS=\d+ /, "").replace(/ \| cat -A$/, ""));
    const lines = step.lines.map((line) => line.replace(/ timer:\(.*\)$/, ""));
    const isKnown = commandOutput(command, []).type === "output";
    return isKnown ? [{ file, at: step.line, command, lines: trimmed(lines) }] : [];
  }),
);

/** An entry has no inode; lsof prints it as DEVICE. */
const inodeIn = (line = "") => Number(/ IPv[46] +(\d+) /.exec(line)?.[1] ?? 0);

test("the traces hold enough tables", () => {
  expect(TABLES.length).toBeGreaterThan(400);
  for (const tool of ["ss", "netstat", "lsof"])
    expect(TABLES.some(({ command }) => command.startsWith(tool))).toBe(true);
});

test.each([...new Set(TABLES.map(({ file }) => file))])(
  "the tables of %s are printed as they were",
  (traced) => {
    for (const { file, at, command, lines } of TABLES) {
      if (file !== traced) continue;
      const { rows } = readListing([`$ ${command}`, ...lines].join("\n"));
      // The command's own line stands before the first of the table's.
      const sockets = rows.map(({ entry, line }) => ({ entry, inode: inodeIn(lines[line - 2]) }));
      const output = commandOutput(command, sockets);
      const printed =
        output.type === "output" ? trimmed(output.text.split("\n")) : [output.message];
      expect(printed, `${command}, line ${at}`).toEqual(lines);
    }
  },
);
