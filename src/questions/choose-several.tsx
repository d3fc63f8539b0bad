import type { ChooseSeveral } from "#learning/question";
import { ChoiceList } from "./choice-list.tsx";
import { type QuestionFieldProps, QuestionFieldset } from "./question-fieldset.tsx";

export function ChooseSeveralField(props: QuestionFieldProps<ChooseSeveral>) {
  return (
    <QuestionFieldset {...props} hint="Choose all that fit.">
      <ChoiceList
        type="checkbox"
        choices={props.question.choices}
        marks={props.marks}
        invalid={props.invalid}
      />
    </QuestionFieldset>
  );
}
