import { Link } from "react-router";
import type { Chapter } from "#curriculum/course";
import { QUESTIONS_A_LESSON } from "#learning/chapter-test";
import { Crumb } from "#ui/crumb";
import { PageHead } from "#ui/page-head";
import { whenNear } from "#ui/when-near";
import { paths } from "#paths";

const ChapterTest = whenNear(
  async () => (await import("#widgets/chapter-test/chapter-test")).ChapterTest,
);

export function ChapterTestPage({ chapter }: { chapter: Chapter }) {
  return (
    <>
      <PageHead
        title={`Test on ${chapter.title}`}
        description={`A short test on the chapter ${chapter.title}: find out which of its ${chapter.lessons.length} lessons you can skip, and why an answer is right or wrong.`}
      />
      <Crumb to={paths.course()} above="Course">
        {chapter.title}
      </Crumb>
      <h1 tabIndex={-1} className="mt-3 text-4xl sm:text-5xl">
        {chapter.title}: do you know this?
      </h1>
      <p className="mt-5 max-w-prose text-soft">
        Up to {QUESTIONS_A_LESSON * chapter.lessons.length} questions, {QUESTIONS_A_LESSON} on each
        lesson, one answer each. The reasons come at the end. A lesson whose questions you answered
        right is marked as known, and you can skip it; the others show what to read.
      </p>
      <ChapterTest key={chapter.slug} chapter={chapter} />
      <section aria-labelledby="covered" className="mt-12 max-w-prose">
        <h2 id="covered" className="text-xl">
          What it covers
        </h2>
        <p className="mt-2 hidden noscript:block">
          The test needs script. Without it, each lesson has its questions, with the answers to
          unfold.
        </p>
        <ol className="mt-2 list-decimal pl-6">
          {chapter.lessons.map(({ slug, title, minutes }) => (
            <li key={slug} className="py-0.5">
              <Link
                to={paths.lesson(chapter.slug, slug)}
                className="inline-flex min-h-6 items-center underline hover:text-accent"
              >
                {title}
              </Link>
              <span className="text-soft">, {minutes} minutes</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
