import type { Question } from "#learning/question";

export const questions = [
  {
    id: "one-row",
    kind: "choose-one",
    prompt: "A laptop prints this row of its connections. What does the row say for certain?",
    listing: `tcp  0  0  192.0.2.20:49902  198.51.100.7:80  ESTABLISHED`,
    choices: [
      {
        text: "The laptop is loading a web page over HTTP.",
        because:
          "It may well be so, since 80 is the usual port for it. But no tool looked into the connection. The row has a number, not a service.",
        belief: "port-proves-service",
      },
      {
        text: "The laptop offers a service on port 49902, and somebody uses it.",
        because:
          "Port 49902 is at the laptop's end, so the thought is near. But a connection has a local port whoever began it, and this one has a number that a client would get.",
        belief: "established-is-open-port",
      },
      {
        text: "The laptop's port 49902 is connected with port 80 of another host.",
        right: true,
        because:
          "Protocol, two ends, one state: that is all that a row has. The rest is reading between the lines, and this lesson is about how far that goes.",
      },
      {
        text: "A host called 198.51.100.7 has broken in from outside.",
        because:
          "“Foreign” sounds like it. The word only means the other end, and every connection has one.",
      },
    ],
  },
  {
    id: "read-the-ends",
    kind: "choose-one",
    prompt:
      "This row is from the machine `192.0.2.10`. Which sentence reads it correctly, and claims nothing more?",
    listing: `tcp  0  0  192.0.2.10:22  203.0.113.45:50122  ESTABLISHED`,
    choices: [
      {
        text: "Port 22 of this machine is connected with port 50122 of 203.0.113.45.",
        right: true,
        because: "Local end first, foreign end second, and the state says that it stands.",
      },
      {
        text: "This machine has connected to port 22 of 203.0.113.45.",
        because:
          "Here the numbers changed places. Port 22 stands in the column Local Address, so it is on this machine; the peer has 50122.",
      },
      {
        text: "This machine sends from port 22 to port 22 of 203.0.113.45.",
        because:
          "It would be tidy if both ends had one number. Each end has its own, and the row shows both.",
        belief: "client-uses-80",
      },
      {
        text: "Somebody at 203.0.113.45 has logged in over SSH.",
        because:
          "22 is SSH's usual port, so it is a good guess. But the row does not know what is spoken on it, nor whether a login succeeded.",
        belief: "port-proves-service",
      },
    ],
  },
  {
    id: "mirror-port",
    kind: "type-number",
    asks: "port",
    prompt:
      "Host A prints the row below. Host B, `203.0.113.45`, prints its own table at the same moment. Which port stands in the column Local Address of B's row for this connection?",
    listing: `tcp  0  0  192.0.2.10:22  203.0.113.45:50122  ESTABLISHED`,
    answer: 50122,
    because:
      "What is foreign on A is local on B. B's row is 203.0.113.45:50122, then 192.0.2.10:22.",
    near: [
      {
        value: 22,
        because:
          "22 is A's end. In B's table it stands in the column of the foreign address. The two ends do not share a number.",
        belief: "client-uses-80",
      },
    ],
  },
  {
    id: "where-http-comes-from",
    kind: "choose-one",
    prompt:
      "Without `-n`, a row ends in `www.example.com:http`. Where does the word `http` come from?",
    choices: [
      {
        text: "The tool saw the request that went over the connection.",
        because:
          "Some tools do look into packets. A tool that prints the socket table does not; it has the number 80 and no data.",
        belief: "port-proves-service",
      },
      {
        text: "The web server told its name when the connection was made.",
        because:
          "The handshake carries numbers and no names. A server has no way to announce its service in it.",
        belief: "handshake-politeness",
      },
      {
        text: "The tool looked up the number 80 in a list on this machine.",
        right: true,
        because:
          "On Linux the list is the file /etc/services. An SSH server on port 80 would be printed as `http` too.",
      },
      {
        text: "The kernel allows nothing but HTTP on port 80.",
        because: "A registration is an entry in a list. No kernel checks what is spoken on a port.",
        belief: "registered-is-reserved",
      },
    ],
  },
  {
    id: "what-is-certain",
    kind: "choose-several",
    prompt:
      "Your machine is `192.0.2.20`, and it prints the row below. Which of these are certain from this row alone?",
    listing: `tcp  0  0  192.0.2.20:51064  198.51.100.23:80  ESTABLISHED`,
    choices: [
      {
        text: "Your machine's end of the connection has port 51064.",
        right: true,
        because: "It is the port in the column Local Address.",
      },
      {
        text: "The other end speaks HTTP.",
        because:
          "You saw such a row with an SSH server behind it. The number 80 makes HTTP likely and proves nothing.",
        belief: "port-proves-service",
      },
      {
        text: "The connection was established and, for all that this kernel knows, has not ended.",
        right: true,
        because:
          "That is what the state says. It is this side's view: a peer that lost its power would not be noticed yet.",
      },
      {
        text: "Your machine made the first move.",
        because:
          "Likely, by the two port numbers. But the row does not record who sent the SYN, and ports can be chosen freely.",
      },
      {
        text: "The browser holds this connection.",
        because:
          "The columns name no process. You have to ask for it, with -p on Linux or -o on Windows.",
        belief: "port-is-process",
      },
    ],
  },
  {
    id: "cannot-be",
    kind: "choose-one",
    prompt:
      "Four rows from four ordinary machines. One of them was made up by somebody. Which one cannot have been printed?",
    listing: `A tcp 192.0.2.20:443    203.0.113.9:60022  ESTABLISHED
B tcp 127.0.0.1:50310   127.0.0.1:5432     ESTABLISHED
C tcp 192.0.2.20:60022  192.0.2.20:80      ESTABLISHED
D tcp 127.0.0.1:50310   198.51.100.7:443   ESTABLISHED`,
    choices: [
      {
        text: "A, because 443 belongs to the other side",
        because:
          "443 would stand on the other side if this machine were the client. A web server prints rows like A all day.",
      },
      {
        text: "B, because loopback has no connections",
        because:
          "Loopback is made for connections within one machine. Here both ends are on it, which is as it should be.",
      },
      {
        text: "C, because both ends have the same address",
        because:
          "A machine may connect to its own address. Its ports differ, so the two ends are two endpoints.",
      },
      {
        text: "D, because 127.0.0.1 does not talk to another host",
        right: true,
        because:
          "A packet from a loopback address never leaves the machine. Towards 198.51.100.7 the local end would be one of the machine's other addresses.",
      },
    ],
  },
] as const satisfies readonly Question[];
