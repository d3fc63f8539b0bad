/**
 * What can be said of several ports at once: how many lie in each range, which of them may be a client's
 * on which system, and which have a known service.
 */
import { EPHEMERAL_RANGES } from "./ephemeral-range.ts";
import { OPERATING_SYSTEM_NAMES, type OperatingSystem } from "./operating-system.ts";
import { PORT_RANGES, rangeOf, type PortRange, type PortRangeId } from "./port-range.ts";
import { countPorts, type PortSpan } from "./port-span.ts";
import type { Port } from "./port.ts";
import { FIRST_UNPRIVILEGED_PORT } from "./privileged-port.ts";
import type { Registry } from "./registry.ts";
import { servicesOn } from "./services.ts";
import { TRANSPORTS } from "./transport.ts";

interface KnownService {
  readonly port: Port;
  readonly range: PortRangeId;
  /** The reviewed table's title, else IANA's name. */
  readonly title: string;
  readonly reviewed: boolean;
}

export interface ManyPortFacts {
  readonly spans: readonly PortSpan[];
  readonly count: number;
  /** Ranges that hold at least one of the ports. */
  readonly byRange: readonly { readonly range: PortRange; readonly count: number }[];
  /** Ports from 1 to 1023, which Unix systems keep for privileged programs. */
  readonly below1024: number;
  /** For each system, how many of the ports lie in its default ephemeral range. */
  readonly ephemeral: readonly {
    readonly system: OperatingSystem;
    readonly name: string;
    readonly count: number;
  }[];
  /** Ports with a known service, ascending, at most the limit. */
  readonly known: readonly KnownService[];
  /** How many there are, those beyond the limit included. Without the registry only reviewed ports count. */
  readonly knownTotal: number;
  /** One sentence. */
  readonly summary: string;
}

/** `spans` joined, as joinSpans gives them; `limit` is the most known services to list. */
export function classifyMany(
  spans: readonly PortSpan[],
  registry: Registry | null,
  limit = 50,
): ManyPortFacts {
  const count = countPorts(spans);
  const byRange = PORT_RANGES.map((range) => ({ range, count: overlap(spans, range) })).filter(
    (part) => part.count > 0,
  );
  const known: KnownService[] = [];
  let knownTotal = 0;
  for (const { from, to } of spans) {
    for (let port = from; port <= to; port += 1) {
      const service = knownService(port, registry);
      if (service === null) continue;
      knownTotal += 1;
      if (known.length < limit) known.push(service);
    }
  }
  const parts = byRange.map(
    ({ range, count }) => `${count} ${count === 1 ? range.singular : range.name}`,
  );
  return {
    spans,
    count,
    byRange,
    below1024: overlap(spans, { from: 1, to: FIRST_UNPRIVILEGED_PORT - 1 }),
    ephemeral: EPHEMERAL_RANGES.map((range) => ({
      system: range.system,
      name: OPERATING_SYSTEM_NAMES[range.system],
      count: overlap(spans, range),
    })),
    known,
    knownTotal,
    summary: `${count} ${count === 1 ? "port" : "ports"}: ${parts.join(", ")}.`,
  };
}

function overlap(spans: readonly PortSpan[], range: PortSpan): number {
  return countPorts(
    spans
      .map(({ from, to }) => ({ from: Math.max(from, range.from), to: Math.min(to, range.to) }))
      .filter(({ from, to }) => from <= to),
  );
}

function knownService(port: Port, registry: Registry | null): KnownService | null {
  const range = rangeOf(port).id;
  const [service] = servicesOn(port);
  if (service !== undefined) return { port, range, title: service.title, reviewed: true };
  if (registry === null) return null;
  for (const transport of TRANSPORTS) {
    const answer = registry.lookup(port, transport);
    if (answer.kind === "registered") return { port, range, title: answer.name, reviewed: false };
  }
  return null;
}
