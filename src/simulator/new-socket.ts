/** Sockets as they begin: what socket() makes, and what TCP makes for each connection that comes in. */
import type { Turn } from "./turn.ts";
import type {
  Host,
  HostName,
  HostSettings,
  Process,
  Socket,
  SocketId,
  SocketOptions,
  StreamSocket,
} from "./world.ts";

type AnyNew = Omit<Socket, "type" | "id">;

/** Adds a stream socket to the host's table under the next number, as TCP does for a SYN that a listener takes. */
export function addStream(turn: Turn, host: HostName, socket: Omit<StreamSocket, "id">): SocketId {
  const id = nextId(turn, host);
  turn.put(host, { ...socket, id });
  return id;
}

/** Adds what socket() asks for; nobody has a descriptor for it yet. */
export function addSocket(
  turn: Turn,
  host: HostName,
  process: Process,
  { domain, type, protocol }: { domain: 4 | 6; type: Socket["type"]; protocol: number },
): SocketId {
  const { settings } = turn.host(host);
  const inode = takeInode(turn, host);
  const common: AnyNew = {
    inode,
    domain,
    user: process.user,
    local: { address: "*", port: 0 },
    peer: null,
    options: optionsAtFirst(settings, type),
    references: 0,
    error: null,
    waiting: [],
    isPortChosenBySystem: false,
  };
  const id = nextId(turn, host);
  switch (type) {
    case "stream":
      turn.put(host, {
        ...common,
        id,
        type,
        state: "CLOSED",
        listener: null,
        tcb: null,
        parent: null,
        remains: null,
      });
      return id;
    case "dgram":
      turn.put(host, {
        ...common,
        id,
        type,
        isAddressChosenBySystem: false,
        isReadShut: false,
        isWriteShut: false,
        queue: [],
        drops: 0,
      });
      return id;
    case "raw":
      turn.put(host, { ...common, id, type, protocol, queue: [], drops: 0 });
      return id;
  }
}

export function takeInode(turn: Turn, host: HostName): number {
  const { nextInode } = turn.host(host);
  turn.changeHost(host, { nextInode: nextInode + 1 });
  return nextInode;
}

function nextId(turn: Turn, host: HostName): SocketId {
  const { nextSocket }: Host = turn.host(host);
  turn.changeHost(host, { nextSocket: nextSocket + 1 });
  return nextSocket;
}

function optionsAtFirst(settings: HostSettings, type: Socket["type"]): SocketOptions {
  return {
    reuseAddress: false,
    reusePort: false,
    keepAlive: false,
    linger: null,
    v6Only: false,
    noDelay: false,
    nonBlocking: false,
    receiveBuffer: type === "stream" ? settings.tcp_rmem : settings.rmem_default,
    sendBuffer: type === "stream" ? settings.tcp_wmem : settings.wmem_default,
    keepIdle: settings.tcp_keepalive_time,
    keepInterval: settings.tcp_keepalive_intvl,
    keepCount: settings.tcp_keepalive_probes,
    userTimeout: 0,
    receiveTimeout: 0,
    sendTimeout: 0,
  };
}
