import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { PutInOrder } from "#learning/question";
import { InlineText } from "#ui/inline-text";
import { ANSWER_FIELD } from "./answer-from-form.ts";
import { ChoiceShape } from "./choice-shape.tsx";
import { type QuestionFieldProps, QuestionFieldset } from "./question-fieldset.tsx";
import type { ChoiceMark } from "./verdict.ts";

const MOVE =
  "inline-flex size-11 items-center justify-center rounded-lg border border-line hover:border-ink/70 aria-disabled:opacity-40";

/** Items that can be dragged by their numbers; a button up and a button down do the same. */
export function PutInOrderField(props: QuestionFieldProps<PutInOrder>) {
  const { question, given, marks } = props;
  const [order, setOrder] = useState(given?.kind === "put-in-order" ? given.order : question.shown);
  const [said, setSaid] = useState("");
  const [dragged, setDragged] = useState<number | null>(null);
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
    tell(item, place + by);
  }

  function tell(item: number, place: number) {
    setSaid(`${plain(question.items[item]?.text ?? "")} is now ${place + 1} of ${order.length}.`);
  }

  // The list holds the pointer, since the item itself moves in the document while it is dragged.
  function grasp(event: PointerEvent, item: number) {
    if (marks !== null || event.button !== 0) return;
    list.current?.setPointerCapture(event.pointerId);
    setDragged(item);
  }

  function drag({ clientY }: PointerEvent) {
    if (dragged === null || list.current === null) return;
    const place = placeAt(list.current, order.indexOf(dragged), clientY);
    if (order[place] === dragged) return;
    setOrder(order.filter((item) => item !== dragged).toSpliced(place, 0, dragged));
  }

  function drop() {
    if (dragged !== null) tell(dragged, order.indexOf(dragged));
    setDragged(null);
  }

  return (
    <QuestionFieldset
      {...props}
      hint={
        marks === null
          ? "The first comes at the top. Use the arrows, or drag a number."
          : "The first comes at the top."
      }
    >
      <ol
        ref={list}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={drop}
        className="mt-4 grid list-none gap-2 p-0"
      >
        {order.map((item, place) => {
          const text = question.items[item]?.text ?? "";
          return (
            <li
              key={item}
              className={`grid grid-cols-[2.5rem_1fr_auto] items-center gap-x-1 rounded-lg border py-1 pr-1 ${dragged === item ? "border-ink bg-lit" : "border-line bg-paper"}`}
            >
              <span
                onPointerDown={(event) => grasp(event, item)}
                className={`flex min-h-11 items-center justify-center self-stretch font-mono text-soft ${marks === null ? "cursor-grab touch-none select-none" : ""}`}
              >
                {place + 1}
              </span>
              <span className="flex items-center gap-x-2">
                <RowMark mark={marks?.[item]} />
                <span>
                  <InlineText>{text}</InlineText>
                </span>
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

function RowMark({ mark }: { mark: ChoiceMark | undefined }) {
  if (mark === undefined) return null;
  return (
    <>
      <ChoiceShape shape={mark.shape} />
      <span className="sr-only">{mark.label}: </span>
    </>
  );
}

/** The place in the list for what is dragged to `y`: where it passes another's middle, they change places. */
function placeAt(list: Element, from: number, y: number): number {
  const isPassed = (item: Element, place: number) => {
    const { top, height } = item.getBoundingClientRect();
    return place < from ? y < top + height / 2 : y > top + height / 2;
  };
  const items = [...list.children];
  const above = items.findIndex((item, place) => place < from && isPassed(item, place));
  const below = items.findLastIndex((item, place) => place > from && isPassed(item, place));
  return above >= 0 ? above : below >= 0 ? below : from;
}

function plain(text: string): string {
  return text.replaceAll("`", "");
}
