/** What the panel that tells why paints. */
import type { Reason } from "#simulator/reason";
import type { LinkKey } from "./link-key.ts";
import type { Selection } from "./selection.ts";

export interface WhyFrame {
  readonly title: string;
  readonly parts: readonly WhyPart[];
}

export interface WhyPart {
  /** "At 0.020 s"; null where the title says it, or nothing happened. */
  readonly heading: string | null;
  readonly items: readonly WhyItem[];
}

export interface WhyItem {
  readonly key: string;
  readonly sentence: string;
  readonly reason: Reason | null;
  readonly keys: readonly LinkKey[];
  /** What to ask about next; null where it is asked about already. */
  readonly selection: Selection;
}
