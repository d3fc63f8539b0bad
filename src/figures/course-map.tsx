import { Link } from "react-router";

interface MapChapter {
  readonly title: string;
  readonly description: string;
  readonly lessons: readonly {
    readonly href: string;
    readonly title: string;
    readonly description: string;
    readonly minutes: number;
  }[];
}

/** The chapters and lessons there are, in reading order: a voyage line with a stop a lesson. */
export function CourseMap({ chapters }: { chapters: readonly MapChapter[] }) {
  return chapters.map(({ title, description, lessons }, index) => (
    <section key={title} aria-labelledby={`chapter-${index + 1}`} className="mt-8">
      <h2 id={`chapter-${index + 1}`} className="text-2xl">
        <span className="text-soft">Chapter {index + 1}</span> {title}
      </h2>
      <p className="mt-2 max-w-prose text-soft">{description}</p>
      <ol className="mt-5 grid gap-x-10 md:grid-cols-2">
        {lessons.map((lesson, place) => (
          <li key={lesson.href} className="relative border-t border-line">
            <Link to={lesson.href} className="group flex gap-4 py-4">
              <span aria-hidden="true" className="w-6 shrink-0 pt-0.5 font-mono text-soft">
                {place + 1}
              </span>
              <span className="flex-1">
                <span className="block font-[650] group-hover:text-accent group-hover:underline">
                  {lesson.title}
                </span>
                <span className="mt-1 block text-[1rem] leading-normal text-soft">
                  {lesson.description}
                </span>
              </span>
              <span className="shrink-0 pt-0.5 text-[0.95rem] text-soft">{lesson.minutes} min</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  ));
}
