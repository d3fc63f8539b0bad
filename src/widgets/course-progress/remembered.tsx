import { useRef, useState } from "react";
import { NO_PROGRESS, isSame } from "#learning/progress";
import { forgetProgress, progressKeeping, textsSetAside } from "#storage/progress";
import { useProgress } from "#storage/use-progress";
import { AsksAgain } from "#ui/asks-again";
import { Button } from "#ui/button";
import { SetAside } from "#ui/set-aside";

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
      <SetAside texts={aside} file="progress.txt" />
      <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 noscript:hidden">
        <Button look="quiet" onClick={() => dialog.current?.showModal()}>
          Forget my progress
        </Button>
        <span role="status" className="text-soft">
          {isForgotten && "All of it is forgotten."}
        </span>
      </p>
      <AsksAgain
        dialog={dialog}
        id="forget-question"
        title="Forget which lessons you read and how you answered?"
        yes="Forget all of it"
        onYes={() => {
          forgetProgress();
          setForgotten(true);
        }}
      >
        It cannot be brought back.
      </AsksAgain>
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
