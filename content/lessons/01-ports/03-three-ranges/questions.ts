import type { Question } from "#learning/question";

export const questions = [
  {
    id: "share-of-system",
    kind: "choose-one",
    prompt:
      "The best-known services, from web to mail, have ports from 0 to 1023. How large a part of all port numbers is that?",
    choices: [
      {
        text: "About half of them",
        because:
          "It is most of the ports that one ever hears of, so it feels like a lot. There are 65,536 in all, and 1,024 are a small corner.",
      },
      {
        text: "About a quarter of them",
        because: "A quarter is the third range, the Dynamic Ports, at the other end of the line.",
      },
      {
        text: "About a tenth of them",
        because: "A tenth would be some 6,500 ports. This range has 1,024.",
      },
      {
        text: "Less than a fiftieth of them",
        right: true,
        because: "1,024 of 65,536 is 1.6 %, about one in sixty-four.",
      },
    ],
  },
  {
    id: "place-8080",
    kind: "choose-one",
    prompt: "To which range does port 8080 belong?",
    choices: [
      {
        text: "System Ports, together with port 80",
        because:
          "It looks like 80 and serves the same purpose, so many pages list it there. But the System Ports end at 1023.",
        belief: "8080-is-system",
      },
      {
        text: "User Ports, from 1024 to 49151",
        right: true,
        because:
          "It lies far above 1023 and far below 49152. IANA registered it there as http-alt.",
      },
      {
        text: "Dynamic Ports, since it is above 1023",
        because:
          "The Dynamic Ports begin at 49152. Between them and the System Ports lie three quarters of all numbers.",
        belief: "ephemeral-above-1023",
      },
    ],
  },
  {
    id: "name-in-listing",
    kind: "choose-one",
    prompt: "Somebody sends you this row of a listing. What do you know about the host?",
    listing: `State  Recv-Q Send-Q Local Address:Port   Peer Address:Port Process
LISTEN 0      128       192.0.2.10:ssh         0.0.0.0:*`,
    choices: [
      {
        text: "Some program listens on TCP port 22; which one, the row does not say.",
        right: true,
        because:
          "The tool saw the number 22 and printed the name from its list. An SSH server is likely. The column with the program would tell.",
      },
      {
        text: "An SSH server runs there, because the tool has recognised the protocol.",
        because:
          "The name makes it look like a finding. The tool exchanged no data with the server; it looked up a number.",
        belief: "port-proves-service",
      },
      {
        text: "An SSH server runs there, because port 22 is reserved for SSH.",
        because:
          "22 is registered for SSH. A registration blocks nobody: any program with the right to use the port may listen there.",
        belief: "registered-is-reserved",
      },
      {
        text: "Somebody is logged in over SSH at this moment.",
        because:
          "The word ssh suggests a login. But `LISTEN` means that a socket waits for connections; it does not show one.",
      },
    ],
  },
  {
    id: "sort-ranges",
    kind: "choose-several",
    prompt: "Which of these are User Ports?",
    choices: [
      {
        text: "443",
        because:
          "Browsers use it, and so does every user. But the name of the range means something else: 443 is below 1024, a System Port.",
      },
      {
        text: "1024",
        right: true,
        because: "The first number of the range. IANA keeps it reserved.",
      },
      {
        text: "6379",
        right: true,
        because: "Registered for Redis, between 1024 and 49151.",
      },
      { text: "8888", right: true, because: "A User Port, whatever it is used for." },
      {
        text: "49152",
        because:
          "Close, but this is the first of the Dynamic Ports. The User Ports end one number before it.",
      },
    ],
  },
  {
    id: "may-i-use-it",
    kind: "choose-one",
    prompt:
      "You want to run your own test server on port 8888, which IANA lists for NewsEDGE. Your machine runs no NewsEDGE. What happens?",
    choices: [
      {
        text: "The operating system refuses, because the port is registered to others.",
        because:
          "The word “registered” sounds like ownership. Operating systems do not consult IANA's list when a program asks for a port.",
        belief: "registered-is-reserved",
      },
      {
        text: "It works, but only after you have asked IANA for permission.",
        because:
          "You would ask IANA if you wanted a port for a service that the whole world should find. On your own machine nobody asks.",
        belief: "registered-is-reserved",
      },
      {
        text: "It works. If NewsEDGE came to this machine, one of the two would have to move.",
        right: true,
        because:
          "The registry helps people to stay out of each other's way. It blocks nobody, and Jupyter has used this port for years.",
      },
      {
        text: "It works, because 8888 is the port that is registered for Jupyter.",
        because:
          "Jupyter's default is 8888, which is why it seems so. In the registry the port belongs to NewsEDGE.",
        belief: "habit-is-registration",
      },
    ],
  },
] as const satisfies readonly Question[];
