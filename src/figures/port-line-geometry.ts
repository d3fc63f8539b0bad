/**
 * The port line's geometry, as plain data: where ports, ranges, texts and ticks stand. Across the figure a
 * place is a fraction of its width plus px, so a drawing widens without its texts growing; down the figure
 * all is px. Two drawings use it, the wide one and the upright one, each made for a least width.
 */
import type { EphemeralRange } from "#net/ephemeral-range";
import { OPERATING_SYSTEM_NAMES } from "#net/operating-system";
import type { Port } from "#net/port";
import { PORT_COUNT, PORT_RANGES, type PortRangeId, shareOf } from "#net/port-range";
import { FONT_SIZE, type Run, widthOf } from "./figure-text.ts";
import type { MarkGroup, Placed } from "./mark-groups.ts";

/** A port the figure points at. */
export interface PortMark {
  readonly port: Port;
  /** Short, or null where nobody named it. */
  readonly name: string | null;
  /** Whether it is the one port "you are here". */
  readonly here: boolean;
}

export interface Bracket {
  readonly name: string;
  readonly from: Port;
  readonly to: Port;
}

export interface PortLineContent {
  readonly marks: readonly PortMark[];
  readonly brackets: readonly Bracket[];
  /** Whether the System Ports are drawn a second time, enlarged. */
  readonly lens: boolean;
}

export type Tone = "ink" | "soft" | "accent" | PortRangeId;

/** One line of text. */
export interface Label {
  /** Where it is anchored, as a fraction of the figure's width. */
  readonly at: number;
  /** Added to `at`, in px. */
  readonly dx: number;
  /** Its baseline, in px from the top. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly runs: readonly Run[];
  readonly tone: Tone;
  /** The port it names, which a link may lead to. */
  readonly port: Port | null;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const [SYSTEM, USER, DYNAMIC] = PORT_RANGES as readonly [
  (typeof PORT_RANGES)[number],
  (typeof PORT_RANGES)[number],
  (typeof PORT_RANGES)[number],
];

/** Where a port begins, as a fraction of all: 0 for port 0, 1 for the one after 65535. */
export function startOf(port: Port): number {
  return port / PORT_COUNT;
}

/** How much of all ports a range takes, both ends included, from 0 to 1. */
export function shareOfLine(from: Port, to: Port): number {
  return startOf(to + 1) - startOf(from);
}

/** The middle of a port's place, as a fraction of all ports. */
export function middleOf(port: Port): number {
  return (port + 0.5) / PORT_COUNT;
}

/** The middle of a System Port's place, as a fraction of the lens. */
export function middleInLens(port: Port): number {
  return (port + 0.5) / (SYSTEM.to + 1);
}

/** The box a label fills when the figure is `width` px wide. */
export function boxOf(label: Label, width: number): Box {
  const x = label.at * width + label.dx;
  const length = widthOf(label.runs);
  const left = label.anchor === "start" ? x : label.anchor === "end" ? x - length : x - length / 2;
  const [top, bottom] = [label.y - FONT_SIZE * 0.8, label.y + FONT_SIZE * 0.3];
  return { left, right: left + length, top, bottom };
}

/** "73.4 %". */
export function percentText(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}

/** Ranges of systems that agree share a bracket, named after all of them. */
export function bracketsOf(ranges: readonly EphemeralRange[]): readonly Bracket[] {
  const brackets: Bracket[] = [];
  for (const { system, from, to } of ranges) {
    const name = OPERATING_SYSTEM_NAMES[system];
    const same = brackets.findIndex((each) => each.from === from && each.to === to);
    const known = brackets[same];
    if (known === undefined) brackets.push({ name, from, to });
    else brackets[same] = { ...known, name: `${known.name}, ${name}` };
  }
  return brackets.toSorted((a, b) => a.from - b.from);
}

/** What the lens says of itself. */
export function lensTexts(times: number): { readonly title: Run; readonly detail: Run } {
  return {
    title: { text: `${SYSTEM.name}, ${SYSTEM.from}–${SYSTEM.to}`, face: "strong" },
    detail: {
      text: `${percentText(shareOf(SYSTEM))} of all ports, enlarged ${times} times`,
      face: "sans",
    },
  };
}

/** A mark with its place on the line or in the lens. */
export interface PlacedMark extends PortMark, Placed {}

export function placeMark(mark: PortMark, at: number): PlacedMark {
  return { ...mark, at, pinned: mark.here };
}

/**
 * What a group's label says, at most `limit` px wide: number and name, or the number alone, with a count of
 * the marks it stands for beside its own.
 */
export function runsOf({ head, others }: MarkGroup<PortMark>, limit: number): readonly Run[] {
  const number: Run = { text: String(head.port), face: "mono" };
  const name: readonly Run[] =
    head.name === null ? [] : [{ text: head.name, face: head.here ? "strong" : "sans" }];
  const count = others.length;
  const more: readonly Run[] = count === 0 ? [] : [{ text: `+${count} more`, face: "sans" }];
  const short: readonly Run[] = count === 0 ? [] : [{ text: `+${count}`, face: "sans" }];
  const forms = [
    [number, ...name, ...more],
    [number, ...more],
  ];
  return forms.find((runs) => widthOf(runs) <= limit) ?? [number, ...short];
}
