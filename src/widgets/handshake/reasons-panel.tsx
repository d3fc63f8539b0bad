import type { Stage } from "./stage.ts";
import { WhyPanel } from "./why-panel.tsx";

/** Why it happened: of the moment, or of what was chosen. Of one height, so that stepping moves nothing below it. */
export function ReasonsPanel({ stage }: { stage: Stage }) {
  const { session, selection, settings, select, why } = stage;
  return (
    <section
      ref={why}
      tabIndex={0}
      aria-label="Why"
      className="h-96 overflow-y-auto rounded-box border border-line bg-panel px-4 py-3"
    >
      <WhyPanel
        timeline={session.timeline}
        position={session.position}
        selection={selection}
        numbers={settings.numbers}
        onSelect={select}
      />
    </section>
  );
}
