import type { Term } from "#curriculum/term";

const FIRST_ROW = "netstat/the-first-row";
const COLUMNS = "netstat/columns";
const LISTEN_AND_ESTABLISHED = "netstat/listen-and-established";
const ROW_BY_ROW = "netstat/a-listing-row-by-row";
const PROCESS = "netstat/which-process";
const REACH = "netstat/loopback-one-interface-every";
const IPV6 = "netstat/ipv6-and-dual-stack";
const STATES = "netstat/every-state";
const UDP_ROWS = "netstat/udp-rows";

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
    id: "recv-q",
    term: "Recv-Q",
    definition:
      "A column of netstat and ss: bytes that arrived and that the program has not read; on a listener of Linux, connections that it has not accepted.",
    lesson: COLUMNS,
    everyday: true,
  },
  {
    id: "send-q",
    term: "Send-Q",
    definition:
      "A column of netstat and ss: bytes that the program has sent and that are not yet acknowledged; on a listener, in ss, the limit of its accept queue.",
    lesson: COLUMNS,
    everyday: true,
  },
  {
    id: "accept-queue",
    term: "accept queue",
    definition:
      "A listener's queue of connections whose handshake is complete and which the program has not yet taken with accept().",
    lesson: COLUMNS,
  },
  {
    id: "open-port",
    term: "open port",
    definition:
      "A port on which somebody listens, so that a new connection to it is taken. A port that only a connection uses is not open.",
    lesson: LISTEN_AND_ESTABLISHED,
    everyday: true,
  },
  {
    id: "documentation-address",
    term: "documentation address",
    definition:
      "An address set aside for examples, so that it belongs to nobody: in IPv4 those that begin with 192.0.2, 198.51.100 or 203.0.113.",
    lesson: ROW_BY_ROW,
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
  {
    id: "link-local-address",
    term: "link-local address",
    definition:
      "An address that counts only on the one network that an interface is attached to. In IPv6 it begins with fe80.",
    lesson: IPV6,
  },
  {
    id: "zone",
    term: "zone",
    definition:
      "The network on which a link-local address counts. It is told by the interface behind a percent sign: `fe80::1%eth0`.",
    lesson: IPV6,
    everyday: true,
  },
  {
    id: "dual-stack-socket",
    term: "dual-stack socket",
    definition:
      "An IPv6 socket on the wildcard that takes IPv4 as well, because the option IPV6_V6ONLY is off.",
    lesson: IPV6,
  },
  {
    id: "ipv4-mapped-address",
    term: "IPv4-mapped address",
    definition:
      "An IPv4 address in the form of an IPv6 one, such as `::ffff:192.0.2.20`. An IPv6 socket shows its IPv4 peers this way.",
    lesson: IPV6,
  },
  {
    id: "orphan",
    term: "orphan",
    definition:
      "A TCP socket that its program has closed. The kernel keeps it and ends the connection alone.",
    lesson: STATES,
    everyday: true,
  },
  {
    id: "mdns",
    term: "mDNS",
    definition:
      "Multicast DNS: hosts on one network ask each other for names that end in .local, on UDP port 5353, without a name server.",
    lesson: UDP_ROWS,
  },
];
