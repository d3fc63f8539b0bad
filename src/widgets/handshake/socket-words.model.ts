/** What happens to a socket, in a sentence: its state, its queues, its timers. */
import type { Effect } from "#simulator/effect";
import * as intTable from "#simulator/int-table";
import type { Socket, TimerName, World } from "#simulator/world";
import { endName, socketName } from "./names.model.ts";
import { timeText } from "./session.model.ts";
import type { Telling } from "./telling.ts";

type SocketEffect = Extract<
  Effect,
  { kind: "state" | "queued" | "dropped" | "timer-set" | "timer-stopped" | "timer-fired" }
>;

export function socketSentence(effect: SocketEffect, telling: Telling): string {
  const { host, socket } = effect;
  // One that ends here has lost its port and its peer by now.
  const hasEnded =
    effect.kind === "timer-fired" || (effect.kind === "state" && effect.to === "CLOSED");
  const worlds = [telling.after, telling.before];
  const name = socketName(host, socket, ...(hasEnded ? worlds.toReversed() : worlds));
  switch (effect.kind) {
    case "state":
      return stateSentence(effect, name, telling);
    case "queued":
      return queuedSentence(effect, name, telling);
    case "dropped":
      return droppedSentence(effect, name);
    case "timer-set": {
      const left = timeText(effect.at - telling.after.now);
      return `On ${host}, the ${TIMERS[effect.timer]} of ${name} starts: ${left}.`;
    }
    case "timer-stopped":
      return `On ${host}, the ${TIMERS[effect.timer]} of ${name} stops.`;
    case "timer-fired":
      return `On ${host}, the ${TIMERS[effect.timer]} of ${name} runs out.`;
  }
}

export const TIMERS: Readonly<Record<TimerName, string>> = {
  retransmission: "retransmission timer",
  "tail-loss-probe": "tail loss probe timer",
  reordering: "reordering timer",
  "delayed-ack": "delayed acknowledgment timer",
  persist: "persist timer",
  keepalive: "keepalive timer",
  "time-wait": "TIME-WAIT timer",
  "fin-wait-2": "FIN-WAIT-2 timer",
  linger: "linger timer",
};

function stateSentence(
  { host, socket, from, to }: Extract<Effect, { kind: "state" }>,
  name: string,
  { before, after }: Telling,
): string {
  const made = socketIn(after, host, socket);
  if (from === "LISTEN" && socketIn(before, host, socket) === undefined && made?.peer != null) {
    const peer = endName(after, host, made.peer);
    return `${host}'s kernel makes a socket for the connection of port ${made.local.port} with ${peer}: it is in ${to}.`;
  }
  const isGone = to === "CLOSED" && made === undefined;
  return `On ${host}, ${name} goes from ${from} to ${to}${isGone ? ", and is gone" : ""}.`;
}

function queuedSentence(
  { host, socket, what }: Extract<Effect, { kind: "queued" }>,
  name: string,
  { before, after }: Telling,
): string {
  switch (what) {
    case "data":
      return `On ${host}, data for ${name} can be read.`;
    case "datagram":
      return (socketIn(after, host, socket) ?? socketIn(before, host, socket))?.type === "raw"
        ? `On ${host}, ${name} gets a copy.`
        : `On ${host}, a datagram for ${name} can be read.`;
    case "connection":
      return `On ${host}, a connection joins the accept queue of ${name}.`;
    case "end-of-file":
      return `On ${host}, ${name} is told that no more data will come.`;
  }
}

function droppedSentence(
  { host, what }: Extract<Effect, { kind: "dropped" }>,
  name: string,
): string {
  switch (what) {
    case "datagram":
      return `On ${host}, ${name} drops the datagram.`;
    case "connection":
      return `On ${host}, ${name} drops the segment.`;
    case "data":
      return `On ${host}, ${name} drops the data.`;
    case "reset":
      return `On ${host}, ${name} drops the reset.`;
  }
}

function socketIn(world: World, host: string, id: number): Socket | undefined {
  const table = world.hosts[host]?.sockets;
  return table === undefined ? undefined : intTable.get(table, id);
}
