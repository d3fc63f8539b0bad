/**
 * A simulation while it runs: the world, the names that the file gives, and the report as far as it goes. simulate.ts
 * makes its steps as they stand; unfold.ts chooses when each is made, and watches every moment.
 */
import type { Fd, SocketCall } from "./calls.ts";
import type { WorldEvent } from "./event.ts";
import { matches } from "./fate-rules.ts";
import type { NamedCall } from "./file-calls.ts";
import type { NamedFate } from "./file-fates.ts";
import { packetOf } from "./injected-packet.ts";
import * as intTable from "./int-table.ts";
import { type Moment, runNow, runUntil } from "./run.ts";
import type { FileStep, SimulationFile } from "./simulation-file.ts";
import { SimulationRecorder } from "./simulation-recorder.ts";
import type { ResultReport, SimulationRun, StepReport } from "./simulation-report.ts";
import { programOf, SocketNames } from "./socket-names.ts";
import { socketTable } from "./socket-table.ts";
import { step as stepWorld } from "./step.ts";
import type { Fate, HostName, Micros, Pid, World } from "./world.ts";
import { newWorld } from "./world-defaults.ts";

/** Something a person asked for that is not there. Never leaves simulate.ts. */
export class SimulationFault extends Error {}

export type CallStep = Extract<FileStep, { kind: "call" }>;

/** A moment, and whether it is a preparation that no step names: a program's start, O_NONBLOCK set or taken back. */
export interface SimulationMoment extends Moment {
  readonly aside: "before" | "after" | null;
}

export const micros = (ms: number): Micros => Math.round(ms * 1000);

export class Simulation {
  #world: World;
  readonly #names = new SocketNames();
  readonly #recorder: SimulationRecorder;
  readonly #steps: StepReport[] = [];
  readonly #watch: (moment: SimulationMoment) => void;

  constructor(
    { profile, hosts, delayMs, seed }: SimulationFile,
    watch: (moment: SimulationMoment) => void = () => {},
  ) {
    this.#watch = watch;
    this.#world = newWorld({
      profile,
      seed,
      delay: micros(delayMs),
      hosts: Object.fromEntries(
        Object.entries(hosts).map(([name, { addresses, settings }]) => [
          name,
          { addresses, settings, processes: [] },
        ]),
      ),
    });
    this.#recorder = new SimulationRecorder(Object.keys(hosts));
    for (const [host, { filters }] of Object.entries(hosts))
      if (filters.length > 0) this.#take({ kind: "filter", host, rules: filters });
  }

  get result(): SimulationRun {
    return { steps: this.#steps, captures: this.#recorder.captures, world: this.#world };
  }

  get world(): World {
    return this.#world;
  }

  get recorder(): SimulationRecorder {
    return this.#recorder;
  }

  /** `number` counts from 1, as in messages. Throws a SimulationFault. */
  run(step: FileStep, number: number): void {
    if (step.kind === "wait")
      this.#follow(runUntil(this.#world, this.#world.now + micros(step.ms)));
    else this.make(step, number);
    this.#follow(runNow(this.#world));
    const { segments, results, notes } = this.#recorder.takeGathered();
    this.#steps.push({
      t: this.#world.now / 1_000_000,
      segments,
      sockets: Object.fromEntries(
        Object.keys(this.#world.hosts).map((host) => [host, socketTable(this.#world, host)]),
      ),
      results,
      notes,
      waiting: this.#recorder.waiting(this.#world),
    });
  }

  /** The one thing that is due first, or the clock, or a hand on the wire. */
  take(event: Extract<WorldEvent, { kind: "next" | "wait" | "touch" }>): void {
    this.#take(event);
  }

  /** Whether the name that the call uses belongs to a call that has not returned. */
  isNameWaiting({ host, process, on }: CallStep): boolean {
    return on !== null && this.#names.socket(host, process, on)?.kind === "waiting";
  }

  /** The step alone, without what is due after it. Throws a SimulationFault before anything but a start. */
  make(step: Exclude<FileStep, { kind: "wait" }>, number: number): void {
    switch (step.kind) {
      case "call":
        return this.#call(step, number);
      case "wire":
        return this.#wire(step);
      case "inject": {
        const packet = packetOf(step.packet, this.#world, this.#recorder.numbers);
        if (typeof packet === "string") throw new SimulationFault(`Step ${number} ${packet}.`);
        this.#recorder.inject(packet, this.#world);
        return this.#take({ kind: "inject", packet });
      }
      case "filter":
        return this.#take({ kind: "filter", host: step.host, rules: step.rules });
      case "power":
        if (!step.isUp) this.#names.forget(step.host);
        return this.#take({ kind: "power", host: step.host, isUp: step.isUp });
    }
  }

  #call(step: CallStep, number: number): void {
    const { host, process, on, as } = step;
    const pid = this.#pid(step, number);
    const fd = this.#fd(step, number);
    const call = withFd(step.call, fd);
    const undo = step.nonBlocking && fd !== null ? this.#becomeNonBlocking(host, pid, fd) : null;
    const report = { step: number, host, process, call: call.name, on, as };
    this.#recorder.announce(this.#world.nextCall, report);
    if (as !== null && (call.name === "socket" || call.name === "accept"))
      this.#names.name(host, process, as, { kind: "waiting", step: number });
    this.#take({ kind: "call", host, pid, call });
    if (undo !== null) this.#take(undo, "after");
    if (call.name === "close" && on !== null)
      this.#names.name(host, process, on, { kind: "closed" });
    if (call.name === "exit") this.#names.ended(host, process);
  }

  /** The program is started when it makes its first call. */
  #pid({ host, process }: CallStep, number: number): Pid {
    const known = this.#names.pid(host, process);
    if (known !== undefined) return known;
    const { isUp, nextPid } = this.#world.hosts[host]!;
    if (!isUp)
      throw new SimulationFault(`Step ${number} makes a call on ${host}, whose power is off.`);
    this.#take({ kind: "start", host, process: programOf(process) }, "before");
    this.#names.started(host, process, nextPid);
    return nextPid;
  }

  /** The descriptor of a call that failed is -1, as in C; so is one that was closed. */
  #fd({ host, process, on, call }: CallStep, number: number): Fd | null {
    if (on === null) return null;
    const named = this.#names.socket(host, process, on);
    switch (named?.kind) {
      case "fd":
        return named.fd;
      case "failed":
      case "closed":
        return -1;
      case "waiting":
        throw new SimulationFault(
          `Step ${number}, ${call.name}, uses "${on}", but step ${named.step}, which is to give it, still waits. A wait step between them lets time pass.`,
        );
      case undefined: {
        const names = this.#names.namesOf(host, process).map((name) => `"${name}"`);
        const whose = process === "main" ? host : `${process} on ${host}`;
        throw new SimulationFault(
          `Step ${number}, ${call.name}, uses "${on}", but ${whose} has no socket of that name; it has ${names.length === 0 ? "none yet" : names.join(", ")}.`,
        );
      }
    }
  }

  /** Returns the event that undoes it; null where the socket is so already. */
  #becomeNonBlocking(host: HostName, pid: Pid, fd: Fd): WorldEvent | null {
    const { processes, sockets } = this.#world.hosts[host]!;
    const id = fd < 0 ? undefined : intTable.get(processes[pid]!.descriptors, fd);
    const socket = id === undefined ? undefined : intTable.get(sockets, id);
    if (socket === undefined || socket.options.nonBlocking) return null;
    const set = (value: boolean): WorldEvent => ({
      kind: "call",
      host,
      pid,
      call: { name: "setsockopt", fd, option: { name: "O_NONBLOCK", value } },
    });
    this.#take(set(true), "before");
    return set(false);
  }

  #wire({ match, nth, fate }: NamedFate): void {
    if (fate.kind === "release") this.#release(match, nth);
    else this.#take({ kind: "rule", match, nth, fate: fateOf(fate) });
  }

  /** The n-th of those that are held and match, the longest held first; all of them for 0. */
  #release(match: NamedFate["match"], nth: number): void {
    const held = [...intTable.entries(this.#world.wire.inFlight)]
      .map(([, flight]) => flight)
      .filter((flight) => flight.arrivesAt === null && matches(match, flight));
    const released = nth === 0 ? held : held.slice(nth - 1, nth);
    if (released.length === 0) this.#recorder.note("No such packet is held.");
    for (const { id } of released)
      this.#take({ kind: "touch", packet: id, fate: { kind: "release" } });
  }

  #take(event: WorldEvent, aside: SimulationMoment["aside"] = null): void {
    this.#follow([{ event, ...stepWorld(this.#world, event) }], aside);
  }

  #follow(moments: readonly Moment[], aside: SimulationMoment["aside"] = null): void {
    for (const moment of moments) {
      const { world, effects } = moment;
      this.#world = world;
      for (const result of this.#recorder.gather(effects, world)) this.#learn(result);
      this.#watch({ ...moment, aside });
    }
  }

  /** What a call's result is called from now on. */
  #learn({ host, process, as, call, value, errno, step }: ResultReport): void {
    if (as === null) return;
    if (errno !== null) this.#names.name(host, process, as, { kind: "failed", step, errno });
    else if (call === "fork" && typeof value === "number")
      this.#names.forked(host, process, as, value);
    else if (call === "socket" && typeof value === "number")
      this.#names.name(host, process, as, { kind: "fd", fd: value });
    else if (typeof value === "object" && value !== null && "fd" in value)
      this.#names.name(host, process, as, { kind: "fd", fd: value.fd });
  }
}

function fateOf(fate: Exclude<NamedFate["fate"], { kind: "release" }>): Fate {
  switch (fate.kind) {
    case "drop":
    case "hold":
      return { kind: fate.kind };
    case "delay":
      return { kind: "delay", by: micros(fate.byMs) };
    case "duplicate":
      return { kind: "duplicate", after: micros(fate.byMs) };
    default:
      throw new Error("A packet is released at once, not by a rule");
  }
}

/** The file names its socket; the call wants its descriptor. */
function withFd(call: NamedCall["call"], fd: Fd | null): SocketCall {
  return (fd === null ? call : { ...call, fd }) as SocketCall;
}
