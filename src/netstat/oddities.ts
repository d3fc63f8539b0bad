/**
 * What in a row deserves a second look: what cannot be, what an ordinary machine does not print, and
 * what is possible but a sign of trouble. Each with the place that says so, where there is one.
 */
import type { SocketEndpoint } from "#net/socket-entry";
import { placeOf } from "./address-place.ts";
import { portText } from "./endpoint-print.ts";
import type { Evidence } from "./evidence.ts";
import type { Oddity } from "./explanation.ts";
import type { Row } from "./listing.ts";
import type { FoundRole } from "./role.ts";

export function findOddities(row: Row, role: FoundRole, evidence: Evidence): readonly Oddity[] {
  return [
    ...addressOddities(row.entry.local, "local"),
    ...(row.entry.peer === null ? [] : addressOddities(row.entry.peer, "foreign")),
    ...loopbackOddity(row, evidence),
    ...listenerOddity(row, role, evidence),
    ...stateOddities(row),
    ...cutOddity(row),
  ];
}

function addressOddities({ address }: SocketEndpoint, side: string): readonly Oddity[] {
  switch (placeOf(address)) {
    case "placeholder":
      return [
        {
          id: "placeholder-address",
          title: "A placeholder, not an address",
          message: `Somebody put ${address} where the ${side} address was, to hide it. It is kept as it stands.`,
          source: null,
        },
      ];
    case "impossible":
      return [
        {
          id: "impossible-address",
          title: "This cannot be",
          message: `${address} is no IPv4 address: each of its four numbers is one octet, 8 bits, and goes to 255. No tool printed this row from a real socket.`,
          source: "RFC 791 §2.3",
        },
      ];
    default:
      return [];
  }
}

/** A loopback address talks to loopback addresses, and to the machine's own. */
function loopbackOddity({ entry }: Row, evidence: Evidence): readonly Oddity[] {
  const { local, peer } = entry;
  if (peer === null) return [];
  const here = placeOf(local.address);
  const there = placeOf(peer.address);
  if ((here === "loopback") === (there === "loopback")) return [];
  const [loopback, other] = here === "loopback" ? [local, peer] : [peer, local];
  const place = here === "loopback" ? there : here;
  if (place === "name" || place === "any") return [];
  if (here !== "loopback" || evidence.isOwnAddress(other.address)) return [];
  const hidden =
    place === "placeholder" ? " (unless the hidden address is a loopback address too)" : "";
  return [
    {
      id: "loopback-to-network",
      title: "Not from an ordinary machine",
      message: `${loopback.address} is a loopback address: packets from it never leave the machine, so it cannot talk to ${other.address}${hidden}. Only a host that rewrites addresses itself prints such rows: on Linux, route_localnet together with a DNAT rule.`,
      source: "RFC 1122 §3.2.1.3",
    },
  ];
}

function listenerOddity({ entry }: Row, role: FoundRole, evidence: Evidence): readonly Oddity[] {
  const isServed =
    role.role === "server" && role.confidence === "likely" && entry.state === "ESTABLISHED";
  const isTcp = entry.protocol === "tcp";
  if (!isTcp || !isServed || !evidence.hasListeners) return [];
  return [
    {
      id: "no-listener",
      title: "A server's connection without a listener",
      message: `Nothing in the listing listens on port ${portText(entry.local)}. That can be: the listener was closed and its connections live on, or the socket was handed over by another program. It is worth asking.`,
      source: null,
    },
  ];
}

function stateOddities({ entry, stateText, dialect }: Row): readonly Oddity[] {
  const isBacklogFull =
    entry.state === "LISTEN" &&
    dialect === "ss" &&
    entry.recvQ !== null &&
    entry.sendQ !== null &&
    entry.sendQ > 0 &&
    entry.recvQ > entry.sendQ;
  if (isBacklogFull) {
    return [
      {
        id: "backlog-full",
        title: "The queue of new connections is full",
        message: `${entry.recvQ} connections wait to be accepted and ${entry.sendQ} may: the program does not keep up, and new clients wait or are turned away.`,
        source: "listen(2)",
      },
    ];
  }
  if (entry.state === "CLOSE-WAIT") {
    return [
      {
        id: "close-wait",
        title: "The peer has left",
        message:
          "The other side has closed the connection; the program here has not. If such rows pile up, the program forgets to close.",
        source: "RFC 9293 §3.3.2",
      },
    ];
  }
  if (entry.state === "SYN-SENT") {
    return [
      {
        id: "unanswered",
        title: "No answer yet",
        message:
          "A SYN was sent and nothing came back so far. A port where nothing listens answers at once: lasting silence means the packets are lost or filtered on the way.",
        source: "RFC 9293 §3.5",
      },
    ];
  }
  if (
    entry.state === null &&
    entry.protocol === "tcp" &&
    stateText !== null &&
    !/^bound/i.test(stateText)
  ) {
    return [
      {
        id: "unknown-state",
        title: "A state this reader does not know",
        message: `“${stateText}” is none of the eleven states of TCP as the tools spell them in English. The rest of the row is read as usual.`,
        source: "RFC 9293 §3.3.2",
      },
    ];
  }
  return [];
}

/** A name that may be cut is told at its field; an address that may be cut can mislead. */
function cutOddity({ truncated }: Row): readonly Oddity[] {
  if (!truncated.includes("localAddress") && !truncated.includes("peerAddress")) return [];
  return [
    {
      id: "address-may-be-cut",
      title: "The address may be cut",
      message:
        "The address and its port fill the tool's column to the last character, so the address may go on. It is shown as printed, not guessed. netstat -W or ss prints it whole.",
      source: null,
    },
  ];
}
