/** A word of the field, defined once for the whole course. */
export interface Term {
  /** Kebab-case, and the term's anchor on the glossary page. */
  readonly id: string;
  /** As it stands in a sentence, in the singular. */
  readonly term: string;
  /** One or two sentences that need only earlier lessons. Text may hold `code` between backticks. */
  readonly definition: string;
  /** The lesson that introduces it: `chapter/lesson`, as in its address. */
  readonly lesson: string;
  /** Plain English has the word as well, so earlier lessons may use it in its plain sense. */
  readonly everyday?: true;
}
