import { memo } from "react";
import {
  BASELINE,
  type Colour,
  type ColouredRun,
  HALO,
  type LadderShape,
  curveText,
  pointsText,
  short,
} from "./ladder-shapes.ts";
import { GAP } from "./ladder-text.ts";

const STROKES: Readonly<Record<Colour, string>> = {
  paper: "stroke-paper",
  line: "stroke-line",
  ink: "stroke-ink",
  soft: "stroke-soft",
  listening: "stroke-listening",
  opening: "stroke-opening",
  established: "stroke-established",
  closing: "stroke-closing",
  closed: "stroke-closed",
};

const FILLS: Readonly<Record<Colour, string>> = {
  paper: "fill-paper",
  line: "fill-line",
  ink: "fill-ink",
  soft: "fill-soft",
  listening: "fill-listening",
  opening: "fill-opening",
  established: "fill-established",
  closing: "fill-closing",
  closed: "fill-closed",
};

const FACES: Readonly<Record<ColouredRun["face"], string>> = {
  mono: "font-mono",
  "mono-strong": "font-mono font-[650]",
  sans: "font-sans",
  strong: "font-sans font-[650]",
};

/** Paints shapes as they are. It never changes with the position, so that going through time draws nothing anew. */
export const LadderDrawing = memo(function LadderDrawing({
  shapes,
}: {
  shapes: readonly LadderShape[];
}) {
  return shapes.map((shape, index) => <Shape key={index} shape={shape} />);
});

function Shape({ shape }: { shape: LadderShape }) {
  switch (shape.kind) {
    case "line":
      return (
        <polyline
          points={pointsText(shape.points)}
          fill="none"
          strokeWidth={shape.width}
          strokeDasharray={shape.dash ?? undefined}
          className={STROKES[shape.colour]}
        />
      );
    case "curve":
      return (
        <path
          d={curveText(shape.points)}
          fill="none"
          strokeWidth={shape.width}
          strokeDasharray={shape.dash ?? undefined}
          className={STROKES[shape.colour]}
        />
      );
    case "area":
      return <polygon points={pointsText(shape.points)} className={FILLS[shape.colour]} />;
    case "ring":
      return (
        <circle
          cx={short(shape.centre[0])}
          cy={short(shape.centre[1])}
          r={shape.radius}
          strokeWidth={shape.width ?? undefined}
          className={
            shape.width === null ? FILLS[shape.colour] : `fill-paper ${STROKES[shape.colour]}`
          }
        />
      );
    case "text":
      return <Text shape={shape} />;
  }
}

function Text({ shape }: { shape: Extract<LadderShape, { kind: "text" }> }) {
  const { at, anchor, angle, size, runs } = shape;
  const [x, y] = [short(at[0]), short(at[1])];
  return (
    <text
      x={x}
      y={short(at[1] + size * BASELINE)}
      fontSize={size}
      textAnchor={anchor}
      transform={angle === 0 ? undefined : `rotate(${short(angle)} ${x} ${y})`}
      strokeWidth={HALO * 2}
      strokeLinejoin="round"
      paintOrder="stroke"
      className="stroke-paper"
    >
      {runs.map(({ text, face, colour }, index) => (
        <tspan
          key={index}
          dx={index === 0 ? undefined : GAP}
          className={`${FACES[face]} ${FILLS[colour]}`}
        >
          {text}
        </tspan>
      ))}
    </text>
  );
}
