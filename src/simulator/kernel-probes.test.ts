/**
 * Short programs that a real kernel ran too: Linux 6.18, two network namespaces joined by a wire in user space, 20 ms
 * each way, with the same drops, duplicates and delays. Some were written to look at one thing, the others at random.
 * Each line of the file is one: its steps, and what the kernel sent from either side, gave back, and had in its tables.
 * Segments in short as in scenario-expectations.fixture.ts; the order is held for each side by itself.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { simulate } from "./simulate.ts";
import { parseSimulation } from "./simulation-file.ts";
import type { ResultReport, StepReport } from "./simulation-report.ts";
import { shortSegment } from "./short-segment.fixture.ts";

interface Probe {
  readonly id: string;
  readonly steps: readonly unknown[];
  /** From A, from B. */
  readonly segments: readonly [readonly string[], readonly string[]];
  /** Step, and what its call gave: an errno, a number, data, "ok". Sorted by step. */
  readonly results: readonly (readonly [step: number, gave: string | number])[];
  /** "ESTABLISHED 0/0": states with both queues, sorted. */
  readonly A: readonly string[];
  readonly B: readonly string[];
}

const HOSTS = {
  A: { addresses: ["10.0.0.1", "2001:db8::1"] },
  B: { addresses: ["10.0.0.2", "2001:db8::2"] },
};
const PROBES = readFileSync(`${import.meta.dirname}/kernel-probes.jsonl`, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Probe);

/** What is not yet as the kernel has it, and what the kernel does. */
const TO_DO: Readonly<Record<string, string>> = {
  "udp6-to-mapped-peer": "a second connect() may lead to an IPv4-mapped peer",
};

function gave({ value, errno, call }: ResultReport): string | number {
  if (errno !== null) return errno;
  if (typeof value === "string") return shortened(value);
  if (typeof value === "number" && call !== "socket") return value;
  return typeof value === "object" && value !== null && "data" in value
    ? shortened(value.data)
    : "ok";
}

const shortened = (data: string) => (data.length > 40 ? `${data.length} bytes` : data);

function table(step: StepReport | undefined, host: "A" | "B"): readonly string[] {
  return (step?.sockets[host] ?? [])
    .map(({ protocol, state, recvQ, sendQ }) =>
      protocol === "tcp"
        ? `${state} ${recvQ}/${sendQ}`
        : `${protocol}${state === null ? "" : ` ${state}`}`,
    )
    .toSorted();
}

function outcome(steps: readonly unknown[]): Omit<Probe, "id" | "steps"> {
  const parsed = parseSimulation({ profile: "linux", hosts: HOSTS, delayMs: 20, steps });
  if (parsed.type === "error") throw new Error(parsed.message);
  const simulated = simulate(parsed.file);
  if (simulated.type === "error") throw new Error(simulated.message);
  const reports = simulated.run.steps;
  const short = reports
    .flatMap(({ segments }) => segments)
    .filter(({ source }) => !/^127\.|^\[::1\]/.test(source))
    .map(shortSegment);
  const results = reports.flatMap((report) => report.results);
  return {
    segments: [
      short.filter((each) => each.startsWith(">")),
      short.filter((each) => each.startsWith("<")),
    ],
    results: results
      .toSorted((one, other) => one.step - other.step)
      .map((result) => [result.step, gave(result)] as const),
    A: table(reports.at(-1), "A"),
    B: table(reports.at(-1), "B"),
  };
}

describe("a program runs as it ran on the kernel", () => {
  test.each(PROBES.filter(({ id }) => !(id in TO_DO)).map((probe) => [probe.id, probe] as const))(
    "%s",
    (_, { id: __, steps, ...kernel }) => {
      expect(outcome(steps)).toEqual(kernel);
    },
  );
});
