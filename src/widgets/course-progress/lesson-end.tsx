import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { type LessonPlace, lessonAddress } from "#curriculum/course";
import { loadQuestions } from "#curriculum/lesson-questions";
import { READING_WORDS, ReadingMark } from "#figures/reading-mark";
import { countAnswered } from "#learning/reading-state";
import { noteLesson } from "#storage/progress";
import { useProgress } from "#storage/use-progress";
import { Button } from "#ui/button";
import { paths } from "#paths";
import { readLessons } from "./course-progress.model.ts";
import { finishesByItself, lessonEnd } from "./lesson-end.model.ts";

/**
 * The end of a lesson: where it stands in its chapter, and whether it is finished. It finishes by itself once this
 * place was reached and every check answered; a button says so, or takes it back, at any time.
 */
export function LessonEnd({ place }: { place: LessonPlace }) {
  const { chapter, lesson } = place;
  const progress = useProgress();
  const address = lessonAddress(place);
  const checks = useChecks(lesson.folder);
  const [end, isReached] = useReached();
  const answered = countAnswered(progress, address, checks);
  const byItself =
    isReached && finishesByItself(progress.lessons[address], answered, checks.length);
  useEffect(() => {
    if (byItself) noteLesson(address, "finished");
  }, [byItself, address]);

  const lessons = readLessons(
    chapter.lessons.map((each) => ({ ...each, address: lessonAddress({ chapter, lesson: each }) })),
    progress,
  );
  const state = lessons.find((each) => each.address === address)?.state ?? "not-begun";
  const { text, action } = lessonEnd(state, answered, checks.length);
  return (
    <section
      aria-labelledby="chapter-so-far"
      className="mt-14 max-w-prose rounded-box border border-line p-4 sm:p-6 print:hidden"
    >
      <h2 id="chapter-so-far" className="text-xl">
        {chapter.title}, lesson {place.number} of {lessons.length}
      </h2>
      <ol className="mt-3 grid text-[1rem]">
        {lessons.map((each) => (
          <li key={each.address}>
            <Link
              to={paths.lesson(chapter.slug, each.slug)}
              aria-current={each.address === address ? "page" : undefined}
              className="group flex min-h-8 items-center gap-2.5 py-0.5 leading-snug"
            >
              <ReadingMark state={each.state} />
              <span className="group-hover:text-accent group-hover:underline group-aria-[current=page]:font-[650]">
                {each.title}
              </span>
              <span className="sr-only">: {READING_WORDS[each.state]}</span>
            </Link>
          </li>
        ))}
      </ol>
      {/* Room for the longest of its texts on a narrow page, so that none moves the button. */}
      <p
        ref={end}
        role="status"
        className="mt-4 min-h-[4.8em] border-t border-line pt-3 text-[1rem] sm:min-h-[4em]"
      >
        {text}
      </p>
      <Button
        look={action.moment === "finished" ? "plain" : "quiet"}
        className="mt-1 min-w-52 noscript:hidden"
        onClick={() => noteLesson(address, action.moment)}
      >
        {action.label}
      </Button>
    </section>
  );
}

/** The ids of the lesson's checks. Its first question is the prediction, which nobody has to make. */
function useChecks(folder: string): readonly string[] {
  const [checks, setChecks] = useState<readonly string[]>([]);
  useEffect(() => {
    let isShown = true;
    loadQuestions(folder).then(
      (questions) => isShown && setChecks(questions.slice(1).map(({ id }) => id)),
      // Without them the lesson is finished by the button alone.
      () => {},
    );
    return () => void (isShown = false);
  }, [folder]);
  return checks;
}

/** Whether the element has been in view. */
function useReached() {
  const element = useRef<HTMLParagraphElement>(null);
  const [isReached, setReached] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      setReached(true);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, isReached] as const;
}
