import type { Question } from "#learning/question";

export const questions = [
  {
    id: "what-is-the-three",
    kind: "choose-one",
    prompt: "A Python program makes a socket and prints it. What is the 3?",
    listing: `<socket.socket fd=3, family=2, type=1, proto=0, laddr=('0.0.0.0', 0)>`,
    choices: [
      {
        text: "Its port: the kernel has chosen the third one that was free.",
        because:
          "A port is a number as well, so it is easily taken for one. But this socket has no port yet: `laddr` ends in 0.",
        belief: "bound-at-creation",
      },
      {
        text: "A count: it is the third socket on this machine.",
        because:
          "A machine has many more than three, and the number counts nothing of the whole machine. It means something within this one process only.",
      },
      {
        text: "A number by which this one process refers to the socket.",
        right: true,
        because:
          "It is the descriptor. 0, 1 and 2 were taken when the program began, and 3 was the lowest number that was free.",
      },
      {
        text: "The number of the protocol, TCP.",
        because:
          "The protocol is told by `type=1` and `proto=0`. TCP's own number among protocols is 6.",
      },
    ],
  },
  {
    id: "after-socket",
    kind: "choose-several",
    prompt:
      "A program has called `socket()` for TCP over IPv4, and nothing else. What does the new socket have already?",
    choices: [
      {
        text: "The protocol that it will use",
        right: true,
        because: "It is fixed when the socket is made. This socket will never carry UDP.",
      },
      {
        text: "A local port",
        because:
          "You will read that a socket is bound when it is created. It is not: bind, connect or listen give it a port, and Python shows 0 until then.",
        belief: "bound-at-creation",
      },
      {
        text: "A descriptor in the process that made it",
        right: true,
        because: "That is what `socket()` returns.",
      },
      {
        text: "A peer",
        because:
          "A connection has two ends, so it seems to belong to a socket. But nobody is at the other end before a connection has been made.",
      },
    ],
  },
  {
    id: "same-three",
    kind: "choose-one",
    prompt:
      "Suppose that on one host a web server and a database both show `fd=3` in their rows. What follows from that?",
    listing: `State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
LISTEN 0      511       192.0.2.10:80        0.0.0.0:*     users:(("nginx",pid=1201,fd=3))
LISTEN 0      244       127.0.0.1:5432       0.0.0.0:*     users:(("postgres",pid=988,fd=3))`,
    choices: [
      {
        text: "They share one socket.",
        because:
          "Two processes can share a socket, but these are two rows with different ports. Each process counts its descriptors by itself.",
      },
      {
        text: "Nothing: each process has its own descriptor 3.",
        right: true,
        because:
          "A descriptor has a meaning within its process only. In both, 3 was free when the socket was made.",
      },
      {
        text: "One of the two rows is out of date.",
        because:
          "It would be, if descriptors were numbers of the whole machine. They are counted anew in each process.",
      },
      {
        text: "The two processes cannot both be running.",
        because:
          "Two processes never have the same PID, and `fd=3` looks like such a number. But the PIDs here are 1201 and 988, and a descriptor is counted within each process.",
      },
    ],
  },
  {
    id: "count-the-ports",
    kind: "type-number",
    prompt:
      "A server listens on TCP port 8080. Three hundred clients are connected to it at once, and it has taken all of them over. How many different TCP ports of its own host does it use for that, its listening socket included?",
    answer: 1,
    because:
      "All of them are on port 8080: one socket that listens and three hundred with a peer each. They need 301 descriptors, and one port.",
    near: [
      {
        value: 301,
        because:
          "That is the number of its sockets, and of its descriptors for them. All of these sockets carry the same local port.",
        belief: "accept-new-port",
      },
      {
        value: 300,
        because:
          "There may be three hundred different ports, but at the other end: each client's own. The server's side is 8080 in every row.",
        belief: "accept-new-port",
      },
      {
        value: 2,
        because:
          "It seems natural that the server talks on another port than it listens on. But in a listing 8080 stands in both rows.",
        belief: "accept-new-port",
      },
    ],
  },
  {
    id: "one-of-two-closes",
    kind: "choose-one",
    prompt:
      "A server forks. Parent and child both hold the socket of a connection. The parent calls `close()` on its descriptor. What happens to the connection?",
    choices: [
      {
        text: "Nothing: the child still holds the socket.",
        right: true,
        because:
          "Only a descriptor has gone. The kernel closes the socket, and tells the other host, when the last descriptor for it is closed.",
      },
      {
        text: "It ends, because close() tells the other host so.",
        because:
          "It does when the descriptor is the last one. Here a second one leads to the same socket, so nothing is sent.",
        belief: "close-sends-fin",
      },
      {
        text: "It splits: the child goes on with a connection of its own.",
        because:
          "A fork doubles much of a process, so it seems likely. But it copies the list of descriptors, not the sockets: there is one connection all the time.",
      },
      {
        text: "The child's next call on it fails with an error.",
        because:
          "It would, if the two shared one descriptor. Each has its own list, and the child's descriptor is as good as before.",
      },
    ],
  },
  {
    id: "which-word",
    kind: "choose-one",
    prompt: "Which of these sentences uses its words correctly?",
    choices: [
      {
        text: "“Port 8080 has three connections, so it is three sockets.”",
        because:
          "There are four sockets: three for the connections and one that listens. And the port is none of them; it is a number in their addresses.",
        belief: "port-is-socket",
      },
      {
        text: "“Descriptor 4 of this process leads to a socket whose local port is 8080.”",
        right: true,
        because:
          "The process has a number for the socket, and the socket has an address with a port. Each word is in its place.",
      },
      {
        text: "“The program is bound to descriptor 8080.”",
        because:
          "8080 is a port here. A socket is bound to a port; the program has a descriptor for the socket.",
      },
      {
        text: "“The endpoint TCP `192.0.2.10:8080` was closed by the program.”",
        because:
          "An endpoint is a name, and names are not closed. The program closed a descriptor, and perhaps the socket with it.",
      },
    ],
  },
] as const satisfies readonly Question[];
