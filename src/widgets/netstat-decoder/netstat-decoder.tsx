import { use, useState } from "react";
import { Link } from "react-router";
import { loadCapture } from "#curriculum/captures";
import { paths } from "#paths";
import { PasteAndRead } from "./paste-and-read.tsx";
import { PasteField, type PastedText } from "./paste-field.tsx";
import { ReadingLines } from "./reading-lines.tsx";
import { FailureSummary } from "./reading-result.tsx";
import { ReadingState } from "./reading-state.tsx";
import { useListing } from "./use-listing.ts";
import { useSource } from "./use-source.ts";

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

const EMPTY: PastedText = { text: "", origin: null };

const NO_CORRECTIONS: readonly never[] = [];

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
