import { startTransition, useId, useState } from "react";
import type { KernelComparison } from "#simulator/kernel-comparison";
import { Button } from "#ui/button";
import { KernelSteps } from "./kernel-step.tsx";
import { useComparison } from "./use-comparison.ts";

/** What a real kernel did in a recorded trace, beside what the simulator does in the same, here and now. */
export function KernelCheck({ trace }: { trace: string }) {
  return <Check key={trace} trace={trace} />;
}

function Check({ trace }: { trace: string }) {
  const heading = useId();
  const { state, again } = useComparison(trace);
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="sr-only">
        Checked against Linux 6.18
      </h3>
      <div role="status" className="mt-2 max-w-prose">
        {state.kind === "loading" && <p className="text-soft">Reading what the kernel did…</p>}
        {state.kind === "failed" && (
          <p>
            What the kernel did could not be loaded. Perhaps the network is away at the moment.
            Everything else on this page goes on working. If it fails again, load the page anew.
          </p>
        )}
        {state.kind === "ready" && <p className="font-[550]">{state.comparison.inWords}</p>}
      </div>
      {state.kind === "failed" && (
        <Button className="mt-3" onClick={again}>
          Try again
        </Button>
      )}
      {state.kind === "ready" && <Compared comparison={state.comparison} />}
    </section>
  );
}

function Compared({ comparison }: { comparison: KernelComparison }) {
  const [isOpen, setIsOpen] = useState(false);
  const { title, steps } = comparison;
  const differing = steps.filter(({ facts }) => facts.some(({ match }) => match === "differs"));
  return (
    <>
      <p className="mt-2 max-w-prose">
        This was recorded on a real kernel: “{title}”. What the programs called and what the wire
        did is taken from the recording. All the rest is simulated here and now, and compared:
        results, packets with their flags and relative numbers, when timers ran out, and the
        sockets. Windows, options and numbers of processes are not compared.
      </p>
      {differing.length > 0 && (
        <div className="mt-4">
          <h4 className="mb-2 font-[650]">Where they differ</h4>
          <KernelSteps steps={differing} />
        </div>
      )}
      <details
        className="mt-3"
        onToggle={({ currentTarget: { open } }) => {
          if (open) startTransition(() => setIsOpen(true));
        }}
      >
        <summary className="inline-flex min-h-11 items-center font-[550] underline decoration-1 underline-offset-[0.18em]">
          {steps.length === 1
            ? "The step, side by side"
            : `All ${steps.length} steps, side by side`}
        </summary>
        {isOpen && <KernelSteps steps={steps} />}
      </details>
    </>
  );
}
