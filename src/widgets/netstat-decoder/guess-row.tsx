import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ChooseOne } from "#learning/question";
import { BriefQuestion } from "#questions/brief-question";
import { Button } from "#ui/button";
import { type GuessResult, resultOf } from "./guess-row.model.ts";

/**
 * A row's questions, one after the other; `onDone` once the last is answered and read. Another row needs
 * another key.
 */
export function GuessRow({
  questions,
  onDone,
}: {
  questions: readonly ChooseOne[];
  onDone: (results: readonly GuessResult[]) => void;
}) {
  const [results, setResults] = useState<readonly GuessResult[]>([]);
  const [place, setPlace] = useState(0);
  const top = useRef<HTMLParagraphElement>(null);
  const question = questions[place];
  if (question === undefined) return null;
  const isLast = place === questions.length - 1;

  function goOn() {
    if (isLast) {
      onDone(results);
      return;
    }
    flushSync(() => setPlace(place + 1));
    top.current?.focus();
  }

  return (
    <div className="rounded-box border border-dashed border-ink/60 bg-paper p-4">
      <p ref={top} tabIndex={-1} className="mb-2 text-[0.95rem] text-soft">
        Guess first{questions.length > 1 && `, ${place + 1} of ${questions.length}`}
      </p>
      <BriefQuestion
        key={question.id}
        question={question}
        onSettled={(settled) => setResults([...results, resultOf(question, settled)])}
      >
        <Button className="mt-4" onClick={goOn}>
          {isLast ? "Show the row in words" : "Next question"}
        </Button>
      </BriefQuestion>
    </div>
  );
}
