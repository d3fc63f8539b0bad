/** A found role in words: a label of two or three, and one sentence that says what in the listing tells. */
import type { SocketEndpoint } from "#net/socket-entry";
import { portText } from "./endpoint-print.ts";
import type { Evidence } from "./evidence.ts";
import type { RoleFinding } from "./explanation.ts";
import { dialectOf } from "./dialects.ts";
import type { OperatingSystem, Row } from "./listing.ts";
import { clientRange, type FoundRole } from "./role.ts";

export function roleFinding(
  row: Row,
  found: FoundRole,
  os: OperatingSystem,
  evidence: Evidence,
): RoleFinding {
  const { role, confidence } = found;
  return {
    role,
    label: labelOf(row, found),
    evidence: sentence(row, found, os, evidence),
    confidence,
  };
}

function labelOf({ entry, dialect }: Row, { reason }: FoundRole): string {
  if (dialect === "docker-ps") return "leads into a container";
  switch (reason) {
    case "listens":
      return "waits for clients";
    case "waits-without-state":
      return "probably waits for clients";
    case "has-no-peer":
      return entry.protocol === "udp" ? "receives datagrams" : "receives packets";
    case "is-bound":
      return "holds a port";
    case "has-listener":
    case "answered-syn":
      return "server side";
    case "is-mirrored":
      return "both ends are here";
    case "is-mirrored-client":
      return "client side, both ends here";
    case "peer-is-listener-here":
    case "sent-syn":
      return "client side";
    case "local-port-ephemeral":
      return "probably the client side";
    case "peer-port-ephemeral":
      return "probably the server side";
    case "shows-nothing":
    case "ports-do-not-tell":
      return "side unknown";
  }
}

function sentence(
  { entry, stateText, dialect }: Row,
  { reason }: FoundRole,
  os: OperatingSystem,
  evidence: Evidence,
): string {
  const { local, protocol } = entry;
  const peer = entry.peer ?? local;
  if (dialect === "docker-ps")
    return "docker ps lists ports that are published: Docker passes on what reaches this one to the container's own port. Whether a program waits there, it does not tell.";
  switch (reason) {
    case "listens":
      return dialect === "proc-net"
        ? `Its state is ${stateText}, the number of LISTEN in Linux's kernel.`
        : `Its state is ${stateText ?? "LISTEN"}.`;
    case "waits-without-state":
      return "The listing prints no state for it. It has a port and no peer, as a listener has; a port that is only held looks the same, which is rare.";
    case "has-no-peer":
      if (protocol === "icmp")
        return "ICMP has no LISTEN state, and no peer is shown. A ping that expects answers waits like this.";
      return `${nameOf(protocol)} has no LISTEN state, and no peer is shown. A server waits like this, and so does a client that expects answers: the row cannot tell which.`;
    case "is-bound":
      return `It has a local port, but its state is ${stateText ?? "not printed"}: it neither listens nor is connected.`;
    case "shows-nothing":
      return "The row shows neither a peer nor a state this reader knows.";
    case "has-listener":
      return `The same listing has a listener on ${nameOf(protocol)} port ${portText(local)}: this connection came in through it.`;
    case "is-mirrored":
      return "The row with the same endpoints the other way round is in the listing: both ends are on this machine.";
    case "is-mirrored-client":
      return `The row with the same endpoints the other way round is in the listing, and its port ${portText(peer)} has a listener: this row is the client's end.`;
    case "peer-is-listener-here":
      return `The peer's address is this machine's own, and the listing has a listener on port ${portText(peer)} there.`;
    case "sent-syn":
      return "It sent the first SYN. Two clients that call each other at the same moment look the same, which is rare.";
    case "answered-syn":
      return "It was sent a SYN and answered. Two clients that call each other at the same moment look the same, which is rare.";
    case "local-port-ephemeral":
      return `Its own port ${portText(local)} is in ${clientSpan(os)}, and the peer's port ${otherPort(peer)}. A habit, not a rule.`;
    case "peer-port-ephemeral":
      return `The peer's port ${portText(peer)} is in ${clientSpan(os)}, and the port here ${otherPort(local)}. A habit, not a rule.`;
    case "ports-do-not-tell":
      return evidence.hasListeners
        ? "No listener in the listing takes connections to this end, and the port numbers do not tell."
        : `The port numbers do not tell. A listing with listeners would: ${dialectOf(dialect).withListeners}.`;
  }
}

function clientSpan(os: OperatingSystem): string {
  const { name, from, to } = clientRange(os);
  return `the range ${name} gives to clients (${from}–${to})`;
}

const otherPort = (end: SocketEndpoint) =>
  end.port === null ? `goes by a service's name, ${portText(end)}` : `(${portText(end)}) is not`;

/** TCP, UDP, ICMP; raw stays small. */
export function nameOf(protocol: string): string {
  return protocol === "raw" ? "A raw socket" : protocol.toUpperCase();
}
