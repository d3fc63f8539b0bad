import { type FormEvent, type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import { drillPlan } from "#learning/drill";
import {
  ALL_TOPICS,
  type QuizMode,
  type QuizPlan,
  USUAL_COUNT,
  planQuery,
} from "#learning/quiz-plan";
import { TOPICS, type Topic } from "#learning/topic";
import { keepSitting } from "#storage/sittings";
import { Button } from "#ui/button";
import { Select } from "#ui/select";
import { paths } from "#paths";
import { freshSeed } from "./fresh-seed.ts";
import { MODE_WORDS } from "./quiz.model.ts";
import { begun, entryState } from "./use-sitting.ts";

const COUNTS = ["5", "10", "15", "20", "30", "50"] as const;
const MODES: readonly QuizMode[] = ["quiz", "exam", "drill"];

/** Which kind, of what, how many: then straight to the first question, or to the link for others. */
export function PlanForm() {
  const navigate = useNavigate();
  const [mode, setMode] = useState<QuizMode>("quiz");
  const [topics, setTopics] = useState<readonly Topic[]>(ALL_TOPICS);
  const [count, setCount] = useState<(typeof COUNTS)[number]>(`${USUAL_COUNT}`);
  const [message, setMessage] = useState<string | null>(null);
  const isDrill = mode === "drill";

  function planned(): QuizPlan | null {
    if (isDrill) return drillPlan(freshSeed());
    if (topics.length > 0) return { mode, topics, count: Number(count), seed: freshSeed() };
    setMessage("Choose at least one topic.");
    return null;
  }

  function begin(event: FormEvent) {
    event.preventDefault();
    const plan = planned();
    if (plan === null) return;
    const sitting = begun(plan);
    keepSitting(sitting);
    void navigate(paths.quizPlan(planQuery(plan)), {
      state: entryState({ sitting, isLeft: false, passed: 0 }),
    });
  }

  function makeLink() {
    const plan = planned();
    if (plan !== null) void navigate(paths.quizPlan(planQuery(plan)));
  }

  function choose(topic: Topic, isChosen: boolean) {
    setMessage(null);
    setTopics(ALL_TOPICS.filter((each) => (each === topic ? isChosen : topics.includes(each))));
  }

  return (
    <form
      method="dialog"
      onSubmit={begin}
      className="mt-6 max-w-prose rounded-box border border-line bg-panel p-4 noscript:hidden sm:p-6"
    >
      <Group legend="Which kind?">
        <div className="grid gap-2">
          {MODES.map((each) => (
            <label key={each} className={`${ROW} grid-cols-[1.25rem_1fr] bg-paper px-3.5 py-2.5`}>
              <input
                type="radio"
                name="mode"
                value={each}
                checked={mode === each}
                onChange={() => setMode(each)}
                className="mt-0.5 size-5"
              />
              <span className="leading-snug">
                <span className="font-[650]">{MODE_WORDS[each].name}.</span>{" "}
                {MODE_WORDS[each].tells}
              </span>
            </label>
          ))}
        </div>
      </Group>
      {isDrill ? (
        <p className="mt-6">
          It asks about {TOPICS["port-ranges"].toLowerCase()} and {TOPICS.services.toLowerCase()}.
          Your best is remembered in this browser.
        </p>
      ) : (
        <>
          <Group legend="About what?">
            <div className="grid gap-x-4 sm:grid-cols-2">
              {ALL_TOPICS.map((topic) => (
                <label key={topic} className="flex min-h-11 items-center gap-3">
                  <input
                    type="checkbox"
                    name="topics"
                    value={topic}
                    checked={topics.includes(topic)}
                    onChange={(event) => choose(topic, event.target.checked)}
                    className="size-5 shrink-0"
                  />
                  {TOPICS[topic]}
                </label>
              ))}
            </div>
            <p className="mt-1 flex gap-4 text-[1rem]">
              <QuietButton
                onClick={() => {
                  setMessage(null);
                  setTopics(ALL_TOPICS);
                }}
              >
                All
              </QuietButton>
              <QuietButton onClick={() => setTopics([])}>None</QuietButton>
            </p>
          </Group>
          <Select
            label="How many questions?"
            value={count}
            options={COUNTS.map((each) => [each, each])}
            onChange={setCount}
            className="mt-5 w-48"
          />
        </>
      )}
      <p role="status" className="mt-3 min-h-[1.6em] text-[1rem] font-[550]">
        {message}
      </p>
      <div className="mt-1 flex flex-wrap gap-3">
        <Button type="submit" look="main">
          Begin
        </Button>
        <Button look="quiet" onClick={makeLink}>
          Make a link for others
        </Button>
      </div>
    </form>
  );
}

const ROW =
  "grid min-h-11 gap-x-3 rounded-lg border border-line hover:border-ink/70 has-checked:border-ink has-checked:bg-lit";

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 [&+fieldset]:mt-6">
      <legend className="mb-2 text-[1.15rem] font-[550]">{legend}</legend>
      {children}
    </fieldset>
  );
}

function QuietButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="min-h-6 underline hover:text-accent" onClick={onClick}>
      {children}
    </button>
  );
}
