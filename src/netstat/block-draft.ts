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
  /** Whether a person said which tool printed it. */
  readonly isNamed: boolean;
}

export function finishedBlock(draft: BlockDraft): Block {
  const { isNamed } = draft;
  if (!isNamed) draft.dialect = draft.dialect.refine?.(draft) ?? draft.dialect;
  const { dialect, rowCount } = draft;
  const why = isNamed ? "You said so." : signOf(draft);
  const assumed = rowCount === 0 ? "" : (dialect.assumption?.(draft) ?? "");
  return {
    dialect: dialect.id,
    tool: dialect.tool,
    os: dialect.os(draft),
    from: draft.from,
    to: draft.to,
    rowCount,
    why: assumed === "" ? why : `${why} ${assumed}`,
    confidence: isNamed || (draft.heading !== "" && assumed === "") ? "certain" : "likely",
  };
}

function signOf({ dialect, heading, rowCount }: BlockDraft): string {
  if (heading === "")
    return `There is no heading, but its rows ${dialect.sign}: so does ${dialect.tool}.`;
  const shown = heading.length > 60 ? `${heading.slice(0, 60)}…` : heading;
  return `Its heading is “${shown}”, as ${dialect.tool} prints it${rowCount === 0 ? ", and has no rows" : ""}.`;
}
