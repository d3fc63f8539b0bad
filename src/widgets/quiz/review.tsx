import { useMemo, useState } from "react";
import { Link } from "react-router";
import { attemptAt } from "#learning/attempt";
import { drawFrom } from "#learning/draw";
import { cardAttempt } from "#learning/flash-cards";
import { freshInstance } from "#learning/fresh-instance";
import type { Instance } from "#learning/generator";
import { GENERATORS } from "#learning/generators";
import { TOPICS } from "#learning/topic";
import { currentLog, noteAttempt } from "#storage/practice";
import { useAttemptLog } from "#storage/use-practice";
import { Button } from "#ui/button";
import { paths } from "#paths";
import { AskedQuestion } from "./asked-question.tsx";
import { dayOf, dayText } from "./calendar.model.ts";
import { type Dues, type Reviewed, dueText, duesOf } from "./due.model.ts";
import { FlashCardView } from "./flash-card.tsx";
import { freshSeed } from "./fresh-seed.ts";
import { useFocusOnChange } from "./use-focus-on-change.ts";
import { useToday } from "./use-today.ts";

interface Reviewing {
  readonly queue: readonly Reviewed[];
  readonly place: number;
  readonly right: number;
  /** The question of this place; null for a card, and at the end. */
  readonly instance: Instance | null;
}

/** What is due today, one after another, each a fresh question of its making. Each answer is kept at once. */
export function Review() {
  const log = useAttemptLog();
  const now = useToday();
  const dues = useMemo(() => duesOf(log, GENERATORS, now), [log, now]);
  const [reviewing, setReviewing] = useState<Reviewing | null>(null);
  const heading = useFocusOnChange<HTMLHeadingElement>(reviewing?.place ?? null);

  function goTo(queue: readonly Reviewed[], place: number, right: number) {
    const next = queue[place];
    const instance =
      next?.kind === "question"
        ? freshInstance(next.generator, currentLog(), drawFrom(freshSeed()))
        : null;
    setReviewing({ queue, place, right, instance });
  }

  if (reviewing === null) {
    return <Due dues={dues} now={now} onBegin={() => goTo(dues.today, 0, 0)} />;
  }

  const { queue, place, right, instance } = reviewing;
  const reviewed = queue[place];
  if (reviewed === undefined)
    return (
      <section aria-labelledby="review-over" className="mt-8 max-w-prose">
        <h2 id="review-over" ref={heading} tabIndex={-1} className="text-2xl">
          Reviewed: {right} of {queue.length} right
        </h2>
        <p className="mt-3 text-soft">
          {dueText(dues, now)} What was missed comes back tomorrow, what was right later each time.
        </p>
        <p className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-2">
          <Link
            to={paths.practiceProgress()}
            className="inline-flex min-h-11 items-center underline hover:text-accent"
          >
            Your progress
          </Link>
          <Link
            to={paths.practice()}
            className="inline-flex min-h-11 items-center underline hover:text-accent"
          >
            Practise on
          </Link>
        </p>
      </section>
    );

  const next = (isRight: boolean) => goTo(queue, place + 1, right + (isRight ? 1 : 0));
  return (
    <section aria-labelledby="reviewed" className="mt-8 max-w-prose">
      <h2 id="reviewed" ref={heading} tabIndex={-1} className="text-xl">
        {place + 1} of {queue.length}:{" "}
        {reviewed.kind === "card" ? "flash card" : TOPICS[reviewed.generator.topic]}
      </h2>
      <div className="mt-3">
        {reviewed.kind === "card" ? (
          <FlashCardView
            key={reviewed.card.id}
            card={reviewed.card}
            side="port"
            place={`${place + 1} of ${queue.length}, flash card`}
            onGraded={(isKnown) => {
              noteAttempt(cardAttempt(reviewed.card, Date.now(), isKnown));
              next(isKnown);
            }}
          />
        ) : (
          instance !== null && (
            <ReviewedQuestion
              key={place}
              instance={instance}
              isLast={place + 1 === queue.length}
              onNext={next}
            />
          )
        )}
      </div>
    </section>
  );
}

function ReviewedQuestion({
  instance,
  isLast,
  onNext,
}: {
  instance: Instance;
  isLast: boolean;
  onNext: (isRight: boolean) => void;
}) {
  const [isRight, setRight] = useState(false);
  return (
    <AskedQuestion
      instance={instance}
      onSettled={(settled) => {
        noteAttempt(attemptAt(Date.now(), instance, settled));
        setRight(settled.type === "marked" && settled.right);
      }}
      nextLabel={isLast ? "Finish" : "Next"}
      onNext={() => onNext(isRight)}
    />
  );
}

/** What is due, before the review begins. */
function Due({ dues, now, onBegin }: { dues: Dues; now: number; onBegin: () => void }) {
  const { today, ahead } = dues;
  return (
    <section
      aria-labelledby="due"
      // Nothing is told before it is known.
      className={`mt-8 max-w-prose noscript:hidden ${now === 0 ? "invisible" : ""}`}
    >
      <h2 id="due" className="text-2xl">
        Due today
      </h2>
      <p role="status" className="mt-3 min-h-[3.2em] sm:min-h-[1.6em]">
        {dueText(dues, now)}
      </p>
      <p className="mt-3 flex min-h-11 flex-wrap items-center gap-x-6 gap-y-2">
        {today.length > 0 ? (
          <Button look="main" onClick={onBegin}>
            Begin the review
          </Button>
        ) : (
          <Link
            to={paths.practice()}
            className="inline-flex min-h-11 items-center underline hover:text-accent"
          >
            Practise something
          </Link>
        )}
      </p>
      {today.length > 0 && (
        <ul className="mt-5">
          {today.map((each) => (
            <li
              key={each.kind === "card" ? each.card.id : each.generator.id}
              className="border-t border-line py-2"
            >
              {each.kind === "card"
                ? `Flash card: port ${each.card.port}`
                : `${TOPICS[each.generator.topic]}: ${each.generator.practises}`}
            </li>
          ))}
        </ul>
      )}
      {ahead.length > 0 && <Ahead ahead={ahead} now={now} />}
    </section>
  );
}

/** The next days on which something is due. */
function Ahead({ ahead, now }: { ahead: Dues["ahead"]; now: number }) {
  const shown = ahead.slice(0, 7);
  return (
    <>
      <h3 className="mt-8 text-xl">The days after</h3>
      <ul className="mt-2">
        {shown.map(({ day, count }) => (
          <li key={day} className="flex justify-between gap-x-4 border-t border-line py-2">
            <span>{day === dayOf(now) + 1 ? "Tomorrow" : dayText(day, dayOf(now))}</span>
            <span className="font-mono">{count}</span>
          </li>
        ))}
      </ul>
      {ahead.length > shown.length && (
        <p className="border-t border-line py-2 text-soft">And more on later days.</p>
      )}
    </>
  );
}
