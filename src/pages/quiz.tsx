import { Suspense, lazy, useEffect } from "react";
import { Link, useSearchParams } from "react-router";
import { COURSE } from "#curriculum/course";
import { PageHead } from "#ui/page-head";
import { useAfterHydration } from "#ui/use-after-hydration";
import { whenNear } from "#ui/when-near";
import { paths } from "#paths";

const PlanForm = whenNear(async () => (await import("#widgets/quiz/plan-form")).PlanForm);
const Unfinished = whenNear(async () => (await import("#widgets/quiz/unfinished")).Unfinished);
const LinkedQuiz = lazy(async () => ({
  default: (await import("#widgets/quiz/linked-quiz")).LinkedQuiz,
}));

const WAYS = [
  {
    to: paths.practice(),
    name: "Practice without end",
    text: "One question after another, more of what you find hard.",
  },
  {
    to: paths.review(),
    name: "Today's review",
    text: "What is due today: new questions of the kinds that you answered before.",
  },
  {
    to: paths.cards(),
    name: "Flash cards",
    text: "The ports to know, from number to name and back.",
  },
  {
    to: paths.practiceProgress(),
    name: "Your progress",
    text: "By topic and by belief, with what is due; to save as a file, too.",
  },
  {
    to: paths.quizResult(),
    name: "Check a result",
    text: "Type the code from a result: see its questions and how each came out.",
  },
];

/** /quiz, and /quiz?mode=…&n=…&seed=…, which is that quiz. */
export function QuizPage() {
  const [search] = useSearchParams();
  const query = useAfterHydration(search.toString(), "");
  // Set by public/before-paint.js. From here on the address decides what is shown.
  useEffect(() => document.documentElement.removeAttribute("data-awaits"), []);
  return new URLSearchParams(query).has("seed") ? (
    <Suspense fallback={<p className="mt-8 min-h-96 text-soft">Loading…</p>}>
      <LinkedQuiz key={query} query={query} />
    </Suspense>
  ) : (
    <QuizHub />
  );
}

function QuizHub() {
  return (
    <div className="quiz-hub">
      <PageHead
        title="Quiz"
        description="Quizzes on ports, sockets and netstat without end: each answer explained, a link that asks everyone the same, exams, a timed drill, a daily review."
      />
      <h1 tabIndex={-1} className="mt-8 text-4xl sm:text-5xl">
        Quiz
      </h1>
      <p className="mt-5 max-w-prose text-soft">
        What you practise, you keep. Questions are made anew each time, and every answer is
        explained: why it is right, or what makes it tempting. Nothing about you leaves this
        browser.
      </p>
      <p className="mt-5 hidden max-w-prose noscript:block">
        A quiz needs script. Without it, each lesson of{" "}
        <Link to={paths.course()} className="underline hover:text-accent">
          the course
        </Link>{" "}
        has its questions, with the answers to unfold.
      </p>
      <PlanForm />
      <Unfinished />
      <section aria-labelledby="ways" className="mt-12 max-w-prose">
        <h2 id="ways" className="text-xl">
          Other ways to practise
        </h2>
        <ul className="mt-2 list-none p-0">
          {WAYS.map(({ to, name, text }) => (
            <li key={to} className="py-1">
              <Link
                to={to}
                className="inline-flex min-h-6 items-center underline hover:text-accent"
              >
                {name}
              </Link>
              <span className="text-soft">: {text}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="tests" className="mt-10 max-w-prose">
        <h2 id="tests" className="text-xl">
          A test of each chapter
        </h2>
        <p className="mt-2 text-soft">
          What you know already, you can skip: a chapter's test tells which of its lessons.
        </p>
        <ul className="mt-2 list-none p-0 sm:columns-2">
          {COURSE.map(({ slug, title }) => (
            <li key={slug} className="break-inside-avoid py-1">
              <Link
                to={paths.chapterTest(slug)}
                className="inline-flex min-h-6 items-center underline hover:text-accent"
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
