/**
 * What became of one line of pasted text. Every line has exactly one fate, so that nothing is lost
 * in silence: a line that could not be read is shown with the reason, never left out.
 */

/** Kinds of line that are no socket, no heading and no broken row. */
export const OTHER_KINDS = [
  "blank",
  "prompt",
  "statistics",
  "routes",
  "interfaces",
  "multicast",
  "unix",
  "usage",
  "error",
  "noise",
  "continuation",
] as const;

export type OtherKind = (typeof OTHER_KINDS)[number];

export type LineFate =
  /** `row` counts from 0. */
  | { readonly kind: "socket"; readonly row: number }
  /** A title or the columns' names; `block` counts from 0. */
  | { readonly kind: "heading"; readonly block: number }
  /** `note` stands instead of the kind's own sentence. */
  | { readonly kind: OtherKind; readonly note?: string }
  /** It looks like a socket's row, but cannot be read; `why` is a sentence for the reader. */
  | { readonly kind: "unreadable"; readonly why: string };

const SENTENCES: Record<OtherKind | "socket" | "heading", string> = {
  socket: "A socket: one row of the table.",
  heading: "A title, or the names of the columns.",
  blank: "An empty line.",
  prompt: "The command that was typed, or its prompt.",
  statistics:
    "Counters, as `netstat -s` prints them. They count packets and connections and name no socket: `ss -tulpn` or `netstat -an` would.",
  routes:
    "A line of a routing table: where packets go next. It names no socket: `ss -tulpn` or `netstat -an` would.",
  interfaces:
    "A line of an interface table, as `netstat -i` prints it. It names no socket: `ss -tulpn` or `netstat -an` would.",
  multicast:
    "A line of a list of multicast groups, as `netstat -g` prints it. It names no socket: `ss -tulpn` or `netstat -an` would.",
  unix: "A UNIX-domain socket, or its heading: it joins two programs on one machine through a file's name, without ports.",
  usage: "Help text of the tool: the command was not understood, or help was asked for.",
  error: "A message of the tool or the shell, not a row.",
  noise: "No part of any listing this reader knows.",
  continuation: "More about the row above it.",
};

/** One sentence that says what the line was taken for; for an unreadable line, why it could not be read. */
export function fateSentence(fate: LineFate): string {
  if (fate.kind === "unreadable") return fate.why;
  return ("note" in fate ? fate.note : undefined) ?? SENTENCES[fate.kind];
}

/** Whether the line was understood. Noise and unreadable rows were not; a blank line is neither. */
export function isUnderstood(fate: LineFate): boolean {
  return fate.kind !== "unreadable" && fate.kind !== "noise" && fate.kind !== "blank";
}
