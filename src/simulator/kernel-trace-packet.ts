/** A packet as a recorded trace writes it: hosts by their letters, sequence numbers relative. */
export type TraceHost = "A" | "B";

export interface TraceEnd {
  readonly host: TraceHost;
  readonly port: number;
}

export interface TraceSegment {
  readonly kind: "tcp";
  readonly from: TraceEnd;
  readonly to: TraceEnd;
  /** "SYN,ACK", in this order: SYN, FIN, RST, PSH, ACK. */
  readonly flags: string;
  /** Relative to the sender's initial sequence number. */
  readonly seq: number;
  /** Whether `seq` is as on the wire: a RST to a segment of no connection has 0 there. */
  readonly isSeqAbsolute: boolean;
  /** Relative to the receiver's initial sequence number; null without the ACK flag. */
  readonly ack: number | null;
  readonly length: number;
  readonly window: number;
  readonly options: string | null;
  /** As much as the trace shows of it. */
  readonly data: string;
}

export interface TraceDatagram {
  readonly kind: "udp";
  readonly from: TraceEnd;
  readonly to: TraceEnd;
  readonly length: number;
  /** As much as the trace shows of it. */
  readonly data: string;
}

export interface TraceIcmp {
  readonly kind: "icmp";
  readonly from: TraceHost;
  readonly to: TraceHost;
  readonly type: number;
  readonly code: number;
  readonly quoted: {
    readonly protocol: "TCP" | "UDP";
    readonly from: number;
    readonly to: number;
    readonly bytes: number;
  };
}

export type TracePacket = TraceSegment | TraceDatagram | TraceIcmp;

const ENDS = String.raw`^([AB]):(\d+) > ([AB]):(\d+)`;
const SEGMENT = new RegExp(
  String.raw`${ENDS} <([A-Z,]+)> seq=(abs:)?(-?\d+) ack=(-|-?\d+) len=(\d+) win=(\d+)(?: \[(.*)\])?(?: b'(.*)')?$`,
);
const DATAGRAM = new RegExp(String.raw`${ENDS} UDP len=(\d+) b'(.*)'$`);
const ICMP =
  /^([AB]) > ([AB]) ICMP type=(\d+) code=(\d+) [a-z ]+ \(quotes (TCP|UDP) (\d+)>(\d+), (\d+) bytes quoted\)$/;

/** Null where the text is none of the forms known. */
export function packetOf(text: string): TracePacket | null {
  const segment = SEGMENT.exec(text);
  if (segment !== null) {
    const [, from, fromPort, to, toPort, flags, abs, seq, ack, length, window, options, data] =
      segment;
    return {
      kind: "tcp",
      from: end(from!, fromPort!),
      to: end(to!, toPort!),
      flags: flags!,
      seq: Number(seq),
      isSeqAbsolute: abs !== undefined,
      ack: ack === "-" ? null : Number(ack),
      length: Number(length),
      window: Number(window),
      options: options ?? null,
      data: data ?? "",
    };
  }
  const datagram = DATAGRAM.exec(text);
  if (datagram !== null) {
    const [, from, fromPort, to, toPort, length, data] = datagram;
    return {
      kind: "udp",
      from: end(from!, fromPort!),
      to: end(to!, toPort!),
      length: Number(length),
      data: data!,
    };
  }
  const icmp = ICMP.exec(text);
  if (icmp === null) {
    return null;
  }
  const [, from, to, type, code, protocol, quotedFrom, quotedTo, bytes] = icmp;
  return {
    kind: "icmp",
    from: from as TraceHost,
    to: to as TraceHost,
    type: Number(type),
    code: Number(code),
    quoted: {
      protocol: protocol as "TCP" | "UDP",
      from: Number(quotedFrom),
      to: Number(quotedTo),
      bytes: Number(bytes),
    },
  };
}

function end(host: string, port: string): TraceEnd {
  return { host: host as TraceHost, port: Number(port) };
}
