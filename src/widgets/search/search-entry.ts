/** What search finds, whatever it is. */
export type EntryKind = "lesson" | "term" | "run" | "port";

export interface SearchEntry {
  /** Unique among all. */
  readonly id: string;
  readonly kind: EntryKind;
  /** What the result is called: a heading, a term, a port with its service. */
  readonly title: string;
  /** Where it stands, where the title does not say: the lesson of a heading. */
  readonly within: string | null;
  /** In one line, without markup; the excerpt is cut from it. */
  readonly text: string;
  /** Other words it is found by, which are not shown. */
  readonly also: string;
  readonly address: string;
}
