/**
 * What the course must cover, and where it does: every section of the two notes it grew from, and every error in them.
 * A place is `chapter/lesson`, with `#` and the heading's anchor where one section does it.
 */

interface Note {
  readonly title: string;
  /** Every heading of the note, in its order. */
  readonly sections: readonly { readonly heading: string; readonly places: readonly string[] }[];
}

interface Erratum {
  /** What the note says, shortened. */
  readonly says: string;
  /** Where it is put right, with words that stand there. */
  readonly shown: readonly { readonly place: string; readonly words: string }[];
}

export const NOTES: readonly Note[] = [
  {
    title: "The note on ports and sockets",
    sections: [
      {
        heading: "Ports",
        places: ["ports/what-is-a-port", "ports/sixteen-bits-and-endpoints", "ports/three-ranges"],
      },
      {
        heading: "Port number",
        places: [
          "ports/sixteen-bits-and-endpoints",
          "ports/three-ranges",
          "ports/binding-and-conflicts",
          "connections/one-port-many-clients#which-socket-gets-the-segment",
          "field/address-already-in-use",
        ],
      },
      { heading: "Notable well-known port numbers", places: ["ports/services-to-know"] },
      {
        heading: "List open ports",
        places: [
          "netstat/listen-and-established",
          "netstat/which-process",
          "field/what-is-exposed",
        ],
      },
      {
        heading: "Sockets",
        places: [
          "sockets/port-endpoint-socket-descriptor",
          "sockets/socket-api-call-by-call",
          "field/what-is-often-told-wrong#claims-about-the-calls",
        ],
      },
      { heading: "Types of sockets", places: ["sockets/three-types-compared-and-beyond"] },
      { heading: "Datagram sockets", places: ["sockets/datagram-sockets", "netstat/udp-rows"] },
      {
        heading: "Stream sockets",
        places: ["sockets/stream-sockets", "connections/the-handshake"],
      },
      { heading: "Raw sockets", places: ["sockets/raw-sockets"] },
    ],
  },
  {
    title: "The note on ports and netstat",
    sections: [
      { heading: "Port", places: ["ports/what-is-a-port", "ports/sixteen-bits-and-endpoints"] },
      { heading: "Netstat", places: ["netstat/the-first-row", "netstat/columns"] },
      { heading: "Port Numbers", places: ["ports/three-ranges"] },
      {
        heading: "System or Well-Known Ports, with examples",
        places: [
          "ports/three-ranges",
          "ports/services-to-know",
          "ports/binding-and-conflicts#low-ports",
        ],
      },
      {
        heading: "User or Registered Ports, with examples",
        places: ["ports/three-ranges#habits", "ports/services-to-know"],
      },
      {
        heading: "Dynamic or Private Ports",
        places: ["ports/three-ranges", "ports/ephemeral-ports", "field/ephemeral-ports-run-out"],
      },
      {
        heading: "Client-Server Ports",
        places: [
          "ports/ephemeral-ports",
          "connections/one-port-many-clients",
          "field/what-is-exposed",
        ],
      },
      { heading: "Final Example", places: ["netstat/a-listing-row-by-row"] },
      {
        heading: "0 – Local Machine as a Listening Server",
        places: ["netstat/a-listing-row-by-row", "netstat/loopback-one-interface-every"],
      },
      {
        heading: "1 – Local Machine Handling a Client as a Server",
        places: ["netstat/a-listing-row-by-row", "netstat/listen-and-established"],
      },
      {
        heading: "2 – Local Machine as a Client Connecting to a Server",
        places: ["netstat/a-listing-row-by-row", "netstat/the-first-row"],
      },
      {
        heading: "3 – Local Machine in Another Client Session",
        places: ["netstat/a-listing-row-by-row"],
      },
    ],
  },
];

const PORTS = "field/what-is-often-told-wrong#claims-about-ports";
const SOCKETS = "field/what-is-often-told-wrong#claims-about-sockets";
const CALLS = "field/what-is-often-told-wrong#claims-about-the-calls";
const LISTINGS = "field/what-is-often-told-wrong#claims-about-listings";

export const ERRATA: readonly Erratum[] = [
  {
    says: "143 is HTTP over TLS",
    shown: [
      { place: PORTS, words: "143 is IMAP" },
      { place: "ports/services-to-know#the-list", words: "143 TCP IMAP" },
    ],
  },
  {
    says: "Ports above 1023 are known as ephemeral",
    shown: [{ place: PORTS, words: "1024 to 49151 are User Ports" }],
  },
  {
    says: "67 and 68 are DHCP, 53 is DNS, without a protocol",
    shown: [
      { place: PORTS, words: "DHCP runs over UDP, 67 at the server and 68 at the client" },
      { place: "ports/services-to-know#the-list", words: "53 UDP and TCP DNS" },
    ],
  },
  {
    says: "A port identifies a process",
    shown: [{ place: PORTS, words: "It selects a socket" }],
  },
  {
    says: "Only one process may bind to an address and port",
    shown: [
      { place: PORTS, words: "With SO_REUSEPORT several may" },
      {
        place: "ports/binding-and-conflicts#two-options-with-similar-names",
        words: "SO_REUSEPORT lets several",
      },
    ],
  },
  {
    says: "TCP port 0 cannot be used",
    shown: [
      { place: PORTS, words: "it asks the system for a free port" },
      {
        place: "ports/sixteen-bits-and-endpoints#the-special-number-0",
        words: "Port 0 is reserved",
      },
    ],
  },
  {
    says: "A socket is a type of file descriptor",
    shown: [
      { place: SOCKETS, words: "A descriptor is a process's number for it" },
      {
        place: "sockets/port-endpoint-socket-descriptor#the-descriptor-a-processs-number-for-it",
        words: "a socket is referred to by one",
      },
    ],
  },
  {
    says: "HTTP and MySQL are on LISTEN until somebody visits",
    shown: [
      { place: LISTINGS, words: "LISTEN stays" },
      { place: "netstat/listen-and-established", words: "LISTEN" },
    ],
  },
  {
    says: "LISTEN and ESTABLISHED are both open ports",
    shown: [{ place: LISTINGS, words: "Only the listener takes newcomers" }],
  },
  {
    says: "A socket is bound at creation",
    shown: [
      { place: SOCKETS, words: "socket() gives it no address at all" },
      {
        place: "sockets/port-endpoint-socket-descriptor#the-socket-an-object-in-the-kernel",
        words: "it has no address and no port yet",
      },
    ],
  },
  {
    says: "Sockets exist only during the process's life",
    shown: [
      { place: SOCKETS, words: "TIME-WAIT when its process is long gone" },
      {
        place: "ports/binding-and-conflicts#the-port-of-a-program-that-is-gone",
        words: "TIME-WAIT",
      },
    ],
  },
  {
    says: "An endpoint is an IP address and a port",
    shown: [{ place: SOCKETS, words: "And a transport protocol" }],
  },
  {
    says: "bind(host, port), send before listen, recv() without a size, no accept and no connect",
    shown: [
      { place: CALLS, words: "bind takes one address" },
      { place: CALLS, words: "accept is missing" },
    ],
  },
  {
    says: "Stream sockets use TCP, SCTP or DCCP",
    shown: [
      { place: SOCKETS, words: "DCCP carries datagrams that may be lost" },
      { place: "sockets/three-types-compared-and-beyond#sctp-and-dccp", words: "DCCP" },
    ],
  },
  {
    says: "Stream sockets have out-of-band capabilities",
    shown: [{ place: SOCKETS, words: "RFC 9293 advises new programs not to use it" }],
  },
  {
    says: "Datagrams may be lost or reordered",
    shown: [
      { place: SOCKETS, words: "they may also arrive twice" },
      { place: "sockets/datagram-sockets#lost-doubled-out-of-order", words: "twice" },
    ],
  },
  {
    says: "Raw sockets: headers are broadcast, and usually included",
    shown: [
      { place: SOCKETS, words: "Sent, not broadcast" },
      { place: "sockets/raw-sockets#with-header-without-header", words: "header" },
    ],
  },
  {
    says: "lsof -i4 lists the sockets",
    shown: [{ place: LISTINGS, words: "It leaves out every IPv6 socket" }],
  },
  {
    says: "8080 is among the System Ports",
    shown: [
      { place: PORTS, words: "8080 is a User Port, registered as http-alt" },
      { place: "ports/three-ranges", words: "8080" },
    ],
  },
  {
    says: "8000 is Django and 8888 Jupyter, as if registered",
    shown: [
      { place: PORTS, words: "In the registry 8000 is irdmi and 8888 is NewsEDGE" },
      { place: "ports/three-ranges#habits", words: "8888" },
    ],
  },
  {
    says: "21 is FTP",
    shown: [
      { place: PORTS, words: "It is FTP's control channel" },
      {
        place: "ports/services-to-know#ftp-21-is-only-half",
        words: "The file itself comes over a second connection",
      },
    ],
  },
  {
    says: "All ranges are managed by IANA",
    shown: [{ place: PORTS, words: "are never given to anybody" }],
  },
  {
    says: "Servers use the low ranges, clients the dynamic one",
    shown: [
      { place: PORTS, words: "A habit, not a rule" },
      { place: "ports/ephemeral-ports#which-numbers-a-system-chooses-from", words: "32768" },
    ],
  },
  {
    says: "Port 80, so we can assume HTTP",
    shown: [
      {
        place: PORTS,
        words: "IANA says itself that traffic need not belong to the registered service",
      },
      { place: "netstat/the-first-row", words: "HTTP" },
    ],
  },
  {
    says: "The request is forwarded to port 80 or 443",
    shown: [{ place: PORTS, words: "The browser takes the port from the URL's scheme" }],
  },
  {
    says: "Netstat is the tool, and -an shows which services the machine hosts",
    shown: [
      { place: LISTINGS, words: "mostly obsolete and names ss instead" },
      { place: LISTINGS, words: "It shows sockets. Programs need another flag" },
    ],
  },
  {
    says: "127.0.0.1 connected to a public address",
    shown: [
      { place: LISTINGS, words: "such addresses must not appear outside a host" },
      { place: "netstat/the-first-row#an-old-example-put-right", words: "127.0.0.1" },
      { place: "netstat/a-listing-row-by-row", words: "127.0.0.1" },
    ],
  },
  {
    says: "333.333.333.333, XXX.XXX.XXX.XXX, 111.111.111.111",
    shown: [
      { place: LISTINGS, words: "each of the four numbers ends at 255, and X is a placeholder" },
    ],
  },
  {
    says: "127.0.0.1:21 LISTENING listens for connections",
    shown: [{ place: LISTINGS, words: "Only for its own" }],
  },
  {
    says: "An ESTABLISHED row on port 80, and no LISTEN row for it",
    shown: [{ place: LISTINGS, words: "This one can be" }],
  },
];
