import { useState } from "react";
import { useSearchParams } from "react-router";
import { attemptAt } from "#learning/attempt";
import { drawFrom } from "#learning/draw";
import { GENERATORS } from "#learning/generators";
import { lessonStrengths } from "#learning/lesson-strength";
import type { Answer } from "#learning/mark";
import { nextToPractise } from "#learning/practice";
import { ALL_TOPICS } from "#learning/quiz-plan";
import type { Settled } from "#learning/quiz-sitting";
import { TOPICS, type Topic } from "#learning/topic";
import { currentLog, logKeeping } from "#storage/practice";
import { currentProgress } from "#storage/progress";
import { Button } from "#ui/button";
import { useAfterHydration } from "#ui/use-after-hydration";
import { AskedQuestion } from "./asked-question.tsx";
import { freshSeed } from "./fresh-seed.ts";
import { NotKept } from "./not-kept.tsx";
import { type Practising, plainPractising, readPractising } from "./practising.model.ts";
import { useEntry, useKept } from "./use-entry.ts";
import { useFocusOnChange } from "./use-focus-on-change.ts";
import { useNoting } from "./use-noting.ts";

/** Topics that have questions. */
const TAUGHT = ALL_TOPICS.filter((topic) => GENERATORS.some((each) => each.topic === topic));

/** Question after question until it is stopped; what is weak comes more often. Each answer is kept at once. */
export function Practice() {
  const entry = useEntry();
  const [practising, show] = useKept(entry, "practising", plainPractising, readPractising);
  const [last, setLast] = useState<Practising | null>(null);
  const heading = useFocusOnChange<HTMLHeadingElement>(practising?.asked.instance.seed ?? -1);
  const note = useNoting(entry);

  function ask(topics: readonly Topic[], before: Pick<Practising, "answered" | "right">) {
    const generators = GENERATORS.filter(({ topic }) => topics.includes(topic));
    const lessons = lessonStrengths(currentProgress());
    const instance = nextToPractise(currentLog(), generators, drawFrom(freshSeed()), lessons);
    if (instance !== null) show({ ...before, topics, asked: { instance, given: null } });
  }

  function settle(settled: Settled, given: Answer) {
    if (practising === null) return;
    const { instance } = practising.asked;
    note(attemptAt(Date.now(), instance, settled));
    const isRight = settled.type === "marked" && settled.right;
    show({
      ...practising,
      asked: { instance, given },
      answered: practising.answered + 1,
      right: practising.right + (isRight ? 1 : 0),
    });
  }

  if (practising === null)
    return (
      <ChooseTopics
        stopped={last}
        onBegin={(topics) => ask(topics, { answered: 0, right: 0 })}
        heading={last === null ? undefined : heading}
      />
    );

  const { asked, answered, right, topics } = practising;
  const { generator, seed } = asked.instance;
  return (
    <section aria-labelledby="practised" className="mt-8 max-w-prose">
      <h2 id="practised" ref={heading} tabIndex={-1} className="mb-3 text-xl">
        {TOPICS[generator.topic]}
      </h2>
      <AskedQuestion
        key={`${generator.id}-${seed}`}
        instance={asked.instance}
        before={asked.given}
        onSettled={settle}
        nextLabel="Next question"
        onNext={() => ask(topics, { answered, right })}
      />
      <p className="mt-5 flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
        <span role="status" className="text-soft">
          {answered > 0 && `${right} of ${answered} right so far.`}
        </span>
        <Button
          look="quiet"
          onClick={() => {
            setLast(practising);
            show(null);
          }}
        >
          Stop for now
        </Button>
      </p>
      <NotKept isElsewhere />
    </section>
  );
}

function ChooseTopics({
  stopped,
  onBegin,
  heading,
}: {
  /** What was done before this, where something was. */
  stopped: Practising | null;
  onBegin: (topics: readonly Topic[]) => void;
  heading: React.Ref<HTMLHeadingElement> | undefined;
}) {
  const [query] = useSearchParams();
  // The static file cannot know the query.
  const named = useAfterHydration(query.get("topics") ?? "", "").split(",");
  const wanted = TAUGHT.filter((topic) => named.includes(topic));
  const first = wanted.length === 0 ? TAUGHT : wanted;
  const [isNothing, setNothing] = useState(false);
  return (
    <form
      // The boxes keep their own state; another query begins anew.
      key={first.join()}
      method="dialog"
      className="mt-8 max-w-prose noscript:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = new FormData(event.currentTarget).getAll("topic");
        const topics = TAUGHT.filter((topic) => chosen.includes(topic));
        setNothing(topics.length === 0);
        if (topics.length > 0) onBegin(topics);
      }}
    >
      {stopped !== null && (
        <h2 ref={heading} tabIndex={-1} className="mb-5 text-xl">
          {stopped.answered === 0
            ? "Nothing was answered."
            : `${stopped.right} of ${stopped.answered} right.${logKeeping() === "browser" ? " All of it is kept." : ""}`}
        </h2>
      )}
      {stopped !== null && <NotKept isElsewhere />}
      <fieldset>
        <legend className="font-[550]">What to practise</legend>
        <div className="mt-2 grid gap-x-6 sm:grid-cols-2">
          {TAUGHT.map((topic) => (
            <label key={topic} className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                name="topic"
                value={topic}
                defaultChecked={first.includes(topic)}
                className="size-5"
              />
              {TOPICS[topic]}
            </label>
          ))}
        </div>
      </fieldset>
      <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look="main">
          {stopped === null ? "Begin" : "Go on"}
        </Button>
        <span role="status" className="font-[550]">
          {isNothing && "Choose a topic first."}
        </span>
      </p>
    </form>
  );
}
