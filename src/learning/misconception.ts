/**
 * What people believe about ports and sockets. Each belief has an id, so that a wrong choice can
 * name the belief behind it. The list grows with the course; a lesson uses only ids that stand here.
 */
export interface Misconception {
  /** The belief, as a person who holds it would say it. */
  readonly belief: string;
  /** What is so, in one or two sentences. */
  readonly truth: string;
  /** Where the truth is stated. */
  readonly source: string;
}

export const MISCONCEPTIONS = {
  "port-is-hardware": {
    belief: "A port is a socket in the machine's case that a cable goes into.",
    truth:
      "A port in TCP and UDP is a number written in every segment and datagram. One cable carries traffic for all of them.",
    source: "RFC 9293 §3.1; RFC 768",
  },
  "port-is-socket": {
    belief: "A port and a socket are the same thing.",
    truth:
      "A port is a number. A socket is the object in the operating system that a program sends and receives through; many sockets can carry the same local port.",
    source: "RFC 9293 §4; bind(2)",
  },
  "port-is-process": {
    belief: "A port number is the number of a program.",
    truth:
      "A port selects a socket. Several programs may hold that socket, and one program may hold sockets on many ports. A process has a number of its own.",
    source: "socket(7)",
  },
  "tcp-udp-clash": {
    belief: "TCP port 53 and UDP port 53 are one port, so two programs would clash.",
    truth:
      "Each transport protocol has port numbers of its own. TCP 53 and UDP 53 can be in use at the same time.",
    source: "RFC 6335 §6",
  },
  "ping-has-port": {
    belief: "Ping uses a port.",
    truth:
      "Ping sends ICMP messages, and ICMP has no ports. Ports belong to transports: TCP, UDP, UDP-Lite, SCTP and DCCP.",
    source: "RFC 792; RFC 6335 §6",
  },
  "endpoint-without-protocol": {
    belief: "An address and a port are enough to name an endpoint.",
    truth:
      "The transport protocol belongs to it too: TCP 192.0.2.10:53 and UDP 192.0.2.10:53 are two endpoints.",
    source: "RFC 6335 §6; ip(7)",
  },
  "port-zero": {
    belief: "Port 0 can be used like any other port.",
    truth:
      "Port 0 is reserved. A program that binds to 0 asks the operating system to choose a free port for it. In UDP a source port of 0 means that no reply is expected.",
    source: "IANA registry; ip(7); RFC 768",
  },
  "client-uses-80": {
    belief: "To talk to port 80, the client uses its own port 80 too.",
    truth:
      "The client's end has a port of its own, normally an ephemeral one which its operating system chose.",
    source: "ip(7)",
  },
  "accept-new-port": {
    belief: "For each client the server opens a new port on its side.",
    truth:
      "Every connection keeps the server's port. The connections are told apart by the client's address and port.",
    source: "accept(2); RFC 9293 §3.4.1",
  },
  "server-65535": {
    belief: "A server can hold no more than 65535 clients, one for each port.",
    truth:
      "All clients share the server's one port. What must be unique is the combination of both addresses and both ports.",
    source: "RFC 9293 §3.4.1",
  },
  "ephemeral-49152": {
    belief: "Ephemeral ports start at 49152 on every system.",
    truth:
      "49152 to 65535 is IANA's Dynamic range, and the default of Windows and macOS. Linux chooses from 32768 to 60999, FreeBSD from 10000 to 65535.",
    source: "The kernel's ip-sysctl; RFC 6335 §6; FreeBSD's netinet/in.h",
  },
  "ephemeral-above-1023": {
    belief: "Every port from 1024 up is an ephemeral port.",
    truth:
      "1024 to 49151 are the User Ports, which IANA registers for services. Ephemeral is a use, not a registration.",
    source: "RFC 6335 §6",
  },
  "registered-is-reserved": {
    belief: "A port registered for one service cannot be used by anything else.",
    truth:
      "A registration is an entry in a public list. No operating system enforces it, so any program may use the port.",
    source: "RFC 6335 §6; IANA registry's note",
  },
  "port-proves-service": {
    belief: "Traffic on port 80 is HTTP, because 80 is HTTP's port.",
    truth:
      "The number is a hint. Any program can listen on any port; IANA's registry says itself that traffic need not correspond to the assigned service.",
    source: "IANA registry's note",
  },
  "8080-is-system": {
    belief: "8080 is a well-known port like 80.",
    truth: "8080 is registered as http-alt, and it is a User Port: the System Ports end at 1023.",
    source: "RFC 6335 §6; IANA registry",
  },
  "habit-is-registration": {
    belief: "Port 8000 is registered for Django and 8888 for Jupyter.",
    truth: "Those are the tools' defaults. In the registry 8000 is irdmi and 8888 is NewsEDGE.",
    source: "IANA registry",
  },
  "https-tcp-only": {
    belief: "HTTPS is TCP only.",
    truth: "HTTP/3 runs over QUIC, which runs over UDP, usually on port 443 as well.",
    source: "RFC 9114",
  },
  "below-1024-root": {
    belief: "Only root can use a port below 1024.",
    truth:
      "On Linux the capability CAP_NET_BIND_SERVICE is enough, and the limit itself is a setting. macOS asks for privilege only where one particular address is named, and Windows has no such rule.",
    source: "ip(7); the kernel's ip-sysctl; Apple's bsd/netinet/in_pcb.c",
  },
  "any-is-localhost": {
    belief: "0.0.0.0 is another way to write localhost.",
    truth:
      "A server bound to 0.0.0.0 accepts on every IPv4 address of the machine, so other machines can reach it.",
    source: "ip(7)",
  },
  "localhost-is-127": {
    belief: "localhost is another name for 127.0.0.1.",
    truth:
      "It stands for two addresses, 127.0.0.1 and ::1. A server on one of them does not answer on the other.",
    source: "RFC 6761 §6.3; seen on Linux",
  },
  "address-is-interface": {
    belief: "A server bound to one address is reached only through the interface that has it.",
    truth:
      "The address decides to which packets the socket listens, not the way they come in. Linux takes a packet for any of its addresses through any interface.",
    source: "RFC 1122 §3.3.4.2; seen on Linux",
  },
  "row-shows-firewall": {
    belief: "A listing shows whether a firewall lets others in.",
    truth:
      "It shows sockets. A firewall looks at packets before they reach a socket, and no row changes because of it.",
    source: "Seen on Linux",
  },
  "loopback-reachable": {
    belief: "A server on 127.0.0.1 can be reached from the local network.",
    truth:
      "Loopback addresses never leave the machine. Only its own programs reach a server bound to 127.0.0.1.",
    source: "RFC 1122 §3.2.1.3",
  },
  "one-process-per-port": {
    belief: "A port belongs to one process, always.",
    truth:
      "Another local address, another protocol, SO_REUSEPORT and inherited sockets all put several processes on one port number.",
    source: "socket(7)",
  },
  "reuseaddr-two-listeners": {
    belief: "SO_REUSEADDR lets two programs listen on the same TCP port.",
    truth:
      "Not on Linux: while one socket listens there, a second one gets EADDRINUSE. The option is for binding while old connections still linger.",
    source: "socket(7)",
  },
  "in-use-means-running": {
    belief: "“Address already in use” means that the old program still runs.",
    truth:
      "It may be gone. A connection it closed can remain in TIME-WAIT, for 60 seconds on Linux, and hold the port.",
    source: "ip(7)",
  },
  "only-listeners-hold-ports": {
    belief: "Only a program that listens can hold a port.",
    truth:
      "Every TCP socket with that local port can: a connection that outlived its listener, a client whose ephemeral port it is, a connection in TIME-WAIT, a socket that is only bound.",
    source: "bind(2); ip(7); seen on Linux",
  },
  "bind-before-listen": {
    belief: "A server has to choose a port with bind() before it can listen.",
    truth:
      "listen() on a socket without an address gets an ephemeral port. It works, but nobody knows the number.",
    source: "ip(7)",
  },
  "refused-is-firewall": {
    belief: "“Connection refused” means that a firewall is in the way.",
    truth:
      "Usually the machine answered that nobody listens there. A firewall is more often silent.",
    source: "RFC 9293 §3.5.2",
  },
  "udp-listens": {
    belief: "A UDP server is in the state LISTEN.",
    truth:
      "UDP has no such state. netstat prints none, ss prints UNCONN, and a client that waits for an answer looks the same.",
    source: "netstat(8)",
  },
  "listen-becomes-established": {
    belief: "When a client connects, the LISTEN row turns into the ESTABLISHED row.",
    truth:
      "The listener stays in LISTEN. Each connection is a new socket, with a row of its own beside it.",
    source: "accept(2)",
  },
  "foreign-zero-is-host": {
    belief: "The foreign address 0.0.0.0:0 is a host that is connected.",
    truth: "It stands for nobody: the socket has no peer yet, and anyone may become one.",
    source: "RFC 9293 §3.9.1.1",
  },
  "handshake-politeness": {
    belief: "The handshake is a greeting: it only says that both ends are there.",
    truth:
      "It agrees on each side's first sequence number, and both have to be acknowledged. That also keeps an old duplicate SYN from opening a connection.",
    source: "RFC 9293 §3.5",
  },
  "syn-has-no-number": {
    belief: "SYN and FIN carry no data, so they take no sequence number.",
    truth:
      "Each takes one sequence number, as a byte of data does. That is how they can be acknowledged, and sent again when they are lost.",
    source: "RFC 9293 §3.4",
  },
  "always-client-server": {
    belief:
      "In every connection one end is the client, which asks, and the other the server, which answers.",
    truth:
      "TCP needs no server: two ends can send their SYNs at the same time, and get one connection. Nobody listens then.",
    source: "RFC 9293 §3.5",
  },
  "send-equals-recv": {
    belief: "What one send() sends, one recv() receives.",
    truth:
      "A stream keeps no boundaries between calls: recv() gives what has arrived, from one call or from several. A datagram does keep them.",
    source: "socket(2)",
  },
  "close-sends-fin": {
    belief: "close() always sends a FIN.",
    truth:
      "Not while another process still has the descriptor open. Where data was never read, or SO_LINGER is 0, a reset goes instead.",
    source: "close(2); RFC 1122 §4.2.2.13; socket(7)",
  },
  "close-ends-both": {
    belief: "When one end closes, the connection is closed in both directions.",
    truth:
      "A FIN ends one direction, that of the end which sent it. The other end may go on sending until it closes too.",
    source: "RFC 9293 §3.6",
  },
  "close-wait-timer": {
    belief: "CLOSE-WAIT is over by itself after a while.",
    truth: "It lasts until this end's own program closes its socket. No timer ends it.",
    source: "RFC 9293 §3.3.2",
  },
  "close-wait-is-the-peers": {
    belief: "Rows in CLOSE-WAIT mean that the other side, or the network, does not finish closing.",
    truth:
      "The other side has closed, and its FIN has arrived. What is missing is the close() of this host's own program.",
    source: "RFC 9293 §3.3.2",
  },
  "keepalive-mends-close-wait": {
    belief: "Keepalive cleans up connections that a program forgot to close.",
    truth:
      "It asks whether the other host is still there. A reset in answer may remove the row, but the program's descriptor stays open until the program closes it.",
    source: "tcp(7); seen on Linux",
  },
  "time-wait-is-leak": {
    belief: "TIME-WAIT is a leak, or a thing of servers.",
    truth:
      "The end that closes first keeps it, client or server, in case the last acknowledgment is lost. On Linux it is over after 60 seconds.",
    source: "RFC 9293 §3.6.1; Linux's TCP_TIMEWAIT_LEN",
  },
  "udp-silence-closed": {
    belief: "Over UDP, no answer means that nobody has the port.",
    truth:
      "A host whose port nobody has answers with ICMP, port unreachable. Silence says nothing: the datagram may be lost, filtered, or taken by a program that does not answer.",
    source: "RFC 1122 §4.1.3.1",
  },
  "udp-never-established": {
    belief: "UDP never shows ESTABLISHED, since it has no connections.",
    truth:
      "After connect() a UDP socket has one peer, and netstat prints ESTABLISHED for it, ss prints ESTAB. Nothing was sent for that, and the peer need not exist.",
    source: "udp(7); seen on Linux",
  },
  "raw-takes-packets": {
    belief: "A raw socket takes packets away from the programs they were meant for.",
    truth:
      "It is handed copies. The kernel's own TCP, UDP and ICMP receive the same packets and act as if it were not there.",
    source: "raw(7)",
  },
  "raw-has-port": {
    belief: "Every socket has a port, raw sockets too.",
    truth:
      "Ports belong to transports such as TCP and UDP. A raw socket is selected by the protocol number in the IP header; tools print that number where a port would stand.",
    source: "raw(7)",
  },
  "ping-needs-root": {
    belief: "Only root can use ping, because it needs a raw socket.",
    truth:
      "Everybody can. The program's file carries the capability CAP_NET_RAW, or the kernel offers a datagram socket for pings that needs no privilege.",
    source: "raw(7); icmp(7)",
  },
  "stream-is-tcp": {
    belief: "A stream socket is TCP, and a datagram socket is UDP.",
    truth:
      "The type says what a program may rely on; the protocol says how it is done. UNIX-domain sockets have both types with no network protocol at all.",
    source: "socket(2); unix(7)",
  },
  "dual-stack": {
    belief: "A server bound to :: serves IPv6 only.",
    truth:
      "On Linux a socket bound to :: takes IPv4 too, unless IPV6_V6ONLY is set. Other systems have other defaults.",
    source: "ipv6(7); seen on Linux",
  },
  "closed-is-a-port-property": {
    belief: "A port is open, closed or filtered, wherever you look from.",
    truth:
      "Those words tell what one tester saw from one place. Another host, another address or another moment can see something else.",
    source: "nmap's reference guide, port scanning basics",
  },
  "bound-at-creation": {
    belief: "A socket has its address and port from the moment it is created.",
    truth:
      "socket() gives it neither. bind() sets them, or the kernel chooses at connect(), listen() or the first datagram sent.",
    source: "socket(2); bind(2); ip(7)",
  },
  "socket-dies-with-process": {
    belief: "When a process ends, its sockets are gone at once.",
    truth:
      "The kernel still closes the connections, and may keep one in TIME-WAIT for a minute. A socket that another process inherited stays open.",
    source: "RFC 9293 §3.6.1; close(2)",
  },
  "no-name-no-program": {
    belief:
      "A row without a program's name belongs to no program, and an empty answer means a free port.",
    truth:
      "The tool could name none. Without root it may not look into other people's processes, and lsof leaves their sockets out altogether.",
    source: "netstat(8); lsof(8); proc(5)",
  },
  "no-row-no-answer": {
    belief: "A port that no row of a host's listing shows cannot answer.",
    truth:
      "A rule of the host may pass what arrives on to a container or to another machine. Then the listener stands in another table.",
    source: "network_namespaces(7); seen on Linux",
  },
  "send-means-delivered": {
    belief: "When send() returns, the other side has the data.",
    truth:
      "It returns when the kernel has the bytes in its send queue. They may still be on the way, or never arrive.",
    source: "send(2); RFC 9293 §3.9.1",
  },
  "established-is-open-port": {
    belief: "LISTEN and ESTABLISHED are both open ports that others can connect to.",
    truth:
      "Only a listener takes new connections. An ESTABLISHED socket speaks with one peer and accepts nobody else.",
    source: "RFC 9293 §3.3.2; accept(2)",
  },
  "loopback-talks-outside": {
    belief: "A row can show 127.0.0.1 connected to an address on the internet.",
    truth:
      "Loopback addresses never leave the host. A connection to another host has one of this host's own addresses as its local end, unless the host itself rewrites addresses.",
    source: "RFC 1122 §3.2.1.3",
  },
  "fin-timeout-is-time-wait": {
    belief: "A setting such as tcp_fin_timeout shortens TIME-WAIT.",
    truth:
      "tcp_fin_timeout limits FIN-WAIT-2. On Linux TIME-WAIT lasts 60 seconds, and no setting changes that.",
    source: "tcp(7); Linux's TCP_TIMEWAIT_LEN; seen on Linux",
  },
  "no-port-left-is-server": {
    belief: "“Cannot assign requested address” means that the server has no room left.",
    truth:
      "The client's own system says it, and nothing was sent: no local port is left towards this endpoint, or the address to bind is none of this host's.",
    source: "connect(2); bind(2)",
  },
} as const satisfies Record<string, Misconception>;

export type MisconceptionId = keyof typeof MISCONCEPTIONS;
