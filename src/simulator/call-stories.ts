/** What became of each call that a step made, gathered from the moments of a run. */
import type { CallId } from "./calls.ts";
import type { Effect } from "./effect.ts";
import * as intTable from "./int-table.ts";
import type { CallStep, SimulationMoment } from "./simulation.ts";
import type { CallStory, StepPlace } from "./timeline.ts";
import type { HostName, Pid, SocketId, World } from "./world.ts";

type Story = { -readonly [Key in keyof CallStory]: CallStory[Key] };

export class CallStories {
  readonly #stories = new Map<CallId, Story>();
  #last: CallId | null = null;

  /** As they are now, in the order in which they were made. */
  get told(): readonly CallStory[] {
    return [...this.#stories.values()].map((story) => ({ ...story }));
  }

  /** The number of the one that was made last; null where there is none. */
  get last(): CallId | null {
    return this.#last;
  }

  /** `made` is the call's step, `before` the world before the moment, `at` the beat's index. */
  see(
    { effects, world }: SimulationMoment,
    made: { readonly step: CallStep; readonly place: StepPlace } | null,
    before: World,
    at: number,
  ): void {
    for (const effect of effects) {
      switch (effect.kind) {
        case "called":
          if (made !== null) this.#called(effect, made.step, made.place, before, at);
          break;
        case "blocked": {
          const story = this.#stories.get(effect.id);
          if (story !== undefined) story.waited ??= effect.why;
          break;
        }
        case "returned":
          this.#returned(effect, world, at);
          break;
        default:
      }
    }
  }

  #called(
    { id, host, pid, call }: Extract<Effect, { kind: "called" }>,
    { process, call: named, on, as, nonBlocking }: CallStep,
    step: StepPlace,
    before: World,
    at: number,
  ): void {
    this.#last = id;
    const socket = "fd" in call ? socketOf(before, host, pid, call.fd) : null;
    this.#stories.set(id, {
      id,
      step,
      host,
      pid,
      process,
      named: { call: named, on, as, nonBlocking },
      call,
      socket,
      madeIn: at,
      returned: null,
      waited: null,
    });
  }

  #returned(
    { id, host, pid, call, result }: Extract<Effect, { kind: "returned" }>,
    world: World,
    at: number,
  ): void {
    const story = this.#stories.get(id);
    if (story === undefined) return;
    story.returned = { in: at, result };
    if (call.name === "socket" && typeof result.value === "number")
      story.socket = socketOf(world, host, pid, result.value);
  }
}

function socketOf(world: World, host: HostName, pid: Pid, fd: number): SocketId | null {
  const descriptors = world.hosts[host]?.processes[pid]?.descriptors;
  if (descriptors === undefined || fd < 0) return null;
  return intTable.get(descriptors, fd) ?? null;
}
