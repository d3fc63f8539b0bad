/**
 * Whether a text is a pasted listing rather than a port, a service's name, an endpoint or a URL: what
 * the home page's one field asks at every key. Looks at the first few thousand characters only.
 */
import { decode } from "./decode.ts";

const ENOUGH = 4000;

/** True for two lines or more, and for a single line that is a row, a heading or a command. */
export function looksLikeListing(text: string): boolean {
  const beginning = text.slice(0, ENOUGH).trim();
  if (beginning.includes("\n")) return true;
  const [only] = beginning === "" ? [] : [decode(beginning).fate(1)];
  if (only === undefined) return false;
  switch (only.kind) {
    case "blank":
    case "noise":
    case "continuation":
      return false;
    case "prompt":
      // "ss" and "netstat" alone may be looked for by name.
      return beginning.includes(" ");
    default:
      return true;
  }
}
