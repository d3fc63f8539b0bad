import type { MDXComponents } from "mdx/types";
import { type ComponentProps, type ReactNode, use, useEffect, useMemo } from "react";
import { Link } from "react-router";
import { type LessonPlace, lessonAddress, neighboursOf } from "#curriculum/course";
import { loadLesson, loadLessonBelow } from "#curriculum/lesson-content";
import { Crumb } from "#ui/crumb";
import { PageHead } from "#ui/page-head";
import { Term } from "#ui/term";
import { whenNear } from "#ui/when-near";
import { isWithinLesson, paths } from "#paths";

const COMPONENTS: MDXComponents = {
  // The build adds the definition.
  Term: ({ id, ...rest }: { id: string; definition: string; children: ReactNode }) => (
    <Term href={paths.term(id)} {...rest} />
  ),
  a: LessonLink,
  code: InlineCode,
  pre: (props) => (
    <pre
      tabIndex={0}
      className="wide overflow-x-auto rounded-box border border-line bg-panel px-3 py-3 text-[0.8rem] leading-relaxed sm:px-4 sm:text-[0.9rem] [&>code]:bg-transparent [&>code]:p-0"
      {...props}
    />
  ),
  table: (props) => (
    <div tabIndex={0} role="group" aria-label="Table" className="overflow-x-auto">
      <table
        className="w-full border-collapse text-left text-[1rem] [&_td]:border-b [&_td]:border-line [&_td]:py-2 [&_td]:pr-4 [&_td]:align-top [&_th]:border-b [&_th]:border-ink/60 [&_th]:py-2 [&_th]:pr-4"
        {...props}
      />
    </div>
  ),
};

// What is remembered may come after what is read.
const loadProgress = () => import("#storage/progress");
const ignored = () => {};

/** Characters of code that fit the narrowest phone's line. */
const SHORT_CODE = 24;

export function LessonPage({ place }: { place: LessonPlace }) {
  const { chapter, lesson, number } = place;
  const { previous, next } = neighboursOf(place);
  const { default: Opening, frontmatter: about } = use(loadLesson(lesson.folder));
  const components = useMemo(() => ({ ...COMPONENTS, ...questionComponents(place) }), [place]);
  useEffect(() => {
    // Where its script does not come, the lesson can be read all the same.
    loadProgress().then(({ noteLesson }) => noteLesson(lessonAddress(place), "opened"), ignored);
  }, [place]);
  return (
    <article>
      <PageHead title={lesson.title} description={about.description} />
      <Crumb to={paths.course()} above="Course">
        {chapter.title}, lesson {number} of {chapter.lessons.length}, {lesson.minutes} minutes
      </Crumb>
      <p aria-hidden="true" className="mt-2 flex gap-1 print:hidden">
        {chapter.lessons.map(({ slug }) => (
          <span
            key={slug}
            className={`h-1 w-6 rounded-full ${slug === lesson.slug ? "bg-accent" : "bg-line"}`}
          />
        ))}
      </p>
      <h1 tabIndex={-1} className="mt-3 max-w-[22ch] text-4xl sm:text-5xl">
        {lesson.title}
      </h1>
      <section aria-label="Goals" className="mt-6 max-w-prose text-soft">
        <p>After this lesson you can</p>
        <ul className="list-disc pl-6">
          {about.goals.map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ul>
      </section>
      <div className="prose-lesson mt-10">
        <Opening components={components} />
      </div>
      <Below folder={lesson.folder} components={components} />
      <End place={place} />
      <nav
        aria-label="Lessons"
        className="mt-10 flex flex-wrap justify-between gap-6 border-t border-line pt-6 print:hidden"
      >
        <Neighbour place={previous} label="Previous lesson" />
        <Neighbour place={next} label="Next lesson" />
      </nav>
    </article>
  );
}

interface LessonPart {
  readonly folder: string;
  readonly components: MDXComponents;
}

/** The text from its first heading on, with the summary and the sources. */
function LessonBelow({ folder, components }: LessonPart) {
  const { default: Body, frontmatter: about } = use(loadLessonBelow(folder));
  return (
    <div className="prose-lesson">
      <Body components={components} />
      <h2 id="in-short">In short</h2>
      <ul>
        {about.summary.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2 id="sources">Sources</h2>
      <ul>
        {about.sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

// Prerendered like all, but its script, the greater part of a lesson, does not hold up the page's first.
// So do the parts that a lesson is made of, which therefore stand below the first heading.
const Below = whenNear(async () => {
  const { LESSON_PARTS } = await import("#widgets/lesson-parts");
  return ({ folder, components }: LessonPart) => (
    <LessonBelow folder={folder} components={{ ...components, ...LESSON_PARTS }} />
  );
});

const End = whenNear(async () => (await import("#widgets/course-progress/lesson-end")).LessonEnd);

function Neighbour({ place, label }: { place: LessonPlace | null; label: string }) {
  if (place === null)
    return (
      <Link to={paths.course()} className="py-1 underline hover:text-accent">
        All lessons
      </Link>
    );
  return (
    <Link to={paths.lesson(place.chapter.slug, place.lesson.slug)} className="group py-1">
      <span className="block text-[0.95rem] text-soft">{label}</span>
      <span className="font-[650] underline group-hover:text-accent">{place.lesson.title}</span>
    </Link>
  );
}

/** `<Predict>` and `<Check>` name a question of the lesson's own questions.ts. */
function questionComponents(place: LessonPlace): MDXComponents {
  const { folder } = place.lesson;
  const Asked = whenNear(async () => {
    const [{ QuestionCard }, { noteAnswer }, questions] = await Promise.all([
      import("#questions/question-card"),
      loadProgress(),
      import("#curriculum/lesson-questions").then(({ loadQuestions }) => loadQuestions(folder)),
    ]);
    return function Asked({ id, purpose }: { id: string; purpose: "predict" | "check" }) {
      const question = questions.find((each) => each.id === id);
      if (question === undefined) throw new Error(`${folder} has no question "${id}".`);
      return (
        <QuestionCard
          purpose={purpose}
          question={question}
          onSettled={(settled) => noteAnswer(lessonAddress(place), id, settled, purpose)}
        />
      );
    };
  });
  return {
    Predict: ({ question }: { question: string }) => <Asked id={question} purpose="predict" />,
    Check: ({ question }: { question: string }) => <Asked id={question} purpose="check" />,
  };
}

/** What fits any line stays on one: a command broken at its hyphen reads as two. */
function InlineCode({ children, ...rest }: ComponentProps<"code">) {
  const isShort =
    typeof children === "string" && children.length <= SHORT_CODE && !children.includes("\n");
  return (
    <code className={isShort ? "code-inline whitespace-nowrap" : "code-inline"} {...rest}>
      {children}
    </code>
  );
}

/** Links inside the app keep to the router; others leave the page, which names nobody to them. */
function LessonLink({ href = "", children, ...rest }: ComponentProps<"a">) {
  return href.startsWith("/") ? (
    <Link to={href} reloadDocument={isWithinLesson(href)} {...rest}>
      {children}
    </Link>
  ) : (
    <a href={href} rel="noreferrer" {...rest}>
      {children}
    </a>
  );
}
