import { Link } from "react-router";
import { SCENARIOS } from "#simulator/scenarios";
import { SCENARIO_QUESTIONS } from "#simulator/scenarios/scenario";
import { paths } from "#paths";

/** Every scenario of the library under the question that it answers. Isolated: painted anew for nothing outside it. */
export function ScenarioGallery({ current }: { current?: string }) {
  return (
    <div className="isolate gap-x-10 [contain-intrinsic-size:auto_150rem] [content-visibility:auto] md:columns-2">
      {SCENARIO_QUESTIONS.map((question) => (
        <section key={question} className="mb-8 break-inside-avoid">
          <h3 className="text-[1.2rem]">{question}</h3>
          <ul className="mt-2 border-t border-line">
            {SCENARIOS.filter((each) => each.question === question).map(({ id, title, trace }) => (
              <li key={id} className="border-b border-line">
                <Link
                  to={paths.scenario(id)}
                  aria-current={id === current ? "page" : undefined}
                  className="flex min-h-11 flex-wrap items-baseline justify-between gap-x-4 py-2 underline decoration-transparent hover:text-accent hover:decoration-current aria-[current=page]:font-[650]"
                >
                  {title}
                  {trace !== null && (
                    <span className="text-[0.9rem] text-soft">checked against Linux</span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
