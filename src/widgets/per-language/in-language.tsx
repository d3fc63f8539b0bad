import type { ReactNode } from "react";
import type { ProgramLanguage } from "#storage/program-language";

/** What stands in one of the languages. */
export function InLanguage({
  children,
}: {
  readonly language: ProgramLanguage;
  readonly children?: ReactNode;
}) {
  return <div className="pt-4 [&_p_a]:underline [&>*+*]:mt-4 [&>p]:max-w-prose">{children}</div>;
}
