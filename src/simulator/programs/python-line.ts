/**
 * A call in Python, by the documentation of its module socket (Python 3.8 and later), whose methods are the calls of
 * the system. A call that fails raises OSError there, with the errno.
 */
import type { SocketAddress } from "../calls.ts";
import type { NamedCall } from "../file-calls.ts";
import {
  type CodeContext,
  type SurroundedLine,
  UNNAMED,
  UNNAMED_CHILD,
  socketOf,
} from "./code-context.ts";
import { identifier } from "./identifiers.ts";
import { FAMILY_NAMES, addressText } from "./literals.ts";
import { pythonCall } from "./python-call.ts";

export function pythonLine(named: NamedCall, context: CodeContext): SurroundedLine {
  const { call, on } = named;
  const { domain } = socketOf(named, context);
  const socket = identifier("python", on ?? UNNAMED, context);
  if (call.name === "connect" && call.to === null)
    return line(
      `${socket} = socket.socket(socket.${FAMILY_NAMES[domain]}, socket.SOCK_DGRAM)`,
      "Python has no call that takes a UDP socket's peer away again; a new socket has none.",
    );
  const at = ({ address, port }: SocketAddress) => `("${addressText(address, domain)}", ${port})`;
  const { target, method, args, isUnwaiting } = pythonCall(named, socket, at);
  const text = withResult(named, context, `${target}.${method}(${args.join(", ")})`);
  return isUnwaiting
    ? {
        text,
        note: `The socket is told before not to wait: ${socket}.setblocking(False).`,
        before: `${socket}.setblocking(False)`,
        after: `${socket}.setblocking(True)`,
      }
    : line(text);
}

const line = (text: string, note: string | null = null): SurroundedLine => ({
  text,
  note,
  before: null,
  after: null,
});

/** The call, and the variable that keeps what it gives. */
function withResult({ call, as }: NamedCall, context: CodeContext, made: string): string {
  switch (call.name) {
    case "socket":
      return `${identifier("python", as ?? UNNAMED, context)} = ${made}`;
    case "fork":
      return `${identifier("python", as ?? UNNAMED_CHILD, context)} = ${made}`;
    case "accept":
      return `${as === null ? "connection" : identifier("python", as, context)}, peer = ${made}`;
    case "recv":
      return `data = ${made}`;
    case "recvfrom":
      return `data, peer = ${made}`;
    case "getsockname":
    case "getpeername":
      return `address = ${made}`;
    case "getsockopt":
      return `value = ${valueText(call.option, made)}`;
    default:
      return made;
  }
}

function valueText(option: string, made: string): string {
  if (option === "O_NONBLOCK") return `not ${made}`;
  if (option === "SO_LINGER") return `struct.unpack("ii", ${made})`;
  return option.endsWith("TIMEO") ? `struct.unpack("ll", ${made})` : made;
}
