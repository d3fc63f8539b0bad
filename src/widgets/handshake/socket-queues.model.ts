/**
 * What waits in a socket: bytes that were sent and not acknowledged, bytes that were not sent, bytes and datagrams that
 * no program has read, and a listener's connections. All of it is counted as the kernel counts it.
 */
import * as intTable from "#simulator/int-table";
import { ipBytes } from "#simulator/ip-bytes";
import { addressesOf } from "#simulator/packet";
import { queuedBytes } from "#simulator/raw-sockets";
import { firstInBuffer, unsent } from "#simulator/tcp-connection";
import { capacity, sendCapacity } from "#simulator/tcp-window";
import type {
  DatagramSocket,
  Host,
  RawSocket,
  Socket,
  SocketId,
  StreamSocket,
  Tcb,
} from "#simulator/world";
import { type LinkKey, socketKey } from "./link-key.ts";
import { beginning } from "./shown-bytes.model.ts";
import { endText } from "./socket-ends.model.ts";

/** One queue of bytes as a bar: `parts` from the front on, in bytes of all that there is room for. */
export interface ByteQueue {
  readonly name: "Send queue" | "Receive queue";
  readonly parts: readonly BytePart[];
  readonly capacity: number;
  /** What stands in it besides bytes, and what is odd: "then FIN", "3 bytes beyond a gap". */
  readonly notes: readonly string[];
}

export interface BytePart {
  readonly kind: "unacknowledged" | "unsent" | "unread";
  readonly bytes: number;
  /** The beginning of the data. */
  readonly text: string;
}

/** Whole datagrams, each with what it takes of the buffer. */
export interface DatagramQueue {
  readonly datagrams: readonly {
    readonly bytes: number;
    readonly from: string;
    readonly text: string;
  }[];
  /** Bytes of the buffer, as Linux counts them: more than the data. */
  readonly taken: number;
  readonly capacity: number;
  readonly drops: number;
}

/** A listener's queue: `entries` of so many places. */
export interface ConnectionQueue {
  readonly name: "SYN queue" | "Accept queue";
  readonly entries: readonly { readonly text: string; readonly keys: readonly LinkKey[] }[];
  readonly places: number;
}

export interface SocketQueues {
  readonly bytes: readonly ByteQueue[];
  readonly datagrams: DatagramQueue | null;
  readonly connections: readonly ConnectionQueue[];
}

const NONE: SocketQueues = { bytes: [], datagrams: null, connections: [] };
const SHOWN_BYTES = 24;

export function queuesOf(host: Host, socket: Socket, isLinux: boolean): SocketQueues {
  switch (socket.type) {
    case "stream":
      if (socket.listener !== null) return { ...NONE, connections: connectionsOf(host, socket) };
      if (socket.state === "TIME-WAIT") return NONE;
      if (socket.tcb === null) return { ...NONE, bytes: remainsOf(socket) };
      return {
        ...NONE,
        bytes: [sendQueue(host, socket, socket.tcb, isLinux), receiveQueue(socket, socket.tcb)],
      };
    case "dgram":
      return { ...NONE, datagrams: datagramsOf(socket) };
    case "raw":
      return { ...NONE, datagrams: packetsOf(socket) };
  }
}

function sendQueue(host: Host, socket: StreamSocket, tcb: Tcb, isLinux: boolean): ByteQueue {
  const waiting = unsent(tcb);
  const sent = tcb.sendBuffer.length - waiting;
  const isFinSent = tcb.finSeq !== null && isFinUnacknowledged(tcb);
  return {
    name: "Send queue",
    parts: [
      part("unacknowledged", tcb.sendBuffer.slice(0, sent)),
      part("unsent", tcb.sendBuffer.slice(sent)),
    ].filter(({ bytes }) => bytes > 0),
    capacity: sendCapacity({ tcb, socket, settings: host.settings, isLinux }),
    notes: [
      ...(tcb.isSynAcked ? [] : ["SYN is not acknowledged"]),
      ...(isFinSent ? ["FIN is not acknowledged"] : []),
      ...(tcb.finWanted && tcb.finSeq === null ? ["then FIN"] : []),
    ],
  };
}

/** FIN is the last number: while it is out, SND.UNA has not passed it. */
function isFinUnacknowledged(tcb: Tcb): boolean {
  return ((tcb.finSeq! - firstInBuffer(tcb)) | 0) >= 0;
}

function receiveQueue(socket: StreamSocket, tcb: Tcb): ByteQueue {
  const beyond = tcb.reassembly.reduce((sum, { data }) => sum + data.length, 0);
  return {
    name: "Receive queue",
    parts: unread(tcb.receiveBuffer),
    capacity: capacity(socket.options),
    notes: [
      ...(beyond > 0 ? [`${beyond} more beyond a gap`] : []),
      ...(tcb.finReceived && !tcb.isEndOfFileRead ? ["then the end"] : []),
    ],
  };
}

/** What can still be read of a connection that is over. */
function remainsOf(socket: StreamSocket): readonly ByteQueue[] {
  const { remains, options } = socket;
  if (remains === null || remains.data === "") return [];
  return [
    {
      name: "Receive queue",
      parts: unread(remains.data),
      capacity: capacity(options),
      notes: remains.endOfFile ? ["then the end"] : [],
    },
  ];
}

const part = (kind: BytePart["kind"], data: string): BytePart => ({
  kind,
  bytes: data.length,
  text: beginning(data, SHOWN_BYTES),
});

const unread = (data: string) => (data === "" ? [] : [part("unread", data)]);

function datagramsOf({ domain, queue, options, drops }: DatagramSocket): DatagramQueue {
  return {
    datagrams: queue.map(({ from, data }) => ({
      bytes: data.length,
      from: endText(domain, from),
      text: beginning(data, SHOWN_BYTES),
    })),
    taken: queue.reduce((sum, { charge }) => sum + charge, 0),
    capacity: options.receiveBuffer,
    drops,
  };
}

/** On IPv6 a raw socket is given what stands behind it (raw(7), ipv6(7)). */
const IPV6_HEADER = 40;

function packetsOf(socket: RawSocket): DatagramQueue {
  return {
    datagrams: socket.queue.map((packet) => ({
      bytes: ipBytes(packet).length - (socket.domain === 6 ? IPV6_HEADER : 0),
      from: addressesOf(packet).from,
      text: packetWords(packet),
    })),
    taken: queuedBytes(socket),
    capacity: socket.options.receiveBuffer,
    drops: socket.drops,
  };
}

function packetWords(packet: RawSocket["queue"][number]): string {
  switch (packet.kind) {
    case "tcp": {
      const { syn, ack, fin, rst, psh } = packet.flags;
      const flags = Object.entries({ SYN: syn, FIN: fin, RST: rst, PSH: psh, ACK: ack });
      return flags.flatMap(([name, isSet]) => (isSet ? [name] : [])).join(",");
    }
    case "udp":
      return "UDP";
    case "icmp":
      return `ICMP type ${packet.type} code ${packet.code}`;
    case "raw":
      return beginning(packet.data, SHOWN_BYTES);
  }
}

/** Linux lets one more than the backlog into each (tcp-listen.ts). */
function connectionsOf(host: Host, { domain, listener }: StreamSocket): readonly ConnectionQueue[] {
  if (listener === null) return [];
  const places = listener.backlog + 1;
  const entriesOf = (ids: readonly SocketId[]) =>
    ids.map((id) => {
      const peer = intTable.get(host.sockets, id)?.peer ?? null;
      return {
        text: peer === null ? "gone" : endText(domain, peer),
        keys: [socketKey(host.name, id)],
      };
    });
  return [
    { name: "SYN queue", entries: entriesOf(listener.incomplete), places },
    { name: "Accept queue", entries: entriesOf(listener.complete), places },
  ];
}
