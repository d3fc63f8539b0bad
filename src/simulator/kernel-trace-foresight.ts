/** What a call of a trace did that its words do not tell: the packets and tables that follow show it. */
import { callOf } from "./kernel-trace-call.ts";
import type { TraceHost, TracePacket } from "./kernel-trace-packet.ts";
import type { TraceStep } from "./kernel-trace.ts";

/** The next packet of this host's, if it is sent before the next call. */
export function nextPacket(after: readonly TraceStep[], host: TraceHost): TracePacket | null {
  const step = after.find(
    (step) =>
      step.kind === "call" ||
      (step.kind === "sent" && step.packet.kind !== "icmp" && step.packet.from.host === host),
  );
  return step?.kind === "sent" ? step.packet : null;
}

/** The bytes of a send() of so many: as shown, and its last one over and over. */
export function nextData(after: readonly TraceStep[], host: TraceHost, length: number): string {
  const next = nextPacket(after, host);
  const shown = next === null || next.kind === "icmp" ? "" : next.data;
  return shown.slice(0, length).padEnd(length, shown.at(-1) ?? "x");
}

/** The port that connect() chose: where the next SYN or datagram to that port comes from. */
export function nextPort(after: readonly TraceStep[], host: TraceHost, to: number): number | null {
  const step = after.find(
    (step) =>
      (step.kind === "call" && callOf(step.text)?.name === "connect") ||
      (step.kind === "sent" &&
        step.packet.kind !== "icmp" &&
        step.packet.from.host === host &&
        step.packet.to.port === to &&
        (step.packet.kind === "udp" || step.packet.flags === "SYN")),
  );
  return step?.kind === "sent" && step.packet.kind !== "icmp" ? step.packet.from.port : null;
}

/** The port that listen() chose: only the next table shows it. */
export function nextListener(
  after: readonly TraceStep[],
  host: TraceHost,
  isKnown: (port: number) => boolean,
): number | null {
  const table = after.find((step) => step.kind === "print" && step.host === host);
  const lines = table?.kind === "print" ? table.lines : [];
  const ports = lines
    .flatMap((line) => /^LISTEN .*?:(\d+) /.exec(line)?.slice(1) ?? [])
    .map(Number);
  return ports.find((port) => !isKnown(port)) ?? null;
}
