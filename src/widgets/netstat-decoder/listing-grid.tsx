import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button } from "#ui/button";
import { type GridPlace, moveInGrid } from "./grid-move.model.ts";
import { ListingRow, RowDetails } from "./listing-row.tsx";
import { type BlockFrame, ROWS_AT_ONCE } from "./netstat-decoder.model.ts";
import { grouped } from "./visible-text.model.ts";

interface ListingGridProps {
  readonly blocks: readonly BlockFrame[];
  readonly rowCount: number;
  /** Shows at least this many rows. */
  readonly onShowRows: (count: number) => void;
}

/**
 * The rows of a listing as a grid with one tab stop. Pointing at a field lights it; the focus stays where it was,
 * so that a mouse lying on the page does not disturb the keyboard.
 */
export function ListingGrid({ blocks, rowCount, onShowRows }: ListingGridProps) {
  const hint = useId();
  const grid = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => blocks.flatMap((block) => block.rows).toSorted((a, b) => a.row - b.row),
    [blocks],
  );
  const shape = useMemo(() => rows.map((row) => row.cells.map(({ field }) => field)), [rows]);
  const [litPlace, light] = useState<GridPlace>({ row: 0, cell: 0 });
  const [stopPlace, setStop] = useState<GridPlace>({ row: 0, cell: 0 });
  const lit = rows[litPlace.row] === undefined ? { row: 0, cell: 0 } : litPlace;
  const stop = rows[stopPlace.row] === undefined ? { row: 0, cell: 0 } : stopPlace;
  const litRow = rows[lit.row];

  const wanted = useRef<number | null>(null);
  const goTo = useRef((row: number) => {
    void row;
  });
  useEffect(() => {
    goTo.current = (row) => {
      if (row < rows.length) return focusPlace(grid.current, { row, cell: 0 });
      wanted.current = row;
      onShowRows(row + 1);
    };
    if (wanted.current !== null && wanted.current < rows.length) {
      focusPlace(grid.current, { row: wanted.current, cell: 0 });
      wanted.current = null;
    }
  }, [rows, onShowRows]);
  const [onGoTo] = useState(() => (row: number) => goTo.current(row));

  const pressed = usePressedStays();

  const onFocus = (event: FocusEvent) => {
    const place = placeOf(event.target);
    if (place === null) return;
    setStop(place);
    light(place);
  };
  const onPointerOver = (event: PointerEvent) => {
    // A finger's first touch is no pointing: the focus that follows it lights the field.
    if (event.pointerType === "touch") return;
    const place = placeOf(event.target);
    if (place !== null && (place.row !== lit.row || place.cell !== lit.cell)) light(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    if (at === null || event.altKey || event.metaKey || event.shiftKey) return;
    const next = moveInGrid(shape, at, event.key, event.ctrlKey);
    if (next === null) return;
    event.preventDefault();
    focusPlace(grid.current, next);
  };

  return (
    <div className="@min-[80rem]:grid @min-[80rem]:grid-cols-[minmax(0,1fr)_23rem] @min-[80rem]:items-start @min-[80rem]:gap-x-8">
      <div>
        <p id={hint} className="mb-2 text-[0.95rem] leading-normal text-soft">
          Point at a field or tap it. With the keyboard: Tab to the rows, then <kbd>←</kbd>{" "}
          <kbd>→</kbd> between fields, <kbd>↑</kbd> <kbd>↓</kbd> between rows, Home and End to a
          row’s ends.
        </p>
        <div
          ref={grid}
          role="grid"
          tabIndex={-1}
          dir="ltr"
          aria-label="Sockets"
          aria-describedby={hint}
          aria-rowcount={rowCount}
          onFocus={onFocus}
          onPointerOver={onPointerOver}
          onMouseDown={(event) => pressed.note(event.target)}
          onMouseUp={pressed.forget}
          onKeyDown={onKeyDown}
          className="[overflow-anchor:none] @3xl:max-h-[max(16rem,46vh)] @3xl:overflow-auto @3xl:rounded-box @3xl:border @3xl:border-line @3xl:bg-panel @3xl:pb-3 @min-[80rem]:max-h-none"
        >
          {blocks.map((block) => (
            <Rows key={block.where} block={block} isOne={blocks.length === 1}>
              {block.rows.map((row) => (
                <ListingRow
                  key={row.row}
                  row={row}
                  litCell={lit.row === row.row ? lit.cell : null}
                  tabStop={stop.row === row.row ? stop.cell : null}
                  onGoTo={onGoTo}
                />
              ))}
            </Rows>
          ))}
        </div>
        {rows.length < rowCount && (
          <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button look="quiet" onClick={() => onShowRows(rows.length + ROWS_AT_ONCE)}>
              Show {Math.min(ROWS_AT_ONCE, rowCount - rows.length)} more
            </Button>
            <span className="text-[0.95rem] text-soft">
              {grouped(rows.length)} of {grouped(rowCount)} rows are shown.
            </span>
          </p>
        )}
      </div>
      {litRow !== undefined && <RowDetails row={litRow} litCell={lit.cell} onGoTo={onGoTo} />}
    </div>
  );
}

function Rows({
  block,
  isOne,
  children,
}: {
  block: BlockFrame;
  isOne: boolean;
  children: ReactNode;
}) {
  if (block.rows.length === 0) return null;
  return (
    <div
      role="rowgroup"
      aria-label={`${block.where}: ${block.tool}`}
      className={`not-first:mt-6 ${block.heading === null ? "@3xl:pt-3" : ""}`}
    >
      {!isOne && (
        <div role="presentation" className="text-[0.95rem] text-soft @3xl:px-4">
          {block.where}: {block.tool}
        </div>
      )}
      {block.heading !== null && (
        <div
          aria-hidden="true"
          className="sticky top-0 z-1 hidden min-w-full whitespace-pre border-l-4 border-transparent bg-panel pl-23 pr-5 pt-3 font-mono text-[0.9rem] leading-loose text-soft @3xl:block @3xl:w-max"
        >
          {block.heading}
        </div>
      )}
      {children}
    </div>
  );
}

function placeOf(target: EventTarget): GridPlace | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-cell]");
  const row = cell?.closest<HTMLElement>("[data-row]");
  if (!cell || !row) return null;
  return { row: Number(row.dataset["row"]), cell: Number(cell.dataset["cell"]) };
}

function focusPlace(grid: HTMLElement | null, { row, cell }: GridPlace) {
  grid?.querySelector<HTMLElement>(`[data-row="${row}"] [data-cell="${cell}"]`)?.focus();
}

/**
 * On a narrow page the lit row's card opens and the one before closes, which may stand above it. The pressed row
 * stays under the finger: the page scrolls by as much as the row moved.
 */
function usePressedStays() {
  const pressed = useRef<{ row: Element; top: number } | null>(null);
  useLayoutEffect(() => {
    if (pressed.current === null) return;
    const { row, top } = pressed.current;
    pressed.current = null;
    const moved = row.getBoundingClientRect().top - top;
    if (moved !== 0) window.scrollBy(0, moved);
  });
  return {
    note(target: EventTarget) {
      const row = target instanceof Element ? target.closest("[data-row]") : null;
      pressed.current = row === null ? null : { row, top: row.getBoundingClientRect().top };
    },
    forget() {
      pressed.current = null;
    },
  };
}
