/** A world for tests, with programs that make one call after the other. */
import type { CallResult, SocketCall, SocketOption } from "./calls.ts";
import type { Effect } from "./effect.ts";
import type { WorldEvent } from "./event.ts";
import type { Packet } from "./packet.ts";
import { runUntil } from "./run.ts";
import { step } from "./step.ts";
import { type NewWorld, newWorld } from "./world-defaults.ts";
import type { HostName, Pid, World } from "./world.ts";

export const PID = 1000;
const LONGER_THAN_THE_WIRE = 50_000;

/** A has 10.0.0.1, 10.0.0.3 and fd00::1, B has 10.0.0.2, 10.0.0.9 and fd00::2; one way takes 10 ms. */
export const PAIR: NewWorld = {
  profile: "linux",
  hosts: {
    A: { addresses: ["10.0.0.1", "10.0.0.3", "fd00::1"] },
    B: { addresses: ["10.0.0.2", "10.0.0.9", "fd00::2"] },
  },
};

export class Program {
  world: World;
  effects: Effect[] = [];

  constructor(world: Partial<NewWorld> = {}) {
    this.world = newWorld({ ...PAIR, ...world });
  }

  take(event: WorldEvent): readonly Effect[] {
    const { world, effects } = step(this.world, event);
    this.world = world;
    this.effects.push(...effects);
    return effects;
  }

  /** Null while the call waits. */
  call(host: HostName, call: SocketCall, pid: Pid = PID): CallResult | null {
    const id = this.world.nextCall;
    for (const effect of this.take({ kind: "call", host, pid, call }))
      if (effect.kind === "returned" && effect.id === id) return effect.result;
    return null;
  }

  /** What the call gave, or the name of its error. */
  says(host: HostName, call: SocketCall, pid: Pid = PID): unknown {
    const result = this.call(host, call, pid);
    return result === null ? "waits" : (result.errno ?? result.value);
  }

  /** The descriptor of a new socket. */
  open(
    host: HostName,
    type: "stream" | "dgram" | "raw" = "stream",
    { domain = 4, protocol = 0, pid = PID }: { domain?: 4 | 6; protocol?: number; pid?: Pid } = {},
  ): number {
    const fd = this.says(host, { name: "socket", domain, type, protocol }, pid);
    if (typeof fd !== "number") throw new Error(`socket() gave ${String(fd)}`);
    return fd;
  }

  set(
    host: HostName,
    fd: number,
    name: Extract<SocketOption, { value: boolean }>["name"],
    value = true,
  ): unknown {
    return this.says(host, { name: "setsockopt", fd, option: { name, value } });
  }

  bind(host: HostName, fd: number, address: string, port: number, pid: Pid = PID): unknown {
    return this.says(host, { name: "bind", fd, to: { address, port } }, pid);
  }

  /** The descriptor of a socket that listens. */
  listen(
    host: HostName,
    port: number,
    { address = "*", domain = 4 as 4 | 6, backlog = 5 } = {},
  ): number {
    const fd = this.open(host, "stream", { domain });
    const bound = this.bind(host, fd, address, port);
    if (bound !== null) throw new Error(`bind() gave ${String(bound)}`);
    this.says(host, { name: "listen", fd, backlog });
    return fd;
  }

  connect(host: HostName, fd: number, address: string, port: number): unknown {
    return this.says(host, { name: "connect", fd, to: { address, port } });
  }

  /** Lets time pass until all that is on its way has arrived; or so many milliseconds. */
  pass(ms: number = LONGER_THAN_THE_WIRE / 1000): readonly Effect[] {
    const moments = runUntil(this.world, this.world.now + ms * 1000);
    const effects = moments.flatMap((moment) => moment.effects);
    this.world = moments.at(-1)?.world ?? this.world;
    this.effects.push(...effects);
    return effects;
  }

  /** What waiting calls of a host gave since the beginning, the newest last. */
  returned(host: HostName): readonly unknown[] {
    return this.effects.flatMap((effect) =>
      effect.kind === "returned" && effect.host === host
        ? [effect.result.errno ?? effect.result.value]
        : [],
    );
  }

  get sent(): readonly Packet[] {
    return this.effects.flatMap((effect) => (effect.kind === "sent" ? [effect.packet] : []));
  }
}
