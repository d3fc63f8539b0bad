import type { RowsProps } from "./listing-grid.tsx";
import { ListingRow } from "./listing-row.tsx";
import { GroupOfRows, ROWS_FRAME } from "./row-group.tsx";

/** Few rows: all of them are made, so that a prerendered page has them too. */
export function AllRows({ view, arranged, lit, stop, onGoTo }: RowsProps) {
  return (
    <div
      role="presentation"
      className={`${ROWS_FRAME} @3xl:max-h-[max(16rem,46vh)] @3xl:pb-3 @min-[80rem]:max-h-none`}
    >
      {arranged.groups.map((group) => (
        <GroupOfRows key={group.from} group={group} isOne={arranged.groups.length === 1}>
          {Array.from({ length: group.count }, (_, at) => group.from + at).map((place) => {
            const row = view.rowAt(place);
            return (
              row !== null && (
                <ListingRow
                  key={row.row}
                  row={row}
                  position={place}
                  litCell={lit.row === place ? lit.cell : null}
                  tabStop={stop.row === place ? stop.cell : null}
                  onGoTo={onGoTo}
                />
              )
            );
          })}
        </GroupOfRows>
      ))}
    </div>
  );
}
