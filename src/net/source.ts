/** Where a fact is stated, so that a reader can check it. */
export interface Source {
  /** Names the document and the place in it: "RFC 6335 §6". */
  readonly title: string;
  readonly url: string;
}
