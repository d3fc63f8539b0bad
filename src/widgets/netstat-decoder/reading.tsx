import { useRef, useState } from "react";
import type { Correction } from "#netstat/decode";
import { withCorrection } from "./corrections.model.ts";
import { Corrections } from "./corrections.tsx";
import { GuessFirst } from "./guessing.tsx";
import { ListingToolbar } from "./listing-toolbar.tsx";
import type { PastedText } from "./paste-field.tsx";
import { PortQuestion } from "./port-question.tsx";
import { ReadingLines } from "./reading-lines.tsx";
import { FailureSummary, ReadingSummary } from "./reading-result.tsx";
import { ReadingState } from "./reading-state.tsx";
import { SystemCommands } from "./system-commands.tsx";
import { TakeAway } from "./take-away.tsx";
import { useListing } from "./use-listing.ts";
import { useSource } from "./use-source.ts";
import type { ListingSource } from "./worker-messages.ts";

const NO_CORRECTIONS: readonly Correction[] = [];

interface ReadingProps {
  readonly pasted: PastedText;
}

/** What was pasted, read: the summary beside the field, and the rows below both. Stands in the field's grid. */
export function Reading({ pasted }: ReadingProps) {
  const source = useSource(pasted);
  const [corrections, setCorrections] = useCorrections(source);
  const result = useRef<HTMLElement>(null);
  const correct = (next: readonly Correction[]) => {
    // The button that was pressed may go with the part of the page it belongs to.
    result.current?.focus();
    setCorrections(next);
  };
  const view = useListing(source, corrections);
  const { overview } = view;
  return (
    <>
      <section ref={result} tabIndex={-1} aria-label="Result">
        <p role="status" className="sr-only">
          {view.progress !== null && "Reading."}
          {overview !== null && overview.kind !== "empty" && overview.announcement}
        </p>
        <ReadingState view={view} />
        <Corrections corrections={corrections} onChange={correct} />
        {overview?.kind === "no-sockets" && <FailureSummary overview={overview} />}
        {overview?.kind === "sockets" && (
          <>
            <ReadingSummary
              view={view}
              overview={overview}
              onCorrect={({ from, to }, dialect) =>
                correct(withCorrection(corrections, { from, to, dialect }))
              }
            />
            <PortQuestion view={view} />
          </>
        )}
      </section>
      <div className="col-span-full mt-2 min-w-0">
        {overview?.kind === "sockets" && <ListingToolbar view={view} overview={overview} />}
        <GuessFirst view={view}>
          <ReadingLines view={view} />
        </GuessFirst>
        {overview?.kind === "sockets" && <TakeAway view={view} overview={overview} />}
        <details className="mt-8 print:hidden">
          <summary className="min-h-8">
            <h2 className="inline text-[1.125rem]">How to get a listing</h2>
          </summary>
          <div className="mt-3 max-w-prose">
            <SystemCommands />
          </div>
        </details>
      </div>
    </>
  );
}

/** What a person said of a text's parts, forgotten with the text. */
function useCorrections(source: ListingSource) {
  const [said, setSaid] = useState({ source, corrections: NO_CORRECTIONS });
  const corrections = said.source === source ? said.corrections : NO_CORRECTIONS;
  const correct = (next: readonly Correction[]) => setSaid({ source, corrections: next });
  return [corrections, correct] as const;
}
