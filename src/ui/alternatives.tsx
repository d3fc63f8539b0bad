import { Tabs } from "@base-ui/react/tabs";
import { type ReactNode, useId } from "react";

export interface Alternative<Id extends string> {
  readonly id: Id;
  readonly name: string;
  readonly content: ReactNode;
}

/**
 * The same thing in several ways, one at a time. Without script and on paper all of them stand below each
 * other. They share one place, so that a choice, and one that is remembered, moves nothing.
 */
export function Alternatives<Id extends string>({
  of,
  label,
  chosen,
  onChoose,
}: {
  readonly of: readonly Alternative<Id>[];
  /** What they differ in: "System". */
  readonly label: string;
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}) {
  const ids = useId();
  return (
    <>
      <Tabs.Root value={chosen} onValueChange={onChoose}>
        <Tabs.List
          aria-label={label}
          className="flex border-b border-line px-1 sm:px-2 noscript:hidden print:hidden"
        >
          {of.map(({ id, name }) => (
            <Tabs.Tab
              key={id}
              id={`${ids}-${id}`}
              value={id}
              aria-controls={`${ids}-${id}-panel`}
              className="min-h-11 min-w-11 border-b-3 border-transparent px-2 text-[0.95rem] text-soft hover:text-ink data-active:border-ink data-active:font-[650] data-active:text-ink"
            >
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs.Root>
      <div className="grid noscript:block print:block">
        {of.map(({ id, name, content }) => (
          <div
            key={id}
            role="tabpanel"
            id={`${ids}-${id}-panel`}
            aria-labelledby={`${ids}-${id}`}
            className={`col-start-1 row-start-1 min-w-0 ${id === chosen ? "" : "invisible noscript:visible print:visible"}`}
          >
            <p className="hidden px-3 pt-2 text-[0.95rem] text-soft sm:px-4 noscript:block print:block">
              {name}
            </p>
            {content}
          </div>
        ))}
      </div>
    </>
  );
}
