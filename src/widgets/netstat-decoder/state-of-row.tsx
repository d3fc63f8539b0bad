import { Suspense, lazy, useState } from "react";
import type { TcpState } from "#net/tcp-state";

const StateInField = lazy(async () => ({
  default: (await import("./state-in-field.tsx")).StateInField,
}));

/** The row's state on TCP's state diagram, and in other tools' words; drawn once somebody opens it. */
export function StateOfRow({ state }: { state: TcpState }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="mt-3 text-[1rem]" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="min-h-6">{state} on the state diagram, and in other tools’ words</summary>
      {isOpen && (
        <Suspense fallback={<p className="mt-2 text-soft">Loading the diagram…</p>}>
          <StateInField state={state} />
        </Suspense>
      )}
    </details>
  );
}
