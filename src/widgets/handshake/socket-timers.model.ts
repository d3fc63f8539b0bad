/** A connection's timers at one moment: how long each still runs, out of how long it was set for. */
import type { Timeline } from "#simulator/timeline";
import type { HostName, Micros, Socket, SocketId, TimerName } from "#simulator/world";
import { timeText } from "./session.model.ts";
import { TIMERS } from "./socket-words.model.ts";
import { kept } from "./kept.model.ts";

export interface TimerFrame {
  readonly name: TimerName;
  /** "retransmission timer". */
  readonly title: string;
  readonly left: Micros;
  /** What it was set for. */
  readonly span: Micros;
  /** "59.98 s of 1 min left". */
  readonly words: string;
  /** "the 3rd try", for one that was set again and again; null else. */
  readonly note: string | null;
}

const keyOf = (host: HostName, socket: SocketId, timer: TimerName, at: Micros) =>
  `${host} ${socket} ${timer} ${at}`;

/** When each timer that runs out at such a moment was set. */
const settings = kept(({ beats }: Timeline): ReadonlyMap<string, Micros> => {
  const setAt = new Map<string, Micros>();
  for (const { at: now, effects } of beats)
    for (const effect of effects)
      if (effect.kind === "timer-set")
        setAt.set(keyOf(effect.host, effect.socket, effect.timer, effect.at), now);
  return setAt;
});

const NONE: readonly TimerFrame[] = [];

/** The one that runs out first comes first. */
export function timersOf(
  timeline: Timeline,
  host: HostName,
  socket: Socket,
  now: Micros,
): readonly TimerFrame[] {
  if (socket.type !== "stream" || socket.tcb === null) return NONE;
  const running = Object.entries(socket.tcb.timers) as [TimerName, { at: Micros }][];
  if (running.length === 0) return NONE;
  const { retries, keepProbes, windowProbes } = socket.tcb;
  const tries = { retransmission: retries, keepalive: keepProbes, persist: windowProbes };
  return running
    .toSorted(([, one], [, other]) => one.at - other.at)
    .map(([name, { at }]) => {
      const left = Math.max(0, at - now);
      const span = Math.max(
        left,
        at - (settings(timeline).get(keyOf(host, socket.id, name, at)) ?? now),
      );
      const tried = name in tries ? tries[name as keyof typeof tries] : 0;
      return {
        name,
        title: TIMERS[name],
        left,
        span,
        words: `${timeText(left)} of ${timeText(span)} left`,
        note: tried === 0 ? null : `sent again ${tried === 1 ? "once" : `${tried} times`} so far`,
      };
    });
}
