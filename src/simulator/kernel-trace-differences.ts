/** Where the simulator differs from the recorded kernel on purpose, and why. By the trace's file and its lines. */
export interface DeliberateDifference {
  readonly lines: readonly number[];
  /** As a Difference has it. */
  readonly what: string;
  readonly reason: string;
}

export const DELIBERATE: Readonly<Record<string, readonly DeliberateDifference[]>> = {
  "26-so-reuseport.txt": [
    {
      lines: [83],
      what: "B$ ss -tano",
      reason:
        "Linux hashes the 4-tuple with a number drawn at boot, so nobody can foretell which listener gets how many of the 12; here they get others.",
    },
  ],
  "30-timewait-duration.txt": [
    {
      lines: [72],
      what: "A$ ss -tan",
      reason:
        "Linux's timer wheel is coarse for far-off timers: the socket was still there 0.7 s after its 60 s, with no time left on its timer. Here it goes after 60 s sharp.",
    },
  ],
};
