import type { PointAt } from "#learning/question";
import { ANSWER_FIELD } from "./answer-from-form.ts";
import { type QuestionFieldProps, QuestionFieldset } from "./question-fieldset.tsx";
import type { ChoiceMark } from "./verdict.ts";

/** After marking: the right place in a whole frame, a wrong one in a broken frame. The reasons say the same in words. */
const FRAMES: Record<ChoiceMark["shape"], string> = {
  tick: "outline-2 outline-established font-[650]",
  cross: "outline-2 outline-opening outline-dashed",
  dot: "",
  dash: "",
};

/** The listing itself, with a radio button on each place that can be pointed at. */
export function PointAtField(props: QuestionFieldProps<PointAt>) {
  const { question, given, marks } = props;
  const { listing, choices } = question;
  return (
    <QuestionFieldset {...props} role="radiogroup" hint="Choose a place in the listing.">
      <pre
        tabIndex={0}
        role="group"
        aria-label="Listing"
        className="-mx-4 mt-3 overflow-x-auto border-y border-line bg-paper px-4 py-2.5 text-[0.85rem] leading-8 sm:-mx-6 sm:px-6"
      >
        {choices.map(({ from, to }, index) => (
          <span key={from}>
            {listing.slice(choices[index - 1]?.to ?? 0, from)}
            <label
              className={`${FRAMES[marks?.[index]?.shape ?? "dash"]} relative cursor-pointer rounded border border-line px-0.5 py-0.5 hover:border-ink/70 has-checked:border-ink has-checked:bg-lit has-checked:font-[650] has-disabled:cursor-default has-focus-visible:outline-3 has-focus-visible:outline-accent`}
            >
              <input
                type="radio"
                name={ANSWER_FIELD}
                value={index}
                defaultChecked={given?.kind === "point-at" && given.chosen === index}
                disabled={marks !== null}
                className="absolute inset-0 m-0 size-full cursor-pointer opacity-0"
              />
              {marks?.[index]?.shape === "tick" && <span className="sr-only">Right: </span>}
              {listing.slice(from, to)}
            </label>
          </span>
        ))}
        {listing.slice(choices.at(-1)?.to ?? 0)}
      </pre>
    </QuestionFieldset>
  );
}
