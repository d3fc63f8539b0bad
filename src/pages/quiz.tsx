import { Suspense, lazy } from "react";
import { Link, useSearchParams } from "react-router";
import { TOPICS } from "#learning/topic";
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
    <>
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
        <p className="mt-2 text-soft">
          Each chapter of{" "}
          <Link to={paths.course()} className="underline hover:text-ink">
            the course
          </Link>{" "}
          has a test of its own, which tells what you can skip.
        </p>
      </section>
      <section aria-labelledby="covered" className="mt-10 max-w-prose">
        <h2 id="covered" className="text-xl">
          What it covers
        </h2>
        <p className="mt-2 hidden noscript:block">
          A quiz needs script. Without it, each lesson of the course has its questions, with the
          answers to unfold.
        </p>
        <p className="mt-2">{Object.values(TOPICS).join(", ")}.</p>
      </section>
    </>
  );
}
