import { type ReactNode, useState } from "react";
import { ByHand } from "./by-hand.tsx";
import { KernelCheck } from "./kernel-check.tsx";
import { StateDiagramPanel } from "./state-diagram-panel.tsx";
import type { Stage } from "./stage.ts";
import { TakeAway } from "./take-away.tsx";
import { TextLog } from "./text-log.tsx";

/** What is there besides, each folded until it is wanted: only then is it painted. */
export function MorePanels({ stage }: { stage: Stage }) {
  const { session, scenario, isSmall, settings } = stage;
  const { timeline, position } = session;
  return (
    <div className="mt-6 border-t border-line">
      {scenario !== null && (
        <Fold title="Calls by hand">
          <ByHand stage={stage} />
        </Fold>
      )}
      <Fold title="The run in words" isOpen={!isSmall}>
        <TextLog
          timeline={timeline}
          position={position}
          showsFuture={false}
          onGo={stage.go}
          numbers={settings.numbers}
        />
      </Fold>
      <Fold title="State diagram">
        <StateDiagramPanel timeline={timeline} position={position} />
      </Fold>
      {scenario !== null && scenario.trace !== null && (
        <Fold title="Checked against Linux 6.18">
          <KernelCheck trace={scenario.trace} />
        </Fold>
      )}
      <Fold title="Take it with you">
        <TakeAway stage={stage} />
      </Fold>
    </div>
  );
}

function Fold({
  title,
  isOpen: isOpenAtFirst = false,
  children,
}: {
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="border-b border-line py-1"
    >
      <summary className="min-h-11 content-center text-[1.1rem] font-[650] hover:text-accent">
        {title}
      </summary>
      {isOpen && <div className="pt-2 pb-4">{children}</div>}
    </details>
  );
}
