import { useState } from "react";
import { counted, grouped } from "#netstat/counted";
import { DIALECTS } from "#netstat/dialects";
import type { DialectId } from "#netstat/listing";
import type { RowFilter } from "#netstat/row-filter";
import type { PeerCount } from "#netstat/summary";
import { Button } from "#ui/button";
import { InlineText } from "#ui/inline-text";
import { EXPOSURE_WORDS } from "./filter-words.model.ts";
import type { ListingView } from "./listing-view.ts";
import type { BlockOverview, Overview } from "./overview.model.ts";

type Sockets = Extract<Overview, { kind: "sockets" }>;

interface ReadingSummaryProps {
  readonly view: ListingView;
  readonly overview: Sockets;
  readonly onCorrect: (block: BlockOverview, dialect: DialectId | null) => void;
}

/** How much was read, what each block was taken for, and what deserves a look: each a filter of the rows. */
export function ReadingSummary({ view, overview, onCorrect }: ReadingSummaryProps) {
  const { filter = {} } = view.arrangement;
  const toggle = (wanted: RowFilter) =>
    view.arrange({ ...view.arrangement, filter: isSame(filter, wanted) ? {} : wanted });
  const choice = (wanted: RowFilter) => ({
    isChosen: isSame(filter, wanted),
    onChoose: () => toggle(wanted),
  });
  const { listenersTo, remarks, peers, peerCount } = overview;
  const exposures = (["all", "interface", "loopback", "unknown"] as const).filter(
    (exposure) => listenersTo[exposure] > 0,
  );
  return (
    <>
      <p className="text-[1.25rem] leading-snug">
        <strong className="font-[650]">{overview.sentence}</strong> {overview.counts}
      </p>
      {overview.unreadCount > 0 && (
        <p className="mt-2 text-[1rem] leading-normal">
          {counted(overview.unreadCount, "line was", "lines were")} not understood:{" "}
          {overview.unreadCount === 1 ? "it stands" : "they stand"} below the rows, with the reason.
        </p>
      )}
      <ul className="list-none pl-0 mt-4 grid gap-3">
        {overview.blocks.map((block) => (
          <li key={`${block.from} ${block.dialect}`}>
            <BlockReason block={block} onCorrect={onCorrect} />
          </li>
        ))}
      </ul>
      {overview.blockCount > overview.blocks.length && (
        <p className="mt-2 text-[1rem] text-soft">
          And {counted(overview.blockCount - overview.blocks.length, "more block")}.
        </p>
      )}
      {exposures.length > 0 && (
        <>
          <h2 className="mt-6 text-[1.1rem]">What listens, and to whom</h2>
          <ul className="list-none pl-0 mt-1 flex flex-wrap gap-2">
            {exposures.map((exposure) => (
              <li key={exposure}>
                <FilterButton {...choice({ role: "listener", exposure })}>
                  {counted(listenersTo[exposure], "listener")}: {EXPOSURE_WORDS[exposure]}
                </FilterButton>
              </li>
            ))}
          </ul>
        </>
      )}
      {remarks.length > 0 && (
        <>
          <h2 className="mt-6 text-[1.1rem]">Worth a look</h2>
          <ul className="list-none pl-0 mt-1 grid gap-2 text-[1rem] leading-normal">
            {remarks.map(({ id, title, message, count }) => (
              <li key={id}>
                <FilterButton {...choice({ remark: id })}>
                  {title}: {counted(count, "row")}
                </FilterButton>
                {filter.remark === id && (
                  <p className="mt-2 mb-1 max-w-prose border-l-4 border-opening pl-3">{message}</p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {peers.length > 0 && (
        <details className="mt-6">
          <summary className="min-h-8">
            <h2 className="inline text-[1.1rem]">Who talks to whom</h2>{" "}
            <span className="text-[1rem] text-soft">{counted(peerCount, "peer")}</span>
          </summary>
          <ul className="list-none pl-0 mt-2 grid gap-2 text-[1rem] leading-normal">
            {peers.map((peer) => (
              <li key={peer.address}>
                <FilterButton {...choice({ peer: peer.address })}>
                  <span className="font-mono">{peer.address}</span>
                  {peer.isHere ? ", this machine" : ""}: {peerWords(peer)}
                </FilterButton>
              </li>
            ))}
          </ul>
          {peerCount > peers.length && (
            <p className="mt-2 text-[1rem] text-soft">
              And {counted(peerCount - peers.length, "other peer")}. Group the rows by peer to see
              them all.
            </p>
          )}
        </details>
      )}
    </>
  );
}

function peerWords({ connections, incoming, outgoing, ports }: PeerCount): string {
  const ways = [
    incoming > 0 && `${grouped(incoming)} came in`,
    outgoing > 0 && `${grouped(outgoing)} went out`,
  ].filter((each) => each !== false);
  const way = ways.length === 0 ? "" : ` (${ways.join(", ")})`;
  const where = ports.length === 0 ? "" : `, port ${ports.join(", ")}`;
  return `${counted(connections, "row")}${way}${where}`;
}

function isSame(one: RowFilter, other: RowFilter): boolean {
  const words = (filter: RowFilter) =>
    JSON.stringify(
      Object.entries(filter)
        .filter(([, value]) => value !== undefined)
        .toSorted(),
    );
  return words(one) === words(other);
}

interface FilterButtonProps {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}

function FilterButton({ isChosen, onChoose, children }: FilterButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={`min-h-8 rounded-lg border px-2.5 py-1 text-left text-[1rem] leading-snug [overflow-wrap:anywhere] ${isChosen ? "border-ink bg-lit" : "border-line hover:border-ink/70"}`}
    >
      {children}
    </button>
  );
}

interface BlockReasonProps {
  readonly block: BlockOverview;
  readonly onCorrect: (block: BlockOverview, dialect: DialectId | null) => void;
}

/** What the block was taken for and why, and a way to say that it is something else. */
function BlockReason({ block, onCorrect }: BlockReasonProps) {
  const { where, tool, why, isCertain, dialect } = block;
  // Told by a button: with the arrow keys a person passes many answers on the way to the right one.
  const [said, say] = useState<string>(dialect);
  return (
    <div className="max-w-prose text-[1rem] leading-normal">
      <p>
        <span className="text-soft">{where}: </span>
        <strong className="font-[650]">{tool}</strong>
        {!isCertain && ", probably"}. {why}
      </p>
      <details className="print:hidden">
        <summary className="inline-flex min-h-6 cursor-pointer items-center text-[0.95rem] text-soft underline underline-offset-4 hover:text-ink">
          Not right?
        </summary>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
          <label className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {where} came from
            <select
              value={said}
              onChange={(event) => say(event.target.value)}
              className="min-h-11 rounded-lg border border-line bg-paper px-3"
            >
              {DIALECTS.map(({ id, tool: name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value="">something else: not a listing</option>
            </select>
          </label>
          <Button
            look="quiet"
            className="px-3 text-[0.95rem]"
            onClick={() => onCorrect(block, DIALECTS.find(({ id }) => id === said)?.id ?? null)}
          >
            Read it so
          </Button>
        </div>
      </details>
    </div>
  );
}

/** What the text is instead, when it holds no socket row. */
export function FailureSummary({
  overview: { words },
}: {
  overview: Extract<Overview, { kind: "no-sockets" }>;
}) {
  return (
    <div className="border-l-4 border-opening pl-4">
      <p className="text-[1.25rem] font-[650] leading-snug">{words.title}</p>
      <p className="mt-2 max-w-prose">
        <InlineText>{words.message}</InlineText>
      </p>
    </div>
  );
}
