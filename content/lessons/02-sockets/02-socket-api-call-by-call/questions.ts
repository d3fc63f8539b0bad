import type { Question } from "#learning/question";

export const questions = [
  {
    id: "bound-only",
    kind: "choose-one",
    prompt:
      "A server has called `socket()` and `bind()` for TCP port 8080. Before it calls `listen()`, it reads a long file. A client connects to port 8080 in the meantime. What happens?",
    choices: [
      {
        text: "The client waits until the server listens.",
        because:
          "It would be kind, and a connection that is not yet accepted does wait. But that is after `listen()`. Before it, the kernel turns the client away.",
      },
      {
        text: "The client is connected, since the port is taken.",
        because:
          "The port is taken in the sense that nobody else can bind it. To take connections as well, a socket has to listen.",
      },
      {
        text: "“Connection refused”: nobody listens there.",
        right: true,
        because:
          "A socket that is bound and does not listen takes no connections. To the client it looks as if nobody had the port.",
      },
      {
        text: "“Connection refused”, from a firewall.",
        because:
          "The message is right. But no filter is needed for it: the server's own kernel answers so where nobody listens.",
        belief: "refused-is-firewall",
      },
    ],
  },
  {
    id: "without-bind",
    kind: "choose-one",
    prompt:
      "A program calls `socket()` and then `listen()`, without `bind()`. What happens on Linux?",
    choices: [
      {
        text: "`listen()` fails: a server must choose its port first.",
        because:
          "It is so in every example, and nearly always in practice. But it is not a rule: the kernel fills in what is missing.",
        belief: "bind-before-listen",
      },
      {
        text: "It listens on port 0, where no client finds it.",
        because:
          "Before `listen()` the socket's port is 0, which means none. Nothing ever listens on it.",
        belief: "port-zero",
      },
      {
        text: "It listens on a port that the kernel has chosen.",
        right: true,
        because:
          "The port is an ephemeral one. It works, but the clients would have to be told the number.",
      },
      {
        text: "It listens on every port that is free.",
        because:
          "Without an address a socket does listen on every address of the host. There is no such thing for ports: it gets one.",
      },
    ],
  },
  {
    id: "what-accept-returns",
    kind: "choose-one",
    prompt: "A server listens with descriptor 3 on port 8080. What does `accept()` return?",
    choices: [
      {
        text: "A new socket, on the same local port 8080.",
        right: true,
        because:
          "It comes with a new descriptor and the peer's address. The listening socket keeps listening beside it.",
      },
      {
        text: "Descriptor 3 again, now connected to the client.",
        because:
          "One socket for one port would be tidy. But then the server could take no further client: the listening socket stays as it is, with its descriptor.",
        belief: "listen-becomes-established",
      },
      {
        text: "A new socket, on a new port of the server.",
        because:
          "The socket is new and has a new descriptor. Its local port is 8080 all the same; the peer tells it from others.",
        belief: "accept-new-port",
      },
      {
        text: "The first bytes that the client has sent.",
        because:
          "`accept()` returns as soon as a connection is ready, whether or not data has come. Bytes are for `recv()`.",
      },
    ],
  },
  {
    id: "put-in-order",
    kind: "choose-one",
    prompt:
      "A page gives this list as “the socket commands of a Python server”. What is the most important thing to put right?",
    listing: `socket.socket()
s.bind(host, port)
s.send()
s.listen()
s.recv()
s.close()`,
    choices: [
      {
        text: "`close()` should come before `recv()`, or the data is lost.",
        because:
          "After `close()` there is no descriptor to read from. Reading comes first, and here it does.",
      },
      {
        text: "`accept()` is missing, and only what it returns can send and receive.",
        right: true,
        because:
          "A listening socket carries no data. After `listen()` comes `accept()`, and `recv()` and `send()` are called on the new socket. Besides, `bind` takes one pair, `((host, port))`, and `recv` needs a number.",
      },
      {
        text: "`connect()` is missing between `bind()` and `listen()`.",
        because:
          "`connect()` is missing from the list, but it is the client's call. A server waits for others to make contact.",
      },
      {
        text: "`bind()` is superfluous, because `socket()` gives the socket its port.",
        because:
          "A new socket has no port. Without `bind()` the kernel would choose one, and the clients would not know it.",
        belief: "bound-at-creation",
      },
    ],
  },
  {
    id: "node-one-line",
    kind: "choose-one",
    prompt:
      "A server in Node has one line for its port: `server.listen(8080)`. No client has come yet. Which system calls has that line brought, apart from those that set options?",
    choices: [
      {
        text: "`socket`, `bind` and `listen`",
        right: true,
        because:
          "`strace` shows the three one after the other, with `setsockopt` between. Node's `listen` does what takes three calls in Python and C.",
      },
      {
        text: "`listen` alone, as its name says",
        because:
          "The names are the same, so it looks like the same call. But a system call `listen` needs a socket first, and the port 8080 has to be bound.",
      },
      {
        text: "`bind` and `listen`, then `accept`",
        because:
          "The order is right, and Node does call `accept` by itself. But it comes with the first client, and before all of them comes `socket`.",
      },
    ],
  },
  {
    id: "which-call-failed",
    kind: "choose-one",
    prompt:
      "A server prints “Cannot assign requested address” (EADDRNOTAVAIL) when it starts. In its settings stands `192.0.2.10:8080`. What is the likely cause?",
    choices: [
      {
        text: "Another program listens on port 8080.",
        because:
          "That is the other error of `bind()`: EADDRINUSE, “Address already in use”. The two sentences sound alike.",
      },
      {
        text: "A firewall blocks port 8080.",
        because:
          "`bind()` sends nothing, so no filter on the way can make it fail. The error is decided within this host.",
      },
      {
        text: "The program may not use port 8080.",
        because:
          "A missing right gives EACCES, “Permission denied”. And 8080 is above 1023, where Linux asks for none.",
        belief: "8080-is-system",
      },
      {
        text: "`192.0.2.10` is not an address of this host.",
        right: true,
        because:
          "`bind()` takes only an address that the host itself has. Perhaps the setting was copied from another machine.",
      },
    ],
  },
  {
    id: "waiting-connection",
    kind: "choose-several",
    prompt: "This is a server's table. Which statements hold?",
    listing: `State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 1      5            0.0.0.0:8080      0.0.0.0:*     users:(("python3",pid=948,fd=3))
ESTAB  0      0         192.0.2.10:8080   192.0.2.20:57920`,
    choices: [
      {
        text: "For the client, the connection stands already.",
        right: true,
        because:
          "The kernels have agreed on it. The client's `connect()` has returned, and it may send.",
      },
      {
        text: "The server's program has called `accept()`.",
        because:
          "Then the second row would name the process and a descriptor, and `Recv-Q` of the first would be 0.",
      },
      {
        text: "One connection waits to be accepted.",
        right: true,
        because:
          "For a listening socket `Recv-Q` counts exactly these. The second row is this connection.",
      },
      {
        text: "One byte has arrived that the program has not read.",
        because:
          "In the row of a connection `Recv-Q` counts bytes, and there it is 0. In a row in LISTEN it counts connections.",
      },
      {
        text: "The process of the second row has ended.",
        because:
          "A row without a process can mean that. Here it has had none yet: nobody has accepted the connection.",
      },
    ],
  },
] as const satisfies readonly Question[];
