import { memo } from "react";
import type { PacketId } from "#simulator/world";
import { barWidth } from "./ladder-bars.ts";
import { boundsOf } from "./ladder-boxes.ts";
import type { LadderGeometry, PlacedArrow, PlacedText } from "./ladder-geometry.ts";
import { barX, bowOf, curveText, pointsText, short } from "./ladder-shapes.ts";

export interface LadderLights {
  readonly packets: ReadonlySet<PacketId>;
  /** "A 3": host and socket. */
  readonly sockets: ReadonlySet<string>;
  readonly calls: ReadonlySet<number>;
}

interface HighlightsProps {
  readonly geometry: LadderGeometry;
  readonly hosts: readonly string[];
  readonly lit: LadderLights;
  readonly selected: PacketId | null;
}

/** Below the drawing: a light ground under what is lit, and a frame around what is selected. */
export const LadderHighlights = memo(function LadderHighlights({
  geometry,
  hosts,
  lit,
  selected,
}: HighlightsProps) {
  const isSocketLit = (column: number, socket: number | null) =>
    socket !== null && lit.sockets.has(`${hosts[column]} ${socket}`);
  return (
    <>
      {geometry.bars.map((bar) =>
        isSocketLit(bar.column, bar.socket) ? (
          <line
            key={`${bar.column} ${bar.socket} ${bar.fromRow}`}
            x1={barX(geometry.columns[bar.column]!, bar.slot)}
            x2={barX(geometry.columns[bar.column]!, bar.slot)}
            y1={bar.from}
            y2={bar.to}
            strokeWidth={barWidth(geometry.columns[bar.column]!.slots) + 8}
            data-lit=""
            className="stroke-lit"
          />
        ) : null,
      )}
      {geometry.marks.map(({ mark, ...text }) =>
        !mark.isGhost &&
        (isSocketLit(mark.column, mark.socket) ||
          (mark.call !== null && lit.calls.has(mark.call))) ? (
          <Ground key={mark.key} text={text} />
        ) : null,
      )}
      {geometry.arrows.map((placed) => {
        const { arrow, label } = placed;
        if (arrow.isGhost) return null;
        const isSelected = arrow.packet === selected;
        const isLit =
          lit.packets.has(arrow.packet) ||
          arrow.sockets.some(({ host, socket }) => lit.sockets.has(`${host} ${socket}`));
        if (!isSelected && !isLit) return null;
        return (
          <g key={arrow.key} data-lit="">
            <path
              d={wayOf(placed)}
              fill="none"
              strokeWidth={isSelected ? 16 : 12}
              strokeLinecap="round"
              className="stroke-lit"
            />
            {label.lines.map((text, index) => (
              <Ground key={index} text={text} />
            ))}
          </g>
        );
      })}
    </>
  );
});

function Ground({ text: { box } }: { text: Pick<PlacedText, "box"> }) {
  return (
    <polygon
      points={pointsText(box)}
      strokeWidth={4}
      strokeLinejoin="round"
      data-lit=""
      className="fill-lit stroke-lit"
    />
  );
}

/** The arrow's line as a path. */
export function wayOf(placed: PlacedArrow): string {
  return placed.bow !== 0
    ? curveText(bowOf(placed))
    : `M${pointsText([placed.from])}L${pointsText([placed.to])}`;
}

/** Around an arrow's label: a frame that says that it is selected or has the focus. */
export function LabelFrame({ placed, className }: { placed: PlacedArrow; className: string }) {
  return placed.label.lines.slice(0, 1).map(({ x, y, angle, box, anchor }, index) => {
    const level = boundsOf(turnedBack(box, x, y, angle));
    const left = level.left - (anchor === "start" ? 3 : 4);
    return (
      <rect
        key={index}
        x={short(left)}
        y={short(level.top - 1)}
        width={short(level.right - left + 4)}
        height={short(level.bottom - level.top + 2)}
        rx={4}
        fill="none"
        transform={angle === 0 ? undefined : `rotate(${short(angle)} ${short(x)} ${short(y)})`}
        className={className}
      />
    );
  });
}

function turnedBack(
  box: PlacedText["box"],
  x: number,
  y: number,
  angle: number,
): PlacedText["box"] {
  const turn = (-angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return box.map(([across, down]) => [
    x + (across - x) * cos - (down - y) * sin,
    y + (across - x) * sin + (down - y) * cos,
  ]);
}
