import type { Source } from "#net/source";

export function SourceLink({ source }: { source: Source }) {
  return (
    <a href={source.url} rel="noreferrer" className="underline hover:text-accent">
      {source.title}
    </a>
  );
}
