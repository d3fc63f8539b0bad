/**
 * What stands on a ladder, in few words: a packet's label and numbers, what became of it, a call and its result, a
 * timer, a wait that is folded.
 */
import type { CallResult, SocketCall } from "./calls.ts";
import { type IcmpMessage, type Packet, addressesOf } from "./packet.ts";
import { addressText } from "./step-words.ts";
import type { TouchFate } from "./plan.ts";
import type { CallStory, PacketStory } from "./timeline.ts";
import type { Micros, TimerName } from "./world.ts";

/** "SYN", "PSH,ACK 5 bytes", "UDP 5 bytes", "ICMP port unreachable". */
export function packetLabel({ packet, report }: PacketStory): string {
  const size = bytesText(report.length);
  switch (packet.kind) {
    case "tcp":
      return report.length === 0 ? tcpName(report.flags) : `${tcpName(report.flags)} ${size}`;
    case "udp":
      return `UDP ${size}`;
    case "icmp":
      return `ICMP ${icmpName(packet)}`;
    case "raw":
      return `protocol ${packet.protocol} ${size}`;
  }
}

const tcpName = (flags: string) => (flags === "none" ? "no flags" : flags);
const bytesText = (length: number) => `${length} ${length === 1 ? "byte" : "bytes"}`;

/** RFC 792, RFC 1812 §5.2.7.1 and RFC 4443. */
function icmpName({ type, code, from }: IcmpMessage): string {
  const is6 = from.includes(":");
  const name = is6 ? ICMP_6[`${type} ${code}`] : ICMP_4[`${type} ${code}`];
  return name ?? `type ${type} code ${code}`;
}

const ICMP_4: Readonly<Record<string, string>> = {
  "0 0": "echo reply",
  "3 0": "net unreachable",
  "3 1": "host unreachable",
  "3 2": "protocol unreachable",
  "3 3": "port unreachable",
  "3 9": "net prohibited",
  "3 10": "host prohibited",
  "3 13": "admin prohibited",
  "8 0": "echo request",
  "11 0": "time exceeded",
};

const ICMP_6: Readonly<Record<string, string>> = {
  "1 0": "no route",
  "1 1": "admin prohibited",
  "1 3": "address unreachable",
  "1 4": "port unreachable",
  "3 0": "time exceeded",
  "128 0": "echo request",
  "129 0": "echo reply",
};

export function relativeNumbers({ report: { seq, ack } }: PacketStory): string {
  return numbersText(seq, ack);
}

export function wireNumbers(packet: Packet): string {
  return packet.kind === "tcp" ? numbersText(packet.seq, packet.flags.ack ? packet.ack : null) : "";
}

function numbersText(seq: number | null, ack: number | null): string {
  return [...(seq === null ? [] : [`seq ${seq}`]), ...(ack === null ? [] : [`ack ${ack}`])].join(
    " ",
  );
}

/** `touch` is what a hand on the wire did to it. */
export function packetNote(
  { from, end, marks, isRetransmission, copyOf }: PacketStory,
  touch: TouchFate | null,
): string {
  return [
    ...(from === null ? ["from a stranger"] : []),
    ...(isRetransmission ? ["again"] : []),
    ...(copyOf === null ? [] : ["copy"]),
    ...(touch === null ? marksNotes(marks) : []),
    ...(end.kind === "lost" ? [touch?.kind === "drop" ? "lost by you" : "lost"] : []),
    ...(touch === null || touch.kind === "drop" ? [] : [TOUCH_NOTES[touch.kind]]),
    ...(end.kind === "discarded" ? ["discarded"] : []),
    ...(end.kind === "open" ? ["on its way"] : []),
  ].join(", ");
}

const TOUCH_NOTES: Readonly<Record<Exclude<TouchFate["kind"], "drop">, string>> = {
  delay: "delayed by you",
  duplicate: "doubled by you",
  overtaken: "held back by you",
};

function marksNotes(marks: PacketStory["marks"]): readonly string[] {
  return [
    ...(marks.includes("delayed") ? ["delayed"] : []),
    ...(marks.includes("doubled") ? ["doubled"] : []),
    ...(marks.includes("held") ? ["held"] : []),
  ];
}

/** "A sends SYN to B, seq 0; it arrives 20 ms later." `numbers` are told as they are given. */
export function packetWords(
  story: PacketStory,
  numbers: string,
  note: string,
  isGhost: boolean,
): string {
  const { packet, from, to, sentAt, end, isRetransmission, copyOf } = story;
  const label = packetLabel(story);
  const what = copyOf === null ? label : `a copy of ${label}`;
  const who = copyOf === null ? (from ?? "A stranger") : "The wire";
  const where =
    copyOf !== null || to === null || from !== to ? (to ?? addressesOf(packet).to) : "itself";
  const before = isGhost ? "Before the change: " : "";
  const sentence = `${who} sends ${what}${isRetransmission ? " again" : ""} to ${where}${numbers === "" ? "" : `, ${numbers}`}; ${endWords(end, sentAt)}`;
  const byYou = note.split(", ").find((each) => each.endsWith("by you"));
  return `${before}${sentence}${byYou === undefined || byYou.startsWith("lost") ? (byYou === undefined ? "" : " by your hand") : `, ${byYou}`}.`;
}

function endWords(end: PacketStory["end"], sentAt: Micros): string {
  switch (end.kind) {
    case "arrived":
      return `it arrives ${end.at === sentAt ? "at once" : `${durationText(end.at - sentAt)} later`}`;
    case "discarded":
      return "it arrives and is discarded";
    case "lost":
      return "it is lost";
    case "open":
      return "it is still on its way at the end";
  }
}

export const TIMER_WORDS: Readonly<Record<TimerName, string>> = {
  retransmission: "retransmission timer",
  "tail-loss-probe": "tail loss probe timer",
  reordering: "reordering timer",
  "delayed-ack": "delayed ACK timer",
  persist: "persist timer",
  keepalive: "keepalive timer",
  "time-wait": "TIME-WAIT timer",
  "fin-wait-2": "FIN-WAIT-2 timer",
  linger: "linger timer",
};

/** "connect()", "nginx accept()": the program's name only where it has one. */
export function callName({ named, process }: CallStory): string {
  const name = `${named.call.name}()`;
  return process === "main" ? name : `${process} ${name}`;
}

/** " = 4", ": ECONNREFUSED"; "" for a call that gives nothing to tell. */
export function resultText(
  name: SocketCall["name"],
  { value, errno }: CallResult,
  hasWaited: boolean,
): string {
  if (errno !== null) return `: ${errno}`;
  if (value === null) return hasWaited ? " = 0" : "";
  if (typeof value === "number") return ` = ${value}`;
  if (typeof value === "string")
    return name === "recv" && value === "" ? " = end of file" : ` = ${dataText(value)}`;
  if ("fd" in value) return ` = ${value.fd}`;
  if ("data" in value) return ` = ${dataText(value.data)}`;
  return ` = ${addressText(value)}`;
}

const MOST_SHOWN = 16;

function dataText(data: string): string {
  const isText = /^[\u0020-\u007E]*$/.test(data);
  if (isText && data.length <= MOST_SHOWN) return JSON.stringify(data);
  return bytesText(data.length);
}

const UNITS: readonly (readonly [size: Micros, name: string])[] = [
  [86_400_000_000, "day"],
  [3_600_000_000, "h"],
  [60_000_000, "min"],
];

/** "20 ms", "1.2 s", "60 s", "1 min 5 s", "1 day 2 h". To the millisecond, and it says where that is not exact. */
export function durationText(micros: Micros): string {
  const ms = Math.round(micros / 1000);
  const about = ms * 1000 === micros ? "" : "about ";
  if (ms === 0) return micros === 0 ? "no time" : "less than 1 ms";
  return `${about}${wholeText(ms * 1000)}`;
}

function wholeText(micros: Micros): string {
  if (micros < 1_000_000) return `${micros / 1000} ms`;
  if (micros <= 60_000_000) return `${micros / 1_000_000} s`;
  const parts: string[] = [];
  let rest = micros;
  for (const [size, name] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${name === "day" && count > 1 ? "days" : name}`);
  }
  return [...parts, ...(rest === 0 ? [] : [`${rest / 1_000_000} s`])].join(" ");
}
