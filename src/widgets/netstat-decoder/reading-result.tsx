import { InlineText } from "#ui/inline-text";
import { ListingGrid } from "./listing-grid.tsx";
import type { BlockFrame, Frame } from "./netstat-decoder.model.ts";
import { OtherLines } from "./other-lines.tsx";
import type { ReadingView } from "./use-reading.ts";

type Sockets = Extract<Frame, { kind: "sockets" }>;
type Failure = Extract<Frame, { kind: "no-sockets" }>;

/** How much was read, and what each block was taken for and why. */
export function ReadingSummary({ frame }: { frame: Sockets }) {
  return (
    <>
      <p className="text-[1.25rem] leading-snug">
        <strong className="font-[650]">{frame.sentence}</strong> {frame.counts}
      </p>
      <ul className="list-none pl-0 mt-4 grid gap-3">
        {frame.blocks.map((block) => (
          <li key={block.where}>
            <BlockReason block={block} />
          </li>
        ))}
      </ul>
      {frame.remarks.length > 0 && (
        <>
          <h2 className="mt-6 text-[1.1rem]">Worth a look</h2>
          <ul className="list-none pl-0 mt-1 text-[1rem] leading-normal">
            {frame.remarks.map(({ id, title, message, lines }) => (
              <li key={id}>
                <details>
                  <summary className="min-h-6 py-0.5">
                    <span className="font-[650]">{title}</span>{" "}
                    <span className="text-soft">{lines}</span>
                  </summary>
                  <p className="mb-2 max-w-prose border-l-4 border-opening pl-3">{message}</p>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function BlockReason({ block: { where, tool, why, isCertain } }: { block: BlockFrame }) {
  return (
    <p className="max-w-prose text-[1rem] leading-normal">
      <span className="text-soft">{where}: </span>
      <strong className="font-[650]">{tool}</strong>
      {!isCertain && ", probably"}. {why}
    </p>
  );
}

/** What the text is instead, when it holds no socket row. */
export function FailureSummary({ frame: { words } }: { frame: Failure }) {
  return (
    <div className="border-l-4 border-opening pl-4">
      <p className="text-[1.25rem] font-[650] leading-snug">{words.title}</p>
      <p className="mt-2 max-w-prose">
        <InlineText>{words.message}</InlineText>
      </p>
    </div>
  );
}

/** The rows, then every other line. */
export function ReadingLines({ view }: { view: ReadingView }) {
  const { frame } = view;
  if (frame.kind === "empty") return null;
  const { others } = frame;
  const isAmiss = frame.kind === "no-sockets" || frame.unreadCount > 0;
  return (
    <>
      {frame.kind === "sockets" && (
        <ListingGrid blocks={frame.blocks} rowCount={frame.rowCount} onShowRows={view.showRows} />
      )}
      {others.groups.length > 0 && (
        <details key={String(isAmiss)} open={isAmiss} className="mt-8">
          <summary className="min-h-8 font-[650]">
            {frame.kind === "sockets"
              ? "The other lines, and what they are"
              : "The lines, and what they look like"}
          </summary>
          <div className="mt-3">
            <OtherLines others={others} onMore={view.showMoreLines} />
          </div>
        </details>
      )}
    </>
  );
}
