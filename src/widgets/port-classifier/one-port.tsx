import { type ReactNode, useId } from "react";
import { Link } from "react-router";
import { RangeBadge } from "#figures/range-badge";
import { whenNear } from "#ui/when-near";
import { paths } from "#paths";
import type { HostFrame } from "./port-classifier.model.ts";
import type { PortFrame, SystemRow, UseRow } from "./port-frame.model.ts";
import { PortLink, portHref } from "./port-link.tsx";
import type { AnswerHeading } from "./answer-heading.ts";
import { Registrations } from "./registrations.tsx";
import { SourceLink } from "./source-link.tsx";

const PortLine = whenNear(async () => (await import("#figures/port-line")).PortLine);

/** Lessons that tell more, by what is asked about. */
const LESSONS = [
  { to: paths.lesson("ports", "three-ranges"), title: "The three ranges" },
  { to: paths.lesson("ports", "ephemeral-ports"), title: "Ephemeral ports" },
  { to: paths.lesson("ports", "binding-and-conflicts"), title: "Binding and conflicts" },
];

/** Everything about one port. In a lesson (`onAsk` given) the figure and the lesson links are left out. */
export function OnePort({
  port,
  reading,
  host,
  heading,
  onAsk,
}: {
  port: PortFrame;
  reading: readonly string[];
  host: HostFrame | null;
  heading: AnswerHeading;
  onAsk: ((query: string) => void) | undefined;
}) {
  const { occupant, range } = port;
  const inLesson = onAsk !== undefined;
  return (
    <div>
      <PortSummary port={port} reading={reading} host={host} />
      {!inLesson && (
        <div className="mt-8">
          <PortLine marks="80,443,8080" here={port.port} hrefFor={portHref} />
        </div>
      )}
      <div className="mt-8 grid gap-x-12 gap-y-8 @3xl:grid-cols-2">
        <Facts heading={heading} title="Commonly used for">
          {port.uses.length === 0 ? (
            <p className="text-soft">
              No common use is known for {port.port}. Any program may have it all the same.
            </p>
          ) : (
            <ul className="space-y-4">
              {port.uses.map((use) => (
                <CommonUse key={use.title} use={use} />
              ))}
            </ul>
          )}
        </Facts>
        <Facts heading={heading} title="Registered with IANA">
          <Registrations rows={port.registrations} />
        </Facts>
        <Facts heading={heading} title="Who has it">
          <p>
            <strong className="font-[650]">{occupant.label}.</strong> {occupant.why}
          </p>
        </Facts>
        <Facts heading={heading} title="Range">
          <p>
            <strong className="font-[650]">{range.name}</strong>, {range.bounds}; also called{" "}
            {range.otherNames}. {range.meaning}
          </p>
          <p className="mt-2 text-[0.95rem] text-soft">
            <SourceLink source={range.source} />. In binary: <code>{port.bits}</code>, in
            hexadecimal <code>{port.hex}</code>.
          </p>
        </Facts>
      </div>
      <Facts heading={heading} title="On each system" className="mt-8">
        <ul className="grid gap-x-12 gap-y-5 @3xl:grid-cols-2">
          {port.systems.map((system) => (
            <SystemFacts key={system.system} row={system} />
          ))}
        </ul>
      </Facts>
      <Neighbours neighbours={port.neighbours} onAsk={onAsk} />
      {!inLesson && (
        <p className="mt-4 text-[1rem] text-soft">
          Lessons:{" "}
          {LESSONS.map(({ to, title }, index) => (
            <span key={to}>
              {index > 0 && ", "}
              <Link to={to} className="underline hover:text-accent">
                {title}
              </Link>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

const BARS = { system: "border-system", user: "border-user", dynamic: "border-dynamic" } as const;

/** The number, its range and the answer in a few sentences; `children` closes the panel. */
export function PortSummary({
  port,
  reading,
  host,
  children,
}: {
  port: PortFrame;
  reading: readonly string[];
  host: HostFrame | null;
  children?: ReactNode;
}) {
  return (
    <div
      className={`flex flex-wrap items-center gap-x-8 gap-y-3 rounded-r-box border-l-8 bg-panel px-6 py-6 ${BARS[port.range.id]}`}
    >
      <p className="font-mono text-5xl font-[650] tracking-tight">{port.port}</p>
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap gap-2">
          <RangeBadge range={port.range.id} />
        </p>
        <p className="mt-2">{port.summary}</p>
        {reading.map((sentence) => (
          <p key={sentence} className="mt-2 text-[1rem] text-soft">
            {sentence}
          </p>
        ))}
        {host !== null && (
          <p className="mt-2 text-[1rem] text-soft">
            <code className="text-ink">{host.text}</code>: {host.meaning}
          </p>
        )}
        {children}
      </div>
    </div>
  );
}

/** One less and one more, and the nearest ports that have a name where those are others. */
function Neighbours({
  neighbours,
  onAsk,
}: {
  neighbours: PortFrame["neighbours"];
  onAsk: ((query: string) => void) | undefined;
}) {
  const { previous, next, knownBelow, knownAbove } = neighbours;
  const rows = [
    { label: "One less", port: previous, name: knownBelow?.port === previous && knownBelow?.name },
    { label: "One more", port: next, name: knownAbove?.port === next && knownAbove?.name },
    knownBelow?.port !== previous && {
      label: "Next with a name below",
      port: knownBelow?.port ?? null,
      name: knownBelow?.name,
    },
    knownAbove?.port !== next && {
      label: "Next with a name above",
      port: knownAbove?.port ?? null,
      name: knownAbove?.name,
    },
  ];
  return (
    <nav aria-label="Neighbouring ports" className="mt-8 border-t border-line pt-4">
      <ul className="flex flex-wrap gap-x-8 gap-y-2 text-[1rem]">
        {rows.map(
          (row) =>
            row !== false &&
            row.port !== null && (
              <li key={row.label}>
                <span className="text-soft">{row.label}:</span>{" "}
                <PortLink port={row.port} onAsk={onAsk}>
                  {row.port} {row.name}
                </PortLink>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}

function Facts({
  title,
  heading: Heading,
  className = "",
  children,
}: {
  title: string;
  heading: AnswerHeading;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`border-t border-line pt-4 ${className}`}>
      <Heading id={id} className="mb-3 text-xl">
        {title}
      </Heading>
      {children}
    </section>
  );
}

function CommonUse({ use }: { use: UseRow }) {
  return (
    <li>
      <p>
        <strong className="font-[650]">{use.title}</strong>{" "}
        <span className="text-soft">({use.transports})</span>
      </p>
      <p>
        {use.use} {use.encryption}
      </p>
      {use.differs !== null && <p className="text-[1rem] text-soft">{use.differs}</p>}
      <p className="text-[0.95rem] text-soft">Source: {use.source}</p>
    </li>
  );
}

function SystemFacts({ row }: { row: SystemRow }) {
  return (
    <li className="min-w-0">
      <p>
        <strong className="font-[650]">{row.name}</strong>: {row.mayBind.toLowerCase()}.{" "}
        {row.bindExplanation} {row.ephemeralText}
      </p>
      {row.commands.map((command) => (
        <p key={command} className="text-[0.9rem]">
          <code className="[overflow-wrap:anywhere]">{command}</code>
        </p>
      ))}
      <p className="text-[0.95rem] text-soft">
        Sources: <SourceLink source={row.bindSource} />, <SourceLink source={row.ephemeralSource} />
      </p>
    </li>
  );
}
