import { useState } from "react";
import type { RedactOptions } from "#netstat/redact";
import type { ListingView } from "./listing-view.ts";
import type { Overview } from "./overview.model.ts";
import { useAnswer } from "./use-answer.ts";

/** What a person wants replaced before anything leaves the page. */
export interface Replacing {
  readonly isOn: boolean;
  readonly privateAddresses: boolean;
  readonly programs: boolean;
}

export const REPLACED: Replacing = { isOn: true, privateAddresses: false, programs: false };

export const redactOptions = ({ privateAddresses, programs }: Replacing): RedactOptions => ({
  privateAddresses,
  programs,
});

/** Of more rows than these nothing is replaced before it is asked for: it would take a moment. */
const QUICK = 2000;
const PREVIEW_LINES = 10;

interface RedactionChoiceProps {
  readonly view: ListingView;
  readonly overview: Extract<Overview, { kind: "sockets" }>;
  readonly choice: Replacing;
  readonly onChange: (choice: Replacing) => void;
}

export function RedactionChoice({ view, overview, choice, onChange }: RedactionChoiceProps) {
  const [isOpen, setIsOpen] = useState(false);
  const options = redactOptions(choice);
  const isWanted = choice.isOn && (isOpen || overview.rowCount <= QUICK);
  const { value, isWaiting, failed } = useAnswer(
    isWanted ? () => view.ask("redaction", options, PREVIEW_LINES) : null,
    JSON.stringify(options),
    overview,
  );
  return (
    <fieldset className="min-w-0">
      <legend className="font-[650]">Redact it first</legend>
      <Check isOn={choice.isOn} onTurn={(isOn) => onChange({ ...choice, isOn })}>
        Replace public addresses, hosts and users
      </Check>
      <div className="pl-8">
        <Check
          isOn={choice.privateAddresses}
          isOff={!choice.isOn}
          onTurn={(privateAddresses) => onChange({ ...choice, privateAddresses })}
        >
          Private addresses too
        </Check>
        <Check
          isOn={choice.programs}
          isOff={!choice.isOn}
          onTurn={(programs) => onChange({ ...choice, programs })}
        >
          Program names too
        </Check>
      </div>
      <p className="mt-2 text-[1rem] leading-normal text-soft">
        {!choice.isOn
          ? "Copies and files are not redacted. A link always is."
          : failed
            ? "It could not be redacted. Nothing is copied or saved then."
            : (value?.sentence ??
              "The same name everywhere for the same address, host or user. Ports, states and programs stay.")}
      </p>
      {choice.isOn && (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)} className="mt-1">
          <summary className="inline-flex min-h-8 items-center text-[1rem] text-soft underline underline-offset-4 hover:text-ink">
            See how it begins
          </summary>
          {isOpen && (
            <pre
              dir="ltr"
              tabIndex={0}
              aria-label="The first lines, redacted"
              aria-busy={isWaiting}
              className="mt-1 min-h-16 overflow-x-auto rounded-box border border-line bg-panel px-3 py-2 text-[0.8rem] leading-relaxed"
            >
              {value === null ? "…" : value.lines.join("\n")}
              {value?.hasMore === true && "\n…"}
            </pre>
          )}
        </details>
      )}
    </fieldset>
  );
}

interface CheckProps {
  readonly isOn: boolean;
  readonly isOff?: boolean;
  readonly onTurn: (isOn: boolean) => void;
  readonly children: string;
}

function Check({ isOn, isOff = false, onTurn, children }: CheckProps) {
  return (
    <label className={`flex min-h-8 items-baseline gap-x-3 py-0.5 ${isOff ? "text-soft" : ""}`}>
      <input
        type="checkbox"
        checked={isOn && !isOff}
        disabled={isOff}
        onChange={(event) => onTurn(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
