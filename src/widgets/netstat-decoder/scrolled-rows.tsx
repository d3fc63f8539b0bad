import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { groupIndexAt } from "./group-at.model.ts";
import type { RowsProps } from "./listing-grid.tsx";
import { ListingRow } from "./listing-row.tsx";
import { Columns, ROWS_FRAME } from "./row-group.tsx";
import type { RowGroup } from "./session.model.ts";
import { MARGIN, type Track, scrollTo, trackHeight, windowAt } from "./window.model.ts";

/** A row's height in pixels until one was measured. */
const LIKELY_HEIGHT = 29;

/**
 * Many rows as lines of text in a frame of their own: only those in view are made, and a few beside. Where there are
 * groups, each begins with a line that names it. Another order needs another key, and begins at its beginning.
 */
export function ScrolledRows({
  view,
  arranged,
  lit,
  stop,
  wanted,
  focusWanted,
  onGoTo,
}: RowsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const rail = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const away = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [size, setSize] = useState({ rowHeight: LIKELY_HEIGHT, viewHeight: 600 });
  const { groups } = arranged;
  const heads = groups.length > 1 ? 1 : 0;
  const track: Track = { ...size, count: arranged.count + groups.length * heads };
  const { from, to, top } = windowAt(track, scrollTop);
  const items = itemsBetween(groups, heads, from, to);
  const places = items.flatMap((item) => (item.kind === "row" ? [item.place] : []));
  const firstPlace = places[0] ?? 0;
  const lastPlace = places.at(-1) ?? 0;

  const { need } = view;
  useEffect(() => need(firstPlace, lastPlace + 1));

  useEffect(() => {
    const measured = frame.current;
    if (measured === null) return;
    const observer = new ResizeObserver(() => {
      const row = measured.querySelector<HTMLElement>("[data-row]");
      const rowHeight = row?.getBoundingClientRect().height ?? LIKELY_HEIGHT;
      setSize({ rowHeight, viewHeight: measured.clientHeight });
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    rail.current?.style.setProperty("height", `${trackHeight(track)}px`);
    shown.current?.style.setProperty("transform", `translateY(${top}px)`);
    away.current?.style.setProperty("transform", `translateY(${scrollTop}px)`);
  });

  useLayoutEffect(() => {
    const scrolled = frame.current;
    if (wanted === null || scrolled === null) return;
    const item = itemOf(groups, heads, wanted);
    const next = scrollTo(track, item, scrolled.scrollTop);
    if (next !== scrolled.scrollTop) scrolled.scrollTop = next;
    // Scrolling renders these rows again, and nothing above them.
    focusWanted();
  });

  const group = groups[groupIndexAt(groups, firstVisible(items, firstPlace))];
  const heading = group?.heading ?? null;
  const stopRow = stop.row >= firstPlace && stop.row <= lastPlace ? null : view.rowAt(stop.row);
  return (
    <div
      ref={frame}
      role="presentation"
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      className={`${ROWS_FRAME} h-[max(20rem,60vh)]`}
    >
      {heading !== null && <Columns heading={heading} className="sticky top-0 z-1 pt-1" />}
      <div ref={rail} role="presentation" className="relative w-max min-w-full">
        <div ref={shown} role="rowgroup" aria-label="Rows" className="min-w-full">
          {items.map((item) => {
            if (item.kind === "head")
              return (
                <div
                  key={`head ${item.group.from}`}
                  role="presentation"
                  className="min-w-full overflow-hidden whitespace-pre border-t border-line px-4 text-[0.9rem] leading-loose text-soft"
                >
                  {item.group.label}
                </div>
              );
            const row = view.rowAt(item.place);
            return row === null ? (
              <RowOnItsWay key={item.place} place={item.place} />
            ) : (
              <ListingRow
                key={item.place}
                row={row}
                position={item.place}
                litCell={lit.row === item.place ? lit.cell : null}
                tabStop={stop.row === item.place ? stop.cell : null}
                onGoTo={onGoTo}
              />
            );
          })}
        </div>
        {stopRow !== null && (
          // The row with the tab stop stays within reach of the keyboard, even when it is scrolled away.
          <div
            ref={away}
            role="rowgroup"
            aria-label="The row visited last"
            data-away=""
            className="absolute top-0 left-0 h-0 overflow-hidden"
          >
            <ListingRow
              row={stopRow}
              position={stop.row}
              litCell={null}
              tabStop={stop.cell}
              onGoTo={onGoTo}
            />
          </div>
        )}
      </div>
    </div>
  );
}

/** A row that the worker has not sent yet. */
function RowOnItsWay({ place }: { place: number }) {
  return (
    <div
      role="row"
      aria-rowindex={place + 1}
      aria-busy="true"
      className="border-l-4 border-l-transparent pl-3 font-mono text-[0.9rem] leading-loose text-soft"
    >
      <span role="rowheader" aria-label="This row is on its way">
        …
      </span>
    </div>
  );
}

type Item =
  | { readonly kind: "head"; readonly group: RowGroup }
  | { readonly kind: "row"; readonly place: number };

/** The lines `from` to `to` of the frame, the second not included: rows, and with `heads` 1 a head over each group. */
function itemsBetween(groups: readonly RowGroup[], heads: 0 | 1, from: number, to: number): Item[] {
  const items: Item[] = [];
  let index = heads === 0 ? 0 : groupOfItem(groups, from);
  for (let item = from; item < to; item += 1) {
    const group = groups[index]!;
    const start = group.from + index * heads;
    if (heads === 1 && item === start) items.push({ kind: "head", group });
    else items.push({ kind: "row", place: item - (index + 1) * heads });
    if (heads === 1 && item + 1 === start + 1 + group.count) index += 1;
  }
  return items;
}

/** The group that a line of the frame belongs to, where each group has a head. */
function groupOfItem(groups: readonly RowGroup[], item: number): number {
  let low = 0;
  let high = groups.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (groups[middle]!.from + middle <= item) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line of the frame on which the row at a place stands. */
function itemOf(groups: readonly RowGroup[], heads: 0 | 1, place: number): number {
  return heads === 0 ? place : place + groupIndexAt(groups, place) + 1;
}

/** The place of the first row in view rather than of the first that is made; near enough for a heading. */
function firstVisible(items: readonly Item[], fallback: number): number {
  const item = items[Math.min(items.length - 1, MARGIN)];
  return item?.kind === "row" ? item.place : item?.kind === "head" ? item.group.from : fallback;
}
