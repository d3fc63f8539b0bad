import type { Question } from "#learning/question";
import { ChooseOneField } from "./choose-one.tsx";
import { ChooseSeveralField } from "./choose-several.tsx";
import type { QuestionFieldProps } from "./question-fieldset.tsx";
import { TypeNumberField } from "./type-number.tsx";

/** The fields of any kind of question. */
export function QuestionField({
  question,
  ...rest
}: Omit<QuestionFieldProps<Question>, "question"> & { question: Question }) {
  switch (question.kind) {
    case "choose-one":
      return <ChooseOneField question={question} {...rest} />;
    case "choose-several":
      return <ChooseSeveralField question={question} {...rest} />;
    case "type-number":
      return <TypeNumberField question={question} {...rest} />;
  }
}
