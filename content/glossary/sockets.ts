import type { Term } from "#curriculum/term";

/** Sorted by id. */
export const TERMS: readonly Term[] = [
  {
    id: "address-family",
    term: "address family",
    definition:
      "The first value given to socket(): what its addresses look like. AF_INET is IPv4, AF_INET6 is IPv6, AF_UNIX has names of files.",
    lesson: "sockets/three-types-compared-and-beyond",
  },
  {
    id: "blocking-call",
    term: "blocking call",
    definition:
      "A call that returns only when it has something to return. Until then the kernel lets the program sleep.",
    lesson: "sockets/socket-api-call-by-call",
  },
  {
    id: "checksum",
    term: "checksum",
    definition:
      "A small number computed from data and sent with it. The receiver computes it again, and notices by it if the data was damaged on the way.",
    lesson: "sockets/datagram-sockets",
  },
  {
    id: "connected-udp-socket",
    term: "connected UDP socket",
    definition:
      "A UDP socket on which connect() was called. It notes one peer and takes datagrams from that peer alone; nothing is sent for it.",
    lesson: "sockets/datagram-sockets",
  },
  {
    id: "datagram-socket",
    term: "datagram socket",
    definition:
      "A socket that sends and receives single messages, each with the endpoint it goes to or came from. On the internet it is a UDP socket.",
    lesson: "sockets/datagram-sockets",
  },
  {
    id: "dccp",
    term: "DCCP",
    definition:
      "A transport protocol with connections over which datagrams are sent that may be lost, and that slows down when the network is full.",
    lesson: "sockets/three-types-compared-and-beyond",
  },
  {
    id: "descriptor",
    term: "descriptor",
    definition:
      "The small number by which one process refers to something it has open: a file, a terminal, a socket. Each process counts its own.",
    lesson: "sockets/port-endpoint-socket-descriptor",
  },
  {
    id: "end-of-file",
    term: "end of file",
    definition:
      "What recv() tells by returning no bytes: the other end has ended its direction, and all that it sent has been read.",
    lesson: "sockets/stream-sockets",
  },
  {
    id: "fin",
    term: "FIN",
    definition: "The mark on a segment that says: from this end nothing follows any more.",
    lesson: "sockets/stream-sockets",
  },
  {
    id: "fragment",
    term: "fragment",
    definition:
      "One of the pieces that IP cuts a packet into when it is too large for a link. The receiving host puts them together again.",
    lesson: "sockets/datagram-sockets",
    everyday: true,
  },
  {
    id: "half-close",
    term: "half-close",
    definition:
      "One direction of a connection has ended, by shutdown() or close() at one end, and the other direction goes on.",
    lesson: "sockets/stream-sockets",
  },
  {
    id: "listening-socket",
    term: "listening socket",
    definition:
      "A TCP socket on which listen() was called. It takes in connections, each of which gets a socket of its own, and carries no data itself.",
    lesson: "sockets/socket-api-call-by-call",
  },
  {
    id: "message-boundary",
    term: "message boundary",
    definition:
      "The place where one message ends and the next begins. Datagram sockets keep it, stream sockets do not.",
    lesson: "sockets/datagram-sockets",
  },
  {
    id: "packet-socket",
    term: "packet socket",
    definition:
      "A socket of Linux that is handed what a network card received, before any protocol is looked at. `tcpdump` uses one.",
    lesson: "sockets/raw-sockets",
  },
  {
    id: "peer",
    term: "peer",
    definition: "The endpoint at the other end of a connection.",
    lesson: "sockets/port-endpoint-socket-descriptor",
    everyday: true,
  },
  {
    id: "protocol-number",
    term: "protocol number",
    definition:
      "The field of the IP header that says what the packet carries: 1 for ICMP, 6 for TCP, 17 for UDP.",
    lesson: "sockets/raw-sockets",
  },
  {
    id: "raw-socket",
    term: "raw socket",
    definition:
      "A socket that sends and receives what IP carries, with no transport protocol between. It has no port; a protocol number selects it.",
    lesson: "sockets/raw-sockets",
  },
  {
    id: "receive-buffer",
    term: "receive buffer",
    definition:
      "Memory of the kernel in which a socket keeps what has arrived until the program reads it. Recv-Q counts it.",
    lesson: "sockets/stream-sockets",
  },
  {
    id: "sctp",
    term: "SCTP",
    definition:
      "A transport protocol with connections and repetition, like TCP, that keeps messages apart and can carry several streams of them at once.",
    lesson: "sockets/three-types-compared-and-beyond",
  },
  {
    id: "send-buffer",
    term: "send buffer",
    definition:
      "Memory of the kernel in which a socket keeps what the program has sent until the other host has acknowledged it. Send-Q counts it.",
    lesson: "sockets/stream-sockets",
  },
  {
    id: "stream-socket",
    term: "stream socket",
    definition:
      "A socket that carries bytes in order, in both directions, over a connection, and keeps no boundaries between them. On the internet it is a TCP socket.",
    lesson: "sockets/stream-sockets",
  },
  {
    id: "system-call",
    term: "system call",
    definition:
      "A request from a program to the kernel, such as socket() or connect(). It returns a result or an error.",
    lesson: "sockets/socket-api-call-by-call",
  },
  {
    id: "unix-domain-socket",
    term: "UNIX-domain socket",
    definition:
      "A socket between programs on one host. Its address is the name of a file; it has neither IP address nor port.",
    lesson: "sockets/three-types-compared-and-beyond",
  },
];
