/** A listing of the course's own that the address's fragment names, to show what is so: #shown=answer-without-row. */
import type { PastedText } from "./paste-field.tsx";

const PREFIX = "#shown=";

export const namesListing = (fragment: string): boolean => fragment.startsWith(PREFIX);

/** A text says, for a person, why there is none. Loaded when it is asked for. Never throws. */
export async function shownListing(fragment: string): Promise<PastedText | string> {
  try {
    const { proofListing } = await import("#learning/proof-listings");
    const listing = proofListing(fragment.slice(PREFIX.length));
    return listing === null
      ? "This page has no listing of that name."
      : { text: listing.text, origin: { kind: "shown", listing } };
  } catch {
    return "The listing did not load. The connection may be down: try again.";
  }
}
