import { memo, type ReactNode, useState } from "react";
import { Link } from "react-router";
import { paths } from "#paths";
import { ByHand } from "./by-hand.tsx";
import { KernelCheck } from "./kernel-check.tsx";
import { ReasonsPanel } from "./reasons-panel.tsx";
import { StateDiagramPanel } from "./state-diagram-panel.tsx";
import type { Stage } from "./stage.ts";
import { TakeAway } from "./take-away.tsx";
import { TextLog } from "./text-log.tsx";
import { useInTurn } from "./use-in-turn.ts";

/** What is there besides, each folded until it is wanted: only then is it painted. */
export const MorePanels = memo(function MorePanels({ stage }: { stage: Stage }) {
  const { scenario, settings, turns } = stage;
  const { timeline, position } = useInTurn(turns, stage.followed);
  return (
    <div className="mt-6 border-t border-line">
      {scenario !== null && (
        <Fold title="Calls by hand">
          <ByHand stage={stage} />
        </Fold>
      )}
      <Fold title="The run in words" isOpen>
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
});

/** In a lesson: the reasons, and the way to all the rest. */
export const SmallRest = memo(function SmallRest({ stage }: { stage: Stage }) {
  const { scenario } = stage;
  return (
    <div className="mt-4 border-t border-line">
      <FoldOf title="Why" isOpen={stage.isWhyOpen} onToggle={stage.openWhy}>
        <ReasonsPanel stage={stage} />
      </FoldOf>
      <p className="mt-3 text-[1rem]">
        <Link
          to={scenario === null ? paths.freePlay() : paths.scenario(scenario.id)}
          className="inline-flex min-h-6 items-center underline underline-offset-4 hover:text-accent"
        >
          Open it large
        </Link>{" "}
        <span className="text-soft">
          to predict each step, see it in words, or take the capture with you.
        </span>
      </p>
    </div>
  );
});

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
    <FoldOf title={title} isOpen={isOpen} onToggle={setOpen}>
      {children}
    </FoldOf>
  );
}

function FoldOf({
  title,
  isOpen,
  onToggle,
  children,
}: {
  title: string;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  children: ReactNode;
}) {
  return (
    <details
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
      className={`isolate border-b border-line py-1 ${isOpen ? "" : "print:hidden"}`}
    >
      <summary className="min-h-11 content-center text-[1.1rem] font-[650] hover:text-accent">
        {title}
      </summary>
      {isOpen && <div className="pt-2 pb-4">{children}</div>}
    </details>
  );
}
