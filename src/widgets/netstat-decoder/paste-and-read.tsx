import { Suspense, lazy, useDeferredValue, useEffect, useState } from "react";
import { PasteField, type PastedText } from "./paste-field.tsx";
import { Samples } from "./samples.tsx";
import { SharedNote } from "./shared-note.tsx";
import { SystemCommands } from "./system-commands.tsx";
import { useSharedListing } from "./use-shared-listing.ts";

/** Comes after the first paint: the field is there at once, and reading needs every dialect. */
const loadReading = () => import("./reading.tsx");
const Reading = lazy(async () => ({ default: (await loadReading()).Reading }));

/** The field with all the room of a page: what is pasted is read beside and below it. */
export function PasteAndRead({ listing = "" }: { listing?: string }) {
  const [pasted, setPasted] = useState<PastedText>({ text: listing, origin: null });
  const read = useDeferredValue(pasted);
  const trouble = useSharedListing(setPasted);
  useEffect(() => {
    // A failure is told when the reading is needed.
    loadReading().catch(() => {});
  }, []);
  return (
    <div className="@container">
      {/* Why a link could not be read matters until something else is read. */}
      <SharedNote trouble={isBlank(pasted) ? trouble : null} origin={pasted.origin} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 @3xl:grid-cols-2 @min-[80rem]:grid-cols-[minmax(0,1fr)_minmax(0,34rem)]">
        <div className="print:hidden">
          <PasteField value={pasted} onChange={setPasted} />
          {(isBlank(pasted) || pasted.origin?.kind === "sample") && (
            <Samples
              onChoose={(sample, text) => setPasted({ text, origin: { kind: "sample", sample } })}
            />
          )}
        </div>
        {isBlank(read) ? (
          <section aria-label="Result">
            <h2 className="mb-4 text-2xl">Get a listing</h2>
            <SystemCommands />
          </section>
        ) : (
          <Suspense
            fallback={
              <section aria-label="Result">
                <p role="status" className="text-soft">
                  Reading…
                </p>
              </section>
            }
          >
            <Reading pasted={read} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

function isBlank({ text, file }: PastedText): boolean {
  return file === undefined && !/\S/.test(text);
}
