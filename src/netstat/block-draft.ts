/** A block while its lines are read, and what is said of it at the end. */
import type { Dialect } from "./dialect.ts";
import type { Block } from "./listing.ts";

export interface BlockDraft {
  dialect: Dialect;
  readonly from: number;
  to: number;
  rowCount: number;
  /** The title and the columns' names; "" when there were none. */
  heading: string;
  layout: number;
  traits: number;
  readonly command: string;
}

export function finishedBlock(draft: BlockDraft): Block {
  draft.dialect = draft.dialect.refine?.(draft) ?? draft.dialect;
  const { dialect, heading, rowCount } = draft;
  const why =
    heading === ""
      ? `There is no heading, but its rows ${dialect.sign}: so does ${dialect.tool}.`
      : `Its heading is “${heading.length > 60 ? `${heading.slice(0, 60)}…` : heading}”, as ${dialect.tool} prints it${rowCount === 0 ? ", and has no rows" : ""}.`;
  const assumed = rowCount === 0 ? "" : (dialect.assumption?.(draft) ?? "");
  return {
    dialect: dialect.id,
    tool: dialect.tool,
    os: dialect.os(draft),
    from: draft.from,
    to: draft.to,
    rowCount,
    why: assumed === "" ? why : `${why} ${assumed}`,
    confidence: heading === "" || assumed !== "" ? "likely" : "certain",
  };
}
