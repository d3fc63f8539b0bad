import { useId } from "react";
import type { SortInto } from "#learning/question";
import { InlineText } from "#ui/inline-text";
import { ANSWER_FIELD } from "./answer-from-form.ts";
import { type QuestionFieldProps, QuestionFieldset } from "./question-fieldset.tsx";

/** Each item with its native list of bins: sorted by keyboard and by touch alike. */
export function SortIntoField(props: QuestionFieldProps<SortInto>) {
  const { question, given, marks, invalid, messageId } = props;
  const id = useId();
  return (
    <QuestionFieldset {...props}>
      <ul className="mt-4 grid list-none gap-2 p-0">
        {question.items.map(({ text }, item) => (
          <li
            key={text}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-lg border border-line bg-paper px-3.5 py-1.5"
          >
            <label htmlFor={`${id}-${item}`}>
              <InlineText>{text}</InlineText>
            </label>
            <select
              id={`${id}-${item}`}
              name={ANSWER_FIELD}
              defaultValue={given?.kind === "sort-into" ? (given.bins[item] ?? "") : ""}
              // A disabled list would not be sent with the form, and its answer would be lost from view.
              aria-disabled={marks !== null}
              aria-invalid={invalid ? true : undefined}
              aria-describedby={invalid ? messageId : undefined}
              className={`min-h-11 rounded-lg border border-ink/70 bg-paper px-2 aria-invalid:border-opening ${marks === null ? "" : "pointer-events-none border-line bg-lit"}`}
              tabIndex={marks === null ? undefined : -1}
            >
              <option value="">Choose…</option>
              {question.bins.map((bin, index) => (
                <option key={bin} value={index}>
                  {bin}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </QuestionFieldset>
  );
}
