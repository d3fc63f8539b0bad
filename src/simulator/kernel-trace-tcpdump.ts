/**
 * Trace 40: what tcpdump wrote of a few small programs on Linux, and the same programs on the simulator. Their text is
 * compared without times, windows and options, and with every number relative to its side's first.
 */
import type { SocketCall } from "./calls.ts";
import { effectsOf, lastWorld, runUntil } from "./run.ts";
import { step } from "./step.ts";
import { tcpdumpLines } from "./tcpdump-text.ts";
import { newWorld } from "./world-defaults.ts";
import type { HostName, Micros, World } from "./world.ts";

/** What is compared of lines as tcpdump writes them, with the time or without. */
export function comparedLines(lines: readonly string[]): readonly string[] {
  const first = new Map<string, number>();
  return lines.map((line) => {
    const [, from, to, flags, words] =
      /IP (\S+) > (\S+): Flags \[([SFRP.]+)\], (.*)$/.exec(line) ?? [];
    if (from === undefined || to === undefined || words === undefined) {
      return line.replace(/^\S+ (?=IP )/, "");
    }
    const seq = Number(/seq (\d+)/.exec(words)?.[1]);
    if (flags!.includes("S")) first.set(from, seq);
    const isAbsolute = /[SR]/.test(flags!);
    const relative = (number: string, end: string): number =>
      isAbsolute && number !== "0" ? Number(number) - (first.get(end) ?? 0) : Number(number);
    const kept = words
      .replace(/win \d+, (options \[.*?\], )?/, "")
      .replace(/seq (\d+)/, (_, number: string) => `seq ${relative(number, from)}`)
      .replace(/ack (\d+)/, (_, number: string) => `ack ${relative(number, to)}`);
    return `IP ${from} > ${to}: Flags [${flags}], ${kept}`;
  });
}

export interface ProgramStep {
  readonly host: HostName;
  readonly call: SocketCall;
  /** How long nothing is called after it, in microseconds; 1000 where absent. */
  readonly rest?: Micros;
  /** The port that the kernel chose then: the host's whole range from now on. */
  readonly port?: number;
}

/** tcpdump's lines of what goes by while these calls are made, one after the other, on hosts 10 microseconds apart. */
export function dumpOf(
  addresses: Readonly<Record<HostName, readonly string[]>>,
  steps: readonly ProgramStep[],
): readonly string[] {
  const hosts = Object.entries(addresses).map(([name, own]) => [name, { addresses: own }] as const);
  let world = newWorld({ profile: "linux", hosts: Object.fromEntries(hosts), delay: 10 });
  const effects = steps.flatMap(({ host, call, rest = 1000, port }) => {
    world = port === undefined ? world : withPort(world, host, port);
    const pid = Number(Object.keys(world.hosts[host]!.processes)[0]);
    const called = step(world, { kind: "call", host, pid, call });
    const moments = runUntil(called.world, world.now + rest);
    world = lastWorld(called.world, moments);
    return [...called.effects, ...effectsOf(moments)];
  });
  return tcpdumpLines(effects.flatMap((effect) => (effect.kind === "sent" ? [effect.packet] : [])));
}

function withPort(world: World, host: HostName, port: number): World {
  const settings = { ip_local_port_range: [port, port] as const };
  return step(world, { kind: "setting", host, settings }).world;
}

const stream = { name: "socket", domain: 4, type: "stream" } as const;

/** A server of one client on B, then a closed port, then a datagram to nobody. */
export const VETH: readonly ProgramStep[] = [
  { host: "B", call: stream },
  { host: "B", call: { name: "bind", fd: 3, to: { address: "*", port: 8080 } } },
  { host: "B", call: { name: "listen", fd: 3, backlog: 5 } },
  { host: "B", call: { name: "accept", fd: 3 } },
  { host: "A", call: stream },
  {
    host: "A",
    call: { name: "connect", fd: 3, to: { address: "10.1.0.2", port: 8080 } },
    port: 57_092,
  },
  { host: "A", call: { name: "send", fd: 3, data: "hello" } },
  { host: "B", call: { name: "recv", fd: 4, size: 100 } },
  { host: "B", call: { name: "send", fd: 4, data: "HI!" } },
  { host: "A", call: { name: "recv", fd: 3, size: 100 }, rest: 100_000 },
  { host: "A", call: { name: "close", fd: 3 }, rest: 100 },
  { host: "B", call: { name: "close", fd: 4 } },
  { host: "A", call: stream },
  {
    host: "A",
    call: { name: "connect", fd: 3, to: { address: "10.1.0.2", port: 9999 } },
    port: 60_242,
  },
  { host: "A", call: { name: "socket", domain: 4, type: "dgram" } },
  {
    host: "A",
    call: { name: "sendto", fd: 4, data: "x", to: { address: "10.1.0.2", port: 9 } },
    port: 56_286,
  },
];

/** The same within one host, whose server closes first; then a closed port. */
export const LOOPBACK: readonly ProgramStep[] = [
  { host: "A", call: stream },
  { host: "A", call: { name: "bind", fd: 3, to: { address: "127.0.0.1", port: 8080 } } },
  { host: "A", call: { name: "listen", fd: 3, backlog: 5 } },
  { host: "A", call: stream },
  {
    host: "A",
    call: { name: "connect", fd: 4, to: { address: "127.0.0.1", port: 8080 } },
    port: 50_992,
  },
  { host: "A", call: { name: "accept", fd: 3 } },
  { host: "A", call: { name: "send", fd: 4, data: "hello" } },
  { host: "A", call: { name: "recv", fd: 5, size: 100 } },
  { host: "A", call: { name: "close", fd: 5 }, rest: 10 },
  { host: "A", call: { name: "close", fd: 4 } },
  { host: "A", call: stream },
  {
    host: "A",
    call: { name: "connect", fd: 4, to: { address: "127.0.0.1", port: 1 } },
    port: 37_784,
  },
];
