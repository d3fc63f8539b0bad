/**
 * On which side of a connection a socket stands. Evidence in order of its weight: its own state, a
 * listener on its port in the same listing, the other end's row in the same listing, who sent the first
 * SYN, and last the port numbers, which are only a habit: a service may listen on any port (Windows's own
 * do from 49664 up). TIME-WAIT tells who closed first, not who was the client.
 */
import { ephemeralRangeOf } from "#net/ephemeral-range";
import type { SocketEntry } from "#net/socket-entry";
import type { Evidence } from "./evidence.ts";
import type { RoleFinding } from "./explanation.ts";
import { placeOf } from "./address-place.ts";
import { portText } from "./endpoint-print.ts";
import type { Block, Row } from "./listing.ts";

export interface FoundRole extends RoleFinding {
  /** The row at the other end of the connection, when it is in the listing. */
  readonly otherEnd: number | null;
  /** Which end of the connection holds the service's port, as far as known. */
  readonly end: "server" | "client" | null;
}

export function findRole(row: Row, index: number, block: Block, evidence: Evidence): FoundRole {
  const { entry, stateText } = row;
  if (entry.state === "LISTEN") {
    return alone({
      role: "listener",
      label: "waits for clients",
      evidence: `Its state is ${stateText ?? "LISTEN"}.`,
      confidence: "certain",
    });
  }
  if (entry.peer === null) return withoutPeer(row);
  return connectionRole(entry, entry.peer, index, block, evidence);
}

const alone = (finding: RoleFinding): FoundRole => ({ ...finding, otherEnd: null, end: null });

function withoutPeer({ entry, stateText }: Row): FoundRole {
  if (entry.protocol !== "tcp") {
    return alone({
      role: "receiver",
      label: entry.protocol === "udp" ? "receives datagrams" : "receives packets",
      evidence: `${nameOf(entry.protocol)} has no LISTEN state, and no peer is shown. A server waits like this, and so does a client that expects answers: the row cannot tell which.`,
      confidence: "certain",
    });
  }
  const isBound = stateText !== null && /^bound/i.test(stateText);
  if (isBound || entry.state === "CLOSED") {
    return alone({
      role: "bound",
      label: "holds a port",
      evidence: `It has a local port, but its state is ${stateText ?? "not printed"}: it neither listens nor is connected.`,
      confidence: "certain",
    });
  }
  return alone({
    role: "unknown",
    label: "side unknown",
    evidence: "The row shows neither a peer nor a state this reader knows.",
    confidence: "unknown",
  });
}

function connectionRole(
  entry: SocketEntry,
  peer: NonNullable<SocketEntry["peer"]>,
  index: number,
  block: Block,
  evidence: Evidence,
): FoundRole {
  const otherEnd = evidence.mirrorOf(entry, index);
  const port = portText(entry.local);
  if (evidence.listenerFor(entry) !== null) {
    return {
      role: "server",
      label: "server side",
      evidence: `The same listing has a listener on ${nameOf(entry.protocol)} port ${port}: this connection came in through it.`,
      confidence: "certain",
      otherEnd,
      end: "server",
    };
  }
  const peerListens = evidence.listenerAt(entry.protocol, peer) !== null;
  if (otherEnd !== null) {
    return {
      role: "both",
      label: peerListens ? "client side, both ends here" : "both ends are here",
      evidence: peerListens
        ? `The row with the same endpoints the other way round is in the listing, and its port ${portText(peer)} has a listener: this row is the client's end.`
        : "The row with the same endpoints the other way round is in the listing: both programs run on this machine.",
      confidence: "certain",
      otherEnd,
      end: peerListens ? "client" : null,
    };
  }
  const isPeerHere = placeOf(peer.address) === "loopback" || evidence.isOwnAddress(peer.address);
  if (isPeerHere && peerListens) {
    return {
      role: "client",
      label: "client side",
      evidence: `The peer's address is this machine's own, and the listing has a listener on port ${portText(peer)} there.`,
      confidence: "certain",
      otherEnd: null,
      end: "client",
    };
  }
  return fromOpening(entry) ?? fromPorts(entry, peer, block, evidence);
}

function fromOpening(entry: SocketEntry): FoundRole | null {
  if (entry.state === "SYN-SENT") {
    return {
      role: "client",
      label: "client side",
      evidence:
        "It sent the first SYN. Two clients that call each other at the same moment look the same, which is rare.",
      confidence: "likely",
      otherEnd: null,
      end: "client",
    };
  }
  if (entry.state === "SYN-RECEIVED") {
    return {
      role: "server",
      label: "server side",
      evidence:
        "It was sent a SYN and answered. Two clients that call each other at the same moment look the same, which is rare.",
      confidence: "likely",
      otherEnd: null,
      end: "server",
    };
  }
  return null;
}

function fromPorts(
  entry: SocketEntry,
  peer: NonNullable<SocketEntry["peer"]>,
  block: Block,
  evidence: Evidence,
): FoundRole {
  const range = rangeOf(block);
  const isLocalHigh = isWithin(entry.local.port, range);
  const isPeerHigh = isWithin(peer.port, range);
  // A printed name means that the port has a registered service: clients' own ports seldom have one.
  const isLocalLow = entry.local.port === null ? entry.local.service !== null : !isLocalHigh;
  const isPeerLow = peer.port === null ? peer.service !== null : !isPeerHigh;
  const span = `${range.from}–${range.to}`;
  if (isLocalHigh && isPeerLow) {
    return {
      role: "client",
      label: "probably the client side",
      evidence: `Its own port ${portText(entry.local)} is in the range ${range.name} gives to clients (${span}), and the peer's port ${portText(peer)} is not. A habit, not a rule.`,
      confidence: "likely",
      otherEnd: null,
      end: "client",
    };
  }
  if (isPeerHigh && isLocalLow) {
    return {
      role: "server",
      label: "probably the server side",
      evidence: `The peer's port ${portText(peer)} is in the range ${range.name} gives to clients (${span}), and the port here, ${portText(entry.local)}, is not. A habit, not a rule.`,
      confidence: "likely",
      otherEnd: null,
      end: "server",
    };
  }
  const advice = evidence.hasListeners
    ? "No listener in the listing has either port, and the port numbers do not tell."
    : "The port numbers do not tell. A listing with listeners would: add -a (netstat -an, ss -tan).";
  return {
    role: "unknown",
    label: "side unknown",
    evidence: advice,
    confidence: "unknown",
    otherEnd: null,
    end: null,
  };
}

interface NamedRange {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Where the system is not known, the part that all of them have in common. */
function rangeOf(block: Block): NamedRange {
  switch (block.os) {
    case "Linux":
      return { name: "Linux", ...ephemeralRangeOf("linux") };
    case "Windows":
      return { name: "Windows", ...ephemeralRangeOf("windows") };
    case "macOS":
      return { name: "macOS", ...ephemeralRangeOf("macos") };
    case null:
      return {
        name: "every system",
        from: ephemeralRangeOf("macos").from,
        to: ephemeralRangeOf("linux").to,
      };
  }
}

const isWithin = (port: number | null, range: NamedRange) =>
  port !== null && port >= range.from && port <= range.to;

/** TCP, UDP, ICMP; raw stays small. */
export function nameOf(protocol: string): string {
  return protocol === "raw" ? "A raw socket" : protocol.toUpperCase();
}
