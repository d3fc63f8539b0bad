import { type FormEvent, memo, useId, useState } from "react";
import { Button } from "#ui/button";
import { Select } from "#ui/select";
import type { LaneProps } from "./lane.ts";
import { NoPower } from "./no-power.tsx";
import {
  offeredCommands,
  outputFrame,
  type OutputFrame,
  type OutputRow,
} from "./output-lane.model.ts";
import { usePointing } from "./pointing.tsx";
import { useMarking } from "./quotes.tsx";

interface OutputLaneProps extends LaneProps {
  readonly command: string;
  readonly onCommand: (command: string) => void;
}

/** What a tool prints on the host at this moment, and the choice of the tool. */
export const OutputLane = memo(function OutputLane({
  timeline,
  position,
  host,
  command,
  onCommand,
}: OutputLaneProps) {
  const frame = outputFrame(timeline, position, host, command);
  const offered = offeredCommands(timeline);
  return (
    <div className="space-y-2 @5xl:grid @5xl:grid-cols-[16rem_minmax(0,1fr)] @5xl:items-start @5xl:gap-x-4 @5xl:space-y-0">
      <div className="space-y-2">
        <CommandChoice host={host} command={command} offered={offered} onCommand={onCommand} />
      </div>
      <Output frame={frame} host={host} command={command} />
    </div>
  );
});

const ANOTHER = "";

const CommandChoice = memo(function CommandChoice({
  host,
  command,
  offered,
  onCommand,
}: {
  host: string;
  command: string;
  offered: ReturnType<typeof offeredCommands>;
  onCommand: (command: string) => void;
}) {
  const isOffered = offered.some((each) => each.command === command);
  const [isTyping, setTyping] = useState(false);
  const isOpen = isTyping || !isOffered;
  const options = [
    ...offered.map((each) => [each.command, each.text] as const),
    [ANOTHER, "another command"] as const,
  ];
  return (
    <>
      <Select
        className="flex items-center gap-3 @5xl:block [&>label]:shrink-0"
        label={`Command on ${host}`}
        value={isOpen ? ANOTHER : command}
        options={options}
        onChange={(chosen) => {
          setTyping(chosen === ANOTHER);
          if (chosen !== ANOTHER) onCommand(chosen);
        }}
      />
      {isOpen && <TypedCommand command={command} onCommand={onCommand} />}
    </>
  );
});

function TypedCommand({
  command,
  onCommand,
}: {
  command: string;
  onCommand: (command: string) => void;
}) {
  const id = useId();
  const [draft, setDraft] = useState({ of: command, text: command });
  // The command may be chosen elsewhere meanwhile.
  const text = draft.of === command ? draft.text : command;
  const run = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") onCommand(text.trim());
  };
  return (
    <form onSubmit={run}>
      <label htmlFor={id} className="block text-[0.95rem] text-soft">
        With ss, netstat or lsof
      </label>
      <span className="mt-0.5 flex gap-2">
        <input
          id={id}
          value={text}
          onChange={(event) => setDraft({ of: command, text: event.target.value })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="min-h-11 w-full min-w-0 rounded-lg border border-line bg-paper px-3 font-mono text-[0.95rem]"
        />
        <Button type="submit">Run</Button>
      </span>
    </form>
  );
}

function Output({ frame, host, command }: { frame: OutputFrame; host: string; command: string }) {
  switch (frame.type) {
    case "error":
      return (
        <p
          role="status"
          className="rounded-lg border border-line bg-panel px-3 py-2 text-[0.95rem]"
        >
          {frame.message}
        </p>
      );
    case "off":
      return <NoPower host={host} />;
    case "output":
      return (
        <div>
          <div
            tabIndex={0}
            role="group"
            aria-label={`Output of ${command} on ${host}`}
            className="overflow-x-auto rounded-lg border border-line bg-panel py-2 font-mono text-[0.75rem] leading-relaxed"
          >
            <Printed heading={frame.heading} rows={frame.rows} />
          </div>
          {frame.rows.every(({ change }) => change === "gone") && (
            <p className="mt-1 text-[0.95rem] text-soft">No sockets to show.</p>
          )}
        </div>
      );
  }
}

function Printed({ heading, rows }: { heading: readonly string[]; rows: readonly OutputRow[] }) {
  return (
    <div className="w-max min-w-full">
      {heading.length > 0 && (
        <pre className="pr-3 pl-[4.6rem] text-soft">{heading.join("\n").replace(/^\n/, "")}</pre>
      )}
      <ul>
        {rows.map((row) => (
          <PrintedRow key={row.key} row={row} />
        ))}
      </ul>
    </div>
  );
}

const PrintedRow = memo(function PrintedRow({ row }: { row: OutputRow }) {
  const { text, change, keys } = row;
  const marked = useMarking();
  const { props } = usePointing(keys);
  return (
    <li
      {...props}
      className="flex pr-3 whitespace-pre data-lit:bg-lit data-lit:outline data-lit:-outline-offset-1 data-lit:outline-ink/60"
    >
      <span className="w-[4.6rem] shrink-0 pl-2 font-sans text-[0.75rem] font-[650]">
        {change === "same" ? "" : change}
      </span>
      {change === "gone" ? (
        <del className="text-soft">{text.trimEnd()}</del>
      ) : (
        <span>{marked(text)}</span>
      )}
    </li>
  );
});
