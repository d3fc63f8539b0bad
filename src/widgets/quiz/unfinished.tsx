import { useSyncExternalStore } from "react";
import { Link } from "react-router";
import { planQuery } from "#learning/quiz-plan";
import { NO_SITTINGS } from "#learning/sitting-record";
import { currentSittings, watchSittings } from "#storage/sittings";
import { paths } from "#paths";
import { titleOf, topicsText } from "./quiz.model.ts";

/** As many as one would remember having begun. */
const SHOWN = 3;

/** What was begun in this browser and can be gone on with, and the best drill. */
export function Unfinished() {
  const { sittings, best } = useSyncExternalStore(
    watchSittings,
    currentSittings,
    () => NO_SITTINGS,
  );
  const open = sittings.filter(
    ({ plan, given }) => plan.mode !== "drill" && given.length > 0 && given.length < plan.count,
  );
  return (
    <>
      {open.length > 0 && (
        <section aria-labelledby="unfinished" className="mt-8 max-w-prose">
          <h2 id="unfinished" className="text-xl">
            Go on where you stopped
          </h2>
          <ul className="mt-2 list-none p-0">
            {open.slice(0, SHOWN).map(({ plan, given, startedAt }) => (
              <li key={startedAt} className="py-1">
                <Link
                  to={paths.quizPlan(planQuery(plan))}
                  className="inline-flex min-h-6 items-center underline hover:text-accent"
                >
                  {titleOf(plan)}
                </Link>
                <span className="text-soft">
                  : {topicsText(plan)}, {given.length} of {plan.count} answered
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {best !== null && (
        <p className="mt-6 text-soft">Your best drill so far: {best.right} right.</p>
      )}
    </>
  );
}
