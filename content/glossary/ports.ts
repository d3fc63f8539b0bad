import type { Term } from "#curriculum/term";

export const TERMS: readonly Term[] = [
  {
    id: "host",
    term: "host",
    definition: "A computer on a network.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "packet",
    term: "packet",
    definition: "One of the small pieces in which data travels through a network.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "ip-address",
    term: "IP address",
    definition: "The number, such as `192.0.2.10`, that says to which host a packet goes.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "server",
    term: "server",
    definition: "A program that waits for others to make contact.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "client",
    term: "client",
    definition: "A program that makes the first move and contacts a server.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "port",
    term: "port",
    definition:
      "A number from 0 to 65535 that selects a socket, on one host, within one transport protocol.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "socket",
    term: "socket",
    definition:
      "An object of the operating system through which a program sends and receives. The system keeps a table of all its sockets.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "destination-port",
    term: "destination port",
    definition: "The port at the end that receives a segment or a datagram.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "source-port",
    term: "source port",
    definition:
      "The port at the end that sent a segment or a datagram. It tells where an answer should go.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "transport-protocol",
    term: "transport protocol",
    definition:
      "The set of rules by which two hosts exchange data for their programs. TCP and UDP are the two used everywhere.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "tcp",
    term: "TCP",
    definition:
      "The transport protocol that sets up a connection first and delivers a stream of bytes, complete and in order.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "segment",
    term: "segment",
    definition: "A piece of what TCP sends.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "udp",
    term: "UDP",
    definition:
      "The transport protocol that sends single messages. It sets nothing up, and it does not repeat what gets lost.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "datagram",
    term: "datagram",
    definition: "A single message of UDP.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "process",
    term: "process",
    definition: "A running program.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "pid",
    term: "PID",
    definition: "The number of a process. It has nothing to do with its ports.",
    lesson: "ports/what-is-a-port",
  },
  {
    id: "header",
    term: "header",
    definition:
      "The first bytes of a packet, a segment or a datagram, which say how to treat the rest.",
    lesson: "ports/sixteen-bits-and-endpoints",
  },
  {
    id: "endpoint",
    term: "endpoint",
    definition:
      "Protocol, address and port together, such as TCP `192.0.2.10:443`: the full name of one end of a conversation.",
    lesson: "ports/sixteen-bits-and-endpoints",
  },
  {
    id: "scheme",
    term: "scheme",
    definition:
      "The word before `://` in a URL. It gives the port where the URL names none: 80 for http, 443 for https.",
    lesson: "ports/sixteen-bits-and-endpoints",
  },
  {
    id: "bind",
    term: "bind",
    definition: "To give a socket its own address and port.",
    lesson: "ports/sixteen-bits-and-endpoints",
  },
  {
    id: "iana",
    term: "IANA",
    definition:
      "The Internet Assigned Numbers Authority, which keeps the public list of services and their ports.",
    lesson: "ports/three-ranges",
  },
  {
    id: "registry",
    term: "registry",
    definition: "IANA's list: service name, port, protocol.",
    lesson: "ports/three-ranges",
  },
  {
    id: "system-port",
    term: "System Port",
    definition:
      "A port from 0 to 1023, given to a service after review by the group that writes internet standards. Also called a Well-Known Port.",
    lesson: "ports/three-ranges",
  },
  {
    id: "user-port",
    term: "User Port",
    definition:
      "A port from 1024 to 49151, which IANA gives to a service on request. Also called a Registered Port.",
    lesson: "ports/three-ranges",
  },
  {
    id: "dynamic-port",
    term: "Dynamic Port",
    definition:
      "A port from 49152 to 65535. These are never given to a service and are left free for anybody's use.",
    lesson: "ports/three-ranges",
  },
  {
    id: "registered",
    term: "registered",
    definition:
      "IANA's list has a service for this port. That neither keeps the port free on a host nor proves what runs there.",
    lesson: "ports/three-ranges",
  },
  {
    id: "reserved",
    term: "reserved",
    definition: "Kept back: no service is ever given this number, as with port 0.",
    lesson: "ports/sixteen-bits-and-endpoints",
  },
  {
    id: "in-use",
    term: "in use",
    definition: "Right now, on one particular host, a socket has this port.",
    lesson: "ports/three-ranges",
  },
  {
    id: "firewall",
    term: "firewall",
    definition: "A filter that lets only chosen traffic pass.",
    lesson: "ports/services-to-know",
  },
  {
    id: "dns",
    term: "DNS",
    definition: "The service that turns a name into an address, on port 53 of UDP and TCP.",
    lesson: "ports/services-to-know",
  },
  {
    id: "dhcp",
    term: "DHCP",
    definition:
      "The service that gives a host its IP address when it joins a network, on UDP ports 67 and 68.",
    lesson: "ports/services-to-know",
  },
  {
    id: "tls",
    term: "TLS",
    definition: "The encryption of HTTPS, and of the encrypted ways to send and read mail.",
    lesson: "ports/services-to-know",
  },
  {
    id: "ephemeral-port",
    term: "ephemeral port",
    definition: "A port that the operating system chose because the program named none.",
    lesson: "ports/ephemeral-ports",
  },
  {
    id: "loopback",
    term: "loopback",
    definition:
      "The way from a host to itself. What is sent to `127.0.0.1` or `::1` never leaves the host.",
    lesson: "ports/binding-and-conflicts",
  },
  {
    id: "wildcard",
    term: "wildcard",
    definition:
      "`0.0.0.0` for every IPv4 address of the host, `::` for every IPv6 one and on many systems the others too. A server bound to it can be reached at each of them.",
    lesson: "ports/binding-and-conflicts",
  },
  {
    id: "capability",
    term: "capability",
    definition:
      "One single right out of those that root, the user who may do everything, has on Linux.",
    lesson: "ports/binding-and-conflicts",
  },
  {
    id: "eaddrinuse",
    term: "EADDRINUSE",
    definition:
      "The error “Address already in use”: the operating system will not give out this address and port again.",
    lesson: "ports/binding-and-conflicts",
  },
  {
    id: "so-reuseport",
    term: "SO_REUSEPORT",
    definition:
      "The option that lets several sockets of one user bind to the very same address and port, if all of them set it.",
    lesson: "ports/binding-and-conflicts",
  },
  {
    id: "kernel",
    term: "kernel",
    definition: "The core of the operating system.",
    lesson: "ports/binding-and-conflicts",
  },
  {
    id: "so-reuseaddr",
    term: "SO_REUSEADDR",
    definition:
      "The option with which a socket binds past an old connection in TIME-WAIT. On Linux it does not let two TCP sockets listen on one port.",
    lesson: "ports/binding-and-conflicts",
  },
  {
    id: "time-wait",
    term: "TIME-WAIT",
    definition:
      "The state in which the side that closed first keeps a connection for a while, so that late segments are not taken for part of a new one. On Linux it lasts 60 seconds.",
    lesson: "ports/ephemeral-ports",
  },
];
