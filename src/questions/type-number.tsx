import { useId } from "react";
import type { TypeNumber } from "#learning/question";
import { ANSWER_FIELD } from "./answer-from-form.ts";
import { type QuestionFieldProps, QuestionFieldset } from "./question-fieldset.tsx";

export function TypeNumberField(props: QuestionFieldProps<TypeNumber>) {
  const { given, marks, invalid, messageId } = props;
  const id = useId();
  return (
    <QuestionFieldset {...props}>
      <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor={id}>Your answer</label>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          name={ANSWER_FIELD}
          defaultValue={given?.kind === "type-number" ? given.text : ""}
          autoComplete="off"
          readOnly={marks !== null}
          aria-invalid={invalid ? true : undefined}
          aria-describedby={invalid ? messageId : undefined}
          className="min-h-11 w-40 rounded-lg border border-ink/70 bg-paper px-3.5 font-mono read-only:border-line read-only:bg-lit aria-invalid:border-2 aria-invalid:border-opening"
        />
      </p>
    </QuestionFieldset>
  );
}
