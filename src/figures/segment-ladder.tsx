import { type KeyboardEvent, memo, useCallback, useMemo, useState } from "react";
import type { Ladder, LadderMark } from "#simulator/ladder";
import type { PacketId } from "#simulator/world";
import { LadderDrawing } from "./ladder-drawing.tsx";
import {
  type LadderGeometry,
  type LadderNumbers,
  type PlacedArrow,
  layOut,
} from "./ladder-geometry.ts";
import { LabelFrame, LadderHighlights, type LadderLights, wayOf } from "./ladder-highlights.tsx";
import { MarkTargets } from "./ladder-mark-targets.tsx";
import { columnShapes, ladderShapes } from "./ladder-shapes.ts";
import { describeLadder } from "./segment-ladder-text.ts";

interface SegmentLadderProps {
  readonly ladder: Ladder;
  /** 0 to the run's number of beats. */
  readonly position: number;
  readonly numbers?: LadderNumbers;
  /** What comes after the position is there, faintly. */
  readonly showsFuture?: boolean;
  readonly selected?: PacketId | null;
  readonly lit?: LadderLights;
  /** Without it the arrows cannot be chosen, and nothing takes the focus. */
  readonly onSelect?: ((packet: PacketId) => void) | undefined;
  /** Null when nothing is pointed at any more. */
  readonly onPoint?: ((packets: readonly PacketId[] | null) => void) | undefined;
  /** A call's or a state's mark was chosen. */
  readonly onAsk?: ((mark: LadderMark) => void) | undefined;
  readonly label: string;
  /** Says in words, for those who do not see it, all that has happened so far. */
  readonly hasWords?: boolean;
}

export const NO_LIGHTS: LadderLights = {
  packets: new Set(),
  sockets: new Set(),
  calls: new Set(),
};

/** For which width each drawing is made, and where the figure's own room shows it. */
const DRAWINGS = [
  { width: 320, className: "block max-w-[420px] @min-[440px]:hidden" },
  { width: 440, className: "hidden max-w-[560px] @min-[440px]:block @min-[640px]:hidden" },
  { width: 640, className: "hidden max-w-[800px] @min-[640px]:block" },
] as const;

/**
 * Hosts as columns, time downwards, packets as arrows. Three drawings, each for a span of widths, of which the figure's
 * own room shows one. All is drawn once: the position only moves a cover over what is to come.
 */
export function SegmentLadder({
  ladder,
  position,
  numbers = "relative",
  showsFuture = false,
  selected = null,
  lit = NO_LIGHTS,
  onSelect,
  onPoint,
  onAsk,
  label,
  hasWords = false,
}: SegmentLadderProps) {
  const geometries = useMemo(
    () => DRAWINGS.map(({ width }) => layOut(ladder, { width, numbers })),
    [ladder, numbers],
  );
  const row = ladder.rowOfPosition[position] ?? 0;
  return (
    <div className="@container" role="group" aria-label={label}>
      {DRAWINGS.map(({ width, className }, index) => (
        <Drawn
          key={width}
          ladder={ladder}
          geometry={geometries[index]!}
          position={position}
          row={row}
          showsFuture={showsFuture}
          selected={selected}
          lit={lit}
          onSelect={onSelect}
          onPoint={onPoint}
          onAsk={onAsk}
          className={`mx-auto ${className}`}
        />
      ))}
      {hasWords && (
        <ul className="sr-only">
          {describeLadder(ladder, row).map((sentence, index) => (
            <li key={index}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface DrawnProps extends Pick<
  SegmentLadderProps,
  "ladder" | "position" | "onSelect" | "onPoint" | "onAsk"
> {
  readonly geometry: LadderGeometry;
  readonly row: number;
  readonly showsFuture: boolean;
  readonly selected: PacketId | null;
  readonly lit: LadderLights;
  readonly className: string;
}

const SLIDE = "transition-[y] duration-200 ease-out motion-reduce:transition-none";

function Drawn(props: DrawnProps) {
  const { ladder, geometry, position, row, showsFuture, selected, lit, className } = props;
  const { width, height } = geometry;
  const [columns, shapes] = useMemo(
    () => [columnShapes(geometry), ladderShapes(geometry)],
    [geometry],
  );
  const hosts = useMemo(() => ladder.columns.map(({ host }) => host), [ladder]);
  const isAtEnd = position >= ladder.rowOfPosition.length - 1;
  const reach = isAtEnd ? height : (geometry.reach[position] ?? height);
  const frame = { viewBox: `0 0 ${width} ${Math.ceil(height)}`, width: "100%" };
  return (
    <div className={`relative bg-paper ${className}`}>
      <svg {...frame} aria-hidden="true" className="block">
        <LadderHighlights geometry={geometry} hosts={hosts} lit={lit} selected={selected} />
        <LadderDrawing shapes={columns} />
        <LadderDrawing shapes={shapes} />
      </svg>
      {/* A layer of its own: what lies below it is not painted anew when the cover moves. */}
      <svg {...frame} className="absolute inset-0 block h-full will-change-transform">
        <g aria-hidden="true">
          <rect
            x={0}
            y={reach}
            width={width}
            height={height}
            fillOpacity={showsFuture ? 0.72 : 1}
            className={`fill-paper ${SLIDE}`}
          />
          {geometry.columns.map(({ x }) => (
            <rect
              key={x}
              x={x - 0.75}
              y={reach}
              width={1.5}
              height={height}
              className={`fill-line ${SLIDE}`}
            />
          ))}
          <rect
            x={0}
            y={Math.min(reach, height - 1.5)}
            width={width}
            height={1.5}
            data-now=""
            className={`fill-accent ${SLIDE}`}
          />
        </g>
        {props.onAsk !== undefined && (
          <MarkTargets geometry={geometry} row={row} onAsk={props.onAsk} />
        )}
        {(props.onSelect !== undefined || props.onPoint !== undefined) && (
          <Targets
            geometry={geometry}
            upTo={lastSending(ladder, row)}
            selected={selected}
            onSelect={props.onSelect}
            onPoint={props.onPoint}
          />
        )}
      </svg>
    </div>
  );
}

/** The last row up to this one in which something was sent: only then are there other targets. */
function lastSending({ arrows }: Ladder, row: number): number {
  return arrows.reduce(
    (last, { fromRow }) => (fromRow <= row ? Math.max(last, fromRow) : last),
    -1,
  );
}

interface TargetsProps extends Pick<DrawnProps, "geometry" | "selected" | "onSelect" | "onPoint"> {
  readonly upTo: number;
}

/** One stop for the tab key, on the arrow that had the focus last, else on the latest; up and down lead to the others. */
const Targets = memo(function Targets({
  geometry,
  upTo,
  selected,
  onSelect,
  onPoint,
}: TargetsProps) {
  const [last, setLast] = useState<string | null>(null);
  const sent = geometry.arrows.filter(({ arrow }) => !arrow.isGhost && arrow.fromRow <= upTo);
  const stop = sent.find(({ arrow }) => arrow.key === last) ?? sent.at(-1);
  const focus = useCallback(
    (placed: PlacedArrow) => {
      setLast(placed.arrow.key);
      onPoint?.([placed.arrow.packet]);
    },
    [onPoint],
  );
  return (
    <g onKeyDown={moveFocus}>
      {sent.map((placed) => (
        <Target
          key={placed.arrow.key}
          placed={placed}
          isStop={placed === stop}
          isSelected={placed.arrow.packet === selected}
          onFocus={focus}
          onSelect={onSelect}
          onPoint={onPoint}
        />
      ))}
    </g>
  );
});

function moveFocus(event: KeyboardEvent<SVGGElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<SVGGElement>("[role=button]")];
  const at = buttons.findIndex((button) => button === event.target);
  buttons[at + step]?.focus();
  event.preventDefault();
  event.stopPropagation();
}

interface TargetProps extends Pick<SegmentLadderProps, "onSelect" | "onPoint"> {
  readonly placed: PlacedArrow;
  readonly isStop: boolean;
  readonly isSelected: boolean;
  readonly onFocus: (placed: PlacedArrow) => void;
}

const Target = memo(function Target({
  placed,
  isStop,
  isSelected,
  onFocus,
  onSelect,
  onPoint,
}: TargetProps) {
  const { packet, words } = placed.arrow;
  return (
    <g
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-label={words}
      aria-pressed={isSelected}
      className="group cursor-pointer outline-none"
      onClick={() => onSelect?.(packet)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        onSelect?.(packet);
      }}
      onFocus={() => onFocus(placed)}
      onBlur={() => onPoint?.(null)}
      onPointerEnter={() => onPoint?.([packet])}
      onPointerLeave={() => onPoint?.(null)}
    >
      <path
        d={wayOf(placed)}
        fill="none"
        strokeWidth={24}
        pointerEvents="stroke"
        className="stroke-transparent"
      />
      <LabelFrame
        placed={placed}
        className={`fill-transparent group-focus-visible:stroke-accent group-focus-visible:stroke-[3px] ${
          isSelected ? "stroke-ink stroke-2" : "stroke-transparent"
        }`}
      />
    </g>
  );
});
