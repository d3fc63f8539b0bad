import { Tabs } from "@base-ui/react/tabs";
import { useId, useSyncExternalStore } from "react";
import { OPERATING_SYSTEM_NAMES } from "#net/operating-system";
import { SYSTEMS, type System, chooseSystem, chosenSystem, watchSystem } from "#storage/system";
import { CopyButton } from "#ui/copy-button";

/**
 * The commands for each system, one system at a time: a choice holds for all such places. Without
 * script and on paper all of them stand below each other. They share one place, so a change moves nothing.
 */
export function PerSystem({
  does,
  ...commands
}: Readonly<Record<System, string>> & {
  /** What the commands are for, in a few words: "list the listeners". The cheat sheet says it. */
  readonly does?: string;
}) {
  const chosen = useSyncExternalStore(watchSystem, chosenSystem, () => "linux" as const);
  const id = useId();
  return (
    <div
      role={does === undefined ? undefined : "group"}
      aria-label={does === undefined ? undefined : `Commands to ${does}`}
      className="wide rounded-box border border-line bg-panel"
    >
      <Tabs.Root value={chosen} onValueChange={(system: System) => chooseSystem(system)}>
        <Tabs.List
          aria-label="System"
          className="flex border-b border-line px-1 sm:px-2 noscript:hidden print:hidden"
        >
          {SYSTEMS.map((system) => (
            <Tabs.Tab
              key={system}
              id={`${id}-${system}`}
              value={system}
              aria-controls={`${id}-${system}-commands`}
              className="min-h-11 border-b-3 border-transparent px-2 text-[0.95rem] text-soft hover:text-ink data-active:border-ink data-active:font-[650] data-active:text-ink"
            >
              {OPERATING_SYSTEM_NAMES[system]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs.Root>
      <div className="grid noscript:block print:block">
        {SYSTEMS.map((system) => (
          <div
            key={system}
            role="tabpanel"
            id={`${id}-${system}-commands`}
            aria-labelledby={`${id}-${system}`}
            className={`col-start-1 row-start-1 min-w-0 ${system === chosen ? "" : "invisible noscript:visible print:visible"}`}
          >
            <p className="hidden px-3 pt-2 text-[0.95rem] text-soft sm:px-4 noscript:block print:block">
              {OPERATING_SYSTEM_NAMES[system]}
            </p>
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
          </div>
        ))}
      </div>
    </div>
  );
}
