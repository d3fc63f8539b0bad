/** The programs of every scenario, as their languages' own tools read them. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { CodeLanguage } from "#simulator/programs/code-context";
import { cText, nodeData, pythonBytes } from "#simulator/programs/literals";
import { programLines } from "#simulator/programs/program-lines";
import { SCENARIOS } from "#simulator/scenarios";
import { parseSimulation } from "#simulator/simulation-file";
import type { SimulationFile } from "#simulator/simulation-file";
import { expect } from "vitest";
import { testWithTool } from "./test-with-tool.ts";

const run = promisify(execFile);

interface Program {
  readonly name: string;
  readonly text: string;
}

const FILES = SCENARIOS.map(({ id, simulation }) => {
  const parsed = parseSimulation(simulation);
  if (parsed.type === "error") throw new Error(`${id}: ${parsed.message}`);
  return { id, file: parsed.file };
});

/** Names that are words of the languages, bytes of all kinds, options and calls that no scenario has. */
const ODD = parseSimulation({
  hosts: { A: { addresses: ["10.0.0.1", "2001:db8::1"] } },
  steps: [
    ["socket", null, "socket", ["AF_INET", "SOCK_STREAM"]],
    ["socket", null, "class", ["AF_INET6", "SOCK_STREAM"]],
    ["socket", null, "my socket", ["AF_INET", "SOCK_DGRAM"]],
    ["socket", null, "my-socket", ["AF_INET6", "SOCK_DGRAM"]],
    ["socket", null, "7", ["AF_INET", "SOCK_RAW", 253]],
    ["socket", null, "raw6", ["AF_INET6", "SOCK_RAW", "IPPROTO_ICMPV6"]],
    ["setsockopt", "socket", null, ["SO_LINGER", 3]],
    ["setsockopt", "socket", null, ["SO_LINGER"]],
    ["setsockopt", "socket", null, ["SO_RCVTIMEO", 1500]],
    ["setsockopt", "socket", null, ["TCP_USER_TIMEOUT", 1500]],
    ["setsockopt", "socket", null, ["TCP_NODELAY", 1]],
    ["setsockopt", "socket", null, ["O_NONBLOCK", 1]],
    ...["SO_LINGER", "SO_RCVTIMEO", "O_NONBLOCK", "SO_ERROR", "TCP_NODELAY", "IPV6_V6ONLY"].map(
      (option) => ["getsockopt", "socket", null, [option]],
    ),
    ["bind", "socket", null, ["10.0.0.1", 4000]],
    ["connect", "socket", null, ["10.0.0.1", 4001]],
    ["send", "socket", null, ["\"'\\\n\r\t\u00009%d??/\u00FF"]],
    ["send", "socket", null, ["'".repeat(30)]],
    ["send", "socket", null, ["\u00E9".repeat(30)]],
    ["shutdown", "socket", null, ["SHUT_RD"]],
    ["shutdown", "socket", null, ["SHUT_RDWR"]],
    ["getpeername", "socket", null, []],
    ["connect", "my socket", null, ["10.0.0.1", 4001]],
    ["connect", "my socket", null, []],
    ["sendto", "my-socket", null, ["x", "2001:db8::1", 4001]],
    ["sendto", "7", null, ["x", "10.0.0.1", 0]],
    ["listen", "class", null, [5]],
    ["accept", "class", null, []],
    ["accept", "class", "data", []],
    ["recv", "data", null, [10]],
    ["socket", null, "socket", ["AF_INET", "SOCK_STREAM"]],
    ["connect", "socket", null, ["10.0.0.1", 4001]],
    ["connect", "socket", null, ["10.0.0.1", 4002]],
    ["fork", null, "main_", []],
    ["exit", null, null, []],
  ].map(([call, on, as, args]) => ({
    host: "A",
    call,
    args,
    ...(on === null ? {} : { on }),
    ...(as === null ? {} : { as }),
  })),
});
if (ODD.type === "error") throw new Error(ODD.message);

function programsOf(language: CodeLanguage): readonly Program[] {
  return [...FILES, { id: "odd", file: ODD.type === "file" ? ODD.file : FILES[0]!.file }].flatMap(
    ({ id, file }) =>
      programNames(file).map(([host, process]) => ({
        name: `${id}-${host}-${process}`.replaceAll(/[^\w-]/g, "-"),
        text: programLines(language, file, host, process)
          .map(({ text }) => `${text}\n`)
          .join(""),
      })),
  );
}

function programNames({ steps }: SimulationFile): readonly (readonly [string, string])[] {
  const calls = steps.flatMap((step) =>
    step.kind === "call" ? [[step.host, step.process] as const] : [],
  );
  return [...new Map(calls.map((call) => [call.join(" "), call])).values()];
}

/** `check` is given the directory and the files' names in it. */
async function withFiles(
  ending: string,
  programs: readonly Program[],
  check: (directory: string, files: readonly string[]) => Promise<void>,
): Promise<void> {
  expect(programs.length).toBeGreaterThan(FILES.length);
  const directory = await mkdtemp(join(tmpdir(), "programs-"));
  try {
    for (const { name, text } of programs) await writeFile(join(directory, name + ending), text);
    await check(
      directory,
      programs.map(({ name }) => name + ending),
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

// A program keeps what accept() gave it, whether it uses it or not.
const C_FLAGS = ["-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-Wno-unused-variable"];

testWithTool("cc", "the programs in C compile without a warning", () =>
  withFiles(".c", programsOf("c"), async (cwd, files) => {
    await run("cc", [...C_FLAGS, ...files], { cwd });
  }),
);

testWithTool("python3", "the programs in Python compile", () =>
  withFiles(".py", programsOf("python"), async (cwd, files) => {
    await run("python3", ["-W", "error", "-m", "py_compile", ...files], { cwd });
  }),
);

/** What `node --check` does, for all of them in one process. */
const CHECK = `
  import { readFileSync } from "node:fs";
  import { SourceTextModule } from "node:vm";
  for (const file of process.argv.slice(1))
    new SourceTextModule(readFileSync(file, "utf8"), { identifier: file });
`;

testWithTool("node", "Node takes the programs for Node", () =>
  withFiles(".mjs", programsOf("node"), async (cwd, files) => {
    const options = ["--experimental-vm-modules", "--no-warnings", "--input-type=module"];
    await run("node", [...options, "--eval", CHECK, ...files], { cwd });
  }),
);

/** Every byte, and digits and question marks where an escape could take them in. */
const BYTES = `${String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte))}\u00019 \u00FFf ??/ ??=`;

async function written(
  ending: string,
  text: string,
  execute: (directory: string, file: string) => Promise<{ stdout: string | Buffer }>,
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "bytes-"));
  try {
    await writeFile(join(directory, `bytes${ending}`), text);
    const { stdout } = await execute(directory, `bytes${ending}`);
    return Buffer.from(stdout).toString("latin1");
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const asBytes = { encoding: "buffer" } as const;

testWithTool("python3", "in Python every byte is itself", async () => {
  const text = `import sys\nsys.stdout.buffer.write(${pythonBytes(BYTES)})\n`;
  expect(
    await written(".py", text, (cwd, file) => run("python3", [file], { cwd, ...asBytes })),
  ).toBe(BYTES);
});

testWithTool("node", "in Node every byte is itself", async () => {
  const text = `process.stdout.write(${nodeData(BYTES)});\n`;
  expect(await written(".mjs", text, (cwd, file) => run("node", [file], { cwd, ...asBytes }))).toBe(
    BYTES,
  );
});

testWithTool("cc", "in C every byte is itself", async () => {
  const text = `#include <stdio.h>\nint main(void) { fwrite(${cText(BYTES)}, 1, ${BYTES.length}, stdout); }\n`;
  const bytes = await written(".c", text, async (cwd, file) => {
    await run("cc", ["-std=c17", "-o", "bytes", file], { cwd });
    return run("./bytes", [], { cwd, ...asBytes });
  });
  expect(bytes).toBe(BYTES);
});
