import { useState } from "react";
import { SAMPLES, type Sample, loadCapture } from "#curriculum/captures";
import { Button } from "#ui/button";

/** The systems most people have stand in sight, the others one click away. */
const IN_SIGHT = 4;

const SYSTEMS = [...new Set(SAMPLES.map(({ system }) => system))].map((system) => ({
  system,
  samples: SAMPLES.filter((sample) => sample.system === system),
}));

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
      <p className="text-[1rem] text-soft">Nothing to paste? Try a sample:</p>
      <SystemsSamples systems={SYSTEMS.slice(0, IN_SIGHT)} onChoose={choose} />
      <details className="mt-2">
        <summary className="min-h-8 py-1 text-[1rem] text-soft hover:text-ink">
          Samples of other systems
        </summary>
        <SystemsSamples systems={SYSTEMS.slice(IN_SIGHT)} onChoose={choose} />
      </details>
      <p role="alert" className="text-[1rem]">
        {failed && "The sample did not load. The connection may be down: try again."}
      </p>
    </div>
  );
}

interface SystemsSamplesProps {
  readonly systems: typeof SYSTEMS;
  readonly onChoose: (sample: Sample) => Promise<void>;
}

function SystemsSamples({ systems, onChoose }: SystemsSamplesProps) {
  return (
    <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2">
      {systems.map(({ system, samples }) => (
        <div key={system} className="contents">
          <dt className="text-[0.95rem] text-soft">{system}</dt>
          <dd className="flex flex-wrap gap-2">
            {samples.map((sample) => (
              <Button
                key={sample.file}
                look="quiet"
                onClick={() => void onChoose(sample)}
                className="px-3 text-[0.95rem]"
              >
                <span className="sr-only">{system}, </span>
                {sample.label}
              </Button>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
