/**
 * The simulated world that a trace is replayed in: two hosts and their programs, a wire that holds every packet until it
 * is told what becomes of it, and what each host has sent that the trace has not been asked for yet.
 */
import type { SocketEntry } from "#net/socket-entry";
import type { CallResult, SocketCall, SocketOption } from "./calls.ts";
import type { Effect } from "./effect.ts";
import type { WorldEvent } from "./event.ts";
import { Beginnings } from "./kernel-trace-compare.ts";
import type { TraceAddress } from "./kernel-trace-call.ts";
import type { TraceHost } from "./kernel-trace-packet.ts";
import { type OpenSocket, Programs } from "./kernel-trace-programs.ts";
import type { Packet } from "./packet.ts";
import { because } from "./reason.ts";
import { first } from "./schedule.ts";
import { socketTable } from "./socket-table.ts";
import { step } from "./step.ts";
import { newWorld } from "./world-defaults.ts";
import type { Micros, PacketId, Pid, World } from "./world.ts";

const ADDRESSES = {
  A: ["10.0.0.1", "10.0.0.3", "10.0.0.9", "fd00::1"],
  B: ["10.0.0.2", "fd00::2"],
};

export interface SentPacket {
  readonly id: PacketId;
  readonly packet: Packet;
  readonly at: Micros;
}

export class TraceWorld {
  world: World;
  readonly programs: Record<TraceHost, Programs>;
  readonly beginnings = new Beginnings();
  readonly sent: Record<TraceHost, SentPacket[]> = { A: [], B: [] };

  /** `seed`: where initial sequence numbers come from. */
  constructor(seed: number) {
    this.world = newWorld({
      profile: "linux",
      seed,
      hosts: { A: { addresses: ADDRESSES.A }, B: { addresses: ADDRESSES.B } },
    });
    this.programs = { A: new Programs(this.#pids("A")[0]!), B: new Programs(this.#pids("B")[0]!) };
    const everyone = { from: null, to: null, what: null };
    this.apply({ kind: "rule", match: everyone, nth: 0, fate: { kind: "hold" } });
  }

  apply(event: WorldEvent): readonly Effect[] {
    const { world, effects } = step(this.world, event);
    this.world = world;
    for (const effect of effects) {
      if (effect.kind === "sent") {
        if (effect.packet.kind === "tcp") this.beginnings.learn(effect.packet);
        const { id, packet } = effect;
        this.sent[effect.host as TraceHost].push({ id, packet, at: world.now });
      }
    }
    return effects;
  }

  /** Everything due until then, or until it is enough. */
  runUntil(until: Micros, isEnough: () => boolean = () => false): void {
    for (
      let due = first(this.world.schedule);
      due !== undefined && due.at <= until && !isEnough();
      due = first(this.world.schedule)
    ) {
      this.apply({ kind: "next" });
    }
  }

  waitUntil(until: Micros): void {
    this.runUntil(until);
    if (this.world.now < until) this.apply({ kind: "wait", until });
  }

  /** EINPROGRESS where the call waits. */
  call(host: TraceHost, call: SocketCall, pid: Pid = this.programs[host].pid): CallResult {
    const effects = this.apply({ kind: "call", host, pid, call });
    return (
      effects.find((effect) => effect.kind === "returned")?.result ?? {
        value: null,
        errno: "EINPROGRESS",
        why: because("replay", "The call waits."),
      }
    );
  }

  /** A new socket whose calls do not wait. */
  socket(
    host: TraceHost,
    type: OpenSocket["type"],
    domain: 4 | 6 = 4,
    protocol = 0,
    pid = this.programs[host].pid,
  ): OpenSocket {
    const { value } = this.call(host, { name: "socket", domain, type, protocol }, pid);
    const socket = this.programs[host].open(value as number, type, pid);
    this.option(host, socket, { name: "O_NONBLOCK", value: true });
    return socket;
  }

  option(host: TraceHost, { fd, pid }: OpenSocket, option: SocketOption): CallResult {
    return this.call(host, { name: "setsockopt", fd, option }, pid);
  }

  bind(host: TraceHost, socket: OpenSocket, { address, port }: TraceAddress): CallResult {
    const isAny = ["*", "0.0.0.0", "::"].includes(address);
    const to = { address: isAny ? "*" : address, port };
    const result = this.call(host, { name: "bind", fd: socket.fd, to });
    if (result.errno === null) {
      socket.role = socket.type === "dgram" ? "connection" : "bound";
      socket.port = port;
    }
    return result;
  }

  listen(host: TraceHost, socket: OpenSocket, backlog: number): CallResult {
    socket.role = "listener";
    return this.call(host, { name: "listen", fd: socket.fd, backlog });
  }

  /** A server's socket, ready. */
  listener(host: TraceHost, to: TraceAddress, backlog: number, domain: 4 | 6 = 4): OpenSocket {
    const socket = this.socket(host, "stream", domain);
    this.option(host, socket, { name: "SO_REUSEADDR", value: true });
    this.bind(host, socket, to);
    this.listen(host, socket, backlog);
    return socket;
  }

  /** `port` is its own: the bound one, or the one the kernel chose. */
  connect(host: TraceHost, socket: OpenSocket, to: TraceAddress, port: number | null): CallResult {
    const programs = this.programs[host];
    programs.clients += 1;
    Object.assign(socket, { role: "connection", peer: to, client: programs.clients });
    programs.current = socket;
    const chosen = socket.port === null ? port : null;
    socket.port ??= port;
    return this.withPort(host, chosen, () =>
      this.call(host, { name: "connect", fd: socket.fd, to }, socket.pid),
    );
  }

  /** From a listener of this port, or of any. */
  accept(host: TraceHost, port: number | null): CallResult | null {
    const programs = this.programs[host];
    const listener = programs.listener(port);
    if (listener === null) return null;
    const result = this.call(host, { name: "accept", fd: listener.fd });
    const { value } = result;
    if (value !== null && typeof value === "object" && "fd" in value) {
      const socket = programs.open(value.fd, "stream");
      Object.assign(socket, { role: "connection", port: listener.port, peer: value.peer });
      this.option(host, socket, { name: "O_NONBLOCK", value: true });
    }
    return result;
  }

  close(host: TraceHost, socket: OpenSocket): CallResult {
    this.programs[host].closed(socket);
    return this.call(host, { name: "close", fd: socket.fd }, socket.pid);
  }

  /** While the host's whole range of ephemeral ports is this one. */
  withPort(host: TraceHost, port: number | null, work: () => CallResult): CallResult {
    if (port === null) return work();
    const { ip_local_port_range } = this.world.hosts[host]!.settings;
    this.apply({ kind: "setting", host, settings: { ip_local_port_range: [port, port] } });
    const result = work();
    this.apply({ kind: "setting", host, settings: { ip_local_port_range } });
    return result;
  }

  /** Another program of the host's. */
  start(host: TraceHost): Pid {
    const before = this.#pids(host);
    const process = { command: "python3", user: "root", isPrivileged: true };
    this.apply({ kind: "start", host, process });
    return this.#pids(host).find((pid) => !before.includes(pid))!;
  }

  reboot(host: TraceHost): void {
    this.apply({ kind: "power", host, isUp: false });
    this.apply({ kind: "power", host, isUp: true });
    this.programs[host] = new Programs(this.start(host));
  }

  entries(host: TraceHost): readonly SocketEntry[] {
    return socketTable(this.world, host);
  }

  #pids(host: TraceHost): readonly Pid[] {
    return Object.keys(this.world.hosts[host]!.processes).map(Number);
  }
}
