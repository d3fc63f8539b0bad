import type { Term } from "#curriculum/term";

const IN_USE = "field/address-already-in-use";

/** Sorted by lesson. */
export const TERMS: readonly Term[] = [
  {
    id: "excluded-port-range",
    term: "excluded port range",
    definition:
      "A block of ports that a part of Windows has reserved. bind() to one of them fails with error 10013, and no row of the table shows why.",
    lesson: IN_USE,
  },
];
