import { useMemo } from "react";
import { Link } from "react-router";
import { StrengthBar } from "#figures/strength-bar";
import type { AttemptLog } from "#learning/attempt";
import { FLASH_CARDS, cardStanding } from "#learning/flash-cards";
import { GENERATORS } from "#learning/generators";
import { ALL_TOPICS } from "#learning/quiz-plan";
import { standingByTopic } from "#learning/standing";
import { TOPICS, type Topic } from "#learning/topic";
import { useAttemptLog } from "#storage/use-practice";
import { paths } from "#paths";
import { Beliefs } from "./beliefs.tsx";
import { DueAhead } from "./due-ahead.tsx";
import { dueText, duesOf } from "./due.model.ts";
import { History } from "./history.tsx";
import { KeptPractice } from "./kept-practice.tsx";
import { standingText } from "./standing-text.model.ts";
import { useToday } from "./use-today.ts";

const LINK = "inline-flex min-h-6 items-center underline hover:text-accent";

/** How one stands in what was practised: due, by topic, by belief, day by day; and the way out of the browser and in. */
export function PracticeProgress() {
  const log = useAttemptLog();
  const today = useToday();
  const dues = useMemo(() => duesOf(log, GENERATORS, today), [log, today]);
  return (
    // Nothing is told before it is known.
    <div className={`max-w-prose noscript:hidden ${today === 0 ? "invisible" : ""}`}>
      <section aria-labelledby="due" className="mt-8">
        <h2 id="due" className="text-2xl">
          What is due
        </h2>
        <p className="mt-3 min-h-[3.2em] sm:min-h-[1.6em]">{dueText(dues, today)}</p>
        <p className="mt-1">
          <Link to={paths.review()} className={LINK}>
            To the review
          </Link>
        </p>
        <DueAhead dues={dues} now={today} />
      </section>
      <ByTopic log={log} />
      <Beliefs log={log} now={today} />
      <History log={log} now={today} />
      <KeptPractice log={log} now={today} />
    </div>
  );
}

function ByTopic({ log }: { log: AttemptLog }) {
  const standings = standingByTopic(log, GENERATORS);
  const cards = cardStanding(log);
  return (
    <section aria-labelledby="by-topic" className="mt-12">
      <h2 id="by-topic" className="text-2xl">
        By topic
      </h2>
      <p className="mt-3 text-soft">
        The bar shows how strong you are: the newest answers weigh most. Dashed is what was not
        asked yet.
      </p>
      <ul className="mt-3">
        {ALL_TOPICS.map((topic) => (
          <Row
            key={topic}
            name={TOPICS[topic]}
            strength={standings[topic].strength}
            text={standingText(standings[topic])}
            to={practiceOf(topic)}
            action="Practise"
          />
        ))}
        <Row
          name="Flash cards"
          strength={cards.turned === 0 ? null : cards.known / FLASH_CARDS.length}
          text={`${cards.turned} of ${FLASH_CARDS.length} turned, ${cards.known} known.`}
          to={paths.cards()}
          action="Turn"
        />
      </ul>
    </section>
  );
}

function practiceOf(topic: Topic): string {
  return `${paths.practice()}?topics=${topic}`;
}

function Row({
  name,
  strength,
  text,
  to,
  action,
}: {
  name: string;
  strength: number | null;
  text: string;
  to: string;
  action: string;
}) {
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-1.5 border-t border-line py-3">
      <h3 className="text-[1.1rem]">{name}</h3>
      <Link to={to} aria-label={`${action}: ${name}`} className={`${LINK} print:hidden`}>
        {action}
      </Link>
      <div className="col-span-2">
        <StrengthBar strength={strength} />
      </div>
      <p className="col-span-2 text-[1rem] text-soft">{text}</p>
    </li>
  );
}
