/** The programs that do a scenario for real, run: what they print is what the simulator says of the same scenario. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { CallValue, SocketAddress } from "#simulator/calls";
import { loopbackRun, portsOf } from "#simulator/programs/loopback-run";
import { pythonProgram } from "#simulator/programs/python-program";
import { SCENARIOS } from "#simulator/scenarios";
import { simulate } from "#simulator/simulate";
import { parseSimulation } from "#simulator/simulation-file";
import type { SimulationFile } from "#simulator/simulation-file";
import type { ResultReport } from "#simulator/simulation-report";
import { whoText } from "#simulator/step-words";
import { expect } from "vitest";
import { testWithTool } from "./test-with-tool.ts";

const execute = promisify(execFile);
const TIME_LIMIT_MS = 30_000;

const PROGRAMS = SCENARIOS.flatMap(({ id, title, simulation }) => {
  const parsed = parseSimulation(simulation);
  if (parsed.type === "error") throw new Error(`${id}: ${parsed.message}`);
  const { file } = parsed;
  const program = pythonProgram({ title, file }, `${id}.py`);
  return program.type === "program" ? [{ id, file, text: program.text }] : [];
});

/** Below Linux's ephemeral ports, and others for each process that runs these tests at the same time. */
let nextPort = 10_000 + (process.pid % 150) * 130;

/** A port of its own for each that a program names: one before it may still be in TIME-WAIT. */
function freshPorts(file: SimulationFile): ReadonlyMap<number, number> {
  return new Map(
    [...portsOf(file)].filter((port) => port >= 1024).map((port) => [port, nextPort++]),
  );
}

async function printed(text: string): Promise<readonly string[]> {
  const directory = await mkdtemp(join(tmpdir(), "program-"));
  try {
    const path = join(directory, "program.py");
    await writeFile(path, text);
    const { stdout, stderr } = await execute("python3", ["-W", "error::SyntaxWarning", path], {
      timeout: TIME_LIMIT_MS,
    });
    expect(stderr).toBe("");
    return stdout.trimEnd().split("\n");
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** What the simulator says, as the program prints it. */
function expectedLines(file: SimulationFile, ports: ReadonlyMap<number, number>) {
  const simulated = simulate(file);
  const run = loopbackRun(file);
  if (simulated.type === "error" || run.type === "none") throw new Error("There is no run.");
  const end = ({ address, port }: SocketAddress) => {
    const text = address.replace(/^::ffff:/, "");
    const there = text === "*" ? "0.0.0.0" : (run.addresses.get(text) ?? text);
    return `${there}, port ${ports.get(port) ?? portText(port)}`;
  };
  const valueText = ({ call, value }: ResultReport): string => {
    if (call === "socket") return "a socket";
    return anyText(value, end);
  };
  return simulated.run.steps
    .flatMap(({ results }) => results)
    .map((result) => {
      const label = `${whoText(result.host, result.process)} ${result.call}()`;
      return result.errno === null
        ? `${label} = ${valueText(result)}`
        : `${label}: ${result.errno}`;
    });
}

function anyText(value: CallValue, end: (address: SocketAddress) => string): string {
  if (value === null) return "0";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value.length < 60 ? `'${value}'` : `${value.length} bytes`;
  if ("fd" in value) return `a connection from ${end(value.peer)}`;
  if ("data" in value) return `'${value.data}' from ${end(value.from)}`;
  return end(value);
}

/** Chosen by the system, each time another. */
const portText = (port: number) => (port >= 32_768 ? "chosen" : String(port));

const hasSix = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === "::1"),
);

const lackOf = (text: string) =>
  text.includes("AF_INET6") && !hasSix ? "this machine has no IPv6" : null;

for (const { id, file, text } of PROGRAMS)
  testWithTool(
    "python3",
    `${id} prints what the simulator says`,
    async () => {
      const ports = freshPorts(file);
      const own = text.replaceAll(
        /(?<=, )\d+(?=\))/g,
        (number) => `${ports.get(Number(number)) ?? number}`,
      );
      const lines = (await printed(own)).map((line) =>
        line.replace("::ffff:", "").replace(/(?<=, port )\d+$/, (port) => portText(Number(port))),
      );
      // Two threads may print in any order.
      expect(lines.toSorted()).toEqual(expectedLines(file, ports).toSorted());
    },
    lackOf(text),
  );
