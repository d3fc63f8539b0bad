import type { Question } from "#learning/question";

export const questions = [
  {
    id: "port-65536",
    kind: "choose-one",
    prompt: "A program asks its operating system for port 65536. What happens?",
    choices: [
      {
        text: "It cannot work: there is no such port on any system.",
        right: true,
        because:
          "The field for a port is 16 bits wide, and 65535 is the largest number that fits. Python, for one, answers “port must be 0-65535”.",
      },
      {
        text: "It works on 64-bit systems, which have larger numbers.",
        because:
          "The processor may count further, but the header that travels has the same two bytes for everyone. The far end could not read a third.",
      },
      {
        text: "It works if the administrator has raised the limit.",
        because:
          "Many limits are settings, so this sounds right. This one is the format of every segment and datagram; no setting changes it.",
      },
      {
        text: "It works as long as the port is not registered.",
        because:
          "A registered port sounds taken, so an unregistered one sounds free. But this number cannot be written into the header, registered or not.",
        belief: "registered-is-reserved",
      },
    ],
  },
  {
    id: "how-many-values",
    kind: "type-number",
    prompt: "How many different values can a port field hold, with 0 counted?",
    answer: 65536,
    because: "Sixteen bits give 2 to the power of 16 values: 0, 1, 2 and so on up to 65535.",
    near: [
      {
        value: 65535,
        because:
          "That is the highest port number. Because 0 is a value too, there is one more value than that.",
      },
      {
        value: 1024,
        because:
          "1024 ports, from 0 to 1023, are only the first of three ranges. The field itself holds 65,536 values.",
      },
      {
        value: 256,
        because: "That is one byte. A port has two bytes: 256 × 256.",
      },
    ],
  },
  {
    id: "client-side-port",
    kind: "choose-one",
    prompt:
      "A browser on `192.0.2.20` has a connection to the web server at TCP `192.0.2.10:80`. Which port is on the browser's side?",
    choices: [
      {
        text: "80, because both ends of one connection share the port",
        because:
          "It feels tidy to have one number for a connection. But each segment carries two port fields, and each end has its own.",
        belief: "client-uses-80",
      },
      {
        text: "None, because only a server needs a port",
        because:
          "The server does not look like a partner of equal rank, but its answers must find a socket too. They carry the client's port as their destination.",
      },
      {
        text: "A port that the browser's operating system chose",
        right: true,
        because:
          "In the example it was 52076. The program did not ask for a number, so the system picked a free one.",
      },
      {
        text: "A port that the server chose and sent back",
        because:
          "The server's first answer already needs the client's port as its destination. So the client's side must have chosen before.",
        belief: "accept-new-port",
      },
    ],
  },
  {
    id: "url-port",
    kind: "type-number",
    prompt: "Which port does a browser connect to for `https://[2001:db8::10]/status?port=8080`?",
    answer: 443,
    because:
      "After the brackets no port follows, so the scheme decides: https means 443. The 8080 is only text in the query.",
    near: [
      {
        value: 8080,
        because:
          "8080 stands in the query, which the server reads. A port would stand directly after the closing bracket, as in `[2001:db8::10]:8080`.",
      },
      {
        value: 80,
        because: "80 is the default of http. This URL's scheme is https.",
      },
      {
        value: 10,
        because:
          "The 10 is the end of the IPv6 address. The brackets are there so that it cannot be taken for a port.",
      },
    ],
  },
  {
    id: "bind-zero",
    kind: "choose-one",
    prompt:
      "A test program binds its TCP socket to `127.0.0.1`, port 0, and starts to listen. Where does it listen?",
    choices: [
      {
        text: "On port 0, which only this machine can reach",
        because:
          "The address does limit it to this machine. But 0 is reserved: nothing listens on it, and the system puts another number in its place.",
        belief: "port-zero",
      },
      {
        text: "On a free port which the operating system chose",
        right: true,
        because:
          "Port 0 in bind means “choose for me”. The program asks for its socket's own name afterwards to learn the number. Tests use this so that two runs never want the same port.",
      },
      {
        text: "On all ports of that address at the same time",
        because:
          "The address `0.0.0.0` does mean every IPv4 address, so “0 means all” seems to fit. For ports there is no such sign.",
      },
      {
        text: "Nowhere: the call to bind fails with an error",
        because:
          "0 is reserved, so an error would be reasonable. But binding to 0 is allowed and common; it has a meaning of its own.",
      },
    ],
  },
  {
    id: "read-endpoint",
    kind: "choose-several",
    prompt: "Which of these name an endpoint completely and correctly?",
    choices: [
      {
        text: "`192.0.2.10:53`",
        because:
          "This is how it is usually written, and often the context says the rest. Strictly, TCP and UDP each have such an endpoint, and they are two.",
        belief: "endpoint-without-protocol",
      },
      {
        text: "UDP `192.0.2.10:53`",
        right: true,
        because: "Protocol, IPv4 address and port are all there.",
      },
      {
        text: "TCP `[::1]:443`",
        right: true,
        because: "Protocol, an IPv6 address in brackets, and a port.",
      },
      {
        text: "TCP `2001:db8::10:443`",
        because:
          "Without brackets it is a valid IPv6 address that ends in `:443`. Nobody can tell whether a port was meant.",
      },
    ],
  },
] as const satisfies readonly Question[];
