import { useMemo } from "react";
import { Link } from "react-router";
import { attemptAt } from "#learning/attempt";
import { drawFrom } from "#learning/draw";
import { cardAttempt } from "#learning/flash-cards";
import { freshInstance } from "#learning/fresh-instance";
import { GENERATORS } from "#learning/generators";
import { TOPICS } from "#learning/topic";
import { currentLog } from "#storage/practice";
import { useAttemptLog } from "#storage/use-practice";
import { Button } from "#ui/button";
import { paths } from "#paths";
import { AskedQuestion } from "./asked-question.tsx";
import { dayOf, dayText } from "./calendar.model.ts";
import { type Dues, type Reviewed, dueByTopic, dueText, duesOf } from "./due.model.ts";
import { FlashCardView } from "./flash-card.tsx";
import { freshSeed } from "./fresh-seed.ts";
import { NotKept } from "./not-kept.tsx";
import { isAskedRight, plainReviewing, readReviewing } from "./reviewing.model.ts";
import { useEntry, useKept } from "./use-entry.ts";
import { useFocusOnChange } from "./use-focus-on-change.ts";
import { useNoting } from "./use-noting.ts";
import { useToday } from "./use-today.ts";

/** What is due today, one after another, each a fresh question of its making. Each answer is kept at once. */
export function Review() {
  const log = useAttemptLog();
  const now = useToday();
  const dues = useMemo(() => duesOf(log, GENERATORS, now), [log, now]);
  const entry = useEntry();
  const [reviewing, show] = useKept(entry, "reviewing", plainReviewing, readReviewing);
  const isOver = reviewing !== null && reviewing.place === reviewing.queue.length;
  const heading = useFocusOnChange<HTMLHeadingElement>(isOver ? -1 : (reviewing?.place ?? null));
  const note = useNoting(entry);

  function goTo(queue: readonly Reviewed[], place: number, right: number) {
    const next = queue[place];
    const asked =
      next?.kind === "question"
        ? {
            instance: freshInstance(next.generator, currentLog(), drawFrom(freshSeed())),
            given: null,
          }
        : null;
    show({ queue, place, right, asked });
  }

  if (reviewing === null) {
    return <Due dues={dues} now={now} onBegin={() => goTo(dues.today, 0, 0)} />;
  }

  const { queue, place, right, asked } = reviewing;
  const rightSince = right + (asked !== null && isAskedRight(asked) ? 1 : 0);
  const reviewed = queue[place];
  if (reviewed === undefined)
    return (
      <section aria-labelledby="review-over" className="mt-8 max-w-prose">
        <h2 id="review-over" ref={heading} tabIndex={-1} className="text-2xl">
          {queue.length === 0
            ? "Nothing was reviewed"
            : `Reviewed: ${right} of ${queue.length} right`}
        </h2>
        <p className="mt-3 text-soft">
          {dueText(dues, now)}
          {queue.length > 0 &&
            " What was missed comes back tomorrow, what was right later each time."}
        </p>
        <p className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-2">
          {dues.today.length > 0 && (
            <Button look="main" onClick={() => goTo(dues.today, 0, 0)}>
              Go on
            </Button>
          )}
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
        <NotKept isElsewhere />
      </section>
    );

  function stop() {
    const done = (asked?.given ?? null) === null ? place : place + 1;
    goTo(queue.slice(0, done), done, rightSince);
  }

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
              note(cardAttempt(reviewed.card, Date.now(), isKnown));
              goTo(queue, place + 1, isKnown ? right + 1 : right);
            }}
          />
        ) : (
          asked !== null && (
            <AskedQuestion
              key={place}
              instance={asked.instance}
              before={asked.given}
              onSettled={(settled, given) => {
                note(attemptAt(Date.now(), asked.instance, settled));
                show({ ...reviewing, asked: { ...asked, given } });
              }}
              nextLabel={place + 1 === queue.length ? "Finish" : "Next"}
              onNext={() => goTo(queue, place + 1, rightSince)}
            />
          )
        )}
      </div>
      <p className="mt-5 flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
        <span className="text-soft">{place > 0 && `${right} of ${place} right so far.`}</span>
        <Button look="quiet" onClick={stop}>
          Stop for now
        </Button>
      </p>
      <NotKept isElsewhere />
    </section>
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
        <Counts
          className="mt-5"
          counts={dueByTopic(dues).map(({ name, count }) => [name, count])}
        />
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
      <Counts
        className="mt-2"
        counts={shown.map(({ day, count }) => [
          day === dayOf(now) + 1 ? "Tomorrow" : dayText(day, dayOf(now)),
          count,
        ])}
      />
      {ahead.length > shown.length && (
        <p className="border-t border-line py-2 text-soft">And more on later days.</p>
      )}
    </>
  );
}

function Counts({
  counts,
  className,
}: {
  counts: readonly (readonly [name: string, count: number])[];
  className: string;
}) {
  return (
    <ul className={className}>
      {counts.map(([name, count]) => (
        <li key={name} className="flex justify-between gap-x-4 border-t border-line py-2">
          <span>{name}</span>
          <span className="font-mono">{count}</span>
        </li>
      ))}
    </ul>
  );
}
