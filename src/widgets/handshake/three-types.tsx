import { type ReactNode, memo, use, useId, useState } from "react";
import { SegmentLadder } from "#figures/segment-ladder";
import { Button } from "#ui/button";
import { untouchedRun } from "./run-of-plan.ts";
import {
  type Fate,
  type ThreeTypesFrame,
  type TypeFrame,
  fatesAt,
  threeTypesFrame,
} from "./three-types.model.ts";
import { beginning } from "./shown-bytes.model.ts";

const TYPES = [
  {
    id: "same-loss-stream",
    name: "A stream: TCP",
    constant: "SOCK_STREAM",
    outcome:
      "A’s kernel noticed, and sent it again. The program got every byte, in order, and did not notice. Where one message ended is not kept.",
  },
  {
    id: "same-loss-datagram",
    name: "Datagrams: UDP",
    constant: "SOCK_DGRAM",
    outcome:
      "Nobody noticed. The program got each message that came, whole, by a call of its own. To miss one, it would have to number them.",
  },
  {
    id: "same-loss-raw",
    name: "Raw packets: IP",
    constant: "SOCK_RAW",
    outcome:
      "Nobody noticed here either. The program got each packet that came, with its IP header before the message. There are no ports.",
  },
] as const;

let frame: Promise<ThreeTypesFrame> | undefined;
const loadFrame = () =>
  (frame ??= Promise.all(
    TYPES.map(async ({ id }) => ({ id, timeline: await untouchedRun(id) })),
  ).then(threeTypesFrame));

/** The same loss on a stream, with datagrams and on raw sockets, side by side, with one moment for all three. */
export function ThreeTypes() {
  const frame = use(loadFrame());
  const last = frame.moments.length - 1;
  const [moment, setMoment] = useState(last);
  return (
    <div className="grid gap-5">
      <Moments frame={frame} moment={moment} onMove={setMoment} />
      <div className="grid gap-x-6 gap-y-10 lg:grid-cols-3">
        {TYPES.map(({ id, ...type }, index) => (
          <Type
            key={id}
            {...type}
            frame={frame.types[index]!}
            moment={moment}
            isOver={moment === last}
          />
        ))}
      </div>
    </div>
  );
}

interface MomentsProps {
  frame: ThreeTypesFrame;
  moment: number;
  onMove: (moment: number) => void;
}

function Moments({ frame: { moments }, moment, onMove }: MomentsProps) {
  const slider = useId();
  const last = moments.length - 1;
  const seconds = ((moments[moment]?.at ?? 0) / 1e6).toFixed(3);
  return (
    <div
      role="group"
      aria-label="One moment for all three"
      className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-paper py-2"
    >
      <span className="flex flex-wrap gap-2">
        <Move look="quiet" isOff={moment === 0} onClick={() => onMove(0)}>
          Start
        </Move>
        <Move look="quiet" isOff={moment === 0} onClick={() => onMove(moment - 1)}>
          Back
        </Move>
        <Move look="main" isOff={moment === last} onClick={() => onMove(moment + 1)}>
          Step
        </Move>
      </span>
      <span className="flex min-w-56 flex-1 items-center gap-3">
        <label htmlFor={slider} className="sr-only">
          Moment
        </label>
        <input
          id={slider}
          type="range"
          min={0}
          max={last}
          step={1}
          value={moment}
          aria-valuetext={`Moment ${moment} of ${last}, ${seconds} s`}
          onChange={(event) => onMove(event.target.valueAsNumber)}
          className="min-h-6 min-w-24 flex-1 cursor-pointer"
        />
        <output
          htmlFor={slider}
          className="min-w-[13ch] text-right font-mono text-[0.9rem] text-soft tabular-nums"
        >
          {moment}/{last} · {seconds} s
        </output>
      </span>
    </div>
  );
}

interface MoveProps {
  look: "main" | "quiet";
  isOff: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** Stays focusable at an end, so that the focus is not lost there. */
function Move({ look, isOff, onClick, children }: MoveProps) {
  return (
    <Button
      look={look}
      aria-disabled={isOff}
      onClick={isOff ? undefined : onClick}
      className="px-3 aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
    >
      {children}
    </Button>
  );
}

interface TypeProps {
  name: string;
  constant: string;
  outcome: string;
  frame: TypeFrame;
  moment: number;
  isOver: boolean;
}

function Type({ name, constant, outcome, frame, moment, isOver }: TypeProps) {
  const heading = useId();
  const fates = fatesAt(frame, moment);
  return (
    <section aria-labelledby={heading} className="grid min-w-0 content-start gap-3">
      <h3
        id={heading}
        className="flex flex-wrap items-baseline justify-between gap-x-3 text-[1.15rem]"
      >
        {name} <code className="text-[0.8em] font-normal text-soft">{constant}</code>
      </h3>
      <ul
        aria-label="The three messages, for B’s program"
        className="flex flex-wrap content-start gap-1.5 lg:min-h-18"
      >
        {frame.sent.map((message, index) => (
          <FateOfMessage key={message} message={message} fate={fates[index] ?? "not yet"} />
        ))}
      </ul>
      <SegmentLadder
        ladder={frame.ladder}
        position={moment}
        label={`What went over the wire: ${name}`}
        numbers="off"
        showsFuture
        hasWords
      />
      <div>
        <h4 className="font-[650]">What B’s program got</h4>
        <Receipts frame={frame} moment={moment} />
        {isOver && <p className="mt-3 max-w-prose text-[0.95rem]">{outcome}</p>}
      </div>
    </section>
  );
}

const FATES: Readonly<Record<Fate, { readonly path: string; readonly look: string }>> = {
  got: { path: "M2 6.5L5 9.5L10.5 2.5", look: "border-line" },
  "not yet": {
    path: "M2.5 6H3.5M5.5 6H6.5M8.5 6H9.5",
    look: "border-dashed border-line text-soft",
  },
  "never came": {
    path: "M2.5 2.5L9.5 9.5M9.5 2.5L2.5 9.5",
    look: "border-2 border-accent text-accent",
  },
};

function FateOfMessage({ message, fate }: { message: string; fate: Fate }) {
  const { path, look } = FATES[fate];
  return (
    <li
      className={`inline-flex items-baseline gap-1.5 rounded-lg border px-2 py-0.5 text-[0.95rem] ${look}`}
    >
      <svg
        width={12}
        height={12}
        viewBox="0 0 12 12"
        aria-hidden="true"
        className="shrink-0 fill-none stroke-current stroke-[1.8]"
      >
        <path d={path} />
      </svg>
      <code>{message}</code> {fate}
    </li>
  );
}

const Receipts = memo(function Receipts({ frame, moment }: { frame: TypeFrame; moment: number }) {
  const here = frame.receipts.filter((receipt) => receipt.moment <= moment);
  if (here.length === 0)
    return (
      <p className="mt-3 text-[0.95rem] text-soft">
        It has not asked yet. What has come waits in the kernel.
      </p>
    );
  return (
    <ol className="mt-3 grid gap-1 text-[0.9rem]">
      {here.map(({ call, header, data }, index) => (
        <li key={index} className="flex flex-wrap items-baseline gap-x-2 font-mono">
          <span className="text-soft">{call}</span>
          {data === null ? (
            <span className="font-sans text-soft">nothing more: EAGAIN</span>
          ) : (
            <>
              {header !== "" && (
                <span className="rounded-sm border border-line bg-panel px-1.5 font-sans text-soft">
                  IP header, {header.length} bytes
                </span>
              )}
              <span className="wrap-anywhere">&quot;{beginning(data, 60)}&quot;</span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
});
