import { expect, test } from "vitest";
import { worldAt } from "#simulator/timeline";
import { hostRules } from "./host-rules.model.ts";
import { untouchedRun } from "./run-of-plan.ts";

const rulesAt = async (scenario: string, host: string, position = 0) =>
  hostRules(worldAt(await untouchedRun(scenario), position).hosts[host]!);

test.each([
  ["open-and-close", "A", []],
  ["rfc-figure-7", "A", []],
  ["fin-timeout", "A", ["tcp_fin_timeout = 10"]],
  ["ports-exhausted", "A", ["ip_local_port_range = 40000 40003"]],
  ["privileged-port", "B", ["ip_unprivileged_port_start = 0"]],
  [
    "refused-or-filtered",
    "B",
    [
      "Filter: drops TCP packets to port 81",
      "Filter: rejects TCP packets to port 82 with ICMP port unreachable",
      "Filter: rejects TCP packets to port 83 with ICMP administratively prohibited",
      "Filter: rejects TCP packets to port 84 with a reset",
      "Filter: rejects TCP packets to port 85 with ICMP host unreachable",
    ],
  ],
])("in %s, %s does otherwise: %j", async (scenario, host, rules) => {
  expect(await rulesAt(scenario, host)).toEqual(rules);
});

test("a filter that is set on the way is told from then on", async () => {
  expect(await rulesAt("filter-before-listener", "B")).toEqual([]);
  expect(await rulesAt("filter-before-listener", "B", 14)).toEqual([
    "Filter: drops TCP packets to port 8080",
  ]);
});
