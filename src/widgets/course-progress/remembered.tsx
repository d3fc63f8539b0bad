import { useRef, useState } from "react";
import { NO_PROGRESS, isSame } from "#learning/progress";
import { forgetProgress, progressKeeping, textsSetAside } from "#storage/progress";
import { useProgress } from "#storage/use-progress";
import { Button } from "#ui/button";
import { saveFile } from "#ui/out-of-page";

/** What this browser keeps of the reader's progress, and the way to be rid of it. */
export function Remembered() {
  const progress = useProgress();
  const [isForgotten, setForgotten] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  // While the page is hydrated nothing is known yet, so nothing is told.
  const isKnown = !isSame(progress, NO_PROGRESS);
  const aside = isKnown ? textsSetAside() : [];
  return (
    <section aria-labelledby="remembered" className="mt-16 border-t border-line pt-6 print:hidden">
      <h2 id="remembered" className="text-2xl">
        What is remembered
      </h2>
      <p className="mt-3 max-w-prose text-soft">
        Which lessons you opened and finished, and how you answered. It is kept in this browser and
        goes nowhere else.
      </p>
      {isKnown && <Keeping />}
      {aside.length > 0 && (
        <p className="mt-2 max-w-prose text-soft">
          Something that was kept could not be read. It is set aside.{" "}
          <button
            type="button"
            className="min-h-6 underline hover:text-accent"
            onClick={() =>
              saveFile(new Blob([aside.join("\n")], { type: "text/plain" }), "progress.txt")
            }
          >
            Save it as a file
          </button>
        </p>
      )}
      <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 noscript:hidden">
        <Button look="quiet" onClick={() => dialog.current?.showModal()}>
          Forget my progress
        </Button>
        <span role="status" className="text-soft">
          {isForgotten && "All of it is forgotten."}
        </span>
      </p>
      <dialog
        ref={dialog}
        aria-labelledby="forget-question"
        className="m-auto max-w-md rounded-box border border-line bg-paper p-6 text-ink backdrop:bg-ink/40"
      >
        <form method="dialog">
          <p id="forget-question" className="text-[1.15rem] font-[650]">
            Forget which lessons you read and how you answered?
          </p>
          <p className="mt-2 text-soft">It cannot be brought back.</p>
          <p className="mt-5 flex flex-wrap gap-3">
            <Button type="submit">Keep it</Button>
            <Button
              type="submit"
              look="quiet"
              onClick={() => {
                forgetProgress();
                setForgotten(true);
              }}
            >
              Forget all of it
            </Button>
          </p>
        </form>
      </dialog>
    </section>
  );
}

function Keeping() {
  switch (progressKeeping()) {
    case "browser":
      return null;
    case "page":
      return (
        <p className="mt-2 max-w-prose">
          This browser does not allow it at the moment: your progress lasts until you close this
          page.
        </p>
      );
    case "later-version":
      return (
        <p className="mt-2 max-w-prose">
          A newer version of this site keeps your progress. Load the page again to see it; until
          then nothing of it is changed.
        </p>
      );
  }
}
