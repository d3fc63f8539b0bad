/** Makes a trace's calls in the simulated world, on the sockets that they mean. */
import type { CallResult, SocketCall } from "./calls.ts";
import type { TraceCall, TraceResult } from "./kernel-trace-call.ts";
import { nextData, nextListener, nextPacket, nextPort } from "./kernel-trace-foresight.ts";
import type { TraceHost } from "./kernel-trace-packet.ts";
import type { OpenSocket } from "./kernel-trace-programs.ts";
import { tcpBytes } from "./tcp-bytes.ts";
import type { TraceWorld } from "./kernel-trace-world.ts";
import type { TraceStep } from "./kernel-trace.ts";

export interface TracedCall {
  readonly host: TraceHost;
  readonly call: TraceCall;
  readonly expected: TraceResult | null;
  /** The trace from here on. */
  readonly after: readonly TraceStep[];
  /** Of the trace's bind() and connect(). */
  readonly type: "stream" | "dgram";
}

/** Null where no socket is there that could be meant, or where there is nothing to return. */
export function perform(world: TraceWorld, traced: TracedCall): CallResult | null {
  const { host, call, expected, after, type } = traced;
  const programs = world.programs[host];
  const on = (socket: OpenSocket | null, made: (fd: number) => SocketCall): CallResult | null =>
    socket && world.call(host, made(socket.fd), socket.pid);
  const sent = (told: string | null): string =>
    told ?? nextData(after, host, expected?.kind === "number" ? expected.number : 1);

  switch (call.name) {
    case "bind":
      return bind(world, host, type, call);
    case "listen": {
      const socket = programs.ready ?? world.socket(host, "stream");
      const isKnown = (port: number): boolean => programs.sockets.some((one) => one.port === port);
      const chosen = socket.port === null ? nextListener(after, host, isKnown) : null;
      return world.withPort(host, chosen, () => world.listen(host, socket, call.backlog));
    }
    case "connect": {
      const bound = type === "dgram" ? programs.current : programs.ready;
      const domain = call.to.address.includes(":") ? 6 : 4;
      const isBound = bound !== null && bound.port !== null && bound.peer === null;
      const socket = isBound && bound.client === null ? bound : world.socket(host, type, domain);
      return world.connect(host, socket, call.to, nextPort(after, host, call.to.port));
    }
    case "accept":
      return world.accept(host, expected?.kind === "accepted" ? expected.local.port : null);
    case "send": {
      const client = programs.sockets.find((one) => one.client === call.client);
      const socket = call.client === null ? programs.connection : (client ?? null);
      return on(socket, (fd) => ({ name: "send", fd, data: sent(call.data) }));
    }
    case "recv": {
      const size = call.size ?? 4096;
      const socket = call.peer === null ? programs.connection : programs.byPeer(call.peer);
      return on(socket, (fd) => ({ name: "recv", fd, size, dontWait: true }));
    }
    case "recvfrom": {
      const result = on(programs.connection, (fd) => ({
        name: "recvfrom",
        fd,
        size: 4096,
        dontWait: true,
      }));
      const value = result?.value ?? null;
      if (value !== null && typeof value === "object" && "from" in value) {
        programs.lastHeard = value.from;
      }
      return result;
    }
    case "sendto":
      return sendTo(world, traced, call, sent(call.data));
    case "shutdown":
      return on(programs.connection, (fd) => ({ name: "shutdown", fd, how: "write" }));
    case "close": {
      const socket = call.which === "listener" ? programs.listener(null) : programs.connection;
      if (socket !== null && call.isAbort) {
        world.option(host, socket, { name: "SO_LINGER", value: 0 });
      }
      return socket && world.close(host, socket);
    }
    case "get error":
    case "connect failed":
      return on(programs.connection, (fd) => ({ name: "getsockopt", fd, option: "SO_ERROR" }));
    case "set v6only": {
      const socket = world.socket(host, "stream", 6);
      return world.option(host, socket, { name: "IPV6_V6ONLY", value: call.value });
    }
    case "set keepalive": {
      const socket = programs.connection;
      if (socket === null) return null;
      world.option(host, socket, { name: "TCP_KEEPIDLE", value: call.idle });
      world.option(host, socket, { name: "TCP_KEEPINTVL", value: call.interval });
      world.option(host, socket, { name: "TCP_KEEPCNT", value: call.count });
      return world.option(host, socket, { name: "SO_KEEPALIVE", value: true });
    }
    case "raw recv":
      return on(programs.raw(call.protocol), (fd) => ({
        name: "recvfrom",
        fd,
        size: 4096,
        dontWait: true,
      }));
    case "reboot":
      world.reboot(host);
      return null;
    case "kill": {
      const socket = programs.connection;
      return socket && world.call(host, { name: "exit" }, socket.pid);
    }
    case "raw send": {
      const socket = world.socket(host, "raw", 4, 6);
      const data = synByHand(call.from, call.to);
      const to = { address: "10.0.0.2", port: 0 };
      return on(socket, (fd) => ({ name: "sendto", fd, data, to }));
    }
    case "time-wait gone":
      return null;
  }
}

function bind(
  world: TraceWorld,
  host: TraceHost,
  type: "stream" | "dgram",
  call: Extract<TraceCall, { name: "bind" }>,
): CallResult {
  const { current } = world.programs[host];
  const domain = call.to.address.includes(":") ? 6 : 4;
  const isMade = domain === 6 && current?.role === "fresh";
  const socket = isMade ? current : world.socket(host, type, domain);
  if (call.reuseAddress) world.option(host, socket, { name: "SO_REUSEADDR", value: true });
  if (call.reusePort) world.option(host, socket, { name: "SO_REUSEPORT", value: true });
  if (call.v6Only) world.option(host, socket, { name: "IPV6_V6ONLY", value: true });
  return world.bind(host, socket, call.to);
}

function sendTo(
  world: TraceWorld,
  { host, after }: TracedCall,
  call: Extract<TraceCall, { name: "sendto" }>,
  data: string,
): CallResult {
  const programs = world.programs[host];
  const bound = programs.sockets.find(({ port }) => port !== null && port === call.from);
  const open = programs.sockets.find(({ type }) => type === "dgram");
  const socket = bound ?? open ?? world.socket(host, "dgram");
  const next = nextPacket(after, host);
  const port = next?.kind === "udp" ? next.to.port : 0;
  const answered = call.from === null ? programs.lastHeard : null;
  const to = call.to ?? answered ?? { address: host === "A" ? "10.0.0.2" : "10.0.0.1", port };
  Object.assign(socket, { role: "connection" });
  programs.current = socket;
  return world.withPort(host, next?.kind === "udp" ? next.from.port : null, () =>
    world.call(host, { name: "sendto", fd: socket.fd, data, to }),
  );
}

/** The 20 bytes of a SYN without options; its addresses are not in them. */
function synByHand(from: number, to: number): string {
  const none = { syn: false, ack: false, fin: false, rst: false, psh: false };
  const bytes = tcpBytes({
    kind: "tcp",
    from: { address: "10.0.0.1", port: from },
    to: { address: "10.0.0.2", port: to },
    seq: 1000,
    ack: 0,
    flags: { ...none, syn: true },
    window: 65_535,
    options: {},
    data: "",
  });
  return String.fromCharCode(...bytes);
}
