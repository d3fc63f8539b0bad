/**
 * The moment before a beat, as a learner is asked about it: what sets the beat off (a call, an arrival, a timer) is
 * told, what comes of it is not. What nobody can foresee from what was shown is never asked: what a program will call
 * next, which segment the wire loses, which numbers a system chooses.
 */
import type { SocketCall } from "#simulator/calls";
import type { Effect } from "#simulator/effect";
import * as intTable from "#simulator/int-table";
import type { Packet } from "#simulator/packet";
import { ownerOf } from "#simulator/routing";
import { stepWords, whoText } from "#simulator/step-words";
import type { Beat, CallStory, Timeline } from "#simulator/timeline";
import { worldAt } from "#simulator/timeline";
import type { HostName, Socket, SocketId, TimerName, World } from "#simulator/world";
import { arrivalWords, safeCode } from "./predict-words.ts";

export type Trigger =
  | { readonly kind: "call"; readonly story: CallStory; readonly call: SocketCall }
  /** `from` is null for a packet that no host of this world sent. */
  | { readonly kind: "arrival"; readonly packet: Packet; readonly from: HostName | null }
  | { readonly kind: "timer"; readonly timer: TimerName; readonly socket: SocketId };

export interface Moment {
  readonly timeline: Timeline;
  readonly position: number;
  readonly beat: Beat;
  readonly before: World;
  readonly trigger: Trigger;
  /** Where it happens. */
  readonly host: HostName;
  /** What sets it off, in one or two sentences. */
  readonly cue: string;
}

/** Null where nothing sets the beat off that a learner could be told of. */
export function momentAt(timeline: Timeline, position: number): Moment | null {
  const beat = timeline.beats[position];
  if (beat === undefined) return null;
  const before = worldAt(timeline, position);
  const found = triggerOf(timeline, position, beat);
  if (found === null) return null;
  const cue = cueOf(found.trigger, found.host, before, beat);
  return cue === null ? null : { timeline, position, beat, before, ...found, cue };
}

interface Found {
  readonly trigger: Trigger;
  readonly host: HostName;
}

function triggerOf(timeline: Timeline, position: number, { effects }: Beat): Found | null {
  const story = timeline.calls.find(({ madeIn }) => madeIn === position);
  if (story !== undefined)
    return { trigger: { kind: "call", story, call: story.call }, host: story.host };
  for (const effect of effects) {
    if (effect.kind === "arrived") {
      const sent = timeline.packets.find(({ id }) => id === effect.id);
      const trigger = { kind: "arrival", packet: effect.packet, from: sent?.from ?? null } as const;
      return { trigger, host: effect.host };
    }
    if (effect.kind === "timer-fired") {
      const { timer, socket, host } = effect;
      return { trigger: { kind: "timer", timer, socket }, host };
    }
  }
  return null;
}

function cueOf(trigger: Trigger, host: HostName, before: World, beat: Beat): string | null {
  switch (trigger.kind) {
    case "call":
      return `${callCue(trigger.story)}${callNote(trigger.story, before)}`;
    case "arrival":
      return arrivalCue(trigger.packet, trigger.from, host, before, beat);
    case "timer":
      return timerCue(trigger.timer, host, beat);
  }
}

function callCue({ host, process, named }: CallStory): string {
  const who = whoText(host, process);
  const words = stepWords({ kind: "call", host, process, ...named }).slice(who.length + 1);
  const call = safeCode(words)
    .replace(/ without waiting$/, "")
    .replace(/"[^"]{40,}"… \((\d+ bytes)\)/, "$1");
  const whose = process === "main" ? `${host}'s program` : `${commandOf(process)} on ${host}`;
  return `${whose} calls \`${call}\`${named.nonBlocking ? ", and does not want to wait" : ""}.`;
}

/** A file names a program "nginx", or with its user "nobody@nginx". */
export const commandOf = (process: string) => process.slice(process.indexOf("@") + 1);

const USUAL_RANGE = "32768-60999";

/** What decides the outcome and stands in no lane. */
function callNote({ call, host, pid }: CallStory, before: World): string {
  const place = before.hosts[host];
  if (place === undefined) return "";
  if (call.name === "bind" && call.to.port > 0 && call.to.port < 1024) {
    const user = place.processes[pid]?.user ?? "root";
    return ` The program runs as the user ${user}.`;
  }
  const [first, last] = place.settings.ip_local_port_range;
  if (call.name === "connect" && `${first}-${last}` !== USUAL_RANGE)
    return ` ${host}'s system chooses from the ports ${first} to ${last}.`;
  return "";
}

function arrivalCue(
  packet: Packet,
  from: HostName | null,
  host: HostName,
  before: World,
  { effects }: Beat,
): string | null {
  const discarded = effects.find((effect) => effect.kind === "discarded");
  const isFiltered = discarded?.why.rule === "the filter";
  const isKnown =
    packet.kind === "tcp" &&
    packet.flags.syn &&
    !packet.flags.ack &&
    connectionOf(packet, host, before) !== undefined;
  const note = isFiltered
    ? ` A filter on ${host} stops it.`
    : isKnown
      ? ` ${host} has a connection with these addresses and ports.`
      : cookieNote(effects, host, before);
  if (from !== null) return `${arrivalWords(packet, from, host)}${note}`;
  if (packet.kind !== "tcp" || !packet.flags.rst)
    return `${arrivalWords(packet, null, host)}${note}`;
  const place = placeInWindow(packet, host, before);
  return place === null ? null : `A forged RST reaches ${host}. ${place}`;
}

/** A reset counts by its number alone (RFC 5961 §3). */
function placeInWindow(
  packet: Extract<Packet, { kind: "tcp" }>,
  host: HostName,
  before: World,
): string | null {
  const socket = connectionOf(packet, host, before);
  if (socket?.type !== "stream" || socket.tcb === null) return null;
  const ahead = (packet.seq - socket.tcb.rcvNxt) | 0;
  if (ahead === 0) return `Its sequence number is the very one that ${host} awaits next.`;
  return ahead > 0 && ahead < socket.tcb.rcvWnd
    ? `Its sequence number is inside ${host}'s window, but not the next one.`
    : `Its sequence number is outside of ${host}'s window.`;
}

/** Cookies are a setting, which no lane shows. */
function cookieNote(effects: Beat["effects"], host: HostName, before: World): string {
  const isQueueFull = effects.some(
    (effect) =>
      (effect.kind === "sent" || effect.kind === "dropped") && /half-open/.test(effect.why.words),
  );
  const isOn = before.hosts[host]?.settings.tcp_syncookies !== 0;
  return isQueueFull
    ? ` ${host}'s queue of half-open connections is full, and SYN cookies are ${isOn ? "on" : "off"}.`
    : "";
}

function connectionOf(
  { from, to }: Extract<Packet, { kind: "tcp" }>,
  host: HostName,
  before: World,
): Socket | undefined {
  return socketsOf(before, host).find(
    ({ type, local, peer }) =>
      type === "stream" &&
      local.port === to.port &&
      peer?.port === from.port &&
      peer.address === from.address,
  );
}

const TIMERS: Readonly<Partial<Record<TimerName, string>>> = {
  retransmission: "retransmission timer",
  "tail-loss-probe": "probe timer for the last segment",
  "delayed-ack": "timer for the held-back acknowledgment",
  "time-wait": "TIME-WAIT timer",
  "fin-wait-2": "FIN-WAIT-2 timer",
  keepalive: "keepalive timer",
  persist: "persist timer",
};

function timerCue(timer: TimerName, host: HostName, { effects }: Beat): string | null {
  const name = TIMERS[timer];
  if (name === undefined) return null;
  const isGivenUp = effects.some(
    (effect) => effect.kind === "state" && effect.to === "CLOSED" && effect.host === host,
  );
  const asksAgain = timer === "retransmission" || timer === "keepalive" || timer === "persist";
  return isGivenUp && asksAgain
    ? `${host}'s ${name} runs out for the last time: ${host} gives up.`
    : `${host}'s ${name} runs out.`;
}

export function socketsOf(world: World, host: HostName): readonly Socket[] {
  const place = world.hosts[host];
  return place === undefined ? [] : [...intTable.entries(place.sockets)].map(([, each]) => each);
}

export function socketIn(world: World, host: HostName, id: SocketId): Socket | undefined {
  const place = world.hosts[host];
  return place === undefined ? undefined : intTable.get(place.sockets, id);
}

/** The host that has the address, seen from `host`; the address where nobody has it. */
export function nameOfAddress(world: World, host: HostName, address: string): string {
  return ownerOf(world, host, address) ?? address;
}

export type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { kind: Kind }>;

export function effectsOf<Kind extends Effect["kind"]>(
  { effects }: Pick<Beat, "effects">,
  kind: Kind,
): readonly EffectOf<Kind>[] {
  return effects.filter((effect): effect is EffectOf<Kind> => effect.kind === kind);
}
