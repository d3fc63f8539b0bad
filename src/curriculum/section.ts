/** A lesson from one heading to the next, as search finds it. */
export interface Section {
  /** Null for what stands above the first heading. */
  readonly heading: string | null;
  /** The heading's anchor in the lesson's page; null above the first. */
  readonly anchor: string | null;
  /** The words a reader sees there, without markup, in one line; commands and terminal output are part of it. */
  readonly text: string;
}

export interface LessonSections {
  /** `chapter/lesson`, as in its address. */
  readonly lesson: string;
  readonly title: string;
  readonly sections: readonly Section[];
}
