import type { DrawnBox, DrawnLine, DrawnText, Drawing, DrawingTone, Shape } from "./drawing.ts";
import { STATE_COLOURS, StateShape } from "./state-mark.tsx";

const FACES: Record<DrawnText["face"], string> = {
  mono: "font-mono",
  sans: "font-sans",
  strong: "font-sans font-[650]",
};

const TONES: Record<DrawingTone, string> = {
  ink: "fill-ink",
  soft: "fill-soft",
  listening: "fill-listening",
  opening: "fill-opening",
  established: "fill-established",
  closing: "fill-closing",
  closed: "fill-closed",
};

const BOXES: Record<DrawnBox["look"], { readonly className: string; readonly rx: number }> = {
  ground: { className: "fill-panel stroke-line", rx: 10 },
  thing: { className: "fill-paper stroke-ink", rx: 8 },
  place: { className: "fill-transparent stroke-soft", rx: 6 },
  solid: { className: "fill-ink stroke-ink", rx: 2 },
  system: { className: "fill-system stroke-ink", rx: 8 },
};

const HEAD = 9;

/** Its words stand beside it in the figure, so it is hidden from those who are read to. */
export function DrawingSvg({ drawing, className }: { drawing: Drawing; className: string }) {
  const { width, height, shapes } = drawing;
  return (
    <svg
      viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      width="100%"
      overflow="visible"
      aria-hidden="true"
      className={className}
    >
      {shapes.map((shape, index) => (
        <Painted key={index} shape={shape} />
      ))}
    </svg>
  );
}

function Painted({ shape }: { shape: Shape }) {
  switch (shape.kind) {
    case "text":
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          textAnchor={shape.anchor}
          className={`${FACES[shape.face]} ${TONES[shape.tone]}`}
        >
          {shape.words}
        </text>
      );
    case "box": {
      const { x, y, width, height, look } = shape;
      return (
        <rect
          {...{ x, y, width, height, ...BOXES[look] }}
          strokeDasharray={look === "place" ? "3 3" : undefined}
        />
      );
    }
    case "line":
      return <Line {...shape} />;
    case "mark":
      return (
        <g className={STATE_COLOURS[shape.phase]}>
          <StateShape phase={shape.phase} x={shape.x} y={shape.y} />
        </g>
      );
  }
}

function Line({ points, look, end, dot }: DrawnLine) {
  const [first, last, before] = [points[0]!, points.at(-1)!, points.at(-2)!];
  const way = Math.hypot(last[0] - before[0], last[1] - before[1]);
  const [right, down] = [(last[0] - before[0]) / way, (last[1] - before[1]) / way];
  const at = (back: number, aside: number) =>
    `${round(last[0] - back * right - aside * down)} ${round(last[1] - back * down + aside * right)}`;
  // The line ends within the head, whose tip would be blunt otherwise.
  const shown = [
    ...points.slice(0, -1).map(([x, y]) => `${x} ${y}`),
    at(end === "arrow" ? HEAD - 1 : 0, 0),
  ];
  return (
    <>
      <path
        d={`M${shown.join("L")}`}
        fill="none"
        strokeWidth={look === "thin" ? 1 : 1.5}
        strokeDasharray={look === "dashed" ? "5 4" : undefined}
        className={look === "thin" ? "stroke-soft" : "stroke-ink"}
      />
      {dot && <circle cx={first[0]} cy={first[1]} r={3.5} className="fill-ink" />}
      {end === "arrow" && (
        <path d={`M${at(0, 0)}L${at(HEAD, 4.5)}L${at(HEAD, -4.5)}Z`} className="fill-ink" />
      )}
      {end === "stop" && (
        <path d={`M${at(0, 8)}L${at(0, -8)}`} strokeWidth={3} className="stroke-ink" />
      )}
    </>
  );
}

/** The same in every browser, and short. */
function round(length: number): number {
  return Number(length.toFixed(2));
}
