import { memo } from "react";
import type { ComparedFact, ComparedStep, ComparedTable } from "#simulator/kernel-comparison";
import { MatchMark } from "./match-mark.tsx";

const COLUMNS = "sm:grid sm:grid-cols-[8.5rem_minmax(0,1fr)_minmax(0,1fr)_5.5rem] sm:gap-x-4";

/** The steps as a table of two columns; on a phone each cell stands below the other and says whose it is. */
export function KernelSteps({ steps }: { steps: readonly ComparedStep[] }) {
  return (
    <table className="block w-full border-t border-line text-[0.95rem]">
      <thead className="sr-only border-b border-line font-[650] sm:not-sr-only sm:block">
        <tr className={`py-2 ${COLUMNS}`}>
          <th scope="col" className="text-left">
            What
          </th>
          <th scope="col" className="text-left">
            Linux 6.18
          </th>
          <th scope="col" className="text-left">
            Here
          </th>
          <th scope="col" className="text-left">
            Compared
          </th>
        </tr>
      </thead>
      {steps.map((step, at) => (
        <Step key={`${step.line} ${at}`} step={step} />
      ))}
    </table>
  );
}

const Step = memo(function Step({ step }: { step: ComparedStep }) {
  const { at, title, before, remarks, facts, tables } = step;
  return (
    <tbody className="block border-b border-line py-2.5">
      {before.map((remark) => (
        <tr key={remark} className="block">
          <td colSpan={4} className="block pb-2 text-soft">
            {sentence(remark)}
          </td>
        </tr>
      ))}
      <tr className="block">
        <th scope="rowgroup" colSpan={4} className="block text-left font-[550] wrap-anywhere">
          {at !== null && (
            <span className="mr-3 font-mono text-[0.9em] font-normal text-soft tabular-nums">
              {(at / 1e6).toFixed(3)} s
            </span>
          )}
          {/^[AB]: /.test(title) ? <code>{title}</code> : title}
        </th>
      </tr>
      {facts.map((fact, index) => (
        <Fact
          key={`${fact.line} ${fact.label} ${fact.kernel} ${fact.simulator}`}
          fact={fact}
          showsReason={fact.reason !== null && fact.reason !== facts[index + 1]?.reason}
        />
      ))}
      {remarks.map((remark) => (
        <tr key={remark} className="block">
          <td colSpan={4} className="block text-soft">
            {sentence(remark)}
          </td>
        </tr>
      ))}
      {tables.length > 0 && (
        <tr className="block">
          <td colSpan={4} className="block">
            <Tables tables={tables} />
          </td>
        </tr>
      )}
    </tbody>
  );
});

/** The trace's remarks are notes: they begin small and end without a stop. */
function sentence(remark: string): string {
  const text = remark.replace(/\.$/, "");
  return /^[a-z]+ /.test(text) ? `${text[0]!.toUpperCase()}${text.slice(1)}.` : `${text}.`;
}

/** What several facts in a row have as their reason stands below the last of them. */
function Fact({ fact, showsReason }: { fact: ComparedFact; showsReason: boolean }) {
  const { label, kernel, simulator, match, reason } = fact;
  return (
    <>
      <tr className={`relative mt-1 block ${COLUMNS}`}>
        <td className="block text-soft">{label}</td>
        <Value whose="Linux 6.18" text={kernel} />
        <Value whose="Here" text={simulator} />
        <td className="absolute top-0 right-0 block sm:static">
          <MatchMark match={match} />
        </td>
      </tr>
      {showsReason && (
        <tr className="block">
          <td
            colSpan={4}
            className="mt-1 block max-w-prose border-l-4 border-accent pl-3 sm:ml-[9.5rem]"
          >
            <span className="font-[650]">A known difference. </span>
            {reason}
          </td>
        </tr>
      )}
    </>
  );
}

function Value({ whose, text }: { whose: string; text: string }) {
  return (
    <td className="grid grid-cols-[6rem_minmax(0,1fr)] sm:block">
      <span aria-hidden="true" className="text-soft sm:hidden">
        {whose}
      </span>
      <code className="text-[0.9em] wrap-anywhere">{text}</code>
    </td>
  );
}

function Tables({ tables }: { tables: readonly ComparedTable[] }) {
  const commands = tables.map(({ host, command }) => `${host}$ ${command}`);
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-8 items-center text-soft underline decoration-1 underline-offset-[0.18em]">
        <span className="wrap-anywhere">Printed: {commands.join(", ")}</span>
      </summary>
      <div className="mt-2 grid gap-4 pb-2">
        {tables.map(({ line, host, command, kernel, simulator }) => (
          <div key={line}>
            <p className="font-mono text-[0.9em] wrap-anywhere">
              {host}$ {command}
            </p>
            <div className="mt-1 grid gap-3 md:grid-cols-2">
              <Printed whose="Linux 6.18" what={`${host}$ ${command}`} text={kernel} />
              {simulator === null ? (
                <p className="text-soft">Not simulated here, and not compared.</p>
              ) : (
                <Printed
                  whose={kernel.includes(" timer:") ? "Here, without timers" : "Here"}
                  what={`${host}$ ${command}`}
                  text={simulator}
                />
              )}
            </div>
          </div>
        ))}
      </div>
    </details>
  );
}

function Printed({ whose, what, text }: { whose: string; what: string; text: string }) {
  return (
    <figure className="min-w-0 rounded-box border border-line bg-panel">
      <figcaption className="border-b border-line px-3 py-1 text-[0.9em] text-soft">
        {whose}
      </figcaption>
      <pre
        tabIndex={0}
        aria-label={`${whose}: ${what}`}
        className="overflow-x-auto px-3 py-2 text-[0.75rem] leading-relaxed"
      >
        {text === "" ? "(nothing)" : text}
      </pre>
    </figure>
  );
}
