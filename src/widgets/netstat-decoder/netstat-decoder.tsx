import { use, useDeferredValue, useMemo, useState } from "react";
import { Link } from "react-router";
import { loadCapture } from "#curriculum/captures";
import type { Correction } from "#netstat/decode";
import { paths } from "#paths";
import { withCorrection } from "./corrections.model.ts";
import { Corrections } from "./corrections.tsx";
import { GuessFirst } from "./guessing.tsx";
import { ListingToolbar } from "./listing-toolbar.tsx";
import { PasteField, type PastedText } from "./paste-field.tsx";
import { PortQuestion } from "./port-question.tsx";
import { ReadingLines } from "./reading-lines.tsx";
import { FailureSummary, ReadingSummary } from "./reading-result.tsx";
import { ReadingState } from "./reading-state.tsx";
import { Samples } from "./samples.tsx";
import { SharedNote } from "./shared-note.tsx";
import { SystemCommands } from "./system-commands.tsx";
import { TakeAway } from "./take-away.tsx";
import { useListing } from "./use-listing.ts";
import { useSharedListing } from "./use-shared-listing.ts";
import type { ListingSource } from "./worker-messages.ts";

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

const NO_CORRECTIONS: readonly Correction[] = [];

/** A given listing, with the field folded away: a listing of one's own takes its place. */
function Preset({ given }: { given: string }) {
  const [own, setOwn] = useState<PastedText>(EMPTY);
  const isOwn = own.file !== undefined || own.text.trim() !== "";
  const source = useSource(isOwn ? own : { text: given, origin: null });
  const view = useListing(source, NO_CORRECTIONS);
  const { overview } = view;
  return (
    <div className="wide @container">
      <p role="status" className={overview?.kind === "sockets" ? "mb-2 text-[1rem]" : "sr-only"}>
        {overview?.kind === "sockets" && `${overview.sentence} ${overview.counts}`}
        {overview?.kind === "no-sockets" && overview.announcement}
      </p>
      <ReadingState view={view} />
      {overview?.kind === "no-sockets" && <FailureSummary overview={overview} />}
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

const EMPTY: PastedText = { text: "", origin: null };

/** What was pasted, as the reader wants it; the text as React has time for it. */
function useSource({ text, file }: PastedText): ListingSource {
  const deferred = useDeferredValue(text);
  return useMemo(
    () => (file === undefined ? { kind: "text", text: deferred } : { kind: "file", file }),
    [deferred, file],
  );
}

function PasteAndRead({ listing }: { listing: string }) {
  const [pasted, setPasted] = useState<PastedText>({ text: listing, origin: null });
  const source = useSource(pasted);
  const [corrections, correct] = useCorrections(source);
  const view = useListing(source, corrections);
  const { overview } = view;
  const isEmpty = overview?.kind === "empty";
  const trouble = useSharedListing((text) => setPasted({ text, origin: { kind: "link" } }));
  return (
    <div className="@container">
      <SharedNote trouble={trouble} isShown={pasted.origin?.kind === "link"} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 @3xl:grid-cols-2 @min-[80rem]:grid-cols-[minmax(0,1fr)_minmax(0,34rem)]">
        <div>
          <PasteField value={pasted} onChange={setPasted} />
          {(isEmpty || pasted.origin?.kind === "sample") && (
            <Samples
              onChoose={(sample, text) => setPasted({ text, origin: { kind: "sample", sample } })}
            />
          )}
        </div>
        <section aria-label="Result">
          <p role="status" className="sr-only">
            {view.progress !== null && "Reading."}
            {overview !== null && overview.kind !== "empty" && overview.announcement}
          </p>
          <ReadingState view={view} />
          {isEmpty && (
            <>
              <h2 className="mb-4 text-2xl">Get a listing</h2>
              <SystemCommands />
            </>
          )}
          <Corrections corrections={corrections} onChange={correct} />
          {overview?.kind === "no-sockets" && <FailureSummary overview={overview} />}
          {overview?.kind === "sockets" && (
            <ReadingSummary
              view={view}
              overview={overview}
              onCorrect={({ from, to }, dialect) =>
                correct(withCorrection(corrections, { from, to, dialect }))
              }
            />
          )}
          {overview?.kind === "sockets" && <PortQuestion view={view} />}
        </section>
      </div>
      {!isEmpty && (
        <>
          <div className="mt-10">
            {overview?.kind === "sockets" && <ListingToolbar view={view} overview={overview} />}
            <GuessFirst view={view}>
              <ReadingLines view={view} />
            </GuessFirst>
          </div>
          {overview?.kind === "sockets" && <TakeAway view={view} overview={overview} />}
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

/** What a person said of a text's parts, forgotten with the text. */
function useCorrections(source: ListingSource) {
  const [said, setSaid] = useState({ source, corrections: NO_CORRECTIONS });
  const corrections = said.source === source ? said.corrections : NO_CORRECTIONS;
  const correct = (next: readonly Correction[]) => setSaid({ source, corrections: next });
  return [corrections, correct] as const;
}
