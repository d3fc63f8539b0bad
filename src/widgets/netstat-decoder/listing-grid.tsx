import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { AllRows } from "./all-rows.tsx";
import { type GridPlace, moveInGrid } from "./grid-move.model.ts";
import { RowDetails } from "./listing-row.tsx";
import type { ListingView } from "./listing-view.ts";
import { CARDS_ON_A_PAGE, PagedRows, Pager } from "./paged-rows.tsx";
import { ScrolledRows } from "./scrolled-rows.tsx";
import type { Arranged } from "./session.model.ts";
import { useIsWide } from "./use-is-wide.ts";

/** No more rows than these are all made at once. */
const MOST_AT_ONCE = 200;

const START: GridPlace = { row: 0, cell: 0 };

/** What the rows need to know, however they are laid out. */
export interface RowsProps {
  readonly view: ListingView;
  readonly arranged: Arranged;
  readonly lit: GridPlace;
  /** The one place that Tab reaches. */
  readonly stop: GridPlace;
  /** The row that gets the focus once it is there. */
  readonly wanted: number | null;
  /** To be called when other rows are there than before. */
  readonly focusWanted: () => void;
  readonly onGoTo: (row: number) => void;
}

/**
 * The rows of a listing as a grid with one tab stop. Pointing at a field lights it; the focus stays where it was,
 * so that a mouse lying on the page does not disturb the keyboard. Many rows scroll in their frame on a wide page,
 * and come in pages on a narrow one; only those in view are made.
 */
export function ListingGrid({ view, arranged }: { view: ListingView; arranged: Arranged }) {
  const hint = useId();
  const whole = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const isWide = useIsWide(grid);
  const [litPlace, light] = useState(START);
  const [stopPlace, setStop] = useState(START);
  const lit = litPlace.row < arranged.count ? litPlace : START;
  const stop = stopPlace.row < arranged.count ? stopPlace : START;
  const litRow = view.rowAt(lit.row);

  // `after`: the order in which the place is not yet the wanted row's; null where it is at once.
  const [wanted, setWanted] = useState<(GridPlace & { readonly after: Arranged | null }) | null>(
    null,
  );
  const isDue = wanted !== null && wanted.after !== arranged;
  const focusWanted = () => {
    if (isDue && focusPlace(grid.current, wanted)) setWanted(null);
  };
  useLayoutEffect(focusWanted);
  const goTo = (place: GridPlace) => {
    if (!focusPlace(grid.current, place)) setWanted({ ...place, after: null });
  };
  const goToRow = async (row: number) => {
    const place = await view.ask("placeOf", view.arrangement, row);
    if (place !== null) goTo({ row: place, cell: 0 });
    else {
      // A row that the filter hides is shown with all the others.
      const among = await view.ask("placeOf", {}, row);
      if (among !== null) setWanted({ row: among, cell: 0, after: arranged });
      view.arrange({});
    }
  };
  const latest = useRef(goToRow);
  useEffect(() => {
    latest.current = goToRow;
  });
  // One function for all renderings, or every row would be rendered again with each.
  const [onGoTo] = useState(() => (row: number) => void latest.current(row));

  const pressed = usePressedStays();

  const onFocus = (event: FocusEvent) => {
    const place = placeOf(event.target);
    if (place === null) return;
    setStop(place);
    light(place);
  };
  const onPointerOver = (event: PointerEvent) => {
    // A finger's first touch is no pointing: the focus that follows it lights the field. A card opens when it is
    // lit, and would push away what is pointed at.
    if (event.pointerType === "touch" || !isWide) return;
    const place = placeOf(event.target);
    if (place === null || (place.row === lit.row && place.cell === lit.cell)) return;
    // A row that was clicked stays lit on the pointer's way to its details, and while somebody is busy there.
    const isHeld = whole.current?.contains(document.activeElement) ?? false;
    if (!isHeld || place.row === stop.row) light(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    if (at === null || event.altKey || event.metaKey || event.shiftKey) return;
    const shape = {
      rowCount: arranged.count,
      fieldsOf: (row: number) => view.rowAt(row)?.cells.map(({ field }) => field) ?? null,
    };
    const next = moveInGrid(shape, at, event.key, event.ctrlKey);
    if (next === null) return;
    event.preventDefault();
    goTo(next);
  };

  const [page, turn] = usePage(arranged, isDue ? wanted.row : null);
  const rows: RowsProps = {
    view,
    arranged,
    lit,
    stop,
    wanted: isDue ? wanted.row : null,
    focusWanted,
    onGoTo,
  };
  const order = useCountOf(arranged);
  const layout = arranged.count <= MOST_AT_ONCE ? "all" : isWide ? "scrolled" : "paged";
  return (
    <div
      ref={whole}
      className="@min-[80rem]:grid @min-[80rem]:grid-cols-[minmax(0,1fr)_23rem] @min-[80rem]:items-start @min-[80rem]:gap-x-8"
    >
      <div>
        <p id={hint} className="mb-2 text-[0.95rem] leading-normal text-soft print:hidden">
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
          aria-rowcount={arranged.count}
          onFocus={onFocus}
          onPointerOver={onPointerOver}
          onMouseDown={(event) => pressed.note(event.target)}
          onMouseUp={pressed.forget}
          onKeyDown={onKeyDown}
        >
          {layout === "all" && <AllRows {...rows} />}
          {layout === "scrolled" && <ScrolledRows key={order} {...rows} />}
          {layout === "paged" && <PagedRows {...rows} page={page} />}
        </div>
        {layout === "paged" && <Pager page={page} count={arranged.count} onTurn={turn} />}
      </div>
      {litRow !== null && <RowDetails row={litRow} litCell={lit.cell} onGoTo={onGoTo} />}
    </div>
  );
}

/** A number for the order of the rows: another order has another number. */
function useCountOf(arranged: Arranged): number {
  const [seen, setSeen] = useState({ arranged, count: 0 });
  if (seen.arranged === arranged) return seen.count;
  setSeen({ arranged, count: seen.count + 1 });
  return seen.count + 1;
}

/** The page of cards: the one that was turned to, or the one that has the row that is wanted. */
function usePage(arranged: Arranged, wanted: number | null) {
  const [asked, setAsked] = useState({ arranged, page: 0 });
  const turn = (page: number) => setAsked({ arranged, page });
  const current = asked.arranged === arranged ? asked.page : 0;
  const page = wanted === null ? current : Math.floor(wanted / CARDS_ON_A_PAGE);
  if (page !== current) turn(page);
  return [page, turn] as const;
}

function placeOf(target: EventTarget): GridPlace | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-cell]");
  const row = cell?.closest<HTMLElement>("[data-row]");
  if (!cell || !row) return null;
  return { row: Number(row.dataset["row"]), cell: Number(cell.dataset["cell"]) };
}

/** Whether the row is there, and so got the focus: at its last field, where it has fewer. */
function focusPlace(grid: HTMLElement | null, { row, cell }: GridPlace): boolean {
  const cells = grid?.querySelectorAll<HTMLElement>(
    `[data-row="${row}"]:not([data-away]) [data-cell]`,
  );
  const found = cells?.[Math.min(cell, cells.length - 1)];
  found?.focus();
  return found !== undefined;
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
