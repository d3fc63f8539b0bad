/** What a drawing must not do, as sentences: a text outside it, over another, across an edge or under a line. */
import { type Drawing, type DrawnText, type Shape, widthOfText } from "./drawing.ts";

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const textsOf = (shapes: readonly Shape[]) => shapes.filter((shape) => shape.kind === "text");

export function faultsIn({ width, height, shapes }: Drawing): readonly string[] {
  const texts = textsOf(shapes).map((each) => ({ words: each.words, ...extentOf(each) }));
  const boxes = shapes
    .filter((shape) => shape.kind === "box")
    .map(({ x, y, width, height, look }) => ({
      look,
      left: x,
      right: x + width,
      top: y,
      bottom: y + height,
    }));
  const marks = shapes
    .filter((shape) => shape.kind === "mark")
    .map(({ x, y }) => ({ left: x, right: x + 12, top: y, bottom: y + 12 }));
  const strokes = shapes
    .filter((shape) => shape.kind === "line")
    .flatMap(({ points }) => points.slice(1).map((to, index) => [points[index]!, to] as const));
  const whole: Extent = { left: 0, right: width, top: 0, bottom: height };
  return [
    ...[...texts, ...boxes, ...marks]
      .filter((each) => !holds(whole, each))
      .map((each) => `${"words" in each ? each.words : "a shape"} leaves the drawing`),
    ...texts.flatMap((text, index) => [
      ...texts
        .slice(index + 1)
        .filter((other) => meet(text, other))
        .map((other) => `${text.words} lies over ${other.words}`),
      ...marks.filter((each) => meet(text, each)).map(() => `${text.words} lies over a mark`),
      ...boxes
        .filter((each) => meet(text, each) && (each.look === "solid" || !holds(each, text, 3)))
        .map(() => `${text.words} crosses the edge of a box`),
      ...strokes
        .filter(([from, to]) => crosses(from, to, text))
        .map(() => `a line crosses ${text.words}`),
    ]),
  ];
}

/** The smallest text, in px, where the drawing is shown `width` px wide. */
export function leastText(drawing: Drawing, width: number): number {
  return (Math.min(...textsOf(drawing.shapes).map(({ size }) => size)) * width) / drawing.width;
}

export function wordsIn(drawing: Drawing): readonly string[] {
  return textsOf(drawing.shapes).map(({ words }) => words);
}

/** From the height of capitals to below the baseline. */
function extentOf(text: DrawnText): Extent {
  const width = widthOfText(text);
  const left = text.x - { start: 0, middle: width / 2, end: width }[text.anchor];
  return {
    left,
    right: left + width,
    top: text.y - text.size * 0.75,
    bottom: text.y + text.size * 0.22,
  };
}

function meet(a: Extent, b: Extent): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function holds(outer: Extent, inner: Extent, room = 0): boolean {
  return (
    inner.left >= outer.left + room &&
    inner.right <= outer.right - room &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

/** Whether the stroke has a point within; looked for along it, which is close enough for letters. */
function crosses(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  { left, right, top, bottom }: Extent,
): boolean {
  return Array.from({ length: 201 }, (_, step) => step / 200).some((share) => {
    const [x, y] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
    return x > left && x < right && y > top && y < bottom;
  });
}
