import { useEffect } from "react";
import { grouped } from "#netstat/counted";
import { Button } from "#ui/button";
import { groupAt } from "./group-at.model.ts";
import type { RowsProps } from "./listing-grid.tsx";
import { ListingRow } from "./listing-row.tsx";

export const CARDS_ON_A_PAGE = 50;

/** Many rows as cards: a page of them at a time. */
export function PagedRows({
  view,
  arranged,
  lit,
  stop,
  page,
  onGoTo,
}: RowsProps & { page: number }) {
  const from = page * CARDS_ON_A_PAGE;
  const to = Math.min(arranged.count, from + CARDS_ON_A_PAGE);
  const { need } = view;
  useEffect(() => need(from, to));
  // Tab reaches one card of the page, whichever rows were visited before.
  const stopHere = stop.row >= from && stop.row < to ? stop : { row: from, cell: 0 };
  return (
    <div role="rowgroup" aria-label={`Rows ${from + 1} to ${to}`}>
      {Array.from({ length: to - from }, (_, at) => from + at).map((place) => {
        const row = view.rowAt(place);
        const group = groupAt(arranged.groups, place);
        return (
          <div role="presentation" key={place}>
            {arranged.groups.length > 1 && (place === from || place === group.from) && (
              <p role="presentation" className="mt-6 text-[0.95rem] text-soft">
                {group.label}
              </p>
            )}
            {row !== null && (
              <ListingRow
                row={row}
                position={place}
                litCell={lit.row === place ? lit.cell : null}
                tabStop={stopHere.row === place ? stopHere.cell : null}
                onGoTo={onGoTo}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

interface PagerProps {
  readonly page: number;
  readonly count: number;
  readonly onTurn: (page: number) => void;
}

export function Pager({ page, count, onTurn }: PagerProps) {
  const from = page * CARDS_ON_A_PAGE;
  const to = Math.min(count, from + CARDS_ON_A_PAGE);
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button look="quiet" disabled={page === 0} onClick={() => onTurn(page - 1)}>
        Rows before
      </Button>
      <Button look="quiet" disabled={to === count} onClick={() => onTurn(page + 1)}>
        Rows after
      </Button>
      <span className="text-[0.95rem] text-soft">
        Rows {grouped(from + 1)} to {grouped(to)} of {grouped(count)}.
      </span>
    </p>
  );
}
