/**
 * Oddities in words: about one row, with its own values, and about several rows together. Each with the
 * place that says so, where there is one.
 */
import type { SocketEntry } from "#net/socket-entry";
import { placeOf } from "./address-place.ts";
import { portText } from "./endpoint-print.ts";
import { howToSeeWhole } from "./cut-columns.ts";
import type { Oddity } from "./explanation.ts";
import type { Row } from "./listing.ts";
import type { OddityId } from "./oddities.ts";

interface General {
  readonly title: string;
  /** True of every row that has the oddity. */
  readonly message: string;
  readonly source: string | null;
}

export const ODDITIES: Readonly<Record<OddityId, General>> = {
  "placeholder-address": {
    title: "A placeholder, not an address",
    message: "Somebody put marks where an address was, to hide it. They are kept as they stand.",
    source: null,
  },
  "impossible-address": {
    title: "This cannot be",
    message:
      "One of the four numbers is above 255. Each is one octet, 8 bits, and goes to 255. No tool printed this from a real socket.",
    source: "RFC 791 §2.3",
  },
  "loopback-to-network": {
    title: "Not from an ordinary machine",
    message:
      "Packets from a loopback address never leave the machine, so it cannot talk to an address elsewhere. Only a host that rewrites addresses itself prints such rows: on Linux, route_localnet together with a DNAT rule.",
    source: "RFC 1122 §3.2.1.3",
  },
  "udp-listens": {
    title: "UDP does not listen",
    message:
      "UDP has no state LISTEN. netstat leaves the state of such a socket empty, and ss prints UNCONN: the socket takes what comes, and nobody connects to it. No tool printed this row from a real socket.",
    source: "netstat(8)",
  },
  "word-of-another-tool": {
    title: "A word of another tool",
    message:
      "LISTENING is how netstat on Windows calls the state. Of a TCP socket this tool says LISTEN. Perhaps the row was edited, or written by hand. It is read as LISTEN.",
    source: "RFC 9293 §3.3.2",
  },
  "no-listener": {
    title: "A server's connection without a listener",
    message:
      "The connection seems to be a server's, and nothing in the listing takes connections there. That can be: the listener was closed and its connections live on, the socket was handed over by another program, or the listing leaves some sockets out. It is worth asking.",
    source: null,
  },
  "backlog-full": {
    title: "The queue of new connections is full",
    message:
      "More connections wait to be accepted than may: the program does not keep up, and new clients wait or are turned away.",
    source: "listen(2)",
  },
  "close-wait": {
    title: "The peer has left",
    message:
      "The other side has closed the connection; the program here has not. If such rows pile up, the program forgets to close.",
    source: "RFC 9293 §3.3.2",
  },
  unanswered: {
    title: "No answer yet",
    message:
      "A SYN was sent and nothing came back so far. A port where nothing listens answers at once: lasting silence means the packets are lost or filtered on the way.",
    source: "RFC 9293 §3.5",
  },
  "unknown-state": {
    title: "A state this reader does not know",
    message:
      "The word is none of the eleven states of TCP as the tools spell them in English. The rest of the row is read as usual.",
    source: "RFC 9293 §3.3.2",
  },
  "address-may-be-cut": {
    title: "The address may be cut",
    message:
      "The address and its port fill the tool's column to the last character, so they may go on. They are shown as printed, not guessed. On Linux netstat -W or ss prints them whole.",
    source: null,
  },
  "row-may-be-cut": {
    title: "The row may be cut",
    message:
      "The row ends where the tool prints more, so its last value may be longer than what stands here. It is shown as it stands, not guessed.",
    source: null,
  },
};

/** The oddity in this row's own terms. */
export function oddityOf(id: OddityId, row: Row): Oddity {
  const { title, message, source } = ODDITIES[id];
  return { id, title, message: messageOf(id, row) ?? message, source };
}

/** Null where the general message says it all. */
function messageOf(id: OddityId, { entry, stateText, dialect }: Row): string | null {
  const { local, peer, recvQ, sendQ } = entry;
  switch (id) {
    case "placeholder-address":
      return `Somebody put ${oddAddress(entry, "placeholder")} where the address was, to hide it. It is kept as it stands.`;
    case "impossible-address":
      return `${oddAddress(entry, "impossible")} is no IPv4 address: each of its four numbers is one octet, 8 bits, and goes to 255. No tool printed this row from a real socket.`;
    case "loopback-to-network": {
      const hidden =
        peer !== null && placeOf(peer.address) === "placeholder"
          ? " (unless the hidden address is a loopback address too)"
          : "";
      return `${local.address} is a loopback address: packets from it never leave the machine, so it cannot talk to ${peer?.address}${hidden}. Only a host that rewrites addresses itself prints such rows: on Linux, route_localnet together with a DNAT rule.`;
    }
    case "no-listener":
      return `Nothing in the listing takes connections to port ${portText(local)} at this address. That can be: the listener was closed and its connections live on, the socket was handed over by another program, or the listing leaves some sockets out. It is worth asking.`;
    case "backlog-full":
      return `${recvQ} connections wait to be accepted, and the limit is ${sendQ}: the program does not keep up, and new clients wait or are turned away.`;
    case "unknown-state":
      return `“${stateText}” is none of the eleven states of TCP as the tools spell them in English. The rest of the row is read as usual.`;
    case "address-may-be-cut":
      return `The address and its port fill the tool's column to the last character, so they may go on. They are shown as printed, not guessed. ${howToSeeWhole(dialect)}`;
    case "udp-listens":
    case "word-of-another-tool":
    case "close-wait":
    case "unanswered":
    case "row-may-be-cut":
      return null;
  }
}

/** The addresses of the row that are of this kind, joined. */
function oddAddress({ local, peer }: SocketEntry, place: "placeholder" | "impossible"): string {
  const addresses = [local.address, peer?.address ?? "*"].filter((each) => placeOf(each) === place);
  return [...new Set(addresses)].join(" and ");
}
