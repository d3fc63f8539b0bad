import type { ReactNode } from "react";
import type { RowGroup } from "./session.model.ts";

const FRAME = "@3xl:rounded-box @3xl:border @3xl:border-line @3xl:bg-panel";

/** The frame that rows stand in where they are lines of text. */
export const ROWS_FRAME = `[overflow-anchor:none] @3xl:overflow-auto ${FRAME}`;

/** The rows of one tool's run, or of one program: its name, and the names of the columns as they were pasted. */
export function GroupOfRows({
  group,
  isOne,
  children,
}: {
  group: RowGroup;
  isOne: boolean;
  children: ReactNode;
}) {
  return (
    <div
      role="rowgroup"
      aria-label={group.label === "" ? "Rows" : group.label}
      className={`not-first:mt-6 ${group.heading === null ? "@3xl:pt-3" : ""}`}
    >
      {!isOne && (
        <div role="presentation" className="text-[0.95rem] text-soft @3xl:px-4">
          {group.label}
        </div>
      )}
      {group.heading !== null && (
        <Columns heading={group.heading} className="sticky top-0 z-1 pt-3" />
      )}
      {children}
    </div>
  );
}

/** The names of the columns, over lines of text only: a card names its fields otherwise. */
export function Columns({ heading, className = "" }: { heading: string; className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={`hidden min-w-full whitespace-pre border-l-4 border-transparent bg-panel pl-23 pr-5 font-mono text-[0.9rem] leading-loose text-soft @3xl:block @3xl:w-max ${className}`}
    >
      {heading}
    </div>
  );
}
