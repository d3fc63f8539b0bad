/** setsockopt(2) and getsockopt(2): socket(7), ipv6(7), tcp(7), with Linux's limits. */
import type { CallValue, SocketCall, SocketOption } from "./calls.ts";
import { because } from "./reason.ts";
import { streamOptionChanged } from "./tcp-calls.ts";
import type { Turn } from "./turn.ts";
import { type CallOutcome, done, failed } from "./waiting.ts";
import type { HostName, Socket, SocketOptions } from "./world.ts";

/** Linux doubles what is asked for, to have room for its own bookkeeping (socket(7)); these are the least it gives. */
const LEAST_RECEIVE_BUFFER = 2304;
/** Of what is asked for: net.core.rmem_max and wmem_max of Linux 6.18. */
const MOST_BUFFER = 4_194_304;
const LEAST_SEND_BUFFER = 4608;

const FLAGS = {
  SO_REUSEADDR: "reuseAddress",
  SO_REUSEPORT: "reusePort",
  SO_KEEPALIVE: "keepAlive",
  IPV6_V6ONLY: "v6Only",
  TCP_NODELAY: "noDelay",
  O_NONBLOCK: "nonBlocking",
} as const;

/** With the largest value; tcp(7), net/ipv4/tcp.c. */
const NUMBERS = {
  TCP_KEEPIDLE: ["keepIdle", 1, 32_767],
  TCP_KEEPINTVL: ["keepInterval", 1, 32_767],
  TCP_KEEPCNT: ["keepCount", 1, 127],
  TCP_USER_TIMEOUT: ["userTimeout", 0, 2 ** 31 - 1],
  SO_RCVTIMEO: ["receiveTimeout", 0, 2 ** 31 - 1],
  SO_SNDTIMEO: ["sendTimeout", 0, 2 ** 31 - 1],
} as const;

export function setOption(
  turn: Turn,
  host: HostName,
  socket: Socket,
  option: SocketOption,
): CallOutcome {
  const isTcpOnly = option.name.startsWith("TCP_");
  if (
    (isTcpOnly && socket.type !== "stream") ||
    (option.name === "IPV6_V6ONLY" && socket.domain === 4)
  )
    return failed(
      "ENOPROTOOPT",
      because("setsockopt(2)", "The socket's protocol has no such option."),
    );
  const isBound = socket.local.port !== 0;
  if (option.name === "IPV6_V6ONLY" && isBound)
    return failed(
      "EINVAL",
      because("ipv6(7)", "It can be changed only before the socket has a port."),
    );
  const change = changeOf(option);
  if (change === null)
    return failed("EINVAL", because("tcp(7)", "The value is outside of what the option takes."));
  turn.put(host, { ...socket, options: { ...socket.options, ...change } });
  if (socket.type === "stream") streamOptionChanged(turn, host, socket.id, option.name);
  return done(null, because("setsockopt(2)", "The option is set."));
}

function changeOf(option: SocketOption): Partial<SocketOptions> | null {
  switch (option.name) {
    case "SO_REUSEADDR":
    case "SO_REUSEPORT":
    case "SO_KEEPALIVE":
    case "IPV6_V6ONLY":
    case "TCP_NODELAY":
    case "O_NONBLOCK":
      return { [FLAGS[option.name]]: option.value };
    case "SO_LINGER":
      return { linger: option.value };
    case "SO_RCVBUF":
      return { receiveBuffer: bufferFor(option.value, LEAST_RECEIVE_BUFFER) };
    case "SO_SNDBUF":
      return { sendBuffer: bufferFor(option.value, LEAST_SEND_BUFFER) };
    default: {
      const [name, least, most] = NUMBERS[option.name];
      return option.value >= least && option.value <= most ? { [name]: option.value } : null;
    }
  }
}

function bufferFor(value: number, least: number): number {
  return Math.max(least, Math.min(value, MOST_BUFFER) * 2);
}

export function getOption(
  turn: Turn,
  host: HostName,
  socket: Socket,
  name: Extract<SocketCall, { name: "getsockopt" }>["option"],
): CallOutcome {
  if (name === "SO_ERROR") {
    const soft = socket.type === "stream" ? (socket.tcb?.softError ?? null) : null;
    if (socket.error !== null) turn.put(host, { ...socket, error: null });
    else if (socket.type === "stream" && socket.tcb !== null && soft !== null)
      turn.put(host, { ...socket, tcb: { ...socket.tcb, softError: null } });
    return done(
      socket.error ?? soft ?? 0,
      because("socket(7), SO_ERROR", "Asking clears the error."),
    );
  }
  const isTcpOnly = name.startsWith("TCP_") && socket.type !== "stream";
  if (isTcpOnly || (name === "IPV6_V6ONLY" && socket.domain === 4))
    return failed(
      "EOPNOTSUPP",
      because("getsockopt(2), Linux", "The socket's protocol has no such option."),
    );
  return done(
    valueOf(socket.options, name),
    because("getsockopt(2)", "This is how the option is set."),
  );
}

function valueOf(options: SocketOptions, name: SocketOption["name"]): CallValue {
  switch (name) {
    case "SO_REUSEADDR":
    case "SO_REUSEPORT":
    case "SO_KEEPALIVE":
    case "IPV6_V6ONLY":
    case "TCP_NODELAY":
    case "O_NONBLOCK":
      return options[FLAGS[name]] ? 1 : 0;
    case "SO_LINGER":
      return options.linger;
    case "SO_RCVBUF":
      return options.receiveBuffer;
    case "SO_SNDBUF":
      return options.sendBuffer;
    default:
      return options[NUMBERS[name][0]];
  }
}
