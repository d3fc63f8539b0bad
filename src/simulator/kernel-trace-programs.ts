/** The programs of a trace: which descriptor of which host the next call means. */
import type { Fd } from "./calls.ts";
import type { Pid } from "./world.ts";

export interface OpenSocket {
  readonly fd: Fd;
  readonly pid: Pid;
  readonly type: "stream" | "dgram" | "raw";
  port: number | null;
  peer: { readonly address: string; readonly port: number } | null;
  role: "fresh" | "bound" | "listener" | "connection";
  /** Which connect() of its host it was, from 1. */
  client: number | null;
}

export class Programs {
  pid: Pid;
  sockets: OpenSocket[] = [];
  current: OpenSocket | null = null;
  clients = 0;
  lastHeard: { readonly address: string; readonly port: number } | null = null;

  constructor(pid: Pid) {
    this.pid = pid;
  }

  open(fd: Fd, type: OpenSocket["type"], pid: Pid = this.pid): OpenSocket {
    const socket: OpenSocket = {
      fd,
      pid,
      type,
      port: null,
      peer: null,
      role: "fresh",
      client: null,
    };
    this.sockets.push(socket);
    this.current = socket;
    return socket;
  }

  closed(socket: OpenSocket): void {
    this.sockets = this.sockets.filter((other) => other !== socket);
    if (this.current === socket) this.current = null;
  }

  /** The socket in hand that no connect() and no listen() has been called on. */
  get ready(): OpenSocket | null {
    const { current } = this;
    return current !== null && (current.role === "fresh" || current.role === "bound")
      ? current
      : null;
  }

  listener(port: number | null): OpenSocket | null {
    return (
      this.sockets.find(
        ({ role, port: own }) => role === "listener" && (port === null || own === port),
      ) ?? null
    );
  }

  /** The connection in hand, or the newest one. */
  get connection(): OpenSocket | null {
    return this.current?.role === "connection"
      ? this.current
      : (this.sockets.findLast(({ role }) => role === "connection") ?? null);
  }

  byPorts(port: number, peer: number): OpenSocket | null {
    return (
      this.sockets.findLast(
        (socket) =>
          socket.role === "connection" && socket.port === port && socket.peer?.port === peer,
      ) ?? null
    );
  }

  byPeer({
    address,
    port,
  }: {
    readonly address: string;
    readonly port: number;
  }): OpenSocket | null {
    return this.sockets.find(({ peer }) => peer?.address === address && peer.port === port) ?? null;
  }

  /** Raw sockets are kept in the order they were made: TCP's first. Null for the one asked last. */
  raw(protocol: "tcp" | "udp" | null): OpenSocket | null {
    const made = this.sockets.filter(({ type }) => type === "raw");
    const socket = protocol === null ? this.#lastRaw : made[protocol === "tcp" ? 0 : 2];
    this.#lastRaw = socket ?? null;
    return this.#lastRaw;
  }

  #lastRaw: OpenSocket | null = null;
}
