/**
 * A host's sockets as its kernel lists them to ss, netstat and lsof: rows of the one socket table that all doors share.
 * What is in the queues' columns follows Linux (tcp_diag_get_info of net/ipv4/tcp_diag.c, udp_dump_one): a SYN or FIN
 * that waits for its acknowledgment counts as one byte, and so does an end of file that was not read.
 */
import type { Family, SocketEndpoint, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import * as intTable from "./int-table.ts";
import { queuedBytes } from "./raw-sockets.ts";
import { asSeenBy } from "./wire-address.ts";
import type { BoundTo, Host, HostName, Socket, SocketId, StreamSocket, World } from "./world.ts";

export interface SocketRow {
  readonly id: SocketId;
  readonly entry: SocketEntry;
  /** 0 where nobody has a descriptor. */
  readonly inode: number;
}

/** The host's rows alone, as every door to the socket table takes them. */
export function socketTable(world: World, host: HostName): readonly SocketEntry[] {
  const found = world.hosts[host];
  return found === undefined ? [] : socketRows(found).map(({ entry }) => entry);
}

/**
 * In the order the sockets were made. A TCP socket before listen() or connect(), and after its connection is over, is in
 * no table; a UDP socket is once it has a port. Endpoints have no names and no zones.
 */
export function socketRows(host: Host): readonly SocketRow[] {
  const holders = holdersOf(host);
  return [...intTable.entries(host.sockets)].flatMap(([id, socket]) => {
    if (!isListed(socket)) return [];
    const isForgotten = socket.type === "stream" && socket.state === "TIME-WAIT";
    const processes = isForgotten ? [] : (holders.get(id) ?? []);
    const inode = processes.length === 0 ? 0 : socket.inode;
    return [{ id, entry: { ...entryOf(socket), processes }, inode }];
  });
}

function isListed(socket: Socket): boolean {
  switch (socket.type) {
    case "stream":
      return socket.state !== "CLOSED";
    case "dgram":
      return socket.local.port !== 0;
    case "raw":
      return true;
  }
}

function holdersOf(host: Host): ReadonlyMap<SocketId, readonly SocketProcess[]> {
  const holders = new Map<SocketId, SocketProcess[]>();
  for (const { pid, command, user, descriptors } of Object.values(host.processes)) {
    for (const [fd, id] of intTable.entries(descriptors)) {
      const known = holders.get(id);
      const process = { pid, name: command, user, fd };
      if (known === undefined) holders.set(id, [process]);
      else known.push(process);
    }
  }
  return holders;
}

function entryOf(socket: Socket): Omit<SocketEntry, "processes"> {
  const common = {
    family: familyOf(socket),
    local: endpoint(socket, socket.local),
    peer: socket.peer === null ? null : endpoint(socket, socket.peer),
  };
  switch (socket.type) {
    case "stream":
      return { ...common, ...streamQueues(socket), protocol: "tcp", state: socket.state };
    case "dgram": {
      const recvQ = socket.queue.reduce((sum, { charge }) => sum + charge, 0);
      const state = socket.peer === null ? null : "ESTABLISHED";
      return { ...common, protocol: "udp", state, recvQ, sendQ: 0 };
    }
    case "raw": {
      const local = { ...common.local, port: socket.protocol };
      const peer = common.peer === null ? null : { ...common.peer, port: 0 };
      const state = peer === null ? null : "ESTABLISHED";
      return {
        ...common,
        local,
        peer,
        protocol: "raw",
        state,
        recvQ: queuedBytes(socket),
        sendQ: 0,
      };
    }
  }
}

/** A socket with a particular IPv6 address is for IPv6 alone, and so is one with a peer of it. */
function familyOf({ domain, peer, options }: Socket): Family {
  if (domain === 4) return 4;
  return peer === null && !options.v6Only ? "46" : 6;
}

function endpoint({ domain }: Socket, { address, port }: BoundTo): SocketEndpoint {
  return { address: asSeenBy(domain, address), zone: null, port, service: null };
}

const FIN_UNACKNOWLEDGED: ReadonlySet<TcpState> = new Set(["FIN-WAIT-1", "CLOSING", "LAST-ACK"]);

function streamQueues({
  state,
  listener,
  tcb,
}: StreamSocket): Pick<SocketEntry, "recvQ" | "sendQ"> {
  if (listener !== null) return { recvQ: listener.complete.length, sendQ: listener.backlog };
  if (tcb === null || state === "TIME-WAIT") return { recvQ: 0, sendQ: 0 };
  // Linux keeps an orphan in FIN-WAIT-2 like one in TIME-WAIT, in a smaller table without queues.
  if (state === "FIN-WAIT-2" && tcb.isOrphan) return { recvQ: 0, sendQ: 0 };
  // A SYN that a listener took stands in such a table too.
  if (state === "SYN-RECEIVED" && tcb.opened === "passive") return { recvQ: 0, sendQ: 0 };
  const isSynUnacknowledged = state === "SYN-SENT" || state === "SYN-RECEIVED";
  const isEndUnread = tcb.finReceived && !tcb.isEndOfFileRead;
  const isFinUnacknowledged =
    FIN_UNACKNOWLEDGED.has(state) || (tcb.finWanted && state === "ESTABLISHED");
  return {
    recvQ: tcb.receiveBuffer.length + (isEndUnread ? 1 : 0),
    sendQ: tcb.sendBuffer.length + (isSynUnacknowledged ? 1 : 0) + (isFinUnacknowledged ? 1 : 0),
  };
}
