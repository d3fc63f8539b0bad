import type { Term } from "#curriculum/term";

const FIRST_ROW = "netstat/the-first-row";
const PROCESS = "netstat/which-process";
const REACH = "netstat/loopback-one-interface-every";

/** In the order of their lessons. */
export const TERMS: readonly Term[] = [
  {
    id: "socket-table",
    term: "socket table",
    definition:
      "The kernel's own list of all its sockets, with their endpoints and states. `netstat`, `ss` and their like print it.",
    lesson: FIRST_ROW,
    everyday: true,
  },
  {
    id: "local-address",
    term: "local address",
    definition: "In a listing, this host's own end of a row: its address and its port.",
    lesson: FIRST_ROW,
    everyday: true,
  },
  {
    id: "foreign-address",
    term: "foreign address",
    definition:
      "In a listing, the other end of a row. `ss` calls it the peer's address, PowerShell the remote one.",
    lesson: FIRST_ROW,
  },
  {
    id: "network-namespace",
    term: "network namespace",
    definition:
      "A separate set of network cards, addresses, rules and sockets within one Linux kernel. Each container normally has its own, with a table of its own.",
    lesson: PROCESS,
  },
  {
    id: "socket-activation",
    term: "socket activation",
    definition:
      "A service manager opens the port itself and hands the socket to the service, which it starts when the first client comes.",
    lesson: PROCESS,
  },
  {
    id: "interface",
    term: "interface",
    definition:
      "The point at which a host is attached to a network, such as a network card or a wireless one. Each has addresses of its own.",
    lesson: REACH,
    everyday: true,
  },
];
