import type { FigureDrawings } from "./drawing.ts";
import { DrawingSvg } from "./drawing-svg.tsx";

/**
 * A drawing in two shapes, of which the figure's own room shows one; their shape is known beforehand, so
 * nothing moves when they appear. Paper gets the wide one. `words` says the same for those who do not see it, one sentence each.
 */
export function DrawnFigure({
  title,
  drawings: { narrow, wide },
  words,
  caption,
}: {
  title: string;
  drawings: FigureDrawings;
  words: readonly string[];
  caption: string | undefined;
}) {
  return (
    <figure className="wide @container" aria-label={caption === undefined ? title : undefined}>
      <DrawingSvg
        drawing={narrow}
        className="block max-w-[440px] @min-[680px]:hidden print:hidden"
      />
      <DrawingSvg drawing={wide} className="hidden max-w-[880px] @min-[680px]:block print:block" />
      <ol aria-label={title} className="sr-only">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {caption !== undefined && (
        <figcaption className="mt-4 max-w-prose text-[1rem] text-soft">{caption}</figcaption>
      )}
    </figure>
  );
}
