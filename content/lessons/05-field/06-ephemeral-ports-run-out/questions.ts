import type { Question } from "#learning/question";

export const questions = [
  {
    id: "who-says-so",
    kind: "choose-one",
    prompt:
      "A program on a Linux host calls `connect()` to `192.0.2.50:5432` and gets “Cannot assign requested address”. Who said that, and why?",
    choices: [
      {
        text: "The database server: all its 65,535 ports are taken.",
        because:
          "The call names the server, so the error seems to be about it. But the server uses one port for all clients, and no segment was sent to it.",
        belief: "no-port-left-is-server",
      },
      {
        text: "The program's own system: it has no port left for this.",
        right: true,
        because:
          "Each connection needs a port of its own on this side. All in the range are taken towards this one endpoint.",
      },
      {
        text: "A firewall on the way, which lets no more connections pass.",
        because:
          "A firewall is silent, or sends a reset or an ICMP message. The words would be “timed out” or “refused”.",
      },
      {
        text: "The network: the address `192.0.2.50` does not exist.",
        because:
          "The address in this message is not the destination. What could not be assigned is the local end.",
      },
    ],
  },
  {
    id: "how-many-fit",
    kind: "type-number",
    prompt:
      "On a Linux host `ip_local_port_range` is `20000 29999`. It has two addresses, and its programs use both. How many connections can it have at once to `192.0.2.10:443`?",
    answer: 20000,
    because:
      "20000 to 29999 are 10,000 ports, and each of the two local addresses has all of them towards this endpoint.",
    near: [
      {
        value: 10000,
        because: "That is the number for one local address. The second one has as many again.",
      },
      {
        value: 19998,
        because: "Both ends belong to the range: 29999 − 20000 + 1 are 10,000 ports.",
      },
      {
        value: 9999,
        because: "Both ends belong to the range, and there are two local addresses.",
      },
      {
        value: 65535,
        because:
          "The highest port number limits nothing here. What counts is the size of the range, for each local address.",
        belief: "server-65535",
      },
    ],
  },
  {
    id: "rate",
    kind: "type-number",
    prompt:
      "A Linux client has a range of 6,000 ports and one address. It makes short connections to one endpoint over the network and closes each first, with default settings. How many new connections a second can it keep up?",
    answer: 100,
    because: "Each port comes back after 60 seconds: 6,000 / 60.",
    near: [
      {
        value: 6000,
        because:
          "For one second, yes. After it all 6,000 ports are in TIME-WAIT for the rest of the minute.",
      },
      {
        value: 25,
        because:
          "That would be the standard's four minutes. Linux keeps a connection in TIME-WAIT for 60 seconds.",
      },
      {
        value: 470,
        because: "That is the rate for the default range of 28,232 ports. Here there are 6,000.",
      },
    ],
  },
  {
    id: "which-cause",
    kind: "choose-one",
    prompt:
      "After a move to a new machine a server does not start. Its log has one line. What do you look at first?",
    listing: `bind() to 192.0.2.10:80 failed (99: Cannot assign requested address)`,
    choices: [
      {
        text: "At the addresses of the new machine: it has no `192.0.2.10`.",
        right: true,
        because: "The call was `bind()`. The server still names the address of the old machine.",
      },
      {
        text: "At the number of connections: all ephemeral ports are taken.",
        because:
          "That is the other cause of the same words, and there the call is `connect()`. This server asks for port 80, which is not an ephemeral one.",
      },
      {
        text: "At the other servers: one of them has port 80 already.",
        because:
          "It is the usual reason why `bind()` fails. But then the error would be EADDRINUSE, “Address already in use”.",
      },
      {
        text: "At the rights of the program: port 80 needs root.",
        because:
          "Port 80 does need a right on Linux. But then the error would be EACCES, “Permission denied”.",
        belief: "below-1024-root",
      },
    ],
  },
  {
    id: "more-room",
    kind: "choose-several",
    prompt:
      "A proxy on Linux runs out of ports towards one server behind it. Which of these give it room for more connections at the same time?",
    choices: [
      {
        text: "The server listens on a second port as well, and the proxy uses both.",
        right: true,
        because: "Towards the second port all numbers of the range may serve once more.",
      },
      {
        text: "The server's backlog for `listen()` is raised.",
        because:
          "It makes the queue before accept() longer. The proxy cannot even send a SYN, so no queue is reached.",
        belief: "no-port-left-is-server",
      },
      {
        text: "The proxy's host gets a second address, and the proxy uses both.",
        right: true,
        because: "Each local address has a whole range towards the endpoint.",
      },
      {
        text: "`ip_local_port_range` on the host of the server behind it is widened.",
        because:
          "For connections that come in, the server's system chooses no port: they all have the port of the listener.",
        belief: "accept-new-port",
      },
      {
        text: "`ip_local_port_range` on the proxy's host is widened.",
        right: true,
        because: "More numbers, more 4-tuples. Mind the servers that listen in that range.",
      },
    ],
  },
  {
    id: "bound-early",
    kind: "choose-one",
    prompt:
      "A Linux program binds each of its client sockets to its address with port 0 and then connects. The range has 28,232 ports. Its connections go to two servers, half to each. After how many in all does it fail, and where?",
    choices: [
      {
        text: "After 56,464, at `connect()`: 28,232 towards each server.",
        because:
          "That would be so if the port were chosen at `connect()`. But `bind()` had to choose it, with no destination to tell two uses apart.",
      },
      {
        text: "After 28,232, at the server: it has no port left.",
        because:
          "The number is right, the place is not. The server's port is shared by all of them, and it sees nothing of this failure.",
        belief: "no-port-left-is-server",
      },
      {
        text: "Never: with port 0 no port is taken.",
        because:
          "Port 0 asks the system to choose one. The socket then has a real port, and keeps it.",
      },
      {
        text: "After 28,232, at `bind()`.",
        right: true,
        because:
          "Each `bind()` takes a port that no other socket of this address has. The error is EADDRINUSE. With IP_BIND_ADDRESS_NO_PORT there would be twice the room.",
      },
    ],
  },
] as const satisfies readonly Question[];
