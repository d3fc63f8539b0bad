import type { Term } from "#curriculum/term";

const IN_USE = "field/address-already-in-use";
const REFUSED = "field/refused-or-timed-out";

/** Sorted by lesson. */
export const TERMS: readonly Term[] = [
  {
    id: "excluded-port-range",
    term: "excluded port range",
    definition:
      "A block of ports that a part of Windows has reserved. bind() to one of them fails with error 10013, and no row of the table shows why.",
    lesson: IN_USE,
  },
  {
    id: "ttl",
    term: "TTL",
    definition:
      "Time to live, a number in the IP header that each router lowers by one. By it one can guess how many routers a packet has passed.",
    lesson: REFUSED,
  },
  {
    id: "accept-queue",
    term: "accept queue",
    definition:
      "The queue of a listener in which finished connections wait until the program calls accept().",
    lesson: REFUSED,
  },
];
