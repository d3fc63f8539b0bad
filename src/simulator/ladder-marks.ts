/** What hosts do, as marks beside their columns: calls and their returns, states, timers, filters, power. */
import type { LadderColumn, LadderMark } from "./ladder.ts";
import type { Placing } from "./ladder-rows.ts";
import { TIMER_WORDS, callName, resultText } from "./ladder-words.ts";
import type { Beat, CallStory, Timeline } from "./timeline.ts";

type Told = Pick<LadderMark, "kind" | "text"> &
  Partial<Pick<LadderMark, "state" | "isError" | "socket" | "call">> & { readonly host: string };

/** In the order of their rows; in a row calls first, then what came of them, then returns of calls that waited. */
export function ladderMarks(
  { beats, calls }: Timeline,
  columns: readonly LadderColumn[],
  { rows, isGhost }: Placing,
): readonly LadderMark[] {
  const starts = new Map<number, Told[]>();
  const ends = new Map<number, Told[]>();
  for (const story of calls) {
    put(starts, story.madeIn, made(story));
    if (story.returned !== null && story.returned.in !== story.madeIn)
      put(ends, story.returned.in, returned(story, story.returned.result));
  }
  return beats.flatMap((beat, index) =>
    [...(starts.get(index) ?? []), ...beatMarks(beat), ...(ends.get(index) ?? [])].flatMap(
      ({ host, ...told }, nth) => {
        const column = columns.findIndex((each) => each.host === host);
        if (column === -1) return [];
        return {
          key: `${isGhost ? "ghost" : "mark"} ${index} ${nth}`,
          column,
          row: rows[index] ?? 0,
          state: null,
          isError: false,
          socket: null,
          call: null,
          ...told,
          isGhost,
        };
      },
    ),
  );
}

function put(table: Map<number, Told[]>, index: number, told: Told): void {
  const list = table.get(index);
  if (list === undefined) table.set(index, [told]);
  else list.push(told);
}

function made(story: CallStory): Told {
  const { id, host, socket, named, madeIn, returned } = story;
  const own = { host, socket, call: id };
  const name = callName(story);
  if (returned?.in !== madeIn) return { ...own, kind: "call", text: `${name} waits` };
  const { result } = returned;
  const text = `${name}${resultText(named.call.name, result, false)}`;
  return { ...own, kind: "return", text, isError: result.errno !== null };
}

function returned(story: CallStory, result: NonNullable<CallStory["returned"]>["result"]): Told {
  const { id, host, socket, named } = story;
  const text = `${callName(story)}${resultText(named.call.name, result, true)}`;
  return { kind: "return", host, socket, call: id, text, isError: result.errno !== null };
}

function beatMarks({ event, effects }: Beat): readonly Told[] {
  return [...eventMarks(event), ...effects.flatMap(effectMarks)];
}

function eventMarks(event: Beat["event"]): readonly Told[] {
  switch (event.kind) {
    case "power":
      return [{ host: event.host, kind: "power", text: `power ${event.isUp ? "on" : "off"}` }];
    case "filter": {
      const text = event.rules.length === 0 ? "filter off" : "filter on";
      return [{ host: event.host, kind: "filter", text }];
    }
    default:
      return [];
  }
}

function effectMarks(effect: Beat["effects"][number]): readonly Told[] {
  switch (effect.kind) {
    case "state": {
      const { host, socket, to } = effect;
      return [{ host, socket, kind: "state", text: to, state: to }];
    }
    case "timer-fired": {
      const { host, socket, timer } = effect;
      return [{ host, socket, kind: "timer", text: TIMER_WORDS[timer] }];
    }
    default:
      return [];
  }
}
