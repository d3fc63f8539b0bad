import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { SCENARIOS } from "#simulator/scenarios";
import { simulateArguments } from "./simulate-arguments.ts";

const directory = mkdtempSync(join(tmpdir(), "simulate-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(words: readonly string[], input = ""): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "src/cli/simulate.ts", ...words],
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

const REFUSED = {
  profile: "linux",
  hosts: { A: { addresses: ["10.0.0.1"] }, B: { addresses: ["10.0.0.2"] } },
  delayMs: 10,
  steps: [
    { host: "A", call: "socket", args: ["AF_INET", "SOCK_STREAM"], as: "c" },
    { host: "A", call: "connect", on: "c", args: ["10.0.0.2", 80] },
    { wait: 100 },
  ],
};

describe("what is typed behind simulate", () => {
  test.each([
    [["refused"], { kind: "run", what: "refused", json: false, pcap: null, at: null }],
    [
      ["--json", "a.json", "--pcap", "a.pcap", "--at", "B"],
      { kind: "run", what: "a.json", json: true, pcap: "a.pcap", at: "B" },
    ],
    [["--", "--list"], { kind: "run", what: "--list", json: false, pcap: null, at: null }],
    [["-"], { kind: "run", what: "-", json: false, pcap: null, at: null }],
    [["--list", "--json"], { kind: "list", json: true }],
    [["refused", "-h"], { kind: "help" }],
    [[], { kind: "wrong", message: "Name a scenario or a file; --list names the scenarios." }],
    [["a", "b"], { kind: "wrong", message: "One scenario or file at a time." }],
    [["a", "--at"], { kind: "wrong", message: "--at needs the name of a host behind it." }],
    [["--jsn"], { kind: "wrong", message: "There is no option --jsn." }],
  ])("%j is understood", (words, expected) => {
    expect(simulateArguments(words)).toEqual(expected);
  });
});

describe("the command", () => {
  test("lists every scenario", async () => {
    const { code, stdout } = await run(["--list"]);
    expect(code).toBe(0);
    for (const { id, title } of SCENARIOS) expect(stdout).toMatch(`  ${id.padEnd(28)}${title}\n`);
  });

  test("tells a scenario's steps, segments, results and sockets", async () => {
    const { code, stdout, stderr } = await run(["refused"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Connection refused\n- Nobody listens on port 9999/);
    expect(stdout).toMatch(/\n2\. A connect\(client, 10\.0\.0\.2:9999\) waits\n/);
    expect(stdout).toMatch(/\n {3}0\.020 B:9999 > A:\d+ RST,ACK seq 0 ack 1\n/);
    expect(stdout).toContain("0.040 A connect(client) of step 2 -> ECONNREFUSED\n");
    expect(stdout).toMatch(
      /\n {3}A \| tcp {2}SYN-SENT {2}0\/1 {2}10\.0\.0\.1:\d+ {2}10\.0\.0\.2:9999/,
    );
  });

  test("prints a file as data", async () => {
    const file = join(directory, "refused.json");
    writeFileSync(file, JSON.stringify(REFUSED));
    const { code, stdout, stderr } = await run([file, "--json"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      steps: [
        { t: 0, segments: [], results: [{ call: "socket", value: 3, errno: null }] },
        {
          t: 0,
          segments: [{ flags: "SYN", seq: 0, ack: null, length: 0, fate: "sent" }],
          sockets: { A: [{ protocol: "tcp", state: "SYN-SENT", recvQ: 0, sendQ: 1 }], B: [] },
          results: [],
          waiting: [{ step: 2, call: "connect" }],
        },
        {
          t: 0.1,
          segments: [{ flags: "RST,ACK", seq: 0, ack: 1, length: 0, fate: "sent" }],
          sockets: { A: [], B: [] },
          results: [{ step: 2, call: "connect", value: null, errno: "ECONNREFUSED", t: 0.02 }],
          waiting: [],
        },
      ],
    });
  });

  test("reads the standard input, and writes what a host saw as a capture", async () => {
    const file = join(directory, "refused.pcap");
    const { code, stderr } = await run(["-", "--pcap", file, "--at", "B"], JSON.stringify(REFUSED));
    expect([code, stderr]).toEqual([0, ""]);
    const capture = readFileSync(file);
    expect(capture.readUInt32LE(0)).toBe(0xa1b2c3d4);
    // B sees the SYN ten milliseconds after it was sent.
    expect(capture.readUInt32LE(24 + 4)).toBe(10_000);
  });

  test.each([
    [["no-such"], "", 1, /^There is no scenario no-such, and as a file: no-such cannot be read: /],
    [
      [join(directory, "none.json")],
      "",
      1,
      /none\.json cannot be read: there is no such file\.\n$/,
    ],
    [["-"], "{", 1, /^- is not JSON: /],
    [["-"], '{"hosts":{}}', 1, /^The file, "hosts", needs at least one host\.\n$/],
    [
      ["-"],
      JSON.stringify({ ...REFUSED, steps: [{ host: "A", call: "close", on: "x" }] }),
      1,
      /^Step 1, close, uses "x", but A has no socket of that name; it has none yet\.\n$/,
    ],
    [["refused", "--at", "C"], "", 2, /^There is no host C to capture at; there are A, B\.\n$/],
    [["refused", "--pcap", directory], "", 1, / cannot be written: /],
    [["--jsn"], "", 2, /^There is no option --jsn\.\n\nUsage: /],
  ])("%j with %j is told kindly", async (words, input, code, message) => {
    const ran = await run(words, input);
    expect(ran).toMatchObject({ code, stdout: "" });
    expect(ran.stderr).toMatch(message);
  });
});
