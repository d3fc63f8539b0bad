import type { RefObject } from "react";
import { Link } from "react-router";
import { type Chapter, lessonAddress } from "#curriculum/course";
import { ReadingMark } from "#figures/reading-mark";
import type { LessonResult } from "#learning/chapter-test";
import { AnsweredQuestion } from "#questions/answered-question";
import { Button } from "#ui/button";
import { paths } from "#paths";

/** Lesson by lesson: whether it can be skipped, and every question with its reasons. */
export function TestResults({
  heading,
  chapter,
  results,
  onAgain,
}: {
  heading: RefObject<HTMLHeadingElement | null>;
  chapter: Chapter;
  results: readonly LessonResult[];
  onAgain: () => void;
}) {
  const known = results.filter(({ isKnown }) => isKnown).length;
  return (
    <section aria-labelledby="result" className="mt-8 max-w-prose">
      <h2 id="result" ref={heading} tabIndex={-1} className="text-2xl">
        {summary(known, results.length)}
      </h2>
      <p className="mt-3 text-soft">{advice(known, results.length)}</p>
      <ol className="mt-6">
        {results.map((result) => (
          <li key={result.lesson} className="border-t border-line py-4">
            <LessonOutcome chapter={chapter} result={result} />
          </li>
        ))}
      </ol>
      <p className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-3 print:hidden">
        <Button onClick={onAgain}>Another test</Button>
        <Link to={paths.course()} className="underline hover:text-accent">
          To the course
        </Link>
      </p>
    </section>
  );
}

function LessonOutcome({ chapter, result }: { chapter: Chapter; result: LessonResult }) {
  const { items, right, isKnown } = result;
  const lesson = chapter.lessons.find(
    (lesson) => lessonAddress({ chapter, lesson }) === result.lesson,
  );
  if (lesson === undefined) return null;
  return (
    <>
      <h3 className="text-[1.15rem]">
        <Link
          to={paths.lesson(chapter.slug, lesson.slug)}
          className="inline-flex min-h-6 items-center underline hover:text-accent"
        >
          {lesson.title}
        </Link>
      </h3>
      <p className="mt-1 flex items-start gap-2">
        <span className="mt-1">
          <ReadingMark state={isKnown ? "known" : "not-begun"} />
        </span>
        {isKnown
          ? "Known: you can skip this lesson."
          : `${right} of ${items.length} right: worth reading, ${lesson.minutes} minutes.`}
      </p>
      {items.map(({ question, settled }) => (
        <AnsweredQuestion key={question.id} question={question} settled={settled} />
      ))}
    </>
  );
}

function summary(known: number, total: number): string {
  if (known === total) return `You know ${total === 1 ? "the lesson" : `all ${total} lessons`}.`;
  if (known === 0) return "There is something new for you in every lesson.";
  return `You know ${known} of ${total} lessons.`;
}

function advice(known: number, total: number): string {
  if (known === total)
    return "You can go on to the next chapter. The course map shows these lessons as known.";
  if (known === 0) return "Open a question to see the reasons, or begin with the first lesson.";
  return "The course map shows those as known. The others name what was missed: open a question to see the reasons.";
}
