import { usePointing } from "./pointing.tsx";
import { bytesText } from "./shown-bytes.model.ts";
import type {
  BytePart,
  ByteQueue,
  ConnectionQueue,
  DatagramQueue,
  SocketQueues,
} from "./socket-queues.model.ts";

/** What waits in a socket, with numbers and as bars. */
export function SocketQueuesView({ queues }: { queues: SocketQueues }) {
  const { bytes, datagrams, connections } = queues;
  return (
    <>
      {bytes.length > 0 && bytes.every(isEmpty) ? (
        <p className="mt-1.5 flex flex-wrap justify-between gap-x-3">
          <span>{bytes.length === 2 ? "Send and receive queue" : bytes[0]?.name}</span>
          <span className="text-soft">empty</span>
        </p>
      ) : (
        bytes.map((queue) => <Bytes key={queue.name} queue={queue} />)
      )}
      {datagrams !== null && <Datagrams queue={datagrams} />}
      {connections.map((queue) => (
        <Connections key={queue.name} queue={queue} />
      ))}
    </>
  );
}

const isEmpty = ({ parts, notes }: ByteQueue) => parts.length === 0 && notes.length === 0;

const PART_WORDS: Readonly<Record<BytePart["kind"], string>> = {
  unacknowledged: "not acknowledged",
  unsent: "not sent",
  unread: "not read",
};

/** What is on its way is full, what has not left is dashed. */
const PART_LOOKS: Readonly<Record<BytePart["kind"], string>> = {
  unacknowledged: "border-ink/60 bg-ink/15",
  unsent: "border-dashed border-ink/60",
  unread: "border-ink/60 bg-ink/15",
};

function Bytes({ queue }: { queue: ByteQueue }) {
  const { name, parts, capacity, notes } = queue;
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <div className="mt-1.5">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span>{name}</span>
        <span className="text-soft">
          {[total === 0 && notes.length > 0 ? null : amountText(total, capacity), ...notes]
            .filter((note) => note !== null)
            .join(", ")}
        </span>
      </p>
      {total > 0 && <Bar amounts={parts.map(({ bytes }) => bytes)} capacity={capacity} />}
      {parts.map(({ kind, bytes, text }) => (
        <p key={kind} className="mt-1 flex flex-wrap items-baseline gap-x-2">
          <code
            className={`border px-1 text-[0.8rem] whitespace-pre-wrap wrap-anywhere ${PART_LOOKS[kind]}`}
          >
            {text}
          </code>
          <span className="text-soft">
            {parts.length > 1 && `${bytes} `}
            {PART_WORDS[kind]}
          </span>
        </p>
      ))}
    </div>
  );
}

const amountText = (bytes: number, capacity: number) =>
  bytes === 0 ? "empty" : `${bytes} of ${bytesText(capacity)}`;

/** Of a width of 100: a few bytes among thousands are still to be seen. */
const LEAST = 2;

function Bar({ amounts, capacity }: { amounts: readonly number[]; capacity: number }) {
  const widths = amounts.map((amount) => Math.max(LEAST, (amount / capacity) * 100));
  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-1.5 w-full overflow-hidden"
    >
      <rect width={100} height={6} className="fill-line" />
      {widths.map((width, at) => (
        <rect
          key={at}
          x={widths.slice(0, at).reduce((sum, each) => sum + each, 0)}
          width={width}
          height={6}
          className={at === 0 ? "fill-ink" : "fill-soft"}
        />
      ))}
    </svg>
  );
}

function Datagrams({ queue }: { queue: DatagramQueue }) {
  const { datagrams, taken, capacity, drops } = queue;
  return (
    <div className="mt-1.5">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span>Receive queue</span>
        <span className="text-soft">
          {taken === 0 ? "empty" : `${taken} of ${bytesText(capacity)} of memory`}
        </span>
      </p>
      {taken > 0 && <Bar amounts={[taken]} capacity={capacity} />}
      {datagrams.length > 0 && (
        <ol className="mt-1 space-y-1">
          {datagrams.map(({ bytes, from, text }, at) => (
            <li key={at} className="flex flex-wrap items-baseline gap-x-2">
              <code className="border border-ink/60 bg-ink/15 px-1 text-[0.8rem] whitespace-pre-wrap wrap-anywhere">
                {text === "" ? " " : text}
              </code>
              <span className="text-soft">
                {bytesText(bytes)} from <span className="font-mono text-[0.85rem]">{from}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
      {drops > 0 && (
        <p className="font-[650]">{drops === 1 ? "1 was" : `${drops} were`} dropped: no room.</p>
      )}
    </div>
  );
}

/** More places than that are told and not drawn. */
const DRAWN_PLACES = 16;
const PLACE = 14;

function Connections({ queue }: { queue: ConnectionQueue }) {
  const { name, entries, places } = queue;
  const isFull = entries.length >= places;
  return (
    <div className="mt-1.5">
      <p className="flex flex-wrap items-center justify-between gap-x-3">
        <span>{name}</span>
        <span className="flex items-center gap-2 text-soft">
          {places <= DRAWN_PLACES && <Places count={places} filled={entries.length} />}
          {entries.length} of {places}
          {isFull && <strong className="font-[650] text-ink">full</strong>}
        </span>
      </p>
      {entries.length > 0 && (
        <ol>
          {entries.map(({ text, keys }, at) => (
            <Waiter key={at} text={text} keys={keys} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Waiter({ text, keys }: ConnectionQueue["entries"][number]) {
  const { props } = usePointing(keys);
  return (
    <li
      {...props}
      className="pl-3 font-mono text-[0.85rem] data-lit:bg-lit data-lit:outline data-lit:outline-ink/60"
    >
      {text}
    </li>
  );
}

function Places({ count, filled }: { count: number; filled: number }) {
  const width = Math.max(0, count) * PLACE;
  return (
    <svg width={width} height={12} viewBox={`0 0 ${width} 12`} aria-hidden="true">
      <path d={squares(0, filled)} className="fill-ink stroke-ink" />
      <path d={squares(filled, count)} className="fill-none stroke-soft" />
    </svg>
  );
}

const squares = (from: number, end: number) =>
  Array.from(
    { length: Math.max(0, end - from) },
    (_, at) => `M${(from + at) * PLACE + 1.5} 1.5h9v9h-9z`,
  ).join("");
