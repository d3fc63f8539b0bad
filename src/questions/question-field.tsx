import type { Question } from "#learning/question";
import { ChooseOneField } from "./choose-one.tsx";
import { ChooseSeveralField } from "./choose-several.tsx";
import { PointAtField } from "./point-at.tsx";
import { PutInOrderField } from "./put-in-order.tsx";
import type { QuestionFieldProps } from "./question-fieldset.tsx";
import { SortIntoField } from "./sort-into.tsx";
import { TypeNumberField } from "./type-number.tsx";
import { TypeTextField } from "./type-text.tsx";

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
    case "type-text":
      return <TypeTextField question={question} {...rest} />;
    case "sort-into":
      return <SortIntoField question={question} {...rest} />;
    case "put-in-order":
      return <PutInOrderField question={question} {...rest} />;
    case "point-at":
      return <PointAtField question={question} {...rest} />;
  }
}
