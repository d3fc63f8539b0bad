/**
 * The rows that two runs share: their beats in the order of their times. A beat of the old run that is the same event
 * at the same time as one of the new has the new one's row.
 */
import { addressesOf } from "./packet.ts";
import type { Beat, Timeline } from "./timeline.ts";
import type { Micros } from "./world.ts";

export interface SharedRows {
  /** When each row is; row 0 is before everything. */
  readonly times: readonly Micros[];
  /** By a beat's index, its row. */
  readonly ofNew: readonly number[];
  readonly ofGhost: readonly number[];
}

/** Where one of both runs stands. */
export interface Placing {
  /** By a beat's index, its row. */
  readonly rows: readonly number[];
  readonly isGhost: boolean;
}

export function sharedRows({ first, beats }: Timeline, ghost: Timeline | null): SharedRows {
  const times: Micros[] = [first.now];
  const ofNew: number[] = [];
  const ofGhost: number[] = [];
  const news = beats.map((beat) => ({ at: beat.at, name: nameOf(beat) }));
  const olds = (ghost?.beats ?? []).map((beat) => ({ at: beat.at, name: nameOf(beat) }));
  while (ofNew.length < news.length || ofGhost.length < olds.length) {
    const one = news[ofNew.length];
    const other = olds[ofGhost.length];
    const isSame = one !== undefined && one.name === other?.name;
    const takesOld =
      !isSame &&
      other !== undefined &&
      (one === undefined ||
        other.at < one.at ||
        (other.at === one.at && comesLater(one.name, olds, ofGhost.length, one.at)));
    const row = times.length;
    times.push(takesOld ? other.at : (one?.at ?? 0));
    if (!takesOld) ofNew.push(row);
    if (takesOld || isSame) ofGhost.push(row);
  }
  return { times, ofNew, ofGhost };
}

function comesLater(
  name: string,
  olds: readonly { readonly at: Micros; readonly name: string }[],
  from: number,
  at: Micros,
): boolean {
  for (let index = from; olds[index]?.at === at; index += 1)
    if (olds[index]?.name === name) return true;
  return false;
}

/** What the event was, whatever numbers its packets have. */
function nameOf({ at, event, effects, step }: Beat): string {
  const parts = effects.map((effect): readonly unknown[] => {
    switch (effect.kind) {
      case "arrived": {
        const { packet } = effect;
        const tcp = packet.kind === "tcp" ? [packet.seq, packet.ack, packet.flags] : [];
        return [effect.host, packet.kind, addressesOf(packet), ...tcp];
      }
      case "timer-fired":
        return [effect.host, effect.socket, effect.timer];
      default:
        return [];
    }
  });
  return JSON.stringify([at, event.kind, step, parts.find((part) => part.length > 0) ?? null]);
}
