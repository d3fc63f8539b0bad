/** How much a hand delays a packet, and when it lets a copy follow. In microseconds. */

export const DELAYS = [
  ["50000", "50 ms"],
  ["300000", "300 ms"],
  ["1500000", "1.5 s"],
  ["10000000", "10 s"],
] as const;

/** What the key gives, and what stands in the list at first. */
export const DELAY = 300_000;
export const COPY_AFTER = 5_000;
