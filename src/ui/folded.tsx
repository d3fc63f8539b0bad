import type { ReactNode } from "react";

/** What a lesson can do without, a tap away: open on paper, found by a search in the page. */
export function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="wide border-y border-line sm:rounded-box sm:border sm:px-4 [&_p_a]:underline [&>*+*]:mt-3 [&>:last-child]:mb-4 [&>:is(p,ul,ol)]:max-w-prose [&>ul]:list-disc [&>ul]:pl-6">
      <summary className="min-h-11 cursor-pointer py-2 font-[550]">{title}</summary>
      {children}
    </details>
  );
}
