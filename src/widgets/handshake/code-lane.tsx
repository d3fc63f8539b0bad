import { Fragment, memo, useEffect, useRef } from "react";
import { codeFrame, type CodeLine, type LineStatus, type ProgramFrame } from "./code-lane.model.ts";
import { ASKABLE, useAsking } from "./asking.tsx";
import type { LaneProps } from "./lane.ts";
import { programName } from "./names.model.ts";
import { callIn } from "./link-key.ts";
import { usePointing } from "./pointing.tsx";
import { useMarking } from "./quotes.tsx";
import type { Language } from "./settings.model.ts";
import { useSomeAtOnce } from "./some-at-once.ts";

interface CodeLaneProps extends LaneProps {
  readonly language: Language;
}

/** Each program of the host, line by line, with where it is. */
export const CodeLane = memo(function CodeLane({
  timeline,
  position,
  host,
  language,
}: CodeLaneProps) {
  const { programs } = codeFrame(timeline, position, host, language);
  if (programs.length === 0)
    return <p className="text-[0.95rem] text-soft">No program of this run is on {host}.</p>;
  return (
    <div className="space-y-3">
      {programs.map((program) => (
        <Program key={program.name} program={program} host={host} isAlone={programs.length === 1} />
      ))}
    </div>
  );
});

function Program({
  program,
  host,
  isAlone,
}: {
  program: ProgramFrame;
  host: string;
  isAlone: boolean;
}) {
  const { name, current } = program;
  const lines = useSomeAtOnce(program.lines, isSameLine);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current !== null && current !== null) keepInView(box.current, current);
  }, [current]);
  const title = programName(host, name);
  return (
    <div>
      {!isAlone && <p className="mb-1 text-[0.95rem] text-soft">{title}</p>}
      <div
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={title}
        className="relative max-h-[var(--code-height,20rem)] overflow-y-auto print:max-h-none rounded-lg border border-line bg-panel py-1.5"
      >
        <ol>
          {lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </ol>
      </div>
    </div>
  );
}

const isSameLine = (one: CodeLine, other: CodeLine) =>
  one.key === other.key && one.text === other.text;

/** Of what comes before and after the line there is something to see, in px. */
const AIR = 44;

/** Scrolls the box alone: the page stays where the reader has it. */
function keepInView(box: HTMLElement, current: number): void {
  if (box.scrollHeight <= box.clientHeight) return;
  const line = box.querySelectorAll("li")[current];
  if (line === undefined) return;
  const above = line.offsetTop - AIR;
  const below = line.offsetTop + line.offsetHeight + AIR;
  if (above < box.scrollTop) box.scrollTop = above;
  else if (below > box.scrollTop + box.clientHeight) box.scrollTop = below - box.clientHeight;
}

const WORDS: Readonly<Partial<Record<LineStatus, string>>> = {
  now: "now",
  waits: "waits",
  never: "left out",
};

const LOOKS: Readonly<Record<LineStatus, string>> = {
  ahead: "border-transparent text-soft",
  now: "border-accent",
  waits: "border-accent border-dashed",
  last: "border-soft",
  done: "border-transparent",
  never: "border-transparent text-soft",
};

/** May be broken after a bracket that opens, so that no name is torn in two. */
function Breakable({ text }: { text: string }) {
  return text.split(/(?<=\()(?=[^\s()])/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

const Line = memo(function Line({ line }: { line: CodeLine }) {
  const { text, note, status, result, keys, isByHand } = line;
  const marked = useMarking();
  const { askCall } = useAsking();
  const call = callIn(keys);
  const { props } = usePointing(keys);
  const word = WORDS[status];
  return (
    <li
      {...props}
      aria-current={status === "now" || status === "waits" ? "step" : undefined}
      className={`border-l-4 py-px pr-2 pl-6 -indent-4 text-[0.8rem] leading-normal data-lit:bg-lit data-lit:outline data-lit:-outline-offset-1 data-lit:outline-ink/60 ${LOOKS[status]}`}
    >
      <code
        className={`whitespace-pre-wrap wrap-anywhere ${status === "never" ? "line-through" : ""}`}
      >
        {text === "" ? " " : marked(text, Breakable)}
      </code>
      {result !== null && (
        <button
          type="button"
          title="Why?"
          onClick={() => call !== null && askCall(call)}
          className={`-my-1 ml-3 min-w-6 text-left font-mono wrap-anywhere indent-0 ${ASKABLE} ${result.isError ? "font-[650]" : "text-soft"}`}
        >
          {marked(result.text.replace(/^= /, "=\u00A0"))}
        </button>
      )}
      {isByHand && <span className="ml-3 text-soft">by hand</span>}
      {word !== undefined && <strong className="ml-3 font-[650] text-accent">{word}</strong>}
      {note !== null && <span className="block indent-0 text-soft">{note}</span>}
    </li>
  );
});
