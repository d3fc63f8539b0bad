/**
 * A call in C, by the manual pages of section 2 and 7 and POSIX. A call that fails returns -1 there and sets errno.
 * `at()` and `at6()`, which make an address, and the variables `data`, `peer` and `value` stand in the opening.
 */
import type { SocketAddress, SocketOption } from "../calls.ts";
import type { NamedCall } from "../file-calls.ts";
import {
  type CodeContext,
  type SurroundedLine,
  UNNAMED,
  UNNAMED_CHILD,
  socketOf,
} from "./code-context.ts";
import { identifier, isDeclared } from "./identifiers.ts";
import {
  FAMILY_NAMES,
  SHUT_NAMES,
  TYPE_NAMES,
  addressText,
  cCharacter,
  cText,
  optionLevel,
  protocolName,
  repeatedByte,
} from "./literals.ts";

const PEER = "(struct sockaddr *)&peer, &(socklen_t){ sizeof peer }";

export function cLine(named: NamedCall, context: CodeContext): SurroundedLine {
  const { call, on, as, nonBlocking } = named;
  const { domain } = socketOf(named, context);
  const socket = identifier("c", on ?? UNNAMED, context);
  const result = (name: string, type: string) =>
    `${isDeclared(name, context) ? "" : `${type} `}${identifier("c", name, context)}`;
  const at = (address: SocketAddress) => addressArguments(address, domain);
  // Without MSG_NOSIGNAL a send() that fails with EPIPE kills the program (send(2)).
  const sendFlags = nonBlocking ? "MSG_NOSIGNAL | MSG_DONTWAIT" : "MSG_NOSIGNAL";
  const receiveFlags = nonBlocking ? "MSG_DONTWAIT" : "0";
  switch (call.name) {
    case "socket": {
      const protocol = call.protocol === undefined ? "0" : protocolName(call.protocol);
      return line(
        `${result(as ?? UNNAMED, "int")} = socket(${FAMILY_NAMES[call.domain]}, ${TYPE_NAMES[call.type]}, ${protocol});`,
      );
    }
    case "setsockopt":
      return line(setText(socket, call.option));
    case "getsockopt":
      return line(getText(socket, call.option));
    case "bind":
      return line(`bind(${socket}, ${at(call.to)});`);
    case "listen":
      return line(`listen(${socket}, ${call.backlog});`);
    case "accept": {
      const text = `${result(as ?? UNNAMED, "int")} = accept(${socket}, NULL, NULL);`;
      return nonBlocking ? unwaiting(socket, text) : line(text);
    }
    case "connect": {
      const to =
        call.to === null
          ? "&(struct sockaddr){ .sa_family = AF_UNSPEC }, sizeof(struct sockaddr)"
          : at(call.to);
      const text = `connect(${socket}, ${to});`;
      return nonBlocking ? unwaiting(socket, text) : line(text);
    }
    case "send":
      return line(`send(${socket}, ${dataArguments(call.data)}, ${sendFlags});`);
    case "sendto":
      return line(`sendto(${socket}, ${dataArguments(call.data)}, ${sendFlags}, ${at(call.to)});`);
    case "recv":
      return line(`recv(${socket}, data, ${call.size}, ${receiveFlags});`);
    case "recvfrom":
      return line(`recvfrom(${socket}, data, ${call.size}, ${receiveFlags}, ${PEER});`);
    case "shutdown":
      return line(`shutdown(${socket}, ${SHUT_NAMES[call.how]});`);
    case "close":
      return line(`close(${socket});`);
    case "getsockname":
    case "getpeername":
      return line(`${call.name}(${socket}, ${PEER});`);
    case "fork":
      return line(`${result(as ?? UNNAMED_CHILD, "pid_t")} = fork();`);
    case "exit":
      return line("exit(0);");
  }
}

const line = (text: string): SurroundedLine => ({ text, note: null, before: null, after: null });

const unwaiting = (socket: string, text: string): SurroundedLine => ({
  text,
  note: `The socket is told before not to wait: fcntl(${socket}, F_SETFL, O_NONBLOCK).`,
  before: `fcntl(${socket}, F_SETFL, O_NONBLOCK);`,
  after: `fcntl(${socket}, F_SETFL, 0);`,
});

/** An address says its family itself; for every address it is the socket's. */
function addressArguments({ address, port }: SocketAddress, domain: 4 | 6): string {
  const text = addressText(address, domain);
  return text.includes(":")
    ? `at6("${text}", ${port}), sizeof(struct sockaddr_in6)`
    : `at("${text}", ${port}), sizeof(struct sockaddr_in)`;
}

function dataArguments(data: string): string {
  const repeated = repeatedByte(data);
  const bytes =
    repeated === null ? cText(data) : `memset(data, ${cCharacter(repeated)}, ${data.length})`;
  return `${bytes}, ${data.length}`;
}

function setText(socket: string, option: SocketOption): string {
  const start = `setsockopt(${socket}, ${optionLevel(option.name)}, ${option.name}, `;
  switch (option.name) {
    case "O_NONBLOCK":
      return `fcntl(${socket}, F_SETFL, ${option.value ? "O_NONBLOCK" : "0"});`;
    case "SO_LINGER":
      return `${start}&(struct linger){ ${option.value === null ? "0, 0" : `1, ${option.value}`} }, sizeof(struct linger));`;
    case "SO_RCVTIMEO":
    case "SO_SNDTIMEO":
      return `${start}&(struct timeval){ ${Math.floor(option.value / 1000)}, ${Math.round((option.value % 1000) * 1000)} }, sizeof(struct timeval));`;
    default:
      return `${start}&(int){ ${Number(option.value)} }, sizeof(int));`;
  }
}

function getText(socket: string, option: SocketOption["name"] | "SO_ERROR"): string {
  const start = `getsockopt(${socket}, ${optionLevel(option)}, ${option}, `;
  switch (option) {
    case "O_NONBLOCK":
      return `value = fcntl(${socket}, F_GETFL) & O_NONBLOCK;`;
    case "SO_LINGER":
      return `${start}&(struct linger){ 0 }, &(socklen_t){ sizeof(struct linger) });`;
    case "SO_RCVTIMEO":
    case "SO_SNDTIMEO":
      return `${start}&(struct timeval){ 0 }, &(socklen_t){ sizeof(struct timeval) });`;
    default:
      return `${start}&value, &(socklen_t){ sizeof value });`;
  }
}
