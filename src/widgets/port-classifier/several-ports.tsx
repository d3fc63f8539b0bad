import { RangeBadge } from "#figures/range-badge";
import { Button } from "#ui/button";
import type { AnswerHeading } from "./answer-heading.ts";
import type { ClassifierFrame } from "./port-classifier.model.ts";
import { PortLink } from "./port-link.tsx";

/** The answer for a list of ports or a range of them. */
export function SeveralPorts({
  frame,
  heading: Heading,
  onAsk,
  onMore,
}: {
  heading: AnswerHeading;
  frame: Extract<ClassifierFrame, { kind: "ports" }>;
  onAsk: ((query: string) => void) | undefined;
  onMore: () => void;
}) {
  const { facts, notes, text, more, complete } = frame;
  return (
    <div>
      <p className="font-mono text-2xl font-[650] break-words">{text}</p>
      <p className="mt-2">{facts.summary}</p>
      {notes.map((note) => (
        <p key={note} className="mt-1 text-[1rem] text-soft">
          {note}
        </p>
      ))}
      <ul className="mt-3 list-disc pl-6 text-[1rem] text-soft">
        {facts.below1024 > 0 && (
          <li>
            {facts.below1024} below 1024, which need privilege on Linux and FreeBSD unless an
            administrator moved the limit
          </li>
        )}
        {facts.ephemeral
          .filter(({ count }) => count > 0)
          .map(({ name, count }) => (
            <li key={name}>
              {count} in {name}’s ephemeral range
            </li>
          ))}
      </ul>
      {facts.known.length > 0 && (
        <>
          <Heading className="mt-6 text-xl">Known services among them</Heading>
          <ul className="mt-3">
            {facts.known.map((service) => (
              <li
                key={service.port}
                className="flex flex-wrap items-center gap-x-4 border-t border-line py-2"
              >
                <PortLink port={service.port} onAsk={onAsk} className="min-w-16 font-mono">
                  {service.port}
                </PortLink>
                <span className="flex-1">{service.title}</span>
                <RangeBadge range={service.range} />
              </li>
            ))}
          </ul>
        </>
      )}
      <More more={more} complete={complete} onMore={onMore} />
    </div>
  );
}

/** How many rows are not shown, a button for them, and whether the registry is still on its way. */
export function More({
  more,
  complete,
  onMore,
}: {
  more: number;
  complete: boolean;
  onMore: () => void;
}) {
  return (
    <div className="mt-4 flex min-h-11 flex-wrap items-center gap-4 text-[1rem] text-soft">
      {more > 0 && <Button onClick={onMore}>Show more</Button>}
      <p>
        {more > 0 && `${more} not shown. `}
        {!complete && "So far from our own table; IANA’s registry is loading."}
      </p>
    </div>
  );
}
