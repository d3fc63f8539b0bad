import { useEffect, useRef, useState } from "react";
import type { PutInOrder } from "#learning/question";
import { InlineText } from "#ui/inline-text";
import { ANSWER_FIELD } from "./answer-from-form.ts";
import { type QuestionFieldProps, QuestionFieldset } from "./question-fieldset.tsx";

const MOVE =
  "inline-flex size-11 items-center justify-center rounded-lg border border-line hover:border-ink/70 aria-disabled:opacity-40";

/** Items with a button up and a button down, so that nothing has to be dragged. */
export function PutInOrderField(props: QuestionFieldProps<PutInOrder>) {
  const { question, marks } = props;
  const [order, setOrder] = useState(question.shown);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    const form = list.current?.closest("form");
    const startAgain = () => setOrder(question.shown);
    form?.addEventListener("reset", startAgain);
    return () => form?.removeEventListener("reset", startAgain);
  }, [question]);

  function move(place: number, by: -1 | 1) {
    const item = order[place];
    const other = order[place + by];
    if (item === undefined || other === undefined) return;
    setOrder(order.with(place, other).with(place + by, item));
    setSaid(
      `${plain(question.items[item]?.text ?? "")} is now ${place + by + 1} of ${order.length}.`,
    );
  }

  return (
    <QuestionFieldset {...props} hint="The first comes at the top.">
      <ol ref={list} className="mt-4 grid list-none gap-2 p-0">
        {order.map((item, place) => {
          const text = question.items[item]?.text ?? "";
          return (
            <li
              key={item}
              className="grid grid-cols-[1.5rem_1fr_auto] items-center gap-x-3 rounded-lg border border-line bg-paper py-1 pr-1 pl-3.5"
            >
              <span className="font-mono text-soft">{place + 1}</span>
              <span>
                <InlineText>{text}</InlineText>
              </span>
              <input type="hidden" name={ANSWER_FIELD} value={item} />
              {marks === null && (
                <span className="flex gap-1">
                  {([-1, 1] as const).map((by) => (
                    <button
                      key={by}
                      type="button"
                      aria-label={`Move ${plain(text)} ${by === -1 ? "up" : "down"}`}
                      // Not disabled, so that the focus stays where it is when an item reaches an end.
                      aria-disabled={order[place + by] === undefined}
                      onClick={() => move(place, by)}
                      className={MOVE}
                    >
                      <svg
                        viewBox="0 0 20 20"
                        aria-hidden="true"
                        className="size-5 fill-none stroke-current stroke-2"
                      >
                        <path d={by === -1 ? "M4 13 10 7 16 13" : "M4 7 10 13 16 7"} />
                      </svg>
                    </button>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </QuestionFieldset>
  );
}

function plain(text: string): string {
  return text.replaceAll("`", "");
}
