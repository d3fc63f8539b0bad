import { memo, useDeferredValue, useEffect, useRef } from "react";
import type { Stage } from "./stage.ts";
import { useInTurn } from "./use-in-turn.ts";
import { FOCUS_HOME } from "./use-kept-focus.ts";
import { WhyPanel } from "./why-panel.tsx";

/** Why it happened: of the moment, or of what was chosen. Of one height, so that stepping moves nothing below it. */
export const ReasonsPanel = memo(function ReasonsPanel({ stage }: { stage: Stage }) {
  const { settings, select, turns, why } = stage;
  const followed = useInTurn(turns, stage.followed);
  // All that a packet carries is much to make: in slices, after what was pressed has answered.
  const selection = useDeferredValue(stage.selection);
  const told = useRef<unknown>(null);
  const asked = selection ?? followed.position;
  // Another answer is read from its beginning.
  useEffect(() => {
    if (told.current === asked) return;
    const frame = requestAnimationFrame(() => {
      told.current = asked;
      if (why.current !== null) why.current.scrollTop = 0;
    });
    return () => cancelAnimationFrame(frame);
  }, [why, asked]);
  return (
    <div
      ref={why}
      {...FOCUS_HOME}
      tabIndex={0}
      role="group"
      aria-label="Why"
      className="h-96 overflow-y-auto print:h-auto rounded-box border border-line bg-panel px-4 py-3"
    >
      <WhyPanel
        timeline={followed.timeline}
        position={followed.position}
        selection={selection}
        numbers={settings.numbers}
        onSelect={select}
      />
    </div>
  );
});
