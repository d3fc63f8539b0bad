import { Link } from "react-router";
import type { ReadingState } from "#learning/reading-state";
import { READING_WORDS, ReadingMark } from "./reading-mark.tsx";
import { ReadingBar } from "./reading-bar.tsx";

export interface DrawnChapter {
  readonly title: string;
  readonly description: string;
  /** How much there is, and how much is left. */
  readonly extent: string;
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly lessons: readonly {
    readonly href: string;
    readonly title: string;
    readonly description: string;
    readonly minutes: number;
    readonly state: ReadingState;
  }[];
}

/** The chapters and lessons there are, in reading order, and how far each was read. */
export function CourseMap({ chapters }: { chapters: readonly DrawnChapter[] }) {
  return chapters.map((chapter, index) => (
    <section key={chapter.title} aria-labelledby={`chapter-${index + 1}`} className="mt-12">
      <h2 id={`chapter-${index + 1}`} className="text-2xl">
        <span className="text-soft">Chapter {index + 1}</span> {chapter.title}
      </h2>
      <p className="mt-2 max-w-prose text-soft">{chapter.description}</p>
      <p className="mt-3 mb-1 text-[0.95rem] text-soft">{chapter.extent}</p>
      <ReadingBar states={chapter.lessons.map(({ state }) => state)} />
      <p className="mt-2 flex flex-wrap gap-x-6 text-[0.95rem] print:hidden">
        {chapter.links.map(({ href, text }) => (
          <Link
            key={href}
            to={href}
            className="inline-flex min-h-8 items-center underline hover:text-accent"
          >
            {text}
          </Link>
        ))}
      </p>
      <ol className="mt-3 grid gap-x-10 md:grid-cols-2">
        {chapter.lessons.map((lesson, place) => (
          <li key={lesson.href} className="relative border-t border-line">
            <Link
              to={lesson.href}
              className="group flex flex-wrap gap-x-3 gap-y-1 py-4 sm:flex-nowrap sm:gap-x-4"
            >
              <span aria-hidden="true" className="w-6 shrink-0 pt-0.5 font-mono text-soft">
                {place + 1}
              </span>
              <span className="w-[calc(100%-2.25rem)] min-w-0 sm:w-auto sm:flex-1">
                <span className="block font-[650] group-hover:text-accent group-hover:underline">
                  {lesson.title}
                </span>
                <span className="mt-1 block text-[1rem] leading-normal text-soft">
                  {lesson.description}
                </span>
              </span>
              {/* As wide as the longest word, so that none moves the text beside it. */}
              <span className="flex w-full shrink-0 gap-x-4 pl-9 text-[0.95rem] text-soft sm:block sm:w-[5.6rem] sm:pt-0.5 sm:pl-0">
                <span className="sm:block">{lesson.minutes} min</span>
                <span className="flex items-center gap-1.5 sm:mt-1">
                  <ReadingMark state={lesson.state} />
                  <span className={lesson.state === "not-begun" ? "sr-only" : "text-ink"}>
                    {READING_WORDS[lesson.state]}
                  </span>
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  ));
}
