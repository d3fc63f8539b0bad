import { Suspense, use } from "react";
import { Link } from "react-router";
import type { Registry } from "#net/registry";
import { paths } from "#paths";
import { PortSummary } from "./one-port.tsx";
import { type ClassifierFrame, classifierFrame } from "./port-classifier.model.ts";
import type { PortFrame } from "./port-frame.model.ts";
import { portHref } from "./port-link.tsx";
import { loadRegistry } from "./registry-source.ts";

const ROWS = 5;

/**
 * The answer in a few lines, for the home page; the rest is a link away. Without the registry the
 * reviewed table answers alone, at once.
 */
export function BriefAnswer({ query, withRegistry }: { query: string; withRegistry: boolean }) {
  const alone = <BriefFrame query={query} registry={null} />;
  if (!withRegistry) return alone;
  return (
    <Suspense fallback={alone}>
      <WithRegistry query={query} />
    </Suspense>
  );
}

function WithRegistry({ query }: { query: string }) {
  return <BriefFrame query={query} registry={use(loadRegistry())} />;
}

function BriefFrame({ query, registry }: { query: string; registry: Registry | null }) {
  const frame = classifierFrame(query, registry, ROWS);
  const whole = (
    <Link to={wholeAnswer(query, frame)} className="underline hover:text-accent">
      {linkText(frame)}
    </Link>
  );
  switch (frame.kind) {
    case "empty":
    case "error":
      return (
        <p className="rounded-box bg-panel px-6 py-6">
          {frame.kind === "empty" ? frame.hint : frame.message}
        </p>
      );
    case "port":
      return (
        <PortSummary port={frame.port} reading={frame.reading} host={frame.host}>
          <FirstUse port={frame.port} />
          <p className="mt-3">{whole}</p>
        </PortSummary>
      );
    case "ports":
      return (
        <div className="rounded-box bg-panel px-6 py-6">
          <p className="font-mono font-[650] break-words">{frame.text}</p>
          <p className="mt-2">{frame.facts.summary}</p>
          <p className="mt-3">{whole}</p>
        </div>
      );
    case "search": {
      const { best, rows, nothing } = frame.search;
      if (best !== null)
        return (
          <PortSummary port={best} reading={[]} host={null}>
            <FirstUse port={best} />
            <p className="mt-3">{whole}</p>
          </PortSummary>
        );
      return (
        <div className="rounded-box bg-panel px-6 py-6">
          {nothing !== null && <p>{nothing}</p>}
          <ul>
            {rows.map((row) => (
              <li key={`${row.port} ${row.title}`}>
                <Link to={portHref(row.port)} className="group flex gap-4 py-1.5">
                  <span className="w-16 shrink-0 font-mono underline group-hover:text-accent">
                    {row.portText}
                  </span>
                  <span>{row.title}</span>
                </Link>
              </li>
            ))}
          </ul>
          {rows.length > 0 && <p className="mt-3">{whole}</p>}
        </div>
      );
    }
  }
}

function FirstUse({ port }: { port: PortFrame }) {
  const [first] = port.uses;
  return first === undefined ? null : <p className="mt-2 text-[1rem] text-soft">{first.use}</p>;
}

function wholeAnswer(query: string, frame: ClassifierFrame): string {
  if (frame.kind === "port" && frame.host === null) return portHref(frame.port.port);
  if (frame.kind === "search" && frame.search.best !== null && frame.search.rows.length === 0)
    return portHref(frame.search.best.port);
  return paths.portQuery(query);
}

function linkText(frame: ClassifierFrame): string {
  if (frame.kind === "port") return `Everything about port ${frame.port.port}`;
  if (frame.kind === "search" && frame.search.best !== null)
    return `Everything about port ${frame.search.best.port}`;
  return "The whole answer";
}
