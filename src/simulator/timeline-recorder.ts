/** Makes a timeline of a run's moments: what a person can see becomes a beat, what nobody sees is part of the next. */
import { CallStories } from "./call-stories.ts";
import type { CallId } from "./calls.ts";
import type { Effect } from "./effect.ts";
import { PacketStories } from "./packet-stories.ts";
import type { Plan } from "./plan.ts";
import type { FileStep } from "./simulation-file.ts";
import type { SimulationRecorder } from "./simulation-recorder.ts";
import type { SimulationMoment } from "./simulation.ts";
import type { Beat, StepPlace, Timeline } from "./timeline.ts";
import type { PacketId, World } from "./world.ts";

/** A step that is being made. */
export interface MadeStep {
  readonly step: FileStep;
  readonly place: StepPlace;
}

export class TimelineRecorder {
  readonly #first: World;
  readonly #beats: Beat[] = [];
  readonly #notes: { readonly position: number; readonly text: string }[] = [];
  readonly #packets: PacketStories;
  readonly #calls = new CallStories();
  #before: World;
  /** The step whose moments come now; null for what happens by itself. */
  making: MadeStep | null = null;

  constructor(first: World, recorder: SimulationRecorder) {
    this.#first = first;
    this.#before = first;
    this.#packets = new PacketStories((id) => recorder.segment(id));
  }

  get length(): number {
    return this.#beats.length;
  }

  get packets(): Pick<PacketStories, "get" | "touch"> {
    return this.#packets;
  }

  /** The number of the call that a step made last; null where none was made. */
  get lastCall(): CallId | null {
    return this.#calls.last;
  }

  see(moment: SimulationMoment): void {
    const { event, effects, world, aside } = moment;
    const before = this.#before;
    this.#before = world;
    const last = this.#beats.at(-1);
    if (aside === "after" && last !== undefined)
      this.#beats[this.#beats.length - 1] = { ...last, world };
    if (aside !== null) return;
    const at = this.#beats.length;
    const hasEnded = this.#packets.see(moment, before, at);
    const { making } = this;
    const call = making?.step.kind === "call" ? { step: making.step, place: making.place } : null;
    this.#calls.see(moment, call, before, at);
    if (!hasEnded && !isSeen(moment)) return;
    this.#beats.push({ at: world.now, event, effects, world, step: making?.place ?? null });
  }

  note(text: string): void {
    this.#notes.push({ position: this.#beats.length, text });
  }

  timeline(plan: Plan, isWhole: boolean): Timeline {
    return {
      plan,
      first: this.#first,
      beats: [...this.#beats],
      packets: this.#packets.told,
      calls: this.#calls.told,
      notes: [...this.#notes],
      isWhole,
    };
  }
}

function isSeen({ event, effects }: SimulationMoment): boolean {
  return (
    event.kind === "power" ||
    event.kind === "filter" ||
    event.kind === "inject" ||
    effects.some(({ kind }) => kind !== "timer-set" && kind !== "timer-stopped")
  );
}

/** Packets that these effects put into the wire. */
export function launchedIn(effects: readonly Effect[]): readonly PacketId[] {
  return effects.flatMap((effect) =>
    effect.kind === "sent" || effect.kind === "doubled" ? [effect.id] : [],
  );
}
