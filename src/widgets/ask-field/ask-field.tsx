import { useDeferredValue, useId, useRef, useState } from "react";
import { type Ask, EXAMPLES, askOf } from "./ask-field.model.ts";

/** The field's text, and what it asks for; the answer may lag behind fast typing, the text never does. */
export function useAsk(first: string): {
  text: string;
  setText: (text: string) => void;
  ask: Ask;
} {
  const [text, setText] = useState(first);
  return { text, setText, ask: askOf(useDeferredValue(text)) };
}

/** A longer listing scrolls in the field, so that its reading below stays in view. */
const LINES_SHOWN = 6;

/** A text area of one line: a pasted listing keeps its lines, and Enter asks. */
export function AskField({
  value,
  sample,
  onChange,
}: {
  value: string;
  /** A listing to try the decoder with. */
  sample: string;
  onChange: (value: string) => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const lines = value.split("\n", LINES_SHOWN).length;
  const isLong = lines > 1;

  function ask(text: string) {
    onChange(text);
    field.current?.focus();
  }

  return (
    <div>
      <label htmlFor={id} className="block text-soft">
        A port, a service, an address, a URL, or a whole netstat listing
      </label>
      <textarea
        ref={field}
        id={id}
        value={value}
        rows={lines}
        wrap={isLong ? "off" : "soft"}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        aria-describedby={`${id}-examples`}
        onFocus={(event) => {
          if (!isLong) event.target.select();
        }}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          // A listing may be edited line by line; a single line has nothing below it.
          if (event.key === "Enter" && !isLong) event.preventDefault();
        }}
        className={`mt-2 block w-full resize-none rounded-box border-2 border-ink bg-paper px-5 font-mono ${isLong ? "py-3 text-[0.9rem] leading-relaxed" : "h-14 overflow-hidden py-3 text-xl"}`}
      />
      <ul id={`${id}-examples`} aria-label="Examples" className="mt-3 flex flex-wrap gap-2">
        {EXAMPLES.map((example) => (
          <li key={example}>
            <Example label={example} onClick={() => ask(example)} />
          </li>
        ))}
        <li>
          <Example label="a listing" onClick={() => ask(sample)} />
        </li>
      </ul>
    </div>
  );
}

function Example({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="inline-flex min-h-9 items-center rounded-full border border-line px-3.5 font-mono text-[0.95rem] text-soft hover:border-ink/70 hover:text-ink"
    >
      {label}
    </button>
  );
}
