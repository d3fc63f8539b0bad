import type { ReactNode } from "react";

/** A short note off the main line of a lesson. */
export function Aside({ title, children }: { title: string; children: ReactNode }) {
  return (
    <aside
      role="note"
      className="rounded-box border-l-4 border-line bg-panel px-5 py-4 [&>p+p]:mt-3"
    >
      <p className="mb-1 font-[650]">{title}</p>
      {children}
    </aside>
  );
}
