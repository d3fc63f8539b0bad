/**
 * What people believe about ports and sockets. Each belief has an id, so that a wrong choice can
 * name the belief behind it. The list grows with the course; a lesson uses only ids that stand here.
 */
export interface Misconception {
  /** The belief, as a person who holds it would say it. */
  readonly belief: string;
  /** What is so, in one or two sentences. */
  readonly truth: string;
  /** Where the truth is stated. */
  readonly source: string;
}

export const MISCONCEPTIONS = {} as const satisfies Record<string, Misconception>;

export type MisconceptionId = keyof typeof MISCONCEPTIONS;
