import { useState } from "react";
import { Button } from "#ui/button";
import type { ListingView } from "./listing-view.ts";
import { UNIX_AT_ONCE, type UnixFrame, type UnixList } from "./unix-list.model.ts";

/** The sockets without ports, apart from the others. */
export function UnixSockets({ view, first }: { view: ListingView; first: UnixList }) {
  const [more, setMore] = useState<{ first: unknown; list: UnixList } | null>(null);
  const { sockets, more: hasMore } = more?.first === first ? more.list : first;
  if (sockets.length === 0) return null;
  const onMore = async () =>
    setMore({ first, list: await view.ask("unixSockets", sockets.length + UNIX_AT_ONCE * 5) });
  return (
    <details className="mt-8" open={view.overview?.kind === "no-sockets"}>
      <summary className="min-h-8 font-[650]">UNIX-domain sockets, which have no ports</summary>
      <p className="mt-2 max-w-prose text-[1rem] leading-normal text-soft">
        They join programs on one machine, mostly through a file’s name. No other machine reaches
        them, and they take no port from anybody.
      </p>
      <div
        role="region"
        aria-label="UNIX-domain sockets"
        tabIndex={0}
        className="mt-3 max-h-[60vh] overflow-auto rounded-box border border-line"
      >
        <table className="w-full text-left text-[0.95rem]">
          <thead className="sticky top-0 bg-panel text-soft">
            <tr>
              {["Line", "Name", "Type and state", "Program"].map((column) => (
                <th key={column} scope="col" className="px-3 py-1.5 font-normal">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sockets.map((socket) => (
              <Row key={socket.line} socket={socket} />
            ))}
          </tbody>
        </table>
      </div>
      {hasMore && (
        <Button look="quiet" className="mt-3" onClick={() => void onMore()}>
          Show more
        </Button>
      )}
    </details>
  );
}

function Row({ socket: { line, name, isNamed, type, state, holder } }: { socket: UnixFrame }) {
  return (
    <tr className="border-t border-line align-top">
      <td className="px-3 py-1.5 text-soft">{line}</td>
      <td
        className={`min-w-40 px-3 py-1.5 [overflow-wrap:anywhere] [unicode-bidi:isolate] ${isNamed ? "font-mono" : "text-soft"}`}
      >
        {name}
      </td>
      <td className="px-3 py-1.5">{[type, state].filter((word) => word !== "").join(", ")}</td>
      <td className="px-3 py-1.5 [overflow-wrap:anywhere]">{holder}</td>
    </tr>
  );
}
