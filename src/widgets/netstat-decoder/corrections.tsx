import type { Correction } from "#netstat/decode";
import { dialectOf } from "#netstat/dialects";
import { Button } from "#ui/button";

interface CorrectionsProps {
  readonly corrections: readonly Correction[];
  readonly onChange: (corrections: readonly Correction[]) => void;
}

/** What was said about parts of the text, each to be taken back. */
export function Corrections({ corrections, onChange }: CorrectionsProps) {
  if (corrections.length === 0) return null;
  return (
    <ul className="list-none pl-0 mb-4 grid gap-2">
      {corrections.map((correction) => (
        <li key={correction.from} className="flex flex-wrap items-center gap-x-3 text-[1rem]">
          <span>
            You said: lines {correction.from} to {correction.to} are{" "}
            {correction.dialect === null
              ? "no listing"
              : `from ${dialectOf(correction.dialect).tool}`}
            .
          </span>
          <Button
            look="quiet"
            aria-label={`Take back: lines ${correction.from} to ${correction.to}`}
            className="px-3 text-[0.95rem]"
            onClick={() => onChange(corrections.filter((each) => each !== correction))}
          >
            Take back
          </Button>
        </li>
      ))}
    </ul>
  );
}
