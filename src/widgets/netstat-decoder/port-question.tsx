import { type FormEvent, useId, useState } from "react";
import { Link } from "react-router";
import type { PortAnswer } from "#netstat/port-question";
import { paths } from "#paths";
import { Button } from "#ui/button";
import { CopyButton } from "#ui/copy-button";
import { InlineText } from "#ui/inline-text";
import type { ListingView } from "./listing-view.ts";
import { visibleText } from "./visible-text.model.ts";

/** "Why is port 8080 busy?" asked of the listing; the port is matched whole. */
export function PortQuestion({ view }: { view: ListingView }) {
  const id = useId();
  const [question, setQuestion] = useState("");
  const [asked, setAsked] = useState<{ overview: unknown; answer: PortAnswer } | null>(null);
  const answer = asked?.overview === view.overview ? asked.answer : null;
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const { overview } = view;
    setAsked({ overview, answer: await view.ask("askPort", question) });
  };
  return (
    <section aria-label="Ask about a port" className="mt-6">
      <form
        onSubmit={(event) => void ask(event)}
        className={`flex flex-wrap items-end gap-x-3 gap-y-2 ${answer?.type === "answer" ? "" : "print:hidden"}`}
      >
        <label htmlFor={id} className="min-h-11 content-center font-[650]">
          Why is port
        </label>
        <input
          id={id}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          aria-describedby={answer?.type === "error" ? `${id}-error` : undefined}
          aria-invalid={answer?.type === "error" || undefined}
          placeholder="8080"
          size={8}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
          className="min-h-11 w-28 rounded-lg border-2 border-ink bg-paper px-3 font-mono"
        />
        <span className="min-h-11 content-center font-[650]">busy?</span>
        <Button type="submit">Ask</Button>
      </form>
      <div role="status" className="mt-3 max-w-prose">
        {answer?.type === "error" && (
          <p id={`${id}-error`} className="border-l-4 border-opening pl-3">
            {answer.message}
          </p>
        )}
        {answer?.type === "answer" && (
          <p className="text-[1.15rem] leading-snug">{visibleText(answer.sentence)}</p>
        )}
      </div>
      {answer?.type === "answer" && <AnswerDetails answer={answer} view={view} />}
    </section>
  );
}

/** Below the one sentence that is read aloud: what it means and what to do. */
function AnswerDetails({
  answer,
  view,
}: {
  answer: Extract<PortAnswer, { type: "answer" }>;
  view: ListingView;
}) {
  const { port, parts, notes, commands } = answer;
  const filter = { port: { port, side: "either" } } as const;
  return (
    <div className="max-w-prose text-[1rem] leading-normal">
      {parts.length > 0 && (
        <ul className="mt-3 grid list-none gap-2 pl-0">
          {parts.map(({ use, sentence: words }) => (
            <li key={use} className="border-l-4 border-line pl-3">
              {visibleText(words)}
            </li>
          ))}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note} className="mt-2 text-soft">
          <InlineText>{visibleText(note)}</InlineText>
        </p>
      ))}
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        {parts.length > 0 && (
          <Button
            look="quiet"
            className="px-3 text-[0.95rem]"
            onClick={() => view.arrange({ ...view.arrangement, filter })}
          >
            Show only these rows
          </Button>
        )}
        {/^\d+$/.test(port) && (
          <Link
            to={paths.portQuery(port)}
            className="inline-flex min-h-6 items-center underline hover:text-accent"
          >
            What port {port} is for
          </Link>
        )}
      </p>
      {commands.length > 0 && (
        <details className="mt-2">
          <summary className="min-h-8">How to find and stop the owner</summary>
          {commands.map(({ system, see, stop, caution }) => (
            <div key={system} className="mt-2">
              <p>
                <strong className="font-[650]">{system}</strong>: see who has it
              </p>
              {see.map((command) => (
                <Command key={command} command={command} />
              ))}
              {stop.length > 0 && <p className="mt-2">End the owner</p>}
              {stop.map((command) => (
                <Command key={command} command={command} />
              ))}
              {caution !== null && (
                <p className="mt-1.5 text-soft">
                  <InlineText>{caution}</InlineText>
                </p>
              )}
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

function Command({ command }: { command: string }) {
  return (
    <div className="mt-1 flex flex-wrap items-center justify-between gap-x-3 rounded-box border border-line bg-panel py-1 pl-4 pr-1">
      <code className="py-1.5 text-[0.95rem] [overflow-wrap:anywhere]">{visibleText(command)}</code>
      <CopyButton text={command} name={command} />
    </div>
  );
}
