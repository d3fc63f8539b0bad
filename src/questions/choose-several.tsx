import type { ChooseSeveral } from "#learning/question";
import { ChoiceList } from "./choice-list.tsx";
import { type QuestionFieldProps, QuestionFieldset } from "./question-fieldset.tsx";

export function ChooseSeveralField(props: QuestionFieldProps<ChooseSeveral>) {
  const { given } = props;
  return (
    <QuestionFieldset {...props} hint="Choose all that fit.">
      <ChoiceList
        type="checkbox"
        choices={props.question.choices}
        marks={props.marks}
        chosen={given?.kind === "choose-several" ? [...given.chosen] : []}
        invalid={props.invalid}
      />
    </QuestionFieldset>
  );
}
