import { rulePieces } from "./rule-source.ts";

/** A rule as it is named, with its documents as links. */
export function RuleText({ rule }: { rule: string }) {
  return rulePieces(rule).map(({ text, url }, at) =>
    url === null ? (
      text
    ) : (
      <a
        key={at}
        href={url}
        rel="noreferrer"
        className="inline-flex min-h-6 items-center underline hover:text-accent"
      >
        {text}
      </a>
    ),
  );
}
