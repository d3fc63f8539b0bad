import { Fragment } from "react";

/** Text in which `backticks` mark what came off a wire or a terminal; nothing else is marked up. */
export function InlineText({ children }: { children: string }) {
  return children.split("`").map((part, index) =>
    index % 2 === 1 ? (
      <code key={index} className="code-inline">
        {part}
      </code>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}
