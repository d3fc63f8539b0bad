import type { Listing } from "./listing.ts";

/** Never throws, whatever the text. Linear in its length. */
export function decode(text: string): Listing {
  const outside = (): never => {
    throw new RangeError("No such line or row");
  };
  return {
    text,
    lineCount: 0,
    rowCount: 0,
    blocks: [],
    line: outside,
    fate: outside,
    row: outside,
  };
}
