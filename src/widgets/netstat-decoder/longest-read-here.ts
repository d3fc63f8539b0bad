/** A text longer than this is read in a worker: reading it here could hold a phone's page up for more than 50 ms. UTF-16 units. */
export const LONGEST_READ_HERE = 30_000;
