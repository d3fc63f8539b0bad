/** The very moment of a run at which a belief is seen to be wrong, and what to look at there. */
export interface ProofMoment {
  /** A scenario that disproves the belief: its id. */
  readonly scenario: string;
  /** A position on the run's line of moments: as many things have happened by then. */
  readonly at: number;
  /** The lane to look at, beside the ladder; null where the ladder itself shows it. */
  readonly lane: "code" | "descriptors" | "sockets" | "output" | null;
  /** What the hosts' listings print; left out for the command that the run prints at first. */
  readonly command?: string;
  /** The id of a packet to be chosen on the ladder. */
  readonly packet?: number;
  /** What to look at, one thing a sentence. What stands in backticks stands on the page at that moment. */
  readonly look: readonly string[];
}
