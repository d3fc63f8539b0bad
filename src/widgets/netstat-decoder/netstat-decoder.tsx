import { use, useDeferredValue, useState } from "react";
import { Link } from "react-router";
import { loadCapture } from "#curriculum/captures";
import { paths } from "#paths";
import { mustBeHeld } from "./held-text.model.ts";
import { PasteField, type PastedText } from "./paste-field.tsx";
import { FailureSummary, ReadingLines, ReadingSummary } from "./reading-result.tsx";
import { Samples } from "./samples.tsx";
import { SystemCommands } from "./system-commands.tsx";
import { useReading } from "./use-reading.ts";

interface NetstatDecoderProps {
  /** A listing to begin with. */
  readonly listing?: string;
  /** The same, as a file's name in `content/captures`. */
  readonly capture?: string;
  /** The listing first, the field folded away: so in lessons, and by default where a listing is given. */
  readonly compact?: boolean;
}

/** Reads a pasted socket listing and explains it row by row. Nothing pasted leaves the page. */
export function NetstatDecoder({ listing, capture, compact }: NetstatDecoderProps) {
  if (capture !== undefined) return <CaptureDecoder capture={capture} compact={compact ?? true} />;
  const text = listing === undefined ? "" : withoutMargin(listing);
  return (compact ?? listing !== undefined) ? (
    <Preset given={text} />
  ) : (
    <PasteAndRead listing={text} />
  );
}

/** A listing written into a lesson begins and ends with line ends that belong to the lesson. */
function withoutMargin(listing: string): string {
  return listing.replace(/^\n+|\s+$/g, "");
}

function CaptureDecoder({ capture, compact }: { capture: string; compact: boolean }) {
  const text = use(loadCapture(capture));
  return compact ? <Preset given={text} /> : <PasteAndRead listing={text} />;
}

/** A given listing, with the field folded away: a listing of one's own takes its place. */
function Preset({ given }: { given: string }) {
  const [own, setOwn] = useState<PastedText>({ text: "", origin: null });
  const view = useReading(useDeferredValue(own.text.trim() === "" ? given : own.text));
  const { frame } = view;
  return (
    <div className="wide @container">
      <p role="status" className={frame.kind === "sockets" ? "mb-2 text-[1rem]" : "sr-only"}>
        {frame.kind === "sockets" ? `${frame.sentence} ${frame.counts}` : ""}
        {frame.kind === "no-sockets" && frame.announcement}
      </p>
      {frame.kind === "no-sockets" && <FailureSummary frame={frame} />}
      <ReadingLines view={view} />
      <details className="mt-4">
        <summary className="min-h-8">Read a listing of your own</summary>
        <div className="mt-2">
          <PasteField value={own} onChange={setOwn} />
          <p className="mt-2 text-[1rem]">
            <Link
              to={paths.netstat()}
              className="inline-flex min-h-6 items-center underline hover:text-accent"
            >
              How to get a listing, and more room to read it
            </Link>
          </p>
        </div>
      </details>
    </div>
  );
}

function PasteAndRead({ listing }: { listing: string }) {
  const [pasted, setPasted] = useState<PastedText>({ text: listing, origin: null });
  const text = useDeferredValue(pasted.text);
  const view = useReading(text);
  const { frame } = view;
  const isReading = text !== pasted.text && mustBeHeld(pasted.text);
  return (
    <div className="@container">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 @3xl:grid-cols-2 @min-[80rem]:grid-cols-[minmax(0,1fr)_minmax(0,34rem)]">
        <div>
          <PasteField value={pasted} onChange={setPasted} />
          {(pasted.text === "" || pasted.origin?.kind === "sample") && (
            <Samples
              onChoose={(sample, text) => setPasted({ text, origin: { kind: "sample", sample } })}
            />
          )}
        </div>
        <section aria-label="Result">
          <p role="status" className="sr-only">
            {isReading ? "Reading." : frame.kind !== "empty" && frame.announcement}
          </p>
          {isReading && <p className="mb-4 text-soft">Reading…</p>}
          {frame.kind === "empty" && (
            <>
              <h2 className="mb-4 text-2xl">Get a listing</h2>
              <SystemCommands />
            </>
          )}
          {frame.kind === "no-sockets" && <FailureSummary frame={frame} />}
          {frame.kind === "sockets" && <ReadingSummary frame={frame} />}
        </section>
      </div>
      {frame.kind !== "empty" && (
        <>
          <div className="mt-10">
            <ReadingLines view={view} />
          </div>
          <details className="mt-8">
            <summary className="min-h-8">
              <h2 className="inline text-[1.125rem]">How to get a listing</h2>
            </summary>
            <div className="mt-3 max-w-prose">
              <SystemCommands />
            </div>
          </details>
        </>
      )}
    </div>
  );
}
