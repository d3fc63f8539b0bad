/** A call as a function and its arguments, for a program that makes it by call(label, function, *arguments). */
import type { SocketAddress, SocketOption } from "../calls.ts";
import type { NamedCall } from "../file-calls.ts";
import { optionLevel, pythonBytes } from "./literals.ts";
import type { ProgramNames } from "./program-names.ts";
import { SHUTS } from "./python-line.ts";

export interface PythonCall {
  /** What has the method: a socket's name, or "socket" for the module. */
  readonly target: string;
  readonly method: string;
  readonly args: readonly string[];
  /** The socket has to be told not to wait before. */
  readonly isUnwaiting: boolean;
}

export function pythonCall(
  { call, nonBlocking }: NamedCall,
  socket: string,
  names: ProgramNames,
): PythonCall {
  const made = (method: string, ...args: readonly string[]): PythonCall => ({
    target: socket,
    method,
    args,
    isUnwaiting: false,
  });
  const at = (to: SocketAddress) => names.address(to, socket);
  const flags = nonBlocking ? ["socket.MSG_DONTWAIT"] : [];
  switch (call.name) {
    case "socket":
      return {
        ...made(
          "socket",
          call.domain === 6 ? "socket.AF_INET6" : "socket.AF_INET",
          call.type === "dgram" ? "socket.SOCK_DGRAM" : "socket.SOCK_STREAM",
        ),
        target: "socket",
      };
    case "setsockopt":
      return made(...setArguments(call.option));
    case "getsockopt":
      return call.option === "O_NONBLOCK"
        ? made("getblocking")
        : made("getsockopt", `socket.${optionLevel(call.option)}`, `socket.${call.option}`);
    case "bind":
      return made("bind", at(call.to));
    case "listen":
      return made("listen", String(call.backlog));
    case "accept":
      return { ...made("accept"), isUnwaiting: nonBlocking };
    case "connect":
      return {
        ...made("connect", at(call.to ?? { address: "*", port: 0 })),
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
      return made("shutdown", `socket.${SHUTS[call.how]}`);
    case "close":
    case "getsockname":
    case "getpeername":
    case "fork":
    case "exit":
      return made(call.name);
  }
}

function setArguments(option: SocketOption): [method: string, ...args: string[]] {
  const both = [`socket.${optionLevel(option.name)}`, `socket.${option.name}`];
  switch (option.name) {
    case "O_NONBLOCK":
      return ["setblocking", option.value ? "False" : "True"];
    case "SO_LINGER":
      return [
        "setsockopt",
        ...both,
        `struct.pack("ii", ${option.value === null ? "0, 0" : `1, ${option.value}`})`,
      ];
    case "SO_RCVTIMEO":
    case "SO_SNDTIMEO":
      return [
        "setsockopt",
        ...both,
        `struct.pack("ll", ${Math.floor(option.value / 1000)}, ${Math.round((option.value % 1000) * 1000)})`,
      ];
    default:
      return ["setsockopt", ...both, String(Number(option.value))];
  }
}
