/** What a real terminal showed: the command, the system it ran on, and the output to the letter. */
export function Terminal({
  command,
  system,
  children,
}: {
  command: string;
  system?: string;
  children: string;
}) {
  return (
    <figure className="wide overflow-hidden rounded-box border border-line bg-panel">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line px-3 py-2 sm:px-4 text-[0.95rem] text-soft">
        <code className="min-w-0 wrap-anywhere">
          <span aria-hidden="true">$ </span>
          {command}
        </code>
        {system !== undefined && <span>{system}</span>}
      </figcaption>
      <pre
        tabIndex={0}
        aria-label={`Output of ${command}`}
        className="overflow-x-auto px-3 py-3 text-[0.8rem] leading-relaxed sm:px-4 sm:text-[0.9rem]"
      >
        {children.replace(/^\n+|\s+$/g, "")}
      </pre>
    </figure>
  );
}
