import type { Term } from "#curriculum/term";

/** Sorted by id. */
export const TERMS: readonly Term[] = [
  {
    id: "blocking-call",
    term: "blocking call",
    definition:
      "A call that returns only when it has something to return. Until then the kernel lets the program sleep.",
    lesson: "sockets/socket-api-call-by-call",
  },
  {
    id: "descriptor",
    term: "descriptor",
    definition:
      "The small number by which one process refers to something it has open: a file, a pipe, a socket. Each process counts its own.",
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
    id: "peer",
    term: "peer",
    definition: "The endpoint at the other end of a connection.",
    lesson: "sockets/port-endpoint-socket-descriptor",
    everyday: true,
  },
  {
    id: "receive-buffer",
    term: "receive buffer",
    definition:
      "Memory of the kernel in which a socket keeps what has arrived until the program reads it. Recv-Q counts it.",
    lesson: "sockets/stream-sockets",
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
];
