/**
 * A lesson's figure as plain data: boxes, lines and texts at places known when the page is built, in the
 * units of the drawing. What is made here can be tested without a browser and painted anywhere.
 * Simplified: a text is one line in one face and size, as wide as figure-text.ts reckons at most.
 */
import type { StatePhase } from "#net/tcp-state";
import { FONT_SIZE, type Run, widthOf } from "./figure-text.ts";

export type DrawingTone = "ink" | "soft" | StatePhase;
export type Point = readonly [x: number, y: number];

export interface DrawnText {
  readonly kind: "text";
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly words: string;
  readonly face: Run["face"];
  readonly size: number;
  readonly anchor: "start" | "middle" | "end";
  readonly tone: DrawingTone;
}

export interface DrawnBox {
  readonly kind: "box";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `ground` lies behind other things, `thing` is one, `place` is an empty place for one, `solid` is a wall or a bar. */
  readonly look: "ground" | "thing" | "place" | "solid" | "system";
}

export interface DrawnLine {
  readonly kind: "line";
  readonly points: readonly Point[];
  readonly look: "solid" | "dashed" | "thin";
  /** How its last point is drawn: what goes on there, and what is not let in. */
  readonly end: "none" | "arrow" | "stop";
  /** Whether its first point is marked as a place where something begins. */
  readonly dot: boolean;
}

/** A phase's shape, 12 wide and high. */
export interface DrawnMark {
  readonly kind: "mark";
  readonly x: number;
  readonly y: number;
  readonly phase: StatePhase;
}

export type Shape = DrawnText | DrawnBox | DrawnLine | DrawnMark;

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Painted in this order. */
  readonly shapes: readonly Shape[];
}

/** The drawing for narrow places, and the one for places of `WIDE_FROM` px and more. */
export interface FigureDrawings {
  readonly narrow: Drawing;
  readonly wide: Drawing;
}

export const NARROW_WIDTH = 320;
export const WIDE_WIDTH = 760;
export const WIDE_FROM = 680;

export function text(
  x: number,
  y: number,
  words: string,
  looks: Partial<Pick<DrawnText, "face" | "size" | "anchor" | "tone">> = {},
): DrawnText {
  return {
    kind: "text",
    x,
    y,
    words,
    face: "sans",
    size: FONT_SIZE,
    anchor: "start",
    tone: "ink",
    ...looks,
  };
}

export function box(
  [x, y]: Point,
  [width, height]: readonly [width: number, height: number],
  look: DrawnBox["look"],
): DrawnBox {
  return { kind: "box", x, y, width, height, look };
}

export function line(
  points: readonly Point[],
  looks: Partial<Pick<DrawnLine, "look" | "end" | "dot">> = {},
): DrawnLine {
  return { kind: "line", points, look: "solid", end: "none", dot: false, ...looks };
}

export function arrow(...points: readonly Point[]): DrawnLine {
  return line(points, { end: "arrow" });
}

export function mark(x: number, y: number, phase: StatePhase): DrawnMark {
  return { kind: "mark", x, y, phase };
}

/** A state's shape and its name as a tool spells it; `x` and `y` as of a text. */
export function state(x: number, y: number, phase: StatePhase, name: string): readonly Shape[] {
  return [mark(x, y - 11, phase), text(x + 17, y, name, { face: "mono", tone: phase })];
}

/** In the units of the drawing, never less than what a browser draws. */
export function widthOfText({ words, face, size }: Pick<DrawnText, "words" | "face" | "size">) {
  return (widthOf([{ text: words, face }]) * size) / FONT_SIZE;
}
