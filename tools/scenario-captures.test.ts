/** What each scenario's hosts saw go by, as tshark reads it. */
import type { CapturedPacket } from "#simulator/capture";
import { pcapFile } from "#simulator/pcap";
import { retransmissions } from "#simulator/retransmission";
import { SCENARIOS } from "#simulator/scenarios";
import { simulate } from "#simulator/simulate";
import { parseSimulation } from "#simulator/simulation-file";
import { expect } from "vitest";
import { testWithTool } from "./test-with-tool.ts";
import { BAD, matching } from "./tshark.ts";

/** tshark takes one repeated octet for a keepalive, as some systems send them; Linux's keepalives carry none. */
const AGAIN = "tcp.analysis.retransmission || (tcp.analysis.keep_alive && tcp.len == 1)";
const AT_ONCE = 4;

const RUNS = SCENARIOS.map(({ id, simulation }) => {
  const parsed = parseSimulation(simulation);
  if (parsed.type === "error") throw new Error(`${id}: ${parsed.message}`);
  const simulated = simulate(parsed.file);
  if (simulated.type === "error") throw new Error(`${id}: ${simulated.message}`);
  return { id, captures: Object.values(simulated.run.captures) };
});

testWithTool("tshark", "no packet of any scenario is malformed, no checksum bad", async () => {
  const all: CapturedPacket[] = RUNS.flatMap(({ captures }) => captures.flat());
  expect(all.length).toBeGreaterThan(RUNS.length);
  expect(await matching(pcapFile(all), BAD)).toEqual([]);
});

testWithTool(
  "tshark",
  "the first host's retransmissions are tshark's, in every scenario",
  async () => {
    const waiting = RUNS.map(({ id, captures }) => ({ id, capture: captures[0] ?? [] }));
    const differ: string[] = [];
    const next = async (): Promise<void> => {
      const run = waiting.pop();
      if (run === undefined) return;
      const ours = retransmissions(run.capture).flatMap((again, at) => (again ? [at + 1] : []));
      const theirs = await matching(pcapFile(run.capture), AGAIN);
      if (String(ours) !== String(theirs)) differ.push(`${run.id}: ours ${ours}, tshark ${theirs}`);
      await next();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    expect(differ).toEqual([]);
  },
);
