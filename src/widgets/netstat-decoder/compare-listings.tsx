import { useDeferredValue, useMemo, useState } from "react";
import { Select } from "#ui/select";
import { type ComparisonFrame, moreText } from "./compare.model.ts";
import type { ListingView } from "./listing-view.ts";
import { PasteField, type PastedText } from "./paste-field.tsx";
import { useAnswer } from "./use-answer.ts";
import type { ListingSource } from "./worker-messages.ts";

/** A second listing, and what is different in it. */
export function CompareListings({ view, subject }: { view: ListingView; subject: unknown }) {
  const [other, setOther] = useState<PastedText>({ text: "", origin: null });
  const [when, setWhen] = useState<"later" | "earlier">("later");
  const pasted = useDeferredValue(other);
  const isEmpty = pasted.file === undefined && pasted.text.trim() === "";
  const source: ListingSource =
    pasted.file === undefined
      ? { kind: "text", text: pasted.text }
      : { kind: "file", file: pasted.file };
  const { value, isWaiting, failed } = useAnswer(
    isEmpty ? null : () => view.ask("compare", source, when === "later"),
    when,
    // Another listing on either side asks anew.
    useMemo(() => [subject, pasted], [subject, pasted]),
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 @3xl:grid-cols-2">
      <div>
        <PasteField
          label="The other listing"
          fileLabel="the other listing"
          value={other}
          onChange={setOther}
        />
        <Select
          label="It was made"
          value={when}
          options={[
            ["later", "later than the one above"],
            ["earlier", "earlier than the one above"],
          ]}
          onChange={setWhen}
          className="mt-3"
        />
      </div>
      <div>
        <p role="status" className="text-[1.1rem] leading-snug">
          {!isEmpty && isWaiting && "Comparing…"}
          {!isEmpty && !isWaiting && (failed ? "They could not be compared." : value?.sentence)}
          {isEmpty && (
            <span className="text-[1rem] text-soft">
              Paste a listing of the same machine from another moment. This tells what appeared,
              what went, and what has another state or owner.
            </span>
          )}
        </p>
        {!isEmpty && value !== null && <Changes frame={value} />}
      </div>
    </div>
  );
}

function Changes({ frame }: { frame: ComparisonFrame }) {
  const { caveats, listeners, connections, moreConnections } = frame;
  return (
    <div className="mt-3 grid gap-4 text-[1rem] leading-normal [overflow-wrap:anywhere]">
      {caveats.length > 0 && (
        <ul
          aria-label="What cannot be told"
          className="grid list-none gap-1 border-l-4 border-opening pl-3"
        >
          {caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      )}
      {listeners.map(({ title, sentences }) => (
        <section key={title}>
          <h4 className="font-[650]">{title}</h4>
          <Sentences sentences={sentences} />
        </section>
      ))}
      {connections.length > 0 && (
        <section>
          <h4 className="font-[650]">Connections that came, went or changed</h4>
          {connections.map(({ label, counts, sentences, more }) => (
            <details key={label}>
              <summary className="min-h-8 py-1">
                {label}: {counts}
              </summary>
              <Sentences sentences={sentences} />
              {more > 0 && <p className="pl-5 text-soft">{moreText(more, "connection")}</p>}
            </details>
          ))}
          {moreConnections > 0 && <p className="text-soft">{moreText(moreConnections, "group")}</p>}
        </section>
      )}
    </div>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-1 pl-5">
      {sentences.map((sentence, at) => (
        <li key={at}>{sentence}</li>
      ))}
    </ul>
  );
}
