/** What the decoder's parts see of a listing, wherever it is kept: in the page or in a worker. */
import type { ArrangeOptions } from "#netstat/arrange";
import type { Overview } from "./overview.model.ts";
import type { RowFrame } from "./row-frame.model.ts";
import type { Arranged } from "./session.model.ts";
import type { Ask } from "./worker-messages.ts";

export interface ListingView {
  /** Null while the first listing is read, or where it failed. */
  readonly overview: Overview | null;
  /** While a large listing is read: how much of it, from 0 to 1. */
  readonly progress: number | null;
  /** Why the listing could not be read, for a person. */
  readonly failure: string | null;
  /** Ends the reading. */
  readonly cancel: () => void;
  readonly arrangement: ArrangeOptions;
  readonly arrange: (arrangement: ArrangeOptions) => void;
  /** Null until the rows are in their order. */
  readonly arranged: Arranged | null;
  /** The row at a place of the order; null while it is on its way. */
  readonly rowAt: (place: number) => RowFrame | null;
  /** Asks for the rows of these places, the second not included. */
  readonly need: (from: number, to: number) => void;
  /** Any other question about the listing. */
  readonly ask: Ask;
}
