/**
 * bind(2), and the same done by the system itself: for connect(), and for listen() and sendto() on a socket without a
 * port. The order of the checks is Linux's (__inet_bind of net/ipv4/af_inet.c, __inet6_bind of net/ipv6/af_inet6.c).
 */
import { type Claim, conflictWith, reasonOfConflict } from "./bind-rules.ts";
import type { SocketAddress } from "./calls.ts";
import { portForAnyone, portForConnection } from "./ephemeral-ports.ts";
import type { Errno } from "./errno.ts";
import { usesBesides, usesOf } from "./port-uses.ts";
import type { PacketEnd } from "./packet.ts";
import { type Reason, because } from "./reason.ts";
import { isBroadcast, isMulticast, isOwn, sourceFor } from "./routing.ts";
import { findConnection } from "./socket-lookup.ts";
import { Connection } from "./tcp-connection.ts";
import { end } from "./tcp-end.ts";
import { mayReuse } from "./time-wait-reuse.ts";
import type { Turn } from "./turn.ts";
import { type CallOutcome, done, failed } from "./waiting.ts";
import { familyOf, isLoopback, onTheWire } from "./wire-address.ts";
import type { DatagramSocket, HostName, Process, Socket, SocketId, StreamSocket } from "./world.ts";

export type Prepared =
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly errno: Errno; readonly why: Reason };

const READY: Prepared = { kind: "ready" };
const not = (errno: Errno, why: Reason): Prepared => ({ kind: "failed", errno, why });

export function bindSocket(
  turn: Turn,
  host: HostName,
  socket: Socket,
  to: SocketAddress,
  process: Process,
): CallOutcome {
  const address = onTheWire(to.address);
  if (!isInDomain(socket, to.address))
    return socket.domain === 6
      ? failed("EINVAL", because("ipv6(7)", "The address is no IPv6 address."))
      : failed("EAFNOSUPPORT", because("ip(7)", "The address is of another family."));
  if (socket.domain === 6 && socket.options.v6Only && address !== "*" && familyOf(address) === 4)
    return failed("EINVAL", because("ipv6(7), IPV6_V6ONLY", "The socket is for IPv6 alone."));
  // Linux lets any IPv4 socket have a group's address, or one that means everybody on the link.
  const isForMany = socket.domain === 4 && (isBroadcast(address) || isMulticast(address));
  const isMine = address === "*" || isForMany || isOwn(turn.host(host), address);
  const notMine = failed("EADDRNOTAVAIL", because("bind(2)", "No interface has this address."));
  if (socket.domain === 4 && !isMine) return notMine;
  const isLow = to.port > 0 && to.port < turn.host(host).settings.ip_unprivileged_port_start;
  if (socket.type !== "raw" && isLow && !process.isPrivileged)
    return failed(
      "EACCES",
      because("ip(7), CAP_NET_BIND_SERVICE", "Ports this low are privileged."),
    );
  if (socket.local.port !== 0 || (socket.type === "stream" && socket.state !== "CLOSED"))
    return failed("EINVAL", because("bind(2)", "The socket has an address already."));
  if (!isMine) return notMine;
  if (socket.type === "raw") {
    turn.put(host, { ...socket, local: { address, port: 0 } });
    return done(null, because("raw(7)", "Only packets to this address reach the socket."));
  }
  // A particular IPv6 address cannot be for IPv4 (sk_ipv6only).
  const isOnlyV6 = socket.domain === 6 && address !== "*" && familyOf(address) === 6;
  const options = isOnlyV6 ? { ...socket.options, v6Only: true } : socket.options;
  return takePort(turn, host, { ...socket, options }, { address, port: to.port });
}

function takePort(
  turn: Turn,
  host: HostName,
  socket: StreamSocket | DatagramSocket,
  local: Socket["local"],
): CallOutcome {
  const claim = claimOf(socket, local.address);
  if (local.port === 0) {
    const port = portForAnyone(turn, host, socket.type, claim);
    if (port === null) return failed("EADDRINUSE", noPortLeft);
    turn.put(host, { ...socket, local: { ...local, port }, isPortChosenBySystem: true });
    return done(null, because("ip(7), ip_local_port_range", "The system chose a free port."));
  }
  const conflict = conflictWith(
    socket.type,
    claim,
    usesOf(turn.host(host), socket.type, local.port),
  );
  if (conflict !== undefined) return failed("EADDRINUSE", reasonOfConflict(claim, conflict));
  turn.put(host, { ...socket, local, isPortChosenBySystem: false });
  return done(null, because("bind(2)", "Nobody else has this port on this address."));
}

const noPortLeft = because(
  "bind(2), EADDRINUSE",
  "Every port of ip_local_port_range is taken on this address.",
);

/** Gives a socket without a port one, as listen() and sendto() do. */
export function autobind(turn: Turn, host: HostName, id: SocketId): Prepared {
  const socket = turn.socket(host, id);
  if (socket === undefined || socket.type === "raw" || socket.local.port !== 0) return READY;
  const port = portForAnyone(turn, host, socket.type, claimOf(socket, socket.local.address));
  if (port === null) return not(socket.type === "dgram" ? "EAGAIN" : "EADDRINUSE", noPortLeft);
  turn.put(host, { ...socket, local: { ...socket.local, port }, isPortChosenBySystem: true });
  return READY;
}

/** listen() asks anew whether the port is free: of sockets that share it by SO_REUSEADDR, one may listen. */
export function prepareListen(turn: Turn, host: HostName, id: SocketId): Prepared {
  const bound = autobind(turn, host, id);
  if (bound.kind === "failed") return bound;
  const socket = turn.stream(host, id);
  const claim = claimOf(socket, socket.local.address);
  const conflict = conflictWith("stream", claim, usesBesides(turn.host(host), socket));
  return conflict === undefined ? READY : not("EADDRINUSE", reasonOfConflict(claim, conflict));
}

/** Gives a stream socket its own address, its port and its peer, as connect() does before the SYN. */
export function prepareConnect(
  turn: Turn,
  host: HostName,
  id: SocketId,
  to: SocketAddress,
): Prepared {
  const socket = turn.stream(host, id);
  const way = wayTo(turn, host, socket, to);
  if (way.kind === "failed") return way;
  const { source, peer } = way;
  const chosen = socket.local.address === "*" ? { isAddressChosenBySystem: true } : {};
  if (socket.local.port !== 0) {
    const local = { address: source, port: socket.local.port };
    if (!isFreed(turn, host, local, peer, isTakenBack))
      return not(
        "EADDRNOTAVAIL",
        because("connect(2)", "There is a connection with these four numbers already."),
      );
    turn.put(host, { ...socket, local, peer, ...chosen });
    return READY;
  }
  const port = portForConnection(turn, host, source, peer);
  if (port === null)
    return not(
      "EADDRNOTAVAIL",
      because(
        "connect(2), EADDRNOTAVAIL",
        "Every port of ip_local_port_range has a connection to this destination.",
      ),
    );
  isFreed(turn, host, { address: source, port }, peer, (old) => mayReuse(turn, host, old));
  turn.put(host, {
    ...socket,
    local: { address: source, port },
    peer,
    ...chosen,
    isPortChosenBySystem: true,
  });
  return READY;
}

/** Who chose the port by bind() gets it whatever tcp_tw_reuse says (tcp_twsk_unique). */
function isTakenBack({ state, tcb }: StreamSocket): boolean {
  return state === "TIME-WAIT" && tcb?.peerOptions.timestamps === true;
}

/** Whether no connection has these four numbers; one in TIME-WAIT may have to give them up. */
function isFreed(
  turn: Turn,
  host: HostName,
  local: PacketEnd,
  peer: PacketEnd,
  mayTake: (old: StreamSocket) => boolean,
): boolean {
  const old = findConnection(turn.host(host), local, peer);
  if (old === undefined) return true;
  if (turn.profile !== "linux" || !mayTake(old)) return false;
  const why = because(
    "ip-sysctl, tcp_tw_reuse",
    "Timestamps tell old segments from new: connect() takes the numbers.",
  );
  end(new Connection(turn, host, old.id), null, why);
  return true;
}

/** Where packets of this socket to `to` go, and from which address. */
export function wayTo(
  turn: Turn,
  host: HostName,
  socket: Socket,
  to: SocketAddress,
):
  | {
      readonly kind: "way";
      readonly source: string;
      readonly peer: { readonly address: string; readonly port: number };
    }
  | Extract<Prepared, { kind: "failed" }> {
  // Linux takes an IPv4 address from a UDP socket of IPv6 as if it were mapped.
  const isInDisguise = socket.domain === 6 && socket.type === "dgram";
  if (!isInDomain(socket, to.address) && !isInDisguise)
    return {
      kind: "failed",
      errno: socket.domain === 6 && socket.type === "stream" ? "EINVAL" : "EAFNOSUPPORT",
      why: because("ip(7), ipv6(7)", "The address is of another family than the socket."),
    };
  const wanted = onTheWire(to.address);
  const { local } = socket;
  if (
    local.address !== "*" &&
    wanted !== "*" &&
    familyOf(local.address) === 4 &&
    familyOf(wanted) === 6
  )
    return {
      kind: "failed",
      errno: "EAFNOSUPPORT",
      why: because("ipv6(7), Linux", "The socket's own address is of IPv4, and the peer's is not."),
    };
  const address = wanted === "*" ? ownLoopback(socket) : wanted;
  const unreachable = {
    kind: "failed",
    errno: "ENETUNREACH",
    why: because("ip(7), ENETUNREACH", "No route leads to this address."),
  } as const;
  if (socket.domain === 6 && socket.options.v6Only && familyOf(address) === 4) return unreachable;
  if (isBroadcast(address))
    return socket.type === "stream"
      ? unreachable
      : {
          ...unreachable,
          errno: "EACCES",
          why: because("socket(7), SO_BROADCAST", "Broadcasts have to be allowed first."),
        };
  const usual = sourceFor(turn.world, turn.host(host), address);
  if (usual === null) return unreachable;
  const source = socket.local.address === "*" ? usual : socket.local.address;
  if (isLoopback(source) && socket.domain === 4 && !isOwn(turn.host(host), address))
    return {
      kind: "failed",
      errno: "EINVAL",
      why: because("RFC 1122 §3.2.1.3", "From a loopback address no packet leaves the host."),
    };
  if (familyOf(source) !== familyOf(address))
    return familyOf(source) === 6 || socket.type === "stream"
      ? unreachable
      : { ...unreachable, errno: "EAFNOSUPPORT" };
  return { kind: "way", source, peer: { address, port: to.port } };
}

/** 0.0.0.0 and :: as a destination mean this host. */
function ownLoopback({ domain, local }: Socket): string {
  if (local.address !== "*") return local.address;
  return domain === 4 ? "127.0.0.1" : "::1";
}

function isInDomain({ domain }: Socket, address: string): boolean {
  return address === "*" || familyOf(address) === domain;
}

function claimOf(
  socket: StreamSocket | DatagramSocket,
  address: Socket["local"]["address"],
): Claim {
  return {
    domain: socket.domain,
    v6Only: socket.options.v6Only,
    address,
    reuseAddress: socket.options.reuseAddress,
    reusePort: socket.options.reusePort,
    user: socket.user,
  };
}
