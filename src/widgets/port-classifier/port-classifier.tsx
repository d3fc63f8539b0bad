import { Suspense, use, useDeferredValue, useId, useState } from "react";
import { useTypedText } from "#ui/typed-query";
import { type ClassifierFrame, ROWS_AT_ONCE, classifierFrame } from "./port-classifier.model.ts";
import { PortAnswer } from "./port-answer.tsx";
import { loadRegistry } from "./registry-source.ts";

/**
 * A field and its answer. In a lesson it stands alone and answers in place. On a page of its own,
 * `onQuery` hears what is typed, so that the address can follow, and links lead to other pages.
 */
export function PortClassifier({
  query = "",
  onQuery,
}: {
  query?: string;
  onQuery?: (query: string) => void;
}) {
  const [text, setText] = useTypedText(query);
  const shown = useDeferredValue(text);
  const id = useId();

  function ask(next: string) {
    setText(next);
    onQuery?.(next);
  }

  // Whether a text can be answered does not depend on the registry.
  const asked = classifierFrame(shown, null);
  const [answered, setAnswered] = useState(asked.kind === "error" ? "" : shown);
  if (asked.kind !== "error" && answered !== shown) setAnswered(shown);
  const inLesson = onQuery === undefined;

  return (
    <div
      className={`@container ${inLesson ? "wide rounded-box border border-line px-4 py-5 sm:px-6" : ""}`}
    >
      <form role="search" onSubmit={(event) => event.preventDefault()} className="max-w-prose">
        <label htmlFor={id} className="block text-soft">
          A port, a list, a service’s name, an endpoint or a URL
        </label>
        <input
          id={id}
          type="text"
          value={text}
          onChange={(event) => ask(event.target.value)}
          onPaste={(event) => {
            // The field would drop the line ends, and with them what tells a listing from a word.
            const pasted = event.clipboardData.getData("text");
            if (!/[\r\n]/.test(pasted.trim())) return;
            event.preventDefault();
            ask(pasted);
          }}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          enterKeyHint="search"
          aria-invalid={asked.kind === "error"}
          aria-describedby={`${id}-message`}
          className="mt-2 block h-14 w-full rounded-box border-2 border-ink bg-paper px-5 font-mono text-xl"
        />
        <p
          id={`${id}-message`}
          role="status"
          className="mt-2 min-h-24 text-[1rem] leading-normal @lg:min-h-14"
        >
          {message(asked, answered)}
        </p>
      </form>
      <div className="mt-2 min-h-96">
        <Answer text={answered} onAsk={inLesson ? ask : undefined} />
      </div>
    </div>
  );
}

/** Begins with the first rows of a long answer; more at a press. */
function Answer({ text, onAsk }: { text: string; onAsk: ((query: string) => void) | undefined }) {
  const [asked, setAsked] = useState({ text, rows: ROWS_AT_ONCE });
  if (asked.text !== text) setAsked({ text, rows: ROWS_AT_ONCE });
  const { rows } = asked;
  const shared = { onAsk, onMore: () => setAsked({ text, rows: rows + ROWS_AT_ONCE }) };
  return (
    <Suspense fallback={<PortAnswer frame={classifierFrame(text, null, rows)} {...shared} />}>
      <CompleteAnswer text={text} rows={rows} {...shared} />
    </Suspense>
  );
}

function CompleteAnswer({
  text,
  rows,
  onAsk,
  onMore,
}: {
  text: string;
  rows: number;
  onAsk: ((query: string) => void) | undefined;
  onMore: () => void;
}) {
  const registry = use(loadRegistry());
  return (
    <>
      <PortAnswer frame={classifierFrame(text, registry, rows)} onAsk={onAsk} onMore={onMore} />
      {registry === null && (
        <p role="alert" className="mt-4 text-[1rem]">
          IANA’s registry did not load, so this comes from our own table alone. Loading the page
          again may bring it.
        </p>
      )}
    </>
  );
}

/** What is said under the field. The answer before an error stays, and the message says so. */
function message(frame: ClassifierFrame, answered: string): string {
  switch (frame.kind) {
    case "empty":
      return frame.hint;
    case "error":
      return answered.trim() === ""
        ? frame.message
        : `${frame.message} Below is still the last answer.`;
    case "port":
    case "ports":
    case "search":
      return "";
  }
}
