import { expect, test } from "vitest";
import { SYSTEM_COMMANDS } from "./commands.ts";
import { decode } from "./decode.ts";
import { dialectOf } from "./dialects.ts";

const COMMANDS = SYSTEM_COMMANDS.flatMap(({ commands }) => commands);

test("Windows, Linux and macOS have their commands", () => {
  expect(SYSTEM_COMMANDS.map(({ system }) => system)).toEqual(["Windows", "Linux", "macOS"]);
});

test.each(COMMANDS)(
  "$command is read as a prompt, and runs the tool of its dialect",
  ({ command, dialect }) => {
    expect(decode(command).fate(1)).toEqual({ kind: "prompt" });
    const [tool] = dialectOf(dialect).command.split(" ");
    expect(command.replace("sudo ", "").split(" ")[0]).toBe(tool);
  },
);
