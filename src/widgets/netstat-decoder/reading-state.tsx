import { Button } from "#ui/button";
import type { ListingView } from "./listing-view.ts";

/** While a large listing is read: how far it is, and a way to stop. Afterwards, why it could not be read. */
export function ReadingState({ view: { progress, failure, cancel } }: { view: ListingView }) {
  if (failure !== null)
    return (
      <p role="alert" className="mb-4 border-l-4 border-opening pl-4">
        {failure}
      </p>
    );
  if (progress === null) return null;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <label className="flex flex-wrap items-center gap-x-3">
        Reading…
        <progress value={progress} max={1} className="accent-accent" />
        <span className="tabular-nums text-soft">{Math.floor(progress * 100)} %</span>
      </label>
      <Button look="quiet" className="px-3 text-[0.95rem]" onClick={cancel}>
        Stop
      </Button>
    </div>
  );
}
