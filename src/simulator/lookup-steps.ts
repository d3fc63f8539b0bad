/**
 * For whom a packet is, told as the kernel looks for it: first what is most exact (input.ts, socket-lookup.ts). Asked of
 * the world before the packet's arrival. The answers are the simulator's own; only the questions are told here.
 */
import { ruleFor } from "./filters.ts";
import { isEchoRequest } from "./icmp.ts";
import { type IcmpMessage, type Packet, type PacketEnd, addressesOf } from "./packet.ts";
import { protocolOf, rawSocketsFor } from "./raw-sockets.ts";
import { isOwn } from "./routing.ts";
import { findConnection, findDatagramSocket, findListener } from "./socket-lookup.ts";
import { familyOf } from "./wire-address.ts";
import type { FilterRule, HostName, Socket, SocketId, World } from "./world.ts";

export interface LookupStep {
  /** "A connection with exactly these four: 10.0.0.2 8080 10.0.0.1 40000" */
  readonly question: string;
  readonly found: SocketId | null;
  readonly kind: "connection" | "listener-address" | "listener-any" | "dual-stack" | "nobody";
}

export interface Lookup {
  /** In the order in which they are asked; the last one is answered, or is "nobody". */
  readonly steps: readonly LookupStep[];
  /** Raw sockets that get a copy of it besides. */
  readonly copies: readonly SocketId[];
  readonly outcome: LookupOutcome;
}

export type LookupOutcome =
  | { readonly kind: "socket"; readonly socket: SocketId }
  | { readonly kind: "nobody" }
  /** The kernel answers by itself, or only raw sockets take such packets. */
  | { readonly kind: "kernel" | "copies" }
  | { readonly kind: "filtered"; readonly action: FilterRule["action"] }
  /** The host is off, or has not the address. */
  | { readonly kind: "not-here" };

/** `before` is the world before the arrival; `host` the one that the packet comes to. */
export function lookupOf(before: World, host: HostName, packet: Packet): Lookup {
  const found = before.hosts[host];
  if (found === undefined || !found.isUp || !isOwn(found, addressesOf(packet).to))
    return { steps: [], copies: [], outcome: { kind: "not-here" } };
  const rule = ruleFor(found, packet);
  if (rule !== undefined)
    return { steps: [], copies: [], outcome: { kind: "filtered", action: rule.action } };
  const copies = rawSocketsFor(found, packet).map(({ id }) => id);
  switch (packet.kind) {
    case "tcp": {
      const { to, from } = packet;
      const connection = findConnection(found, to, from);
      return { copies, ...told(TCP, to, from, connection ?? findListener(found, to, from)) };
    }
    case "udp": {
      const { to, from } = packet;
      return { copies, ...told(UDP, to, from, findDatagramSocket(found, to, from)) };
    }
    case "icmp":
      return { copies, ...lookupOfIcmp(before, host, packet) };
    case "raw":
      return copies.length > 0
        ? { copies, steps: [], outcome: { kind: "copies" } }
        : { copies, ...nobody(`A raw socket of protocol ${protocolOf(packet)}`) };
  }
}

/** An error is for the socket whose packet it quotes. */
function lookupOfIcmp(
  before: World,
  host: HostName,
  message: IcmpMessage,
): Pick<Lookup, "steps" | "outcome"> {
  const { quoted } = message;
  const found = before.hosts[host]!;
  if (quoted === null || isEchoRequest(message)) return { steps: [], outcome: { kind: "kernel" } };
  const { from, to } = quoted;
  if (quoted.kind === "udp") return told(UDP, from, to, findDatagramSocket(found, from, to));
  const connection = findConnection(found, from, to);
  if (connection !== undefined) return told(TCP, from, to, connection);
  return nobody(`${TCP.exact}: ${fourOf(from, to)}`);
}

interface Questions {
  readonly exact: string;
  readonly some: string;
}

const TCP: Questions = { exact: "A connection with exactly these four", some: "A listener" };
const UDP: Questions = {
  exact: "A connected socket with exactly these four",
  some: "A socket without a peer",
};

function told(
  { exact, some }: Questions,
  local: PacketEnd,
  peer: PacketEnd,
  winner: Socket | undefined,
): Pick<Lookup, "steps" | "outcome"> {
  const family = familyOf(local.address);
  const asked: LookupStep[] = [
    { question: `${exact}: ${fourOf(local, peer)}`, kind: "connection", found: null },
    {
      question: `${some} on ${local.address} ${local.port}`,
      kind: "listener-address",
      found: null,
    },
    {
      question: `${some} on every IPv${family} address, port ${local.port}`,
      kind: "listener-any",
      found: null,
    },
  ];
  if (family === 4)
    asked.push({
      question: `${some} on every IPv6 address that takes IPv4 as well, port ${local.port}`,
      kind: "dual-stack",
      found: null,
    });
  if (winner === undefined) return { steps: [...asked, NOBODY], outcome: { kind: "nobody" } };
  const kind = kindOf(winner, family);
  const at = asked.findIndex((step) => step.kind === kind);
  const answered = asked.slice(0, at + 1).map((step, place) => ({
    ...step,
    found: place === at ? winner.id : null,
  }));
  return { steps: answered, outcome: { kind: "socket", socket: winner.id } };
}

const NOBODY: LookupStep = { question: "Nobody else is asked", kind: "nobody", found: null };

const nobody = (question: string): Pick<Lookup, "steps" | "outcome"> => ({
  steps: [{ question, kind: "connection", found: null }, NOBODY],
  outcome: { kind: "nobody" },
});

function kindOf(socket: Socket, family: 4 | 6): LookupStep["kind"] {
  const isListener = socket.type === "stream" && socket.listener !== null;
  if (socket.peer !== null && !isListener) return "connection";
  if (socket.local.address !== "*") return "listener-address";
  return socket.domain === family ? "listener-any" : "dual-stack";
}

const fourOf = (local: PacketEnd, peer: PacketEnd) =>
  `${local.address} ${local.port} ${peer.address} ${peer.port}`;
