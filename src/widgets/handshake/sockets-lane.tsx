import { memo, useState } from "react";
import { StateMark } from "#figures/state-mark";
import { ASKABLE, useAsking } from "./asking.tsx";
import { Ends } from "./ends.tsx";
import type { LaneProps } from "./lane.ts";
import { NoPower } from "./no-power.tsx";
import { usePointing } from "./pointing.tsx";
import { useMarking } from "./quotes.tsx";
import type { Numbering } from "./settings.model.ts";
import type { NumberRow } from "./socket-numbers.model.ts";
import { SocketQueuesView } from "./socket-queues.tsx";
import { SocketTimers } from "./socket-timers.tsx";
import { type SocketFrame, socketsFrame, type WaitingCall } from "./sockets-lane.model.ts";

interface SocketsLaneProps extends LaneProps {
  readonly numbers: Numbering;
}

/** Every socket that the host's kernel has, with all that waits in it and on it. */
export const SocketsLane = memo(function SocketsLane({
  timeline,
  position,
  host,
  numbers,
}: SocketsLaneProps) {
  const { isUp, sockets } = socketsFrame(timeline, position, host, numbers);
  if (!isUp) return <NoPower host={host} />;
  if (sockets.length === 0)
    return <p className="text-[0.95rem] text-soft">{host} has no sockets.</p>;
  return (
    <ul className="space-y-3">
      {sockets.map((socket) => (
        <SocketCard key={socket.id} host={host} socket={socket} />
      ))}
    </ul>
  );
});

const SocketCard = memo(function SocketCard({
  host,
  socket,
}: {
  host: string;
  socket: SocketFrame;
}) {
  const { askState } = useAsking();
  const marked = useMarking();
  const { keys, kind, state, local, peer, holders, isHeld, error, options } = socket;
  const { props } = usePointing(keys);
  return (
    <li
      {...props}
      // With a state to ask about, or numbers to unfold, there is a stop for the keyboard inside.
      tabIndex={state === null && socket.numbers.length === 0 ? 0 : undefined}
      className="rounded-lg border border-line bg-panel px-3 py-2 text-[0.9rem] data-lit:bg-lit data-lit:outline data-lit:outline-ink/60"
    >
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        {state === null ? (
          <span className="font-[650]">{marked(kind)}</span>
        ) : (
          <button
            type="button"
            title="Why?"
            onClick={() => askState(host, socket.id)}
            className={ASKABLE}
          >
            <StateMark state={state} />
          </button>
        )}
        {state !== null && <span className="text-soft">{marked(kind)}</span>}
      </p>
      <Ends local={local} peer={peer} />
      <p className={isHeld ? "text-soft" : "italic"}>{marked(holders)}</p>
      {error !== null && (
        <p>
          <span className="font-mono font-[650]">{error}</span> waits to be told to the next call.
        </p>
      )}
      <SocketQueuesView queues={socket.queues} />
      <SocketTimers timers={socket.timers} />
      {socket.waiting.map((call) => (
        <Waiting key={call.id} call={call} />
      ))}
      {options.length > 0 && (
        <p className="mt-1.5 text-soft">
          Set: <span className="font-mono text-[0.8rem]">{options.join(", ")}</span>
        </p>
      )}
      {socket.numbers.length > 0 && <Numbers rows={socket.numbers} />}
    </li>
  );
});

function Waiting({ call }: { call: WaitingCall }) {
  const { props } = usePointing(call.keys);
  return (
    <p
      {...props}
      className="mt-1.5 border-l-4 border-dashed border-ink/60 pl-2 data-lit:bg-lit data-lit:outline data-lit:outline-ink/60"
    >
      {call.text}.
    </p>
  );
}

/** What is folded is not made: every moment would make it anew. */
const Numbers = memo(function Numbers({ rows }: { rows: readonly NumberRow[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="mt-1.5" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-6 text-soft">Numbers</summary>
      {isOpen && (
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 text-[0.85rem]">
          {rows.map(({ name, value }) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-soft">{name}</dt>
              <dd className="font-mono">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
});
