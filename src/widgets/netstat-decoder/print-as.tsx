import { useState } from "react";
import type { DialectId } from "#netstat/listing";
import { Button } from "#ui/button";
import { Select } from "#ui/select";
import type { ListingView } from "./listing-view.ts";
import type { Overview } from "./overview.model.ts";
import { PRINTERS } from "./print-as.model.ts";
import type { Taking } from "./take-away.model.ts";
import { useAnswer } from "./use-answer.ts";
import { useTaking } from "./use-taking.ts";

const PREVIEW_LINES = 200;

interface PrintAsProps {
  readonly view: ListingView;
  readonly overview: Extract<Overview, { kind: "sockets" }>;
  readonly taking: Taking;
}

/** The same table as any other tool would print it, and what is lost on the way. */
export function PrintAs({ view, overview, taking }: PrintAsProps) {
  const [chosen, setChosen] = useState<DialectId | null>(null);
  const isFromWindows = overview.blocks[0]?.dialect === "windows-netstat";
  const dialect = chosen ?? (isFromWindows ? "net-tools" : "windows-netstat");
  const name = PRINTERS.find(([id]) => id === dialect)?.[1] ?? dialect;
  const { value, isWaiting, failed } = useAnswer(
    () => view.ask("printed", dialect, taking, PREVIEW_LINES),
    JSON.stringify([dialect, taking]),
    overview,
  );
  const { said, copy, save } = useTaking(view, taking);
  return (
    <div>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <Select
          label="Tool and system"
          value={dialect}
          options={PRINTERS}
          onChange={setChosen}
          className="w-full @lg:w-72"
        />
        <Button look="quiet" onClick={() => copy(dialect)} className="px-3 text-[0.95rem]">
          Copy<span className="sr-only"> as {name}</span>
        </Button>
        <Button look="quiet" onClick={() => save(dialect)} className="px-3 text-[0.95rem]">
          Save<span className="sr-only"> as {name}</span>
        </Button>
      </div>
      <p role="status" className="mt-1 min-h-6 text-[1rem] leading-6 text-soft">
        {said}
      </p>
      <pre
        dir="ltr"
        tabIndex={0}
        role="group"
        aria-label={`The listing in the form of ${name}`}
        aria-busy={isWaiting}
        className="mt-1 h-72 overflow-auto rounded-box border border-line bg-panel px-3 py-3 text-[0.8rem] leading-relaxed sm:px-4"
      >
        {failed ? "The listing could not be printed." : value?.lines.join("\n")}
        {value?.hasMore === true && "\n…"}
      </pre>
      <div className="mt-2 grid max-w-prose gap-1 text-[1rem] leading-normal">
        {value?.losses.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="text-soft">
          Printed by this page, not by the tool. Where the listing does not say what a column holds,
          there is nothing, a dash or a zero.
          {taking.redact === null ? "" : " It is redacted, as chosen above."}
        </p>
      </div>
    </div>
  );
}
