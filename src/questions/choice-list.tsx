import type { Choice } from "#learning/question";
import { InlineText } from "#ui/inline-text";
import { ANSWER_FIELD } from "./answer-from-form.ts";
import { ChoiceShape } from "./choice-shape.tsx";
import type { ChoiceMark } from "./verdict.ts";

/** The choices as native radio buttons or checkboxes, each a row that can be touched as a whole. */
export function ChoiceList({
  type,
  choices,
  marks,
  chosen,
  invalid,
}: {
  type: "radio" | "checkbox";
  choices: readonly Choice[];
  /** Given once the answer is settled: each takes the place of its choice's button. */
  marks: readonly ChoiceMark[] | null;
  /** Indexes of those that were chosen before. */
  chosen: readonly number[];
  invalid: boolean;
}) {
  return (
    <div className="mt-4 grid gap-2">
      {choices.map((choice, index) => (
        <label
          key={choice.text}
          className="grid min-h-11 grid-cols-[1.25rem_1fr] gap-x-3 rounded-lg border border-line bg-paper px-3.5 py-2.5 leading-snug has-enabled:hover:border-ink/70 has-checked:border-ink has-checked:bg-lit has-disabled:cursor-default"
        >
          <input
            type={type}
            name={ANSWER_FIELD}
            value={index}
            defaultChecked={chosen.includes(index)}
            disabled={marks !== null}
            aria-invalid={type === "checkbox" && invalid ? true : undefined}
            className="col-start-1 row-start-1 mt-0.5 size-5 disabled:opacity-0"
          />
          <Marking mark={marks?.[index]} />
          <span className="col-start-2">
            <InlineText>{choice.text}</InlineText>
          </span>
        </label>
      ))}
    </div>
  );
}

function Marking({ mark }: { mark: ChoiceMark | undefined }) {
  if (mark === undefined) return null;
  return (
    <span className="col-start-1 row-start-1">
      <ChoiceShape shape={mark.shape} />
      <span className="sr-only">{mark.label}: </span>
    </span>
  );
}
