/** A ladder as a picture to take away: an SVG file, or painted on a canvas for a PNG. */
import type { Ladder } from "#simulator/ladder";
import { type PaintContext, paintLadder, pictureSize } from "./ladder-canvas.ts";
import { type LadderNumbers, layOut } from "./ladder-geometry.ts";
import { ladderSvg } from "./ladder-svg.ts";
import type { LadderTheme } from "./ladder-theme.ts";
import { describeLadder, summariseLadder } from "./segment-ladder-text.ts";

export interface PictureWish {
  /** In px, without the margin. */
  readonly width: number;
  readonly numbers: LadderNumbers;
  readonly theme: LadderTheme;
  /** What it is called; its hosts and packets where that is left out. */
  readonly title?: string;
}

/** The text of an SVG file, valid XML. */
export function ladderAsSvg(ladder: Ladder, { title, theme, ...space }: PictureWish): string {
  const words = {
    title: title ?? summariseLadder(ladder),
    description: describeLadder(ladder).join(" "),
  };
  return ladderSvg(layOut(ladder, space), words, theme);
}

export interface Painting {
  /** In px: what the canvas is to be set to before `paint` is called. */
  readonly width: number;
  readonly height: number;
  /** Shape by shape. */
  readonly paint: (context: PaintContext) => Generator<void, void>;
}

/** `scale`: px of the picture for one of the drawing. Fonts are to be loaded before it is painted. */
export function ladderAsPainting(
  ladder: Ladder,
  { theme, ...space }: PictureWish,
  scale: number,
): Painting {
  const geometry = layOut(ladder, space);
  return {
    ...pictureSize(geometry, scale),
    paint: (context) => paintLadder(context, geometry, theme, scale),
  };
}
