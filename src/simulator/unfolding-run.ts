/**
 * One run of a plan, event by event: which step or which due thing comes next, hands on packets right after they were
 * sent, and where the run ends. A run that nobody touched ends with its file; another one when all has settled.
 */
import * as intTable from "./int-table.ts";
import type { ByHand, Plan, Touch } from "./plan.ts";
import * as schedule from "./schedule.ts";
import { isSettled } from "./settled.ts";
import type { SimulationFile } from "./simulation-file.ts";
import { Simulation, SimulationFault, type SimulationMoment, micros } from "./simulation.ts";
import { type Chosen, type MadeKind, type Rehearsal, StepOrder } from "./step-order.ts";
import type { StepPlace, Timeline } from "./timeline.ts";
import { TimelineRecorder, launchedIn } from "./timeline-recorder.ts";
import type { Micros, PacketId } from "./world.ts";

/** Of virtual time after the last step. */
const LONGEST_AFTERMATH: Micros = 150_000_000;
const MOST_BEATS = 2000;
/** Most of them make a beat. */
const MOST_EVENTS = 20_000;

interface Next extends Chosen {
  readonly place: StepPlace;
}

export class UnfoldingRun {
  readonly #plan: Plan;
  readonly #simulation: Simulation;
  readonly #recorder: TimelineRecorder;
  readonly #order: StepOrder;
  readonly #touches: Map<PacketId, Touch>;
  /** Sent a moment ago, to be touched before anything else happens. */
  readonly #touchNow: Touch[] = [];
  readonly #overtaken = new Set<PacketId>();
  readonly #letGo: PacketId[] = [];
  /** When the hand's last step is over; null where no hand goes on. */
  readonly #handEnd: Micros | null;
  #handAt = 0;
  #isFileOver = false;
  #lastMade: Micros = 0;
  #events = 0;
  #isOver = false;
  #isWhole = true;

  /** With a rehearsal, programs wait; without, each step has its nominal time. */
  constructor(plan: Plan, rehearsal: Rehearsal | null) {
    let recorder: TimelineRecorder | null = null;
    this.#plan = plan;
    this.#touches = new Map(plan.touches.map((touch) => [touch.packet, touch]));
    this.#order = new StepOrder(plan.file.steps, rehearsal);
    this.#isFileOver = plan.byHand?.after === -1;
    this.#handEnd = plan.byHand === null ? null : handEndOf(plan.byHand);
    // What the file's hosts begin with is no moment of the run.
    this.#simulation = new Simulation(plan.file, (moment) => {
      if (recorder !== null) this.#see(moment);
    });
    recorder = new TimelineRecorder(this.#simulation.world, this.#simulation.recorder);
    this.#recorder = recorder;
  }

  get timeline(): Timeline {
    return this.#recorder.timeline(this.#plan, this.#isWhole);
  }

  /** One event more, or one step's few; false where the run is over. */
  once(): boolean {
    if (this.#isOver) return false;
    this.#events += 1;
    if (this.#recorder.length >= MOST_BEATS || this.#events > MOST_EVENTS) {
      this.#isWhole = false;
      return false;
    }
    if (this.#hand()) return true;
    const next = this.#next();
    const due = schedule.first(this.#simulation.world.schedule);
    if (next !== null && (due === undefined || due.at > next.at)) {
      this.#make(next);
      return true;
    }
    if (due !== undefined && (next !== null || this.#goesOn(due.at))) {
      this.#simulation.take({ kind: "next" });
      return true;
    }
    this.#end();
    return false;
  }

  #see(moment: SimulationMoment): void {
    this.#recorder.see(moment);
    for (const id of launchedIn(moment.effects)) {
      const touch = this.#touches.get(id);
      if (touch !== undefined) this.#touchNow.push(touch);
    }
    for (const effect of moment.effects) if (effect.kind === "arrived") this.#passes(effect.id);
  }

  /** Lets go of what this packet has overtaken. */
  #passes(id: PacketId): void {
    const passing = this.#recorder.packets.get(id);
    for (const held of this.#overtaken) {
      const story = this.#recorder.packets.get(held);
      if (story === undefined || held >= id) continue;
      if (story.from !== passing?.from || story.to !== passing.to) continue;
      this.#overtaken.delete(held);
      this.#letGo.push(held);
    }
  }

  /** Does what a person's hand does to packets; false where there is nothing to do now. */
  #hand(): boolean {
    const touch = this.#touchNow.shift();
    if (touch !== undefined) {
      this.#touch(touch);
      return true;
    }
    const packet = this.#letGo.shift();
    if (packet === undefined) return false;
    const flight = intTable.get(this.#simulation.world.wire.inFlight, packet);
    if (flight?.arrivesAt === null)
      this.#simulation.take({ kind: "touch", packet, fate: { kind: "arrive" } });
    return true;
  }

  #touch({ packet, fate }: Touch): void {
    this.#touches.delete(packet);
    if (intTable.get(this.#simulation.world.wire.inFlight, packet) === undefined)
      return this.#recorder.note(
        `Packet ${packet} was not in the wire any more, so that nothing could be done to it.`,
      );
    this.#recorder.packets.touch(packet);
    if (fate.kind === "overtaken") this.#overtaken.add(packet);
    return this.#simulation.take({
      kind: "touch",
      packet,
      fate: fate.kind === "overtaken" ? { kind: "hold" } : fate,
    });
  }

  /** The file's next step or the hand's; null where there is none, or each waits for something. */
  #next(): Next | null {
    const fromFile = this.#nextOfFile();
    const byHand = this.#nextByHand();
    if (fromFile === null || byHand === null) return fromFile ?? byHand;
    return byHand.at < fromFile.at ? byHand : fromFile;
  }

  #nextOfFile(): Next | null {
    if (this.#isFileOver) return null;
    const chosen = this.#order.next(this.#simulation, () => this.#mayFree());
    if (chosen === null || chosen.at > (this.#plan.byHand?.from ?? Infinity)) return null;
    return { ...chosen, place: { by: "file", index: chosen.index } };
  }

  #nextByHand(): Next | null {
    for (;;) {
      const index = this.#handAt;
      const hand = this.#plan.byHand?.steps[index];
      if (hand === undefined) return null;
      const { at, step } = hand;
      const place = { by: "hand", index } as const;
      if (step.kind !== "wait")
        return { at: Math.max(at, this.#simulation.world.now), index, step, place };
      this.#handAt += 1;
    }
  }

  #make(next: Next): void {
    const { at, place, step, index } = next;
    if (at > this.#simulation.world.now) this.#simulation.take({ kind: "wait", until: at });
    const number = index + 1 + (place.by === "file" ? 0 : this.#plan.file.steps.length);
    this.#recorder.making = { step, place };
    const fault = faultIn(() => this.#simulation.make(step, number), this.#plan.file, step);
    this.#recorder.making = null;
    if (fault !== null) this.#recorder.note(fault);
    for (const note of this.#simulation.recorder.takeGathered().notes) this.#recorder.note(note);
    this.#lastMade = at;
    if (place.by === "hand") {
      this.#handAt += 1;
      return;
    }
    const call = fault === null ? (this.#recorder.lastCall ?? -1) : -1;
    for (const note of this.#order.made(next, at, call)) this.#recorder.note(note);
    if (this.#plan.byHand?.after === index) this.#isFileOver = true;
  }

  /** How far it goes, whatever happens. */
  get #goal(): Micros {
    const last = this.#handEnd ?? this.#order.end + this.#order.lateness;
    return Math.max(last, this.#plan.until ?? 0);
  }

  get #isUntouched(): boolean {
    return this.#plan.byHand === null && this.#plan.touches.length === 0;
  }

  /** Whether what is due at this moment still belongs to the run, where no step is to be made. */
  #goesOn(due: Micros): boolean {
    if (due <= this.#goal) return true;
    if (this.#isUntouched) return false;
    if (this.#mayFree()) return true;
    this.#isWhole = isSettled(this.#simulation.world);
    return false;
  }

  /** Whether something is due that may let programs go on, before the run would be too long. */
  #mayFree(): boolean {
    const { world } = this.#simulation;
    const due = schedule.first(world.schedule);
    if (due === undefined || due.at > Math.max(this.#goal, this.#lastMade) + LONGEST_AFTERMATH)
      return false;
    return !isSettled(world);
  }

  #end(): void {
    this.#isOver = true;
    if (this.#plan.byHand === null)
      for (const note of this.#order.leaveRest(this.#simulation)) this.#recorder.note(note);
    for (const { packet } of this.#touches.values())
      this.#recorder.note(`There was no packet ${packet}, so that nothing could be done to it.`);
  }
}

function handEndOf({ from, steps }: ByHand): Micros {
  let end = from;
  for (const { at, step } of steps)
    end = Math.max(end, at + (step.kind === "wait" ? micros(step.ms) : 0));
  return end;
}

/** What is wrong with the step, in a sentence; null where it could be made. */
function faultIn(make: () => void, { hosts }: SimulationFile, step: MadeKind): string | null {
  if ("host" in step && !Object.hasOwn(hosts, step.host)) return `There is no host ${step.host}.`;
  try {
    make();
    return null;
  } catch (error) {
    if (error instanceof SimulationFault) return error.message;
    throw error;
  }
}
