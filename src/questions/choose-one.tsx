import type { ChooseOne } from "#learning/question";
import { ChoiceList } from "./choice-list.tsx";
import { type QuestionFieldProps, QuestionFieldset } from "./question-fieldset.tsx";

export function ChooseOneField(props: QuestionFieldProps<ChooseOne>) {
  return (
    <QuestionFieldset {...props} role="radiogroup">
      <ChoiceList
        type="radio"
        choices={props.question.choices}
        marks={props.marks}
        invalid={props.invalid}
      />
    </QuestionFieldset>
  );
}
