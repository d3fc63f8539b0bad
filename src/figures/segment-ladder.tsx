import { Suspense, useMemo } from "react";
import type { Ladder, LadderMark } from "#simulator/ladder";
import type { PacketId } from "#simulator/world";
import { LadderCover, type MovingPosition, edgeAt } from "./ladder-cover.tsx";
import { LadderDrawing } from "./ladder-drawing.tsx";
import { type LadderNumbers, layOut } from "./ladder-geometry.ts";
import { LadderHighlights, type LadderLights } from "./ladder-highlights.tsx";
import { MarkTargets } from "./ladder-mark-targets.tsx";
import { seenShapes } from "./ladder-seen.ts";
import { columnShapes, ladderShapes } from "./ladder-shapes.ts";
import { Targets } from "./ladder-targets.tsx";
import { describeLadder } from "./segment-ladder-text.ts";
import { useShownIndex } from "./use-shown-index.ts";

interface SegmentLadderProps {
  readonly ladder: Ladder;
  /** 0 to the run's number of beats. */
  readonly position: number;
  /** Where a hand moves faster than all can be painted: the cover goes with it. */
  readonly moving?: MovingPosition | undefined;
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
  { width: 320, most: "max-w-[420px]", shown: "block @min-[440px]:hidden" },
  { width: 440, most: "max-w-[560px]", shown: "hidden @min-[440px]:block @min-[640px]:hidden" },
  { width: 640, most: "max-w-[800px]", shown: "hidden @min-[640px]:block" },
] as const;
/** From how much room on the second and the third is shown, as the classes have it. */
const STARTS = [440, 640];

/**
 * Hosts as columns, time downwards, packets as arrows. Three drawings, each for a span of widths, of which the figure's
 * own room shows one; once the script knows which, it alone is kept. Each stands in a boundary, so that the others go
 * without being hydrated. All is drawn once, when that is known: the position only moves a cover over what is to come.
 * Before, there is only what the cover leaves to be seen, so that a page with a long run is there soon.
 */
export function SegmentLadder({
  ladder,
  position,
  moving,
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
  const [room, shownIndex] = useShownIndex(STARTS);
  const row = ladder.rowOfPosition[position] ?? 0;
  return (
    <div className="@container" role="group" aria-label={label}>
      <div ref={room} />
      {DRAWINGS.map(({ width, most, shown }, index) =>
        shownIndex === null || shownIndex === index ? (
          <Suspense key={width}>
            <Drawn
              ladder={ladder}
              width={width}
              numbers={numbers}
              position={position}
              moving={moving}
              row={row}
              showsFuture={showsFuture}
              isWhole={shownIndex !== null || showsFuture}
              selected={selected}
              lit={lit}
              onSelect={onSelect}
              onPoint={onPoint}
              onAsk={onAsk}
              className={`mx-auto ${most} ${shownIndex === null ? shown : ""}`}
            />
          </Suspense>
        ) : null,
      )}
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
  "ladder" | "position" | "moving" | "onSelect" | "onPoint" | "onAsk"
> {
  readonly width: number;
  readonly numbers: LadderNumbers;
  readonly row: number;
  readonly showsFuture: boolean;
  readonly isWhole: boolean;
  readonly selected: PacketId | null;
  readonly lit: LadderLights;
  readonly className: string;
}

function Drawn(props: DrawnProps) {
  const { ladder, width, numbers, position, row, showsFuture, selected, lit, className } = props;
  const { isWhole } = props;
  const geometry = useMemo(() => layOut(ladder, { width, numbers }), [ladder, width, numbers]);
  const [columns, shapes] = useMemo(
    () => [columnShapes(geometry), ladderShapes(geometry)],
    [geometry],
  );
  const drawn = useMemo(
    () => (isWhole ? shapes : seenShapes(shapes, edgeAt(geometry, position))),
    [isWhole, shapes, geometry, position],
  );
  const hosts = useMemo(() => ladder.columns.map(({ host }) => host), [ladder]);
  const frame = { viewBox: `0 0 ${width} ${Math.ceil(geometry.height)}`, width: "100%" };
  return (
    <div data-drawing="" className={`relative bg-paper ${className}`}>
      {/* A layer for painting, so that what moves over it has nothing of it looked through again. */}
      <svg {...frame} aria-hidden="true" className="relative block">
        <LadderHighlights geometry={geometry} hosts={hosts} lit={lit} selected={selected} />
        <LadderDrawing shapes={columns} />
        <LadderDrawing shapes={drawn} />
        {isWhole && props.onAsk !== undefined && (
          <MarkTargets geometry={geometry} onAsk={props.onAsk} />
        )}
      </svg>
      <LadderCover
        geometry={geometry}
        position={position}
        moving={props.moving}
        opacity={showsFuture ? 0.72 : 1}
      />
      {(props.onSelect !== undefined || props.onPoint !== undefined) && (
        <svg {...frame} className={OVER}>
          <Targets
            geometry={geometry}
            row={lastSending(ladder, row)}
            selected={selected}
            onSelect={props.onSelect}
            onPoint={props.onPoint}
          />
        </svg>
      )}
    </div>
  );
}

/** What lies on the drawing lets the pointer through where it has nothing for it. */
const OVER = "pointer-events-none absolute inset-0 block h-full";

/** The last row up to this one in which something was sent: only then are there other targets. */
function lastSending({ arrows }: Ladder, row: number): number {
  return arrows.reduce(
    (last, { fromRow }) => (fromRow <= row ? Math.max(last, fromRow) : last),
    -1,
  );
}
