/**
 * A call in Python, by the documentation of its module socket (Python 3.8 and later), whose methods are the calls of
 * the system. A call that fails raises OSError there, with the errno.
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
import { identifier } from "./identifiers.ts";
import { addressText, optionLevel, protocolName, pythonBytes } from "./literals.ts";

const FAMILIES = { 4: "AF_INET", 6: "AF_INET6" };
const TYPES = { stream: "SOCK_STREAM", dgram: "SOCK_DGRAM", raw: "SOCK_RAW" };
export const SHUTS = { read: "SHUT_RD", write: "SHUT_WR", both: "SHUT_RDWR" };

export function pythonLine(named: NamedCall, context: CodeContext): SurroundedLine {
  const { call, on, as, nonBlocking } = named;
  const { domain } = socketOf(named, context);
  const socket = identifier("python", on ?? UNNAMED, context);
  const result = identifier("python", as ?? UNNAMED, context);
  const at = ({ address, port }: SocketAddress) => `("${addressText(address, domain)}", ${port})`;
  const flags = nonBlocking ? ", socket.MSG_DONTWAIT" : "";
  switch (call.name) {
    case "socket": {
      const protocol =
        call.protocol === undefined
          ? ""
          : `, ${call.protocol in FEW ? "socket." : ""}${protocolName(call.protocol)}`;
      return line(
        `${result} = socket.socket(socket.${FAMILIES[call.domain]}, socket.${TYPES[call.type]}${protocol})`,
      );
    }
    case "setsockopt":
      return line(setText(socket, call.option));
    case "getsockopt":
      return line(getText(socket, call.option));
    case "bind":
      return line(`${socket}.bind(${at(call.to)})`);
    case "listen":
      return line(`${socket}.listen(${call.backlog})`);
    case "accept": {
      const text = `${as === null ? "connection" : result}, peer = ${socket}.accept()`;
      return nonBlocking ? unwaiting(socket, text) : line(text);
    }
    case "connect":
      if (call.to === null)
        return {
          ...line(`${socket} = socket.socket(socket.${FAMILIES[domain]}, socket.SOCK_DGRAM)`),
          note: "Python has no call that takes a UDP socket's peer away again; a new socket has none.",
        };
      return nonBlocking
        ? unwaiting(socket, `${socket}.connect(${at(call.to)})`)
        : line(`${socket}.connect(${at(call.to)})`);
    case "send":
      return line(`${socket}.send(${pythonBytes(call.data)}${flags})`);
    case "sendto":
      return line(`${socket}.sendto(${pythonBytes(call.data)}${flags}, ${at(call.to)})`);
    case "recv":
      return line(`data = ${socket}.recv(${call.size}${flags})`);
    case "recvfrom":
      return line(`data, peer = ${socket}.recvfrom(${call.size}${flags})`);
    case "shutdown":
      return line(`${socket}.shutdown(socket.${SHUTS[call.how]})`);
    case "close":
      return line(`${socket}.close()`);
    case "getsockname":
    case "getpeername":
      return line(`address = ${socket}.${call.name}()`);
    case "fork":
      return line(`${identifier("python", as ?? UNNAMED_CHILD, context)} = os.fork()`);
    case "exit":
      return line("sys.exit()");
  }
}

/** Protocols that the module has names for. */
const FEW: Readonly<Record<number, true>> = { 1: true, 6: true, 17: true, 58: true };

const line = (text: string): SurroundedLine => ({ text, note: null, before: null, after: null });

const unwaiting = (socket: string, text: string): SurroundedLine => ({
  text,
  note: `The socket is told before not to wait: ${socket}.setblocking(False).`,
  before: `${socket}.setblocking(False)`,
  after: `${socket}.setblocking(True)`,
});

function setText(socket: string, option: SocketOption): string {
  const start = `${socket}.setsockopt(socket.${optionLevel(option.name)}, socket.${option.name}, `;
  switch (option.name) {
    case "O_NONBLOCK":
      return `${socket}.setblocking(${option.value ? "False" : "True"})`;
    case "SO_LINGER":
      return `${start}struct.pack("ii", ${option.value === null ? "0, 0" : `1, ${option.value}`}))`;
    case "SO_RCVTIMEO":
    case "SO_SNDTIMEO":
      return `${start}struct.pack("ll", ${Math.floor(option.value / 1000)}, ${Math.round((option.value % 1000) * 1000)}))`;
    default:
      return `${start}${Number(option.value)})`;
  }
}

function getText(socket: string, option: SocketOption["name"] | "SO_ERROR"): string {
  const both = `socket.${optionLevel(option)}, socket.${option}`;
  switch (option) {
    case "O_NONBLOCK":
      return `value = not ${socket}.getblocking()`;
    case "SO_LINGER":
      return `value = struct.unpack("ii", ${socket}.getsockopt(${both}, 8))`;
    case "SO_RCVTIMEO":
    case "SO_SNDTIMEO":
      return `value = struct.unpack("ll", ${socket}.getsockopt(${both}, 16))`;
    default:
      return `value = ${socket}.getsockopt(${both})`;
  }
}
