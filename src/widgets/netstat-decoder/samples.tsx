import { useState } from "react";
import { SAMPLES, type Sample, loadCapture } from "#curriculum/captures";
import { Button } from "#ui/button";

/** Listings at one click, each labelled with how it was made once it is shown. */
export function Samples({ onChoose }: { onChoose: (sample: Sample, text: string) => void }) {
  const [failed, setFailed] = useState(false);
  const choose = async (sample: Sample) => {
    try {
      onChoose(sample, await loadCapture(sample.file));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className="mt-4">
      <p id="samples" className="text-[1rem] text-soft">
        Nothing to paste? Try a sample:
      </p>
      <ul aria-labelledby="samples" className="mt-2 flex flex-wrap gap-2">
        {SAMPLES.map((sample) => (
          <li key={sample.file}>
            <Button
              look="quiet"
              onClick={() => void choose(sample)}
              className="px-3 text-[0.95rem]"
            >
              {sample.label}
            </Button>
          </li>
        ))}
      </ul>
      <p role="alert" className="text-[1rem]">
        {failed && "The sample did not load. The connection may be down: try again."}
      </p>
    </div>
  );
}
