import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { decode } from "#netstat/decode";
import { explainer } from "#netstat/explain";
import { decodeArguments } from "./decode-arguments.ts";
import { toldListing } from "./told-listing.ts";

const LISTING = `tcp        0      0 127.0.0.1:5432          0.0.0.0:*               LISTEN      7/postgres
tcp6       0      0 :::80                   :::*                    LISTEN      8/nginx
tcp        0      0 127.0.0.1:99999         0.0.0.0:*               LISTEN      9/odd
what is this?
`;

const directory = mkdtempSync(join(tmpdir(), "decode-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(words: readonly string[], input: string | Buffer): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "src/cli/decode.ts", ...words],
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

describe("what is typed behind decode", () => {
  test.each([
    [[], { kind: "read", json: false, files: [] }],
    [["--json"], { kind: "read", json: true, files: [] }],
    [["a", "--json", "-"], { kind: "read", json: true, files: ["a", "-"] }],
    [["--", "--json"], { kind: "read", json: false, files: ["--json"] }],
    [["--json", "-h"], { kind: "help" }],
    [["--jsn"], { kind: "wrong", message: "There is no option --jsn." }],
  ])("%j is understood", (words, expected) => {
    expect(decodeArguments(words)).toEqual(expected);
  });
});

describe("a listing in sentences", () => {
  const told = (text: string) => {
    const listing = decode(text);
    return [...toldListing(listing, explainer(listing))].join("");
  };

  test("says what it was taken for, each row, what deserves a look, and what was not understood", () => {
    const text = told(LISTING);
    expect(text).toMatch(/^netstat \(net-tools\) on Linux, probably \(lines 1 to \d\)\n/);
    expect(text).toContain("\nline 1: postgres waits for clients on TCP port 5432; only programs");
    expect(text).toContain("\n- Listens on every interface (line 2): ");
    expect(text).toContain("\nline 3: The local port is above 65535.");
    expect(text).toContain(
      "\nline 4: No part of any listing this reader knows.\n    what is this?",
    );
    expect(text).toMatch(/\n2 of 4 lines read\.\n$/);
  });

  test("never says that nothing is listening", () => {
    const text = told("Kernel IP routing table\nDestination Gateway Genmask\n");
    expect(text).toContain("- 2 lines from line 1 on: A line of a routing table");
    expect(text).toContain("That says nothing about what listens on the machine.");
  });

  test("lists UNIX-domain sockets apart", () => {
    const text = told(
      "Active UNIX domain sockets (only servers)\nunix  2  [ ACC ]  STREAM  LISTENING  87600  104/my server        /run/a b",
    );
    expect(text).toContain("\nline 2: /run/a b, stream, listening, my server\n");
  });

  test("shows what a terminal would obey", () => {
    const text = told("tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN 8/a\u202eb\u009cm");
    expect(text).toContain("a\\u{202e}b\\u{9c}m waits");
    expect(text).not.toMatch(/[\u0080-\u009f\u202e]/);
  });
});

describe("the command", () => {
  test("prints data for --json, from bytes in a console's code page", async () => {
    const bytes = Buffer.from(
      "  TCP  192.0.2.1:135  0.0.0.0:0  LISTENING  4\r\n ABH\x99REN",
      "latin1",
    );
    const { code, stdout, stderr } = await run(["--json"], bytes);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      blocks: [{ tool: "Windows netstat", os: "Windows" }],
      entries: [{ line: 1, protocol: "tcp", role: "listener", process: { pid: 4, name: null } }],
      lines: [{ line: 1, kind: "socket" }, { line: 2 }],
    });
  });

  test("reads files one after the other, each from its own line on", async () => {
    const file = join(directory, "a.txt");
    writeFileSync(file, LISTING.trimEnd());
    const { stdout } = await run([file, "-"], "LISTEN 0 5 0.0.0.0:81 0.0.0.0:*");
    expect(stdout).toContain("line 5: A program waits for clients on TCP port 81");
  });

  test("says kindly that a file is missing, and that a flag is unknown", async () => {
    expect(await run([join(directory, "none")], "")).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("cannot be read: there is no such file.") as string,
    });
    expect(await run(["--jsn"], "")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("Usage: ") as string,
    });
  });

  test("has help, and an answer to an empty input", async () => {
    expect(await run(["--help"], "")).toMatchObject({ code: 0, stderr: "" });
    expect(await run([], "")).toEqual({
      code: 0,
      stdout: "There is nothing to read here yet.\n",
      stderr: "",
    });
  });

  test("ends quietly when nobody reads on", async () => {
    const rows = "LISTEN 0 5 0.0.0.0:81 0.0.0.0:*\n".repeat(20_000);
    const ended = new Promise<Ran>((resolve) => {
      const child = execFile(
        process.execPath,
        ["--import", "tsx", "src/cli/decode.ts", "--json"],
        (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      );
      child.stdout?.once("data", () => child.stdout?.destroy());
      child.stdin?.end(rows);
    });
    expect(await ended).toMatchObject({ code: 0, stderr: "" });
  });
});
