import type { ChooseOne } from "#learning/question";
import { ChoiceList } from "./choice-list.tsx";
import { type QuestionFieldProps, QuestionFieldset } from "./question-fieldset.tsx";

export function ChooseOneField(props: QuestionFieldProps<ChooseOne>) {
  const { given } = props;
  return (
    <QuestionFieldset {...props} role="radiogroup">
      <ChoiceList
        type="radio"
        choices={props.question.choices}
        marks={props.marks}
        chosen={given?.kind === "choose-one" && given.chosen !== null ? [given.chosen] : []}
        invalid={props.invalid}
      />
    </QuestionFieldset>
  );
}
