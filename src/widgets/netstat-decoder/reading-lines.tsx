import { useState } from "react";
import { ListingGrid } from "./listing-grid.tsx";
import type { ListingView } from "./listing-view.ts";
import { LINES_AT_ONCE, type OtherLines as OtherLinesFrame } from "./other-lines.model.ts";
import { OtherLines } from "./other-lines.tsx";
import { UnixSockets } from "./unix-sockets.tsx";

/** The rows, then every other line. */
export function ReadingLines({ view }: { view: ListingView }) {
  const { overview, arranged } = view;
  if (overview === null || overview.kind === "empty") return null;
  const isAmiss = overview.kind === "no-sockets" || overview.unreadCount > 0;
  return (
    <>
      {overview.kind === "sockets" && arranged !== null && arranged.count > 0 && (
        <ListingGrid view={view} arranged={arranged} />
      )}
      {arranged?.count === 0 && overview.kind === "sockets" && (
        <p className="max-w-prose border-l-4 border-line pl-4">
          No row is left. The rows are all there still: show them again, or ask for less.
        </p>
      )}
      <UnixSockets view={view} first={overview.unix} />
      <Others key={String(isAmiss)} view={view} first={overview.others} isOpen={isAmiss} />
    </>
  );
}

function Others({
  view,
  first,
  isOpen,
}: {
  view: ListingView;
  first: OtherLinesFrame;
  isOpen: boolean;
}) {
  const [more, setMore] = useState<{ first: unknown; lines: OtherLinesFrame } | null>(null);
  const others = more?.first === first ? more.lines : first;
  if (others.groups.length === 0) return null;
  const onMore = async () =>
    setMore({ first, lines: await view.ask("otherLines", others.shown + LINES_AT_ONCE) });
  return (
    <details open={isOpen} className="mt-8">
      <summary className="min-h-8 font-[650]">
        {view.overview?.kind === "sockets"
          ? "The other lines, and what they are"
          : "The lines, and what they look like"}
      </summary>
      <div className="mt-3">
        <OtherLines others={others} onMore={() => void onMore()} />
      </div>
    </details>
  );
}
