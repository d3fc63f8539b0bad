/**
 * A recorded trace as typed steps, in the order of its lines. It was written by a script, for people: a line of a form
 * not known here becomes an "unknown" step, and a test holds that no trace has one. What is asked of a call stays in
 * the trace's words (kernel-trace-call.ts reads them). Times are whole microseconds since the trace began.
 */
import { type TraceHost, type TracePacket, packetOf } from "./kernel-trace-packet.ts";

/** One socket of a pair in trace 25: an address, and which options it or both were given. */
export interface TraceBinding {
  readonly address: string;
  readonly mode: string;
}

type Body =
  | { readonly kind: "title" | "setup" | "note" | "program" | "heading"; readonly text: string }
  | { readonly kind: "blank" }
  | {
      readonly kind: "sysctl";
      readonly host: TraceHost;
      readonly name: string;
      readonly value: string;
    }
  /** `result` is null where the line tells of something done, not of a call's return. */
  | {
      readonly kind: "call";
      readonly host: TraceHost;
      readonly text: string;
      readonly result: string | null;
    }
  | { readonly kind: "sent"; readonly id: number; readonly packet: TracePacket }
  | {
      readonly kind: "injected";
      readonly id: number;
      readonly packet: TracePacket;
      readonly remark: string;
    }
  | {
      readonly kind: "arrived";
      readonly id: number;
      readonly host: TraceHost;
      readonly remark: string | null;
    }
  | { readonly kind: "lost"; readonly id: number; readonly remark: string }
  /** Without bars and `cat -A`'s signs; trailing blanks as recorded only where `cat -A` kept them. */
  | {
      readonly kind: "print";
      readonly host: TraceHost;
      readonly command: string;
      readonly lines: readonly string[];
    }
  /** A single row of `ss`, or null for none, seen while waiting. */
  | { readonly kind: "row"; readonly host: TraceHost; readonly row: string | null }
  | {
      readonly kind: "pair";
      readonly protocol: "tcp" | "udp";
      readonly first: TraceBinding;
      readonly isListening: boolean;
      readonly second: TraceBinding;
      readonly result: string;
    }
  /** A call on a socket that cannot take it, and what it gave. */
  | { readonly kind: "misuse"; readonly text: string; readonly result: string }
  | { readonly kind: "tcpdump"; readonly command: string; readonly lines: readonly string[] }
  | { readonly kind: "unknown"; readonly text: string };

export type TraceStep = Body & {
  /** Of the file, from 1. */
  readonly line: number;
  /** That of the last line before it that has one. */
  readonly at: number;
};

export type TraceStepOf<K extends TraceStep["kind"]> = Extract<TraceStep, { readonly kind: K }>;

export function parseTrace(text: string): readonly TraceStep[] {
  const lines = text.replace(/\n$/, "").split("\n");
  const steps: TraceStep[] = [];
  let at = 0;
  for (let next = 0; next < lines.length;) {
    const line = lines[next]!;
    const timed = /^\[ *(\d+\.\d{4})\] (.*)$/.exec(line);
    at = timed === null ? at : Math.round(Number(timed[1]) * 1_000_000);
    const place = { line: next + 1, at };
    const block = timed === null ? blockAt(lines, next) : null;
    if (block !== null) {
      steps.push({ ...block.body, ...place });
      next += block.length;
    } else {
      const body = timed === null ? untimed(line) : withTime(timed[2]!);
      steps.push({ ...(body ?? { kind: "unknown", text: line }), ...place });
      next += 1;
    }
  }
  return steps;
}

/** What a program printed, over several lines. */
function blockAt(lines: readonly string[], start: number): { body: Body; length: number } | null {
  const dump = /^\$ (tcpdump .*)$/.exec(lines[start]!);
  const shell = /^ {4}([AB])\$ (.*)$/.exec(lines[start]!);
  if (dump === null && shell === null) {
    return null;
  }
  const showsEnds = shell?.[2]?.endsWith("| cat -A") ?? false;
  const isIn = (line: string): boolean =>
    dump !== null || showsEnds ? line !== "" : line.startsWith("      |");
  let end = start + 1;
  while (end < lines.length && isIn(lines[end]!)) {
    end += 1;
  }
  const inside = lines.slice(start + 1, end);
  if (dump !== null) {
    return { body: { kind: "tcpdump", command: dump[1]!, lines: inside }, length: end - start };
  }
  const [, host, command] = shell!;
  const shown = inside.map((line) =>
    showsEnds ? line.replace(/(\^M)?\$$/, "") : line.slice("      |".length),
  );
  const body = { kind: "print", host: host as TraceHost, command: command!, lines: shown } as const;
  return { body, length: end - start };
}

function untimed(line: string): Body | null {
  if (line === "") {
    return { kind: "blank" };
  }
  const [, setup] = /^# (Linux .*)$/.exec(line) ?? [];
  if (setup !== undefined) {
    return { kind: "setup", text: setup };
  }
  const [, title] = /^# (\d.*)$/.exec(line) ?? [];
  if (title !== undefined) {
    return { kind: "title", text: title };
  }
  const [, note] = /^ {2}-- (.*)$/.exec(line) ?? [];
  if (note !== undefined) {
    return { kind: "note", text: note };
  }
  if (/^(client recv |what a beginner sees: |ConnectionRefusedError\()/.test(line)) {
    return { kind: "program", text: line };
  }
  return /^ {4}\S/.test(line) ? tableLine(line.slice(4)) : null;
}

const MODE = "(none|reuseaddr|reuseport|first RA only|second RA only|v6only=(?:0|1|None))";
const PAIR = new RegExp(
  String.raw`^(UDP )?(\S+) ${MODE} +(bound|LISTEN) +(UDP )?(\S+) ${MODE} +-> (.*)$`,
);

/** Trace 25's tables. */
function tableLine(line: string): Body | null {
  const pair = PAIR.exec(line);
  if (pair !== null) {
    const [, udp, firstAddress, firstMode, firstIs, , address, mode, result] = pair;
    return {
      kind: "pair",
      protocol: udp === undefined ? "tcp" : "udp",
      first: { address: unbracketed(firstAddress!), mode: firstMode! },
      isListening: firstIs === "LISTEN",
      second: { address: unbracketed(address!), mode: mode! },
      result: result!,
    };
  }
  if (
    /^first +first is +second +-> second's result$/.test(line) ||
    /^(dual stack \(TCP, first one listens\)|TCP and UDP have separate port spaces|UDP pairs|other errors)$/.test(
      line,
    )
  ) {
    return { kind: "heading", text: line };
  }
  const [, text, result] = /^(.*?) +-> (ok(?: \(.*\))?|[A-Z].*)$/.exec(line) ?? [];
  return text === undefined ? null : { kind: "misuse", text, result: result! };
}

function unbracketed(address: string): string {
  return address.replace(/^\[(.*)\]$/, "$1");
}

function withTime(text: string): Body | null {
  return packetLine(text) ?? hostLine(text) ?? remarkLine(text);
}

function packetLine(text: string): Body | null {
  const [, number, event, rest] = /^#(\d+) (SENT|INJECTED|ARRIVED|LOST) +(.*)$/.exec(text) ?? [];
  const id = Number(number);
  switch (event) {
    case "SENT": {
      const packet = packetOf(rest!);
      return packet && { kind: "sent", id, packet };
    }
    case "INJECTED": {
      const [, remark, after] = /^\((.*?)\) (.*)$/.exec(rest!) ?? [];
      const packet = after === undefined ? null : packetOf(after);
      return packet && { kind: "injected", id, packet, remark: remark! };
    }
    case "ARRIVED": {
      const [, host, remark] = /^at ([AB])(?: \((.*)\))?$/.exec(rest!) ?? [];
      return host === undefined
        ? null
        : { kind: "arrived", id, host: host as TraceHost, remark: remark ?? null };
    }
    case "LOST": {
      const [, remark] = /^\((.*)\)$/.exec(rest!) ?? [];
      return remark === undefined ? null : { kind: "lost", id, remark };
    }
    default:
      return null;
  }
}

function hostLine(text: string): Body | null {
  const sysctl = /^([AB])# sysctl -w net\.ipv4\.(\w+)="(.*)"$/.exec(text);
  if (sysctl !== null) {
    const [, host, name, value] = sysctl;
    return { kind: "sysctl", host: host as TraceHost, name: name!, value: value! };
  }
  const [, letter, rest] = /^([AB]): (.*)$/.exec(text) ?? [];
  if (letter === undefined) {
    return null;
  }
  const host = letter as TraceHost;
  if (rest === "(nothing)") {
    return { kind: "row", host, row: null };
  }
  if (/^[A-Z0-9-]+ +\d+ +\d+ +\S+:\d+ \S+:\d+ timer:\(.*\)$/.test(rest!)) {
    return { kind: "row", host, row: rest! };
  }
  const [, call, result] = /^(.*) -> (.+)$/.exec(rest!) ?? [];
  if (call !== undefined) {
    return { kind: "call", host, text: call, result: result! };
  }
  const isDeed =
    /^(REBOOT: |kill -9 of |setsockopt\(|connect fails with [A-Z]+ |TIME-WAIT gone )/.test(rest!);
  return isDeed ? { kind: "call", host, text: rest!, result: null } : null;
}

function remarkLine(text: string): Body | null {
  const isRemark =
    /^ {3}\^ /.test(text) ||
    /^ {3}first byte 0x/.test(text) ||
    /^\(relative numbers for [AB] restart /.test(text) ||
    text.startsWith("from here on the wire is cut, ");
  return isRemark ? { kind: "note", text: text.trim() } : null;
}
