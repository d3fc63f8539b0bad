/**
 * What happens to a world, one event after the other: `step(world, event)` gives the next world and what happened. The
 * world given stays as it is. Nothing here waits, and nothing is left to chance: the same gives the same.
 */
import type { Effect } from "./effect.ts";
import type { WorldEvent } from "./event.ts";
import { addRule } from "./fate-rules.ts";
import { arrive } from "./input.ts";
import * as intTable from "./int-table.ts";
import { type Packet, addressesOf } from "./packet.ts";
import { switchPower } from "./power.ts";
import { because } from "./reason.ts";
import { release } from "./release.ts";
import { ownerOf } from "./routing.ts";
import * as schedule from "./schedule.ts";
import { attempt, attemptAgain } from "./socket-calls.ts";
import { timerFires } from "./tcp-timers.ts";
import { Turn } from "./turn.ts";
import { finish, retry, settle, timeOut } from "./waiting.ts";
import { injected, takeOut, touch, transmit } from "./wire.ts";
import { withProcess } from "./world-defaults.ts";
import type { Due, HostName, Micros, SocketId, World } from "./world.ts";

export interface Step {
  readonly world: World;
  /** In the order they happened. */
  readonly effects: readonly Effect[];
}

/** Throws where the event speaks of a host or a process that the world has not. */
export function step(world: World, event: WorldEvent): Step {
  const turn = new Turn(world);
  const woken: { readonly host: HostName; readonly socket: SocketId }[] = [];
  turn.send = (host, packet, why, more) => transmit(turn, host, packet, why, more);
  turn.wake = (host, socket) => woken.push({ host, socket });
  turn.finish = (host, id, result) => {
    const socket = intTable.get(turn.host(host).pending, id)?.socket;
    finish(turn, host, id, result);
    // close() may have left the socket to this call.
    if (socket !== undefined && turn.socket(host, socket)?.references === 0)
      release(turn, host, socket, false);
  };
  happen(turn, event);
  for (let next = woken.shift(); next !== undefined; next = woken.shift()) {
    const { host, socket } = next;
    retry(turn, host, socket, (call) => attemptAgain(turn, host, call));
  }
  return { world: turn.world, effects: turn.effects };
}

function happen(turn: Turn, event: WorldEvent): void {
  switch (event.kind) {
    case "call": {
      const { host, pid, call } = event;
      const id = turn.world.nextCall;
      turn.world = { ...turn.world, nextCall: id + 1 };
      turn.note({ kind: "called", host, pid, call, id });
      return settle(turn, host, { id, pid, call }, attempt(turn, host, pid, call));
    }
    case "next": {
      const next = schedule.first(turn.world.schedule);
      if (next === undefined) return undefined;
      const rest = schedule.removeFirst(turn.world.schedule);
      turn.world = { ...turn.world, now: next.at, schedule: rest };
      return fallDue(turn, next.item, next.at);
    }
    case "wait":
      if (event.until > turn.now) turn.world = { ...turn.world, now: event.until };
      return undefined;
    case "rule":
      return addRule(turn, event);
    case "touch": {
      const flight = touch(turn, event);
      if (flight !== undefined) arrive(turn, flight);
      return undefined;
    }
    case "inject":
      return inject(turn, event.packet);
    case "filter":
      return turn.changeHost(event.host, { filters: event.rules });
    case "setting": {
      const settings = { ...turn.host(event.host).settings, ...event.settings };
      return turn.changeHost(event.host, { settings });
    }
    case "start": {
      const { host } = withProcess(turn.host(event.host), event.process);
      return turn.changeHost(event.host, host);
    }
    case "power":
      return switchPower(turn, event.host, event.isUp);
  }
}

function fallDue(turn: Turn, due: Due, at: Micros): void {
  switch (due.kind) {
    case "arrival": {
      const flight = takeOut(turn, due.packet);
      if (flight !== undefined) arrive(turn, flight);
      return undefined;
    }
    case "timer": {
      const { host, socket, timer } = due;
      const why = because("the clock", "The timer was set for this moment.");
      turn.note({ kind: "timer-fired", host, socket, timer, at, why });
      return timerFires(turn, host, socket, timer);
    }
    case "call-timeout":
      return timeOut(turn, due.host, due.call);
  }
}

/** It arrives at whoever has the address; with none, it is lost at once. */
function inject(turn: Turn, packet: Packet): void {
  const { from, to } = addressesOf(packet);
  const host = ownerOf(turn.world, "", to);
  if (host === null || host === "") {
    const { id } = injected(turn, packet, "");
    const why = because("the wire", "No host has the address the packet is for.");
    return turn.note({ kind: "lost", id, why });
  }
  const sender = ownerOf(turn.world, host, from) ?? host;
  arrive(turn, { ...injected(turn, packet, host), from: sender });
}
