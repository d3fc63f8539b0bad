/** What can be chosen on a ladder by keyboard, mouse and finger: the packets that have been sent. */
import {
  type KeyboardEvent,
  memo,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from "react";
import type { PacketId } from "#simulator/world";
import type { LadderGeometry, PlacedArrow } from "./ladder-geometry.ts";
import { LabelFrame, wayOf } from "./ladder-highlights.tsx";

interface Choosing {
  /** Without it the arrows cannot be chosen, and nothing takes the focus. */
  readonly onSelect?: ((packet: PacketId) => void) | undefined;
  /** Null when nothing is pointed at any more. */
  readonly onPoint?: ((packets: readonly PacketId[] | null) => void) | undefined;
}

interface TargetsProps extends Choosing {
  readonly geometry: LadderGeometry;
  /** The row that time has reached. */
  readonly row: number;
  readonly selected: PacketId | null;
}

/** So many are compared at once with what they were: a step adds to the last group alone. */
const GROUP = 12;

/** One stop for the tab key, on the arrow that had the focus last, else on the latest; up and down lead to the others. */
export const Targets = memo(function Targets({
  geometry,
  row: wanted,
  selected,
  onSelect,
  onPoint,
}: TargetsProps) {
  const row = useReached(geometry, wanted);
  const [last, setLast] = useState<string | null>(null);
  const groups = useMemo(() => groupsOf(geometry.arrows), [geometry]);
  const sent = groups.flatMap(({ arrows, from }) =>
    from <= row ? arrows.filter(({ arrow }) => arrow.fromRow <= row) : [],
  );
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
      {groups.map(({ arrows, from, to }) =>
        from > row ? null : (
          <Group
            key={arrows[0]!.arrow.key}
            arrows={arrows}
            row={Math.min(row, to)}
            stop={stop !== undefined && arrows.includes(stop) ? stop : null}
            selected={arrows.some(({ arrow }) => arrow.packet === selected) ? selected : null}
            onFocus={focus}
            onSelect={onSelect}
            onPoint={onPoint}
          />
        ),
      )}
    </g>
  );
});

/** In rows: more of them at once would hold a frame up. */
const FAR = 24;

/** The row, at once where it is near or in another drawing; after a long way down some rows a frame. */
function useReached(geometry: LadderGeometry, row: number): number {
  const [reached, reach] = useState({ geometry, row });
  const isFar = reached.geometry === geometry && row > reached.row + FAR;
  if (!isFar && (reached.geometry !== geometry || reached.row !== row)) reach({ geometry, row });
  useEffect(() => {
    if (!isFar) return undefined;
    const frame = requestAnimationFrame(() =>
      startTransition(() => reach({ geometry, row: reached.row + FAR })),
    );
    return () => cancelAnimationFrame(frame);
  }, [geometry, isFar, reached]);
  return isFar ? reached.row : row;
}

interface ArrowGroup {
  readonly arrows: readonly PlacedArrow[];
  /** The first and the last row in which one of them is sent. */
  readonly from: number;
  readonly to: number;
}

function groupsOf(placed: readonly PlacedArrow[]): readonly ArrowGroup[] {
  const own = placed.filter(({ arrow }) => !arrow.isGhost);
  return Array.from({ length: Math.ceil(own.length / GROUP) }, (_, at) => {
    const arrows = own.slice(at * GROUP, (at + 1) * GROUP);
    const rows = arrows.map(({ arrow }) => arrow.fromRow);
    return { arrows, from: Math.min(...rows), to: Math.max(...rows) };
  });
}

function moveFocus(event: KeyboardEvent<SVGGElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<SVGGElement>("[role=button]")];
  const at = buttons.findIndex((button) => button === event.target);
  buttons[at + step]?.focus();
  event.preventDefault();
  event.stopPropagation();
}

interface GroupProps extends Choosing {
  readonly arrows: readonly PlacedArrow[];
  readonly row: number;
  readonly stop: PlacedArrow | null;
  readonly selected: PacketId | null;
  readonly onFocus: (placed: PlacedArrow) => void;
}

const Group = memo(function Group({ arrows, row, stop, selected, ...rest }: GroupProps) {
  return arrows.map((placed) =>
    placed.arrow.fromRow > row ? null : (
      <Target
        key={placed.arrow.key}
        placed={placed}
        isStop={placed === stop}
        isSelected={placed.arrow.packet === selected}
        {...rest}
      />
    ),
  );
});

interface TargetProps extends Choosing {
  readonly placed: PlacedArrow;
  readonly isStop: boolean;
  readonly isSelected: boolean;
  readonly onFocus: (placed: PlacedArrow) => void;
}

/** Nothing of it is painted before it is pointed at: it takes the pointer by its shape alone. */
const Target = memo(function Target({
  placed,
  isStop,
  isSelected,
  onFocus,
  onSelect,
  onPoint,
}: TargetProps) {
  const { packet } = placed.arrow;
  return (
    <g
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-label={placed.words}
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
      <path d={wayOf(placed)} fill="none" strokeWidth={24} pointerEvents="stroke" />
      <LabelFrame
        placed={placed}
        className={`[pointer-events:all] group-focus-visible:stroke-accent group-focus-visible:stroke-[3px] ${
          isSelected ? "stroke-ink stroke-2" : ""
        }`}
      />
    </g>
  );
});
