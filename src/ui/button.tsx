import type { ComponentProps } from "react";

const BASE =
  "inline-flex min-h-11 items-center justify-center rounded-lg border px-4 font-[550] disabled:cursor-not-allowed disabled:opacity-55";
const LOOKS = {
  main: "border-accent bg-accent text-on-accent",
  plain: "border-ink/70 bg-paper text-ink hover:bg-panel",
  quiet: "border-line bg-transparent text-ink hover:border-ink/70",
} as const;

/** `main` is the one main action of a view: never two on a screen without a reason. */
export function Button({
  look = "plain",
  className = "",
  ...rest
}: ComponentProps<"button"> & { look?: keyof typeof LOOKS }) {
  return <button type="button" className={`${BASE} ${LOOKS[look]} ${className}`} {...rest} />;
}
