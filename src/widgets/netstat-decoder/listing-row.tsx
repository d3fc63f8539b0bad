import { Fragment, memo, useRef } from "react";
import { StateMark } from "#figures/state-mark";
import { phaseOf, type StatePhase } from "#net/tcp-state";
import { RowGuess, useGuessing } from "./guessing.tsx";
import { FieldMeaning, RowFacts, RowSentence } from "./row-details.tsx";
import type { CellFrame, RowFrame } from "./row-frame.model.ts";

const BARS: Record<StatePhase, string> = {
  listening: "border-l-listening",
  opening: "border-l-opening",
  established: "border-l-established",
  closing: "border-l-closing",
  closed: "border-l-closed",
};

interface ListingRowProps {
  readonly row: RowFrame;
  /** Its place among the rows that are shown, from 0. */
  readonly position: number;
  /** 0 is the row as a whole, its fields follow; null while another row is lit. */
  readonly litCell: number | null;
  /** The cell that Tab reaches; null for the rows that it passes. */
  readonly tabStop: number | null;
  readonly onGoTo: (row: number) => void;
}

/** One row of the listing: a line of text where there is room, a card where there is not. */
export const ListingRow = memo(function ListingRow({
  row,
  position,
  litCell,
  tabStop,
  onGoTo,
}: ListingRowProps) {
  const isLit = litCell !== null;
  const bar = isLit
    ? row.state === null
      ? "border-l-soft"
      : BARS[phaseOf(row.state)]
    : "@3xl:border-l-transparent";
  const tabIndexOf = (cell: number) => (tabStop === cell ? 0 : -1);
  const lit = litCell === null ? null : (row.cells[litCell - 1] ?? null);
  const isHidden = useGuessing().isHidden(row.row);
  const header = useRef<HTMLDivElement>(null);
  return (
    <div
      role="row"
      aria-rowindex={position + 1}
      data-row={position}
      className={`mt-3 rounded-box border border-l-4 border-line px-4 py-3 @3xl:mt-0 @3xl:flex @3xl:w-max @3xl:min-w-full @3xl:rounded-none @3xl:border-y-0 @3xl:border-r-0 @3xl:py-0 @3xl:pl-3 @3xl:pr-5 ${bar} ${isLit ? "bg-lit" : "bg-panel @3xl:bg-transparent"}`}
    >
      <div
        ref={header}
        role="rowheader"
        data-cell={0}
        tabIndex={tabIndexOf(0)}
        aria-label={
          isHidden
            ? `Line ${row.line}, ${row.stateText}. Guess what it is.`
            : `Line ${row.line}, ${row.stateText}. ${row.sentence}${row.oddities.length > 0 ? " Worth a look." : ""}`
        }
        className="scroll-mt-16 @3xl:flex @3xl:w-20 @3xl:shrink-0 @3xl:items-center @3xl:gap-2"
      >
        <span className="flex items-center gap-2 text-[0.95rem] @3xl:contents">
          <span className="hidden w-5 @3xl:inline">
            {row.state !== null && <StateMark state={row.state} spelling="" />}
          </span>
          <span className="@3xl:hidden">
            {row.state === null ? (
              <span className="font-mono text-soft">{row.stateText}</span>
            ) : (
              <StateMark state={row.state} spelling={row.stateText} />
            )}
          </span>
          <span className="ml-auto text-soft @3xl:ml-0 @3xl:font-mono @3xl:text-[0.85rem]">
            <span className="@3xl:hidden">line </span>
            {row.line}
          </span>
          {!isHidden && row.oddities.length > 0 && (
            <span className="font-[650] text-opening">
              !<span className="@3xl:hidden"> worth a look</span>
            </span>
          )}
        </span>
        <span className="mt-1 block leading-snug @3xl:hidden">
          {isHidden ? "Guess what it is." : row.sentence}
        </span>
      </div>
      <div
        role="presentation"
        className="mt-2 font-mono text-[0.9rem] leading-loose [overflow-wrap:anywhere] @3xl:mt-0 @3xl:whitespace-pre"
      >
        {joined(row.cells).map((cells) => (
          <Fragment key={cells[0]?.place}>
            <span aria-hidden="true">{cells[0]?.cell.before}</span>
            <span role="presentation" className="inline-block max-w-full @3xl:inline">
              {cells.map(({ cell, place }, index) => (
                <Fragment key={place}>
                  {index > 0 && <span aria-hidden="true">{cell.before}</span>}
                  <Cell
                    cell={cell}
                    place={place}
                    tabIndex={tabIndexOf(place)}
                    isLit={litCell === place}
                    isRowLit={isLit}
                  />
                </Fragment>
              ))}
            </span>
          </Fragment>
        ))}
        <span aria-hidden="true" className="text-soft">
          {row.after}
        </span>
      </div>
      {isLit && (
        <div role="gridcell" className="mt-3 border-t border-line pt-3 @3xl:hidden">
          {isHidden ? (
            <RowGuess row={row.row} onShown={() => header.current?.focus()} />
          ) : (
            <>
              {lit !== null && (
                <div className="mb-3">
                  <FieldMeaning cell={lit} />
                </div>
              )}
              <RowFacts row={row} onGoTo={onGoTo} />
            </>
          )}
        </div>
      )}
    </div>
  );
});

interface PlacedCell {
  readonly cell: CellFrame;
  /** 0 is the row as a whole, so its fields count from 1. */
  readonly place: number;
}

/** The cells that no white space parts, such as an address and its port: a card does not break its lines there. */
function joined(cells: readonly CellFrame[]): PlacedCell[][] {
  const groups: PlacedCell[][] = [];
  cells.forEach((cell, index) => {
    const placed = { cell, place: index + 1 };
    const last = groups.at(-1);
    if (last === undefined || /\s/.test(cell.before)) groups.push([placed]);
    else last.push(placed);
  });
  return groups;
}

interface CellProps {
  readonly cell: CellFrame;
  readonly place: number;
  readonly tabIndex: number;
  readonly isLit: boolean;
  readonly isRowLit: boolean;
}

function Cell({ cell, place, tabIndex, isLit, isRowLit }: CellProps) {
  const underline = isLit
    ? "decoration-accent decoration-2"
    : isRowLit
      ? "decoration-soft decoration-1"
      : "decoration-line decoration-1 @3xl:no-underline";
  return (
    <span
      role="gridcell"
      data-cell={place}
      tabIndex={tabIndex}
      aria-label={cell.spoken}
      className={`inline-block min-h-6 min-w-6 scroll-mt-16 cursor-help underline decoration-dotted underline-offset-5 [unicode-bidi:isolate] @3xl:min-w-0 ${underline}`}
    >
      {cell.text}
    </span>
  );
}

/**
 * The details of the lit row, where there is room for them outside the list: on a middling page under it, with the
 * sentence and the field kept in view at the window's lower edge; on a wide page beside it.
 */
export function RowDetails({
  row,
  litCell,
  onGoTo,
}: {
  row: RowFrame;
  litCell: number;
  onGoTo: (row: number) => void;
}) {
  const cell = row.cells[litCell - 1] ?? null;
  const isHidden = useGuessing().isHidden(row.row);
  const words = useRef<HTMLElement>(null);
  return (
    <section
      ref={words}
      tabIndex={0}
      aria-label={`Line ${row.line} in words`}
      className="hidden min-h-96 grid-cols-[3fr_2fr] grid-rows-[auto_1fr] gap-x-10 pt-5 @3xl:grid @min-[80rem]:sticky @min-[80rem]:top-4 @min-[80rem]:block @min-[80rem]:max-h-[calc(100vh-2rem)] @min-[80rem]:min-h-120 @min-[80rem]:overflow-y-auto @min-[80rem]:pt-0"
    >
      {isHidden ? (
        <RowGuess row={row.row} onShown={() => words.current?.focus()} />
      ) : (
        <>
          <div className="@min-[80rem]:min-h-28">
            <RowSentence row={row} cell={cell} />
          </div>
          <div className="col-start-2 row-span-2 row-start-1 border-l border-line pl-6 @min-[80rem]:min-h-44 @min-[80rem]:border-y @min-[80rem]:border-l-0 @min-[80rem]:py-4 @min-[80rem]:pl-0">
            <FieldMeaning cell={cell} />
          </div>
          <div className="py-4">
            <RowFacts row={row} onGoTo={onGoTo} />
          </div>
        </>
      )}
    </section>
  );
}
