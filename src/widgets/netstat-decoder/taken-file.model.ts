/** Names of the files a person takes away: they say what is in them. */
import type { Form, Taking } from "./take-away.model.ts";

const ENDINGS: Readonly<Partial<Record<Form, string>>> = {
  json: "json",
  csv: "csv",
  markdown: "md",
};

/** sockets-shown-redacted.csv, sockets-as-windows-netstat.txt */
export function fileNameOf(form: Form, { redact, shown }: Taking): string {
  const isListing = form === "text" || ENDINGS[form] !== undefined;
  const parts = [
    "sockets",
    !isListing && `as-${form}`,
    shown !== null && "shown",
    redact !== null && "redacted",
  ].filter((part) => part !== false);
  return `${parts.join("-")}.${ENDINGS[form] ?? "txt"}`;
}
