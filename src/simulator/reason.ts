/** Why something happened: the rule that applied, for a learner, and where it stands. */
export interface Reason {
  /** "RFC 9293 §3.10.7.4, second check", "RFC 5961 §4.2", "tcp(7)", "Linux". */
  readonly rule: string;
  /** A few plain words, one sentence. */
  readonly words: string;
}

export function because(rule: string, words: string): Reason {
  return { rule, words };
}
