import { Suspense, use, useDeferredValue, useId, useState } from "react";
import { Link } from "react-router";
import { Button } from "#ui/button";
import { useTypedText } from "#ui/typed-query";
import { isWithinLesson, paths } from "#paths";
import type { EntryKind } from "./search-entry.ts";
import { SHOWN_AT_ONCE, searchFrame } from "./search.model.ts";
import { loadSearch } from "./search-source.ts";

const EXAMPLES = ["TIME-WAIT", "address already in use", "0.0.0.0", "postgres", "backlog"];

/** A field and what it finds. `onQuery` hears what is typed, so that the address can follow. */
export function CourseSearch({
  query,
  onQuery,
}: {
  query: string;
  onQuery: (query: string) => void;
}) {
  const [text, setText] = useTypedText(query);
  const shown = useDeferredValue(text);
  const id = useId();

  function ask(next: string) {
    setText(next);
    onQuery(next);
  }

  return (
    <>
      <form role="search" onSubmit={(event) => event.preventDefault()} className="max-w-prose">
        <label htmlFor={id} className="block text-soft">
          A word, an error message, a command, a port
        </label>
        <input
          id={id}
          type="search"
          value={text}
          onChange={(event) => ask(event.target.value)}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          enterKeyHint="search"
          className="mt-2 block h-14 w-full rounded-box border-2 border-ink bg-paper px-5 text-xl"
        />
      </form>
      <div className="mt-4 min-h-96 max-w-prose">
        {shown.trim() === "" ? (
          <Examples onAsk={ask} />
        ) : (
          <Suspense fallback={<p className="text-soft">Loading what can be found…</p>}>
            <Results query={shown} />
          </Suspense>
        )}
      </div>
    </>
  );
}

function Examples({ onAsk }: { onAsk: (query: string) => void }) {
  return (
    <>
      <ul aria-label="Examples" className="flex flex-wrap gap-2">
        {EXAMPLES.map((example) => (
          <li key={example}>
            <button
              type="button"
              onClick={() => onAsk(example)}
              className="inline-flex min-h-9 items-center rounded-full border border-line px-3.5 text-[0.95rem] text-soft hover:border-ink/70 hover:text-ink"
            >
              {example}
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-6 text-soft">
        Searched are the lessons, the glossary, the simulated runs and the ports to know. It happens
        in this page: what you type goes nowhere.
      </p>
    </>
  );
}

function Results({ query }: { query: string }) {
  const [wanted, setWanted] = useState<EntryKind | null>(null);
  // Another query begins with its first results again.
  const [grown, setGrown] = useState({ query, count: SHOWN_AT_ONCE });
  const count = grown.query === query ? grown.count : SHOWN_AT_ONCE;
  const search = use(loadSearch());
  if (search === null)
    return (
      <p role="alert">
        What can be found did not load. The connection may be down; load the page again, or look
        into <ElsewhereLinks />.
      </p>
    );
  const frame = searchFrame(search, query, wanted, count);
  if (frame === null) return <p role="status">Type at least one letter or digit.</p>;
  const { status, kind, kinds, rows, more, port, registry } = frame;
  return (
    <>
      <p role="status" className="text-soft">
        {status}
      </p>
      {kinds.length > 0 && (
        <div role="group" aria-label="Show" className="mt-3 flex flex-wrap gap-2">
          {[{ kind: null, text: "All" }, ...kinds].map(({ kind: each, text }) => (
            <button
              key={text}
              type="button"
              aria-pressed={kind === each}
              onClick={() => {
                setWanted(each);
                setGrown({ query, count: SHOWN_AT_ONCE });
              }}
              className="inline-flex min-h-9 items-center rounded-full border border-line px-3.5 text-[0.95rem] hover:border-ink/70 aria-pressed:border-ink aria-pressed:bg-panel aria-pressed:font-[650]"
            >
              {text}
            </button>
          ))}
        </div>
      )}
      {port !== null && kind === null && (
        <p className="mt-4">
          <Link to={port.address} className="font-[650] underline hover:text-accent">
            {port.title}
          </Link>
          : its range, its registration and its uses
        </p>
      )}
      <ol aria-label="Results" className="mt-4">
        {rows.map(({ id, label, title, within, excerpt, address }) => (
          <li key={id} className="border-t border-line py-3">
            <p className="text-[0.95rem] text-soft">
              {label}
              {within !== null && `: ${within}`}
            </p>
            {/* A lesson's text loads as it nears the view, so a place within it is opened as a page of its own. */}
            <Link
              to={address}
              reloadDocument={isWithinLesson(address)}
              className="inline-block min-h-6 font-[650] underline hover:text-accent"
            >
              {title}
            </Link>
            <p className="text-[1rem] leading-normal">
              {excerpt.map((piece, index) =>
                piece.isMarked ? (
                  <mark key={index} className="rounded-sm bg-lit font-[650] text-ink">
                    {piece.text}
                  </mark>
                ) : (
                  piece.text
                ),
              )}
            </p>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <Button className="mt-3" onClick={() => setGrown({ query, count: count + SHOWN_AT_ONCE })}>
          Show more ({more} left)
        </Button>
      )}
      <p className="mt-6 text-[1rem] text-soft">
        {registry !== null && (
          <>
            A service that is not here may stand among{" "}
            <Link to={registry} className="underline hover:text-ink">
              all registered names
            </Link>
            .{" "}
          </>
        )}
        To look around instead: <ElsewhereLinks />.
      </p>
    </>
  );
}

function ElsewhereLinks() {
  return (
    <>
      <Link to={paths.course()} className="underline hover:text-ink">
        the course
      </Link>{" "}
      or{" "}
      <Link to={paths.glossary()} className="underline hover:text-ink">
        the glossary
      </Link>
    </>
  );
}
