import type { Term } from "#curriculum/term";

const IN_USE = "field/address-already-in-use";
const REFUSED = "field/refused-or-timed-out";
const HERE = "field/works-here-not-there";
const CLOSE_WAIT = "field/close-wait-piles-up";
const TIME_WAIT = "field/time-wait-by-the-thousand";
const RUN_OUT = "field/ephemeral-ports-run-out";
const EXPOSED = "field/what-is-exposed";

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
    id: "published-port",
    term: "published port",
    definition:
      "A port of the host that is passed on to a container. Without one, a server in the container normally cannot be reached from other hosts.",
    lesson: HERE,
  },
  {
    id: "nat",
    term: "NAT",
    definition:
      "Network address translation: a router rewrites addresses and ports, so that many hosts can share one public address.",
    lesson: HERE,
  },
  {
    id: "security-group",
    term: "security group",
    definition:
      "A packet filter of a cloud provider in front of a machine. It is set in the provider's console, and nothing on the machine shows it.",
    lesson: HERE,
  },
  {
    id: "emfile",
    term: "EMFILE",
    definition:
      "The error “Too many open files”: the process has used up the descriptors that its limit allows, so accept(), socket() and open() fail.",
    lesson: CLOSE_WAIT,
  },
  {
    id: "connection-pool",
    term: "connection pool",
    definition:
      "Connections that a program keeps open and hands out again and again, so that it need not open one for each request.",
    lesson: CLOSE_WAIT,
  },
  {
    id: "proxy",
    term: "proxy",
    definition:
      "A program that takes connections from clients and makes connections of its own to other servers, on their behalf.",
    lesson: TIME_WAIT,
    everyday: true,
  },
  {
    id: "timestamp",
    term: "timestamp",
    definition:
      "A clock value that each side of a TCP connection may put into its segments. By it a new segment is told from an old one.",
    lesson: TIME_WAIT,
    everyday: true,
  },
  {
    id: "load-generator",
    term: "load generator",
    definition: "A program that plays very many clients, to see how much a server can bear.",
    lesson: RUN_OUT,
  },
  {
    id: "exposed",
    term: "exposed",
    definition: "Of a service: other hosts can reach it.",
    lesson: EXPOSED,
    everyday: true,
  },
  {
    id: "port-scan",
    term: "port scan",
    definition: "To try many ports of a host and note which of them answer, and how.",
    lesson: EXPOSED,
    everyday: true,
  },
];
