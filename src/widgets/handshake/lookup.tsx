import { memo, useMemo } from "react";
import type { PacketStory, Timeline } from "#simulator/timeline";
import { type LookupStepFrame, lookupFrame } from "./lookup.model.ts";
import { usePointing } from "./pointing.tsx";

interface LookupViewProps {
  readonly timeline: Timeline;
  readonly position: number;
  readonly story: PacketStory;
}

/** For whom an arrived packet is, as the kernel asks: the exact connection, a listener, nobody. */
export const LookupView = memo(function LookupView({ timeline, position, story }: LookupViewProps) {
  const frame = useMemo(() => lookupFrame(timeline, position, story), [timeline, position, story]);
  if (frame === null) return null;
  return (
    <section aria-label={frame.title} className="mt-5 max-w-prose">
      <h4 className="text-[1.05rem] font-[650]">{frame.title}</h4>
      {frame.steps.length > 0 && (
        <ol className="mt-1 list-decimal space-y-1.5 pl-6 marker:text-soft">
          {frame.steps.map((step) => (
            <Step key={step.question} step={step} />
          ))}
        </ol>
      )}
      {frame.outcome.map((sentence) => (
        <p key={sentence} className="mt-1.5 leading-snug">
          {sentence}
        </p>
      ))}
    </section>
  );
});

function Step({ step: { question, answer, isFound, keys } }: { step: LookupStepFrame }) {
  const { props } = usePointing(keys);
  return (
    <li
      {...props}
      className="rounded-md pl-1 leading-snug wrap-anywhere data-lit:bg-lit data-lit:outline data-lit:outline-ink/60"
    >
      {question} <span className={isFound ? "font-[650] text-ink" : "text-soft"}>{answer}</span>
    </li>
  );
}
