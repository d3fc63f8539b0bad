/** A ladder as an SVG file of its own: colours and faces are in it, and what it shows stands in words in its description. */
import type { LadderGeometry } from "./ladder-geometry.ts";
import {
  BASELINE,
  HALO,
  type LadderShape,
  curveText,
  columnShapes,
  ladderShapes,
  pointsText,
  short,
} from "./ladder-shapes.ts";
import { GAP } from "./ladder-text.ts";
import { LADDER_COLOURS, LADDER_FACES, type LadderTheme } from "./ladder-theme.ts";

/** Around the drawing, in px. */
export const MARGIN = 16;

export interface LadderWords {
  readonly title: string;
  readonly description: string;
}

/** Valid XML. */
export function ladderSvg(
  geometry: LadderGeometry,
  { title, description }: LadderWords,
  theme: LadderTheme,
): string {
  const colours = LADDER_COLOURS[theme];
  const [width, height] = [geometry.width + 2 * MARGIN, Math.ceil(geometry.height) + 2 * MARGIN];
  const shapes = [...columnShapes(geometry), ...ladderShapes(geometry)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...shapes.map((shape) => shapeText(shape, colours)),
    "</svg>",
    "",
  ].join("\n");
}

function shapeText(shape: LadderShape, colours: Readonly<Record<string, string>>): string {
  switch (shape.kind) {
    case "line":
      return `<polyline points="${pointsText(shape.points)}" fill="none" ${strokeText(shape, colours)}/>`;
    case "curve":
      return `<path d="${curveText(shape.points)}" fill="none" ${strokeText(shape, colours)}/>`;
    case "area":
      return `<polygon points="${pointsText(shape.points)}" fill="${colours[shape.colour]}"/>`;
    case "ring": {
      const colour = colours[shape.colour];
      const paint =
        shape.width === null
          ? `fill="${colour}"`
          : `fill="${colours["paper"]}" stroke="${colour}" stroke-width="${shape.width}"`;
      return `<circle cx="${short(shape.centre[0])}" cy="${short(shape.centre[1])}" r="${shape.radius}" ${paint}/>`;
    }
    case "text":
      return textText(shape, colours);
  }
}

function strokeText(
  { colour, width, dash }: Extract<LadderShape, { kind: "line" | "curve" }>,
  colours: Readonly<Record<string, string>>,
): string {
  return `stroke="${colours[colour]}" stroke-width="${width}"${dash === null ? "" : ` stroke-dasharray="${dash}"`}`;
}

function textText(
  { at: [x, y], anchor, angle, size, runs }: Extract<LadderShape, { kind: "text" }>,
  colours: Readonly<Record<string, string>>,
): string {
  const turn = angle === 0 ? "" : ` transform="rotate(${short(angle)} ${short(x)} ${short(y)})"`;
  const spans = runs.map(({ text, face, colour }, index) => {
    const { family, weight } = LADDER_FACES[face];
    return `<tspan${index === 0 ? "" : ` dx="${GAP}"`} font-family="${family}" font-weight="${weight}" fill="${colours[colour]}">${escaped(text)}</tspan>`;
  });
  return `<text x="${short(x)}" y="${short(y + size * BASELINE)}" font-size="${size}" text-anchor="${anchor}" stroke="${colours["paper"]}" stroke-width="${HALO * 2}" stroke-linejoin="round" paint-order="stroke" xml:space="preserve"${turn}>${spans.join("")}</text>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Characters that XML 1.0 does not know at all become question marks (§2.2). */
export function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "?");
}
