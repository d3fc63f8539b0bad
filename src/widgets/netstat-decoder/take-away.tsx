import { useId, useState } from "react";
import { counted } from "#netstat/counted";
import { Button } from "#ui/button";
import { CompareListings } from "./compare-listings.tsx";
import type { ListingView } from "./listing-view.ts";
import type { Overview } from "./overview.model.ts";
import { PrintAs } from "./print-as.tsx";
import { RedactionChoice, redactOptions, REPLACED } from "./redaction-choice.tsx";
import { ShareLink } from "./share-link.tsx";
import type { Taking } from "./take-away.model.ts";
import { Unfolding } from "./unfolding.tsx";
import { useTaking } from "./use-taking.ts";

interface TakeAwayProps {
  readonly view: ListingView;
  readonly overview: Extract<Overview, { kind: "sockets" }>;
}

/** Copies, files, a link, another tool's table, a comparison: what may leave the page, and what of it is replaced before. */
export function TakeAway({ view, overview }: TakeAwayProps) {
  const id = useId();
  const [choice, setChoice] = useState(REPLACED);
  const [wantsShown, setWantsShown] = useState(false);
  const { rowCount } = overview;
  const shownCount = view.arranged?.count ?? rowCount;
  const isNarrowed = shownCount > 0 && shownCount < rowCount;
  const taking: Taking = {
    redact: choice.isOn ? redactOptions(choice) : null,
    shown: isNarrowed && wantsShown ? view.arrangement : null,
  };
  const { said, copy, save } = useTaking(view, taking);
  return (
    <section aria-labelledby={id} className="mt-12 border-t border-line pt-8 print:hidden">
      <h2 id={id} className="text-2xl">
        Take it with you
      </h2>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 @3xl:grid-cols-2">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-5">
          <RedactionChoice view={view} overview={overview} choice={choice} onChange={setChoice} />
          {isNarrowed && (
            <fieldset className="min-w-0">
              <legend className="font-[650]">Which rows</legend>
              <RadioLine
                name={`${id}-rows`}
                isChosen={!wantsShown}
                onChoose={() => setWantsShown(false)}
              >
                All {counted(rowCount, "row")}, and every other line
              </RadioLine>
              <RadioLine
                name={`${id}-rows`}
                isChosen={wantsShown}
                onChoose={() => setWantsShown(true)}
              >
                Only the {counted(shownCount, "row")} shown above
              </RadioLine>
            </fieldset>
          )}
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
          <div>
            <h3 className="text-[1.1rem]">Copy or save</h3>
            <div role="group" aria-label="Copy" className="mt-2 flex flex-wrap gap-2">
              <ActionButton onClick={() => copy("text")}>Copy the text</ActionButton>
              <ActionButton onClick={() => copy("markdown")}>Copy as Markdown</ActionButton>
            </div>
            <div role="group" aria-label="Save as" className="mt-2 flex flex-wrap gap-2">
              <ActionButton onClick={() => save("text")}>Save the text</ActionButton>
              <ActionButton onClick={() => save("csv")}>Save CSV</ActionButton>
              <ActionButton onClick={() => save("json")}>Save JSON</ActionButton>
              <ActionButton onClick={() => save("markdown")}>Save Markdown</ActionButton>
            </div>
            <p role="status" className="mt-1 min-h-6 text-[1rem] leading-6 text-soft">
              {said}
            </p>
          </div>
          <ShareLink
            view={view}
            subject={overview}
            options={redactOptions(choice)}
            shown={taking.shown}
          />
        </div>
      </div>
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-2">
        <Unfolding title="Print it as another tool would">
          <PrintAs view={view} overview={overview} taking={taking} />
        </Unfolding>
        <Unfolding title="Compare it with another listing">
          <CompareListings view={view} subject={overview} />
        </Unfolding>
      </div>
    </section>
  );
}

function ActionButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button look="quiet" onClick={onClick} className="px-3 text-[0.95rem]">
      {children}
    </Button>
  );
}

interface RadioLineProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}

function RadioLine({ name, isChosen, onChoose, children }: RadioLineProps) {
  return (
    <label className="flex min-h-8 items-baseline gap-x-3 py-0.5">
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}
