/** Trace 25's tables and trace 27's: what one host says to a pair of sockets, to a wrong use, to a user without privilege. */
import type { CallResult, SocketCall } from "./calls.ts";
import { resultText } from "./kernel-trace-compare.ts";
import type { TraceBinding, TraceStepOf } from "./kernel-trace.ts";
import { step } from "./step.ts";
import { newWorld } from "./world-defaults.ts";
import type { HostSettings, Pid, World } from "./world.ts";

/** One host, A, with the addresses of trace 25, and one process. */
class Host {
  world: World;
  readonly #pid: Pid;

  constructor(isPrivileged = true, settings: Partial<HostSettings> = {}) {
    const process = { pid: 1000, command: "python3", user: isPrivileged ? "root" : "nobody" };
    const addresses = ["10.0.0.1", "10.0.0.9", "fd00::1"];
    const A = { addresses, settings, processes: [{ ...process, isPrivileged }] };
    this.world = newWorld({ profile: "linux", hosts: { A } });
    this.#pid = process.pid;
  }

  call(call: SocketCall): CallResult {
    const { world, effects } = step(this.world, { kind: "call", host: "A", pid: this.#pid, call });
    this.world = world;
    const returned = effects.find((effect) => effect.kind === "returned");
    if (returned === undefined) throw new Error(`${call.name} waits`);
    return returned.result;
  }

  socket(type: "stream" | "dgram" = "stream", domain: 4 | 6 = 4): number {
    const fd = this.call({ name: "socket", domain, type }).value as number;
    this.call({ name: "setsockopt", fd, option: { name: "O_NONBLOCK", value: true } });
    return fd;
  }

  bind(fd: number, address: string, port: number): CallResult {
    const isAny = address === "0.0.0.0" || address === "::";
    return this.call({ name: "bind", fd, to: { address: isAny ? "*" : address, port } });
  }
}

const PORT = 9000;

/** "ok,listen ok", "ok", "bind:EADDRINUSE", "listen:EADDRINUSE", as the trace writes it. */
export function pairResult(pair: TraceStepOf<"pair">): string {
  const host = new Host();
  const type = pair.protocol === "tcp" ? "stream" : "dgram";
  const made = ({ address, mode }: TraceBinding, isFirst: boolean): number => {
    const fd = host.socket(type, address.includes(":") ? 6 : 4);
    const set = (name: "SO_REUSEADDR" | "SO_REUSEPORT" | "IPV6_V6ONLY", value: boolean): void => {
      host.call({ name: "setsockopt", fd, option: { name, value } });
    };
    const both = mode === "reuseaddr";
    if (both || mode === (isFirst ? "first RA only" : "second RA only")) set("SO_REUSEADDR", true);
    if (mode === "reuseport") set("SO_REUSEPORT", true);
    if (/^v6only=[01]$/.test(mode)) set("IPV6_V6ONLY", mode === "v6only=1");
    return fd;
  };
  const first = made(pair.first, true);
  host.bind(first, pair.first.address, PORT);
  if (pair.isListening) host.call({ name: "listen", fd: first, backlog: 5 });
  const second = made(pair.second, false);
  const bound = host.bind(second, pair.second.address, PORT);
  if (bound.errno !== null) return `bind:${bound.errno}`;
  if (type === "dgram") return "ok";
  const listening = host.call({ name: "listen", fd: second, backlog: 5 });
  return listening.errno === null ? "ok,listen ok" : `ok,listen:${listening.errno}`;
}

const ANYWHERE = { address: "*", port: 0 };

/** By the trace's words. Each gets a host of its own; the last call's result counts. */
export const MISUSES: Readonly<Record<string, (host: Host) => CallResult>> = {
  "TCP 9068 LISTEN, then UDP bind 9068": (host) => {
    const server = host.socket();
    host.bind(server, "0.0.0.0", 9068);
    host.call({ name: "listen", fd: server, backlog: 5 });
    return host.bind(host.socket("dgram"), "0.0.0.0", 9068);
  },
  "bind 192.0.2.7:80 (not my address)": (host) => host.bind(host.socket(), "192.0.2.7", 80),
  "bind the same socket twice": (host) => {
    const fd = host.socket();
    host.bind(fd, "0.0.0.0", PORT);
    return host.bind(fd, "0.0.0.0", PORT + 1);
  },
  "accept on a socket that does not listen": (host) =>
    host.call({ name: "accept", fd: host.socket() }),
  "listen without bind (kernel picks a port)": (host) => {
    const fd = host.socket();
    const listening = host.call({ name: "listen", fd, backlog: 5 });
    return listening.errno === null ? host.call({ name: "getsockname", fd }) : listening;
  },
  "send on an unconnected TCP socket": (host) =>
    host.call({ name: "send", fd: host.socket(), data: "x" }),
  "recv on an unconnected TCP socket": (host) =>
    host.call({ name: "recv", fd: host.socket(), size: 10 }),
  "shutdown on an unconnected TCP socket": (host) =>
    host.call({ name: "shutdown", fd: host.socket(), how: "write" }),
  "getpeername on an unconnected TCP socket": (host) =>
    host.call({ name: "getpeername", fd: host.socket() }),
  "getsockname before bind": (host) => host.call({ name: "getsockname", fd: host.socket() }),
  "connect on a listening socket": (host) =>
    host.call({ name: "connect", fd: listener(host), to: { address: "127.0.0.1", port: PORT } }),
  "send on a listening socket": (host) =>
    host.call({ name: "send", fd: listener(host), data: "x" }),
  "listen again with another backlog": (host) =>
    host.call({ name: "listen", fd: listener(host), backlog: 7 }),
  // The first returns with the connection under way; the second finds it open, and says so once.
  "connect twice": (host) => {
    listener(host);
    const fd = host.socket();
    const to = { address: "127.0.0.1", port: PORT };
    host.call({ name: "connect", fd, to });
    while (host.world.schedule.tree !== null) {
      host.world = step(host.world, { kind: "next" }).world;
    }
    return host.call({ name: "connect", fd, to });
  },
  "connect while connecting (non-blocking)": (host) => {
    const fd = host.socket();
    const to = { address: "10.0.0.2", port: PORT };
    host.call({ name: "connect", fd, to });
    return host.call({ name: "connect", fd, to });
  },
  "listen on UDP": (host) => host.call({ name: "listen", fd: host.socket("dgram"), backlog: 5 }),
  "send on unconnected UDP": (host) =>
    host.call({ name: "send", fd: host.socket("dgram"), data: "x" }),
  "connect to 0.0.0.0 (means this host: 127.0.0.1) on a closed port": (host) =>
    host.call({ name: "connect", fd: host.socket(), to: { address: "*", port: PORT } }),
  "connect to port 0": (host) =>
    host.call({ name: "connect", fd: host.socket(), to: { address: "10.0.0.2", port: 0 } }),
  "connect to an unreachable network": (host) =>
    host.call({ name: "connect", fd: host.socket(), to: { address: "192.0.2.9", port: 80 } }),
  "connect to broadcast": (host) =>
    host.call({ name: "connect", fd: host.socket(), to: { address: "255.255.255.255", port: 80 } }),
  "use after close": (host) => {
    const fd = host.socket();
    host.call({ name: "close", fd });
    return host.bind(fd, ANYWHERE.address, ANYWHERE.port);
  },
};

function listener(host: Host): number {
  const fd = host.socket();
  host.bind(fd, "0.0.0.0", PORT);
  host.call({ name: "listen", fd, backlog: 5 });
  return fd;
}

/** As resultText has it; "unknown" for words not in the table. */
export function misuseResult(text: string): string {
  const misuse = MISUSES[text];
  return misuse === undefined ? "unknown" : resultText(misuse(new Host()));
}

/** A line of trace 27: "uid 65534: TCP bind 80", with the first unprivileged port of the host. Null: no such socket here. */
export function privilegeResult(line: string, firstPort: number): string | null {
  const host = new Host(false, { ip_unprivileged_port_start: firstPort });
  const [, protocol, port] = /: (TCP|UDP) bind (\d+)/.exec(line) ?? [];
  if (port !== undefined) {
    const fd = host.socket(protocol === "TCP" ? "stream" : "dgram");
    return host.bind(fd, "0.0.0.0", Number(port)).errno ?? "ok";
  }
  const [, raw] = /: SOCK_RAW (TCP|ICMP)/.exec(line) ?? [];
  if (raw === undefined) return null;
  const call = { name: "socket", domain: 4, type: "raw", protocol: raw === "TCP" ? 6 : 1 } as const;
  return host.call(call).errno ?? "ok";
}
