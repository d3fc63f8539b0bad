import type { ReactNode } from "react";

/** Code that is in a file of the examples; `children` is the block of code itself. */
export function CodeFile({
  file,
  lines,
  children,
}: {
  file: string;
  lines?: string;
  children?: ReactNode;
}) {
  return (
    <figure className="wide overflow-hidden rounded-box border border-line bg-panel [&>pre]:rounded-none [&>pre]:border-0">
      <figcaption className="flex flex-wrap justify-between gap-x-4 border-b border-line px-3 py-2 text-[0.95rem] text-soft sm:px-4">
        <code className="min-w-0 wrap-anywhere">{file}</code>
        {lines !== undefined && (
          <span>
            {lines.includes("-") ? `lines ${lines.replace("-", " to ")}` : `line ${lines}`}
          </span>
        )}
      </figcaption>
      {children}
    </figure>
  );
}
