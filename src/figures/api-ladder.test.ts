import { describe, expect, test } from "vitest";
import { ladderOf } from "#simulator/ladder-of";
import { planOf } from "#simulator/plan";
import { SCENARIOS } from "#simulator/scenarios";
import { parseSimulation } from "#simulator/simulation-file";
import type { Timeline } from "#simulator/timeline";
import { unfold } from "#simulator/unfold";
import { API_STEPS, LAST_ROW, type LadderSide, type SocketKind } from "./api-ladder-steps.ts";

const SIDES = { A: "client", B: "server" } as const;

function runOf(scenario: string): Timeline {
  const parsed = parseSimulation(SCENARIOS.find(({ id }) => id === scenario)?.simulation);
  if (parsed.type === "error") throw new Error(parsed.message);
  return unfold(planOf(parsed.file));
}

const sideOf = (host: string | undefined) => SIDES[host as keyof typeof SIDES];

/** "client FIN": what went over the wire, in the words of the figure. */
function packetsOf(run: Timeline): readonly string[] {
  const { arrows, columns } = ladderOf(run, null);
  return arrows
    .toSorted((a, b) => a.fromRow - b.fromRow)
    .map(({ from, label }) => {
      const carries = label.startsWith("UDP") ? "datagram" : "data";
      const flags = { "SYN,ACK": "SYN-ACK", "FIN,ACK": "FIN" }[label] ?? label;
      const kind = /bytes?$/.test(label) ? carries : flags;
      return `${sideOf(columns[from ?? -1]?.host)} ${kind}`;
    });
}

const drawnCalls = (kind: SocketKind, side: LadderSide) =>
  API_STEPS[kind]
    .filter((step) => step.kind === "call")
    .filter((step) => step.side === side)
    .map(({ name }) => name);

describe.each(["client", "server"] as const)("the %s", (side) => {
  test("makes the calls that the simulated one makes", () => {
    const made = runOf("open-and-close")
      .calls.filter(({ host, call }) => sideOf(host) === side && call.name !== "setsockopt")
      .map(({ call }) => `${call.name}()`);
    expect(drawnCalls("stream", side)).toEqual(made);
  });

  test("makes no call for a connection with datagram sockets", () => {
    expect(drawnCalls("datagram", side)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/listen|accept|connect/)]),
    );
  });
});

test.each<[SocketKind, string]>([
  ["stream", "open-and-close"],
  ["datagram", "udp-request-and-reply"],
])(
  "with %s sockets, what goes over the wire is what two simulated hosts send",
  (kind, scenario) => {
    const drawn = API_STEPS[kind]
      .filter((step) => step.kind === "packet")
      .map(({ from, label }) => `${from} ${label}`);
    expect(drawn).toEqual(packetsOf(runOf(scenario)));
  },
);

test("a call that waits is drawn down to the step at which it returns", () => {
  for (const steps of Object.values(API_STEPS)) {
    const waits = steps
      .filter((step) => step.kind === "call")
      .filter(({ until }) => until !== undefined && until !== LAST_ROW)
      .map(({ until, side, name }) => `${until} ${side} ${name}`);
    const returns = steps
      .filter((step) => step.kind === "returns")
      .map(({ row, side, name }) => `${row} ${side} ${name}`);
    expect(returns.toSorted()).toEqual(waits.toSorted());
  }
});
