import { useEffect, useRef } from "react";
import type { Instance } from "#learning/generator";
import type { Answer } from "#learning/mark";
import type { Settled } from "#learning/quiz-sitting";
import { QuestionCard } from "#questions/question-card";
import { Button } from "#ui/button";
import { LessonLink } from "./lesson-link.tsx";
import { ProofLink } from "./proof-link.tsx";

/**
 * One question of a generator: asked, told at once, with the way to the lesson and to what shows a belief to be
 * wrong, and then the way on. Give it a key for each question. `onSettled` gets what was answered and how long it
 * took, in milliseconds.
 */
export function AskedQuestion({
  instance,
  before,
  onSettled,
  nextLabel,
  onNext,
}: {
  instance: Instance;
  /** How it was answered before; null where it is new. */
  before: Answer | null;
  onSettled: (settled: Settled, answer: Answer, took: number) => void;
  nextLabel: string;
  onNext: () => void;
}) {
  const elapsed = useElapsed();
  return (
    <QuestionCard
      question={instance.question}
      purpose="check"
      title={null}
      before={before}
      onSettled={(settled, answer) => onSettled(settled, answer, elapsed())}
      proof={ProofLink}
      next={
        <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3 border-t border-line pt-4 print:hidden">
          <Button look="main" onClick={onNext}>
            {nextLabel}
          </Button>
          <span className="text-[1rem] text-soft">
            Lesson: <LessonLink lesson={instance.generator.lesson} />
          </span>
        </div>
      }
    />
  );
}

/** Milliseconds since the component was first shown. */
function useElapsed(): () => number {
  const shownAt = useRef<number | null>(null);
  useEffect(() => {
    shownAt.current ??= performance.now();
  }, []);
  return () => (shownAt.current === null ? 0 : Math.round(performance.now() - shownAt.current));
}
