import { useSyncExternalStore } from "react";
import { OPERATING_SYSTEM_NAMES } from "#net/operating-system";
import { SYSTEMS, type System, chooseSystem, chosenSystem, watchSystem } from "#storage/system";
import { Alternatives } from "#ui/alternatives";
import { CopyButton } from "#ui/copy-button";

/** The commands for each system, one system at a time: a choice holds for all such places. */
export function PerSystem({
  does,
  ...commands
}: Readonly<Record<System, string>> & {
  /** What the commands are for, in a few words: "list the listeners". The cheat sheet says it. */
  readonly does?: string;
}) {
  const chosen = useSyncExternalStore(watchSystem, chosenSystem, () => "linux" as const);
  return (
    <div
      role={does === undefined ? undefined : "group"}
      aria-label={does === undefined ? undefined : `Commands to ${does}`}
      className="wide rounded-box border border-line bg-panel"
    >
      <Alternatives
        label="System"
        chosen={chosen}
        onChoose={chooseSystem}
        of={SYSTEMS.map((system) => ({
          id: system,
          name: OPERATING_SYSTEM_NAMES[system],
          content: (
            <div className="flex items-start justify-between gap-x-3 py-1 pr-1 pl-3 sm:pl-4">
              <pre
                tabIndex={0}
                aria-label={`Commands on ${OPERATING_SYSTEM_NAMES[system]}`}
                className="min-w-0 overflow-x-auto py-2 text-[0.8rem] leading-relaxed sm:text-[0.9rem]"
              >
                {commands[system]}
              </pre>
              <span className="noscript:hidden print:hidden">
                <CopyButton
                  text={commands[system]}
                  name={`the commands on ${OPERATING_SYSTEM_NAMES[system]}`}
                />
              </span>
            </div>
          ),
        }))}
      />
    </div>
  );
}
