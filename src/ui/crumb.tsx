import type { ReactNode } from "react";
import { Link } from "react-router";

interface CrumbProps {
  /** The page above this one. */
  readonly to: string;
  readonly above: string;
  /** What this page is. */
  readonly children: ReactNode;
}

export function Crumb({ to, above, children }: CrumbProps) {
  return (
    <p className="mt-8 text-soft">
      <Link to={to} className="underline hover:text-ink">
        {above}
      </Link>{" "}
      / {children}
    </p>
  );
}
