/**
 * Runs of ports, as lists and ranges name them: "80,443,8000-8100". Kept sorted, without overlap, neighbours joined:
 * one way to write each set of ports.
 */
import type { Port } from "./port.ts";

export interface PortSpan {
  /** First port, included. */
  readonly from: Port;
  /** Last port, included; not below `from`. */
  readonly to: Port;
}

/** The same ports, ascending, with no two spans that overlap or touch. Ends may come in either order. */
export function joinSpans(spans: readonly PortSpan[]): readonly PortSpan[] {
  const upright = spans.map(({ from, to }) => ({
    from: Math.min(from, to),
    to: Math.max(from, to),
  }));
  const joined: { from: Port; to: Port }[] = [];
  for (const span of upright.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to + 1) last.to = Math.max(last.to, span.to);
    else joined.push(span);
  }
  return joined;
}

/** How many ports joined spans hold. */
export function countPorts(spans: readonly PortSpan[]): number {
  return spans.reduce((count, { from, to }) => count + to - from + 1, 0);
}

export function inSpans(port: Port, spans: readonly PortSpan[]): boolean {
  return spans.some(({ from, to }) => from <= port && port <= to);
}

/** "80, 443, 8000-8100". */
export function formatSpans(spans: readonly PortSpan[]): string {
  return spans.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}
