/** A call as Python makes it: a method of a socket or of a module, and its arguments. */
import type { SocketAddress, SocketOption } from "../calls.ts";
import type { NamedCall } from "../file-calls.ts";
import {
  FAMILY_NAMES,
  SHUT_NAMES,
  TYPE_NAMES,
  optionLevel,
  protocolName,
  pythonBytes,
} from "./literals.ts";

export interface PythonCall {
  /** What has the method: a socket's name, or a module's. */
  readonly target: string;
  readonly method: string;
  readonly args: readonly string[];
  /** The socket has to be told before not to wait: the call itself cannot be. */
  readonly isUnwaiting: boolean;
}

/** `socket` is its name; `at` writes an address. */
export function pythonCall(
  { call, nonBlocking }: NamedCall,
  socket: string,
  at: (to: SocketAddress) => string,
): PythonCall {
  const made = (method: string, ...args: readonly string[]): PythonCall => ({
    target: socket,
    method,
    args,
    isUnwaiting: false,
  });
  const flags = nonBlocking ? ["socket.MSG_DONTWAIT"] : [];
  switch (call.name) {
    case "socket": {
      const kind = [`socket.${FAMILY_NAMES[call.domain]}`, `socket.${TYPE_NAMES[call.type]}`];
      const protocol = call.protocol === undefined ? [] : [protocolText(call.protocol)];
      return { ...made("socket", ...kind, ...protocol), target: "socket" };
    }
    case "setsockopt":
      return made(...setArguments(call.option));
    case "getsockopt":
      return made(...getArguments(call.option));
    case "bind":
      return made("bind", at(call.to));
    case "listen":
      return made("listen", String(call.backlog));
    case "accept":
      return { ...made("accept"), isUnwaiting: nonBlocking };
    case "connect":
      return {
        ...made("connect", ...(call.to === null ? [] : [at(call.to)])),
        isUnwaiting: nonBlocking,
      };
    case "send":
      return made("send", pythonBytes(call.data), ...flags);
    case "sendto":
      return made("sendto", pythonBytes(call.data), ...flags, at(call.to));
    case "recv":
    case "recvfrom":
      return made(call.name, String(call.size), ...flags);
    case "shutdown":
      return made("shutdown", `socket.${SHUT_NAMES[call.how]}`);
    case "close":
    case "getsockname":
    case "getpeername":
      return made(call.name);
    case "fork":
      return { ...made("fork"), target: "os" };
    case "exit":
      return { ...made("exit"), target: "sys" };
  }
}

/** The module has names for the protocols that have one. */
function protocolText(protocol: number): string {
  const name = protocolName(protocol);
  return name === String(protocol) ? name : `socket.${name}`;
}

type MethodAndArguments = [method: string, ...args: string[]];

function setArguments(option: SocketOption): MethodAndArguments {
  const both = levelAndName(option.name);
  switch (option.name) {
    case "O_NONBLOCK":
      return ["setblocking", option.value ? "False" : "True"];
    case "SO_LINGER": {
      const values = option.value === null ? "0, 0" : `1, ${option.value}`;
      return ["setsockopt", ...both, `struct.pack("ii", ${values})`];
    }
    case "SO_RCVTIMEO":
    case "SO_SNDTIMEO": {
      const seconds = Math.floor(option.value / 1000);
      const micros = Math.round((option.value % 1000) * 1000);
      return ["setsockopt", ...both, `struct.pack("ll", ${seconds}, ${micros})`];
    }
    default:
      return ["setsockopt", ...both, String(Number(option.value))];
  }
}

/** Bytes of a struct where there is a length. */
function getArguments(option: SocketOption["name"] | "SO_ERROR"): MethodAndArguments {
  const both = levelAndName(option);
  switch (option) {
    case "O_NONBLOCK":
      return ["getblocking"];
    case "SO_LINGER":
      return ["getsockopt", ...both, "8"];
    case "SO_RCVTIMEO":
    case "SO_SNDTIMEO":
      return ["getsockopt", ...both, "16"];
    default:
      return ["getsockopt", ...both];
  }
}

const levelAndName = (option: string) => [`socket.${optionLevel(option)}`, `socket.${option}`];
