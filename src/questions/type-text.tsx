import { useId } from "react";
import type { TypeText } from "#learning/question";
import { ANSWER_FIELD } from "./answer-from-form.ts";
import { type QuestionFieldProps, QuestionFieldset } from "./question-fieldset.tsx";

/** A gap to fill by typing, in the row it belongs to. */
export function TypeTextField(props: QuestionFieldProps<TypeText>) {
  const { question, given, marks, invalid, messageId } = props;
  const { before, after } = question;
  const id = useId();
  const isInRow = before !== "" || after !== "";
  return (
    <QuestionFieldset {...props}>
      <p className="mt-4 flex flex-wrap items-center gap-x-2 gap-y-1 font-mono">
        {isInRow && <span className="whitespace-pre-wrap">{before}</span>}
        <label htmlFor={id} className={isInRow ? "sr-only" : "font-sans"}>
          {isInRow ? "What belongs in the gap" : "Your answer"}
        </label>
        <input
          id={id}
          type="text"
          name={ANSWER_FIELD}
          defaultValue={given?.kind === "type-text" ? given.text : ""}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          readOnly={marks !== null}
          aria-invalid={invalid ? true : undefined}
          aria-describedby={invalid ? messageId : undefined}
          className="min-h-11 w-56 max-w-full rounded-lg border border-ink/70 bg-paper px-3.5 font-mono read-only:border-line read-only:bg-lit aria-invalid:border-2 aria-invalid:border-opening"
        />
        {isInRow && <span className="whitespace-pre-wrap">{after}</span>}
      </p>
    </QuestionFieldset>
  );
}
